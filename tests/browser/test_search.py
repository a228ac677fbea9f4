"""Search: one language at a time, by the stem of a word, and light enough for a phone."""

import gzip
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.browser.opening import opened, settled, until
from tests.browser.page_types import PREFIXES


def _found(page: Page, word: str) -> list[str]:
    """Search for a word; the paths of the pages found."""
    page.fill("#q", word)
    page.wait_for_selector("#results li a")
    paths: list[str] = page.eval_on_selector_all(
        "#results a", "all => all.map(each => each.pathname)"
    )
    return paths


@pytest.mark.parametrize(
    ("language", "word", "other"), [("en", "harbour", "reizigers"), ("nl", "havenwijk", "people")]
)
def test_search_finds_pages_of_its_own_language_only(
    browser: Browser, served: str, language: str, word: str, other: str
) -> None:
    page = browser.new_page()
    page.goto(f"{served}{PREFIXES[language]}search/")
    found = _found(page, word)
    below = urlsplit(served).path
    assert all(path.startswith(f"{below}nl/") == (language == "nl") for path in found)
    assert f"q={word}" in page.url
    page.fill("#q", other)
    until(page, "document.querySelectorAll('#results li').length === 0")
    page.close()


@pytest.mark.parametrize(("language", "word"), [("en", "exception"), ("nl", "uitzondering")])
def test_a_claim_is_found_by_what_maps_and_lists_call_it(
    browser: Browser, served: str, language: str, word: str
) -> None:
    page = browser.new_page()
    page.goto(f"{served}{PREFIXES[language]}search/")
    (path,) = _found(page, word)
    assert path.endswith("/claims/elsterveen-is-no-exception/")
    page.goto(urljoin(served, path))
    assert word not in page.locator("h1, .prose").all_inner_texts()[0].lower()
    page.close()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_claim_is_found_by_its_keywords_of_any_language(
    browser: Browser, served: str, language: str
) -> None:
    page = browser.new_page()
    page.goto(f"{served}{PREFIXES[language]}search/")
    for word in ("trolleybus", "trolley"):
        (path,) = _found(page, word)
        assert path.endswith("/claims/electric-buses-do-the-same/")
    page.goto(f"{served}{PREFIXES[language]}claims/?q=trolleybus")
    until(page, "document.querySelectorAll('#results .rows > li').length === 1")
    page.close()


def test_a_dutch_plural_finds_the_singular(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(f"{served}nl/search/")
    found = _found(page, "heffingen")
    texts = []
    for path in found:
        page.goto(urljoin(served, path))
        texts.append(page.locator("[data-pagefind-body]").all_inner_texts())
    page.close()
    words = {word.strip(".,;:()’“”").lower() for text in texts for word in " ".join(text).split()}
    assert "heffing" in words
    assert "heffingen" not in words


@pytest.mark.parametrize(("language", "word"), [("en", "tram"), ("nl", "tram")])
def test_the_first_query_is_light(browser: Browser, served: str, language: str, word: str) -> None:
    answers: list[Response] = []
    context = browser.new_context()
    page = context.new_page()
    opened(page, f"{served}{PREFIXES[language]}search/")
    page.on("response", lambda each: answers.append(each))
    assert len(_found(page, word)) > 10
    settled(page)
    bodies = {each.url: each.body() for each in answers}
    context.close()
    assert any(".wasm" in url or "/wasm." in url for url in bodies)
    # Parts of the index are compressed already.
    assert sum(min(len(body), len(gzip.compress(body))) for body in bodies.values()) <= 200_000
