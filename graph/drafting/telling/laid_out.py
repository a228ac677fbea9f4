"""How files were laid out, as data and in words."""

from typing import NotRequired

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.argument.phrases import count
from graph.drafting.fixing import Fixing
from graph.drafting.formatting import Formatting
from graph.drafting.telling.fixed import FixedFinding, fixed_answer
from graph.text.visible import visible


class LaidOutAnswer(TypedDict):
    """The files that stood otherwise than they should, from the root."""

    changed: list[str]
    unreadable: list[str]
    """Files that have faults, and were left alone."""
    files: int
    """How many were looked at."""
    fixed: NotRequired[list[FixedFinding]]
    """What was put right, where that was asked for."""


def laid_out_answer(outcome: Formatting, fixed: Fixing | None = None) -> LaidOutAnswer:
    """The outcome as data, with what was put right where that was asked for."""
    answer: LaidOutAnswer = {
        "changed": list(outcome.changed),
        "unreadable": list(outcome.unreadable),
        "files": outcome.files,
    }
    if fixed is not None:
        answer["fixed"] = fixed_answer(fixed)
    return answer


def laid_out_text(outcome: Formatting, written: bool) -> RenderableType:
    """The outcome in words."""
    verb = "Laid out" if written else "Would lay out"
    lines = [Text(f"{verb} {visible(path)}") for path in outcome.changed]
    lines += [
        Text(f"Left alone {visible(path)}: it has faults, which betoog check names")
        for path in outcome.unreadable
    ]
    same = outcome.files - len(outcome.changed) - len(outcome.unreadable)
    rest = "stands as it should" if same == 1 else "stand as they should"
    lines.append(Text(f"{count(same, 'file')} {rest}."))
    return Group(*lines)
