"""Answers on standard output: for a person at a terminal, or for a program."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# `rich` is imported where it is used: an answer in JSON needs none of it.

_WIDE = 10_000
"""Columns that no text fills: a program that reads it wants its lines whole."""
_SEEN = re.compile("[!-~]")
_BREAKING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


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


def write_document(text: str) -> None:
    """Write a file to standard output: in UTF-8, as it would be elsewhere, unless it is a terminal,
    which may know fewer characters."""
    stream = sys.stdout
    if stream.isatty() or not hasattr(stream, "buffer"):
        stream.write(text)
        return
    stream.flush()
    stream.buffer.write(text.encode("utf-8", "replace"))
    stream.buffer.flush()


def json_document(data: Any) -> str:
    """An answer as a JSON document in ASCII."""
    return json.dumps(data, indent=2) + "\n"


def text_document(text: "RenderableType") -> str:
    """A text without colour, its lines neither wrapped nor padded."""
    from rich.console import Console

    wide = Console(highlight=False, width=_WIDE, color_system=None)

    def laid_out(part: "RenderableType") -> str:
        with wide.capture() as captured:
            wide.print(part)
        return captured.get()

    lines = (line for part in _plain_parts(text, laid_out) for line in part.splitlines())
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _plain_parts(
    text: "RenderableType", laid_out: "Callable[[RenderableType], str]"
) -> Iterator[str]:
    """The parts of a text, one under another. Lines that are at most moved to the right are not
    laid out, which takes longer than to find all that they tell."""
    from rich.console import Group

    if isinstance(text, Group):
        for each in text.renderables:
            yield from _plain_parts(each, laid_out)
    elif (line := _line(text)) is not None:
        yield line
    else:
        yield laid_out(text)


def _line(text: "RenderableType") -> str | None:
    """The line that a text is, as it stands; None where it is something else."""
    from rich.padding import Padding
    from rich.text import Text

    said, columns = text, 0
    if isinstance(text, Padding) and not text.expand:
        if (text.top, text.right, text.bottom) != (0, 0, 0):
            return None
        said, columns = text.renderable, text.left
    if not isinstance(said, Text) or said.end != "\n":
        return None
    plain = said.plain
    whole = len(plain) < _WIDE // 4 and _SEEN.search(plain) and not _BREAKING.search(plain)
    return f"{' ' * columns}{plain}\n" if whole else None


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
