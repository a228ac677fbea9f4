"""A walk along the lines of a thesis, and what answers to its questions come to."""

from collections.abc import Collection
from typing import NotRequired

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.measures import Balanced
from graph.answers.printed import claim_line, indented, joining_word, standing_word
from graph.argument.answered import Answered, answered
from graph.argument.lines import LineState
from graph.argument.phrases import LANGUAGE
from graph.argument.position_sentences import position_told
from graph.argument.walk import Held, Stop, Walk, parting, walk_of
from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.semantics import Standing
from graph.words.language import language


class OutcomeAnswer(TypedDict):
    """The thesis under answers, and the states of the lines that are walked, by their links."""

    balance: Balanced
    standing: Standing
    lines: dict[str, LineState]


class StopAnswer(TypedDict):
    """A claim that a reader is asked about.

    `line` is the link to the thesis in whose line it stands; `condition` tells that this is no
    reason but a condition of the thesis. `reason` and `objection` are the strongest links on
    either side. `cost` is the effect of the claim on the balance of the thesis, in [-2, 2].
    `no` and `yes` are what either answer comes to by itself, null where that is not worked out.
    """

    claim: str
    line: str
    condition: bool
    held: Held
    reason: NotRequired[str]
    objection: NotRequired[str]
    cost: float
    no: OutcomeAnswer | None
    yes: OutcomeAnswer | None


class WalkAnswer(TypedDict):
    """The questions of a walk in their order, and what the answers given come to.

    `parting` is the claim on which whoever gives them and the author part, null for none.
    """

    thesis: str
    stops: list[StopAnswer]
    yes: list[str]
    no: list[str]
    outcome: OutcomeAnswer
    parting: str | None


_UNSPOKEN = "Here you part from the argument, which takes this for granted: "


def walk_along(
    kb: KnowledgeBase, thesis: str, rejected: Collection[str], accepted: Collection[str]
) -> tuple[Walk, Answered]:
    """The walk along the lines of a claim, and what these answers to it come to.

    Raises:
        AnswerError: nothing leads to the claim, or an answer is to none of the questions, or to
            one both yes and no.
    """
    walk = walk_of(kb, thesis)
    if walk is None:
        raise AnswerError(f"there is no line of argument for {thesis!r} at which to get off")
    asked = [stop.claim for stop in walk.stops]
    for claim in (*rejected, *accepted):
        if claim not in asked:
            raise AnswerError(
                f"the walk does not ask about {claim!r}, but about {', '.join(asked)}"
            )
        if claim in rejected and claim in accepted:
            raise AnswerError(f"the answer to {claim!r} is both yes and no")
    return walk, answered(kb, thesis, walk.lines, rejected, accepted)


def walk_answer(
    walk: Walk, after: Answered, rejected: Collection[str], accepted: Collection[str]
) -> WalkAnswer:
    """A walk and what answers to it come to."""
    found = parting(walk, rejected)
    return {
        "thesis": walk.thesis,
        "stops": [
            _stop(stop, ride.link.id, ride.condition) for ride in walk.rides for stop in ride.stops
        ],
        "yes": list(accepted),
        "no": list(rejected),
        "outcome": _outcome(after),
        "parting": None if found is None else found.claim,
    }


def _stop(stop: Stop, line: str, condition: bool) -> StopAnswer:
    answer: StopAnswer = {
        "claim": stop.claim,
        "line": line,
        "condition": condition,
        "held": stop.held,
        "cost": stop.cost,
        "no": None if stop.no is None else _outcome(stop.no),
        "yes": None if stop.yes is None else _outcome(stop.yes),
    }
    if stop.reason is not None:
        answer["reason"] = stop.reason.id
    if stop.objection is not None:
        answer["objection"] = stop.objection.id
    return answer


def _outcome(after: Answered) -> OutcomeAnswer:
    return {
        "balance": list(after.balance),
        "standing": after.standing,
        "lines": dict(after.lines),
    }


def walk_text(
    kb: KnowledgeBase,
    walk: Walk,
    after: Answered,
    rejected: Collection[str],
    accepted: Collection[str],
) -> RenderableType:
    """The questions line by line, with the answers given, and what these come to."""
    said = {**dict.fromkeys(accepted, "yes"), **dict.fromkeys(rejected, "no")}
    parts: list[RenderableType] = [
        claim_line(kb, walk.thesis),
        standing_word(after.standing),
    ]
    number = 0
    for ride in walk.rides:
        state = "only if" if ride.condition else after.lines[ride.link.id].value
        parts.append(Text.assemble("\n", state, ": ", claim_line(kb, ride.link.claim)))
        for stop in ride.stops:
            number += 1
            answer = Text(f" {said[stop.claim]}" if stop.claim in said else "", "bold")
            question = Text.assemble(f"{number}. ", claim_line(kb, stop.claim), answer)
            parts.append(indented(question, 2))
            parts += [
                indented(Text.assemble(joining_word(link), " ", claim_line(kb, link.claim)), 5)
                for link in (stop.reason, stop.objection)
                if link is not None
            ]
    if walk.more:
        parts.append(Text("\n" + language(LANGUAGE).n("walk.says.more", walk.more)))
    told = position_told(kb, walk, after, rejected, accepted, language(LANGUAGE))
    parts.append(Text("\n" + " ".join(told)))
    found = parting(walk, rejected)
    if found is not None:
        endorsed = found.held is Held.ENDORSED
        where = "Here you and the author part: " if endorsed else _UNSPOKEN
        parts.append(Text.assemble(where, claim_line(kb, found.claim)))
    return Group(*parts)
