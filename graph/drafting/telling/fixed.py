"""What was put right by machine, as data and in words."""

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.argument.phrases import count
from graph.drafting.fixing import Fixing
from graph.text.visible import visible


class FixedFinding(TypedDict):
    """A finding that is gone, and where it was."""

    code: str
    path: str
    line: int
    message: str


def fixed_answer(outcome: Fixing) -> list[FixedFinding]:
    """What was put right, as data."""
    return [
        {"code": each.code, "path": each.path, "line": each.line, "message": each.message}
        for each in outcome.fixed
    ]


def fixed_text(outcome: Fixing, written: bool) -> RenderableType:
    """What was put right, in words."""
    verb = "Put right" if written else "Would put right"
    lines = [
        Text(f"{verb} {each.code} in {visible(each.path)}:{each.line}: {visible(each.message)}")
        for each in outcome.fixed
    ]
    if not lines:
        return Text("Nothing to put right by machine.")
    return Group(*lines, Text(f"{count(len(lines), 'finding')} in all."))
