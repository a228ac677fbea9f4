"""The findings of what keeps a page from its place on the site."""

from pathlib import PurePosixPath

from graph.check import RULES, Finding
from graph.check.rule import TOP
from graph.pages.addresses import Obstacle
from graph.store import Span

_MEND = "mend what stands there, or leave it out and report it"


def unmade(path: str, why: str, span: Span = TOP, help_: str = _MEND) -> Finding:
    """That what is worked on at a path cannot be made; why, as a sentence, and a way out."""
    return _finding("B101", path, span, why, help_)


def double(address: str, path: str, obstacle: Obstacle) -> Finding:
    """That what is at a path would stand at an address from which something else keeps it."""
    where = _shown(address)
    other = f"that of {obstacle.path}" if obstacle.path else "another page of the site"
    if obstacle.name:
        message = f"its page would stand at {where}, and {obstacle.place} is {obstacle.name}"
    elif obstacle.place.casefold() == address.casefold():
        message = f"its page would stand at {where}, where {other} stands"
    elif obstacle.place.endswith("/"):
        message = f"its page would stand at {where}, where a folder is, with {other} in it"
    else:
        message = (
            f"its page would stand at {where}, and {obstacle.place} is no folder: {other} "
            "stands there"
        )
    which = "it" if obstacle.name else "one of the two"
    return _finding("B102", path or "claims", TOP, message, f"give {which} another name")


def _shown(address: str) -> str:
    place = PurePosixPath(address)
    return f"{place.parent}/" if place.name == "index.html" else address


def _finding(code: str, path: str, span: Span, message: str, help_: str) -> Finding:
    return Finding(code, RULES[code].severity, path, *span, message, help_)
