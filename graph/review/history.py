"""What the last commits did to the argument."""

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graph.base import KnowledgeBase
from graph.records.kinds import RECORD_KINDS, SHARED_FOLDERS
from graph.review.difference import Difference, difference
from graph.review.folder import RECORDS
from graph.review.git import Repository
from graph.review.git_error import GitError, Obstacle
from graph.review.git_objects import Commit
from graph.review.revisions import Revisions

LOOKED_AT = 5000
"""How many commits are looked at for such as changed a record."""
READ = 4000
"""How many files of earlier revisions are read. Where a change needs more, history ends."""

_SOURCES, _GRADES = RECORD_KINDS["source"].folder, RECORD_KINDS["grounds"].file
# Others say nothing of how a claim stands.
_LEFT_OUT = SHARED_FOLDERS.keys() - {_SOURCES}

_LONGEST_SUBJECT = 120


class End(StrEnum):
    """Why the history goes back no further."""

    BEGINNING = "beginning"
    SHALLOW = "shallow"
    LIMIT = "limit"
    SIZE = "size"


@dataclass(frozen=True)
class Revision:
    """A commit as readers meet it: its id, when it was made (UTC), and what it says of itself.

    It says nothing of who made it.
    """

    id: str
    time: datetime.datetime
    subject: str

    @property
    def date(self) -> str:
        """The day, as in 2025-01-31."""
        return self.time.date().isoformat()


@dataclass(frozen=True)
class Change:
    """A revision and what it changed about the argument."""

    revision: Revision
    difference: Difference


@dataclass(frozen=True)
class History:
    """The last changes, newest first, as far as they can be known.

    `newest` is the last commit that touched a record, whether or not it changed the argument.
    `end` says why there are no earlier ones; `begins` is the day from which on they are known,
    where the repository knows no more; `obstacle` is why there is no history at all.
    """

    changes: tuple[Change, ...] = ()
    end: End = End.BEGINNING
    begins: str = ""
    obstacle: Obstacle | None = None
    detail: str = ""
    newest: Revision | None = None


@dataclass(frozen=True)
class Life:
    """When a claim was added and when it was last reworded, where that is known."""

    added: Revision | None = None
    reworded: Revision | None = None


def read_history(root: Path, limit: int, kb: KnowledgeBase | None = None) -> History:
    """The last changes to the records below a root folder, as far as committed.

    `limit` is the largest number of commits; `kb`, if given, what the working tree holds.
    """
    try:
        with Repository(root) as repository:
            revisions = Revisions(repository, root, kb.tree if kb is not None else None)
            return _history(repository, revisions, limit)
    except GitError as error:
        return History(obstacle=error.obstacle, detail=str(error))


def _history(repository: Repository, revisions: Revisions, limit: int) -> History:
    head = repository.head()
    ids = repository.touching(RECORDS, head, limit + 1, LOOKED_AT)
    end = End.LIMIT if len(ids) > limit else End.BEGINNING
    changes: list[Change] = []
    newest: Revision | None = None
    for number, id_ in enumerate(ids[:limit]):
        commit = _found(repository, id_)
        parent = repository.commit(commit.parents[0]) if commit.parents else None
        revision = _revision(commit)
        newest = newest or revision
        if commit.parents and parent is None:
            return History(tuple(changes), End.SHALLOW, revision.date, newest=newest)
        before = _weighed(revisions, parent) if parent is not None else {}
        after = _weighed(revisions, commit)
        # What the newest holds is at most what the working tree would cost.
        if number == 0:
            for name, tree in after.items():
                revisions.folder(name, tree)
            revisions.parsed = 0
        if revisions.parsed + revisions.unread((*before.items(), *after.items())) > READ:
            return History(tuple(changes), End.SIZE, revision.date, newest=newest)
        before, after = _touched(revisions, before, after)
        # In this order, so that this state before is at hand as the next state after.
        now = revisions.knowledge_base(after)
        found = difference(revisions.knowledge_base(before), now)
        if found.claims or found.links or found.balances:
            changes.append(Change(revision, found))
    return History(tuple(changes), end, newest=newest)


def _found(repository: Repository, id_: str) -> Commit:
    commit = repository.commit(id_)
    if commit is None:
        raise repository.lacking(f"the commit {id_}")
    return commit


def _weighed(revisions: Revisions, commit: Commit) -> dict[str, str]:
    """The debates at a revision, and what else decides how claims stand."""
    folders = revisions.folders(commit)
    return {name: tree for name, tree in folders.items() if name not in _LEFT_OUT}


