"""Search: one language at a time, by the stem of a word, and light enough for a phone."""

import gzip
import shutil
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response

from graph.base import KnowledgeBase
from graph.pages import search_index
from graph.pages.search_index import make_search_index
from graph.pages.written_last import INDEX
from tests.browser.opening import opened, settled, until
from tests.browser.page_types import PREFIXES
from tests.browser.serving import serving


def _found(page: Page, word: str) -> list[str]:
    """Search for a word; the paths of the pages found."""
    page.fill("#q", word)
    page.wait_for_selector("#results li a")
    paths: list[str] = page.eval_on_selector_all(
        "#results a", "all => all.map(each => each.pathname)"
    )
    return paths


@pytest.mark.parametrize(
    ("language", "words"), [("en", ("harbour", "kaartjes")), ("nl", ("havenwijk", "people"))]
)
def test_words_of_any_language_find_pages_of_its_own_only(
    page: Page, served: str, language: str, words: tuple[str, str]
) -> None:
    below = urlsplit(served).path
    for word in words:
        page.goto(f"{served}{PREFIXES[language]}search/")
        found = _found(page, word)
        assert all(path.startswith(f"{below}nl/") == (language == "nl") for path in found)
        until(page, f"location.search.includes('q={word}')")


@pytest.mark.parametrize(("language", "word"), [("en", "exception"), ("nl", "uitzondering")])
def test_a_claim_is_found_by_what_maps_and_lists_call_it(
    page: Page, served: str, language: str, word: str
) -> None:
    page.goto(f"{served}{PREFIXES[language]}search/")
    (path,) = _found(page, word)
    assert path.endswith("/claims/elsterveen-is-no-exception/")
    page.goto(urljoin(served, path))
    assert word not in page.locator("h1, .prose").all_inner_texts()[0].lower()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_claim_is_found_by_its_keywords_of_any_language(
    page: Page, served: str, language: str
) -> None:
    page.goto(f"{served}{PREFIXES[language]}search/")
    for word in ("trolleybus", "trolley"):
        (path,) = _found(page, word)
        assert path.endswith("/claims/electric-buses-do-the-same/")
    page.goto(f"{served}{PREFIXES[language]}claims/?q=trolleybus")
    until(page, "document.querySelectorAll('#results .rows > li').length === 1")


def test_a_dutch_plural_finds_the_singular(page: Page, served: str) -> None:
    page.goto(f"{served}nl/search/")
    found = _found(page, "heffingen")
    texts = []
    for path in found:
        page.goto(urljoin(served, path))
        texts.append(page.locator("[data-pagefind-body]").all_inner_texts())
    words = {word.strip(".,;:()’“”").lower() for text in texts for word in " ".join(text).split()}
    assert "heffing" in words
    assert "heffingen" not in words


@pytest.mark.process
def test_an_index_in_parts_finds_the_same_and_counts_the_same(
    page: Page,
    served: str,
    sample_site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search_index, "PAGES", 30)
    site = tmp_path / "site"
    shutil.copytree(sample_site, site, ignore=shutil.ignore_patterns(INDEX))
    assert len(make_search_index(site)) > 2

    def asked(address: str) -> tuple[set[str], list[str], str]:
        page.goto(f"{address}nl/search/?q=tram")
        page.wait_for_selector("#results li a")
        below = urlsplit(address).path
        while page.locator("#more:not([hidden])").count():
            page.locator("#more").click()
        paths = page.eval_on_selector_all("#results a", "all => all.map(each => each.pathname)")
        counts = page.locator("#narrow-role option").all_inner_texts()
        said = page.locator("#found").inner_text()
        return {path.removeprefix(below) for path in paths}, counts, said

    with serving(site, "/kb") as address:
        assert asked(address) == asked(served)


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


@pytest.mark.parametrize(
    ("language", "typed", "asked", "found"),
    [
        ("en", "troleybus", "trolleybus", "electric-buses-do-the-same"),
        ("nl", "Troleybus", "trolleybus", "electric-buses-do-the-same"),
    ],
)
def test_a_word_that_is_nowhere_finds_nothing_and_is_asked_about(
    page: Page, served: str, language: str, typed: str, asked: str, found: str
) -> None:
    page.goto(f"{served}{PREFIXES[language]}search/?q={typed}")
    link = page.locator(".none a", has_text=asked)
    link.click()
    page.wait_for_selector("#results li a")
    (path,) = page.eval_on_selector_all("#results a", "all => all.map(each => each.pathname)")
    assert path.endswith(f"/claims/{found}/")
    assert f"q={asked}" in page.url
    page.go_back()
    link.wait_for()


@pytest.mark.parametrize("words", ["solow", "tram solow", "tram-zzzz"])
def test_all_words_are_required_and_none_is_found_by_half_of_it(
    page: Page, served: str, words: str
) -> None:
    page.goto(f"{served}search/?q={words}")
    page.wait_for_selector(".none:not([hidden])")
    assert page.locator("#results li").count() == 0
    assert page.locator(".none a").last.get_attribute("href") is not None


def test_a_result_says_its_theme_its_role_its_date_and_what_came_of_it(
    page: Page, served: str
) -> None:
    page.goto(f"{served}nl/search/?q=tram&outcome=came-true")
    page.wait_for_selector("#results li a")
    row = page.locator("#results li").first
    about = row.locator("p").first.inner_text()
    assert "Stillere straten · Reden · 14 maart 2021" in about
    assert "uitgekomen" in about
    title, snippet = row.locator("a").inner_text(), row.locator("p").last.inner_text()
    assert snippet
    assert title not in snippet


def test_what_is_found_is_narrowed_down_and_the_address_tells_how(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    page.goto(f"{served}search/")
    page.locator("#narrow-outcome").select_option("failed")
    page.wait_for_selector("#results li a")
    failed = [
        claim.id
        for claim in sample.claims.values()
        if claim.outcome is not None and claim.outcome.state.value == "failed"
    ]
    paths = page.eval_on_selector_all("#results a", "all => all.map(each => each.pathname)")
    assert [path.split("/")[-2] for path in paths] == failed
    assert "outcome=failed" in page.url
    other = page.locator("header.top a[hreflang]").first.get_attribute("href") or ""
    assert other.endswith("?outcome=failed")
    page.locator("#narrow-role").select_option("objection")
    until(page, "location.search.includes('role=objection')")
    page.go_back()
    until(page, "document.querySelector('#narrow-role').value === ''")
    page.wait_for_selector("#results li a")
