"""What axe-core finds on a page."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

_SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# Two thirds of what axe does is to read the same few colours, of every element and of all that
# stands behind it: each is read once.
_SCRIPT += """
{
  const { prototype } = axe.commons.color.Color;
  const { parseString } = prototype;
  const read = new Map();
  prototype.parseString = function (text) {
    const known = read.get(text);
    if (known) return Object.assign(this, known);
    parseString.call(this, text);
    const { r, g, b, alpha } = this;
    read.set(text, { r, g, b, alpha });
    return this;
  };
}
null;
"""
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
"""The tags of what WCAG 2.2 asks at levels A and AA."""
_RUN = """async ([tags, rules]) => {
  const runOnly = rules ? { type: 'rule', values: rules } : tags && { type: 'tag', values: tags };
  const found = await axe.run({ resultTypes: ['violations'], ...(runOnly && { runOnly }) });
  return found.violations.map(({ id, nodes }) =>
    `${id}: ${nodes[0].html.slice(0, 120)}: ${nodes[0].failureSummary}`);
}"""


def violations(
    page: Page, tags: tuple[str, ...] | None = WCAG, rules: tuple[str, ...] = ()
) -> list[str]:
    """The rules that the page breaks, each with the first place where it does.

    `tags` names groups of rules, None all of them; `rules`, when given, the only rules to try.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SCRIPT)
    arguments: list[Any] = [list(tags) if tags else None, list(rules) or None]
    found: list[str] = page.evaluate(_RUN, arguments)
    return found


def in_both_themes(page: Page) -> list[str]:
    """What breaks WCAG 2.2, in the light theme and, as far as colours go, in the dark one.

    Nothing but colours depends on the theme.
    """
    page.emulate_media(color_scheme="light")
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {each}" for each in violations(page, rules=("color-contrast",))]
    page.emulate_media(color_scheme="light")
    return found
