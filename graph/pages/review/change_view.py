"""What a revision did to the argument, as a page in one language tells it."""

from dataclasses import dataclass

from markupsafe import Markup

from graph.base.reads import remembered
from graph.pages.review.rows import RowMaker, Rows
from graph.pages.views.reader import Reader
from graph.review.history import Change, Revision
from graph.review.telling.told import Telling, tell


def anchor(revision: Revision) -> str:
    """The place of a revision on the page of changes."""
    return f"r-{revision.id[:12]}"


@dataclass(frozen=True)
class DebateChange:
    """What changed in one debate; `path` is empty where the debate is no more.

    `shifted` counts the claims whose balance changed and whose standing did not.
    """

    title: Markup
    path: str
    groups: tuple[Rows, ...]
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
        self._told = tell(change.difference)

    @remembered
    def summary(self) -> str:
        """What changed, in numbers."""
        told = self._told
        counts = {
            "added": len(told.added),
            "removed": len(told.removed),
            "reworded": len(told.reworded),
            "links": sum(map(len, (told.links_added, told.links_removed, told.links_changed))),
            "standings": len(told.standings),
        }
        if not any(counts.values()):
            counts = {"other": len(told.other) or len(told.shifts)}
        n = self.reader.language.n
        return ", ".join(n(f"changes.count.{key}", count) for key, count in counts.items() if count)

    @property
    def minor(self) -> bool:
        """Whether words changed and nothing of the argument."""
        return all(rows.words for each in self.debates for rows in each.groups)

    @remembered
    def debates(self) -> tuple[DebateChange, ...]:
        """What changed in each debate in which something did."""
        found = self.difference
        make = RowMaker(self.reader, {claim.id: claim for claim in found.claims.removed})
        parts = self._told.by_folder(found.folders)
        return tuple(self._debate(folder, told, make) for folder, told in parts)

    def _debate(self, folder: str, told: Telling, make: RowMaker) -> DebateChange:
        debate = self.reader.kb.debates.get(folder)
        return DebateChange(
            title=self.reader.say(debate.title) if debate else Markup.escape(folder),
            path=f"debates/{folder}/" if debate else "",
            groups=make.groups(told),
            shifted=len(told.shifts),
        )
