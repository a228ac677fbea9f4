"""The argument as it was known on a day."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.argument.as_of import known_from, known_on, last_day, over_time, published_by
from graph.argument.lines import LineState, lines_of
from graph.base import KnowledgeBase
from graph.records import Source
from graph.semantics import Standing
from tests.conftest import SAMPLE

SOURCES = {
    "column": "issued: 2020-03-10\n",
    "study": "issued: 2020-06\nquality: {level: primary}\n",
    "report": "issued: 2021\naccessed: 2021-02-03\n",
    "leaflet": "accessed: 2020-09-09\n",
    "sign": "",
}
CLAIMS = {
    "top": ("causal", "column", ""),
    "why": ("causal", "column", "supports: [{claim: top}]"),
    "unsaid": ("assumption", "", "supports: [{claim: top, with: [why]}]"),
    "found": ("fact", "study", "supports: [{claim: why}]"),
    "but": ("fact", "report", "contradicts: [{claim: why}]"),
    "doubt": ("fact", "leaflet", "undercuts: [{link: but -> why}]"),
    "when": ("fact", "sign", "contradicts: [{claim: top}]"),
}
KNOWN_LATER = {"2020-06-30": {"found"}, "2020-09-30": {"doubt"}, "2021-02-28": {"but"}}


def _write(root: Path, claims: Mapping[str, tuple[str, str, str]]) -> KnowledgeBase:
    for folder in ("d", "sources"):
        (root / "claims" / folder).mkdir(parents=True)
    debate = "title: T\nquestion: Q?\ntheses: [top]\nsource: column\n"
    (root / "claims/d/debate.yaml").write_text(debate, "utf-8")
    for source, dates in SOURCES.items():
        text = f"type: report\ntitle: {source}\n{dates}"
        (root / f"claims/sources/{source}.yaml").write_text(text, "utf-8")
    for claim, (kind, sources, more) in claims.items():
        passages = "".join(f"- {{source: {each}, start: so}}\n" for each in sources.split())
        said = f"passages:\n{passages}" if passages else ""
        text = f"---\nclaim: So says {claim}.\nkind: {kind}\n{said}{more}\n---\n"
        (root / f"claims/d/{claim}.md").write_text(text, "utf-8")
    return KnowledgeBase.load(root)


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return _write(tmp_path_factory.mktemp("dated"), CLAIMS)


@pytest.mark.parametrize(
    ("issued", "accessed", "day"),
    [
        ("2020-03-10", None, "2020-03-10"),
        ("2020-02", None, "2020-02-29"),
        ("2020", None, "2020-12-31"),
        ("2020", "2020-07-01", "2020-07-01"),
        ("2020-03-10", "2021-07-01", "2020-03-10"),
        (None, "2021-07", "2021-07-31"),
        (None, None, ""),
    ],
)
def test_a_source_was_published_by_the_last_day_that_its_dates_allow(
    issued: str | None, accessed: str | None, day: str
) -> None:
    fields = {"id": "s", "type": "report", "title": "S", "issued": issued, "accessed": accessed}
    assert published_by(Source.model_validate(fields)) == day


def test_a_claim_is_known_from_its_first_source_on(tmp_path: Path) -> None:
    kb = _write(tmp_path, {**CLAIMS, "top": ("causal", "report study sign", "")})
    days = {each: known_from(kb, kb.claims[each]) for each in ("top", "unsaid", "when")}
    assert days == {"top": "2020-06-30", "unsaid": "", "when": ""}
    known = known_on(kb, "2020-07-01")
    assert [each.source for each in known.claims["top"].passages] == ["study"]


def test_what_was_known_on_a_day_has_the_links_between_what_was_known(kb: KnowledgeBase) -> None:
    then = known_on(kb, "2020-09-30")
    assert sorted(then.claims) == ["doubt", "found", "top", "unsaid", "why"]
    assert sorted(then.links) == ["found -> why", "unsaid -> top", "why -> top"]
    assert sorted(known_on(kb, "1990-01-01").claims) == ["unsaid"]


def test_a_thesis_stood_as_the_records_of_then_are_weighed(
    kb: KnowledgeBase, tmp_path: Path
) -> None:
    moments = over_time(kb, "top")
    assert [each.day for each in moments] == ["2020-03-10", *KNOWN_LATER]
    known = {"top", "why", "unsaid"}
    for moment in moments:
        known |= KNOWN_LATER.get(moment.day, set())
        root = tmp_path / moment.day
        root.mkdir()
        written = _write(root, {each: CLAIMS[each] for each in CLAIMS if each in known})
        assert moment.sides == written.assessment.sides["top"]
        assert moment.standing is written.assessment.standings["top"]
        assert set(moment.came) == KNOWN_LATER.get(moment.day, set())
    assert [each.standing for each in moments] == [Standing.SUPPORTED] * 4
    assert dict(moments[-1].lines) == dict.fromkeys(
        ("unsaid -> top", "why -> top"), LineState.HOLDS
    )


def test_what_bears_on_a_thesis_is_weighed_as_among_all_others(whole: KnowledgeBase) -> None:
    for thesis in whole.theses:
        for moment in over_time(whole, thesis)[-2:]:
            then = known_on(whole, moment.day)
            assert moment.sides == then.assessment.sides[thesis]
            assert moment.standing is then.assessment.standings[thesis]
            assert moment.lines == {each.link.id: each.state for each in lines_of(then, thesis)}


def test_what_does_most_to_it_comes_first(tmp_path: Path) -> None:
    objections = {
        f"counts-{share}": ("fact", "study", f"contradicts: [{{claim: top, relevance: 0.{share}}}]")
        for share in (2, 7, 4)
    }
    came = over_time(_write(tmp_path, {**CLAIMS, **objections}), "top")[1].came
    assert [each for each in came if each != "found"] == ["counts-7", "counts-4", "counts-2"]


def test_a_thesis_that_is_not_dated_has_no_course(tmp_path: Path) -> None:
    assert over_time(_write(tmp_path, {**CLAIMS, "top": ("causal", "sign", "")}), "top") == ()


def test_of_many_claims_months_are_taken_together_and_at_last_nothing_is_weighed(
    kb: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bearing = len(CLAIMS)
    for months, most, days in (
        (3, bearing * 4, ["2020-06-30", "2020-09-30", "2021-03-31"]),
        (12, bearing * 3, ["2020-12-31", "2021-12-31"]),
    ):
        monkeypatch.setattr("graph.argument.as_of._WORK", most)
        fresh = KnowledgeBase(kb.tree)
        if months == 3:
            monkeypatch.setattr("graph.argument.as_of._MONTHS", (3, 12))
        assert [each.day for each in over_time(fresh, "top")][1:] == days
    monkeypatch.setattr("graph.argument.as_of._WORK", bearing * 2)
    assert over_time(KnowledgeBase(kb.tree), "top") == ()


def test_today_is_the_last_moment() -> None:
    sample = KnowledgeBase.load(SAMPLE)
    for thesis in sample.theses:
        for moment in over_time(sample, thesis)[-1:]:
            assert moment.sides == sample.assessment.sides[thesis]


@pytest.mark.parametrize("date", ["", "2025-02-30", "May 2025", "2025-13", "2025-1-1-1"])
def test_what_is_no_date_has_no_last_day(date: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        last_day(date)
