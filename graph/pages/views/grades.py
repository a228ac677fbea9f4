"""The table of grades as readers meet it: how much of itself a source gives a claim."""

from dataclasses import dataclass

from graph.records.grades import Grades
from graph.records.source import Level
from graph.words.language import Language


@dataclass(frozen=True)
class GradeRow:
    """One grade: what it is for, and the grade in figures."""

    source: str
    grade: str


def grade_rows(words: Language, grades: Grades) -> tuple[GradeRow, ...]:
    """Every grade of the table, the levels of sources first."""
    rows = (
        (f"quality.{Level.PRIMARY.value}", grades.primary),
        ("quality.peer_reviewed", grades.peer_reviewed),
        (f"quality.{Level.COPY.value}", grades.copy_),
        (f"quality.{Level.SECONDARY.value}", grades.secondary),
        ("grades.unspecified", grades.unspecified),
        ("grades.interested", -grades.interested),
        ("grades.most", grades.most),
        ("grades.granted", grades.granted),
    )
    return tuple(GradeRow(words.t(name), words.number(grade)) for name, grade in rows)
