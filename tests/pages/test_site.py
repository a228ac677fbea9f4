"""All pages of a site, rendered without MkDocs."""

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from graph.base import KnowledgeBase
from graph.exchange.formats import FORMATS
from graph.pages.frame import Settings
from graph.pages.kinds.registry import KINDS
from graph.pages.site import Site
from tests.pages.conftest import ROOT
from tests.pages.rendered import Rendered

SETTINGS = Settings((ROOT / "templates",), "https://example.org/kb/")


@pytest.fixture(scope="module")
def rendered(small: KnowledgeBase) -> dict[str, str]:
    return dict(Rendered(Site(small, SETTINGS)))


def test_the_page_of_a_claim_is_as_agreed(
    rendered: dict[str, str], snapshot: SnapshotAssertion
) -> None:
    assert rendered["claims/top/index.html"] == snapshot
    assert rendered["nl/claims/cost/index.html"] == snapshot


def test_every_kind_of_page_has_an_example(small: KnowledgeBase, rendered: dict[str, str]) -> None:
    examples = Site(small, SETTINGS).examples()
    # One debate needs no list of debates, nothing has moved, and nobody says enough for a position.
    assert set(examples) == {kind.name for kind in KINDS} - {"debates", "moved", "positions"}
    assert {f"{path}index.html" for path in examples.values()} <= set(rendered)


def test_every_page_stands_in_both_languages(rendered: dict[str, str]) -> None:
    shared = {"404.html", "robots.txt", "llms.txt", "add/records.json"}
    shared |= {each.path for each in FORMATS if each.is_one_file}
    folders = ("nl/", "schema/", *(each.path for each in FORMATS if not each.is_one_file))
    english = {file for file in rendered if not file.startswith(folders)} - shared
    dutch = {file.removeprefix("nl/") for file in rendered if file.startswith("nl/")}
    assert english == dutch


def test_every_page_says_what_it_may_load_before_it_loads_anything(
    rendered: dict[str, str],
) -> None:
    pages = {file: page for file, page in rendered.items() if file.endswith(".html")}
    assert len(pages) > 50
    for file, page in pages.items():
        policy = page.partition('<meta http-equiv="Content-Security-Policy" content="')[2]
        before = page.partition("<meta http-equiv=")[0]
        card = "embed/claims/" in file
        allowed = "default-src 'none'" if card else "default-src 'self'; script-src 'self'"
        assert policy.startswith(allowed), file
        assert "<script" not in before, file
        assert "<link" not in before, file
        wasm = "'wasm-unsafe-eval'" in policy.partition('"')[0]
        assert wasm == file.endswith("search/index.html"), file
        assert "unsafe-inline" not in page, file


def test_rendering_twice_gives_the_same_pages(
    small: KnowledgeBase, rendered: dict[str, str]
) -> None:
    assert Rendered(Site(KnowledgeBase.load(small.tree.root), SETTINGS)) == rendered


def test_the_page_for_a_missing_address_links_from_the_root_of_the_site(
    rendered: dict[str, str],
) -> None:
    assert 'href="/kb/claims/"' in rendered["404.html"]
    assert 'href="/kb/nl/"' in rendered["404.html"]


def test_at_a_missing_address_one_searches_in_each_language(rendered: dict[str, str]) -> None:
    forms = re.findall(r'<form role="search" class="find" action="([^"]+)"', rendered["404.html"])
    assert forms == ["/kb/search/", "/kb/nl/search/"]
    assert rendered["404.html"].count('name="q"') == 2


def test_a_site_without_an_address_has_no_absolute_links(small: KnowledgeBase) -> None:
    pages = Rendered(Site(small, Settings((ROOT / "templates",))))
    for file in ("index.html", "nl/claims/top/index.html", "themes/index.html", "404.html"):
        assert 'rel="canonical"' not in pages[file]
        assert "og:url" not in pages[file]
        assert 'hreflang="nl" href="http' not in pages[file]
    home = pages["index.html"]
    assert 'hreflang="nl" href="./nl/"' in home or 'hreflang="nl" href="nl/"' in home


def test_the_sitemap_names_every_language_of_a_page(small: KnowledgeBase) -> None:
    files = Site(small, SETTINGS).sitemaps({"claims/top/": frozenset(("en", "nl"))})
    assert list(files) == ["sitemap.xml"]
    text = files["sitemap.xml"]
    assert "<loc>https://example.org/kb/claims/top/</loc>" in text
    assert 'hreflang="nl" href="https://example.org/kb/nl/claims/top/"' in text


def test_a_sitemap_of_more_addresses_than_one_file_may_have_is_an_index_of_several(
    small: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.pages.site.ADDRESSES", 4)
    paths = [f"claims/{letter}/" for letter in "abcde"]
    files = Site(small, SETTINGS).sitemaps({path: frozenset(("en", "nl")) for path in paths})
    listed = re.findall("<loc>https://example.org/kb/(.*?)</loc>", files["sitemap.xml"])
    assert listed == [f"sitemap-{number}.xml" for number in (1, 2, 3)]
    assert "<sitemapindex" in files["sitemap.xml"]
    found = [re.findall("<loc>https://example.org/kb/(.*?)</loc>", files[each]) for each in listed]
    assert [len(each) for each in found] == [4, 4, 2]
    both = [f"{prefix}{path}" for path in paths for prefix in ("", "nl/")]
    assert [address for each in found for address in each] == both


def test_templates_are_found_in_the_first_folder_that_has_them(
    small: KnowledgeBase, tmp_path: Path
) -> None:
    (tmp_path / "missing.html").write_text("our own", "utf-8")
    pages = Site(small, Settings((tmp_path, ROOT / "templates"))).pages()
    assert next(page.render() for page in pages if page.file == "404.html") == "our own"


def test_a_site_made_again_has_what_its_templates_say_by_now(
    small: KnowledgeBase, tmp_path: Path
) -> None:
    settings = Settings((tmp_path, ROOT / "templates"))
    for said in ("before", "after!", "before"):
        (tmp_path / "missing.html").write_text(said, "utf-8")
        assert Rendered(Site(small, settings))["404.html"] == said
