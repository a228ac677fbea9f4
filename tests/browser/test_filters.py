"""All claims, narrowed down: in place with scripts, by lists made beforehand without."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from graph.answers.listing import Narrowing, list_answer
from graph.argument.finding import by_effect
from graph.base import KnowledgeBase
from graph.pages.views.listing import PER_PAGE
from tests.browser.opening import opened, settled
from tests.browser.page_types import PAGE_TYPES, PREFIXES

_OPTION = ".facets a[href]"
_ROWS = "#results :not(.chips) > li:has(> a)"
_FIGURE = "[data-standing-of] .mark .figure"
_READ = f"""(rows) => rows.map((row) => [
  row.querySelector("a").innerText.trim(),
  row.textContent.trim().replace(/\\s+/g, " "),
  row.querySelectorAll("{_FIGURE}").length,
])"""


def _rows(page: Page) -> list[tuple[str, str, int]]:
    """Of every row its title, its words and how many strengths it shows."""
    found: list[tuple[str, str, int]] = page.eval_on_selector_all(_ROWS, _READ)
    return found


def _count(page: Page) -> int:
    found = re.search(r"\d+", page.locator("#results > h2").inner_text())
    assert found is not None
    return int(found[0])


_TITLES = "#results :not(.chips) > li > a"
_NAMES = """(links) => [...document.querySelectorAll(links)].map((each) => each.innerText.trim())"""


def _titles(page: Page) -> list[str]:
    return page.locator(_TITLES).all_inner_texts()


@pytest.mark.parametrize("language", PREFIXES)
def test_an_option_without_scripts_leads_to_the_claims_that_scripts_show(
    page: Page, plain: Page, crowded: str, language: str
) -> None:
    address = crowded + PREFIXES[language] + PAGE_TYPES["all claims"]
    plain.goto(address)
    page.goto(address)
    options: list[str] = plain.locator(".facets section").evaluate_all(
        "all => all.map(each => each.querySelector('a[href]').href)"
    )
    assert len(options) >= 5
    for number, option in enumerate(options):
        plain.goto(option)
        names = set(plain.evaluate(_NAMES, "main li > a"))
        page.locator(f".facets section >> nth={number} >> a[href] >> nth=0").click()
        expect(page.locator(".chips a").first).to_be_visible()
        assert _count(page) > 0
        assert set(page.evaluate(_NAMES, _TITLES)) <= names
        page.go_back()
        expect(page.locator(".chips a")).to_have_count(0)


def test_filters_work_together_and_stand_in_the_address(
    page: Page, context: BrowserContext, crowded: str
) -> None:
    page.goto(crowded + PAGE_TYPES["all claims"])
    page.locator(".facets a[data-option^='standing/'] >> nth=0").click()
    expect(page.locator(".chips a")).to_have_count(2)
    one = _count(page)
    page.locator(".facets section >> nth=0 >> a[href] >> nth=0").click()
    expect(page.locator(".chips a")).to_have_count(3)
    two = _count(page)
    assert 0 < two < one
    rows = _titles(page)
    address = page.url
    assert "?" in address
    again = context.new_page()
    again.goto(address)
    expect(again.locator(".chips a")).to_have_count(3)
    assert _titles(again) == rows
    again.close()
    page.go_back()
    expect(page.locator(".chips a")).to_have_count(2)
    assert _count(page) == one
    page.locator(".chips a").last.click()
    expect(page.locator(".chips a")).to_have_count(0)
    assert "?" not in page.url


def test_words_narrow_the_list_as_they_are_typed(
    page: Page, crowded: str, crowd: KnowledgeBase
) -> None:
    page.goto(crowded + PAGE_TYPES["all claims"])
    expect(page.locator("#results > h2")).to_contain_text("Page")
    first, *_, last = crowd.claims["claim-201"].claim.root["en"].lower().strip(".").split()
    page.locator(".find input").fill(f"{first} {last}")
    expect(page.locator("#results > h2")).not_to_contain_text("Page")
    assert 0 < _count(page) < 30
    for title in _titles(page):
        assert first in title.lower()
        assert last in title.lower()
    expect(page).to_have_url(re.compile(rf"\?.*{first}"))


def test_rows_made_by_scripts_are_the_rows_of_the_build(
    page: Page, plain: Page, crowded: str
) -> None:
    """The same words and structure, so that whatever works on one works on the other."""
    plain.goto(crowded + PAGE_TYPES["all claims"])
    built = _rows(plain)
    assert len(built) == PER_PAGE
    assert sum(figures for _, _, figures in built) > 100
    page.goto(crowded + PAGE_TYPES["all claims"])
    page.locator(".facets a[data-option^='standing/'] >> nth=0").click()
    expect(page.locator(".chips a")).to_have_count(2)
    made = _rows(page)
    assert all(figures == 1 for _, _, figures in made)
    shared = {title for title, _, _ in made} & {title for title, _, _ in built}
    assert len(shared) > 10
    assert {row for row in map(tuple, made) if row[0] in shared} == {
        row for row in map(tuple, built) if row[0] in shared
    }


def test_the_rows_know_more_claims_than_a_page_shows(
    page: Page, crowded: str, crowd: KnowledgeBase
) -> None:
    rows: Any = json.loads(page.request.get(f"{crowded}lists/claims.json").text())
    assert len(rows["claims"]) == len(crowd.claims) > PER_PAGE


def test_more_claims_than_are_shown_at_once_are_all_within_reach(
    page: Page, crowded: str, crowd: KnowledgeBase
) -> None:
    page.goto(f"{crowded}{PAGE_TYPES['all claims']}?q=a")
    more = page.locator("#results > button")
    expect(more).to_be_visible()
    count = _count(page)
    assert len(_titles(page)) == 200 < count <= len(crowd.claims)
    more.click()
    expect(more).to_be_hidden()
    assert len(_titles(page)) == count
    assert (
        len(set(page.eval_on_selector_all(f"{_ROWS} > a", "all => all.map(a => a.href)"))) == count
    )
    assert page.evaluate("document.activeElement.closest('#results .rows') !== null")


@pytest.mark.parametrize("query", ["", "?q=a"])
def test_a_standing_in_a_list_asks_what_the_reader_thinks_and_stays(
    page: Page, crowded: str, query: str
) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    opened(page, f"{crowded}{PAGE_TYPES['all claims']}{query}")
    rows = len(_titles(page))
    place = page.locator("#results [data-standing-of]").first
    words = place.locator("button.mark").inner_text()
    place.locator("button.mark").click()
    place.locator(".decide button[value=reject]").click()
    settled(page)
    assert len(_titles(page)) == rows
    assert place.locator("button.mark").inner_text().startswith(words)
    expect(place.locator(".follows")).to_be_visible()
    bar = page.locator("section.acceptance")
    expect(bar.locator(".names li")).to_have_count(1)
    bar.locator("[data-key=clear]").click()
    settled(page)
    expect(bar).to_be_hidden()
    assert wrong == []


def test_the_options_are_worked_with_the_keyboard(page: Page, crowded: str) -> None:
    page.goto(crowded + PAGE_TYPES["all claims"])
    page.locator(_OPTION).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chips a")).to_have_count(2)
    page.locator(".chips a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chips a")).to_have_count(0)


def _ids(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        f"{_ROWS} > a", "all => all.map(a => a.pathname.split('/').at(-2))"
    )
    return found


@pytest.mark.parametrize(
    ("prefix", "words", "role", "reply"),
    [
        ("", "line", "Objection", "No reply yet"),
        ("nl/", "lijn", "Bezwaar", "Nog geen weerwoord"),
    ],
)
def test_all_objections_without_a_reply_about_something_take_three_steps(
    page: Page, served: str, sample: KnowledgeBase, prefix: str, words: str, role: str, reply: str
) -> None:
    page.goto(f"{served}{prefix}claims/")
    page.locator(".find input").fill(words)
    for title in (role, reply):
        page.locator(".facets a", has_text=re.compile(f"^{title}")).click()
    expect(page.locator(".chips a")).to_have_count(4)
    narrowing = Narrowing(words=words, role="objection", reply="open")
    expected = [each["id"] for each in list_answer(sample, "claims", narrowing)["items"]]
    assert sorted(_ids(page)) == expected
    assert 0 < len(expected) < 9
    other = page.locator("header.top a[hreflang]").first
    assert "role=objection&reply=open" in (other.get_attribute("href") or "")
    page.go_back()
    expect(page.locator(".chips a")).to_have_count(3)


def test_nothing_found_says_so_and_helps(page: Page, crowded: str) -> None:
    page.goto(f"{crowded}claims/?q=zzzzzz&kind=fact")
    none = page.locator("#results .none")
    expect(none).to_be_visible()
    expect(page.locator("#results .pager")).to_be_hidden()
    expect(page.locator("#results .order")).to_be_hidden()
    without = none.locator("li a")
    expect(without).to_have_count(1)
    without.click()
    expect(none).to_be_hidden()
    assert _count(page) > 0
    page.go_back()
    expect(none).to_be_visible()


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_a_slip_of_the_pen_is_put_right_with_one_click(
    page: Page, served: str, prefix: str
) -> None:
    page.goto(f"{served}{prefix}claims/?q=Troleybus")
    page.locator("#results .none a").first.click()
    expect(page.locator("#results .none")).to_be_hidden()
    assert _ids(page) == ["electric-buses-do-the-same"]
    expect(page.locator(".find input")).to_have_value("trolleybus")
    assert "q=trolleybus" in page.url


def test_another_order_stands_in_the_address_and_is_undone(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    page.goto(f"{served}claims/")
    assert _ids(page) == list(by_effect(sample))
    for order in ("date", "place", "label"):
        page.locator(".order select").select_option(order)
        page.wait_for_url(f"**?sort={order}")
        assert sorted(_ids(page)) == sorted(sample.claims)
    titles = {each.id: each.label_in("en") for each in sample.claims.values()}
    named = [titles[each] for each in _ids(page)]
    assert named == sorted(named, key=str.casefold)
    page.go_back()
    expect(page.locator(".order select")).to_have_value("place")
