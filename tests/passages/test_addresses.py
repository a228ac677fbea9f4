import contextlib
import http.server
import socket
import threading
from collections.abc import Iterator

import pytest

from graph.passages.addresses import Outcome, reach


class Site(http.server.BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/here")
            self.end_headers()
            return
        if self.path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
            return
        if self.path == "/talkative":
            self.send_response(500, "x" * 5_000)
            self.end_headers()
            return
        if self.path == "/late" and len(type(self).asked) < 3:
            self.send_error(404)
            return
        status = int(self.path.strip("/")) if self.path.strip("/").isdigit() else 200
        self.send_response(status)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    handler = type("Asked", (Site,), {"asked": asked})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/here", Outcome.REACHED),
        ("/moved", Outcome.REACHED),
        ("/404", Outcome.GONE),
        ("/410", Outcome.GONE),
        ("/403", Outcome.UNCLEAR),
        ("/429", Outcome.UNCLEAR),
        ("/500", Outcome.UNCLEAR),
        ("/elsewhere", Outcome.UNCLEAR),
    ],
)
def test_only_what_a_reader_would_call_gone_is_gone(
    site: tuple[str, list[str]], path: str, outcome: Outcome
) -> None:
    found = reach(site[0] + path, tries=1, private=True)
    assert found.outcome is outcome
    assert found.answered
    assert bool(found.detail) == (outcome is not Outcome.REACHED)


def test_of_a_long_reason_the_beginning_is_told(site: tuple[str, list[str]]) -> None:
    found = reach(f"{site[0]}/talkative", tries=1, private=True)
    assert found.outcome is Outcome.UNCLEAR
    assert found.detail.startswith("it answers 500 xxx")
    assert len(found.detail) < 300


def test_what_is_not_reached_is_asked_for_again(site: tuple[str, list[str]]) -> None:
    address, asked = site
    assert reach(f"{address}/late", tries=3, pause=0, private=True).outcome is Outcome.REACHED
    assert asked == ["/late"] * 3


def test_what_is_reached_is_asked_for_once(site: tuple[str, list[str]]) -> None:
    address, asked = site
    reach(f"{address}/here", tries=3, pause=0, private=True)
    assert asked == ["/here"]


def test_a_server_that_is_silent_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        found = reach(f"http://127.0.0.1:{port}/", timeout=0.2, tries=1, private=True)
    assert found.outcome is Outcome.UNCLEAR
    assert "does not answer within 0.2 seconds" in found.detail


def test_a_server_whose_headers_drip_is_not_waited_for() -> None:
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as dripping:

        def drip() -> None:
            connection, _ = dripping.accept()
            with connection, contextlib.suppress(OSError):
                connection.sendall(b"HTTP/1.1 200 OK\r\n")
                while not over.wait(0.02):
                    connection.sendall(b"x")

        thread = threading.Thread(target=drip)
        thread.start()
        url = f"http://127.0.0.1:{dripping.getsockname()[1]}/"
        found = reach(url, timeout=0.3, tries=1, private=True)
        over.set()
        thread.join()
    assert found == (Outcome.UNCLEAR, "it does not answer within 0.3 seconds", False, True)


def test_a_server_that_is_down_may_come_back() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert reach(f"http://127.0.0.1:{port}/", tries=1, private=True).outcome is Outcome.UNCLEAR


def _told_of_names(monkeypatch: pytest.MonkeyPatch, number: int, said: str) -> None:
    """Let name servers say this of every name."""

    def fail(*args: object, **more: object) -> None:
        raise socket.gaierror(number, said)

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_a_host_that_nobody_knows_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    _told_of_names(monkeypatch, socket.EAI_NONAME, "Name or service not known")
    found = reach("http://nobody.example/", tries=1)
    assert (found.outcome, found.detail) == (Outcome.GONE, "there is no such host")


@pytest.mark.parametrize("trouble", ["EAI_AGAIN", "EAI_FAIL", "EAI_MEMORY", "EAI_SYSTEM"])
def test_where_name_servers_do_not_answer_nobody_can_tell(
    trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _told_of_names(monkeypatch, getattr(socket, trouble), "Temporary failure in name resolution")
    found = reach("http://slow.example/", tries=1)
    assert found.outcome is Outcome.UNCLEAR
    assert "Temporary failure" in found.detail


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://example.org/", "essay", "http://["])
def test_what_is_no_web_address_is_not_opened(url: str) -> None:
    assert reach(url, tries=1).outcome is Outcome.GONE
