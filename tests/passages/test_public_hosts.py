"""Hosts in networks of one's own are asked only when told so, whatever leads to them."""

import http.server
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from graph.passages import public_hosts
from graph.passages.addresses import Outcome, reach
from graph.passages.download import DownloadError, fetch
from graph.passages.public_hosts import NotAskedError, is_public, require_public

PUBLIC = ("8.8.8.8", "192.88.98.1", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808")
PRIVATE = (
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fe80::1%lo", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2002:a00:1::", "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1", "::127.0.0.1", "::a00:1",
    "3fff::1", "5f00::1", "168.63.129.16",
)  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_of_a_network_of_ones_own_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "host", ["localhost", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "::1"]
)
def test_every_spelling_of_this_machine_is_known(host: str) -> None:
    with pytest.raises(NotAskedError, match="no public address"):
        require_public(host)


def test_a_name_is_held_to_all_of_its_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    for addresses, is_so in ((("8.8.8.8", "8.8.4.4"), True), (("8.8.8.8", "10.0.0.1"), False)):
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 0)) for each in addresses]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, found=found, **__: found)
        if is_so:
            require_public("somewhere.example")
        else:
            with pytest.raises(NotAskedError, match=r"10\.0\.0\.1"):
                require_public("somewhere.example")


# ── Asking ───────────────────────────────────────────────────────────────────


class Site(http.server.BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.close_connection = True
        moved = {
            "/private": "http://10.0.0.1/",
            "/credentials": "http://name:word@example.org/",
            "/here": "/page",
        }.get(self.path)
        self.send_response(302 if moved else 200)
        self.send_header("Location", moved or "")
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, list[str]]]:
    monkeypatch.setenv("no_proxy", "*")
    asked: list[str] = []
    handler = type("Asked", (Site,), {"asked": asked})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def _allow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the server for one of the internet."""
    monkeypatch.setattr(public_hosts, "is_public", lambda each: each == "127.0.0.1")


def _refused(url: str, why: str) -> None:
    found = reach(url, timeout=2)
    assert (found.outcome, found.answered) == (Outcome.UNCLEAR, False)
    assert why in found.detail
    with pytest.raises(DownloadError, match=f"is not asked for: .*{why}"):
        fetch(url, 2)


def test_nothing_is_asked_of_this_machine(site: tuple[str, list[str]]) -> None:
    address, asked = site
    _refused(f"http://{address}/page", "no public address")
    _refused(f"http://localhost:{address.partition(':')[2]}/page", "no public address")
    assert asked == []
    assert reach(f"http://{address}/here", private=True).outcome is Outcome.REACHED
    assert asked == ["/here", "/page"]


def test_no_redirect_leads_into_a_network_of_ones_own(
    site: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, asked = site
    _allow(monkeypatch)
    assert reach(f"http://{address}/here", tries=1).outcome is Outcome.REACHED
    asked.clear()
    _refused(f"http://{address}/private", r"10.0.0.1")
    assert asked == ["/private"] * 2


@pytest.mark.parametrize("private", [True, False])
def test_no_name_is_told(
    site: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch, private: bool
) -> None:
    address, asked = site
    _allow(monkeypatch)
    for url in (f"http://name:word@{address}/page", f"http://{address}/credentials"):
        found = reach(url, tries=1, private=private)
        assert found.outcome is Outcome.UNCLEAR
        assert "holds a user name" in found.detail
    assert asked == ["/credentials"]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_name_that_leads_elsewhere_when_it_is_asked_again_gets_no_question(
    site: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    address, asked = site
    port = int(address.partition(":")[2])
    resolve = socket.getaddrinfo

    def rebound(host: Any, at: Any, *args: Any, **more: Any) -> Any:
        return resolve("8.8.8.8" if at is None else "127.0.0.1", at, *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    _refused(f"{scheme}://rebound.example:{port}/page", "127.0.0.1")
    assert asked == []


def test_a_proxy_may_be_in_a_network_of_ones_own_and_hides_none(
    site: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, asked = site
    monkeypatch.delenv("no_proxy")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("http_proxy", f"http://{address}")
    assert reach("http://8.8.8.8/page", tries=1).outcome is Outcome.REACHED
    assert asked == ["http://8.8.8.8/page"]
    _refused("http://10.0.0.1/page", r"10.0.0.1")
    _refused(f"http://{address}/page", r"127.0.0.1")
    assert len(asked) == 1


def test_what_is_asked_for_in_another_script_arrives_in_percents(
    site: tuple[str, list[str]],
) -> None:
    address, asked = site
    assert reach(f"http://{address}/één", private=True).outcome is Outcome.REACHED
    assert asked == ["/%C3%A9%C3%A9n"]
