"""A claim on a page of another site, as a browser shows it there."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.frames import measured_in_turn
from tests.browser.opening import opened
from tests.browser.page_types import PAGE_TYPES, PREFIXES
from tests.browser.serving import serving

ADDRESS = "https://example.org/kb/"
"""Where the sample's site says it is."""
_FOREIGN = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src {origin}">
<title>A newspaper</title>
<h1>A newspaper</h1>
{code}
"""
_NEEDED = """(page) => {
  const { scrollWidth, scrollHeight } = page.documentElement;
  return [scrollWidth, scrollHeight];
}"""


def _code(site: Path, claim: str, prefix: str = "") -> str:
    """The code that the page of a claim gives away."""
    page = (site / f"{prefix}claims/{claim}/index.html").read_text("utf-8")
    found = re.search(r"<code>(&lt;iframe.*?)</code>", page)
    assert found is not None, claim
    return html.unescape(found[1])


@pytest.fixture
def newspaper(sample_site: Path, served: str, tmp_path: Path) -> Iterator[str]:
    """The address of a page of another site that shows the card of a claim, and lets nothing in
    but a frame."""
    code = _code(sample_site, "build-the-tram").replace(ADDRESS, served)
    page = _FOREIGN.format(origin=served, code=code)
    (tmp_path / "index.html").write_text(page, "utf-8")
    with serving(tmp_path) as address:
        yield address


def test_a_card_is_shown_on_a_page_with_a_strict_policy_and_leads_to_the_claim(
    page: Page, newspaper: str, served: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url))
    opened(page, newspaper)
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_be_visible()
    expect(frame.locator(".standing b")).to_have_class(re.compile("s-"))
    # Its own style came through both policies and the sandbox.
    assert frame.locator(".sides").bounding_box() is not None
    expect(frame.locator("body")).to_have_css("margin-top", "0px")
    card = f"{served}embed/claims/build-the-tram/"
    assert asked == [newspaper, card, f"{served}assets/css/embed.css"]
    with page.context.expect_page() as new:
        frame.locator("footer a").click()
    new.value.wait_for_load_state()
    assert new.value.url == f"{served}claims/build-the-tram/"
    # What is opened is a page like any other, with its scripts, and has no hold on the newspaper.
    expect(new.value.locator("[data-share=copy]")).to_be_visible()
    assert new.value.evaluate("window.opener") is None
    new.value.close()


@pytest.mark.parametrize("language", PREFIXES)
def test_a_card_fits_the_frame_that_is_made_for_it(
    page: Page, served: str, sample_site: Path, language: str
) -> None:
    prefix = PREFIXES[language]
    claims = sorted(
        each.parent.name for each in sample_site.glob(f"{prefix}embed/claims/*/oembed.json")
    )
    assert len(claims) > 30
    page.goto(served + "robots.txt")
    addresses = {claim: f"{served}{prefix}embed/claims/{claim}/" for claim in claims}
    sizes = ((320, 40), (390, 40), (600, 40))
    found = measured_in_turn(page, addresses.values(), sizes, _NEEDED, "body")
    wrong, loose = {}, []
    for claim, address in addresses.items():
        told = re.search(r'height="(\d+)"', _code(sample_site, claim, prefix))
        assert told is not None
        height = int(told[1])
        for (width, _), (wide, high) in zip(sizes, found[address], strict=True):
            if wide > width or high > height:
                wrong[claim, width] = (wide, high, height)
        loose.append(height - found[address][0][1])
    assert wrong == {}
    # Nor is it half empty.
    assert sum(loose) / len(loose) < 70
    assert max(loose) < 130


def test_the_code_of_a_card_is_copied(page: Page, served: str, sample_site: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served + PAGE_TYPES["claim"])
    page.locator(".embedding summary").click()
    page.locator("[data-share=code]").click()
    expect(page.locator(".embedding [role=status]")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == _code(sample_site, "harbour-stays-empty-without-a-line")
