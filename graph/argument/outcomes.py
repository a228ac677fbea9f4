"""What became of predictions: which there are, how each was judged, and by what."""

from collections.abc import Container
from typing import NamedTuple

from graph.argument.as_of import known_from
from graph.base import KnowledgeBase
from graph.records import Claim, Kind, Outcome, State
from graph.semantics import GroundKind, Side, Standing

UNJUDGED = "unjudged"
"""What predictions are called that nobody has judged."""
STATES: tuple[State | None, ...] = (*State, None)
"""How predictions may stand, in the order in which they are listed; None where nobody has judged
one."""

_FALLEN = (Standing.OPPOSED, Standing.DISPUTED)


class Prediction(NamedTuple):
    """A prediction with what became of it."""

    claim: str
    said: str
    """When it was said at the latest: the date of the earliest source it is read from, as precise
    as that is; empty where that is not known."""
    outcome: Outcome | None
    deciding: tuple[str, ...]
    """The claims that decide it and exist, by their present ids."""

    @property
    def state(self) -> State | None:
        """How it turned out; None where nobody has judged it."""
        return None if self.outcome is None else self.outcome.state

    @property
    def on(self) -> str:
        """The day as of which it was judged; empty where nobody has."""
        return "" if self.outcome is None else self.outcome.on


class Seen(NamedTuple):
    """A documented claim that shows what comes of a prediction, known from a day after that.

    `side` is that of its own link to the prediction: for where it is a reason, against where it is
    an objection; neither where the prediction is judged by it alone.
    """

    claim: str
    day: str
    side: Side


def prediction(kb: KnowledgeBase, claim: str) -> Prediction:
    """One claim with what became of it. Raises KeyError for an unknown claim."""
    record = kb.claims[claim]
    return Prediction(claim, said_on(kb, record), record.outcome, deciding(kb, record))


def predictions(kb: KnowledgeBase, among: Container[str] | None = None) -> tuple[Prediction, ...]:
    """The predictions there are, or those among some claims: by state, those judged last first,
    then by id."""
    if among is None:
        records = iter(kb.claims.values())
    else:
        # Of the others no record is looked at, so that nothing in them bears on what is told.
        records = (kb.claims[each] for each in kb.claims if each in among)
    found = [prediction(kb, each.id) for each in records if each.kind is Kind.PREDICTION]
    # The sort is stable: first what matters least.
    found.sort(key=lambda each: each.on, reverse=True)
    found.sort(key=lambda each: STATES.index(each.state))
    return tuple(found)


def seen_since(kb: KnowledgeBase, each: Prediction) -> tuple[Seen, ...]:
    """What has been seen of a prediction since it was said, in order of time: its reasons,
    objections and what decides it, as far as documented. Nothing where it is not dated."""
    said = known_from(kb, kb.claims[each.claim])
    sides = dict.fromkeys(each.deciding, Side.NEITHER)
    sides |= {link.claim: Side.FOR for link in kb.reasons(each.claim)}
    sides |= {link.claim: Side.AGAINST for link in kb.objections(each.claim)}
    found = (
        Seen(claim, known_from(kb, kb.claims[claim]), side)
        for claim, side in sides.items()
        if kb.grounds[claim].kind is GroundKind.DOCUMENTED
    )
    later = (seen for seen in found if said and seen.day > said)
    return tuple(sorted(later, key=lambda seen: (seen.day, seen.claim)))


def deciding(kb: KnowledgeBase, claim: Claim) -> tuple[str, ...]:
    """The claims that decide the outcome of another and exist, by their present ids."""
    named = () if claim.outcome is None else claim.outcome.claims
    return tuple(each for each in dict.fromkeys(map(kb.resolve, named)) if each in kb.claims)


def has_fallen(kb: KnowledgeBase, claim: str) -> bool:
    """Whether what a claim shows of a prediction is not shown for sure any more: it is opposed or
    disputed. Raises KeyError for an unknown claim."""
    return not kb.is_question(claim) and kb.assessment.standings[claim] in _FALLEN


def said_on(kb: KnowledgeBase, claim: Claim) -> str:
    """The date of the earliest source that a claim is read from, as precise as that is; empty
    where some source has none."""
    sources = [kb.sources.get(passage.source) for passage in claim.passages]
    dates = [each.issued for each in sources if each is not None and each.issued is not None]
    return min(dates) if dates and len(dates) == len(sources) else ""
