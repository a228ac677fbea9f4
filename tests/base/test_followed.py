"""A followed knowledge base tells the same as the one it follows, and notes what is asked."""

import inspect
from collections.abc import Mapping

import pytest

from graph.base import KnowledgeBase
from graph.base.followed import Followed
from graph.base.followed_assessment import FollowedAssessment
from graph.base.read_fingerprints import GONE, ReadFingerprints
from graph.base.reads import noting
from graph.semantics import Assessment
from tests.small import FILES, read_texts

MAKING = {
    "load", "renewed", "take_over", "take_over_links", "recorded_links", "links_recorded_in",
    "analysed", "by_kind", "regions", "known_effects", "recall_effects",
}  # fmt: skip
"""What makes a knowledge base, is for itself alone, or puts together what is followed."""
THESIS = "build-cycle-paths"


@pytest.fixture
def kb() -> KnowledgeBase:
    """A small knowledge base."""
    return read_texts(FILES)


def members(of: type) -> set[str]:
    return {name for name, _ in inspect.getmembers(of) if not name.startswith("__")}


@pytest.mark.parametrize(
    ("followed", "plain"), [(Followed, KnowledgeBase), (FollowedAssessment, Assessment)]
)
def test_everything_that_can_be_asked_is_followed(followed: type, plain: type) -> None:
    asked = {name for name in members(plain) if not name.startswith("_")}
    assert asked - MAKING <= set(vars(followed))


def test_what_is_told_is_the_same(kb: KnowledgeBase) -> None:
    followed = Followed(kb)
    for name in sorted(members(KnowledgeBase)):
        value = getattr(kb, name) if not name.startswith("_") else None
        if isinstance(value, Mapping):
            assert getattr(followed, name) == value, name
    for claim in kb.claims:
        assert followed.reasons(claim) == kb.reasons(claim)
        assert followed.changes(claim) == kb.changes(claim)
        assert followed.effect(claim, THESIS) == kb.effect(claim, THESIS)
        assert followed.assessment.balances[claim] == kb.assessment.balances[claim]


def test_what_is_asked_of_one_claim_is_read_of_that_claim(kb: KnowledgeBase) -> None:
    followed = Followed(kb)
    with noting() as reads:
        assert followed.claims[THESIS].id == THESIS
        assert "no-such-claim" not in followed.claims
    assert reads == {("said", THESIS, "id"), ("said", "no-such-claim", "id")}
    with noting() as reads:
        assert followed.assessment.standings[THESIS]
        assert followed.reasons(THESIS)
    assert reads == {("weighed", THESIS)}


def changed(path: str, old: str, new: str) -> ReadFingerprints:
    files = {**FILES, path: FILES[path].replace(old, new)}
    assert files[path] != FILES[path]
    return ReadFingerprints(read_texts(files))


def test_a_reworded_claim_is_another_and_stands_as_it_stood(kb: KnowledgeBase) -> None:
    before = ReadFingerprints(kb)
    after = changed(f"claims/paths/{THESIS}.md", "The town should build", "The town must build")
    assert before(("said", THESIS)) != after(("said", THESIS))
    for other in kb.claims:
        assert before(("weighed", other)) == after(("weighed", other))
        assert before(("part", other)) == after(("part", other))
        if other != THESIS:
            assert before(("said", other)) == after(("said", other))


def test_the_note_of_a_step_is_read_by_its_language(kb: KnowledgeBase) -> None:
    before = ReadFingerprints(kb)
    after = changed("claims/paths/cycling-keeps-fit.md", "Health is worth", "Health must be worth")
    with noting() as reads:
        [step] = Followed(kb).reasons(THESIS)
        assert step.record.because is not None
        assert step.record.because.wording("nl").text == "Gezondheid is geld waard."
    note = ("step", step.id, "because")
    assert reads == {("weighed", THESIS), (*note, ""), (*note, "nl")}
    assert [each for each in reads if before(each) != after(each)] == []
    for read in ((*note, "en"), note, ("step", step.id), ("all", "said")):
        assert before(read) != after(read)


@pytest.mark.parametrize("read", [("said", THESIS), ("all", "said")])
def test_what_is_no_field_of_a_record_counts_for_all_of_it(
    kb: KnowledgeBase, read: tuple[str, ...]
) -> None:
    claims = Followed(kb).claims
    for ask in (
        lambda claim: claim.model_dump(), hash, repr, lambda claim: claim == kb.claims[THESIS],
        lambda claim: claim.model_copy(), lambda claim: claim.claim.root,
        lambda claim: claim.label.original,
    ):  # fmt: skip
        claim = claims[THESIS] if read[0] == "said" else dict(claims.items())[THESIS]
        with noting() as reads:
            ask(claim)
        assert {each[: len(read)] for each in reads} == {read}
        assert min(map(len, reads)) <= len(read) + 1


def test_what_is_not_there_any_more_is_another_thing(kb: KnowledgeBase) -> None:
    before = ReadFingerprints(kb)
    files = {path: text for path, text in FILES.items() if "cycling-keeps-fit" not in path}
    after = ReadFingerprints(read_texts(files))
    for read in (("said", "cycling-keeps-fit"), ("weighed", "cycling-keeps-fit"), ("ids", "claim")):
        assert before(read) not in (after(read), GONE)


def test_the_fingerprints_of_what_is_the_same_are_the_same(kb: KnowledgeBase) -> None:
    before, after = ReadFingerprints(kb), ReadFingerprints(read_texts(FILES))
    for claim in kb.claims:
        for name in ("said", "weighed", "part", "specified_by", "raised_by", "answered_by"):
            assert before((name, claim)) == after((name, claim))
    for name in ("framework", "tree", "theses", "languages", "share", "paths", "bodies", "older"):
        assert before(("whole", name)) == after(("whole", name))
    for name in ("said", "weighed", "source", "speaker", "debate"):
        assert before(("all", name)) == after(("all", name))
