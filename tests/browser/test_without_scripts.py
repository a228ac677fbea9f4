"""Without scripts a page has all there is; scripts add speed and comfort."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from graph.base import KnowledgeBase
from graph.pages.views.consequences import rejection
from graph.pages.views.reader import ClaimView, Reader
from graph.semantics import Standing
from graph.words.language import language as language_of
from tests.browser.frames import read_without_scripts
from tests.browser.page_types import PAGE_TYPES, PREFIXES
from tests.browser.walking import SHOWN, Walk

CLAIMS = (
    "build-the-tram",
    "harbour-stays-empty-without-a-line",
    "tram-pays-for-itself",
    "more-people-per-driver",
    "young-trees-give-no-shade",
    "savings-are-passed-on",
    "study-is-old",
)
# The claims that are linked to between a section's heading and the next heading of its level,
# each with the words of the row it stands in.
_SECTION = """(id) => {
  const headings = [...document.querySelectorAll('main h2')];
  const start = headings.find((each) => each.id === id);
  if (!start) return [];
  const end = headings[headings.indexOf(start) + 1];
  const after = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...document.querySelectorAll('main a[href]')]
    .filter((link) => after(start, link) && (!end || after(link, end)))
    .map((link) => [/claims\\/([^/]+)\\/$/.exec(link.pathname)?.[1], link.closest('li, p')])
    .filter(([claim, row]) => claim && row)
    .map(([claim, row]) => [claim, row.textContent]);
}"""


def _section(page: Page, name: str) -> list[tuple[str, str]]:
    rows: list[Any] = page.evaluate(_SECTION, name)
    return [(claim, " ".join(text.split())) for claim, text in rows]


@pytest.fixture(scope="module", params=PREFIXES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=CLAIMS)
def claim(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def claim_page(
    plain_reader: BrowserContext, served: str, language: str, claim: str
) -> Iterator[Page]:
    """The page of a claim, for all tests of it: each folds out a part of its own."""
    page = plain_reader.new_page()
    page.goto(f"{served}{PREFIXES[language]}claims/{claim}/")
    yield page
    page.close()


@pytest.fixture
def view(sample: KnowledgeBase, language: str, claim: str) -> ClaimView:
    """What the program says of that claim."""
    return Reader(sample, language_of(language)).claim(claim)


@pytest.mark.parametrize("language", PREFIXES)
def test_an_older_address_of_a_claim_leads_to_where_it_stands_now(
    plain: Page, served: str, language: str
) -> None:
    plain.goto(f"{served}{PREFIXES[language]}claims/elsterveen-needs-a-tram/")
    plain.wait_for_url(f"{served}{PREFIXES[language]}claims/build-the-tram/")
    assert plain.locator("html").get_attribute("lang") == language


def test_a_claim_page_has_the_claim_its_route_and_its_source(
    claim_page: Page, view: ClaimView, sample: KnowledgeBase
) -> None:
    assert claim_page.locator("h1").inner_text() == view.sentence
    if view.id not in sample.theses:
        labels = [each.label for _, each in view.breadcrumb[:-1]]
        claim_page.locator("nav.route summary").click()
        route = claim_page.locator("nav.route").inner_text()
        assert [label for label in labels if label not in route] == []
    assert claim_page.locator("main .standing").first.inner_text().startswith(view.standing_word)
    addresses = claim_page.eval_on_selector_all(".passage a", "all => all.map(each => each.href)")
    for passage in view.passages:
        text = claim_page.locator("main").inner_text()
        assert passage.record.start in text
        # A book has no address.
        assert passage.url is None or passage.url in addresses


def test_a_claim_page_has_every_reason_and_objection_with_its_replies(
    claim_page: Page, view: ClaimView
) -> None:
    reasons, objections = _section(claim_page, "reasons"), _section(claim_page, "objections")
    for links, rows in ((view.reasons, reasons), (view.objections, objections)):
        shown = dict(rows)
        for link in links:
            assert link.claim.sentence in shown[link.claim.id]
            assert {each.id for each in link.together} <= set(shown)
    # What was opened among the reasons is only linked to among the objections.
    everywhere = {each for each, _ in reasons + objections}
    for link in view.objections:
        replies = {each.claim.id for each in (*link.claim.objections, *link.undercuts)}
        assert replies <= everywhere, link.claim.id


def test_a_claim_page_says_what_its_rejection_changes(claim_page: Page, view: ClaimView) -> None:
    found = rejection(view)
    if not found.count:
        assert claim_page.locator("#reject").count() == 0
        return
    for summary in claim_page.locator("#reject ~ .more-of-it > summary").all():
        summary.click()
    rows = claim_page.locator("ul.reject > li").all_inner_texts()
    assert len(rows) == len(found.turned) + len(found.shifted)
    for row, text in zip((*found.turned, *found.shifted), rows, strict=True):
        assert row.claim.sentence in text
        assert row.before.word.lower() in text
        assert row.after.word.lower() in text
        assert row.before.mark != row.after.mark or row.before.word != row.after.word


def test_a_claim_page_has_its_figures_one_tap_away(claim_page: Page, view: ClaimView) -> None:
    details = claim_page.locator("details.in-figures")
    assert details.get_attribute("open") is None
    details.locator("summary").click()
    names, figures = (details.locator(each).all_inner_texts() for each in ("dt", "dd"))
    said = dict(zip(names, figures, strict=True))
    for name, figure in view.figures:
        assert said[view.reader.language.t(f"standing.weighed.{name}")] == figure
    for link in view.arguments:
        if link.counts_for:
            assert link.relevance in said[f"{link.sign} {link.claim.label}"]
    assert details.locator("button").is_hidden()


def test_every_mark_can_be_heard(plain: Page, served: str, sample: KnowledgeBase) -> None:
    plain.goto(f"{served}claims/")
    reader = Reader(sample, language_of("en"))
    marks = plain.locator("#results .rows [data-standing-of]").evaluate_all(
        """all => all.map((each) => {
          const sides = each.querySelector('.sides');
          return [each.dataset.standingOf, each.querySelector('.mark').textContent,
            sides.dataset.for, sides.dataset.against, sides.checkVisibility()];
        })"""
    )
    marked = {each for each in sample.claims if not sample.is_question(each)}
    assert {claim for claim, *_ in marks} == marked
    for claim, text, carried, taken, seen in marks:
        stand = reader.claim(claim).stand
        # The word and both sides, once.
        assert " ".join(text.split()) == f"{stand.word.lower()}: {stand.figures}"
        assert (carried, taken) == (str(stand.mark.carried), str(stand.mark.taken))
        by_itself = stand.standing in (Standing.DOCUMENTED, Standing.GRANTED)
        assert seen != (by_itself and not stand.mark.taken)


def test_marks_can_be_told_apart_without_colour(plain: Page, served: str) -> None:
    plain.goto(f"{served}claims/")
    shape = "each => (({clipPath, borderRadius}) => [clipPath !== 'none', borderRadius])"
    shape += "(getComputedStyle(each, '::before'))"
    assert plain.locator(".rows .s-documented").first.evaluate(shape) == [True, "0px"]
    assert plain.locator(".rows .s-granted").first.evaluate(shape) == [False, "50%"]
    # Each side on its own half, as long as it says; the left one hatched.
    drawn = plain.locator(".rows .sides:visible").evaluate_all(
        """all => all.map((each) => [each.clientWidth / 10, each.dataset.against, each.dataset.for,
          ...["::before", "::after"].map((side) => {
            const {width, content, backgroundImage} = getComputedStyle(each, side);
            const none = content === "none";
            return [none ? 0 : parseFloat(width), none || backgroundImage.includes("repeating")];
          })])"""
    )
    assert drawn
    for step, taken, carried, (against, hatched), (in_favour, solid) in drawn:
        assert against == pytest.approx(step * int(taken or 0), abs=1)
        assert in_favour == pytest.approx(step * int(carried or 0), abs=1)
        assert hatched
        assert not solid or in_favour == 0


@pytest.mark.parametrize("language", PREFIXES)
def test_scripts_take_nothing_away(page: Page, served: str, walk: Walk, language: str) -> None:
    # Without scripts, the page to search on leads to the lists instead, and the outline of the
    # whole debate stands open, which with scripts opens branch by branch.
    addresses = {
        name: served + PREFIXES[language] + path
        for name, path in PAGE_TYPES.items()
        if name not in ("search", "map")
    }
    page.goto(served + "robots.txt")
    built = read_without_scripts(page, addresses.values(), SHOWN)
    scripted = walk.seen[language]
    assert all(built.values())
    missing = {
        name: set(built[address]) - set(scripted[name].shown) for name, address in addresses.items()
    }
    assert {name: lost for name, lost in missing.items() if lost} == {}


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("width", [1280, 806, 390])
def test_the_map_of_a_debate_fits_or_leaves_the_word_to_its_outline(
    plain: Page, served: str, language: str, width: int
) -> None:
    plain.set_viewport_size({"width": width, "height": 800})
    plain.goto(served + PREFIXES[language] + PAGE_TYPES["map"])
    assert plain.locator(".map-outline .tree > li").first.is_visible()
    drawn = plain.locator(".map-frame > svg")
    assert drawn.is_visible() == (width > 640)
    if drawn.is_visible():
        frame = plain.locator(".map-frame")
        wide, room = (
            place.evaluate("each => each.getBoundingClientRect().width") for place in (drawn, frame)
        )
        assert wide <= room + 0.5
