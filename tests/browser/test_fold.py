"""What a reader sees of a claim before scrolling, on every claim page."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.frames import measured
from tests.browser.page_types import PREFIXES

pytestmark = pytest.mark.browser

_HEAD = (".route", "h1", ".standing")
_PAIR = (".pair > .supports", ".pair > .contradicts")
_DESK, _PHONE = (1280, 720), (390, 844)
_BOTTOMS = f"""(page) => {{
  const bottom = (selector) => page.querySelector(selector)?.getBoundingClientRect().bottom ?? null;
  return Object.fromEntries({list(_HEAD + _PAIR)}.map((selector) => [selector, bottom(selector)]));
}}"""


@pytest.mark.parametrize("language", PREFIXES)
def test_the_gist_of_every_claim_stands_above_the_fold(
    browser: Browser, served: str, site: Path, language: str
) -> None:
    below = f"{PREFIXES[language]}claims/"
    claims = [each.parent.name for each in sorted((site / below).glob("*/index.html"))]
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.goto(served + "robots.txt")
    found = measured(
        page, [f"{served}{below}{claim}/" for claim in claims], (_DESK, _PHONE), _BOTTOMS
    )
    page.close()
    assert len(found) == len(claims) > 200
    low = {}
    questions = 0
    for address, (desk, phone) in found.items():
        parts = [desk[part] for part in _HEAD]
        if None not in (desk[part] for part in _PAIR):
            parts += [desk[part] for part in _PAIR]
        else:
            # An open question has no reasons and objections to put side by side.
            questions += 1
        parts_on_phone = [phone[part] for part in _HEAD]
        if None in parts or max(parts) > _DESK[1] or max(parts_on_phone) > _PHONE[1]:
            low[address.removeprefix(served)] = (parts, parts_on_phone)
    assert low == {}
    assert questions < len(claims) / 10
