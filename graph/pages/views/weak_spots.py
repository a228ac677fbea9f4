"""Where the argument is thinnest."""

from collections.abc import Container
from dataclasses import dataclass

from graph.argument.sides import greatest_effect, side_known
from graph.argument.unanswered import unanswered
from graph.pages.views.debates import DebateView
from graph.pages.views.reader import ClaimView, LinkView, Reader
from graph.records.link_types import Polarity
from graph.semantics import GroundKind, Side

SHOWN = 100
"""Items listed of each sort; the rest are counted."""


@dataclass(frozen=True)
class WeakSpots:
    """Everything that invites work.

    Objections and doubts without a reply that holds are told apart by the side of the thesis
    that they work for, `elsewhere` where no argument leads to one. A claim without a reason is
    one that others rest on, and that is taken for granted. Of all these, those with the greatest
    effect on a thesis come first; questions are in the order of their ids. `unknown` tells of how
    many claims it is not worked out what they do to a thesis; they are ranked as if they did
    nothing.
    """

    against_thesis: tuple[LinkView, ...]
    against_critics: tuple[LinkView, ...]
    elsewhere: tuple[LinkView, ...]
    no_reasons: tuple[ClaimView, ...]
    implicit: tuple[ClaimView, ...]
    questions: tuple[ClaimView, ...]
    unknown: int


def _is_needed(view: ClaimView) -> bool:
    """Whether some step needs a claim: beside what argues there, or as a reason or condition."""
    return any(
        view.id in use.link.premises[1:]
        or use.link.type.polarity in (Polarity.HELPS, Polarity.CONDITIONS)
        for use in view.used_in
    )


def weak_spots(reader: Reader, within: DebateView | None = None) -> WeakSpots:
    """All weak spots of a knowledge base, or of one debate and with a view to its theses; of
    however many there are."""
    kb = reader.kb
    debate = None if within is None else within.debate.id
    here: Container[str] = kb.claims if within is None else within.members
    views = [reader.claim(claim) for claim in kb.claims if claim in here]
    sides = {side: tuple(map(reader.link, of)) for side, of in unanswered(kb, debate).items()}

    def rank(view: ClaimView) -> float:
        # Rounded, so that rounding errors do not decide between equal effects.
        return -round(greatest_effect(kb, view.id, debate), 9)

    granted = [
        view
        for view in views
        if not view.is_question
        and not view.reasons
        and kb.grounds[view.id].kind is GroundKind.GRANTED
    ]
    return WeakSpots(
        against_thesis=sides[Side.AGAINST],
        against_critics=sides[Side.FOR],
        elsewhere=sides[None],
        no_reasons=tuple(
            sorted((view for view in granted if not view.implicit and view.used_in), key=rank)
        ),
        implicit=tuple(
            sorted((view for view in granted if view.implicit and _is_needed(view)), key=rank)
        ),
        questions=tuple(
            view for view in views if view.is_question and not view.related("answered_by")
        ),
        unknown=sum(not side_known(kb, view.id, debate) for view in views),
    )
