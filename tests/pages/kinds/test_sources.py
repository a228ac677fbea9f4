"""The pages of sources."""

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.pages.conftest import ROOT

ELSEWHERE = "sources/rail-makers-2019/index.html"
COPY, ORIGINAL = "sources/haven-2021/index.html", "sources/harbour-leaflet-2021/index.html"


@pytest.fixture(scope="module")
def pages(sample: KnowledgeBase) -> dict[str, str]:
    wanted = {f"{code}{path}" for code in ("", "nl/") for path in (COPY, ORIGINAL)}
    wanted |= {"sources/index.html", "claims/a-tram-lasts-longer/index.html", ELSEWHERE}
    site = Site(sample, Settings((ROOT / "templates",)))
    return {page.file: page.render() for page in site.pages() if page.file in wanted}


def test_a_copy_leads_to_its_original_and_the_original_to_its_copies(
    pages: dict[str, str],
) -> None:
    assert "sources/harbour-leaflet-2021/" in pages[COPY].partition("The original")[2]
    assert "sources/haven-2021/" in pages[ORIGINAL].partition('id="copies"')[2]


def test_of_an_original_that_was_not_seen_the_page_says_so(pages: dict[str, str]) -> None:
    assert "We have not seen this source ourselves." in pages[ORIGINAL]
    assert "hebben wij zelf niet gezien" in pages[f"nl/{ORIGINAL}"]
    assert "not seen by us" in pages[COPY]
    assert "We have not seen" not in pages[COPY]


def test_the_list_counts_what_reports_an_original_that_was_not_seen(
    pages: dict[str, str],
) -> None:
    row = pages["sources/index.html"].partition('/harbour-leaflet-2021/">')[2]
    assert row.startswith("1 source copies or reports it</a>")


def test_a_source_leads_to_its_own_page_first_and_then_to_where_it_was_read(
    pages: dict[str, str],
) -> None:
    page = pages[ELSEWHERE]
    own, seen = 'href="https://example.org/rails"', 'href="https://www.example.net/rails-last"'
    assert page.index(own) < page.index(seen) < page.index("seen at example.net")
    assert "seen at example.net" in pages["sources/index.html"]
    assert "seen at" not in pages[COPY]


def test_a_passage_opens_where_it_was_seen_and_says_so(pages: dict[str, str]) -> None:
    page = pages["claims/a-tram-lasts-longer/index.html"]
    link = page.partition('href="https://www.example.net/rails-last#:~:text=')[2]
    assert "Read it where it was seen, at example.net" in link.partition("</a>")[0]
    # To programs it is the same work, and this is its copy.
    assert (
        '"@id":"https://example.org/rails","@type":"WebPage","archivedAt":"https://www.exa' in page
    )
