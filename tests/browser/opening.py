"""Opening a page, and waiting until its scripts have come to rest."""

from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import Page, Request

_CALM = 3
"""Frames in a row in which nothing is asked of the server."""
_POLICY = "Content Security Policy"
_FRAMES = 600
"""Frames, of some 16 milliseconds, after which it is taken that a page never comes to rest."""
_FRAME = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
_asked: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()


def watched(page: Page) -> Page:
    """The page, with what it asks for noted."""
    if page not in _asked:
        asked: set[Request] = set()
        _asked[page] = asked
        page.on("request", lambda each: asked.add(each))
        page.on("requestfinished", lambda each: asked.discard(each))
        page.on("requestfailed", lambda each: asked.discard(each))
    return page


def settled(page: Page) -> None:
    """Wait until all that a page asked for has come, and its scripts have had their turn.

    Takes a few frames, where "networkidle" waits half a second whatever happens. The page must
    have been watched since before it asked.
    """
    calm = 0
    for _ in range(_FRAMES):
        page.evaluate(_FRAME)
        calm = 0 if _asked[page] else calm + 1
        if calm == _CALM:
            return
    raise AssertionError([each.url for each in _asked[page]])


def until(page: Page, expression: str, arg: Any = None) -> None:
    """Wait until an expression holds on the page.

    Playwright's own `wait_for_function` needs `eval`, which the policy of a page refuses.
    """
    for _ in range(_FRAMES):
        if page.evaluate(expression, arg):
            return
        page.evaluate(_FRAME)
    raise AssertionError(expression)


def styled(page: Page, css: str) -> None:
    """Add to the styles of a page, which may have none that stand on it."""
    page.evaluate(
        """(css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        }""",
        css,
    )


def refusals(page: Page) -> list[str]:
    """What the policies of pages refuse from now on, as the browser says it; grows as it does."""
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if _POLICY in said.text else None)
    return found


def opened(page: Page, address: str) -> Page:
    """Go to an address and wait until the page has come to rest."""
    watched(page).goto(address)
    settled(page)
    return page
