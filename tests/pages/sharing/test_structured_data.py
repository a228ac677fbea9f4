"""What machines that collect pages are told: schema.org terms, whole addresses or none."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.sharing.structured_data import script
from graph.pages.site import Site
from tests.pages.conftest import ROOT

ADDRESS = "https://example.org/kb/"
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
Nodes = dict[str, list[dict[str, Any]]]


def _nodes(kb: KnowledgeBase, site_url: str) -> dict[str, Nodes]:
    """For each page, its descriptions by type."""
    found: dict[str, Nodes] = {}
    for page in Site(kb, Settings((ROOT / "templates",), site_url)).pages():
        if not page.file.endswith(".html"):
            continue
        for text in _SCRIPT.findall(page.render()):
            data = json.loads(text)
            assert data["@context"] == "https://schema.org"
            for node in data["@graph"]:
                found.setdefault(page.file, {}).setdefault(node["@type"], []).append(node)
    return found


@pytest.fixture(scope="module")
def nodes(small: KnowledgeBase) -> dict[str, Nodes]:
    return _nodes(small, ADDRESS)


def _addresses(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from (node[key] for key in ("@id", "url", "item") if key in node)
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _addresses(each)


def test_a_claim_says_what_it_states_who_says_it_and_where(nodes: dict[str, Nodes]) -> None:
    (claim,) = nodes["nl/claims/fit/index.html"]["Claim"]
    assert claim["text"] == "Fietsen houdt ons fit."
    assert claim["inLanguage"] == "nl"
    assert claim["url"] == f"{ADDRESS}nl/claims/fit/"
    assert [author["name"] for author in claim["author"]] == ["Ada Bron"]
    (work,) = claim["appearance"]
    assert work["name"] == "On <paths>"
    assert work["url"].startswith(work["@id"])
    assert ":~:text=fit%20as%20a" in work["url"]


def test_a_claim_that_nobody_states_has_no_author_and_appears_nowhere(
    nodes: dict[str, Nodes],
) -> None:
    (claim,) = nodes["claims/care/index.html"]["Claim"]
    assert "author" not in claim
    assert "appearance" not in claim


def test_a_claim_shown_in_another_language_than_the_page_says_so(nodes: dict[str, Nodes]) -> None:
    (claim,) = nodes["nl/claims/cost/index.html"]["Claim"]
    assert claim["inLanguage"] == "en"


def test_an_open_question_is_a_question(nodes: dict[str, Nodes]) -> None:
    found = nodes["claims/rain/index.html"]
    assert "Claim" not in found
    assert found["Question"][0]["text"] == "Who rides in the rain?"


def test_no_page_passes_a_verdict(nodes: dict[str, Nodes]) -> None:
    assert not any("ClaimReview" in found or "Rating" in found for found in nodes.values())


def test_breadcrumbs_are_the_shortest_route(nodes: dict[str, Nodes]) -> None:
    (crumbs,) = nodes["claims/cheap/index.html"]["BreadcrumbList"]
    assert [row["item"] for row in crumbs["itemListElement"]] == [
        f"{ADDRESS}claims/top/",
        f"{ADDRESS}claims/cheap/",
    ]
    assert [row["position"] for row in crumbs["itemListElement"]] == [1, 2]
    assert "BreadcrumbList" not in nodes["claims/top/index.html"]


def test_debates_and_themes_are_collections_that_name_each_other(nodes: dict[str, Nodes]) -> None:
    (debate,) = nodes["debates/d/index.html"]["CollectionPage"]
    (theme,) = nodes["debates/d/health/index.html"]["CollectionPage"]
    assert debate["hasPart"][0]["@id"] == theme["@id"] == f"{ADDRESS}debates/d/health/"
    assert theme["isPartOf"]["@id"] == debate["@id"]
    assert [claim["@id"] for claim in debate["about"]] == [f"{ADDRESS}claims/top/"]
    assert [claim["@id"] for claim in theme["hasPart"]] == [f"{ADDRESS}claims/fit/"]


def test_every_address_is_whole_and_leads_to_a_page(
    small: KnowledgeBase, nodes: dict[str, Nodes]
) -> None:
    site = Site(small, Settings((ROOT / "templates",), ADDRESS))
    pages = {ADDRESS + page.file.removesuffix("index.html") for page in site.pages()}
    found = {address for each in nodes.values() for address in _addresses(list(each.values()))}
    assert all(urlsplit(address).scheme == "https" for address in found)
    assert {address for address in found if address.startswith(ADDRESS)} <= pages


def test_without_an_address_of_the_site_only_sources_have_one(small: KnowledgeBase) -> None:
    found = {
        address
        for each in _nodes(small, "").values()
        for address in _addresses(list(each.values()))
    }
    assert {urlsplit(address).netloc for address in found} == {"example.org"}
    assert all(address.startswith("https://example.org/essay") for address in found)


def test_no_text_can_close_the_script_it_stands_in() -> None:
    text = "</script><script>alert(1)</script><!-- & ]]>"
    written = script([{"name": text}])
    assert not set("<>&") & set(written)
    assert json.loads(written)["@graph"][0]["name"] == text
