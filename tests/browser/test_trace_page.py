"""Tracing one claim to another on the page, held to what the command finds."""

import json
import re

import pytest
from playwright.sync_api import Page, expect
from typer.testing import CliRunner

from graph.argument.routes import COUNTED, routes
from graph.base import KnowledgeBase
from graph.cli.commands import all_commands
from graph.pages.views.bearing import SHOWN
from tests.browser.opening import opened, settled, until
from tests.browser.page_types import PREFIXES
from tests.conftest import SAMPLE


def _routes(page: Page) -> list[dict[str, list[str]]]:
    if page.locator(".rest button").is_visible():
        shown = page.locator(".traced > li").count()
        page.locator(".rest button").click()
        # The rest is written at once, when the pages that it needs have come.
        page.locator(".traced > li").nth(shown).wait_for()
    return [
        {
            "claims": (row.get_attribute("data-claims") or "").split(","),
            "links": (row.get_attribute("data-links") or "").split(","),
        }
        for row in page.locator(".traced > li[data-claims]").all()
    ]


def _pairs(sample: KnowledgeBase) -> list[tuple[str, str | None]]:
    """Claims with few routes, with more than are shown at once, and with more than are counted."""
    thesis = frozenset(sample.theses)
    by_count: dict[str, str] = {}
    for claim in sample.claims:
        count = len(routes(sample, claim, thesis, COUNTED + 1))
        kind = "all" if 1 < count <= SHOWN else "more" if count <= COUNTED else "many"
        if count > 1:
            by_count.setdefault(kind, claim)
    undercut = next(link.claim for link in sample.links.values() if link.type.value == "undercuts")
    linked = next(link for link in sample.links.values() if len(link.premises) > 1)
    middle = sample.reasons(sample.theses[0])[0].claim
    below = next(link.claim for link in sample.reasons(middle))
    assert set(by_count) == {"all", "more", "many"}
    return [
        *((claim, None) for claim in by_count.values()),
        (by_count["more"], sample.theses[0]),
        (undercut, None),
        (linked.premises[-1], sample.theses[0]),
        (below, middle),
    ]


def test_a_condition_is_traced_by_its_word_and_a_double_line(page: Page, served: str) -> None:
    opened(page, f"{served}trace/?from=bridge-bears-a-tram&to=build-the-tram")
    first = page.locator(".traced > li").first
    assert first.get_attribute("data-links") == "conditions"
    assert first.locator("em").inner_text() == "only if"
    step = first.locator("ol > li").last
    assert step.evaluate("each => getComputedStyle(each).borderLeftStyle") == "double"


def test_an_older_id_of_a_claim_is_traced_as_the_claim(page: Page, served: str) -> None:
    opened(page, f"{served}trace/?from=savings-are-passed-on&to=build-the-tram")
    found = page.locator(".traced > li")
    expect(found.first).to_be_visible()
    expected = [each.get_attribute("data-claims") for each in found.all()]
    opened(page, f"{served}trace/?from=savings-are-passed-on&to=elsterveen-needs-a-tram")
    expect(found.first).to_be_visible()
    assert [each.get_attribute("data-claims") for each in found.all()] == expected
    assert page.locator("#to").input_value() != ""
    opened(page, f"{served}trace/?from=no-such-claim&to=build-the-tram")
    expect(page.locator(".found")).to_contain_text("no claim called no-such-claim")


def test_the_page_in_another_language_traces_the_same(page: Page, served: str) -> None:
    asked = "?from=savings-are-passed-on&to=build-the-tram"
    opened(page, f"{served}trace/{asked}")
    expect(page.locator(".traced > li").first).to_be_visible()
    page.locator("header a[hreflang=nl]").click()
    page.wait_for_url(f"{served}nl/trace/{asked}")
    expect(page.locator(".traced > li").first).to_be_visible()


