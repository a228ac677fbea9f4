"""Passing a claim on: its link, and how it is cited."""

import datetime
import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.opening import until
from tests.browser.page_types import PAGE_TYPES

SENT = """navigator.share = async (given) => { window.sent = given; }"""


def test_the_link_of_a_claim_is_copied_with_what_the_reader_decided(
    page: Page, context: BrowserContext, served: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served}{PAGE_TYPES['claim']}?reject=savings-are-passed-on")
    button = page.locator("[data-share=copy]")
    button.click()
    expect(page.locator(".sharing > .acts [role=status]")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"{PAGE_TYPES['claim']}?reject=savings-are-passed-on")


def test_a_claim_is_shared_where_the_browser_can(page: Page, served: str) -> None:
    page.add_init_script(SENT)
    page.goto(served + PAGE_TYPES["claim"])
    page.locator("[data-share=send]").click()
    until(page, "'sent' in window")
    sent = page.evaluate("window.sent")
    assert sent["url"].endswith(PAGE_TYPES["claim"])
    assert sent["title"] == page.locator("h1").inner_text()


def test_a_citation_says_today_in_every_form(page: Page, served: str) -> None:
    page.goto(served + PAGE_TYPES["claim"])
    page.locator("[data-citing] summary").click()
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    expect(page.locator("[data-citing] .citation")).to_contain_text(re.compile(r"20\d\d-\d\d-\d\d"))
    for each in page.locator("[data-citing] :is(.citation, code)").all():
        text = each.inner_text()
        assert "[yyyy-mm-dd]" not in text
        assert today[:7] in text
