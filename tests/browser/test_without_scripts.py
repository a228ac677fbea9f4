"""Without scripts a page has all there is; scripts add speed and comfort."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from graph.base import KnowledgeBase
from graph.pages.views.consequences import rejection
from graph.pages.views.reader import ClaimView, Reader
from graph.semantics import Standing
from graph.words.language import language as language_of
from tests.browser.frames import measured
from tests.browser.page_types import PAGE_TYPES, PREFIXES

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
_SHOWN = """(page) => {
  const words = (each) => each.textContent.trim().replace(/\\s+/g, ' ');
  const links = [...page.querySelectorAll('main a[href]')];
  return [...links.map((each) => `${each.pathname} ${words(each)}`),
    ...[...page.querySelectorAll('main :is(h1, h2, h3)')].map(words)];
}"""


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def _section(page: Page, name: str) -> list[tuple[str, str]]:
    rows: list[Any] = page.evaluate(_SECTION, name)
    return [(claim, " ".join(text.split())) for claim, text in rows]


def _opened(reader: Reader, prefix: str, plain: Page, served: str, claim: str) -> ClaimView:
    plain.goto(f"{served}{prefix}claims/{claim}/")
    return reader.claim(claim)


@pytest.mark.parametrize("language", PREFIXES)
def test_an_older_address_of_a_claim_leads_to_where_it_stands_now(
    plain: Page, served: str, language: str
) -> None:
    plain.goto(f"{served}{PREFIXES[language]}claims/elsterveen-needs-a-tram/")
    plain.wait_for_url(f"{served}{PREFIXES[language]}claims/build-the-tram/")
    assert plain.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_page_has_the_claim_its_route_and_its_source(
    plain: Page, served: str, sample: KnowledgeBase, claim: str, language: str
) -> None:
    view = _opened(Reader(sample, language_of(language)), PREFIXES[language], plain, served, claim)
    assert plain.locator("h1").inner_text() == view.sentence
    if claim not in sample.theses:
        labels = [each.label for _, each in view.breadcrumb[:-1]]
        plain.locator("nav.route summary").click()
        route = plain.locator("nav.route").inner_text()
        assert [label for label in labels if label not in route] == []
    assert plain.locator("main .standing").first.inner_text().startswith(view.standing_word)
    addresses = plain.eval_on_selector_all(".passage a", "all => all.map(each => each.href)")
    for passage in view.passages:
        text = plain.locator("main").inner_text()
        assert passage.record.start in text
        # A book has no address.
        assert passage.url is None or passage.url in addresses


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_page_has_every_reason_and_objection_with_its_replies(
    plain: Page, served: str, sample: KnowledgeBase, claim: str, language: str
) -> None:
    view = _opened(Reader(sample, language_of(language)), PREFIXES[language], plain, served, claim)
    reasons, objections = _section(plain, "reasons"), _section(plain, "objections")
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


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_page_says_what_its_rejection_changes(
    plain: Page, served: str, sample: KnowledgeBase, claim: str, language: str
) -> None:
    view = _opened(Reader(sample, language_of(language)), PREFIXES[language], plain, served, claim)
    found = rejection(view)
    if not found.count:
        assert plain.locator("#reject").count() == 0
        return
    for summary in plain.locator("#reject ~ .more-of-it > summary").all():
        summary.click()
    rows = plain.locator("ul.reject > li").all_inner_texts()
    assert len(rows) == len(found.turned) + len(found.shifted)
    for row, text in zip((*found.turned, *found.shifted), rows, strict=True):
        assert row.claim.sentence in text
        assert row.before.word.lower() in text
        assert row.after.word.lower() in text
        assert row.before.mark != row.after.mark or row.before.word != row.after.word


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_page_has_its_figures_one_tap_away(
    plain: Page, served: str, sample: KnowledgeBase, claim: str, language: str
) -> None:
    view = _opened(Reader(sample, language_of(language)), PREFIXES[language], plain, served, claim)
    details = plain.locator("details.in-figures")
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
    for place in plain.locator("#results .rows [data-standing-of]").all():
        stand = reader.claim(place.get_attribute("data-standing-of") or "").stand
        # The word and both sides, once.
        heard = " ".join((place.locator(".mark").text_content() or "").split())
        assert heard == f"{stand.word.lower()}: {stand.figures}"
        sides = place.locator(".sides")
        for name, steps in (("for", stand.mark.carried), ("against", stand.mark.taken)):
            assert sides.get_attribute(f"data-{name}") == str(steps)
        by_itself = stand.standing in (Standing.DOCUMENTED, Standing.GRANTED)
        assert sides.is_hidden() == (by_itself and not stand.mark.taken)


def test_marks_can_be_told_apart_without_colour(plain: Page, served: str) -> None:
    plain.goto(f"{served}claims/")
    shape = "each => (({clipPath, borderRadius}) => [clipPath !== 'none', borderRadius])"
    shape += "(getComputedStyle(each, '::before'))"
    assert plain.locator(".rows .s-documented").first.evaluate(shape) == [True, "0px"]
    assert plain.locator(".rows .s-granted").first.evaluate(shape) == [False, "50%"]
    # Each side on its own half, as long as it says; the left one hatched.
    drawn = """each => ["::before", "::after"].map((side) => {
      const {left, right, width, content, backgroundImage} = getComputedStyle(each, side);
      const none = content === "none";
      return [none ? 0 : parseFloat(width), none || backgroundImage.includes("repeating")];
    })"""
    for sides in plain.locator(".rows .sides:visible").all():
        (against, hatched), (in_favour, solid) = sides.evaluate(drawn)
        step = sides.evaluate("each => each.clientWidth / 10")
        assert against == pytest.approx(step * int(sides.get_attribute("data-against") or 0), abs=1)
        assert in_favour == pytest.approx(step * int(sides.get_attribute("data-for") or 0), abs=1)
        assert hatched
        assert not solid or in_favour == 0


@pytest.mark.parametrize("language", PREFIXES)
def test_scripts_take_nothing_away(page: Page, plain: Page, served: str, language: str) -> None:
    # Without scripts, the page to search on leads to the lists instead, and the outline of the
    # whole debate stands open, which with scripts opens branch by branch.
    addresses = [
        served + PREFIXES[language] + path
        for name, path in PAGE_TYPES.items()
        if name not in ("search", "map")
    ]
    page.goto(served + "robots.txt")
    scripted = measured(page, addresses, ((1280, 720),), _SHOWN)
    missing = {}
    for address in addresses:
        plain.goto(address)
        built = set(plain.evaluate(f"({_SHOWN})(document)"))
        assert built
        if lost := built - set(scripted[address][0]):
            missing[address] = lost
    assert missing == {}


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("width", [1280, 806, 390])
def test_the_map_of_a_debate_fits_or_leaves_the_word_to_its_outline(
    browser: Browser, served: str, language: str, width: int
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(served + PREFIXES[language] + PAGE_TYPES["map"])
    assert page.locator(".map-outline .tree > li").first.is_visible()
    drawn = page.locator(".map-frame > svg")
    assert drawn.is_visible() == (width > 640)
    if drawn.is_visible():
        frame = page.locator(".map-frame")
        wide, room = (
            place.evaluate("each => each.getBoundingClientRect().width") for place in (drawn, frame)
        )
        assert wide <= room + 0.5
    context.close()
