"""What differs between two states of a knowledge base, record by record.

A file that is only laid out differently, or filed elsewhere in the same debate, is no
difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.base import KnowledgeBase, Link
from graph.base.older_ids import as_named_now
from graph.records import Claim, Debate, Source, Speaker
from graph.review.claim_difference import ClaimChange, claim_changes
from graph.review.link_difference import LinkChange, link_changes
from graph.review.record_change import (
    Changes,
    FieldChange,
    RecordChange,
    field_changes,
    record_changes,
    same_records,
)
from graph.review.same_claims import SameClaims
from graph.semantics import NOTICEABLE, Band, Standing


@dataclass(frozen=True)
class Weight:
    """Where a claim stands, and its balance, in [-1, 1]."""

    standing: Standing
    balance: Band


@dataclass(frozen=True)
class BalanceChange:
    """A claim that is as it was, or nearly, and has another balance. Its `id` afterwards."""

    id: str
    before: Weight
    after: Weight

    @property
    def delta(self) -> float:
        """How far its balance moved, from midpoint to midpoint of the bands."""
        return self.after.balance.midpoint - self.before.balance.midpoint

    @property
    def turned(self) -> bool:
        """Whether its standing changed with it."""
        return self.before.standing is not self.after.standing


@dataclass(frozen=True)
class Difference:
    """All that differs between two states.

    Claims and links are in order of their files. `balances` are those of claims in both
    states, largest change first. `folders` is the debate in which each claim that is named
    here is filed, or was filed last. `grades` are the fields of the table of grades that changed,
    on which all claims with a source or without a reason depend. `texts` are the sources in both
    states, by their ids afterwards, of which readers are shown another text, or one on one side
    only.
    """

    claims: Changes[Claim, ClaimChange]
    links: Changes[Link, LinkChange]
    balances: tuple[BalanceChange, ...]
    debates: Changes[Debate, RecordChange[Debate]]
    sources: Changes[Source, RecordChange[Source]]
    speakers: Changes[Speaker, RecordChange[Speaker]]
    grades: tuple[FieldChange, ...]
    texts: tuple[str, ...]
    folders: Mapping[str, str]

    def __bool__(self) -> bool:
        records = (self.debates, self.sources, self.speakers, self.grades, self.texts)
        return any((self.claims, self.links, self.balances, *records))

    @property
    def standings(self) -> tuple[BalanceChange, ...]:
        """The claims whose standing changed."""
        return tuple(each for each in self.balances if each.turned)


def difference(before: KnowledgeBase, after: KnowledgeBase) -> Difference:
    """What differs between two states of a knowledge base."""
    same = SameClaims(before, after)
    older = after.older
    return Difference(
        claims=claim_changes(same),
        links=link_changes(before, after, same.moved),
        balances=_balance_changes(same),
        debates=record_changes(*same.debates, older["debate"]),
        sources=record_changes(as_named_now(before.sources, older), after.sources, older["source"]),
        speakers=record_changes(before.speakers, after.speakers, older["speaker"]),
        grades=field_changes(before.grades, after.grades),
        texts=_other_texts(before, after),
        folders={**before.folders, **after.folders},
    )


def _other_texts(before: KnowledgeBase, after: KnowledgeBase) -> tuple[str, ...]:
    same = same_records(before.sources, after.sources, after.older["source"])
    return tuple(
        now for now, was in sorted(same.items()) if before.texts.get(was) != after.texts.get(now)
    )


def _balance_changes(same: SameClaims) -> tuple[BalanceChange, ...]:
    before, after = same.before, same.after
    if not same.kept or _weighed_alike(before, after):
        return ()
    found = [
        BalanceChange(new, was, now)
        for old, new in same.kept.items()
        if not before.is_question(old) and not after.is_question(new)
        if _differ(was := _weight(before, old), now := _weight(after, new))
    ]
    found.sort(key=lambda each: (-round(abs(each.delta), 9), each.id))
    return tuple(found)


def _weighed_alike(before: KnowledgeBase, after: KnowledgeBase) -> bool:
    """Whether nothing can stand differently: a standing follows from the kind of a ground, too."""
    if before.framework != after.framework:
        return False
    return all(ground.kind is after.grounds[claim].kind for claim, ground in before.grounds.items())


def _weight(kb: KnowledgeBase, claim: str) -> Weight:
    return Weight(kb.assessment.standings[claim], kb.assessment.balances[claim])


def _differ(was: Weight, now: Weight) -> bool:
    return was.standing is not now.standing or any(
        abs(one - other) > NOTICEABLE for one, other in zip(was.balance, now.balance, strict=True)
    )
