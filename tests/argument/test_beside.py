"""The claims before and after a claim are those listed with it where it is used."""

from graph.argument.beside import Beside, beside
from graph.argument.ways import Ways
from graph.base import KnowledgeBase
from graph.semantics import Framework, FrameworkLink, LinkKind
from tests.argument.arguments import knowledge_base


def _found(kb: KnowledgeBase, claim: str) -> Beside | None:
    return beside(kb, Ways(kb, frozenset({"top"})), claim)


def test_reasons_conditions_and_objections_follow_each_other_with_the_premises_they_need() -> None:
    links = (
        FrameworkLink("a", ("weak",), "top", LinkKind.SUPPORT),
        FrameworkLink("b", ("strong", "needed"), "top", LinkKind.SUPPORT),
        FrameworkLink("c", ("gate",), "top", LinkKind.CONDITION),
        FrameworkLink("d", ("against",), "top", LinkKind.CONTRADICTION),
    )
    grounds = {"top": 0.0, "weak": 0.3, "strong": 0.8, "needed": 0.8, "gate": 0.6, "against": 0.5}
    kb = knowledge_base(Framework(grounds, links))
    row = ["strong", "needed", "weak", "gate", "against"]
    for at, claim in enumerate(row):
        before = row[at - 1] if at else None
        after = row[at + 1] if at + 1 < len(row) else None
        assert _found(kb, claim) == Beside("top", before, after)
    assert _found(kb, "top") is None


def test_doubts_stand_beside_doubts_about_the_same_step_alone() -> None:
    links = (
        FrameworkLink("a", ("one",), "top", LinkKind.SUPPORT),
        FrameworkLink("b", ("two",), "top", LinkKind.SUPPORT),
        FrameworkLink("u", ("first",), "a", LinkKind.UNDERCUT),
        FrameworkLink("v", ("second",), "a", LinkKind.UNDERCUT),
        FrameworkLink("w", ("other",), "b", LinkKind.UNDERCUT),
    )
    grounds = {"top": 0.0, "one": 0.8, "two": 0.7, "first": 0.6, "second": 0.5, "other": 0.5}
    kb = knowledge_base(Framework(grounds, links))
    assert _found(kb, "first") == Beside("top", None, "second")
    assert _found(kb, "second") == Beside("top", "first", None)
    assert _found(kb, "other") is None


def test_parts_answers_and_questions_have_neighbours_too(sample: KnowledgeBase) -> None:
    ways = Ways(sample, frozenset(sample.theses))
    for claim in sample.claims:
        found = beside(sample, ways, claim)
        if found is None:
            continue
        # Whoever goes on and back comes to where they were.
        if found.after is not None:
            onward = beside(sample, ways, found.after)
            if onward is not None and onward.above == found.above:
                assert onward.before == claim
