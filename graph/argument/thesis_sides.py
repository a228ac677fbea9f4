"""Where there are several theses: which of them a claim helps, and which has to be named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.argument.sides import ASKED, side_known, side_of, theses_moved
from graph.base import KnowledgeBase
from graph.semantics import NOTICEABLE, Side
from graph.words.sentence import Sentence

NAMED = 6
"""Theses that are named at most where it is told which of them a claim helps."""


@dataclass(frozen=True)
class ThesisSides:
    """The side of each thesis that a claim is on, by the thesis: nothing for those to which it does
    nothing. Of `unknown` others it is not worked out."""

    sides: Mapping[str, Side]
    unknown: int


def sides_of(kb: KnowledgeBase, claim: str) -> ThesisSides:
    """The side of each thesis that a claim is on, those of its own debate first; nothing for a
    thesis and for a question. Raises KeyError for an unknown claim."""
    if claim in kb.theses or kb.is_question(claim):
        return ThesisSides({}, 0)
    moved = theses_moved(kb, claim)
    effects = {thesis: kb.effect(claim, thesis) for thesis in moved[:ASKED]}
    sides = {
        thesis: Side.FOR if effect > 0.0 else Side.AGAINST
        for thesis, effect in effects.items()
        if effect is not None and abs(effect) >= NOTICEABLE
    }
    return ThesisSides(sides, len(moved) - sum(each is not None for each in effects.values()))


def thesis_meant(kb: KnowledgeBase, claim: str) -> str | None:
    """The one that is meant by “the thesis” on the page of a claim; None where there are several,
    of its debate or that it leads to, so that each has to be named. Raises KeyError for an unknown
    claim."""
    found = {*kb.theses_of.get(kb.folders[claim], ()), *theses_moved(kb, claim)}
    return next(iter(found)) if len(found) == 1 else None


def sides_told(kb: KnowledgeBase, claim: str) -> Iterator[Sentence]:
    """On which side of the thesis a claim is or, where there are several, of which: nothing where
    it does nothing to any. Raises KeyError for an unknown claim."""
    if thesis_meant(kb, claim) is not None:
        side = side_of(kb, claim)
        if side is not None:
            yield Sentence(f"claim.side.{side.value}")
        elif not side_known(kb, claim):
            yield Sentence("claim.side.unknown")
        return
    found = sides_of(kb, claim)
    sides = list(found.sides.items())
    for thesis, side in sides[:NAMED]:
        yield Sentence(f"claim.side.named.{side.value}", {"thesis": thesis})
    if len(sides) > NAMED:
        yield Sentence("claim.side.named.more", count=len(sides) - NAMED)
    if found.unknown:
        yield Sentence("claim.side.named.unknown", count=found.unknown)
