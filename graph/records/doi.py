"""DOIs: names of works, and the address at which each is resolved (DOI Handbook, 3.8)."""

import re
from urllib.parse import quote, unquote

_RESOLVER = "https://doi.org/"
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.|dx\.)?doi\.org/", re.IGNORECASE)
_WORD = re.compile(r"doi\b[:\s]*", re.IGNORECASE)


def bare_doi(text: str) -> str:
    """The name itself, as in `10.1000/182`, of a DOI that is written as an address or after `doi:`.

    What an address escapes is written out. Any other text is given back as it is.
    """
    if found := _ADDRESS.match(text):
        return unquote(text[found.end() :]) or text
    found = _WORD.match(text)
    return (text[found.end() :] or text) if found else text


def doi_address(text: str) -> str:
    """The address that leads to the work, with everything escaped that would end it early."""
    return _RESOLVER + quote(bare_doi(text), safe="/:;()!$'*,=@~", errors="replace")
