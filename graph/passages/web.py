"""How the web is asked for something: http and https only, public hosts, under one name."""

import urllib.request
from urllib.parse import urlsplit

from graph.passages.public_hosts import asking_handlers

USER_AGENT = "Mozilla/5.0 (compatible; betoog verify)"
"""What we are called where we ask."""
_TOLD = 200


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, without reading what is sent along with them, however long it is."""

    def http_error_302(self, req, fp, code, msg, headers):  # type: ignore[no-untyped-def]
        # The base class reads it all, only to be polite to the server.
        fp.read = bytes
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def on_the_web(url: str) -> bool:
    """Whether an address begins with http:// or https:// and names a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def told(reason: object) -> str:
    """Why something was not answered, as far as that is told: a server may say it at any length."""
    said = str(reason)
    return said if len(said) <= _TOLD else f"{said[:_TOLD]}…"


def opener(private: bool = False) -> urllib.request.OpenerDirector:
    """Opens web addresses, following redirects; in this machine's own networks when `private`.

    Unlike what `build_opener()` makes, it opens no local files, ftp or data addresses, and raises
    NotAskedError for addresses that are not asked for.
    """
    director = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        *asking_handlers(private),
        urllib.request.HTTPDefaultErrorHandler(),
        _Redirects(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        director.add_handler(handler)
    return director
