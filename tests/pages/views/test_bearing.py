"""Why a claim matters, and the routes that say so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.argument.routes import COUNTED, routes
from graph.base import KnowledgeBase
from graph.pages.views.bearing import SHOWN, bearings, routes_up
from graph.pages.views.reader import Reader
from graph.words.language import language

Read = Callable[[str], Reader]


def test_what_a_claim_matters_for_ends_at_the_thesis(read: Read) -> None:
    rows = bearings(read("en").claim("care"))
    assert [row.link.link.id for row in rows if row.link] == ["fit -> top"]
    assert rows[0].target.id == "top"
    assert rows[0].thesis is not None
    assert rows[0].thesis.id == "top"
    assert rows[0].effect is not None


def test_a_claim_that_argues_for_nothing_matters_for_what_it_belongs_to(read: Read) -> None:
    (row,) = bearings(read("en").claim("rain"))
    assert (row.relation, row.link, row.target.id) == ("raised-by", None, "top")


@pytest.mark.parametrize("thesis", ["one", "over"])
def test_a_claim_that_contradicts_what_contradicts_it_does_not_bear_on_itself(
    tmp_path: Path, thesis: str
) -> None:
    because = "because: {en: They exclude each other.}"
    links = {
        "one": f"contradicts: [{{claim: two, {because}}}]\nsupports: [{{claim: over, {because}}}]",
        "two": f"contradicts: [{{claim: one, {because}}}]",
        "over": "",
    }
    folder = tmp_path / "claims" / "d"
    folder.mkdir(parents=True)
    (folder / "debate.yaml").write_text(
        f"title: {{en: D}}\nquestion: {{en: Why?}}\ntheses: [{thesis}]\n", "utf-8"
    )
    for claim, said in links.items():
        record = f"---\nclaim: {{en: So says {claim}.}}\nkind: fact\n{said}\n---\n"
        (folder / f"{claim}.md").write_text(record, "utf-8")
    reader = Reader(KnowledgeBase.load(tmp_path), language("en"))
    rows = {
        (claim, row.target.id): [each.id for each in row.onward]
        for claim in ("one", "two")
        for row in bearings(reader.claim(claim))
    }
    assert rows["one", "two"] == []
    assert rows["two", "one"] == ([] if thesis == "one" else ["over"])


def test_the_first_row_is_the_next_step_to_a_thesis(whole: KnowledgeBase) -> None:
    reader = Reader(whole, language("nl"))
    for claim in whole.claims:
        passed = [claim]
        while passed[-1] not in reader.theses:
            first = bearings(reader.claim(passed[-1]))[0].target.id
            assert first not in passed, passed
            passed.append(first)
        crumbs = [view.id for _, view in reader.claim(claim).breadcrumb]
        assert crumbs == passed[::-1]


def test_a_claim_page_has_the_routes_that_a_trace_finds(whole: KnowledgeBase) -> None:
    reader = Reader(whole, language("en"))
    counts = set()
    for claim in whole.claims:
        expected = routes(whole, claim, reader.theses, COUNTED + 1)
        found = routes_up(reader.claim(claim))
        shown = [tuple(step.claim.id for step in route) for route in found.shown]
        assert shown == [route.claims[::-1] for route in expected[:SHOWN]]
        assert found.many == (len(expected) > COUNTED)
        assert found.count == min(len(expected), COUNTED)
        assert found.more == found.count - len(shown)
        assert found.theses == len({route.claims[-1] for route in expected[:COUNTED]})
        counts.add((bool(found.more), found.many))
    assert counts == {(False, False), (True, False), (True, True)}


def test_a_step_that_two_routes_share_is_spelled_out_once(whole: KnowledgeBase) -> None:
    for claim in whole.claims:
        found = routes_up(Reader(whole, language("en")).claim(claim))
        spelled = [
            (step.claim.id, step.link.link.id)
            for route in found.shown
            for step in route
            if step.link and step.spelled_out
        ]
        taken = {
            (step.claim.id, step.link.link.id)
            for route in found.shown
            for step in route
            if step.link
        }
        assert len(spelled) == len(set(spelled))
        assert set(spelled) == taken


@pytest.fixture
def apart(tmp_path: Path) -> KnowledgeBase:
    """An argument of which a part hangs together with no thesis by links."""
    folder = tmp_path / "claims" / "d"
    folder.mkdir(parents=True)
    (folder / "debate.yaml").write_text(
        "title: {en: T}\nquestion: {en: Q?}\ntheses: [top]\n", "utf-8"
    )
    for claim, links in {
        "top": "",
        "lost": "contradicts: [{claim: found}]\n",
        "found": "contradicts: [{claim: lost}]\nspecifies: [top]\n",
    }.items():
        text = f"---\nclaim: {{en: {claim}.}}\nkind: fact\n{links}---\n"
        (folder / f"{claim}.md").write_text(text, "utf-8")
    return KnowledgeBase.load(tmp_path)


def test_what_a_claim_belongs_to_comes_before_links_that_lead_to_no_thesis(
    apart: KnowledgeBase,
) -> None:
    reader = Reader(apart, language("en"))
    assert [row.target.id for row in bearings(reader.claim("found"))] == ["top", "lost"]
    (row,) = bearings(reader.claim("lost"))
    assert row.target.id == "found"
    assert [view.id for view in row.onward] == ["top"]
