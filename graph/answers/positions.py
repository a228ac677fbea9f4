"""The positions of a debate: what each speaker endorses and disputes, and on what any two part."""

from typing import Annotated, NotRequired

from pydantic import Field
from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.measures import Balanced
from graph.answers.printed import claim_line, indented, standing_word
from graph.argument.lines import LineState
from graph.argument.phrases import LANGUAGE, count
from graph.argument.positions import Difference, Position, differences, positions_of, read_as
from graph.base import KnowledgeBase
from graph.records import Stance
from graph.semantics import Standing

SHOWN = 5
"""Points on which two speakers part that a terminal shows."""


class ReadingAnswer(TypedDict):
    """A thesis for whoever takes on a position.

    `own` is what the speaker says of the thesis itself, null where that is nothing; it is left
    aside in the rest. `lines` are the states of the thesis's first lines by their links.
    """

    own: Stance | None
    balance: Balanced
    standing: Standing
    lines: dict[str, LineState]


class PositionAnswer(TypedDict):
    """A speaker, what they endorse and dispute of the claims that bear on a thesis, those first
    that do most to one, and the theses of the debate as read by them. Of those that they endorse,
    `caveats` speak against what they hold themselves, or carry what does, and are left as the
    records have them."""

    speaker: str
    endorses: list[str]
    caveats: list[str]
    disputes: list[str]
    theses: dict[str, ReadingAnswer]


class PointAnswer(TypedDict):
    """A point on which two speakers part: `holder` holds `claim`, `opponent` holds `against`.

    Where the two claims are the same, the opponent disputes it. With a `step`, `against` casts
    doubt on that link from the claim. `effect` is the greater of what both do to a thesis.
    """

    holder: str
    claim: str
    opponent: str
    against: str
    effect: Annotated[float, Field(ge=0, le=2)]
    step: NotRequired[str]


class DifferenceAnswer(TypedDict):
    """Two speakers, and the points on which they part, the one that does most first."""

    speakers: list[str]
    points: list[PointAnswer]


class PositionsAnswer(TypedDict):
    """The positions of a debate, those with the most claims first, and where any two part."""

    debate: str
    positions: list[PositionAnswer]
    differences: list[DifferenceAnswer]


def positions_answer(kb: KnowledgeBase, debate: str) -> PositionsAnswer:
    """The positions of a debate. Raises KeyError for an unknown one."""
    return {
        "debate": debate,
        "positions": [_position(kb, debate, each) for each in positions_of(kb, debate)],
        "differences": [
            {"speakers": list(pair), "points": [_point(each) for each in points]}
            for pair, points in differences(kb, debate).items()
        ],
    }


def _position(kb: KnowledgeBase, debate: str, position: Position) -> PositionAnswer:
    return {
        "speaker": position.speaker,
        "endorses": list(position.endorses),
        "caveats": list(position.caveats),
        "disputes": list(position.disputes),
        "theses": {thesis: _reading(kb, position, thesis) for thesis in kb.theses_of[debate]},
    }


def _reading(kb: KnowledgeBase, position: Position, thesis: str) -> ReadingAnswer:
    after = read_as(kb, position, thesis)
    return {
        "own": position.own(thesis),
        "balance": list(after.balance),
        "standing": after.standing,
        "lines": dict(after.lines),
    }


def _point(point: Difference) -> PointAnswer:
    answer: PointAnswer = {
        "holder": point.holder,
        "claim": point.claim,
        "opponent": point.opponent,
        "against": point.against,
        "effect": point.effect,
    }
    if point.step is not None:
        answer["step"] = point.step
    return answer


def positions_text(kb: KnowledgeBase, debate: str) -> RenderableType:
    """Each position with what it makes of the theses, and where any two part."""
    found = positions_of(kb, debate)
    if not found:
        return Text("Nobody has said enough here for a position.")

    def named(speaker: str) -> str:
        return kb.speakers[speaker].name.wording(LANGUAGE).text

    parts: list[RenderableType] = []
    for position in found:
        held = f"endorses {count(len(position.endorses), 'claim')}"
        if position.caveats:
            held += f", {len(position.caveats)} of them as a caveat"
        if position.disputes:
            held += f", disputes {len(position.disputes)}"
        if position.left_out:
            held += f"; {position.left_out} more are not taken on"
        heading = (f"{named(position.speaker)}", "bold"), f" ({position.speaker}): {held}"
        parts.append(Text.assemble(*heading))
        for thesis in kb.theses_of[debate]:
            standing = standing_word(read_as(kb, position, thesis).standing)
            parts.append(indented(Text.assemble(claim_line(kb, thesis), ": ", standing), 2))
    for (one, other), points in differences(kb, debate).items():
        parts.append(Text(f"\n{named(one)} and {named(other)} part on:"))
        for point in points[:SHOWN]:
            opponent = named(point.opponent)
            if point.claim == point.against:
                said = Text.assemble(claim_line(kb, point.claim), f", disputed by {opponent}")
            else:
                said = claim_line(kb, point.claim)
                word = "unless" if point.step else "but"
                said.append_text(Text(f"\n  {word} ({opponent}) "))
                said.append_text(claim_line(kb, point.against))
            parts.append(indented(said, 2))
        if len(points) > SHOWN:
            parts.append(indented(Text(f"and {len(points) - SHOWN} more"), 2))
    return Group(*parts)
