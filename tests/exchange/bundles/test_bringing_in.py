"""What a bundle comes to in a knowledge base: everything, or what is wrong and where."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.check import Severity
from graph.errors import AnswerError
from graph.exchange.bundles.bringing_in import BroughtIn, brought_in, write_all
from graph.exchange.bundles.reading import read_bundle
from graph.passages import wording_mark
from graph.records import LocalizedText
from graph.store.saving import NotSavedError
from tests.small import lay_out

HEAD = "key,id,claim.en,kind,supports,undercuts,supports.because.en\n"


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    return KnowledgeBase.load(lay_out(tmp_path))


def _csv(kb: KnowledgeBase, *rows: str, head: str = HEAD, **more: Any) -> BroughtIn:
    return brought_in(kb, read_bundle("f.csv", (head + "\n".join(rows)).encode(), "csv"), **more)


def _lines(kb: KnowledgeBase, records: Sequence[object], **more: Any) -> BroughtIn:
    text = "\n".join(map(json.dumps, records))
    return brought_in(kb, read_bundle("f.jsonl", text.encode(), "jsonl"), **more)


def _told(outcome: BroughtIn) -> list[tuple[str, int, int]]:
    return [(each.code, each.line, each.column) for each in outcome.errors]


def test_rows_name_each_other_by_their_keys_in_any_order(kb: KnowledgeBase) -> None:
    outcome = _csv(
        kb,
        "1,,Trams are quiet.,fact,2; build-cycle-paths,,Quiet is good.",
        "3,trams-stop,Trams stop often.,fact,,1 -> 2,",
        "2,,The town should buy trams.,recommendation,,,",
    )
    assert outcome.errors == ()
    write_all(kb.tree, outcome.files)
    claims = KnowledgeBase.load(kb.tree.root).claims
    quiet = claims["trams-quiet"]
    assert [each.claim for each in quiet.supports] == ["town-should-buy-trams", "build-cycle-paths"]
    assert quiet.supports[0].because == LocalizedText({"en": "Quiet is good."})
    assert claims["trams-stop"].undercuts[0].link == "trams-quiet -> town-should-buy-trams"


def test_a_claim_without_an_id_is_completed_as_a_new_one_and_one_with_an_id_is_not(
    kb: KnowledgeBase,
) -> None:
    step = {"claim": "build-cycle-paths", "because": {"en": "So."}}
    record = {"claim": {"nl": "Trams.", "en": "Trams are."}, "kind": "fact", "supports": [step]}
    draft, whole = _lines(kb, [record, {**record, "id": "own"}], anyway=True).files
    target = wording_mark("The town should build cycle paths.")
    assert f"wording: {target}" in draft.text
    assert "translates: {en: " in draft.text
    assert "implicit: true" in draft.text
    assert not any(each in whole.text for each in ("wording", "translates", "implicit"))


def test_texts_that_name_no_language_are_in_the_first_of_their_debate(kb: KnowledgeBase) -> None:
    head = "claim,claim.nl,label,kind,supports,supports.because\n"
    outcome = _csv(kb, "Trams are.,,Trams,fact,build-cycle-paths,So.", head=head)
    assert outcome.errors == ()
    write_all(kb.tree, outcome.files)
    claim = KnowledgeBase.load(kb.tree.root).claims["trams"]
    texts = (claim.claim, claim.label, claim.supports[0].because)
    assert texts == tuple(LocalizedText({"en": each}) for each in ("Trams are.", "Trams", "So."))
    assert _csv(KnowledgeBase.load(kb.tree.root), "Trams are.,,Trams,fact,,", head=head).errors
    both = _csv(kb, "Trams go.,Trams gaan.,,fact,,", head=head)
    assert [each.code for each in both.errors] != []


def test_a_debate_that_comes_along_says_in_which_language_texts_are(kb: KnowledgeBase) -> None:
    debate = {"record": "debate", "key": "t", "title": {"nl": "Trams", "en": "Trams"},
              "question": {"nl": "Trams?"}}  # fmt: skip
    outcome = _lines(kb, [{"claim": "Trams rijden.", "kind": "fact", "debate": "t"}, debate])
    assert [each.code for each in outcome.errors] == []
    assert any("nl: Trams rijden." in text for _, text in outcome.files)
    unsaid = _lines(kb, [{"claim": "Trams rijden.", "kind": "fact"}, debate])
    assert unsaid.errors != ()


def test_what_decides_an_outcome_is_named_by_its_key_in_the_same_bundle(kb: KnowledgeBase) -> None:
    step = [{"claim": "build-cycle-paths"}]
    outcome = {"state": "failed", "on": "2025-01-31", "because": {"en": "So."}, "claims": ["1"]}
    predicted = {"claim": {"en": "Trams will ride."}, "kind": "prediction", "supports": step}
    seen = {"key": "1", "claim": {"en": "No tram rides."}, "kind": "fact", "supports": step}
    found = _lines(kb, [{**predicted, "outcome": outcome}, seen], anyway=True)
    write_all(kb.tree, found.files)
    claims = KnowledgeBase.load(kb.tree.root).claims
    [judged] = [each for each in claims.values() if each.outcome is not None]
    [other] = [each.id for each in claims.values() if each.claim.root.get("en") == "No tram rides."]
    assert judged.outcome is not None
    assert judged.outcome.claims == (other,)


def test_all_errors_are_told_at_once_each_where_it_stands(kb: KnowledgeBase) -> None:
    outcome = _csv(
        kb,
        "1,,Trams are quiet.,fcat,,,",
        "2,,Trams are dear.,fact,A9,,",
        '3,,"Trams,\nin two lines.",fact,nosuch-claim,,',
        "4,Bad Id,Trams are.,fact,4,,",
        "5,,,fact,,,",
        "5,,Trams are six.,fact,,x -> y,",
        "7,essay,Trams are seven.,fact,,,",
        "8,essay,Trams are eight.,fact,,,",
        "9,roads-cost-more,Trams are nine.,fact,,,",
        "roads-cost-more,,Trams are ten.,fact,,,",
    )
    assert _told(outcome) == [
        ("F104", 2, 21),
        ("R101", 3, 25),
        ("R101", 5, 21),
        ("I101", 6, 3),
        ("A102", 6, 26),
        ("F102", 7, 1),
        ("I103", 8, 1),
        ("R102", 8, 25),
        ("I103", 10, 3),
        ("I103", 11, 3),
        ("I103", 12, 1),
    ]
    assert all(each.path == "f.csv" and each.message and each.help for each in outcome.errors)


def test_an_unknown_column_is_told_once_at_its_name(kb: KnowledgeBase) -> None:
    outcome = _csv(kb, "Trams are.,fact,1", "Trams go.,fact,2", head="claim.en,kind,suports\n")
    assert _told(outcome) == [("F101", 1, 15)]
    assert outcome.errors[0].help == "did you mean `supports`?"


def test_the_same_sentence_in_two_rows_or_in_the_knowledge_base_is_an_error(
    kb: KnowledgeBase,
) -> None:
    rows = (
        "1,,Trams are quiet.,fact,,,",
        "2,,trams are quiet!,fact,,,",
        "3,,Cycling keeps people fit,fact,,,",
    )
    outcome = _csv(kb, *rows)
    assert [(each.code, each.line, each.message) for each in outcome.errors] == [
        ("A402", 3, "row 2 says the same"),
        ("A402", 4, "`cycling-keeps-fit` says the same"),
    ]
    assert _csv(kb, *rows, anyway=True).errors == ()


def test_what_is_there_already_and_the_same_is_passed_over(kb: KnowledgeBase) -> None:
    rows = ("1,,Trams are quiet.,fact,2,,Quiet is good.", "2,trams-win,Trams win.,fact,,,")
    write_all(kb.tree, _csv(kb, *rows).files)
    again = KnowledgeBase.load(kb.tree.root)
    outcome = _csv(again, *rows, "3,,Trams lose.,fact,,,")
    assert [each.id for each in outcome.there] == ["trams-quiet", "trams-win"]
    assert [each.id for each in outcome.new] == ["trams-lose"]
    assert outcome.errors == ()


def test_sources_speakers_and_debates_come_along(kb: KnowledgeBase) -> None:
    passage = {"source": "book", "start": "once upon", "end": "a tram", "paragraph": 1}
    outcome = _lines(
        kb,
        [
            {"claim": {"en": "Trams ran."}, "kind": "fact", "debate": "T", "passages": [passage],
             "speaker": "her", "annotation": "One.\n\nTwo.", "annotations": {"nl": "Een."}},
            {"record": "debate", "key": "T", "title": {"en": "Trams past"},
             "question": {"en": "Did they?"}, "theses": ["trams-ran"]},
            {"record": "source", "key": "book", "type": "book", "title": "Trams", "issued": 1920,
             "author": [{"family": "Hoek", "given": "A."}]},
            {"record": "speaker", "key": "her", "name": "Anna Hoek"},
        ],
    )  # fmt: skip
    assert outcome.errors == ()
    written = [each.path for each in outcome.files]
    assert sorted(written[:2]) == [
        "claims/sources/hoek-1920.yaml",
        "claims/speakers/anna-hoek.yaml",
    ]
    assert written[2:] == [
        "claims/trams-past/trams-ran.md",
        "claims/trams-past/trams-ran.nl.md",
        "claims/trams-past/debate.yaml",
    ]
    assert outcome.files[2].text.endswith("---\n\nOne.\n\nTwo.\n")


def test_a_claim_becomes_a_root_of_a_theme_that_is_there_or_comes_along(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    debate = root / "claims/paths/debate.yaml"
    themes = "themes:\n  - {id: money, title: {en: Money}, roots: [paths-cost-much]}  # first\n"
    debate.write_text(debate.read_text("utf-8") + themes, "utf-8")
    kb = KnowledgeBase.load(root)
    records: list[dict[str, Any]] = [
        {"claim": {"en": "Trams are dear."}, "kind": "fact", "debate": "paths", "theme": "money"},
        {"claim": {"en": "Trams ran."}, "kind": "fact", "debate": "past", "theme": ["a", "b"]},
        {"record": "debate", "id": "past", "title": {"en": "Past"}, "question": {"en": "Past?"},
         "themes": [{"id": each, "title": {"en": each}, "roots": ["trams-went"]} for each in "ab"]},
        {"claim": {"en": "Trams went."}, "kind": "fact", "debate": "past"},
    ]  # fmt: skip
    outcome = _lines(kb, records)
    assert outcome.errors == ()
    write_all(kb.tree, outcome.files)
    now = KnowledgeBase.load(root)
    assert now.debates["paths"].themes[0].roots == ("paths-cost-much", "trams-dear")
    assert "# first" in debate.read_text("utf-8")
    assert [each.roots for each in now.debates["past"].themes] == [("trams-went", "trams-ran")] * 2
    assert _lines(now, records).files == ()
    wrong = _lines(kb, [{**records[0], "theme": "mony"}]).errors
    assert [(each.code, each.help) for each in wrong] == [("F104", "did you mean `money`?")]


def test_where_a_debate_cannot_be_written_everything_is_as_it_was(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    debate = root / "claims/paths/debate.yaml"
    themes = "themes:\n  - {id: money, title: {en: Money}, roots: [paths-cost-much]}\n"
    debate.write_text(debate.read_text("utf-8") + themes, "utf-8")
    kb = KnowledgeBase.load(root)
    record = {"claim": {"en": "Trams are dear."}, "kind": "fact", "theme": "money"}
    outcome = _lines(kb, [record])
    debate.write_text(debate.read_text("utf-8") + "# of somebody else\n", "utf-8")
    before = {each: each.read_bytes() for each in root.rglob("*") if each.is_file()}
    with pytest.raises(NotSavedError, match="nothing was written"):
        write_all(kb.tree, outcome.files)
    assert {each: each.read_bytes() for each in root.rglob("*") if each.is_file()} == before


def test_what_is_named_is_written_before_what_names_it(kb: KnowledgeBase) -> None:
    outcome = _csv(
        kb,
        "1,a,Trams are.,fact,b,,",
        "2,b,Trams go.,fact,d,,",
        "3,c,Trams stop.,fact,,b -> d,",
        "4,d,Trams ring.,fact,e,,",
        "5,e,Trams win.,fact,,,",
        "6,f,Trams lose.,fact,g,,",
        "7,g,Trams wait.,fact,,f -> g,",
    )
    names = [each.path.rpartition("/")[2].removesuffix(".md") for each in outcome.files]
    assert sorted(names) == list("abcdefg")
    for first, then in ("ba", "db", "ed", "bc", "dc"):
        assert names.index(first) < names.index(then)


def test_with_several_debates_it_is_to_be_said_which_once(kb: KnowledgeBase) -> None:
    debate = {"record": "debate", "title": {"en": "B"}, "question": {"en": "B?"}}
    claims = [{"claim": {"en": f"Number {each}."}, "kind": "fact"} for each in range(3)]
    found = [each for each in _lines(kb, [debate, *claims]).errors if each.path == "f.jsonl"]
    assert [(each.code, each.line) for each in found] == [("F102", 2)]
    assert "b or paths" in found[0].message
    assert _lines(kb, [debate, *claims], debate="paths").errors == ()
    with pytest.raises(AnswerError, match="there is no debate path"):
        _lines(kb, claims, debate="path")


@pytest.mark.parametrize(
    ("beside", "code"),
    [
        ({"debate": "../../x"}, "R304"),
        ({"theme": "mony"}, "F104"),
        ({"theme": 5}, "F103"),
        ({"theme": {"a": "b"}}, "F103"),
        ({"folder": "../x"}, "F104"),
        ({"folder": "a/.git"}, "F104"),
        ({"folder": "a/" * 20}, "F104"),
        ({"folder": "a\\b"}, "F104"),
        ({"folder": "a\u202eb"}, "F104"),
        ({"id": "../x"}, "I101"),
        ({"id": "con"}, "I101"),
        ({"id": ["x"]}, "F103"),
        ({"id": []}, "F103"),
        ({"key": 1.5}, "F103"),
        ({"key": {}}, "F103"),
        ({"debate": ["a"]}, "F103"),
        ({"debate": 1.5}, "F103"),
        ({"folder": {"a": "b"}}, "F103"),
        ({"folder": []}, "F103"),
        ({"annotations": {"../x": "y"}}, "F103"),
        ({"annotations": "y"}, "F103"),
        ({"annotation": ["y"]}, "F103"),
        ({"annotation": "y\x00"}, "S213"),
        ({"annotation": "y" * 20_001}, "F106"),
        ({"topics": ["x"] * 501}, "F107"),
        ({"claim": {"en": "x" * 2001}}, "F106"),
        ({"claim": {"en": "\ud800"}}, "S213"),
        ({"claim": ["x"]}, "F103"),
        ({"kind": None}, "F104"),
        ({"supports": {"claim": "x"}}, "F103"),
    ],
)
def test_what_no_record_can_have_is_an_error_at_its_place_and_writes_nothing(
    kb: KnowledgeBase, beside: dict[str, Any], code: str
) -> None:
    outcome = _lines(kb, [{"claim": {"en": "One."}, "kind": "fact", **beside}])
    assert [each.code for each in outcome.errors if each.path == "f.jsonl"] == [code]
    claims = kb.tree.root / "claims"
    assert all((kb.tree.root / path).resolve().is_relative_to(claims) for path, _ in outcome.files)


@pytest.mark.parametrize("author", [True, 5, 1.5, "Ann", {"family": "Ann"}, [], ["Ann"], [[]]])
def test_authors_that_no_source_can_have_are_told_and_an_id_is_made_all_the_same(
    kb: KnowledgeBase, author: Any
) -> None:
    outcome = _lines(kb, [{"record": "source", "title": "A book", "author": author}])
    assert [each.id for each in outcome.new] == ["book"]
    assert outcome.errors


@pytest.mark.parametrize("below", ["", "/deeper"])
def test_nothing_is_written_through_a_link_out_of_the_claims_folder(
    kb: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory, below: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    debate = sorted(kb.debates)[0]
    (kb.tree.root / "claims" / debate).mkdir(parents=True, exist_ok=True)
    (kb.tree.root / "claims" / debate / "out").symlink_to(elsewhere)
    row = {"claim": {"en": "One."}, "kind": "fact", "folder": f"out{below}", "debate": debate}
    with pytest.raises(AnswerError, match="is not in the claims folder"):
        write_all(kb.tree, _lines(kb, [row]).files)
    assert list(elsewhere.iterdir()) == []


def test_where_a_file_cannot_be_written_none_is(kb: KnowledgeBase) -> None:
    outcome = _csv(kb, "1,,Trams are quiet.,fact,,,", "2,,Trams are dear.,fact,,,")
    last = kb.tree.root / outcome.files[-1].path
    before = sorted(kb.tree.root.rglob("*"))
    last.write_text("of somebody else", "utf-8")
    with pytest.raises(NotSavedError, match="nothing was written"):
        write_all(kb.tree, outcome.files)
    last.unlink()
    assert sorted(kb.tree.root.rglob("*")) == before


def test_findings_that_are_no_errors_keep_nothing_from_being_written(kb: KnowledgeBase) -> None:
    outcome = _csv(kb, "1,,Trams are quiet,fact,build-cycle-paths,,")
    assert outcome.errors == ()
    severities = {each.severity for each in outcome.findings if each.path == "f.csv"}
    assert severities == {Severity.WARNING, Severity.HINT}
