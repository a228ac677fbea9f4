"""The findings of what keeps a page from its place on the site."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from graph.check import RULES, Finding
from graph.check.rule import TOP
from graph.store import Span

_MEND = "mend what stands there, or leave it out and report it"


def unmade(path: str, why: str, span: Span = TOP, help_: str = _MEND) -> Finding:
    """That what is worked on at a path cannot be made; why, as a sentence, and a way out."""
    return _finding("B101", path, span, why, help_)


def double(address: str, path: str, first: str) -> Finding:
    """That what is at a path would stand at an address where something else does: what is made of
    `first`, or of several records where that is empty."""
    place = PurePosixPath(address)
    where = f"{place.parent}/" if place.name == "index.html" else address
    other = f"that of {first}" if first else "another page of the site"
    message = f"its page would stand at {where}, where {other} stands"
    return _finding("B102", path or "claims", TOP, message, "give one of the two another name")


def folders(address: str) -> Iterator[str]:
    """The folders that a file of this address is in: no file can be one of them."""
    return (address[:end] for end, sign in enumerate(address) if sign == "/")


def _finding(code: str, path: str, span: Span, message: str, help_: str) -> Finding:
    return Finding(code, RULES[code].severity, path, *span, message, help_)
