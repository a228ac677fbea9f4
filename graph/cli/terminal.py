"""Answers on standard output: for a person at a terminal, or for a program."""

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# `rich` is imported where it is used: an answer in JSON needs none of it.

_WIDE = 10_000
"""Columns that no text fills: a program that reads it wants its lines whole."""


def print_answer(
    as_json: bool, data: Callable[[], Any], text: "Callable[[], RenderableType]"
) -> None:
    """Print an answer as JSON, in ASCII so that no terminal is moved by it, or as text.

    Only the one that is printed is made. Text has colour on a terminal only; elsewhere its
    lines are neither wrapped nor padded.
    """
    if as_json:
        sys.stdout.write(json_document(data()))
        return
    from rich.console import Console

    console = Console(highlight=False)
    if console.is_terminal:
        console.print(text())
        return
    sys.stdout.write(text_document(text()))


def json_document(data: Any) -> str:
    """An answer as a JSON document in ASCII."""
    return json.dumps(data, indent=2) + "\n"


def text_document(text: "RenderableType") -> str:
    """A text without colour, its lines neither wrapped nor padded."""
    from rich.console import Console

    wide = Console(highlight=False, width=_WIDE, color_system=None)
    with wide.capture() as captured:
        wide.print(text)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def colourful() -> bool:
    """Whether standard output is a terminal that shows colour to somebody who wants it."""
    from rich.console import Console

    console = Console()
    return console.is_terminal and not console.no_color and console.color_system is not None


def formatted() -> bool:
    """Whether standard output is a terminal."""
    from rich.console import Console

    return Console().is_terminal


def messages() -> "Console":
    """Standard error, for what is not part of an answer."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)
