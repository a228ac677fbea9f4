"""The server as a program: the site of a configuration, at an address, until it is told to end.

A site of which other plugins make a part is served by MkDocs itself, which runs all of them.
"""

import logging
import signal
import socket
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from tempfile import TemporaryDirectory
from urllib.parse import quote
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer
from wsgiref.types import WSGIApplication

from graph.errors import BetoogError
from graph.pages.bounded import attend
from graph.serving.answering import application
from graph.serving.served_site import ServedSite
from graph.serving.watching import watch
from graph.serving.written import OthersError, serve_by_mkdocs
from graph.store.collecting import collect_by_hand


class Server(ThreadingMixIn, WSGIServer):
    """A server with a thread for every question, none of which keeps it from ending."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, host: str, port: int, app: WSGIApplication) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Quiet)
        self.set_app(app)

    def server_bind(self) -> None:
        """Take the address, without asking anybody for its name."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        host, port, *_ = self.server_address
        self.server_name, self.server_port = str(host), int(port)
        self.setup_environ()


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each question."""


def main(file: Path, address: str) -> int:
    """Serve the site of a configuration until that is interrupted; the status to end with."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return _serve(file, address)
    except KeyboardInterrupt:
        return 0


def _serve(file: Path, address: str) -> int:
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    host, _, port = address.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    with TemporaryDirectory(prefix="betoog-") as temporary:
        try:
            site = ServedSite(file, Path(temporary))
        except OthersError as others:
            logging.warning("%s, so MkDocs serves it: %s", file.name, others)
        except BetoogError as error:
            logging.error(error)
            return 1
        else:
            # While somebody waits for a page, no record is looked through for garbage.
            collect_by_hand()
            with Server(host, int(port), application(site, host)) as server:
                watch(site)
                sys.stderr.write(f"Serving on http://{address}{quote(site.mount)}\n")
                attend(server.serve_forever)
    return serve_by_mkdocs(file, address)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
