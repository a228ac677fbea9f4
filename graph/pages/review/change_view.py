"""What a revision did to the argument, as a page in one language tells it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from markupsafe import Markup

from graph.base import Link
from graph.pages.review.rows import SHOWN, ClaimRow, LinkRow, RowMaker, Rows, StandingRow
from graph.pages.views.reader import Reader
from graph.review.difference import ClaimChange, Difference
from graph.review.history import Change, Revision

T = TypeVar("T")
R = TypeVar("R")


def anchor(revision: Revision) -> str:
    """The place of a revision on the page of changes."""
    return f"r-{revision.id[:12]}"


@dataclass(frozen=True)
class DebateChange:
    """What changed in one debate; `path` is empty where the debate is no more.

    `shifted` counts the claims whose strength changed and whose standing did not.
    """

    title: Markup
    path: str
    added: Rows[ClaimRow]
    removed: Rows[ClaimRow]
    reworded: Rows[ClaimRow]
    links_added: Rows[LinkRow]
    links_removed: Rows[LinkRow]
    links_changed: Rows[LinkRow]
    standings: Rows[StandingRow]
    other: Rows[ClaimRow]
    shifted: int


class ChangeView:
    """A revision as its readers meet it."""

    def __init__(self, reader: Reader, change: Change) -> None:
        self.reader = reader
        self.difference = change.difference
        self.id = change.revision.id
        self.anchor = anchor(change.revision)
        self.subject = change.revision.subject
        self.time = f"{change.revision.time:%Y-%m-%dT%H:%M:%SZ}"
        self.date = reader.language.date(change.revision.date)
        self._parts = _Parts(self.difference)

    @cached_property
    def summary(self) -> str:
        """What changed, in numbers."""
        parts = self._parts
        counts = {
            "added": len(self.difference.claims.added),
            "removed": len(self.difference.claims.removed),
            "reworded": len(parts.reworded),
            "links": sum(map(len, (parts.links_added, parts.links_removed, parts.links_changed))),
            "standings": len(self.difference.standings),
        }
        if not any(counts.values()):
            counts = {"other": len(parts.other) or len(self.difference.strengths)}
        n = self.reader.language.n
        return ", ".join(n(f"changes.count.{key}", count) for key, count in counts.items() if count)

    @cached_property
    def debates(self) -> tuple[DebateChange, ...]:
        """What changed in each debate in which something did."""
        return tuple(self._debate(folder) for folder in self._parts.folders)

    def _debate(self, folder: str) -> DebateChange:
        found, parts, kb = self.difference, self._parts, self.reader.kb
        gone = {claim.id: claim for claim in found.claims.removed}
        make = RowMaker(self.reader, gone)
        new_links: dict[str, list[Link]] = {}
        for link in found.links.added:
            new_links.setdefault(link.claim, []).append(link)

        def rows(every: Iterable[T], claim: Callable[[T], str], row: Callable[[T], R]) -> Rows[R]:
            here = [each for each in every if found.folders.get(claim(each)) == folder]
            return Rows(tuple(row(each) for each in here[:SHOWN]), len(here))

        debate = kb.debates.get(folder)
        standings = rows(found.standings, lambda each: each.id, make.standing)
        moved = [each for each in found.strengths if found.folders.get(each.id) == folder]
        return DebateChange(
            title=self.reader.say(debate.title) if debate else Markup.escape(folder),
            path=f"debates/{folder}/" if debate else "",
            added=rows(
                found.claims.added, lambda each: each.id, lambda each: make.new(each, new_links)
            ),
            removed=rows(
                found.claims.removed,
                lambda each: each.id,
                lambda each: ClaimRow(make.mention(each.id, each)),
            ),
            reworded=rows(parts.reworded, lambda each: each.id, make.reworded),
            links_added=rows(parts.links_added, lambda each: each.claim, make.link),
            links_removed=rows(parts.links_removed, lambda each: each.claim, make.link),
            links_changed=rows(
                parts.links_changed,
                lambda each: each.after.claim,
                lambda each: make.link(each.after, each),
            ),
            standings=standings,
            other=rows(parts.other, lambda each: each.id, make.otherwise),
            shifted=len(moved) - standings.count,
        )


class _Parts:
    """A difference as it is told: nothing twice.

    The links of a claim that came or went are part of that, and a claim that was reworded is
    listed as such, whatever else about it changed.
    """

    def __init__(self, found: Difference) -> None:
        added = {claim.id for claim in found.claims.added}
        removed = {claim.id for claim in found.claims.removed}
        self.links_added = [link for link in found.links.added if link.claim not in added]
        self.links_removed = [link for link in found.links.removed if link.claim not in removed]
        self.links_changed = found.links.changed
        self.reworded: list[ClaimChange] = []
        self.other: list[ClaimChange] = []
        for change in found.claims.changed:
            (self.reworded if change.reworded else self.other).append(change)
        touched = [
            *added,
            *removed,
            *(change.id for change in found.claims.changed),
            *(link.claim for link in (*self.links_added, *self.links_removed)),
            *(change.after.claim for change in self.links_changed),
            *(change.id for change in found.strengths),
        ]
        self.folders = sorted({found.folders[claim] for claim in touched})
