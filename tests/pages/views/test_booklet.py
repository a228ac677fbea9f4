"""A debate as a booklet: what is in it, and where its links lead."""

import re
from html import unescape
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.views.booklet import Booklet, Leads
from graph.pages.views.debates import Debates
from graph.pages.views.link import WIDEST
from graph.pages.views.reader import Reader
from graph.pages.views.shared_debates import SharedDebates
from graph.words.language import language


def _booklet(kb: KnowledgeBase, code: str = "en") -> Booklet:
    reader = Reader(kb, language(code))
    return Booklet(reader, Debates(reader, SharedDebates(kb)).all[0])


@pytest.fixture(scope="module")
def booklet(sample: KnowledgeBase) -> Booklet:
    return _booklet(sample)


def test_its_chapters_are_the_front_the_key_the_thesis_the_themes_the_rest_and_the_sources(
    booklet: Booklet,
) -> None:
    assert [(each.kind, each.name) for each in booklet.chapters] == [
        ("front", "front"),
        ("key", "key"),
        ("lines", "thesis"),
        ("claims", "theme-1"),
        ("claims", "theme-2"),
        ("claims", "theme-3"),
        ("claims", "others"),
        ("sources", "sources"),
    ]
    assert booklet.chapters[3].title == "Quieter streets"
    assert booklet.left_out == 0


def test_its_claims_are_numbered_as_they_come_each_once(booklet: Booklet) -> None:
    entries = [entry for chapter in booklet.chapters for entry in chapter.entries]
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert {entry.claim.id for entry in entries} == booklet.view.members
    assert len(entries) == len(booklet.view.members)


def test_its_sources_are_the_text_under_analysis_and_all_that_claims_are_read_from(
    booklet: Booklet, sample: KnowledgeBase
) -> None:
    first, *_ = booklet.sources
    assert (first.number, first.source) == (1, booklet.view.sources[0])
    cited = {each.source for claim in sample.claims.values() for each in claim.passages}
    assert {each.source.id for each in booklet.sources} == cited
    assert [each.number for each in booklet.sources] == list(range(1, len(cited) + 1))


def test_the_standing_of_a_claim_is_said_once(booklet: Booklet) -> None:
    for entry in (entry for chapter in booklet.chapters for entry in chapter.entries):
        if not entry.claim.is_question:
            sentence = "".join(piece.text for piece in entry.explained)
            assert sentence[0] in ".:", sentence
            assert not sentence.lstrip(".: ").startswith(entry.claim.standing_word)


def test_a_claim_that_bears_twice_on_one_other_says_so_once(booklet: Booklet) -> None:
    for entry in (entry for chapter in booklet.chapters for entry in chapter.entries):
        named = [(each.type, each.link.target) for each in entry.uses.links]
        assert len(named) == len({*named})
        assert {*named} == {(each.type, each.link.target) for each in entry.claim.used_in}


def _leads(booklet: Booklet, site: str | None) -> Leads:
    return Leads(booklet, lambda place: f"{place.chapter}#{place.name}", site)


def test_links_lead_to_what_is_in_it_or_else_to_the_site(booklet: Booklet) -> None:
    for site in ("../../", None):
        assert _leads(booklet, site)("claims/build-the-tram/") == "thesis#c1"
        assert _leads(booklet, site)("sources/holt-2021/") == "sources#s1"
    assert _leads(booklet, "../../")("method/#close") == "../../method/#close"
    assert _leads(booklet, None)("method/#close") == ""


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("../top/", "thesis#c1"),
        ("../top/#annotation", "thesis#c1"),
        ("#annotation", "thesis#c1"),
        ("../no-such-claim/", None),
        ("../../method/", None),
        ("../../../../../..", None),
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("//example.org/", "//example.org/"),
    ],
)
def test_a_link_of_a_note_leads_to_a_claim_of_the_booklet_or_out_of_the_site(
    tmp_path: Path, address: str, leads_to: str | None
) -> None:
    folder = tmp_path / "claims" / "d"
    folder.mkdir(parents=True)
    (folder / "debate.yaml").write_text("title: T\nquestion: Q?\ntheses: [top]\n", "utf-8")
    note = f"# A heading\n\nAs [said](<{address}>)."
    (folder / "top.md").write_text(f"---\nclaim: It is so.\nkind: fact\n---\n{note}\n", "utf-8")
    booklet = _booklet(KnowledgeBase.load(tmp_path))
    (entry,) = booklet.chapters[2].entries
    html = _leads(booklet, "../../").note(entry, 3)
    assert "<h4>A heading</h4>" in html
    found = re.search(r'<a(?: href="([^"]*)")?>said</a>', html)
    assert found is not None
    assert (found[1] and unescape(found[1])) == leads_to


def test_of_many_doubts_about_a_step_and_parts_of_a_claim_it_names_some_and_counts_the_rest(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "claims" / "d"
    folder.mkdir(parents=True)
    (folder / "debate.yaml").write_text("title: T\nquestion: Q?\ntheses: [top]\n", "utf-8")
    links = {"top": "", "why": "supports: [{claim: top}]\n"}
    doubt = "undercuts: [{link: why -> top}]\nspecifies: [top]\n"
    for name, text in (links | {f"c{n}": doubt for n in range(WIDEST + 20)}).items():
        record = f"---\nclaim: So says {name}.\nkind: fact\n{text}---\n"
        (folder / f"{name}.md").write_text(record, "utf-8")
    booklet = _booklet(KnowledgeBase.load(tmp_path))
    (entry,) = booklet.chapters[2].entries
    (step,) = entry.bearing.links
    doubts = booklet.doubts(step)
    assert (len(doubts.links), doubts.more) == (WIDEST, 20)
    ((words, parts, more),) = entry.relations
    assert (words, len(parts), more) == ("claim.parts", WIDEST, 20)
