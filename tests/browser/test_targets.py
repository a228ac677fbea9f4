"""What a reader points at is large enough for a thumb, and comes in the order it is seen."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.frames import measured
from tests.browser.page_types import PAGE_TYPES, PREFIXES

# A target is inline when it stands in a line with words that are no target: WCAG 2.5.8 lets
# those be as high as their text.
_SMALL = """(page, view) => {
  const small = [];
  const targets = 'a[href], button, summary, input, select, textarea, [tabindex]';
  page.querySelectorAll('details').forEach((each) => (each.open = true));
  for (const target of page.querySelectorAll(targets)) {
    const box = target.getBoundingClientRect();
    if (box.width === 0 || target.matches('.skip, :is(h1, h2)[tabindex="-1"]')) continue;
    const inline = (each) => view.getComputedStyle(each).display === 'inline';
    if (inline(target) && !target.closest('svg')) {
      let block = target.parentElement;
      while (inline(block)) block = block.parentElement;
      const texts = page.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let words = '';
      while (texts.nextNode())
        if (!texts.currentNode.parentElement.closest(targets)) words += texts.currentNode.data;
      if (/[\\p{L}\\p{N}]/u.test(words)) continue;
    }
    // A label belongs to the box it ticks.
    const label = target.labels?.[0]?.getBoundingClientRect();
    const height = Math.max(box.height, label?.height ?? 0);
    const width = Math.max(box.width, label?.width ?? 0);
    if (height < 23.9 || width < 23.9)
      small.push(`${Math.round(width)}×${Math.round(height)} ${target.outerHTML.slice(0, 100)}`);
  }
  return small;
}"""

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


def test_targets_are_24_pixels_wide_and_high(browser: Browser, served: str) -> None:
    addresses = [
        served + prefix + path for prefix in PREFIXES.values() for path in PAGE_TYPES.values()
    ]
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.goto(served + "robots.txt")
    found = measured(page, addresses, ((1280, 720), (390, 844)), _SMALL)
    page.close()
    assert {address: small for address, small in found.items() if any(small)} == {}


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
    browser: Browser, served: str, name: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(served + PAGE_TYPES[name])
    count = min(page.evaluate(_RECORD), 150)
    for _ in range(count):
        page.keyboard.press("Tab")
    stops = page.evaluate("stops")
    page.close()
    assert len(stops) > 15
    wrong = [
        f"{before['words']} → {after['words']}"
        for before, after in pairwise(stops[1:])
        if _out_of_order(before, after)
    ]
    assert wrong == []
