"""What a claim carries: what changes when it is rejected, and what stands all the same."""

from dataclasses import dataclass

from graph.pages.views.reader import ClaimView, LinkView
from graph.records.link_types import Polarity
from graph.semantics import Change

SHOWN = 8
"""Shifts without a change of standing that are listed; the rest are counted."""


@dataclass(frozen=True)
class Consequence:
    """One claim that changes: the words for where it stood and where it comes to stand."""

    claim: ClaimView
    change: Change
    standing_before: str
    standing_after: str

    @property
    def turned(self) -> bool:
        """Whether its standing changes."""
        return self.change.standing[0] is not self.change.standing[1]

    @property
    def shows(self) -> bool:
        """Whether its balance changes in its first decimal."""
        before, after = self.change.before, self.change.after
        return any(f"{old:z.1f}" != f"{new:z.1f}" for old, new in zip(before, after, strict=True))

    @property
    def rises(self) -> bool:
        """Whether it stands higher than it did."""
        return self.change.delta > 0.0


@dataclass(frozen=True)
class Kept:
    """A claim that loses this support and keeps its standing, and what else carries it."""

    claim: ClaimView
    others: tuple[LinkView, ...]


@dataclass(frozen=True)
class Rejection:
    """Everything that follows when a claim is rejected.

    `turned` are the claims of which the standing changes, `shifted` the largest of those whose
    balance shifts in its first decimal, and `more` the number of these that are not listed.
    """

    turned: tuple[Consequence, ...]
    shifted: tuple[Consequence, ...]
    more: int
    kept: tuple[Kept, ...]


def rejection(claim: ClaimView) -> Rejection:
    """What rejecting the claim does to the rest of the argument."""
    rows = [consequence(claim, change) for change in claim.changes]
    turned = tuple(row for row in rows if row.turned)
    others = tuple(row for row in rows if not row.turned and row.shows)
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
    """A change with its claim and its standings in the reader's language."""
    reader = claim.reader
    return Consequence(
        reader.claim(change.id),
        change,
        reader.standing_word(change.standing[0]).lower(),
        reader.standing_word(change.standing[1]).lower(),
    )
