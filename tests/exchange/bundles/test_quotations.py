"""Passages that a bundle gives by quotations: recorded by where their words stand."""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.answers.locate import located
from graph.answers.verify import verdicts
from graph.base import KnowledgeBase
from graph.exchange.bundles import quotations
from graph.exchange.bundles.arrivals import merged
from graph.exchange.bundles.bringing_in import BroughtIn, brought_in, write_all
from graph.exchange.bundles.reading import read_bundle
from graph.passages import Comparing, Status, paragraphs_of
from graph.passages.similar import steps_of
from graph.records import Claim, limits
from graph.store import read_file
from tests.examples import examples
from tests.small import TEXT, lay_out

QUOTED = "Doctors have said so for years, and\nnobody doubts it."
PLACE = ("essay", 1, "Doctors have said", "nobody doubts it")
CLAIM = "claims:\n  - claim: {en: Trams are.}\n    kind: fact"
WORDS = TEXT.split("\n\n", 1)[1]


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return KnowledgeBase.load(lay_out(tmp_path_factory.mktemp("small")))


def texts_of(kb: KnowledgeBase) -> Path:
    return kb.tree.root / "texts"


def brought(kb: KnowledgeBase, form: str, text: str, **more: Any) -> BroughtIn:
    bundle = read_bundle(f"f.{form}", text.encode(), form)
    return brought_in(kb, bundle, **{"texts": texts_of(kb), **more})


def lines(kb: KnowledgeBase, *records: object, **more: Any) -> BroughtIn:
    return brought(kb, "jsonl", "\n".join(map(json.dumps, records)), **more)


def quoting(number: int, *passages: object) -> dict[str, Any]:
    return {"claim": {"en": f"Number {number}."}, "kind": "fact", "passages": list(passages)}


def claims_of(outcome: BroughtIn) -> list[Claim]:
    records = [read_file(path, text)[0] for path, text in outcome.files]
    return [each.record for each in records if each and isinstance(each.record, Claim)]


def places_of(outcome: BroughtIn) -> list[tuple[object, ...]]:
    passages = [each for claim in claims_of(outcome) for each in claim.passages]
    return [(each.source, each.paragraph, each.start, each.end) for each in passages]


def told(outcome: BroughtIn) -> list[tuple[str, int, int]]:
    return [(each.code, each.line, each.column) for each in outcome.errors]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("csv", f'claim.en,kind,quote\nTrams are.,fact,"{QUOTED}"\n'),
        ("csv", f'claim.en,kind,passages,quote\nTrams are.,fact,essay,"“{QUOTED}”"\n'),
        ("csv", f'quote;claim.en;kind;passages.paragraph\n"{QUOTED}";Trams are.;fact;1\n'),
        ("csv", f'claim.en,kind,passages.1.quote\nTrams are.,fact,"{QUOTED}"\n'),
        ("jsonl", json.dumps({**quoting(1), "passages": [{"source": "essay", "quote": QUOTED}]})),
        ("yaml", f"{CLAIM}\n    passages:\n      - quote: {json.dumps(QUOTED)}\n"),
        ("yaml", f"{CLAIM}\n    passages: [{{quote: Doctors have … nobody doubts it}}]\n"),
    ],
)
def test_a_quotation_is_recorded_by_its_place_in_every_form(
    kb: KnowledgeBase, form: str, text: str
) -> None:
    outcome = brought(kb, form, text)
    assert outcome.errors == ()
    assert places_of(outcome) == [PLACE]
    [claim] = claims_of(outcome)
    assert not claim.implicit
    assert claim.passages[0].fingerprint is not None
    assert not any("for years" in each.text for each in outcome.files)


def test_several_passages_are_quoted_in_one_row_and_keep_what_else_is_said_of_them(
    kb: KnowledgeBase,
) -> None:
    head = "claim.en,kind,quote,passages.2.quote,passages.2.fit.bears,passages.2.fit.read"
    row = "Trams are.,fact,money is short,Of course money,partly,2025-01-31"
    [claim] = claims_of(brought(kb, "csv", f"{head}\n{row}\n"))
    assert [each.start for each in claim.passages] == ["money is short", "Of course money"]
    assert claim.passages[1].fit is not None


