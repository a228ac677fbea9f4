"""What a claim carries: what changes when it is rejected, and what stands all the same."""

from dataclasses import dataclass

from graph.argument.carried import carried_without
from graph.pages.views.mark import Stand
from graph.pages.views.reader import ClaimView, LinkView, Reader
from graph.records.link_types import Polarity
from graph.semantics import Change, Standing

SHOWN = 8
"""Shifts without a change of standing that are listed; the rest are counted."""
TURNED = 200
"""Changes of standing that are listed; the rest are counted."""


@dataclass(frozen=True)
class Consequence:
    """One claim that changes: how it stood and how it comes to stand."""

    claim: ClaimView
    before: Stand
    after: Stand

    @property
    def turns(self) -> bool:
        """Whether the word changes."""
        return self.before.standing is not self.after.standing

    @property
    def visible(self) -> bool:
        """Whether the word or the mark changes."""
        return not self.before.looks_like(self.after)


@dataclass(frozen=True)
class Kept:
    """A claim that loses this support and keeps its standing, and what else carries it."""

    claim: ClaimView
    others: tuple[LinkView, ...]


@dataclass(frozen=True)
class Rejection:
    """Everything to be seen when a claim is rejected.

    `turned` are the claims of which the standing changes most, `more_turned` how many others
    there are, `shifted` the largest other changes that show and `more` the number of those not
    listed. Where it is not `known`, it would have been too much to work out.
    """

    turned: tuple[Consequence, ...] = ()
    more_turned: int = 0
    shifted: tuple[Consequence, ...] = ()
    more: int = 0
    kept: tuple[Kept, ...] = ()
    known: bool = True

    @property
    def count(self) -> int:
        """How many claims are seen to change."""
        return self.turns + len(self.shifted) + self.more

    @property
    def turns(self) -> int:
        """Of how many claims the standing changes."""
        return len(self.turned) + self.more_turned


def rejection(claim: ClaimView) -> Rejection:
    """What rejecting the claim does to the rest of the argument, as far as it shows."""
    changes = claim.changes
    if changes is None:
        return Rejection(known=False)
    reader = claim.reader
    rows = [consequence(reader, change) for change in changes]
    turned = tuple(row for row in rows if row.turns)
    others = [row for row in rows if row.visible and not row.turns]
    changed = {row.claim.id for row in (*turned, *others)}
    kept = [
        Kept(link.target, tuple(reader.link(reader.kb.links[each]) for each in carrying))
        for link in claim.used_in
        if link.link.type.polarity is Polarity.HELPS
        and link.force.upper > 0.0
        and link.target.id not in changed
        and link.target.standing is Standing.SUPPORTED
        and (carrying := carried_without(reader.kb, link.target.id, claim.id))
    ]
    return Rejection(
        turned[:TURNED],
        max(len(turned) - TURNED, 0),
        tuple(others[:SHOWN]),
        max(len(others) - SHOWN, 0),
        tuple(kept),
    )


def consequence(reader: Reader, change: Change) -> Consequence:
    """A change with its claim, as a reader sees it."""
    before, after = (
        reader.stand(standing, sides)
        for standing, sides in zip(change.standing, change.sides, strict=True)
    )
    return Consequence(reader.claim(change.id), before, after)
