"""How the web is asked for something: http and https only, under one name."""

import urllib.request
from urllib.parse import urlsplit

USER_AGENT = "Mozilla/5.0 (compatible; betoog verify)"
"""What we are called where we ask."""


def on_the_web(url: str) -> bool:
    """Whether an address begins with http:// or https:// and names a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def opener() -> urllib.request.OpenerDirector:
    """Opens web addresses, following redirects.

    Unlike what `build_opener()` makes, it opens no local files, ftp or data addresses.
    """
    director = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        director.add_handler(handler)
    return director
