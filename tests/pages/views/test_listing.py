"""Pre-built lists of claims."""

import pytest

from graph.argument.finding import by_effect
from graph.base import KnowledgeBase
from graph.pages.views import listing
from graph.pages.views.debates import Debates
from graph.pages.views.facets import Facet, facets
from graph.pages.views.listing import listings
from graph.pages.views.reader import Reader
from graph.pages.views.shared_debates import SharedDebates
from graph.words.language import language


def _facets(reader: Reader) -> tuple[Facet, ...]:
    return facets(reader, Debates(reader, SharedDebates(reader.kb)))


def test_the_pages_of_a_list_hold_every_claim_once(
    whole: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PER_PAGE", 25)
    reader = Reader(whole, language("en"))
    pages = list(listings(reader, _facets(reader)))
    everything = [page for page in pages if page.title == "All claims"]
    assert [page.path for page in everything][:2] == ["claims/", "lists/all/2/"]
    shown = [view.id for page in everything for view in page.claims]
    assert shown == list(by_effect(whole))
    assert len({page.path for page in pages}) == len(pages)
    known = {page.path for page in pages}
    for page in pages:
        assert {path for _, path in page.numbered if path} <= known


def test_every_option_has_a_list_of_the_number_it_names(whole: KnowledgeBase) -> None:
    reader = Reader(whole, language("nl"))
    offered = _facets(reader)
    pages = {page.path: page for page in listings(reader, offered)}
    options = [option for facet in pages["claims/"].facets for option in facet.options]
    assert options
    for option in options:
        assert pages[option.path].count == option.count
        assert pages[option.path].option == option


def test_facets_are_offered_on_the_first_page_of_all_claims_only(
    whole: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PER_PAGE", 25)
    reader = Reader(whole, language("en"))
    pages = listings(reader, _facets(reader))
    assert [page.path for page in pages if page.facets] == ["claims/"]
