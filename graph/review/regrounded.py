"""By which change a claim has another ground than it had: what it has of itself follows from its
own record, the reasons that its text gives, sources, the debate and the table of grades."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from graph.base import KnowledgeBase
from graph.base.grounds import Ground, ground_of
from graph.base.older_ids import as_named_now
from graph.records import Claim, Source
from graph.records.grades import Grades
from graph.records.roots import way_back
from graph.review.difference import Difference


@dataclass(frozen=True)
class OtherRecord:
    """A record that is no claim, by its kind, as in `RECORD_KINDS`, and its id, empty of the table
    of grades."""

    kind: Literal["debate", "grounds", "source"]
    id: str = ""


Cause: TypeAlias = str | OtherRecord
"""A record that was changed: a claim by its id afterwards, or another."""


@dataclass(frozen=True)
class _Basis:
    """All that the ground of a claim is worked out from; of sources those that are behind it."""

    claim: Claim
    reasons: tuple[Claim, ...]
    sources: Mapping[str, Source]
    analysed: frozenset[str]
    grades: Grades


class Regrounded:
    """Why claims have another ground in one state than in the other."""

    def __init__(self, before: KnowledgeBase, after: KnowledgeBase, found: Difference) -> None:
        self._before, self._after, self._found = before, after, found
        self._was = {each.id: each.before.id for each in found.claims.changed}
        self._now = {was: now for now, was in self._was.items()}
        self._changed_sources: dict[str, Source | None] = {
            **{each.id: None for each in found.sources.added},
            **{each.id: each for each in found.sources.removed},
            **{each.after.id: each.before for each in found.sources.changed},
        }
        undone = {id_: each for id_, each in self._changed_sources.items() if each is not None}
        self._sources_before = {**after.sources, **undone}

    def differs(self, claim: str) -> bool:
        """Whether a claim of both states, by its id afterwards, has another ground than it had."""
        was = self._before.grounds[self._was.get(claim, claim)]
        return not _alike(was, self._after.grounds[claim])

    def causes(self, claim: str) -> tuple[Cause, ...]:
        """The changed records without each of which a claim of both states, by its id afterwards,
        would have another ground than it has; where several have the same effect, so that none of
        them is needed, all that could have it.

        There are none where the ground is as it was, or is another because a reason came or went.
        """
        if not self.differs(claim):
            return ()
        now = self._after.grounds[claim]
        undone = [(cause, _ground(basis)) for cause, basis in self._undone(claim)]
        needed = [cause for cause, ground in undone if not _alike(ground, now)]
        causes = needed or [cause for cause, _ in undone]
        return tuple(dict.fromkeys(each for each in causes if each is not None))

    def _undone(self, claim: str) -> Iterator[tuple[Cause | None, _Basis]]:
        """From what the ground would follow if one changed record were as it was; without a record
        if the same claims were reasons that were."""
        basis, was = self._basis(claim), self._was.get(claim, claim)
        moved = self._before.folders[was] != self._after.folders[claim]
        older = self._after.older["source"]
        analysed = frozenset(older.get(each, each) for each in self._before.analysed[was])
        if claim in self._was:
            own = replace(basis, claim=self._as_it_was(claim))
            yield claim, replace(own, analysed=analysed) if moved else own
        for each in basis.reasons:
            if each.id in self._was:
                others = (self._as_it_was(one.id) if one is each else one for one in basis.reasons)
                yield each.id, replace(basis, reasons=tuple(others))
        yield None, replace(basis, reasons=tuple(self._reasons_before(was)))
        for source in sorted(self._behind(basis.claim) & self._changed_sources.keys()):
            record = self._changed_sources[source]
            sources = {id_: each for id_, each in basis.sources.items() if id_ != source}
            sources |= {source: record} if record is not None else {}
            yield OtherRecord("source", source), replace(basis, sources=sources)
        if analysed != basis.analysed and not moved:
            for debate in self._changed_debates(self._after.folders[claim]):
                yield OtherRecord("debate", debate), replace(basis, analysed=analysed)
        if self._found.grades:
            grades = self._before.tree.grades
            yield OtherRecord("grounds"), replace(basis, grades=grades)

    def _basis(self, claim: str) -> _Basis:
        after = self._after
        record = after.claims[claim]
        behind = self._behind(record)
        return _Basis(
            record,
            tuple(after.claims[each] for each in {each.claim: 0 for each in after.reasons(claim)}),
            {each: after.sources[each] for each in behind if each in after.sources},
            after.analysed[claim],
            after.tree.grades,
        )

    def _behind(self, claim: Claim) -> set[str]:
        """The sources of a claim and what they copy or report, before or after."""
        return {
            source
            for passage in claim.passages
            for sources in (self._after.sources, self._sources_before)
            for source in way_back(sources, passage.source)
        }

    def _as_it_was(self, claim: str) -> Claim:
        """The record of before, under the ids afterwards."""
        record = self._before.claims[self._was[claim]]
        return as_named_now({claim: record}, self._after.older)[claim].model_copy(
            update={"id": claim}
        )

    def _reasons_before(self, claim: str) -> Iterator[Claim]:
        for was in {each.claim: 0 for each in self._before.reasons(claim)}:
            now = self._now.get(was, was)
            yield self._after.claims.get(now) or self._before.claims[was]

    def _changed_debates(self, folder: str) -> tuple[str, ...]:
        """The debates that changed and decide which texts are analysed in a folder."""
        found = self._found.debates
        changed = (
            *(each.after.id for each in found.changed),
            *(each.id for each in (*found.added, *found.removed)),
        )
        return (folder,) if folder in changed else changed


def _alike(one: Ground, other: Ground) -> bool:
    return (one.kind, one.value) == (other.kind, other.value)


def _ground(basis: _Basis) -> Ground:
    return ground_of(basis.claim, basis.reasons, basis.sources, basis.analysed, basis.grades)
