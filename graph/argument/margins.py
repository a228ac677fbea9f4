"""What stands in the margin of a source: what each of its paragraphs claims and takes for granted,
where that is challenged, and what came of it.

Nothing stands there twice: whatever belongs to several paragraphs stands at the first of them.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.argument.objections import Reply, doubts_about, reply
from graph.argument.outcomes import STATES
from graph.argument.ways import Ways
from graph.base import Citation, KnowledgeBase, Link
from graph.records import Stance, State
from graph.records.link_types import Polarity
from graph.semantics import Standing

MOST_CHALLENGES = 4
"""The challenges of a paragraph that are told; one more is, too."""

_DEEPEST = 2
_UNREACHED = (10_000, 0)


class Trouble(StrEnum):
    """How a paragraph fares that does not only tell what its author disputes."""

    NONE = "none"
    CHALLENGED = "challenged"
    """A claim of it is disputed, nothing carries it, or one that it only reports is opposed."""
    FAILED = "failed"
    """A claim that it agrees with is opposed, or a prediction of it did not come true."""


@dataclass(frozen=True)
class ReadClaim:
    """A claim that is read from a paragraph; `depth` counts the claims of the same paragraph that
    it is a reason for, one for another, up to two."""

    claim: str
    depth: int


@dataclass(frozen=True)
class Margin:
    """What stands beside one paragraph of a source, every claim by its id."""

    claims: tuple[ReadClaim, ...]
    """What it claims: each claim before its reasons, those nearest a thesis first."""
    again: tuple[str, ...]
    """The claims that stand at a paragraph before it and are read from it, too."""
    granted: tuple[str, ...]
    """Unstated premises of what it concludes."""
    challenges: tuple[Link, ...]
    """Objections to its claims and doubts about its steps to them, made elsewhere than in this
    source, to which no reply holds: up to `MOST_CHALLENGES` and one more."""
    more: int
    """How many others there are, whether or not a reply holds."""
    outcomes: tuple[str, ...]
    """Its predictions that were judged and are open no more, as `STATES` has them."""
    trouble: Trouble
    """How it fares."""


def margins(kb: KnowledgeBase, source: str, ways: Ways) -> Mapping[int | None, Margin]:
    """The margin of each paragraph that claims are read from, in order; of passages without a
    paragraph that of None, at the end. `ways` are those to the theses."""
    rows: dict[int | None, list[Citation]] = {}
    for citation in kb.cited.get(source, ()):
        rows.setdefault(citation.passage.paragraph, []).append(citation)
    order = sorted(rows, key=lambda number: (number is None, number or 0))
    told: set[str] = set()
    own = frozenset(each.claim for each in kb.cited.get(source, ()))
    found: dict[int | None, Margin] = {}
    for number in order:
        read = dict.fromkeys(each.claim for each in rows[number])
        here = [claim for claim in read if claim not in told]
        told.update(here)
        granted = dict.fromkeys(each for each in _granted(kb, here, own) if each not in told | own)
        told.update(granted)
        every = [each for each in _challenges(kb, here, own) if each.claim not in own]
        live = _first_of_each(each for each in _live(kb, every) if each.claim not in told)
        shown = live if len(live) == MOST_CHALLENGES + 1 else live[:MOST_CHALLENGES]
        told.update(each.claim for each in shown)
        found[number] = Margin(
            tuple(_in_order(kb, ways, here)),
            tuple(claim for claim in read if claim not in here),
            tuple(granted),
            tuple(shown),
            len({each.claim for each in every} - {each.claim for each in shown}),
            tuple(_outcomes(kb, here)),
            _trouble(kb, here),
        )
    return found


def _in_order(kb: KnowledgeBase, ways: Ways, claims: list[str]) -> Iterator[ReadClaim]:
    """Claims of a paragraph, each with those below it that are reasons for it."""
    nearness = {claim: (ways.length(claim) or _UNREACHED, claim) for claim in claims}
    ranked = sorted(claims, key=nearness.__getitem__)
    below: dict[str, list[str]] = {}
    tops: list[str] = []
    for claim in ranked:
        reasoned = {
            kb.final_target(link)
            for link in kb.used_in(claim)
            if link.type.polarity is Polarity.HELPS
        }
        above = min((reasoned - {claim}) & nearness.keys(), key=nearness.__getitem__, default=None)
        (tops if above is None else below.setdefault(above, [])).append(claim)
    left = set(claims)
    # Claims that support one another in a circle, which nobody should record, have none on top.
    for top in (*tops, *ranked):
        waiting = [(top, 0)]
        while waiting:
            claim, depth = waiting.pop()
            if claim in left:
                left.remove(claim)
                yield ReadClaim(claim, min(depth, _DEEPEST))
                waiting += [(each, depth + 1) for each in reversed(below.get(claim, []))]


def _granted(kb: KnowledgeBase, claims: Iterable[str], own: Container[str]) -> Iterator[str]:
    """The unstated premises of the steps that a source takes to what it claims itself, those of
    reasons first. A step is its own where another premise is read from it: an unstated reason by
    itself may be that of whoever reads it."""
    for claim in claims:
        if kb.claims[claim].stance is not Stance.ENDORSES:
            continue
        steps = (*kb.reasons(claim), *kb.conditions(claim))
        for link in kb.by_force(steps):
            taken = any(each in own for each in link.premises)
            for premise in link.premises if taken else ():
                if kb.claims[premise].implicit and not kb.is_question(premise):
                    yield premise


def _challenges(kb: KnowledgeBase, claims: Iterable[str], own: Container[str]) -> Iterator[Link]:
    """Objections to these claims, and doubts about steps to them that the source itself makes. What
    speaks against a claim that the source disputes speaks for the source."""
    for claim in claims:
        if kb.claims[claim].stance is Stance.DISPUTES:
            continue
        yield from kb.objections(claim)
        for doubt in doubts_about(kb, claim):
            arguing = kb.links[doubt.target].claim
            if arguing in own or kb.claims[arguing].implicit:
                yield doubt


def _live(kb: KnowledgeBase, links: Iterable[Link]) -> tuple[Link, ...]:
    """Those to which no reply holds, objections before doubts, each by force."""
    found = [link for link in links if reply(kb, link.id) is not Reply.REPLIED]
    # The sort is stable.
    return tuple(sorted(kb.by_force(found), key=lambda link: link.type.at_link))


def _first_of_each(links: Iterable[Link]) -> list[Link]:
    found: dict[str, Link] = {}
    for link in links:
        found.setdefault(link.claim, link)
    return list(found.values())


def _outcomes(kb: KnowledgeBase, claims: Iterable[str]) -> Iterator[str]:
    judged = [
        (STATES.index(outcome.state), claim)
        for claim in claims
        if (outcome := kb.claims[claim].outcome) is not None and outcome.state is not State.OPEN
    ]
    yield from (claim for _, claim in sorted(judged))


def _trouble(kb: KnowledgeBase, claims: Iterable[str]) -> Trouble:
    found = Trouble.NONE
    for claim in claims:
        record = kb.claims[claim]
        if record.stance is Stance.DISPUTES or kb.is_question(claim):
            continue
        standing = kb.assessment.standings[claim]
        outcome = record.outcome
        opposed = standing is Standing.OPPOSED
        if opposed and record.stance is not Stance.REPORTS:
            return Trouble.FAILED
        if outcome is not None and outcome.state is State.FAILED:
            return Trouble.FAILED
        if opposed or standing in (Standing.DISPUTED, Standing.BARE):
            found = Trouble.CHALLENGED
    return found
