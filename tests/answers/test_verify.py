from pathlib import Path

import pytest

from graph.answers.verify import (
    PassageVerdict,
    as_recorded,
    cited_sources,
    failures,
    paragraph_verdicts,
    tally,
    verdicts,
    verify_answer,
    verify_text,
)
from graph.base import KnowledgeBase
from graph.drafting.fingerprints import write_fingerprints
from graph.passages import paragraphs_of
from tests.printed import printed
from tests.small import TEXT


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


def test_a_text_without_a_headline_begins_with_paragraph_one(fingerprinted: Path) -> None:
    kb = KnowledgeBase.load(fingerprinted)
    _, without = TEXT.split("\n\n", 1)
    texts = as_recorded(kb, {"essay": paragraphs_of(without)})
    assert {each.status for each in verdicts(kb, texts)} == {"verified"}
    assert texts["essay"].paragraphs[1].startswith("Whoever rides")


@pytest.mark.parametrize("begins", ["Why cycle paths\n\n", ""])
def test_a_text_that_lost_its_beginning_is_not_numbered_anew(
    fingerprinted: Path, begins: str
) -> None:
    kb = KnowledgeBase.load(fingerprinted)
    rest = TEXT.split("\n\n", 1)[1] if begins else TEXT
    # With a headline of its own, or with the passages where they should be.
    text = paragraphs_of(begins + (rest.split("\n\n", 1)[1] if begins else rest))
    assert as_recorded(kb, {"essay": text}) == {"essay": text}


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
    assert list(answer) == ["passages", "counts", "updated", "paragraphs"]
    assert answer["counts"] == tally(against(root))
    assert answer["counts"]["unfingerprinted"] == 3
    assert answer["counts"]["no-text"] == 0
    for passage in answer["passages"]:
        assert {"claim", "status", "path", "line", "column", "message"} <= set(passage)


GUIDE = """\
paragraphs:
  - {number: 0, start: Why cycle paths, gist: {en: A question., nl: Een vraag.}}
  - {number: 1, start: Whoever rides, end: nobody doubts it, gist: {en: Riding., nl: Fietsen.}}
  - {number: 2, start: Of course, end: as a bus, gist: {en: Money., nl: Geld.}}
"""


def guided(root: Path) -> KnowledgeBase:
    record = root / "claims/sources/essay.yaml"
    record.write_text(record.read_text("utf-8") + GUIDE, "utf-8")
    return KnowledgeBase.load(root)


def test_every_paragraph_of_a_guide_is_looked_up_too(root: Path) -> None:
    found = paragraph_verdicts(guided(root), {"essay": paragraphs_of(TEXT)})
    assert [(each.number, each.status, each.span.line) for each in found] == [
        (0, "verified", 8), (1, "verified", 9), (2, "changed", 10),
    ]  # fmt: skip
    assert failures(found) == 1
    answer = verify_answer((), (), found)["paragraphs"]
    assert [each["status"] for each in answer] == ["verified", "verified", "changed"]
    assert answer[2]["path"] == "claims/sources/essay.yaml"


def test_only_paragraphs_that_differ_have_a_line_of_their_own(root: Path) -> None:
    found = paragraph_verdicts(guided(root), {"essay": paragraphs_of(TEXT)})
    lines = printed(verify_text((), (), found)).splitlines()
    [line] = [each for each in lines if "essay.yaml" in each]
    assert line.startswith("claims/sources/essay.yaml:10:5: changed: Paragraph 2 does not open")
    assert lines[-1] == "3 paragraphs: 2 verified, 1 changed."


def test_a_source_with_a_guide_is_looked_for_although_no_claim_cites_it(root: Path) -> None:
    kb = guided(root)
    for claim in (root / "claims/paths").glob("*.md"):
        claim.unlink()
    assert cited_sources(KnowledgeBase.load(root)) == ("essay",)
    assert [each.status for each in paragraph_verdicts(kb, {})] == ["no-text"] * 3


def test_passages_that_need_no_attention_are_counted_and_named_when_asked(
    fingerprinted: Path,
) -> None:
    found = against(fingerprinted, TEXT.replace("costs as much", "costs twice as much"))
    line, way_out, counts = printed(verify_text(found, ())).splitlines()
    assert line.startswith("claims/paths/paths-cost-much.md:6:5: changed: ")
    assert way_out.startswith("   Reread the passage")
    assert counts == "3 passages: 2 verified, 1 changed."
    assert printed(verify_text(found, (), verbose=True)).count(": verified: ") == 2


def test_a_text_without_a_word_is_called_empty(root: Path) -> None:
    assert {each.message for each in against(root, "\n")} == {"The text of the source is empty."}


def test_the_text_has_a_line_for_each_passage_and_the_counts(root: Path) -> None:
    lines = printed(verify_text(against(root), ())).splitlines()
    assert any(
        line.startswith("claims/paths/paths-cost-much.md:6:5: unfingerprinted: ") for line in lines
    )
    assert lines[-1] == "3 passages: 3 unfingerprinted."
