"""Following the argument up and down: links alone lead everywhere, and the way there is kept."""

import re

import pytest
from playwright.sync_api import Page

from graph.argument.routes import routes
from graph.base import KnowledgeBase
from tests.browser.opening import opened, settled, until
from tests.browser.page_types import PREFIXES

_CRUMBS = "all => all.map(each => each.textContent.trim())"
_CLAIM = re.compile(r"claims/([^/]+)/$")


def _crumbs(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all("nav.route li", _CRUMBS)
    return [" ".join(each.split()) for each in found]


def _two_routes(sample: KnowledgeBase) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A claim, and two of its routes, from the thesis down to the claim before it.

    The second is longer, and with a step left out it is no route any more.
    """
    for claim in sample.claims:
        found = [each.claims[:0:-1] for each in routes(sample, claim, frozenset(sample.theses))]
        for other in found:
            if len(other) > max(2, len(found[0])) and (*other[:1], *other[2:]) not in found:
                return claim, found[0], other
    raise AssertionError("no claim has two routes")


@pytest.mark.parametrize("language", PREFIXES)
def test_the_route_in_the_address_is_the_breadcrumb(
    page: Page, served: str, sample: KnowledgeBase, language: str
) -> None:
    claim, usual, other = _two_routes(sample)
    address = f"{served}{PREFIXES[language]}claims/{claim}/"
    opened(page, address)
    static = _crumbs(page)
    thesis = page.locator("nav.route li a").last.text_content()
    assert len(static) == len(usual)
    opened(page, f"{address}?reject=no-such-claim#via={','.join(other)}")
    hrefs = page.eval_on_selector_all("nav.route li a", "all => all.map(each => each.pathname)")
    found = [match.group(1) for href in hrefs if (match := _CLAIM.search(href))]
    assert tuple(found[::-1]) == other
    assert page.locator("nav.route li em").count() == len(other)
    # It is told as the way that is usual would be, and its first step stands above it as well.
    crumbs = _crumbs(page)
    assert page.locator("nav.route li a").last.text_content() == thesis
    assert page.locator("nav.route [data-parent]").inner_text() in crumbs[0]
    assert str(len(other)) in page.locator("nav.route summary").inner_text()
    assert "reject=no-such-claim" in page.url


@pytest.mark.parametrize("stale", ["no-such-claim", "{skipped}", "{doubled}", "%ZZ", ",,,"])
def test_a_route_that_does_not_exist_gives_way_to_the_usual_one(
    page: Page, served: str, sample: KnowledgeBase, stale: str
) -> None:
    claim, _, other = _two_routes(sample)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    address = f"{served}claims/{claim}/"
    opened(page, address)
    static = _crumbs(page)
    via = stale.format(skipped=",".join((*other[:1], *other[2:])), doubled=",".join(other[:1] * 2))
    page.goto("about:blank")
    opened(page, f"{address}#via={via}")
    assert _crumbs(page) == static
    assert errors == []


def test_following_links_up_and_down_keeps_the_route(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    claim, _, other = _two_routes(sample)
    opened(page, f"{served}claims/{claim}/#via={','.join(other)}")
    # Up, along the route by which the reader came.
    page.locator("nav.route [data-parent] a").click()
    settled(page)
    assert f"/claims/{other[-1]}/" in page.url
    assert page.url.endswith(f"#via={','.join(other[:-1])}" if other[:-1] else "/")
    # And down again, from the outline.
    page.locator(f".outline .leaf > a[href*='claims/{claim}/']").first.click()
    settled(page)
    # The outline may know a longer way down; what it comes by is kept.
    assert re.search(rf"claims/{claim}/#via={','.join(other)}(,|$)", page.url)


def test_every_link_of_a_claim_gets_a_way_that_its_page_knows(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    """Also those to doubts about a step, on the page of the claim that makes it."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    doubted = [each for each in sample.links.values() if sample.undercuts(each.id)]
    claims = sorted({each.claim for each in doubted if not each.type.at_link})
    assert len(claims) > 2
    led = 0
    for claim in claims:
        opened(page, f"{served}claims/{claim}/")
        for link in page.locator(".hop.upward ul.tree > li > .leaf > a:not(.tag)").all():
            if not link.is_visible():
                continue
            link.dispatch_event("pointerdown")
            href = str(link.get_attribute("href"))
            target, via = re.findall(r"claims/([^/]+)/#via=(.*)$", href)[0]
            way = tuple(via.split(","))
            found = [
                each.claims[:0:-1] for each in routes(sample, target, frozenset(sample.theses))
            ]
            assert way in found, href
            led += 1
        page.eval_on_selector_all(
            "main a[href]",
            "all => all.forEach(each => each.dispatchEvent(new Event('focusin', {bubbles: true})))",
        )
    assert led > 2
    assert errors == []


def test_a_place_on_the_page_and_the_route_share_the_fragment(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    claim, _, other = _two_routes(sample)
    via = f"via={','.join(other)}"
    opened(page, f"{served}claims/{claim}/#{via}")
    crumbs = _crumbs(page)
    page.evaluate("location.hash = 'reject'")
    page.wait_for_url(f"**#reject&{via}")
    assert _crumbs(page) == crumbs
    page.goto("about:blank")
    opened(page, f"{served}claims/{claim}/#reject&{via}")
    assert _crumbs(page) == crumbs
    assert page.evaluate("scrollY") > 0


def test_back_after_three_steps_restores_route_and_scroll(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    chains = (routes(sample, claim, frozenset(sample.theses), 1) for claim in sample.claims)
    way = next(
        found[0].claims[::-1]
        for found in chains
        if found
        and len(found[0].steps) == 3
        and all(step.link.type.value != "undercuts" for step in found[0].steps)
    )
    opened(page, f"{served}claims/{way[0]}/")
    states = []
    for claim in way[1:]:
        link = page.locator(f".outline > .tree > li > .leaf > a[href*='/{claim}/']").first
        link.evaluate("each => each.scrollIntoView({ block: 'center' })")
        states.append((page.url, _crumbs(page), page.evaluate("scrollY")))
        address = page.url
        link.click()
        until(page, "(old) => location.href !== old", arg=address)
        settled(page)
    assert page.url.endswith(f"#via={','.join(way[:3])}")
    assert any(scroll > 100 for _, _, scroll in states)
    for url, crumbs, scroll in reversed(states):
        page.go_back()
        settled(page)
        assert page.url == url
        assert _crumbs(page) == crumbs
        assert abs(page.evaluate("scrollY") - scroll) <= 2
