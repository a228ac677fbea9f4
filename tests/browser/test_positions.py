"""Reading the argument as somebody else, in a browser."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, Route, expect

from graph.argument.positions import positions_of, read_as
from graph.base import KnowledgeBase

THESIS = "build-the-tram"


def test_a_position_is_put_on_followed_from_page_to_page_and_taken_off(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    page.goto(f"{served}positions/tram/")
    page.get_by_role("link", name="Read the argument as Residents of the harbour").click()
    bar = page.locator("section.acceptance")
    expect(bar).to_contain_text("Read as Residents of the harbour")
    position = next(
        each for each in positions_of(sample, "tram") if each.speaker == "harbour-residents"
    )
    expect(bar).to_contain_text(f"{position.size} claims taken on")
    standing = read_as(sample, position, THESIS).standing.value
    row = page.locator(f'[data-now][data-standing-of="{THESIS}"]').first
    assert (row.get_attribute("data-now") or "").endswith(standing)
    assert page.url == f"{served}debates/tram/?as=harbour-residents"

    page.goto(f"{served}claims/{THESIS}/")
    expect(bar).to_contain_text("Read as Residents of the harbour")
    assert page.url == f"{served}claims/{THESIS}/?as=harbour-residents"
    page.get_by_role("button", name="Back to the records").click()
    expect(bar).to_be_hidden()
    assert page.url == f"{served}claims/{THESIS}/"


def test_a_position_that_nobody_has_is_none(page: Page, served: str) -> None:
    page.goto(f"{served}debates/tram/?as=constructor")
    page.wait_for_url(f"{served}debates/tram/")
    expect(page.locator("section.acceptance")).to_have_count(0)


def test_an_older_id_of_a_speaker_puts_on_their_position(page: Page, served: str) -> None:
    def renamed(route: Route) -> None:
        file = route.fetch().json()
        route.fulfill(json={"boat-people": "harbour-residents", **file})

    page.route("**/positions.json", renamed)
    page.goto(f"{served}debates/tram/?as=boat-people")
    page.wait_for_url(f"{served}debates/tram/?as=harbour-residents")
    bar = page.locator("section.acceptance")
    expect(bar).to_contain_text("Read as Residents of the harbour")
    page.goto(f"{served}debates/tram/?as=harbour-residents")
    expect(bar).to_contain_text("Read as Residents of the harbour")


def test_a_position_that_the_records_changed_is_put_on_as_it_is_now(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    """The site was published anew since the tab put it on."""
    key, was = f"betoog-acceptance {urlsplit(served).path}", f"{THESIS}  harbour-residents"
    page.goto(served)
    page.evaluate(f"sessionStorage.setItem({key!r}, {was!r})")
    page.goto(f"{served}positions/tram/")
    position = next(
        each for each in positions_of(sample, "tram") if each.speaker == "harbour-residents"
    )
    expect(page.locator("section.acceptance")).to_contain_text(f"{position.size} claims taken on")


def test_a_decision_of_ones_own_takes_the_position_off(page: Page, served: str) -> None:
    page.goto(f"{served}claims/shops-do-well/?as=harbour-residents")
    expect(page.locator("section.acceptance")).to_contain_text("Read as")
    page.locator("p.decide button[value=reject]").press("Enter")
    page.wait_for_url(f"{served}claims/shops-do-well/?reject=shops-do-well")
    expect(page.locator("section.acceptance")).not_to_contain_text("Read as")
