"""Walking the lines of a thesis in a browser, as a reader does."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route, expect

from graph.argument.answered import answered
from graph.argument.position_sentences import position_told
from graph.argument.walk import Walk, walk_of
from graph.base import KnowledgeBase
from graph.words.language import language

WALK = "walk/build-the-tram/"
THESIS = "build-the-tram"


@pytest.fixture(scope="module")
def walk(sample: KnowledgeBase) -> Walk:
    found = walk_of(sample, THESIS)
    assert found is not None
    return found


def _answer(page: Page, claim: str, answer: str) -> None:
    page.locator(f'input[name="{claim}"][value="{answer}"]').check()


def _shows(page: Page, kb: KnowledgeBase, walk: Walk, code: str = "en", **said: str) -> None:
    """The page says of these answers what the program says of them."""
    given = {claim.replace("_", "-"): answer for claim, answer in said.items()}
    no, yes = ([claim for claim, each in given.items() if each == one] for one in ("no", "yes"))
    after = answered(kb, THESIS, walk.lines, no, yes)
    told = position_told(kb, walk, after, no, yes, language(code))
    expect(page.locator(".three p")).to_have_text(list(told))
    states = page.eval_on_selector_all(".board li", "all => all.map(each => each.dataset.state)")
    assert states == [after.lines[line].value for line in walk.lines]
    word = language(code).t(f"walk.word.{after.standing.value}")
    expect(page.locator(".became")).to_have_text(word)


def test_answers_break_lines_and_make_a_position(
    page: Page, served: str, sample: KnowledgeBase, walk: Walk
) -> None:
    page.goto(served + WALK)
    expect(page.locator(".three")).to_contain_text("Answer a question")
    _answer(page, "shops-do-well", "no")
    _shows(page, sample, walk, shops_do_well="no")
    expect(page.locator('[data-stop="shops-do-well"] .off')).to_contain_text("breaks")
    expect(page.locator(".parting")).to_contain_text("Here you and Mira Holt part")
    assert (page.locator(".parting a").get_attribute("href") or "").endswith("/shops-do-well/")
    _answer(page, "bridge-bears-a-tram", "no")
    _shows(page, sample, walk, bridge_bears_a_tram="no", shops_do_well="no")


def test_answers_stand_behind_the_sign_of_the_address_and_go_back_one_by_one(
    page: Page, served: str, sample: KnowledgeBase, walk: Walk
) -> None:
    page.goto(served + WALK)
    _answer(page, "shops-do-well", "no")
    _answer(page, "town-stays-reachable", "unsure")
    assert page.url == f"{served}{WALK}#shops-do-well=no&town-stays-reachable=unsure"
    page.go_back()
    assert page.url == f"{served}{WALK}#shops-do-well=no"
    _shows(page, sample, walk, shops_do_well="no")
    assert not page.locator('[name="town-stays-reachable"]:checked').count()
    page.go_back()
    expect(page.locator(".three")).to_contain_text("Answer a question")
    page.go_forward()
    _shows(page, sample, walk, shops_do_well="no")


def test_whoever_opens_a_link_sees_the_position_in_either_language(
    page: Page, served: str, sample: KnowledgeBase, walk: Walk
) -> None:
    page.goto(f"{served}{WALK}#tram-pays-for-itself=no&no-such-claim=no&shops-do-well=perhaps")
    _shows(page, sample, walk, tram_pays_for_itself="no")
    page.locator("header a[hreflang=nl]").click()
    page.wait_for_url(f"{served}nl/{WALK}#tram-pays-for-itself=no")
    _shows(page, sample, walk, "nl", tram_pays_for_itself="no")


def test_an_answer_to_an_older_id_of_a_claim_is_one_to_the_claim(
    page: Page, served: str, sample: KnowledgeBase, walk: Walk
) -> None:
    def renamed(route: Route) -> None:
        before, begins, rest = route.fetch().text().partition('id="walk">')
        data, ends, after = rest.partition("</script>")
        file = json.loads(data)
        (stop,) = (each for each in file["stops"] if each["claim"] == "tram-pays-for-itself")
        stop["older"].append("tram-earns-its-keep")
        html = "".join((before, begins, json.dumps(file), ends, after))
        route.fulfill(body=html, content_type="text/html")

    page.route(f"{served}{WALK}", renamed)
    page.goto(f"{served}{WALK}#tram-earns-its-keep=no")
    _shows(page, sample, walk, tram_pays_for_itself="no")


def test_what_a_form_has_sent_without_scripts_moves_behind_the_sign(
    page: Page, served: str, sample: KnowledgeBase, walk: Walk
) -> None:
    page.goto(f"{served}{WALK}?shops-do-well=no")
    _shows(page, sample, walk, shops_do_well="no")
    assert page.url == f"{served}{WALK}#shops-do-well=no"


@contextmanager
def _requests(page: Page) -> Iterator[list[str]]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield asked


def test_answers_never_leave_the_browser(page: Page, served: str) -> None:
    page.goto(served + WALK)
    page.wait_for_load_state("networkidle")
    with _requests(page) as asked:
        _answer(page, "shops-do-well", "no")
        _answer(page, "tram-pays-for-itself", "yes")
        expect(page.locator(".three")).to_contain_text("You get off at")
    # Previews come when a reader first moves about; nothing asks for what depends on an answer.
    assert not [url for url in asked if not url.endswith(".js")]
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_the_walk_is_gone_with_the_keyboard_and_heard(page: Page, served: str) -> None:
    page.goto(served + WALK)
    group = page.get_by_role("group", name="The shops in the centre will do well by the tram.")
    first = group.get_by_role("radio", name="Yes")
    first.focus()
    page.keyboard.press("ArrowRight")
    assert group.get_by_role("radio", name="No", exact=True).is_checked()
    expect(page.get_by_role("status").filter(has_text="You get off at")).to_be_visible()
    page.get_by_role("link", name="To your position").press("Enter")
    assert page.evaluate("document.activeElement.id") == "end"
    assert page.url.endswith("#shops-do-well=no")
    page.get_by_role("button", name="Start again").press("Enter")
    expect(page.locator(".three")).to_contain_text("Answer a question")
    assert "#" not in page.url.rstrip("#")


def test_the_skip_link_leaves_answers_alone(
    page: Page, served: str, sample: KnowledgeBase, walk: Walk
) -> None:
    page.goto(f"{served}{WALK}#shops-do-well=no")
    _shows(page, sample, walk, shops_do_well="no")
    page.locator("a.skip").press("Enter")
    page.wait_for_url("**#shops-do-well=no")
    _shows(page, sample, walk, shops_do_well="no")


def test_the_whole_argument_opens_with_the_answers(page: Page, served: str) -> None:
    page.goto(f"{served}{WALK}#shops-do-well=no&tram-pays-for-itself=yes")
    link = page.locator(".whole a")
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url("**/debates/tram/**")
    assert "reject=shops-do-well" in page.url
    assert "accept=tram-pays-for-itself" in page.url
    expect(page.locator(".acceptance")).to_contain_text("This comes from a link")


def test_without_scripts_a_form_writes_the_answers_into_the_address(
    plain: Page, served: str
) -> None:
    plain.goto(served + WALK)
    _answer(plain, "shops-do-well", "no")
    assert plain.locator(".alone").first.is_visible()
    assert not plain.locator(".end").is_visible()
    plain.locator("noscript button, button[type=submit]").first.click()
    assert plain.url == f"{served}{WALK}?shops-do-well=no"
