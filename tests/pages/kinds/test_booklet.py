"""The page of a debate as a booklet."""

import re
from html import unescape

import pytest

from graph.argument import reading_order
from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.pages.views import booklet
from tests.pages.conftest import ROOT
from tests.pages.rendered import Rendered

PREFIXES = {"": "en", "nl/": "nl"}


@pytest.fixture(scope="module")
def rendered(sample: KnowledgeBase) -> Rendered:
    return Rendered(Site(sample, Settings((ROOT / "templates",))))


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_claim_stands_on_it_once_and_every_reference_leads_to_one(
    rendered: Rendered, sample: KnowledgeBase, prefix: str
) -> None:
    page = rendered[f"{prefix}debates/tram/booklet/index.html"]
    places = re.findall(r'<section class="entry" id="(c\d+)"', page)
    assert places == [f"c{number}" for number in range(1, len(sample.claims) + 1)]
    ids = {*re.findall(r'\sid="([^"]+)"', page)}
    assert {*re.findall(r'href="#([^"]+)"', page)} <= ids
    for claim in sample.claims.values():
        assert claim.claim.wording(PREFIXES[prefix]).text in unescape(page)
    # A number that is named is that of the place to which its link leads.
    named = re.findall(r'href="#c(\d+)"[^>]*>[^<]*<b class="at">→ (\d+)</b>', page)
    assert len(named) > len(places)
    assert all(place == number for place, number in named)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_debate_and_the_downloads_lead_to_it_and_to_the_book(
    rendered: Rendered, prefix: str
) -> None:
    for path, up in (("debates/tram/", "../../"), ("downloads/", "../")):
        page = rendered[f"{prefix}{path}index.html"]
        assert f'href="{up}debates/tram/booklet/"' in page
        assert f'href="{up}downloads/tram.epub" type="application/epub+zip" download' in page


def test_of_a_debate_too_large_for_it_it_says_what_is_left_out(
    sample: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short(kb: KnowledgeBase, debate: str) -> reading_order.ReadingOrder:
        return reading_order.reading_order(kb, debate, 10)

    monkeypatch.setattr(booklet, "reading_order", short)
    page = Rendered(Site(sample, Settings((ROOT / "templates",))))[
        "debates/tram/booklet/index.html"
    ]
    assert page.count('<section class="entry"') == 10
    assert f"{len(sample.claims) - 10} claims are left out here" in page
    # Those are on the site.
    assert re.search(r'href="../../../claims/[a-z-]+/"', page)
