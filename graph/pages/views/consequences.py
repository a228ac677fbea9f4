"""What a claim carries: what changes when it is rejected, and what stands all the same."""

from dataclasses import dataclass

from graph.pages.views.reader import ClaimView, LinkView
from graph.records.link_types import Polarity
from graph.semantics import Change

SHOWN = 8
"""Shifts without a change of standing that are listed; the rest are counted."""


@dataclass(frozen=True)
class Consequence:
    """One claim that changes: where it stood and where it comes to stand."""

    claim: ClaimView
    change: Change
    before: str
    after: str
    standing_before: str
    standing_after: str


@dataclass(frozen=True)
class Kept:
    """A claim that loses this support and keeps its standing, and what else carries it."""

    claim: ClaimView
    others: tuple[LinkView, ...]


@dataclass(frozen=True)
class Rejection:
    """Everything that follows when a claim is rejected.

    `turned` are the claims of which the standing changes, `shifted` the largest other
    changes and `more` the number of changes not listed.
    """

    turned: tuple[Consequence, ...]
    shifted: tuple[Consequence, ...]
    more: int
    kept: tuple[Kept, ...]


def rejection(claim: ClaimView) -> Rejection:
    """What rejecting the claim does to the rest of the argument."""
    rows = tuple(consequence(claim, change) for change in claim.changes)
    turned = tuple(row for row in rows if row.change.standing[0] is not row.change.standing[1])
    others = tuple(row for row in rows if row.change.standing[0] is row.change.standing[1])
    turned_ids = {row.claim.id for row in turned}
    kept = []
    for link in claim.used_in:
        target = link.target
        if link.link.type.polarity is not Polarity.HELPS or target.id in turned_ids:
            continue
        rest = tuple(reason for reason in target.reasons if claim.id not in reason.link.premises)
        if rest and target.standing.value == "supported":
            kept.append(Kept(target, rest[:3]))
    return Rejection(turned, others[:SHOWN], max(len(others) - SHOWN, 0), tuple(kept))


def consequence(claim: ClaimView, change: Change) -> Consequence:
    """A change with its claim and its numbers in the reader's language."""
    reader = claim.reader
    return Consequence(
        reader.claim(change.id),
        change,
        reader.language.band(change.before),
        reader.language.band(change.after),
        reader.standing_word(change.standing[0]).lower(),
        reader.standing_word(change.standing[1]).lower(),
    )
