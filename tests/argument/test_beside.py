"""The claims before and after a claim are those listed with it where it is used."""

import pytest

from graph.argument.beside import Beside, beside
from graph.base import KnowledgeBase
from graph.base.followed import Followed
from graph.base.reads import noting
from graph.semantics import Framework, FrameworkLink, LinkKind
from graph.store.file_reading import read_file
from tests.argument.arguments import knowledge_base, links_put_in_order

_DEBATE = "title: {en: D}\nquestion: {en: Why?}\ntheses: [top]\n"


def _argument(framework: Framework) -> KnowledgeBase:
    """The knowledge base of a framework whose thesis is `top`."""
    path = "claims/d/debate.yaml"
    return KnowledgeBase(
        knowledge_base(framework).tree.with_files({path: read_file(path, _DEBATE)})
    )


def test_reasons_conditions_and_objections_follow_each_other_with_the_premises_they_need() -> None:
    links = (
        FrameworkLink("a", ("weak",), "top", LinkKind.SUPPORT),
        FrameworkLink("b", ("strong", "needed"), "top", LinkKind.SUPPORT),
        FrameworkLink("c", ("gate",), "top", LinkKind.CONDITION),
        FrameworkLink("d", ("against",), "top", LinkKind.CONTRADICTION),
    )
    grounds = {"top": 0.0, "weak": 0.3, "strong": 0.8, "needed": 0.8, "gate": 0.6, "against": 0.5}
    kb = _argument(Framework(grounds, links))
    row = ["strong", "needed", "weak", "gate", "against"]
    for at, claim in enumerate(row):
        before = row[at - 1] if at else None
        after = row[at + 1] if at + 1 < len(row) else None
        assert beside(kb, claim) == Beside("top", before, after)
    assert beside(kb, "top") is None


def test_doubts_stand_beside_doubts_about_the_same_step_alone() -> None:
    links = (
        FrameworkLink("a", ("one",), "top", LinkKind.SUPPORT),
        FrameworkLink("b", ("two",), "top", LinkKind.SUPPORT),
        FrameworkLink("u", ("first",), "a", LinkKind.UNDERCUT),
        FrameworkLink("v", ("second",), "a", LinkKind.UNDERCUT),
        FrameworkLink("w", ("other",), "b", LinkKind.UNDERCUT),
    )
    grounds = {"top": 0.0, "one": 0.8, "two": 0.7, "first": 0.6, "second": 0.5, "other": 0.5}
    kb = _argument(Framework(grounds, links))
    assert beside(kb, "first") == Beside("top", None, "second")
    assert beside(kb, "second") == Beside("top", "first", None)
    assert beside(kb, "other") is None


def test_parts_answers_and_questions_have_neighbours_too(sample: KnowledgeBase) -> None:
    for claim in sample.claims:
        found = beside(sample, claim)
        if found is None:
            continue
        # Whoever goes on and back comes to where they were.
        if found.after is not None:
            onward = beside(sample, found.after)
            if onward is not None and onward.above == found.above:
                assert onward.before == claim


def test_the_row_of_a_claim_is_put_in_order_once_for_all_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of thousands of reasons for one claim, each page would take as long as all of them."""
    claims = [f"reason-{number}" for number in range(40)]
    links = tuple(FrameworkLink(each, (each,), "top", LinkKind.SUPPORT) for each in claims)
    kb = _argument(Framework({"top": 0.0, **dict.fromkeys(claims, 0.5)}, links))
    ordered = links_put_in_order(monkeypatch)
    followed = Followed(kb)
    with noting() as reads:
        found = [beside(followed, claim) for claim in claims]
    assert None not in found
    assert sum(ordered) == len(claims)
    assert len(reads) == len(claims)
