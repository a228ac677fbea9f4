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
_RUN = """async ([tags, rules, but]) => {
  const runOnly = rules ? { type: 'rule', values: rules } : tags && { type: 'tag', values: tags };
  const options = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
  if (but.length) options.rules = Object.fromEntries(but.map((id) => [id, { enabled: false }]));
  const found = await axe.run(options);
  return found.violations.map(({ id, nodes }) =>
    `${id}: ${nodes[0].html.slice(0, 120)}: ${nodes[0].failureSummary}`);
}"""

# A list has a thousand words of a dozen looks, and to find what stands behind one takes longer than
# all else. One is taken of those that look alike in themselves and in all they stand in.
_CONTRAST = """async () => {
  const known = new Map();
  const named = (element) => `${element.localName} ${element.getAttribute('class')}`;
  // What stands behind the words of an element: those around it that paint, or are out of line.
  const behind = (element) => {
    if (!element) return '';
    if (!known.has(element)) {
      const style = getComputedStyle(element);
      const own = [
        style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.position,
      ].join(' ');
      const paints = own !== 'rgba(0, 0, 0, 0) none 1 none static';
      const around = behind(element.parentElement);
      known.set(element, paints ? `${around} > ${named(element)} ${own}` : around);
    }
    return known.get(element);
  };
  const look = (element) => {
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    return [behind(element), named(element), color, fontSize, fontWeight, textShadow].join(' | ');
  };
  const says = (element) => element.matches('input, select, textarea, button') ||
    [...element.childNodes].some((each) => each.nodeType === 3 && each.data.trim());
  const one = new Map();
  for (const element of document.body.querySelectorAll('*')) {
    if (!says(element) || !element.getClientRects().length) continue;
    const place = look(element);
    if (!one.has(place)) one.set(place, element);
  }
  const runOnly = { type: 'rule', values: ['color-contrast'] };
  const found = await axe.run([...one.values()], { resultTypes: ['violations'], runOnly });
  return found.violations.map(({ id, nodes }) =>
    `${id}: ${nodes[0].html.slice(0, 120)}: ${nodes[0].failureSummary}`);
}"""


def violations(
    page: Page,
    tags: tuple[str, ...] | None = WCAG,
    rules: tuple[str, ...] = (),
    but: tuple[str, ...] = (),
) -> list[str]:
    """The rules that the page breaks, each with the first place where it does.

    `tags` names groups of rules, None all of them; `rules`, when given, the only rules to try;
    `but` those that are not.
    """
    _bring(page)
    arguments: list[Any] = [list(tags) if tags else None, list(rules) or None, list(but)]
    found: list[str] = page.evaluate(_RUN, arguments)
    return found


def _bring(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SCRIPT)


def faint(page: Page) -> list[str]:
    """Words that stand out too little from what is behind them; of those that look alike, one."""
    _bring(page)
    found: list[str] = page.evaluate(_CONTRAST)
    return found


def in_both_themes(page: Page) -> list[str]:
    """What breaks WCAG 2.2, in the light theme and, as far as colours go, in the dark one.

    Nothing but colours depends on the theme.
    """
    page.emulate_media(color_scheme="light")
    found = violations(page, but=("color-contrast",)) + faint(page)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {each}" for each in faint(page)]
    page.emulate_media(color_scheme="light")
    return found
