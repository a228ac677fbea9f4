"""Only hosts that everybody can reach are asked, unless told otherwise, and none is told a name.

The records say what is asked for, and anybody may propose one. A machine that asks can reach more
than who proposes: itself, its neighbours, and what trusts it.
"""

import http.client
import socket
import urllib.request
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from graph.errors import BetoogError

_TRANSLATED = (
    IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"),
)  # fmt: skip
"""IPv4 within IPv6, at its end: for networks that speak only the latter (RFC 6052, RFC 8215), and
as it was once written (RFC 4291, 2.5.5.1)."""
_RESERVED = (
    ip_network("3fff::/20"), ip_network("5f00::/16"), ip_network("168.63.129.16/32"),
)  # fmt: skip
"""What Python's tables do not know yet (RFC 9637, RFC 9602), and the address at which a machine of
Azure finds the platform that it runs on."""


class NotAskedError(BetoogError):
    """An address that is not asked for; the message says why, in a clause about it."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, and those that are wrapped up in it.

    Private, loopback, link-local, shared, reserved and multicast ones are not. Raises ValueError
    for what is no IP address.
    """
    return all(
        each.is_global
        and not each.is_multicast
        and not getattr(each, "is_site_local", False)
        and not any(each in network for network in _RESERVED)
        for each in _unwrapped(ip_address(address))
    )


def _unwrapped(address: IPv4Address | IPv6Address) -> tuple[IPv4Address | IPv6Address, ...]:
    if isinstance(address, IPv4Address):
        return (address,)
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if address.sixtofour is not None:
        return (address, address.sixtofour)
    if any(address in network for network in _TRANSLATED):
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return (address,)


def require_public(host: str) -> None:
    """See that a host, by its name or number, is at public addresses only.

    A name that nobody knows passes: whoever asks will find that.

    Raises:
        NotAskedError: it is at another one.
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return
    _require(str(each[4][0]) for each in found)


def _require(addresses: Iterable[str]) -> None:
    for each in addresses:
        if not is_public(each):
            raise NotAskedError(
                f"it leads to {each}, which is no public address (--allow-private asks there too)"
            )


def asking_handlers(private: bool) -> tuple[urllib.request.BaseHandler, ...]:
    """What opens http and https for an opener: public hosts only, unless `private`, and no address
    with a user name, those that redirects lead to included."""
    if private:
        return _BeforeAsking(private), urllib.request.HTTPHandler(), urllib.request.HTTPSHandler()
    return _BeforeAsking(private), _Http(), _Https()


class _BeforeAsking(urllib.request.BaseHandler):
    """Looks at the host that is meant, before a proxy takes its place."""

    def __init__(self, private: bool) -> None:
        self._private = private

    def http_request(self, request: urllib.request.Request) -> urllib.request.Request:
        if "@" in request.host:
            raise NotAskedError("it holds a user name, which is told to nobody")
        if not self._private:
            require_public(urlsplit(f"//{request.host}").hostname or "")
        return request

    https_request = http_request


class _Held(http.client.HTTPConnection):
    """Says nothing to a host that turns out to be somewhere else than its name said before."""

    def connect(self) -> None:
        super().connect()
        try:
            _require((self.sock.getpeername()[0],))
        except NotAskedError:
            self.close()
            raise


class _HeldSecurely(http.client.HTTPSConnection, _Held):
    """The same for https: the base class connects by way of the other."""


def _proxies() -> set[str]:
    """The hosts of proxies, which may well be in one's own network."""
    found = urllib.request.getproxies().values()
    return {urlsplit(each if "//" in each else f"//{each}").netloc for each in found}


class _Http(urllib.request.HTTPHandler):
    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        plain = request.host in _proxies()
        return self.do_open(http.client.HTTPConnection if plain else _Held, request)


class _Https(urllib.request.HTTPSHandler):
    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        plain = request.host in _proxies()
        return self.do_open(http.client.HTTPSConnection if plain else _HeldSecurely, request)
