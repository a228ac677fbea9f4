"""Rejecting and accepting claims, as a reader does it."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from typer.testing import CliRunner

from graph.cli.program import app
from graph.pages.views.consequences import SHOWN
from tests.browser.axe import violations
from tests.browser.opening import opened, settled
from tests.browser.page_types import PREFIXES
from tests.conftest import SAMPLE

FIRST, SECOND = "more-people-per-driver", "harbour-stays-empty-without-a-line"
THESIS = "build-the-tram"


def _changes(*claims: str, accept: tuple[str, ...] = ()) -> dict[str, dict[str, Any]]:
    options = [part for claim in accept for part in ("--accept", claim)]
    ran = CliRunner().invoke(app, ["--root", str(SAMPLE), "reject", *claims, *options, "--json"])
    assert ran.exit_code == 0, ran.output
    return {change["id"]: change for change in json.loads(ran.stdout)["changes"]}


def _press(page: Page, verdict: str) -> None:
    page.locator(f"p.decide button[value={verdict}]").focus()
    page.keyboard.press("Enter")
    settled(page)


def _now(page: Page) -> dict[str, tuple[list[float], str]]:
    """What the page says each claim on it has become: the bounds and the standing."""
    rows = page.eval_on_selector_all(
        "[data-now]", "all => all.map(each => [each.dataset.standingOf, each.dataset.now])"
    )
    return {
        claim: ([float(part) for part in text.split()[:2]], text.split()[2]) for claim, text in rows
    }


def _equals(page: Page, changes: dict[str, dict[str, Any]]) -> None:
    page.wait_for_selector("section.acceptance:not([hidden])")
    shown = page.eval_on_selector_all(
        "[data-standing-of]", "all => all.map(each => each.dataset.standingOf)"
    )
    now = _now(page)
    assert now.keys() == changes.keys() & set(shown)
    assert now
    for claim, (bounds, standing) in now.items():
        assert bounds == pytest.approx(changes[claim]["after"], abs=1e-9)
        assert standing == changes[claim]["standing"][1]


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("claim", [FIRST, SECOND, "building-runs-over", "savings-are-passed-on"])
def test_the_lists_made_beforehand_equal_the_commands_answer(
    browser: Browser, served: str, language: str, claim: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{PREFIXES[language]}claims/{claim}/")
    lists = page.locator("ul.reject").all()
    found = [
        [
            (
                re.sub(
                    r".*/claims/([^/]+)/$",
                    r"\1",
                    row.locator("a").first.get_attribute("href") or "",
                ),
                [
                    float(each.replace(",", "."))
                    for each in re.findall(r"\d[.,]\d\d", row.locator(".num").inner_text())
                ],
            )
            for row in each.locator("li").all()
        ]
        for each in lists
    ]
    note = page.locator("#reject ~ p.note").first
    more = int((re.findall(r"\d+", note.inner_text()) or ["0"])[0]) if note.count() else 0
    context.close()
    changes = [each for each in _changes(claim).values() if each["id"] != claim]
    turned = [each for each in changes if each["standing"][0] != each["standing"][1]]
    shifted = [each for each in changes if each["standing"][0] == each["standing"][1]]
    expected = [rows for rows in (turned, shifted[:SHOWN]) if rows]
    assert [[name for name, _ in rows] for rows in found] == [
        [each["id"] for each in rows] for rows in expected
    ]
    for rows, answers in zip(found, expected, strict=True):
        for (_, numbers), answer in zip(rows, answers, strict=True):
            ends = [answer["before"][0], answer["after"][1]]
            assert [numbers[0], numbers[-1]] == pytest.approx(ends, abs=0.0051)
    assert more == max(0, len(shifted) - SHOWN)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "nothing else changes"), ("nl", "verder verandert er niets")]
)
def test_a_claim_that_nothing_rests_on_says_that_nothing_changes(
    page: Page, served: str, language: str, words: str
) -> None:
    assert not {name for name in _changes(THESIS) if name != THESIS}
    opened(page, f"{served}{PREFIXES[language]}claims/{THESIS}/")
    assert words in page.locator("#reject + p").inner_text().lower()


@pytest.mark.parametrize("language", PREFIXES)
def test_two_claims_are_rejected_by_keyboard_and_stay_so_after_a_reload(
    page: Page, served: str, language: str
) -> None:
    opened(page, f"{served}{PREFIXES[language]}claims/{FIRST}/")
    _press(page, "reject")
    assert f"reject={FIRST}" in page.url
    _equals(page, _changes(FIRST))
    opened(page, f"{served}{PREFIXES[language]}claims/{SECOND}/")
    _press(page, "reject")
    assert set(page.url.partition("reject=")[2].partition("#")[0].split(",")) == {FIRST, SECOND}
    both = _changes(FIRST, SECOND)
    _equals(page, both)
    before = _now(page)
    page.reload()
    settled(page)
    _equals(page, both)
    assert _now(page) == before
    for path in (f"claims/{THESIS}/", "", "debates/tram/harbour/"):
        opened(page, served + PREFIXES[language] + path)
        _equals(page, both)


def test_accepting_counts_and_is_taken_back(page: Page, served: str) -> None:
    opened(page, f"{served}claims/{FIRST}/")
    _press(page, "accept")
    assert f"accept={FIRST}" in page.url
    _equals(page, _changes(accept=(FIRST,)))
    _press(page, "accept")
    assert "accept" not in page.url
    assert page.locator("section.acceptance").is_hidden()
    assert _now(page) == {}
    assert page.locator(".uncounted").count() == 0


def test_any_claim_that_is_listed_can_be_decided_on(page: Page, served: str) -> None:
    opened(page, served)
    mark = page.locator("[data-standing-of] button.mark").first
    claim = mark.locator("xpath=ancestor::*[@data-standing-of]").first.get_attribute(
        "data-standing-of"
    )
    mark.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("section.acceptance:not([hidden])")
    assert f"reject={claim}" in page.url


def test_what_was_written_beforehand_says_that_it_does_not_count_the_choices(
    page: Page, served: str
) -> None:
    opened(page, f"{served}claims/{THESIS}/?reject={FIRST}")
    page.wait_for_selector("section.acceptance:not([hidden])")
    assert page.locator(".explained .uncounted").count() == 1
    assert page.locator("#reject .uncounted").count() == 1


def test_a_link_shows_its_set_to_others_and_leaves_their_own_alone(page: Page, served: str) -> None:
    opened(page, f"{served}claims/{SECOND}/")
    _press(page, "reject")
    opened(page, f"{served}claims/{THESIS}/?reject={FIRST}")
    _equals(page, _changes(FIRST))
    page.locator("section.acceptance [data-key=clear]").click()
    page.wait_for_function(f"location.search === '?reject={SECOND}'")
    _equals(page, _changes(SECOND))
    page.locator("section.acceptance [data-key=clear]").click()
    page.wait_for_function("location.search === ''")
    assert page.locator("section.acceptance").is_hidden()


@pytest.mark.parametrize("hostile", ["no-such-claim", "%3Cb%3E,../../x", "a" * 3000])
def test_an_address_with_what_is_no_claim_says_so(page: Page, served: str, hostile: str) -> None:
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    opened(page, f"{served}claims/{THESIS}/?reject={hostile},{FIRST}")
    page.wait_for_selector("section.acceptance:not([hidden])")
    assert "No such claim" in page.locator("section.acceptance").inner_text()
    _equals(page, _changes(FIRST))
    assert problems == []


def test_what_is_no_claim_can_be_taken_back(page: Page, served: str) -> None:
    opened(page, f"{served}claims/{THESIS}/?reject=no-such-claim")
    page.locator("section.acceptance [data-key=no-such-claim]").click()
    page.wait_for_function("location.search === ''")
    assert page.locator("section.acceptance").is_hidden()


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_bar_is_for_everyone(browser: Browser, served: str, theme: str, language: str) -> None:
    context = browser.new_context(
        color_scheme="dark" if theme == "dark" else "light", viewport={"width": 320, "height": 640}
    )
    page = opened(
        context.new_page(),
        f"{served}{PREFIXES[language]}claims/{THESIS}/?reject={FIRST},{SECOND}&accept=x",
    )
    page.wait_for_selector("section.acceptance:not([hidden])")
    page.evaluate("document.querySelectorAll('.acceptance details').forEach(e => e.open = true)")
    page.locator("button.mark").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
    small = page.eval_on_selector_all(
        ".acceptance button, .acceptance summary, .decide button, button.mark",
        """all => all.map(each => [each.textContent, each.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
          .map(([text, box]) => `${text} ${box.width}x${box.height}`)""",
    )
    context.close()
    assert small == []
