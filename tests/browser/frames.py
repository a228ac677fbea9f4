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


_EXCHANGE = """async ([addresses, sizes, measure, part, below]) => {
  const take = eval(measure);
  const frame = document.createElement('iframe');
  frame.style.cssText = 'border: 0; position: absolute; left: -10000px';
  [frame.width, frame.height] = sizes[0];
  document.body.append(frame);
  await new Promise((done) => {
    frame.onload = done;
    frame.src = addresses[0];
  });
  const shown = frame.contentDocument;
  const pages = [];
  for (const address of addresses) {
    const text = await (await fetch(address)).text();
    const page = new DOMParser().parseFromString(text, 'text/html');
    if (below) page.querySelectorAll(below).forEach((each) => each.replaceChildren());
    pages.push(page);
  }
  if (below) {
    const room = new frame.contentWindow.CSSStyleSheet();
    room.replaceSync(`:is(${below}) { height: 10000px; }`);
    shown.adoptedStyleSheets.push(room);
  }
  const found = Object.fromEntries(addresses.map((address) => [address, []]));
  for (const [width, height] of sizes) {
    [frame.width, frame.height] = [width, height];
    for (const [place, page] of pages.entries()) {
      shown.querySelector(part).replaceWith(shown.importNode(page.querySelector(part), true));
      found[addresses[place]].push(take(shown, frame.contentWindow));
    }
  }
  frame.remove();
  return found;
}"""
_READ = """async ([addresses, read]) => {
  const take = eval(read);
  const found = {};
  for (const address of addresses) {
    const text = await (await fetch(address)).text();
    const page = new DOMParser().parseFromString(text, 'text/html');
    // Its links lead from where it stands.
    const base = page.createElement('base');
    base.href = address;
    page.head.prepend(base);
    found[address] = take(page);
  }
  return found;
}"""


def read_without_scripts(page: Page, addresses: Iterable[str], read: str) -> dict[str, Any]:
    """What the script `read`, a function of a document, says of each address as it comes from the
    server, where no script has run and nothing is laid out. The page must be of the same origin."""
    found: dict[str, Any] = page.evaluate(_READ, [list(addresses), read])
    return found


def measured_in_turn(
    page: Page,
    addresses: Iterable[str],
    sizes: Iterable[Size],
    measure: str,
    part: str = "main",
    below: str | None = None,
) -> dict[str, list[Any]]:
    """The same of pages that differ in one element, and of what needs no scripts: the first page is
    loaded, and what the others have in that place is put there in turn.

    `part` is the selector of that element. The elements within that `below` finds are left empty
    and as high as ten screens: nothing that is measured may stand in them or depend on what does.
    """
    arguments = [list(addresses), [list(size) for size in sizes], measure, part, below]
    found: dict[str, list[Any]] = page.evaluate(_EXCHANGE, arguments)
    return found
