"""Opening a page, and waiting until its scripts have come to rest."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import ConsoleMessage, Page, Request

_POLICY = "Content Security Policy"
_FRAMES = 600
"""Frames, of some 16 milliseconds, after which it is taken that a page never comes to rest."""
_FRAME = """() => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  // A page that the browser does not draw has no frames, and nobody would ever stop waiting.
  setTimeout(done, 1000);
})"""
_CALM = 3
"""Frames in a row in which nothing is asked of the server."""
_SOME_FRAMES = f"""async () => {{
  for (let frame = 0; frame < {_CALM}; frame += 1) await ({_FRAME})();
}}"""


@dataclass
class _Asked:
    """What a page waits for, and how much it has ever asked for."""

    open: set[Request] = field(default_factory=set)
    ever: int = 0

    def note(self, request: Request) -> None:
        self.open.add(request)
        self.ever += 1


_asked: WeakKeyDictionary[Page, _Asked] = WeakKeyDictionary()


def watched(page: Page) -> Page:
    """The page, with what it asks for noted."""
    if page not in _asked:
        asked = _asked[page] = _Asked()
        page.on("request", asked.note)
        page.on("requestfinished", lambda each: asked.open.discard(each))
        page.on("requestfailed", lambda each: asked.open.discard(each))
    return page


def settled(page: Page) -> None:
    """Wait until all that a page asked for has come, and its scripts have had their turn.

    Takes a few frames, where "networkidle" waits half a second whatever happens. The page must
    have been watched since before it asked.
    """
    asked = _asked[page]
    for _ in range(0, _FRAMES, _CALM):
        before = asked.ever
        page.evaluate(_SOME_FRAMES)
        if not asked.open and asked.ever == before:
            return
    raise AssertionError([each.url for each in asked.open])


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
    page.on("console", partial(note_refusal, found))
    return found


def note_refusal(found: list[str], said: ConsoleMessage) -> None:
    """Note what a page says on its console, if it is that something was refused."""
    if _POLICY in said.text:
        found.append(said.text)


def opened(page: Page, address: str) -> Page:
    """Go to an address and wait until the page has come to rest."""
    watched(page).goto(address)
    settled(page)
    return page
