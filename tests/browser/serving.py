"""A folder, or pages that are made when somebody asks for them, served on this machine."""

import http.server
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any


class _Files(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below an address, over connections that are kept."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(
        self,
        *arguments: Any,
        below: str,
        made: Mapping[str, Callable[[], bytes]],
        **named: Any,
    ) -> None:
        self._below, self._made = below, made
        super().__init__(*arguments, **named)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self._below))

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].removeprefix(self._below).removeprefix("/")
        name = path if path and not path.endswith("/") else f"{path}index.html"
        make = self._made.get(name)
        if make is None:
            super().do_GET()
            return
        body = make()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(name))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """As hosts of static files do, let styles and scripts be kept without being asked about."""
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """A test run needs no access log."""


@contextmanager
def serving(
    folder: Path, below: str = "", made: Mapping[str, Callable[[], bytes]] | None = None
) -> Iterator[str]:
    """The address of a folder, with a slash at its end.

    `below` is the path of the site at that address, such as `/kb`. `made` has what is no file:
    by its path, how to make it.
    """
    handler = partial(_Files, directory=str(folder), below=below, made=made or {})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{below}/"
        server.shutdown()
