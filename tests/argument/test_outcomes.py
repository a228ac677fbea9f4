"""Predictions, and what became of them."""

from pathlib import Path

import pytest

from graph.argument.outcomes import Seen, prediction, predictions, seen_since
from graph.base import KnowledgeBase
from graph.records import State
from graph.semantics import Side

CLAIM = """---
claim: {{en: So says {id}.}}
kind: {kind}
passages:
{passages}{outcome}---
"""
PASSAGE = "  - {{source: {source}, start: so it says}}\n"
OUTCOME = (
    "outcome: {{state: {state}, on: {on}, because: {{en: It was seen.}}, claims: [{claims}]}}\n"
)


def _claim(
    root: Path, id_: str, state: str = "", on: str = "", claims: str = "", **more: str
) -> None:
    sources = more.get("sources", "early").split()
    outcome = OUTCOME.format(state=state, on=on, claims=claims) if state else ""
    passages = "".join(PASSAGE.format(source=each) for each in sources)
    kind = more.get("kind", "prediction")
    text = CLAIM.format(id=id_, kind=kind, passages=passages, outcome=outcome)
    (root / f"claims/d/{id_}.md").write_text(text, "utf-8")


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    root = tmp_path_factory.mktemp("outcomes")
    for folder in ("d", "sources"):
        (root / "claims" / folder).mkdir(parents=True)
    (root / "claims/d/debate.yaml").write_text(
        "title: {en: D}\nquestion: {en: D?}\nsource: early\n", "utf-8"
    )
    for source, issued in (
        ("early", "issued: 2020-05\n"),
        ("late", "issued: 2021\n"),
        ("ever", ""),
    ):
        text = f"type: report\ntitle: {source}\n{issued}"
        (root / f"claims/sources/{source}.yaml").write_text(text, "utf-8")
    _claim(root, "seen", kind="fact")
    _claim(root, "a-failed-early", "failed", "2021-01-01", "seen, seen, gone")
    _claim(root, "b-failed-late", "failed", "2022-01-01", "seen", sources="late early")
    _claim(root, "c-came-true", "came-true", "2020-06-01", "seen", sources="ever early")
    _claim(root, "d-open", "open", "2023-01-01")
    _claim(root, "e-judged-by-nobody")
    _claim(root, "f-partly", "partly", "2023-01-01", "seen")
    return KnowledgeBase.load(root)


def test_predictions_are_in_order_of_state_and_then_of_day(kb: KnowledgeBase) -> None:
    assert [each.claim[0] for each in predictions(kb)] == ["c", "f", "b", "a", "d", "e"]


def test_no_other_claims_are_predictions_and_some_may_be_asked_for(kb: KnowledgeBase) -> None:
    assert [each.claim for each in predictions(kb, {"seen", "d-open"})] == ["d-open"]


def test_a_prediction_was_said_when_its_earliest_source_was_issued(kb: KnowledgeBase) -> None:
    assert prediction(kb, "b-failed-late").said == "2020-05"
    assert prediction(kb, "c-came-true").said == "", "one source has no date"


def test_what_decides_an_outcome_is_named_once_and_exists(kb: KnowledgeBase) -> None:
    found = prediction(kb, "a-failed-early")
    assert (found.state, found.on, found.deciding) == (State.FAILED, "2021-01-01", ("seen",))


def test_of_what_nobody_has_judged_neither_state_nor_day_is_known(kb: KnowledgeBase) -> None:
    found = prediction(kb, "e-judged-by-nobody")
    assert (found.state, found.on, found.deciding) == (None, "", ())


def test_what_has_been_seen_since_is_documented_and_later_and_has_the_side_of_its_link(
    tmp_path: Path,
) -> None:
    for folder in ("d", "sources"):
        (tmp_path / "claims" / folder).mkdir(parents=True)
    debate = "title: D\nquestion: D?\nsource: told\n"
    (tmp_path / "claims/d/debate.yaml").write_text(debate, "utf-8")
    for source, issued in (("told", "2020-05"), ("before", "2019"), ("after", "2021-04-01")):
        text = f"type: report\ntitle: {source}\nissued: {issued}\n"
        (tmp_path / f"claims/sources/{source}.yaml").write_text(text, "utf-8")
    _claim(tmp_path, "p", "open", "2023-01-01", "decides, told-too", sources="told")
    _claim(tmp_path, "undated", "open", "2023-01-01", "decides", sources="")
    for claim, sources, link in (
        ("decides", "after", ""),
        ("for", "after", "supports: [{claim: p}]\n"),
        ("against", "after before", "contradicts: [{claim: p}]\n"),
        ("later-against", "after", "contradicts: [{claim: p}]\n"),
        ("told-too", "told", "supports: [{claim: p}]\n"),
    ):
        _claim(tmp_path, claim, kind="fact", sources=sources)
        path = tmp_path / f"claims/d/{claim}.md"
        path.write_text(path.read_text("utf-8").removesuffix("---\n") + link + "---\n", "utf-8")
    kb = KnowledgeBase.load(tmp_path)
    day = "2021-04-01"
    assert seen_since(kb, prediction(kb, "p")) == (
        Seen("decides", day, Side.NEITHER),
        Seen("for", day, Side.FOR),
        Seen("later-against", day, Side.AGAINST),
    )
    assert seen_since(kb, prediction(kb, "undated")) == ()
