"""How far what a source says carries of itself: the table of grades, from which grounds follow."""

from pydantic import Field

from graph.records.scalars import Record, UnitInterval
from graph.records.source import Level, Quality


class Grades(Record):
    """What a documented claim has of itself, by the quality of its sources; each in [0, 1].

    The grades are a convention that readers can see and change, not a measurement.
    """

    primary: UnitInterval = 0.9
    """The grade of a primary source."""
    peer_reviewed: UnitInterval = 0.9
    """The grade of a peer-reviewed source, unless that of its level is higher."""
    copy_: UnitInterval = Field(default=0.85, alias="copy")
    """The grade of a copy of the original."""
    secondary: UnitInterval = 0.75
    """The grade of a report by others."""
    unspecified: UnitInterval = 0.7
    """The grade of a source whose record does not say how good it is."""
    interested: UnitInterval = 0.15
    """How much lower the grade of an interested source is."""
    most: UnitInterval = 0.95
    """The most that sources give a claim together, however many they are."""
    granted: UnitInterval = 0.5
    """What a claim has that is put forward without a reason."""

    def of(self, quality: Quality | None) -> float:
        """The grade of one source, in [0, 1]; `quality` is None where its record has none."""
        if quality is None:
            return self.unspecified
        grade = {
            Level.PRIMARY: self.primary,
            Level.COPY: self.copy_,
            Level.SECONDARY: self.secondary,
        }[quality.level]
        if quality.peer_reviewed:
            grade = max(grade, self.peer_reviewed)
        if quality.interested:
            # Decimals that were written as such stay so: 0.7 less 0.15 is 0.55.
            grade = min(grade, max(0.0, round(grade - self.interested, 12)))
        return grade
