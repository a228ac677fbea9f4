"""What axe-core finds on a page."""

from importlib.resources import files
from typing import Literal

from playwright.sync_api import Page

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# Two thirds of what axe does is to read the same few colours, of every element and of all that
# stands behind it: each is read once.
_COLOURS_READ_ONCE = """{
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
}"""
# Pages have thousands of words and links of some hundred looks, and to find what stands behind one
# takes longer than all else. Of those that look alike, in themselves and in all they stand in, a
# rule on colours tries one.
_ONE_OF_A_LOOK = """{
  const known = new Map();
  const fit = new Set();
  const tried = new Set();
  let sheets = '';
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
  const words = (element) => {
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    return [behind(element), named(element), color, fontSize, fontWeight, textShadow];
  };
  const says = (element) => element.matches('input, select, textarea, button') ||
    [...element.childNodes].some((each) => each.nodeType === 3 && each.data.trim());
  const drawings = new Map();
  const drawn = (element) => {
    if (!drawings.has(element)) drawings.set(element, drawing(element));
    return drawings.get(element);
  };
  const drawing = (element) => {
    const { display, fontFamily, fontStyle, textDecoration, borderTop, borderBottom, outline } =
      getComputedStyle(element);
    const around = ['::before', '::after'].map((side) => getComputedStyle(element, side).content);
    return [
      ...words(element), display, fontFamily, fontStyle, textDecoration, borderTop, borderBottom,
      outline, ...around,
    ].join(' ');
  };
  // A link in a text is told apart from the block that it stands in.
  const link = (element) => {
    const looks = [drawn(element)];
    let around = element;
    do {
      around = around.parentElement;
      looks.push(drawn(around));
    } while (around !== document.body && getComputedStyle(around).display.startsWith('inline'));
    return looks;
  };
  // A thousand looks go to every page and back: of each a digest of 53 bits.
  const short = (look) => {
    let one = 0x9e3779b9;
    let other = 0x41c6ce57;
    for (let at = 0; at < look.length; at += 1) {
      const code = look.charCodeAt(at);
      one = Math.imul(one ^ code, 0x85ebca77);
      other = Math.imul(other ^ code, 0xc2b2ae3d);
    }
    one ^= Math.imul(one ^ (other >>> 15), 0x735a2d97);
    other ^= Math.imul(other ^ (one >>> 15), 0xcaf649a9);
    return (((other >>> 11) * 4294967296) + (one >>> 0)).toString(36);
  };
  const kinds = [
    ['color-contrast', '*', (element) => says(element) && words(element)],
    ['link-in-text-block', 'a[href], [role=link]', link],
  ].map(([id, selector, look]) => {
    const rule = axe._audit.rules.find((each) => each.id === id);
    const place = (element) => {
      const found = look(element);
      return found && short([id, sheets, ...found].join(' | '));
    };
    const refused = new WeakSet();
    const { matches } = rule;
    rule.matches = function (element, ...more) {
      const found = place(element);
      if (!found || fit.has(found) || tried.has(found)) return false;
      if (!matches.call(this, element, ...more)) {
        refused.add(element);
        return false;
      }
      tried.add(found);
      return true;
    };
    // What a rule is not about in one theme it is not about in the other.
    const isNew = (element) => {
      const found = place(element);
      return found && !fit.has(found) && !refused.has(element) && element.checkVisibility();
    };
    return () => [...document.body.querySelectorAll(selector)].some(isNew);
  });
  axe.lookAnew = (looks) => {
    [known, drawings, fit, tried].forEach((each) => each.clear());
    sheets = [...document.styleSheets].map(({ href }) => href?.split('/').at(-1)).join();
    for (const each of looks.split(' ')) fit.add(each);
    return tried;
  };
  axe.hasNewLooks = () => kinds.some((hasNew) => hasNew());
}
null;
"""
SCRIPT = f"{_AXE}\n{_COLOURS_READ_ONCE}\n{_ONE_OF_A_LOOK}"
"""What is to run on a page before anything is looked for; `violations` sees to it where it has
not. Many pages take it sooner from `Page.add_init_script`."""
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
"""The tags of what WCAG 2.2 asks at levels A and AA."""
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules whose answer depends on the theme."""
_RUN = """async ([tags, rules, looks]) => {
  const runOnly = rules ? { type: 'rule', values: rules } : tags && { type: 'tag', values: tags };
  const tried = axe.lookAnew(looks);
  const found = await axe.run({
    // Of style sheets no rule among these reads anything.
    preload: { assets: ['media'] },
    resultTypes: ['violations'],
    selectors: false,
    ...(runOnly && { runOnly }),
  });
  const told = found.violations.map(({ id, nodes }) =>
    [id, `${nodes[0].html.slice(0, 120)}: ${nodes[0].failureSummary}`]);
  return [told, [...tried].join(' ')];
}"""
_HAS_NEW_LOOKS = """(looks) => {
  axe.lookAnew(looks);
  return axe.hasNewLooks();
}"""
_THEME = "matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'"


def violations(
    page: Page,
    tags: tuple[str, ...] | None = WCAG,
    rules: tuple[str, ...] = (),
    looks: set[str] | None = None,
) -> list[str]:
    """The rules that the page breaks, each with the first place where it does.

    `tags` names groups of rules, None all of them; `rules`, when given, the only rules to try.
    Of words and links that look alike one is tried for its colours, and none whose look is among
    `looks`, to which those are added that break no rule.
    """
    looks = set() if looks is None else looks
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    arguments = [list(tags) if tags else None, list(rules) or None, _in_one_text(looks)]
    told, tried = page.evaluate(_RUN, arguments)
    if not any(rule in COLOURS for rule, _ in told):
        looks.update(tried.split())
    return [f"{rule}: {where}" for rule, where in told]


def _in_one_text(looks: set[str]) -> str:
    """Each value on its own is checked and wrapped on every leg of its way to the page: a thousand
    of them take longer than what is done with them."""
    return " ".join(sorted(looks))


def in_both_themes(page: Page, looks: set[str], tags: tuple[str, ...] | None = WCAG) -> list[str]:
    """What breaks WCAG 2.2 in the theme that the page is in and, as far as colours go, in the other
    one, in which the page is left.

    Nothing but colours depends on the theme. `looks` are those of words and links on pages that
    were looked at before; see `violations`, also for `tags`.
    """
    theme = page.evaluate(_THEME)
    found = violations(page, tags, looks=looks)
    other: Literal["dark", "light"] = "light" if theme == "dark" else "dark"
    page.emulate_media(color_scheme=other)
    if page.evaluate(_HAS_NEW_LOOKS, _in_one_text(looks)):
        found += [f"{other}: {each}" for each in violations(page, rules=COLOURS, looks=looks)]
    return found
