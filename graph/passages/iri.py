"""Addresses as people write them, and as they are asked for."""

from urllib.parse import quote, urlsplit, urlunsplit

import idna

_ASCII = "".join(map(chr, range(128)))


def has_credentials(url: str) -> bool:
    """Whether an address holds a user name, with or without a password, before its host."""
    try:
        return "@" in urlsplit(url).netloc
    except ValueError:
        return False


def host_of(url: str) -> str:
    """The host of an address as a reader is told it: without `www.` and a port. The address
    itself where it has none."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        host = None
    return (host or url).removeprefix("www.")


def as_uri(url: str) -> str:
    """An address in ASCII: the host by IDNA 2008 and UTS 46, all else by percents (RFC 3987).

    What is ASCII stays as it is. Raises ValueError for a host that has no such form.
    """
    if url.isascii():
        return url
    scheme, netloc, *rest = urlsplit(url)
    host, colon, port = netloc.partition(":")
    if not host.isascii():
        host = idna.encode(host, uts46=True).decode("ascii")
    return urlunsplit((scheme, host + colon + port, *(quote(each, safe=_ASCII) for each in rest)))
