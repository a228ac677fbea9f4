"""The claims on which a thesis turns."""

from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

from pydantic import Field
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.measures import Turn
from graph.answers.printed import claim_line, standing_of, standing_word
from graph.argument.cruxes import Drift, drift
from graph.argument.phrases import count, in_figures
from graph.base import KnowledgeBase
from graph.semantics import Crux


class CruxAnswer(TypedDict):
    """A claim, and what it does to the thesis.

    `effect` is the balance of the thesis with the claim accepted less that with it rejected, in
    [-2, 2]; `standing` is the standing of the thesis as it is, and with the claim rejected.
    """

    id: str
    effect: Annotated[float, Field(ge=-2, le=2)]
    standing: Turn


class Ranked(NamedTuple):
    """The cruxes of a thesis, as many as are wanted, and of how many claims it is not worked out
    what they do to it; how many cruxes there are in all, and how many of them turn the thesis."""

    cruxes: Sequence[Crux]
    unknown: int
    total: int
    turning: int


def ranked(cruxes: Sequence[Crux], unknown: int, limit: int | None = None) -> Ranked:
    """All cruxes of a thesis, of which at most so many are wanted."""
    turning = sum(crux.change.turns for crux in cruxes)
    return Ranked(cruxes[:limit], unknown, len(cruxes), turning)


class CruxesAnswer(TypedDict):
    """The cruxes of one thesis, changes of standing first, then the greatest effect."""

    cruxes: list[CruxAnswer]
    unknown: int
    """Of how many claims that lead to it this is not worked out: it would take too much work."""
    total: int
    """How many cruxes there are, of which a limit may have left some out."""
    turning: int
    """How many of all of them change its standing when they are rejected."""


class AllCruxesAnswer(TypedDict):
    """The cruxes of every thesis, by the thesis's id."""

    theses: dict[str, CruxesAnswer]


def cruxes_answer(found: Ranked) -> CruxesAnswer:
    """The cruxes of one thesis."""
    return {
        "cruxes": [
            {
                "id": crux.id,
                "effect": crux.effect,
                "standing": list(crux.standing),
            }
            for crux in found.cruxes
        ],
        "unknown": found.unknown,
        "total": found.total,
        "turning": found.turning,
    }


def all_cruxes_answer(cruxes: Mapping[str, Ranked]) -> AllCruxesAnswer:
    """The cruxes of several theses."""
    return {"theses": {thesis: cruxes_answer(found) for thesis, found in cruxes.items()}}


def cruxes_text(
    kb: KnowledgeBase, thesis: str, found: Ranked, numbers: bool = False
) -> RenderableType:
    """A table of the cruxes of one thesis whose rejection can be seen to change it.

    Where `numbers` asks, all of them, with their effects in figures.
    """
    weighed = kb.assessment
    heading = claim_line(kb, thesis)
    heading.stylize("bold", 0, len(heading) - len(thesis) - 3)
    standing = Text.assemble(
        standing_of(kb, thesis),
        f" · {in_figures(weighed.balances[thesis])}" if numbers else "",
    )
    cruxes, unknown, total, turning = found
    left = []
    if unknown:
        told = f"\nFor {count(unknown, 'other claim')} this would take too much work to tell."
        left.append(Text(told))
    if not cruxes:
        none = "None of the others" if unknown else "No claim"
        return Group(heading, standing, Text(f"\n{none} does anything to it."), *left)
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("claim", no_wrap=True)
    table.add_column("its side")
    if numbers:
        table.add_column("effect", justify="right")
    table.add_column("standing of the thesis without it")
    unseen = 0
    for crux in cruxes:
        before, after = crux.standing
        drifted = drift(crux.change)
        if drifted is Drift.TURNS:
            word = Text.assemble(standing_word(before), " → ", standing_word(after))
        else:
            word = Text("the same" if drifted is None else drifted.value, "dim")
        if drifted is None and not numbers:
            unseen += 1
            continue
        table.add_row(crux.id, crux.side.value, *([f"{crux.effect:+.2f}"] if numbers else []), word)
    told = count(total, "claim")
    if len(cruxes) < total:
        told = f"{len(cruxes)} of {told}"
    told += f"; rejecting {turning} of the {total} changes its standing."
    if unseen:
        told += f" {unseen} that it does not visibly change without are left out."
    return Group(heading, standing, Text(), table, Text(f"\n{told}"), *left)


def all_cruxes_text(
    kb: KnowledgeBase, cruxes: Mapping[str, Ranked], numbers: bool = False
) -> RenderableType:
    """The tables of several theses, one below the other."""
    parts: list[RenderableType] = []
    for thesis, found in cruxes.items():
        parts += [Text()] if parts else []
        parts.append(cruxes_text(kb, thesis, found, numbers))
    return Group(*parts)
