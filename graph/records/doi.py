"""DOIs: names of works, however they are written, and the address at which each is resolved (DOI
Handbook, 2.2 and 3.8)."""

import re
from typing import Annotated
from urllib.parse import quote, unquote

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from graph.records import limits
from graph.records.scalars import within

_RESOLVER = "https://doi.org/"
ADDRESS = r"(?:https?://)?(?:www\.|dx\.)?doi\.org/(?:doi:)?"
"""How an address of a DOI begins, in small or in capital letters."""
WORD = r"doi\b[:\s]*"
"""What is written before a DOI, likewise."""
FORM = r"10\.[0-9]+(?:\.[0-9]+)*/\S+"
"""A DOI by itself."""

_ADDRESS = re.compile(ADDRESS, re.IGNORECASE)
_WORD = re.compile(WORD, re.IGNORECASE)
_DOI = re.compile(rf"{FORM}\Z")


def bare_doi(text: str) -> str:
    """The name itself, as in `10.1000/182`, of a DOI that is written as an address or after `doi:`.

    What an address escapes is written out. Any other text is given back as it is.
    """
    if found := _ADDRESS.match(text):
        return unquote(text[found.end() :]) or text
    found = _WORD.match(text)
    return (text[found.end() :] or text) if found else text


def doi_meant(text: str) -> str | None:
    """The name itself, of a text that is a DOI however it is written; None of any other."""
    name = bare_doi(text.strip())
    return name if _DOI.match(name) else None


def doi_address(text: str) -> str:
    """The address that leads to the work, with everything escaped that would end it early."""
    return _RESOLVER + quote(bare_doi(text), safe="/:;()!$'*,=@~", errors="replace")


def _doi(value: str) -> str:
    within(limits.ADDRESS, "DOI", value)
    if _DOI.match(value):
        return value
    if doi_meant(value) is not None:
        raise PydanticCustomError("doi_with_prefix", "expected the DOI alone")
    raise PydanticCustomError("malformed_doi", "expected a DOI, as in 10.1000/182")


Doi = Annotated[
    str,
    AfterValidator(_doi),
    WithJsonSchema(
        {"type": "string", "pattern": f"^(?:{FORM})$", "maxLength": limits.ADDRESS},
        mode="validation",
    ),
]
"""A DOI by itself, with nothing before it."""
