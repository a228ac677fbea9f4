"""The list of sources: a table of them all, those from which most is read first."""

import re

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.kinds import source_list
from graph.pages.site import Site
from tests.pages.conftest import ROOT

_ROW = re.compile(r'<tr data-quality="([^"]*)" data-theme="([^"]*)">(.*?)</tr>', re.DOTALL)


def _pages(kb: KnowledgeBase) -> dict[str, str]:
    pages = Site(kb, Settings((ROOT / "templates",))).pages()
    listing = re.compile(r"(lists/)?sources/(\d+/)?index")
    return {page.file: page.render() for page in pages if listing.match(page.file)}


def test_every_source_is_a_row_with_what_one_compares(sample: KnowledgeBase) -> None:
    rows = _ROW.findall(_pages(sample)["sources/index.html"])
    assert len(rows) == len(sample.sources)
    counts = []
    for qualities, themes, row in rows:
        [source] = re.findall(r'href="../sources/([^/"]+)/"', row)
        record = sample.sources[source]
        claims = {each.claim for each in sample.cited.get(source, ())}
        keys = re.findall(r'data-key="([^"]*)"', row)
        assert keys == [
            str(record.issued or ""),
            str(sample.tree.grades.of(record.quality)),
            str(len(claims)),
        ]
        level = record.quality.level.value if record.quality else ""
        assert level in qualities.split() or not level
        assert ("unseen" in qualities.split()) == (not record.seen)
        assert len(themes.split()) <= sum(len(each.themes) for each in sample.debates.values())
        counts.append(len(claims))
    assert counts == sorted(counts, reverse=True)


def test_of_many_sources_each_page_has_some_and_no_source_is_on_two(
    sample: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_list, "PER_PAGE", 5)
    pages = _pages(sample)
    assert len(pages) == -(-len(sample.sources) // 5) > 1
    found = [
        source
        for page in pages.values()
        for _, _, row in _ROW.findall(page)
        for source in re.findall(r'sources/([a-z][^/"]+)/"', row)
    ]
    assert sorted(found) == sorted(sample.sources)
    # What is on one page alone is neither narrowed down nor put in another order.
    assert not any("compare.js" in page for page in pages.values())
    assert 'href="../lists/sources/2/"' in pages["sources/index.html"]
