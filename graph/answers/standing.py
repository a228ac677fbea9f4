"""How every claim stands, given the arguments recorded here."""

from collections import Counter

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.measures import Interval, Unit
from graph.answers.printed import standing_word
from graph.argument.objections import Reply, replies
from graph.argument.phrases import count, strength_figures
from graph.base import KnowledgeBase
from graph.semantics import Standing


class Objections(TypedDict):
    """Contradictions of a claim by the label of the link: in, out or undecided."""

    open: int
    answered: int
    disputed: int


class ClaimStanding(TypedDict):
    """One claim weighed: base score and strength in [0, 1], and what argues about it."""

    base: Unit
    """The base score."""
    strength: Interval
    """What the claim passes on, between two bounds."""
    standing: Standing
    """How it stands, given the arguments recorded here."""
    robust: bool
    """Whether another method of weighing gives it the same standing."""
    reasons: int
    """How many reasons there are for it."""
    objections: Objections
    """How many objections there are to it."""


class StandingAnswer(TypedDict):
    """Every claim, questions included, by id."""

    claims: dict[str, ClaimStanding]


def claim_standing(kb: KnowledgeBase, claim: str) -> ClaimStanding:
    """The standing of one claim; `claim` is the id of one that exists."""
    weighed = kb.assessment
    objections = replies(kb, claim)
    return {
        "base": kb.framework.base_scores[claim],
        "strength": list(weighed.strengths[claim]),
        "standing": weighed.standings[claim],
        "robust": weighed.robust[claim],
        "reasons": len(kb.reasons(claim)),
        "objections": {
            "open": objections[Reply.OPEN],
            "answered": objections[Reply.ANSWERED],
            "disputed": objections[Reply.DISPUTED],
        },
    }


def standing_answer(kb: KnowledgeBase) -> StandingAnswer:
    """The standing of every claim and question."""
    return {"claims": {claim: claim_standing(kb, claim) for claim in kb.claims}}


def objections_line(objections: Objections) -> str:
    """The objections in words, "2, 1 open"; empty where there are none."""
    total = objections["open"] + objections["answered"] + objections["disputed"]
    if not total:
        return ""
    parts = [
        f"{number} {word}"
        for word, number in (
            ("open", objections["open"]),
            ("disputed", objections["disputed"]),
            ("answered", objections["answered"]),
        )
        if number
    ]
    return f"{total}, {', '.join(parts)}"


def standing_text(kb: KnowledgeBase) -> RenderableType:
    """A table of all claims, and how many stand in which way."""
    weighed = kb.assessment
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("claim", no_wrap=True)
    table.add_column("standing")
    table.add_column("strength")
    table.add_column("reasons", justify="right")
    table.add_column("objections")
    sensitive = 0
    for claim in kb.claims:
        answer = claim_standing(kb, claim)
        if kb.is_question(claim):
            table.add_row(claim, Text("a question", "dim"))
            continue
        word = standing_word(weighed.standings[claim])
        if not answer["robust"]:
            sensitive += 1
            word.append(" *")
        table.add_row(
            claim,
            word,
            strength_figures(weighed.strengths[claim]),
            str(answer["reasons"] or ""),
            objections_line(answer["objections"]),
        )
    weighable = [claim for claim in kb.claims if not kb.is_question(claim)]
    tally = Counter(weighed.standings[claim] for claim in weighable)
    summary = " · ".join(f"{tally[each]} {each.value}" for each in Standing)
    lines: list[RenderableType] = [
        table,
        Text(f"\n{count(len(weighable), 'claim')}: {summary}, given the arguments recorded here."),
    ]
    if sensitive:
        lines.append(Text(f"* {sensitive} of them depend on the method of weighing."))
    return Group(*lines)
