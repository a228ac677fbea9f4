"""What a reader points at is large enough for a thumb, and comes in the order it is seen."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.page_types import PAGE_TYPES, PREFIXES
from tests.browser.walking import Walk

_RECORD = """() => {
  window.stops = [];
  document.querySelectorAll('details').forEach((each) => (each.open = true));
  addEventListener('focusin', ({ target }) => {
    const box = target.getClientRects()[0] ?? target.getBoundingClientRect();
    const { top, bottom } = box;
    // Focus scrolls a map sideways, which moves no claim within the map.
    const aside = target.closest('.map-frame')?.scrollLeft ?? 0;
    const [left, right] = [box.left + aside, box.right + aside];
    const words = target.textContent.trim().slice(0, 40);
    window.stops.push({ left, right, top: top + scrollY, bottom: bottom + scrollY, words });
  });
  return document.querySelectorAll('a[href], summary, input, button, select').length;
}"""
Stop = dict[str, Any]


def test_targets_are_24_pixels_wide_and_high(walk: Walk) -> None:
    small = {
        (language, name): page.small
        for language, pages in walk.seen.items()
        for name, page in pages.items()
    }
    assert small.keys() == {(language, name) for language in PREFIXES for name in PAGE_TYPES}
    assert {page: targets for page, targets in small.items() if targets} == {}


def _out_of_order(before: Stop, after: Stop) -> bool:
    """Whether focus goes back to a place that a reader has passed.

    It may go up only to a column further right, and left only to a line further down.
    """
    if after["bottom"] <= before["top"] + 1:
        return bool(after["left"] <= before["left"])
    same_line = min(before["bottom"], after["bottom"]) - max(before["top"], after["top"])
    lower = min(before["bottom"] - before["top"], after["bottom"] - after["top"])
    return bool(same_line > lower / 2 and after["right"] <= before["left"] + 1)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["home", "claim", "theme", "all claims", "source with its text"])
def test_focus_moves_in_the_order_in_which_a_page_is_read(
    page: Page, served: str, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served + PAGE_TYPES[name])
    count = min(page.evaluate(_RECORD), 150)
    for _ in range(count):
        page.keyboard.press("Tab")
    stops = page.evaluate("stops")
    assert len(stops) > 15
    wrong = [
        f"{before['words']} → {after['words']}"
        for before, after in pairwise(stops[1:])
        if _out_of_order(before, after)
    ]
    assert wrong == []
