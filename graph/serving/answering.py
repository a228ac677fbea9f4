"""What is answered to a browser: the files of the site below its folder, and whether they changed.

A browser may be led to ask for another site's sake, by a name that leads to this machine. So who
serves for this machine alone answers to no other name than its own.
"""

import hashlib
import ipaddress
import mimetypes
from collections.abc import Iterable
from http import HTTPStatus
from typing import NamedTuple, Protocol
from urllib.parse import parse_qs, quote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from graph.serving.reloading import CHANGED, with_reloading

INDEX = "index.html"
SEARCH = "pagefind/"
_PATIENCE = 25.0
"""Seconds that a page waits for a change before it asks again."""
_KINDS = {".js": "text/javascript", ".json": "application/json", ".md": "text/markdown"}


class Answer(NamedTuple):
    """What an address has: the bytes, whether it is there at all, and what it is known by as it
    looks now."""

    content: bytes
    there: bool
    version: str


class Site(Protocol):
    """What is served."""

    @property
    def mount(self) -> str:
        """The folder of the site at its host, with a slash at both ends."""

    def content(self, address: str) -> Answer:
        """The bytes of the file at an address, or those of the page for missing ones."""

    def indexed(self, address: str) -> bytes | None:
        """The bytes of a file of the search index; None where it is not there, or not yet."""

    def changed(self, address: str, version: str, patience: float) -> bool:
        """Whether what is at an address is, or becomes in so many seconds, another version."""


class _Reply(NamedTuple):
    status: HTTPStatus
    content: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


def application(site: Site, host: str) -> WSGIApplication:
    """The site as it is served at a host, which is a name or an address."""
    own = _names(host)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        reply = _reply(site, environ, own)
        length = str(len(reply.content))
        headers = [("Content-Type", reply.kind), ("Content-Length", length), *reply.headers]
        headers.append(("Cache-Control", "no-cache"))
        start_response(f"{reply.status.value} {reply.status.phrase}", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [reply.content]

    return answer


def _reply(site: Site, environ: WSGIEnvironment, own: frozenset[str] | None) -> _Reply:
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return _Reply(HTTPStatus.METHOD_NOT_ALLOWED, headers=(("Allow", "GET, HEAD"),))
    if own is not None and _name(environ.get("HTTP_HOST", "")) not in own:
        return _Reply(HTTPStatus.MISDIRECTED_REQUEST, b"This site is served under another name.\n")
    mount = site.mount
    reply = _at(site, environ, mount)
    # Whoever answers looks at the configuration first, by which the site may stand elsewhere now.
    return reply if site.mount == mount else _at(site, environ, site.mount)


def _at(site: Site, environ: WSGIEnvironment, mount: str) -> _Reply:
    """What a site answers that stands in a folder of its host."""
    # As WSGI has it: the bytes of the path, each as a character.
    path = environ.get("PATH_INFO", "").encode("latin-1", "replace").decode("utf-8", "replace")
    if path in ("", "/", mount.rstrip("/")) and path != mount:
        return _moved(mount, environ)
    if not path.startswith(mount):
        return _page(site, "")
    below = path.removeprefix(mount)
    if below == CHANGED:
        return _changed(site, environ)
    if below.startswith(SEARCH):
        part = site.indexed(below)
        return _file(below, part, environ) if part is not None else _Reply(HTTPStatus.NOT_FOUND)
    address = f"{below}{INDEX}" if not below or below.endswith("/") else below
    if address.endswith(".html"):
        return _page(site, address)
    found = site.content(address)
    if found.there:
        return _file(address, found.content, environ)
    if site.content(f"{address}/{INDEX}").there:
        return _moved(f"{path}/", environ)
    return _page(site, address)


def _page(site: Site, address: str) -> _Reply:
    content, there, version = site.content(address)
    page = with_reloading(content, site.mount, address, version)
    status = HTTPStatus.OK if there else HTTPStatus.NOT_FOUND
    return _Reply(status, page, "text/html; charset=utf-8")


def _file(address: str, content: bytes, environ: WSGIEnvironment) -> _Reply:
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = (("ETag", tag),)
    if environ.get("HTTP_IF_NONE_MATCH") == tag:
        return _Reply(HTTPStatus.NOT_MODIFIED, headers=headers)
    return _Reply(HTTPStatus.OK, content, kind_of(address), headers)


def kind_of(address: str) -> str:
    """The media type of a file by its name, with the encoding that all texts of a site have."""
    ending = f".{address.rpartition('.')[2]}"
    kind = _KINDS.get(ending) or mimetypes.guess_type(address)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _moved(path: str, environ: WSGIEnvironment) -> _Reply:
    asked = f"?{environ['QUERY_STRING']}" if environ.get("QUERY_STRING") else ""
    return _Reply(HTTPStatus.FOUND, headers=(("Location", f"{quote(path)}{asked}"),))


def _changed(site: Site, environ: WSGIEnvironment) -> _Reply:
    asked = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    address, version = (asked.get(each, [""])[0] for each in ("page", "version"))
    changed = site.changed(address, version, _PATIENCE)
    return _Reply(HTTPStatus.OK if changed else HTTPStatus.NO_CONTENT)


def _names(host: str) -> frozenset[str] | None:
    """The names that a server at a host goes by; None where it goes by any."""
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = host == "localhost" or host.endswith(".localhost")
    return frozenset((host.lower(), "localhost", "127.0.0.1", "::1")) if local else None


def _name(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()
