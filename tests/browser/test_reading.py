"""What a reader gets: complete without scripts, first things first, nothing from elsewhere."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from graph.base import KnowledgeBase
from tests.browser.page_types import CLAIMS, PAGE_TYPES, PREFIXES

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parent.parent.parent


def _bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None, selector
    return box["y"] + box["height"]


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("claim", CLAIMS)
def test_the_gist_of_a_claim_stands_above_the_fold(
    browser: Browser, served: str, claim: str, language: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"{served}{PREFIXES[language]}claims/{claim}/")
    for selector in (".route", "h1", ".standing", ".pair .supports", ".pair .contradicts"):
        assert _bottom(page, selector) <= 720, selector
    page.set_viewport_size({"width": 390, "height": 844})
    for selector in (".route", "h1", ".standing"):
        assert _bottom(page, selector) <= 844, selector
    page.close()


def test_no_page_asks_anything_of_another_origin(browser: Browser, served: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page = browser.new_page()
    page.on("request", note)
    for path in PAGE_TYPES.values():
        page.goto(served + path)
    page.goto(served + "search/?q=europe")
    page.wait_for_selector("#results li")
    page.close()
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []


@pytest.mark.parametrize("language", PREFIXES)
def test_every_page_is_complete_without_scripts(
    browser: Browser, served: str, language: str
) -> None:
    plain = browser.new_context(java_script_enabled=False)
    scripted = browser.new_context()
    readers = [context.new_page() for context in (plain, scripted)]
    for name, path in PAGE_TYPES.items():
        texts = []
        for page in readers:
            page.goto(served + PREFIXES[language] + path)
            texts.append(page.locator("main").inner_text())
        without, with_ = texts
        if name == "search":
            assert len(without) > len(with_)
        else:
            assert without == with_, name
    plain.close()
    scripted.close()


def test_a_claim_shows_its_reasons_objections_passage_and_consequences_without_scripts(
    browser: Browser, served: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + PAGE_TYPES["claim"])
    kb = KnowledgeBase.load(ROOT)
    claim = PAGE_TYPES["claim"].split("/")[1]
    assert page.locator("#reasons + .tree > li").count() == len(kb.reasons(claim)) > 1
    assert page.locator("#objections + .tree > li").count() == len(kb.objections(claim)) > 1
    assert page.locator(".passage a[href*=':~:text=']").count() == 1
    assert page.locator("#reject ~ .reject li").count() >= 1
    assert page.locator("svg.map a.node").count() >= 5
    context.close()


def test_the_largest_claim_page_keeps_its_budget(browser: Browser, served: str, site: Path) -> None:
    largest = max((site / "claims").glob("*/index.html"), key=lambda each: each.stat().st_size)
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served + largest.parent.relative_to(site).as_posix() + "/")
    page.wait_for_load_state("networkidle")
    page.close()
    sizes = {}
    for url in asked:
        file = site / url.removeprefix(served)
        sizes[url] = len(
            gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes())
        )
    assert len(asked) <= 10
    assert sum(sizes.values()) <= 100_000
    assert sum(size for url, size in sizes.items() if url.endswith(".js")) <= 20_000


@pytest.mark.parametrize(
    ("language", "word", "other"), [("en", "barriers", "drempels"), ("nl", "drempels", "barriers")]
)
def test_search_finds_pages_of_its_own_language_only(
    browser: Browser, served: str, language: str, word: str, other: str
) -> None:
    page = browser.new_page()
    page.goto(f"{served}{PREFIXES[language]}search/")
    page.fill("#q", word)
    page.wait_for_selector("#results li a")
    links = page.eval_on_selector_all("#results a", "all => all.map(each => each.pathname)")
    assert links
    assert all(link.startswith("/nl/") == (language == "nl") for link in links)
    assert f"q={word}" in page.url
    page.fill("#q", other)
    page.wait_for_function("document.querySelectorAll('#results li').length === 0")
    page.close()


def test_the_language_switch_keeps_the_page(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + PAGE_TYPES["claim"])
    page.click("header [hreflang=nl]")
    assert page.url == served + "nl/" + PAGE_TYPES["claim"]
    page.click("header [hreflang=en]")
    assert page.url == served + PAGE_TYPES["claim"]
    page.close()


def test_print_opens_what_the_screen_folds(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + PAGE_TYPES["claim"])
    page.emulate_media(media="print")
    hidden = page.evaluate(
        """[...document.querySelectorAll('main details > :not(summary)')]
           .filter(each => each.getBoundingClientRect().height === 0
                           && each.textContent.trim() !== '').length"""
    )
    page.close()
    assert hidden == 0
