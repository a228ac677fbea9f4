"""Lists of claims."""

import pytest

from graph.base import KnowledgeBase
from graph.pages import listing
from graph.pages.language import language
from graph.pages.listing import listings
from graph.pages.topography import Survey, Topography
from graph.pages.views import Reader


def test_the_pages_of_a_list_hold_every_claim_once(
    real: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PER_PAGE", 25)
    reader = Reader(real, language("en"))
    pages = list(listings(reader, Topography(reader, Survey(real))))
    everything = [page for page in pages if page.title == "All claims"]
    assert [page.path for page in everything][:2] == ["claims/", "lists/all/2/"]
    shown = [view.id for page in everything for view in page.claims]
    assert shown == list(real.claims)
    assert len({page.path for page in pages}) == len(pages)
    known = {page.path for page in pages}
    for page in pages:
        assert {path for _, path in page.numbered if path} <= known


def test_the_facets_lead_to_lists_of_the_number_they_name(real: KnowledgeBase) -> None:
    reader = Reader(real, language("nl"))
    pages = {page.path: page for page in listings(reader, Topography(reader, Survey(real)))}
    facets = [facet for _, group in pages["claims/"].facets for facet in group]
    assert facets
    for facet in facets:
        assert pages[facet.path].count == facet.count
