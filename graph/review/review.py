"""What a change does to the argument: two states of the knowledge base, weighed and compared."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from graph.argument.likeness import Likeness, alike
from graph.argument.objections import open_objections
from graph.argument.suspect import SuspectTranslation, suspect_links, suspect_translations
from graph.base import KnowledgeBase, Link
from graph.base.grounds import Ground
from graph.check import Finding, check
from graph.errors import AnswerError
from graph.records import Claim
from graph.records.scalars import ID
from graph.review.difference import Difference, difference
from graph.review.folder import RECORDS
from graph.review.git import Repository
from graph.review.git_error import GitError
from graph.review.git_objects import Commit
from graph.review.link_difference import Aspect, present_name
from graph.review.revisions import Revisions
from graph.review.spread import Spread, spread
from graph.text.visible import visible

MOST_COMPARED = 50
"""Of so many new claims at most it is asked whether they are there already."""


@dataclass(frozen=True)
class Review:
    """Two states and all that a reviewer wants to know of the step from one to the other.

    `names` is what they are called: revisions, "the working tree" or the merge of two.
    """

    names: tuple[str, str]
    before: KnowledgeBase
    after: KnowledgeBase

    @cached_property
    def difference(self) -> Difference:
        """What differs, record by record."""
        return difference(self.before, self.after)

    @cached_property
    def spread(self) -> Mapping[str, Spread]:
        """By which route the change reaches each claim whose balance changes."""
        return spread(self.before, self.after, self.difference)

    @cached_property
    def theses(self) -> frozenset[str]:
        """The theses afterwards."""
        return frozenset(self.after.theses)

    @cached_property
    def open_objections(self) -> tuple[Link, ...]:
        """Objections without a reply, that were not there or had a reply before."""
        then = set(map(self._present, open_objections(self.before)))
        moved = {
            each.after.id: self._present(each.before.id) for each in self.difference.links.changed
        }
        return tuple(
            link
            for name, link in open_objections(self.after).items()
            if moved.get(name, name) not in then
        )

    def _present(self, link: str) -> str:
        """The name afterwards of a link of before, if only claims in it were renamed."""
        return present_name(link, self._renamed)

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        return {each.before.id: each.id for each in self.difference.claims.changed if each.renamed}

    def grounds_of(self, claim: str) -> tuple[Ground, Ground]:
        """The ground of a claim of both states before and after. Raises KeyError for another."""
        was = next(
            (each.before.id for each in self.difference.claims.changed if each.id == claim), claim
        )
        return self.before.grounds[was], self.after.grounds[claim]

    @cached_property
    def suspect_links(self) -> tuple[Link, ...]:
        """Links to claims and steps that say something else now, and were not confirmed.

        One without a mark of the words that it was made for counts as looked at again when its
        own target or warrant changed as well.
        """
        changed = {each.id for each in self.difference.claims.changed if each.reworded}
        warranted = {
            each.after.id
            for each in self.difference.links.changed
            if {Aspect.WARRANT, Aspect.TARGET} & set(each.aspects)
        }
        # An undercut is about the warrant of a step.
        changed |= {
            each.after.id
            for each in self.difference.links.changed
            if Aspect.WARRANT in each.aspects
        }
        looked_at = warranted | {link.id for link in self.difference.links.added}
        then = {self._present(link.id) for link in suspect_links(self.before)}
        marked = {link.id for link in suspect_links(self.after)} - then
        # An older id that was given to another claim moves what nobody has touched.
        marked |= {
            each.after.id
            for each in self.difference.links.changed
            if each.moved and each.before.record == each.after.record
        }
        return tuple(
            link
            for link in self.after.links.values()
            if link.id in marked
            or (link.record.wording is None and link.target in changed and link.id not in looked_at)
        )

    @cached_property
    def suspect_translations(self) -> tuple[tuple[str, str], ...]:
        """Claims of which one language was reworded and another was not, with the latter.

        Not where the translation was confirmed since.
        """
        then = set(suspect_translations(self.before))
        marked = {each for each in suspect_translations(self.after) if each not in then}
        unmarked = {
            SuspectTranslation(change.id, language)
            for change in self.difference.claims.changed
            if change.reworded
            for language in change.after.claim.root
            if language not in {each.language for each in change.reworded}
            and language not in _marks(change.after)
        }
        return tuple((each.claim, each.language) for each in sorted(marked | unmarked))

    @cached_property
    def alike(self) -> Mapping[str, tuple[Likeness, ...]]:
        """For each new claim, those that say nearly the same or the opposite."""
        found = {
            claim.id: alike(self.after, claim.claim.root, frozenset({claim.id}))
            for claim in self.difference.claims.added[:MOST_COMPARED]
        }
        return {claim: likenesses for claim, likenesses in found.items() if likenesses}

    @cached_property
    def checked(self) -> tuple[Finding, ...]:
        """What is wrong afterwards."""
        return check(self.after)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong afterwards and was not before, wherever in its file it stands, and whatever
        the file and the records are called.

        Revisions are read without what stands beside the records, so nothing is said of that.
        """
        then = Counter(self._known_by(each) for each in check(self.before))
        found = []
        for each in self.checked:
            if not each.path.startswith(RECORDS):
                continue
            key = each.known_by
            if then[key] > 0:
                then[key] -= 1
            else:
                found.append(each)
        return tuple(found)

    def _known_by(self, finding: Finding) -> tuple[str, str, str]:
        """What a finding of before is recognised by afterwards."""
        code, path, message = finding.known_by
        file = self.before.tree.by_path.get(path)
        if file is not None and path not in self.after.tree.by_path:
            kind = "claim" if file.kind == "annotation" else file.kind
            id_ = self.after.present(kind, self._renamed.get(file.id, file.id))
            path = self._paths.get((file.kind, id_, file.language), path)
        names = self._renamed
        if names:
            message = _QUOTED.sub(lambda quoted: _renamed_in(quoted[0], names), message)
        return code, path, message

    @cached_property
    def _paths(self) -> Mapping[tuple[str, str, str], str]:
        """The paths of files afterwards, by kind, id and language."""
        return {(each.kind, each.id, each.language): each.path for each in self.after.tree.files}

    def __bool__(self) -> bool:
        return bool(self.difference or self.findings)


