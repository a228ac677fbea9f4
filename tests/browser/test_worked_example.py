"""The worked example of the method page, as readers try it."""

from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page

from graph.pages.views.worked_example import ADDED, THESIS, example
from graph.records.grades import Grades
from graph.semantics import Framework, balances
from graph.words.language import language
from tests.browser.axe import in_both_themes
from tests.browser.opening import opened
from tests.browser.page_types import PAGE_TYPES, PREFIXES

METHOD = PAGE_TYPES["method"]


def _row(page: Page, claim: str) -> Locator:
    return page.locator(f'[data-example="{claim}"]')


def _choose(page: Page, claim: str, choice: str) -> None:
    _row(page, claim).locator(f'input[value="{choice}"]').check()


def _ground(page: Page, claim: str, ground: float) -> None:
    _row(page, claim).locator("input[type=range]").fill(f"{ground:g}")


def _shown(page: Page) -> dict[str, str]:
    """The balance that is shown of every claim that the reader has not decided of."""
    texts = page.locator("[data-example]").evaluate_all(
        """all => all.map((each) =>
          [each.dataset.example, each.querySelector('.reckoned').innerText])"""
    )
    assert {claim for claim, _ in texts} == set(ADDED)
    return {claim: text.rsplit(" ", 1)[1] for claim, text in texts if text}


def _reckoned(
    code: str, rejected: Iterable[str], accepted: Iterable[str], grounds: dict[str, float]
) -> dict[str, str]:
    plain = example(Grades()).framework
    framework = Framework({**plain.grounds, **grounds}, plain.links)
    decided = {*rejected, *accepted}
    found = balances(framework, rejected, accepted)
    return {
        claim: language(code).band(band) for claim, band in found.items() if claim not in decided
    }


@pytest.fixture(scope="module", params=PREFIXES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def tried(context: BrowserContext, served: str, code: str) -> Iterator[Page]:
    """The example for one reader who tries many things, and puts it back before each."""
    page = opened(context.new_page(), served + PREFIXES[code] + METHOD)
    yield page
    page.close()


@pytest.mark.parametrize(
    ("rejected", "accepted", "grounds"),
    [
        ((), (), {}),
        (("staff",), (), {}),
        (("used",), (), {}),
        (("survey", "grant"), (), {}),
        ((), ("mean", "cost"), {}),
        (("grant",), ("mean",), {"cost": 0.2}),
        ((), (), {"mean": 1.0, "survey": 0.6, "grant": 0.0}),
        ((THESIS,), (), {}),
    ],
)
def test_what_a_reader_chooses_is_weighed_as_the_program_weighs_it(
    tried: Page,
    code: str,
    rejected: tuple[str, ...],
    accepted: tuple[str, ...],
    grounds: dict[str, float],
) -> None:
    tried.locator(".tried button").click()
    for claim in rejected:
        _choose(tried, claim, "reject")
    for claim in accepted:
        _choose(tried, claim, "accept")
    for claim, ground in grounds.items():
        _ground(tried, claim, ground)
    assert _shown(tried) == _reckoned(code, rejected, accepted, grounds)


def test_words_marks_and_the_sentence_follow(page: Page, served: str) -> None:
    opened(page, served + METHOD)
    told = page.get_by_role("status")
    before = told.inner_text()
    assert "supported" in before
    thesis = _row(page, THESIS)
    _choose(page, "grant", "reject")
    assert thesis.locator(".s-opposed").inner_text() == "opposed"
    assert thesis.locator(".sides").get_attribute("data-against") == "4"
    assert thesis.locator(".close").inner_text() == "close"
    assert "is opposed" in told.inner_text()
    assert "if all sources, and all that is granted, counted alike" in told.inner_text()
    assert "rejected" in (_row(page, "grant").get_attribute("class") or "")
    assert _row(page, "grant").get_by_role("slider").is_disabled()
    _choose(page, THESIS, "accept")
    assert told.inner_text() == "You accept “The library should open on Sundays”."
    page.get_by_role("button", name="As it was").click()
    assert told.inner_text() == before
    assert _shown(page) == _reckoned("en", (), (), {})


def test_everything_can_be_done_by_keyboard(page: Page, served: str) -> None:
    opened(page, served + METHOD)
    group = page.get_by_role("group", name="Staff cost more on Sundays")
    group.get_by_role("radio", name="as it is").focus()
    page.keyboard.press("ArrowRight")
    assert group.get_by_role("radio", name="accept").is_checked()
    page.get_by_role("slider", name="People come as often").focus()
    page.keyboard.press("End")
    assert _row(page, "used").locator(".reckoned").inner_text().endswith("0.90")
    assert _row(page, "mean").locator(".given").inner_text() == "1.00"


def test_it_breaks_no_rule_of_wcag_with_choices_made(
    page: Page, served: str, looks: set[str], code: str
) -> None:
    opened(page, served + PREFIXES[code] + METHOD)
    _choose(page, "survey", "reject")
    _choose(page, "cost", "accept")
    assert in_both_themes(page, looks) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_a_phone_and_a_desk(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    opened(page, served + PREFIXES["nl"] + METHOD)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_without_scripts_it_can_be_read_and_has_nothing_to_press(plain: Page, served: str) -> None:
    plain.goto(served + METHOD)
    assert plain.locator(".steps tbody tr").count() == len(ADDED)
    assert _shown(plain) == _reckoned("en", (), (), {})
    assert not plain.locator(".tried input").first.is_visible()
    assert "<noscript><p>Trying it needs JavaScript" in plain.content()
