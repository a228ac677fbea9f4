from pathlib import Path

import pytest

from graph.answers.fingerprint_writing import write_fingerprints
from graph.answers.verify import (
    PassageVerdict,
    cited_sources,
    failures,
    tally,
    verdicts,
    verify_answer,
    verify_text,
)
from graph.base import KnowledgeBase
from graph.passages import paragraphs_of
from tests.answers.printed import printed
from tests.answers.small import TEXT


def against(root: Path, text: str = TEXT) -> tuple[PassageVerdict, ...]:
    return verdicts(KnowledgeBase.load(root), {"essay": paragraphs_of(text)})


@pytest.fixture
def fingerprinted(root: Path) -> Path:
    write_fingerprints(KnowledgeBase.load(root), against(root))
    return root


def status(found: tuple[PassageVerdict, ...], claim: str) -> str:
    return next(each.status for each in found if each.claim == claim)


def test_the_sources_that_are_cited_are_known(kb: KnowledgeBase) -> None:
    assert cited_sources(kb) == ("essay",)


def test_a_passage_is_named_by_the_place_where_it_is_recorded(root: Path) -> None:
    places = {
        each.claim: (each.path, each.span.line, each.span.column, each.status)
        for each in against(root)
    }
    assert places == {
        "cycling-keeps-fit": ("claims/paths/cycling-keeps-fit.md", 6, 5, "unfingerprinted"),
        "paths-cost-much": ("claims/paths/paths-cost-much.md", 6, 5, "unfingerprinted"),
        "who-rides-in-the-rain": (
            "claims/paths/who-rides-in-the-rain.md", 6, 5, "unfingerprinted",
        ),
    }  # fmt: skip


def test_with_their_fingerprints_all_passages_are_verified(fingerprinted: Path) -> None:
    found = against(fingerprinted)
    assert {each.status for each in found} == {"verified"}
    assert failures(found, strict=True) == 0


def test_a_passage_of_which_a_word_changed_is_changed(fingerprinted: Path) -> None:
    found = against(fingerprinted, TEXT.replace("costs as much", "costs twice as much"))
    assert status(found, "paths-cost-much") == "changed"
    assert status(found, "cycling-keeps-fit") == "verified"
    assert failures(found) == 1


def test_a_passage_in_another_paragraph_is_moved_and_the_nearest_is_named(
    fingerprinted: Path,
) -> None:
    head, first, *rest = TEXT.split("\n\n")
    found = against(fingerprinted, "\n\n".join([head, "A new opening, short.", first, *rest]))
    moved = next(each for each in found if each.claim == "cycling-keeps-fit")
    assert moved.status == "moved"
    assert moved.paragraph == 2
    assert "paragraph 2" in moved.message
    assert failures(found) == 3


def test_a_passage_that_is_gone_is_missing(fingerprinted: Path) -> None:
    text = TEXT.replace("stays fit without noticing", "xxxx")
    assert status(against(fingerprinted, text), "cycling-keeps-fit") == "missing"


def test_without_a_text_only_strictness_fails(kb: KnowledgeBase) -> None:
    found = verdicts(kb, {}, {"essay": "It is out of print."})
    assert {(each.status, each.message) for each in found} == {("no-text", "It is out of print.")}
    assert failures(found) == 0
    assert failures(found, strict=True) == 3


def test_the_answer_has_a_place_for_each_passage_and_all_counts(root: Path) -> None:
    answer = verify_answer(against(root), ["claims/a.md"])
    assert list(answer) == ["passages", "counts", "updated"]
    assert answer["counts"] == tally(against(root))
    assert answer["counts"]["unfingerprinted"] == 3
    assert answer["counts"]["no-text"] == 0
    for passage in answer["passages"]:
        assert {"claim", "status", "path", "line", "column", "message"} <= set(passage)


def test_the_text_has_a_line_for_each_passage_and_the_counts(root: Path) -> None:
    lines = printed(verify_text(against(root), ())).splitlines()
    assert any(
        line.startswith("claims/paths/paths-cost-much.md:6:5: unfingerprinted: ") for line in lines
    )
    assert lines[-1] == "3 passages: 3 unfingerprinted."