def test_a_source_comes_along_with_what_is_quoted_from_it(
    kb: KnowledgeBase, tmp_path: Path
) -> None:
    (tmp_path / "essay.txt").write_text(TEXT, "utf-8")
    (tmp_path / "hoek-1920.txt").write_text("Trams\n\nOnce upon a time a tram rang.\n", "utf-8")
    source = {"record": "source", "key": "book", "type": "book", "title": "Trams", "issued": 1920,
              "author": [{"family": "Hoek"}]}  # fmt: skip
    for passage in ({"source": "book", "quote": "a tram rang"}, {"quote": "a tram rang"}):
        outcome = lines(kb, quoting(1, passage), source, texts=tmp_path)
        assert outcome.errors == ()
        assert places_of(outcome) == [("hoek-1920", 1, "a tram rang", None)]
    assert [each.message for each in lines(kb, quoting(1, passage), texts=tmp_path).errors] == [
        "the words are in hoek-1920.txt, of which there is no source yet"
    ]


def test_what_is_wrong_with_quotations_is_told_at_once_where_it_stands(kb: KnowledgeBase) -> None:
    head = "claim.en,kind,passages,passages.paragraph,quote,passages.start\n"
    rows = (
        "One.,fact,,,There is no tram at all,",
        "Two.,fact,,,it,",
        "Three.,fact,esay,,money is short,",
        "Four.,fact,,x,money is short,",
        "Five.,fact,,2,money is short,money",
        "Six.,fact,,1,money is short,",
        "Seven.,fact,,,Doctors have said so for year,",
        'Eight.,fact,,,"nobody doubts it.\n\nOf course money",',
        "Nine.,fact,,,…,",
        "Ten.,fcat,,,money is short,",
    )
    outcome = brought(kb, "csv", head + "\n".join(rows) + "\n")
    assert told(outcome) == [
        ("F104", 2, 13),
        ("F104", 3, 13),
        ("R103", 4, 13),
        ("F103", 5, 13),
        ("F104", 6, 15),
        ("F104", 7, 14),
        ("F104", 8, 15),
        ("F104", 9, 15),
        ("F104", 12, 14),
        ("F104", 13, 6),
    ]
    said = {each.line: (each.message, each.help) for each in outcome.errors}
    assert said[3][1] == "quote more of them, or say which with its `source` or `paragraph`"
    assert said[6][0] == "the passage is given twice"
    assert "the text has “years” where “year” is quoted" in said[8][1]
    assert "run over paragraphs 1 and 2 of essay" in said[9][0]
    assert all(message and help_ for message, help_ in said.values())


def test_that_a_text_is_not_there_is_told_once(kb: KnowledgeBase) -> None:
    passages = ({"source": "essay", "quote": "money"}, {"quote": "money is"}, {"quote": "short"})
    records = [quoting(at, each) for at, each in enumerate((*passages, passages[0]))]
    outcome = lines(kb, *records, texts=None)
    assert [(each.line, each.message, each.help) for each in outcome.errors] == [
        (1, "there is no text of essay here", "say with --texts DIR where texts are"),
        (2, "there is no text here", "say with --texts DIR where texts are"),
    ]
    nowhere = texts_of(kb) / "not-there"
    [error] = lines(kb, records[0], texts=nowhere).errors
    assert error.message == f"there is no folder {nowhere} to find texts in"


@pytest.mark.parametrize(
    "quotation",
    [None, [], {}, True, ["a"], {"en": "a"}, "", " ", "\u200b", "(", "[zq-", "\\", "…", "... ...",
     "-" * 2_000, "a- " * 2_000, "a" * (limits.NOTE + 1), "\u0301" * 100, 7, 1e400],
)  # fmt: skip
def test_whatever_is_quoted_is_found_or_told_of(kb: KnowledgeBase, quotation: object) -> None:
    [error] = lines(kb, quoting(1, {"quote": quotation})).errors
    assert error.code == "F104"
    assert error.message
    assert error.help