def _touched(
    revisions: Revisions, before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The debates that changed, and those that are linked with them, before and after, with the
    sources and their grades.

    A change in one debate does nothing to another that is not linked with it, nor does one of a
    source that it does not cite. All do something to claims that are in no debate.
    """
    names = {*before, *after}
    touched = {name for name in names if before.get(name) != after.get(name)}
    states = (before, after)
    alone = (revisions.folder(*each).lacks_debate for state in states for each in state.items())
    if _GRADES in touched or any(alone):
        return dict(before), dict(after)
    if _SOURCES in touched:
        changed = _changed_sources(revisions, before.get(_SOURCES), after.get(_SOURCES))
        for state in (before, after):
            cited = {name: revisions.folder(name, tree).cited for name, tree in state.items()}
            touched.update(name for name in cited if cited[name] & changed)
    touched |= names & {_SOURCES, _GRADES}
    beside: dict[str, set[str]] = {}
    for state in (before, after):
        folders = [revisions.folder(name, tree) for name, tree in state.items()]
        home: dict[str, set[str]] = {}
        for folder in folders:
            # A link may have the id of a claim elsewhere: either may be meant.
            for named in folder.claims | folder.steps:
                home.setdefault(named, set()).add(folder.name)
        for folder in folders:
            for named in folder.linked:
                for other in home.get(named, ()):
                    beside.setdefault(folder.name, set()).add(other)
                    beside.setdefault(other, set()).add(folder.name)
    ahead = sorted(touched)
    while ahead:
        found = beside.get(ahead.pop(), set()) - touched
        touched |= found
        ahead.extend(sorted(found))
    return (
        {name: tree for name, tree in before.items() if name in touched},
        {name: tree for name, tree in after.items() if name in touched},
    )


def _changed_sources(revisions: Revisions, before: str | None, after: str | None) -> set[str]:
    """All ids, older ones too, of the sources that changed, and of those that copy or report one,
    by way of others or not."""
    was, now = (
        revisions.folder(_SOURCES, tree).sources if tree is not None else {}
        for tree in (before, after)
    )
    names: dict[str, set[str]] = {}
    copies: dict[str | None, set[str]] = {}
    for each in (*was.values(), *now.values()):
        names.setdefault(each.id, set()).update((each.id, *each.aliases))
        copies.setdefault(each.original, set()).add(each.id)
    changed = {each for each in names if was.get(each) != now.get(each)}
    ahead = list(changed)
    while ahead:
        copying = (copies.get(name, set()) for name in names[ahead.pop()])
        found = set().union(*copying) - changed
        ahead.extend(found)
        changed |= found
    return set().union(*(names[each] for each in changed))


def _revision(commit: Commit) -> Revision:
    try:
        time = datetime.datetime.fromtimestamp(commit.time, datetime.UTC)
    except (OverflowError, ValueError, OSError):
        time = datetime.datetime.fromtimestamp(0, datetime.UTC)
    return Revision(commit.id, time, subject(commit.message))


def subject(message: str) -> str:
    """What a commit says of itself, in one line that names nobody.

    Of a merge it is what was merged, where it says so, since its first line names branches and
    the accounts they are in. Addresses are left out.
    """
    paragraphs = [" ".join(each.split()) for each in re.split(r"\n\s*\n", message.strip())]
    if paragraphs[0].startswith("Merge "):
        paragraphs = [each for each in paragraphs[1:2] if "-by: " not in each] or [""]
    visible = "".join(
        " " if unicodedata.category(letter)[0] == "C" else letter for letter in paragraphs[0]
    )
    words = " ".join(word for word in visible.split() if "@" not in word)
    if len(words) <= _LONGEST_SUBJECT:
        return words
    return words[: _LONGEST_SUBJECT - 1].rstrip() + "…"


def lives(history: History) -> Mapping[str, Life]:
    """When each claim was added and last reworded, by the claim's present id."""
    added: dict[str, Revision] = {}
    reworded: dict[str, Revision] = {}
    present: dict[str, str] = {}
    for change in history.changes:
        claims = change.difference.claims
        for each in claims.changed:
            now = present.get(each.after.id, each.after.id)
            # A claim removed and added again begins a new life.
            if each.reworded and now not in added:
                reworded.setdefault(now, change.revision)
            if each.renamed:
                present[each.before.id] = now
        for claim in claims.added:
            added.setdefault(present.get(claim.id, claim.id), change.revision)
    return {
        claim: Life(added.get(claim), reworded.get(claim)) for claim in sorted({*added, *reworded})
    }
