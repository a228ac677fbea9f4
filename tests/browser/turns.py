"""A page that one test has after the other, each of which finds it as good as new."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import BrowserContext, Error, Page, ViewportSize

from tests.browser.opening import Asked, asked_by, watched

_LASTING = (
    "add_init_script",
    "add_locator_handler",
    "emulate_media",
    "expose_binding",
    "expose_function",
    "once",
    "route",
    "route_from_har",
    "route_web_socket",
    "set_default_navigation_timeout",
    "set_default_timeout",
    "set_extra_http_headers",
)
"""What does something to a page that is there on whatever it shows later."""
_FORGET = """() => {
  localStorage.clear();
  sessionStorage.clear();
}"""
# Nothing that a test has left to wait acts any more, which is among the last that was. The address
# is no page's, as a browser opens nothing where the next one differs only after its `#`.
_LEAVE = """() => {
  const last = Number(setTimeout(() => {}));
  for (let back = 0; back < 1000; back += 1) clearTimeout(last - back);
  history.replaceState(null, "", "/left-by-a-test");
}"""


class Turns:
    """The page of each reader, which takes a browser as long to open as to fill.

    It is handed on with nothing remembered, nowhere to go back to, of the size given and with the
    pointer in its corner. Where something was done to it that lasts, it still waits for an answer
    or showed pages of several hosts, it is closed, and the next test has a new one. A test that
    takes time in hand or speaks with the browser itself wants a new one that is its own.
    """

    def __init__(self, size: ViewportSize) -> None:
        self._size = size
        self._free: WeakKeyDictionary[BrowserContext, _Lent] = WeakKeyDictionary()

    @contextmanager
    def page(self, reader: BrowserContext) -> Iterator[Page]:
        """The page of a reader, for one test."""
        lent = self._free.pop(reader, None) or _Lent(reader)
        yield lent.page
        if lent.is_as_found(self._size):
            self._free[reader] = lent
        else:
            lent.page.close()


class _Lent:
    """A page, and whether anything was done to it that lasts."""

    def __init__(self, reader: BrowserContext) -> None:
        self.page = watched(reader.new_page())
        self._asked: Asked = asked_by(self.page)
        self._session = reader.new_cdp_session(self.page)
        self._changed = False
        self._hearing: list[tuple[str, Any]] = []
        self._note_what_lasts()

    def is_as_found(self, size: ViewportSize) -> bool:
        """Clear it away after a test, as far as that can be done."""
        # A page that is gone, or was never opened, has no storage.
        with suppress(Error):
            self.page.evaluate(_FORGET)
            if self._changed or self._hearing or self._asked.open or len(self._asked.hosts) > 1:
                return False
            self.page.mouse.move(0, 0)
            self.page.evaluate(_LEAVE)
            self._session.send("Page.resetNavigationHistory")
            self.page.set_viewport_size(size)
            self._asked.hosts.clear()
            return not self._asked.open
        return False

    def _note_what_lasts(self) -> None:
        page: Any = self.page
        for name in _LASTING:
            setattr(page, name, self._noting(getattr(page, name)))
        listen, stop = page.on, page.remove_listener

        def on(event: str, hear: Any) -> None:
            self._hearing.append((event, hear))
            listen(event, hear)

        def remove_listener(event: str, hear: Any) -> None:
            self._hearing.remove((event, hear))
            stop(event, hear)

        page.on, page.remove_listener = on, remove_listener

    def _noting(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*arguments: Any, **named: Any) -> Any:
            self._changed = True
            return act(*arguments, **named)

        return noted
