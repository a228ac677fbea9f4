"""What was put right by machine, as data and in words."""

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.argument.phrases import count
from graph.check import Finding
from graph.drafting.fixing import Fixing
from graph.text.visible import visible


class FixedFinding(TypedDict):
    """A finding that is gone, where it was, and what was put there: empty where something was
    taken out."""

    code: str
    path: str
    line: int
    message: str
    now: str


def fixed_answer(outcome: Fixing) -> list[FixedFinding]:
    """What was put right, as data."""
    return [
        {
            "code": each.code,
            "path": each.path,
            "line": each.line,
            "message": each.message,
            "now": _now(each),
        }
        for each in outcome.fixed
    ]


def fixed_text(outcome: Fixing, written: bool) -> RenderableType:
    """What was put right, in words."""
    verb = "Put right" if written else "Would put right"
    lines = [Text(f"{verb} {_told(each)}") for each in outcome.fixed]
    if not lines:
        return Text("Nothing to put right by machine.")
    return Group(*lines, Text(f"{count(len(lines), 'finding')} in all."))


def _told(finding: Finding) -> str:
    place = f"{finding.code} in {visible(finding.path)}:{finding.line}"
    put = f"; now `{visible(now)}`" if (now := _now(finding)) else ""
    return f"{place}: {visible(finding.message)}{put}"


def _now(finding: Finding) -> str:
    return "" if finding.fix is None else " ".join(finding.fix.text.split())