@pytest.mark.parametrize(
    "passages",
    [{"quote": "money is short"}, "quote", [["quote"]], [{"quote": "money is short", "quoat": 1}]],
)
def test_passages_of_another_form_are_told_of_as_in_any_record(
    kb: KnowledgeBase, passages: object
) -> None:
    assert lines(kb, {**quoting(1), "passages": passages}).errors != ()


def test_what_is_no_claim_has_no_quotation(kb: KnowledgeBase) -> None:
    outcome = brought(kb, "csv", "record,name,quote\nspeaker,Anna,money is short\n")
    assert told(outcome) == [("F101", 1, 13)]


@pytest.mark.parametrize(
    ("column", "meant"),
    [("qoute", "quote"), ("passages.qoute", "quote"), ("passages.2.quotes", "quote"),
     ("theem", "theme"), ("debat", "debate"), ("kidn", "kind"), ("passages.strat", "start")],
)  # fmt: skip
def test_a_misspelt_column_is_told_also_where_only_bundles_have_it(
    kb: KnowledgeBase, column: str, meant: str
) -> None:
    outcome = brought(kb, "csv", f"claim.en,kind,{column}\nTrams are.,fact,money is short\n")
    [error] = [each for each in outcome.errors if each.code == "F101"]
    assert error.help.startswith(f"did you mean `{meant}`")


def test_after_many_faults_no_text_is_searched_any_more(
    kb: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    sought: list[bool] = []
    real = located

    def counted(*given: Any) -> Any:
        found = real(*given)
        sought.append(found.compared)
        return found

    monkeypatch.setattr(quotations, "located", counted)
    steps = steps_of("not 0 there", paragraphs_of(TEXT).caseless)
    monkeypatch.setattr(quotations, "Comparing", partial(Comparing, 3 * steps // 2))
    monkeypatch.setattr(limits, "FINDINGS", 10)
    passages = [{"quote": f"not {at // 2} there"} for at in range(30)]
    outcome = lines(kb, *(quoting(at, each) for at, each in enumerate(passages)))
    assert len([each for each in outcome.errors if each.code == "F104"]) == 10
    assert len(sought) == 5
    assert sought == [True, False, False, False, False]


def test_a_passage_that_came_in_before_is_passed_over(tmp_path: Path) -> None:
    kb = KnowledgeBase.load(lay_out(tmp_path))
    records = [quoting(1, {"quote": "money is short"}), quoting(2, {"quote": "stays fit"})]
    write_all(kb.tree, lines(kb, *records).files)
    again = lines(KnowledgeBase.load(tmp_path), *records)
    assert (again.files, len(again.there)) == ((), 2)


def passages_of_the_text() -> st.SearchStrategy[str]:
    """Stretches of whole words of the paragraphs below the headline, of no fewer than four."""
    found = WORDS.split("\n\n")

    @st.composite
    def drawn(draw: st.DrawFn) -> str:
        words = draw(st.sampled_from(found)).split()
        begin = draw(st.integers(0, max(0, len(words) - 5)))
        end = draw(st.integers(min(len(words), begin + 4), len(words)))
        between = draw(st.sampled_from((" ", "\n", "  ")))
        return between.join(words[begin:end])

    return drawn()


@settings(
    max_examples=examples(0.4),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(quoted=st.lists(passages_of_the_text(), min_size=1, max_size=6))
def test_quotations_of_a_text_come_back_as_passages_that_verify(
    kb: KnowledgeBase, quoted: Sequence[str]
) -> None:
    outcome = lines(kb, *(quoting(at, {"quote": each}) for at, each in enumerate(quoted)))
    assert outcome.errors == ()
    files = {path: read_file(path, text)[0] for path, text in outcome.files}
    now = merged(kb, files.values())
    ids = {each.id for each in outcome.new}
    source = {"essay": paragraphs_of(TEXT)}
    found = [each for each in verdicts(now, source) if each.claim in ids]
    assert len(found) == len(quoted)
    assert {each.status for each in found} == {Status.VERIFIED}