_QUOTED = re.compile("`[^`]*`")
"""Where a message has names."""
_NAME = re.compile(rf"(?<![\w-]){ID.pattern}(?![\w-])")


def _renamed_in(text: str, names: Mapping[str, str]) -> str:
    return _NAME.sub(lambda found: names.get(found[0], found[0]), text)


def _marks(claim: Claim) -> Mapping[str, str]:
    return claim.translates.root if claim.translates is not None else {}


def review(
    root: Path,
    before: str = "HEAD",
    after: str | None = None,
    *,
    merge_base: bool = False,
    merged: bool = False,
    called: tuple[str, str] = ("", ""),
) -> Review:
    """Compare two revisions of the records below a folder; without `after`, the working tree.

    With `merge_base`, the first is where the two parted. With `merged`, the second is what
    merging the two gives. The working tree and the index are not touched. `called` are names to
    give to the two instead, where they are not empty.

    Raises:
        AnswerError: there is no repository, a revision is unknown, or the two do not merge.
    """
    if merged and after is None:
        raise AnswerError("--merged needs two revisions: what is to be merged is committed first")
    try:
        with Repository(root) as repository:
            found = _review(repository, root, before, after, merge_base, merged)
            first, second = (new or old for new, old in zip(called, found.names, strict=True))
            return replace(found, names=(first, second))
    except GitError as error:
        raise AnswerError(str(error)) from None


def _review(
    repository: Repository, root: Path, before: str, after: str | None, base: bool, merged: bool
) -> Review:
    present = KnowledgeBase.load(root)
    revisions = Revisions(repository, root, present.tree)
    old = repository.resolve(before)
    new = repository.resolve(after) if after is not None else repository.head()
    names = (before, after if after is not None else "the working tree")
    if base:
        old = repository.merge_base(old, new)
        names = (f"where {before} and {names[1]} part", names[1])
    old_commit, new_commit = _commit(repository, old), _commit(repository, new)
    state = _state(revisions, old_commit)
    if after is None:
        _complete(repository)
        return Review(names, state, present)
    if merged:
        tree = repository.merged_tree(old, new)
        new_commit = replace(new_commit, tree=tree)
        names = (before, f"{before} with {after} merged")
    return Review(names, state, _state(revisions, new_commit))


def _complete(repository: Repository) -> None:
    """Refuse a working tree of which a sparse checkout leaves out records: they are not removed."""
    if left_out := repository.left_out(RECORDS):
        others = f" and {len(left_out) - 1:,} more" if len(left_out) > 1 else ""
        raise AnswerError(
            f"this checkout is sparse and lacks {visible(left_out[0])}{others}: "
            "git sparse-checkout disable brings back what it leaves out"
        )


def _commit(repository: Repository, id_: str) -> Commit:
    found = repository.commit(id_)
    if found is None:
        raise AnswerError(f"this clone lacks the revision {id_}")
    return found


def _state(revisions: Revisions, commit: Commit) -> KnowledgeBase:
    return revisions.state(commit)
