"""Five things that readers of the live records come for: in how many clicks, and on which screen.

A click is one that changes what is shown or where the reader is; words that are typed are none. A
screen is what a window shows at once: the first has what needs no scrolling.
"""

from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from graph.answers.listing import Narrowing, list_answer
from graph.argument.cruxes import cruxes_of
from graph.argument.lines import lines_of
from graph.argument.routes import routes
from graph.base import KnowledgeBase
from tests.browser.opening import opened, settled
from tests.browser.page_types import PREFIXES

_DESK: ViewportSize = {"width": 1280, "height": 720}
_PHONE: ViewportSize = {"width": 390, "height": 844}
_TYPES, _TUTOR = "three-types-of-ai-use", "students-learn-more-with-ai-tutor"


class Task(NamedTuple):
    """A reader at work: the page, how many clicks it has taken, and the site's address."""

    page: Page
    site: str
    clicks: list[str]

    def click(self, place: Locator) -> None:
        """Click on something that is seen."""
        self.clicks.append(place.inner_text())
        place.click()
        settled(self.page)

    def screen(self, place: Locator) -> int:
        """The screen on which all of something is seen, the first of the page being 1."""
        place = place.first
        assert place.is_visible()
        bottom = place.evaluate("each => each.getBoundingClientRect().bottom + scrollY")
        height = (self.page.viewport_size or _DESK)["height"]
        return int(-(-bottom // height))


@pytest.fixture(params=list(PREFIXES))
def code(request: pytest.FixtureRequest) -> str:
    """The language of the pages."""
    return str(request.param)


@pytest.fixture(params=[_DESK, _PHONE], ids=["desk", "phone"])
def task(page: Page, live_served: str, code: str, request: pytest.FixtureRequest) -> Task:
    """A reader who begins on home, with a wide window or a narrow one."""
    page.set_viewport_size(request.param)
    site = live_served + PREFIXES[code]
    return Task(opened(page, site), site, [])


def _claims(place: Locator) -> list[str]:
    """The claims that links lead to, in their order."""
    links: list[str] = place.evaluate_all("all => all.map(each => each.pathname)")
    return [each.rstrip("/").rpartition("/")[2] for each in links if "/claims/" in each]


def _on_desk(task: Task) -> bool:
    return task.page.viewport_size == _DESK


def test_the_thesis_its_lines_and_both_sides_are_on_the_first_screen_of_home(
    task: Task, live: KnowledgeBase
) -> None:
    thesis = live.theses[0]
    answer = task.page.locator("section.answer")
    assert _claims(answer.locator(".thesis a")) == [thesis]
    lines = answer.locator("li.line")
    assert _claims(lines.locator("a")) == [line.link.claim for line in lines_of(live, thesis)]
    against = answer.locator(".against a")
    objections = [link.claim for link in live.objections(thesis)]
    assert set(_claims(against)) <= set(objections)
    assert against.count() == min(len(objections), 2)
    assert task.screen(answer.locator(".thesis")) == 1
    assert task.screen(lines.last) == 1
    assert task.screen(against.last) <= (1 if _on_desk(task) else 2)
    assert task.clicks == []


def test_the_crux_is_one_click_away_and_two_rejections_go_with_a_link(
    task: Task, browser: Browser, live: KnowledgeBase
) -> None:
    thesis = live.theses[0]
    turns = task.page.locator(".disagree li:has(a[href*='#cruxes'])")
    named = _claims(turns.locator("a[href*='claims/']"))
    rows = cruxes_of(live, thesis, thesis=True).rows
    assert named == [row.id for row in rows[: len(named)]]
    assert task.screen(turns) <= (2 if _on_desk(task) else 4)
    task.click(turns.locator("a[href*='claims/']").first)
    assert task.page.url.startswith(f"{task.site}claims/{named[0]}/")
    assert len(task.clicks) == 1
    reject = task.page.locator("p.decide button[value=reject]")
    assert task.screen(reject) == 1
    task.click(reject)
    # The second is rejected where it is listed, without leaving the page.
    listed = task.page.locator("[data-standing-of] button.mark:visible").nth(1)
    task.click(listed)
    task.click(task.page.locator("[data-standing-of] .decide button[value=reject]"))
    assert len(task.clicks) == 4
    assert len(task.page.locator(".acceptance .names li").all()) == 2
    fresh = browser.new_context(viewport=_DESK)
    shared = opened(fresh.new_page(), task.page.url)
    expect(shared.locator("section.acceptance .names li")).to_have_count(2)
    expect(shared.locator(".disagree, h1.rejected").first).to_be_visible()
    fresh.close()


def test_a_study_is_two_clicks_away_with_the_way_up_to_the_thesis(
    task: Task, live: KnowledgeBase
) -> None:
    task.click(task.page.locator("header.top [href*='search/']:visible").first)
    task.page.fill("#q", "Harvard")
    found = task.page.locator(f"#results a[href*='{_TUTOR}']")
    found.wait_for()
    assert task.screen(found) == 1
    task.click(found)
    assert len(task.clicks) == 2
    way = task.page.locator(".gist > .route, .gist .route").first
    assert task.screen(way) == 1
    (shortest, *_) = routes(live, _TUTOR, frozenset(live.theses), 50)
    assert str(len(shortest.claims) - 1) in way.inner_text()
    # All of it, in one more click, and the doubts about what is concluded from it.
    task.click(way.locator("summary"))
    assert _claims(way.locator("ol a, li a"))[-1] in live.theses
    steps = [each.id for each in live.links.values() if _TUTOR in each.premises]
    doubts = {doubt.claim for step in steps for doubt in live.undercuts(step)}
    assert doubts
    assert doubts <= set(_claims(task.page.locator(".matter a[href*='claims/']")))


def test_a_claim_of_the_article_has_its_place_and_the_note_above_the_fold(
    task: Task, live: KnowledgeBase
) -> None:
    theme = live.debates[next(iter(live.debates))].themes[1]
    assert _TYPES in theme.roots
    task.click(task.page.locator(f".ways-in a[href*='{theme.id}/']").first)
    task.click(task.page.locator(f"main h2 a[href*='{_TYPES}']"))
    assert len(task.clicks) == 2
    place = task.page.locator(".saying a[href*='sources/']")
    assert task.screen(place) == 1
    assert task.screen(task.page.locator(".gist #annotation + *, .gist .beside .prose")) == 1
    task.click(place.first)
    # The claim that the reader comes from is where the page has jumped to.
    here = task.page.locator(f"main a[href*='claims/{_TYPES}/']").first
    expect(here).to_be_in_viewport()


def _narrow(page: Page, by: str, value: str) -> None:
    """Narrow what was found, and wait until that has gone: a search asks for nothing meanwhile, so
    that a page may seem to have settled while it goes on."""
    page.eval_on_selector_all("#results li", "all => all.map(each => { each.dataset.was = '' })")
    page.select_option(f"#narrow-{by}", value)
    expect(page.locator("#results li[data-was]")).to_have_count(0)
    settled(page)


@pytest.mark.parametrize("word", ["exportrestricties"])
def test_open_objections_about_a_topic_take_three_steps_in_dutch(
    page: Page, live_served: str, live: KnowledgeBase, word: str
) -> None:
    task = Task(page, f"{live_served}nl/", [])
    opened(page, f"{live_served}nl/search/")
    page.fill("#q", word)
    page.wait_for_selector("#results li")
    _narrow(page, "role", "objection")
    _narrow(page, "reply", "open")
    more = page.locator("#more")
    while more.is_visible():
        more.click()
        settled(page)
    found = set(_claims(page.locator("#results li a")))
    expect(page.locator("#found")).to_contain_text(str(len(found)))
    about, any_ = (
        {each["id"] for each in list_answer(live, "claims", by)["items"]}
        for by in (
            Narrowing(role="objection", reply="open", words=word),
            Narrowing(role="objection", reply="open"),
        )
    )
    # Search reads notes as well, so that it may find some more.
    assert about
    assert about <= found <= any_
    assert task.screen(page.locator("#found")) == 1
