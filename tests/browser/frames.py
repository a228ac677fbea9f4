"""Many pages measured within one: each is loaded in a frame of the size of a screen."""

from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page

Size = tuple[int, int]

_MEASURE = """async ([addresses, sizes, measure]) => {
  const take = eval(measure);
  const frame = document.createElement('iframe');
  // Out of sight nothing is painted, which takes as long as to lay it out.
  frame.style.cssText = 'border: 0; position: absolute; left: -10000px';
  document.body.append(frame);
  const found = {};
  for (const address of addresses) {
    // The page before is not laid out again for the size of the next.
    frame.contentDocument.documentElement.remove();
    [frame.width, frame.height] = sizes[0];
    await new Promise((done) => {
      frame.onload = done;
      frame.src = address;
    });
    found[address] = sizes.map(([width, height]) => {
      [frame.width, frame.height] = [width, height];
      return take(frame.contentDocument, frame.contentWindow);
    });
  }
  frame.remove();
  return found;
}"""


def measured(
    page: Page, addresses: Iterable[str], sizes: Iterable[Size], measure: str
) -> dict[str, list[Any]]:
    """What the script `measure` says of each address at each size, widths and heights in pixels.

    `measure` is a function of a document and its window. The page must be of the same origin;
    the scripts of the addresses run.
    """
    arguments = [list(addresses), [list(size) for size in sizes], measure]
    found: dict[str, list[Any]] = page.evaluate(_MEASURE, arguments)
    return found
