"""Lines of argument are drawn and told the same, with and without scripts, in both languages."""

import pytest
from playwright.sync_api import Page, expect

from graph.argument.line_sentences import weakest_told
from graph.argument.lines import lines_of
from graph.base import KnowledgeBase
from graph.pages.views.reader import Reader
from graph.words.language import language
from graph.words.sentence import told_plainly
from tests.browser.page_types import PREFIXES

THESIS = "build-the-tram"


@pytest.fixture(params=[1280, 390])
def plain(plain: Page, request: pytest.FixtureRequest) -> Page:
    """A page of two widths in a browser that runs no scripts."""
    plain.set_viewport_size({"width": request.param, "height": 800})
    return plain


@pytest.mark.parametrize("code", PREFIXES)
@pytest.mark.parametrize("path", ["debates/tram/", f"claims/{THESIS}/"])
def test_every_line_names_its_state_its_weakest_link_and_why(
    plain: Page, served: str, sample: KnowledgeBase, code: str, path: str
) -> None:
    reader = Reader(sample, language(code))
    plain.goto(f"{served}{PREFIXES[code]}{path}")
    drawn = plain.locator(".lines .line:not(.condition)")
    lines = lines_of(sample, THESIS)
    assert drawn.count() == len(lines)
    for number, line in enumerate(lines):
        box = drawn.nth(number)
        assert box.locator("a").first.text_content() == reader.claim(line.link.claim).label
        assert reader.language.t(f"lines.state.{line.state.value}") in box.inner_text()
        told = told_plainly(
            weakest_told(sample, line), reader.language, lambda each: reader.claim(each).named
        )
        assert told in box.locator(".weak").inner_text()
        ringed = box.locator(".chain .weakest")
        assert ringed.count() == 1
        # The last of the chain is the direct reason, which runs into the thesis.
        last = box.locator(".chain > li").last.locator(".box a").first
        assert last.text_content() == reader.claim(line.claims[0]).label


@pytest.mark.parametrize("code", PREFIXES)
def test_home_names_the_first_lines_with_its_state_and_where_it_gives_way(
    plain: Page, served: str, sample: KnowledgeBase, code: str
) -> None:
    reader = Reader(sample, language(code))
    plain.goto(f"{served}{PREFIXES[code]}")
    drawn = plain.locator(".lines.brief .line[data-line]")
    named = plain.locator(".answer .line")
    every = lines_of(sample, THESIS)
    lines = every[: drawn.count()]
    assert drawn.count() == named.count() == 4
    rest = reader.language.n("home.more_lines", len(every) - 4)
    assert plain.get_by_text(rest, exact=True).count() == 2
    for number, line in enumerate(lines):
        label = reader.claim(line.link.claim).label
        state = reader.language.t(f"lines.state.{line.state.value}")
        for box in (drawn.nth(number), named.nth(number)):
            assert box.locator("a").first.text_content() == label
            assert state in box.inner_text()
        told = told_plainly(
            weakest_told(sample, line), reader.language, lambda each: reader.claim(each).named
        )
        assert told in drawn.nth(number).locator(".weak").inner_text()


@pytest.mark.parametrize("code", PREFIXES)
def test_lines_are_no_wider_than_the_page(plain: Page, served: str, code: str) -> None:
    plain.goto(f"{served}{PREFIXES[code]}debates/tram/")
    page = plain.viewport_size
    assert page is not None
    places = plain.locator(".lines .chain .box, .lines .goal, .lines .weak").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect()).map((box) => [box.x, box.right])"
    )
    assert places
    assert min(left for left, _ in places) >= 0
    assert max(right for _, right in places) <= page["width"] + 0.5
    # Nothing in a box runs out of it.
    wide = "all => all.filter((box) => box.scrollWidth > box.clientWidth + 1).length"
    assert plain.locator(".lines .chain .box").evaluate_all(wide) == 0


def test_a_chain_reads_towards_the_thesis(plain: Page, served: str) -> None:
    plain.goto(f"{served}debates/tram/")
    boxes = [
        each.bounding_box() for each in plain.locator(".lines .chain").first.locator(".box").all()
    ]
    goal = plain.locator(".lines .goal").bounding_box()
    assert goal is not None
    across = goal["x"] > 600
    places = [box["x"] if across else box["y"] for box in boxes if box is not None]
    assert len(places) > 1
    assert places == sorted(places)
    assert (goal["x"] if across else goal["y"]) > places[-1]


def test_a_line_follows_what_a_reader_rejects(page: Page, served: str) -> None:
    page.goto(f"{served}claims/{THESIS}/?reject=harbour-stays-empty-without-a-line")
    name = f"#line-harbour-stays-empty-without-a-line--{THESIS}"
    line = page.locator(name)
    expect(line.locator(".state")).to_contain_text("→ broken")
    expect(line.locator(".weak")).to_contain_text("your choices not counted")
    expect(line.locator(".chain .step path").last).to_have_class("fallen")
    others = page.locator(f".line[data-line]:not({name})")
    for other in others.all():
        expect(other.locator(".state")).not_to_contain_text("→")
