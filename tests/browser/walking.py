"""All types of pages of the sample in both languages, gone through once for several tests."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser

from tests.browser.frames import measured
from tests.browser.page_types import PAGE_TYPES, PREFIXES

DESK, PHONE, NARROW = (1280, 720), (390, 844), (320, 640)

# A target is inline when it stands in a line with words that are no target: WCAG 2.5.8 lets
# those be as high as their text.
_SMALL = """(page, view) => {
  const small = [];
  const targets = 'a[href], button, summary, input, select, textarea, [tabindex]';
  for (const target of page.querySelectorAll(targets)) {
    const box = target.getBoundingClientRect();
    const read = '.skip, :is(h1, h2, [role=status])[tabindex="-1"]';
    if (box.width === 0 || target.matches(read)) continue;
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
SHOWN = """(page) => {
  const words = (each) => each.textContent.trim().replace(/\\s+/g, ' ');
  const links = [...page.querySelectorAll('main a[href]')];
  return [...links.map((each) => `${each.pathname} ${words(each)}`),
    ...[...page.querySelectorAll('main :is(h1, h2, h3)')].map(words)];
}"""
"""A script that says where the links of a document lead, each with its words, and its headings."""
_SEEN = f"""(page, view) => {{
  const shown = ({SHOWN})(page);
  const figures = [...page.querySelectorAll('main .figure')]
    .filter((each) => each.getBoundingClientRect().width > 2).length;
  page.querySelectorAll('details').forEach((each) => (each.open = true));
  const headings = [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  return {{
    shown,
    figures,
    levels: headings.map((each) => Number(each.tagName[1])),
    small: ({_SMALL})(page, view),
  }};
}}"""
_WIDTH = """(page) => {
  page.querySelectorAll('details').forEach((each) => (each.open = true));
  return page.documentElement.scrollWidth;
}"""


class Seen(NamedTuple):
    """A page with its scripts.

    What `SHOWN` says of it and how many figures are seen, on a desk before anything is opened; and
    with all its parts open, its headings' levels, the targets that are too small for a thumb on a
    desk or a phone, and its width in pixels on the narrowest of screens.
    """

    shown: list[str]
    figures: int
    levels: list[int]
    small: list[str]
    width: int


class Walk(NamedTuple):
    """What was seen of each page, by language and name, and whatever pages asked of elsewhere."""

    seen: dict[str, dict[str, Seen]]
    elsewhere: list[str]


def write_walk(browser: Browser, served: str, file: Path) -> None:
    """Go through the pages of the site that is served, and write down what is seen."""
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served + "robots.txt")
    found: dict[str, Any] = {}
    for language, prefix in PREFIXES.items():
        addresses = {name: served + prefix + path for name, path in PAGE_TYPES.items()}
        seen = measured(page, addresses.values(), (DESK, PHONE), _SEEN)
        # Loaded anew: what a script does once may depend on the size.
        widths = measured(page, addresses.values(), (NARROW,), _WIDTH)
        found[language] = {
            name: [*seen[address], *widths[address]] for name, address in addresses.items()
        }
    page.close()
    assert len(asked) > len(PREFIXES) * len(PAGE_TYPES)
    elsewhere = [url for url in asked if not url.startswith((served, "data:", "blob:"))]
    file.write_text(json.dumps([found, elsewhere]), "utf-8")


def read_walk(file: Path) -> Walk:
    """What was written down."""
    found, elsewhere = json.loads(file.read_text("utf-8"))
    return Walk(
        {
            language: {
                name: Seen(
                    desk["shown"],
                    desk["figures"],
                    desk["levels"],
                    desk["small"] + phone["small"],
                    width,
                )
                for name, (desk, phone, width) in pages.items()
            }
            for language, pages in found.items()
        },
        elsewhere,
    )