def test_the_routes_on_the_page_are_those_of_the_command(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    for start, end in _pairs(sample):
        ends = [end] if end else []
        done = CliRunner().invoke(
            all_commands(),
            ["--root", str(SAMPLE), "trace", start, *ends, "--json", "--limit", str(COUNTED)],
        )
        expected = [
            {name: route[name] for name in ("claims", "links")}
            for route in json.loads(done.stdout)["routes"]
        ]
        query = f"from={start}" + (f"&to={end}" if end else "")
        opened(page, f"{served}trace/?{query}")
        page.locator(".traced > li").first.wait_for()
        assert _routes(page) == expected, (start, end)


@pytest.mark.parametrize("language", PREFIXES)
def test_every_step_has_its_word_and_its_warrant_once(
    page: Page, served: str, sample: KnowledgeBase, language: str
) -> None:
    start = "savings-are-passed-on"
    opened(page, f"{served}{PREFIXES[language]}trace/?from={start}")
    page.locator(".traced > li").first.wait_for()
    found = routes(sample, start, frozenset(sample.theses))
    assert page.locator(".traced > li").count() == len(found) > 1
    words = page.locator(".traced > li").first.locator("em").all_inner_texts()
    assert len(words) == len(found[0].steps)
    steps = {(step.claim, step.link.id): step.link for route in found for step in route.steps}
    warrants = [
        link.record.because.wording(language).text
        for link in steps.values()
        if link.record.because is not None
    ]
    assert sorted(page.locator(".traced .why").all_inner_texts()) == sorted(warrants)


def test_claims_are_picked_by_their_words_from_the_keyboard(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    opened(page, f"{served}trace/?reject=gpu")
    start = page.get_by_role("combobox", name="From the claim")
    start.focus()
    words = sample.claims["savings-are-passed-on"].claim.wording("en").text.split()
    page.keyboard.type(" ".join(word.strip(".,") for word in reversed(words)))
    page.get_by_role("option").first.wait_for()
    assert start.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert start.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    claim = chosen.get_attribute("data-id")
    page.keyboard.press("Enter")
    page.locator(".traced > li").first.wait_for()
    assert re.search(rf"\?reject=gpu&from={claim}$", page.url)
    assert start.get_attribute("aria-expanded") == "false"
    assert start.input_value() == sample.claims[claim or ""].claim.wording("en").text
    page.go_back()
    until(page, "document.querySelectorAll('.traced > li').length === 0")
    assert start.input_value() == ""


def test_escape_closes_the_choices_and_keeps_what_was_picked(page: Page, served: str) -> None:
    opened(page, f"{served}trace/?from=savings-are-passed-on")
    start = page.get_by_role("combobox", name="From the claim")
    before = start.input_value()
    start.focus()
    page.keyboard.press("ArrowDown")
    start.fill("tram")
    assert page.get_by_role("option").count() > 1
    page.keyboard.press("Escape")
    assert page.get_by_role("option").count() == 0
    assert start.input_value() == before != ""


def test_the_other_way_round_is_said_to_be(page: Page, served: str, sample: KnowledgeBase) -> None:
    thesis, below = sample.theses[0], sample.reasons(sample.theses[0])[0].claim
    assert not routes(sample, thesis, frozenset([below]))
    opened(page, f"{served}trace/?from={thesis}&to={below}")
    page.locator(".traced > li").first.wait_for()
    assert "the other way" in page.locator(".found").inner_text()
    assert _routes(page)[0]["claims"] == [below, thesis]


def test_it_says_so_when_nothing_is_found(page: Page, served: str, sample: KnowledgeBase) -> None:
    thesis = sample.theses[0]
    one, other = (link.claim for link in sample.reasons(thesis)[:2])
    said = set()
    for query in ("", "from=no-such-claim", f"from={thesis}", f"from={thesis}&to={thesis}"):
        opened(page, f"{served}trace/?{query}")
        said.add(page.locator(".found").inner_text())
    assert len(said) == 4
    assert "" not in said
    assert page.locator(".traced > li").count() == 0
    assert one != other


def test_a_route_leads_to_its_claims_along_the_way(page: Page, served: str) -> None:
    opened(page, f"{served}trace/?from=savings-are-passed-on")
    route = page.locator(".traced > li").last
    claims = (route.get_attribute("data-claims") or "").split(",")
    route.locator("a[href*='savings-are-passed-on']").last.click()
    settled(page)
    assert page.url.endswith(f"#via={','.join(claims[:0:-1])}")
    assert page.locator("nav.route ol a").count() == len(claims) - 1
