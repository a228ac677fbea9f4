"""How every claim stands, given the arguments recorded here."""

from collections import Counter
from typing import Literal

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.measures import Balanced, Interval, Unit
from graph.answers.printed import standing_word
from graph.argument.objections import Reply, replies
from graph.argument.phrases import count, in_figures
from graph.argument.roots import roots_against, roots_for
from graph.argument.sides import side_known, side_of
from graph.argument.thesis_sides import sides_of
from graph.base import KnowledgeBase
from graph.semantics import GroundKind, Side, Standing


class Objections(TypedDict):
    """Contradictions of a claim by the label of the link: in, out or undecided."""

    open: int
    replied: int
    disputed: int


class GroundAnswer(TypedDict):
    """What a claim has of itself, before any link."""

    kind: GroundKind
    value: Unit


Roots = TypedDict("Roots", {"for": int, "against": int})
"""How many independent sources stand behind a claim, and behind what speaks against it."""


ClaimStanding = TypedDict(
    "ClaimStanding",
    {
        "ground": GroundAnswer,
        "for": Interval,
        "against": Interval,
        "balance": Balanced,
        "strength": Interval,
        "standing": Standing,
        "firm": bool,
        "roots": Roots,
        "reasons": int,
        "objections": Objections,
        "side": Literal["for", "against"] | None,
        "side_known": bool,
        "sides": dict[str, Literal["for", "against"]],
    },
)
"""One claim weighed: its ground, what ground and reasons carry together (`for`), what objections
and failing conditions take away (`against`), the balance, and the strength that it passes on.

`firm` tells whether its side is the same however sources are graded and several reasons counted;
`sides` has the side of each thesis that it is on, by the thesis, and none of those to which it does
nothing; `side` is that of the first of them, one of its own debate first. That is null where there
is none, and where `side_known` is false: then it would take too much work to tell.
"""


class StandingAnswer(TypedDict):
    """Every claim, questions included, by id."""

    claims: dict[str, ClaimStanding]


def claim_standing(kb: KnowledgeBase, claim: str) -> ClaimStanding:
    """The standing of one claim; `claim` is the id of one that exists."""
    weighed, ground, objections = kb.assessment, kb.grounds[claim], replies(kb, claim)
    side = side_of(kb, claim)
    return {
        "ground": {"kind": ground.kind, "value": ground.value},
        "for": list(weighed.carried[claim]),
        "against": list(weighed.taken[claim]),
        "balance": list(weighed.balances[claim]),
        "strength": list(weighed.strengths[claim]),
        "standing": weighed.standings[claim],
        "firm": weighed.firm[claim],
        "roots": {"for": len(roots_for(kb, claim)), "against": len(roots_against(kb, claim))},
        "reasons": len(kb.reasons(claim)),
        "objections": {
            "open": objections[Reply.OPEN],
            "replied": objections[Reply.REPLIED],
            "disputed": objections[Reply.DISPUTED],
        },
        "side": None if side is None else _word(side),
        "side_known": side_known(kb, claim),
        "sides": {thesis: _word(each) for thesis, each in sides_of(kb, claim).sides.items()},
    }


def _word(side: Side) -> Literal["for", "against"]:
    return "for" if side is Side.FOR else "against"


def standing_answer(kb: KnowledgeBase) -> StandingAnswer:
    """The standing of every claim and question."""
    return {"claims": {claim: claim_standing(kb, claim) for claim in kb.claims}}


def objections_line(objections: Objections) -> str:
    """The objections in words, "2, 1 open"; empty where there are none."""
    total = objections["open"] + objections["replied"] + objections["disputed"]
    if not total:
        return ""
    parts = [
        f"{number} {word}"
        for word, number in (
            ("open", objections["open"]),
            ("disputed", objections["disputed"]),
            ("replied to", objections["replied"]),
        )
        if number
    ]
    return f"{total}, {', '.join(parts)}"


def standing_text(kb: KnowledgeBase, numbers: bool = False) -> RenderableType:
    """A table of all claims, and how many stand in which way; `numbers` adds the balances."""
    weighed = kb.assessment
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("claim", no_wrap=True)
    table.add_column("standing")
    if numbers:
        table.add_column("balance")
    table.add_column("reasons", justify="right")
    table.add_column("objections")
    close = 0
    for claim in kb.claims:
        if kb.is_question(claim):
            table.add_row(claim, Text("a question", "dim"))
            continue
        answer = claim_standing(kb, claim)
        word = standing_word(weighed.standings[claim])
        if not answer["firm"]:
            close += 1
            word.append(" *")
        table.add_row(
            claim,
            word,
            *([in_figures(weighed.balances[claim])] if numbers else []),
            str(answer["reasons"] or ""),
            objections_line(answer["objections"]),
        )
    weighable = [claim for claim in kb.claims if not kb.is_question(claim)]
    tally = Counter(weighed.standings[claim] for claim in weighable)
    summary = " · ".join(f"{tally[each]} {each.value}" for each in Standing if tally[each])
    lines: list[RenderableType] = [
        table,
        Text(
            f"\n{count(len(weighable), 'claim')}: {summary or 'none'}, "
            "given the arguments recorded here."
        ),
    ]
    if close:
        lines.append(
            Text(
                f"* {close} {'is' if close == 1 else 'are'} close: on another side if all sources, "
                "and all that is granted, counted alike, or if only the strongest reason and "
                "objection did."
            )
        )
    return Group(*lines)
