"""Taking a record out of the knowledge base, with what names it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.argument.lookup import find_record
from graph.argument.occurrence import Occurrence, occurrences
from graph.base import KnowledgeBase
from graph.base.collected import grouped
from graph.check import Finding, Severity
from graph.drafting.draft import DraftFile
from graph.drafting.linking import with_changes
from graph.drafting.renaming import record_files
from graph.drafting.taking_over import gists_taken_over, taken_over
from graph.drafting.writing import new_findings
from graph.errors import AnswerError
from graph.records.claim import RELATIONS
from graph.store import FieldPath
from graph.store.amending import Append, Change, NotAmendableError, Remove, Rename, Set, amend
from graph.store.comments import remarks

REMOVABLE = ("claim", "source", "speaker")
"""The kinds of record that can be removed by a command: a debate is a folder, a theme some lines
of a debate's record."""


@dataclass(frozen=True)
class Removal:
    """What removing a record comes to: the files that go, those that are written otherwise, the
    links that go with it, those that another claim takes over, by their new names, what else the
    claim in its place does not take over, the places that would still name it, and the findings
    that would be new."""

    kind: str
    id: str
    gone: tuple[str, ...]
    files: tuple[DraftFile, ...]
    links: tuple[str, ...]
    taken_over: tuple[str, ...]
    dropped: tuple[str, ...]
    named: tuple[Occurrence, ...]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep it from being removed."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)


def removal(
    kb: KnowledgeBase, kind: str, id_: str, *, links: bool = False, instead: str | None = None
) -> Removal:
    """What it takes to remove a record of a kind of `REMOVABLE`.

    With `links` the steps to and from a claim go too, with what undercuts them, and it goes from
    among theses, roots and relations; a step that it carries together with others stays, and
    names it. With `instead` another record of its kind is named in its place everywhere, its id
    leads to the other, and a claim takes over its steps, relations and passages.

    Raises:
        AnswerError: there is no such record, or the other is none or the same.
        NotAmendableError: a record that names it cannot be changed.
    """
    present = find_record(kb, kind, id_)
    gone = record_files(kb, kind, present)
    places = sorted(
        each
        for each in occurrences(kb, None, kind, present)
        if each.path not in gone and not each.own
    )
    changes: dict[str, list[Change]] = {}
    steps: dict[str, None] = {}
    over: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    if instead is not None:
        other = find_record(kb, kind, instead)
        if other == present:
            raise AnswerError(f"{other} cannot take its own place")
        for each in places:
            changes.setdefault(each.path, []).append(Rename(each.field, each.id, other))
        there = kb.by_kind[kind][other].aliases
        older = dict.fromkeys((present, *kb.by_kind[kind][present].aliases))
        more = [each for each in older if each not in (other, *there)]
        changes.setdefault(kb.paths[kind, other], []).extend(
            [Append(("aliases",), each) for each in more]
            if there
            else [Set(("aliases",), tuple(more))]
        )
        if kind == "claim":
            found = taken_over(kb, present, other)
            changes[kb.paths[kind, other]].extend(found.changes)
            over, dropped = found.links, found.dropped
            steps = dict.fromkeys(found.lost)
        elif kind == "source":
            changes[kb.paths[kind, other]].extend(gists_taken_over(kb, present, other))
    elif links:
        steps = dict.fromkeys(_steps_with(kb, present)) if kind == "claim" else {}
        for path, field in _goes(kb, places, steps):
            changes.setdefault(path, []).append(Remove(field))
    elif kind == "claim":
        # Nothing has to be changed for them: they stand in its own record.
        steps = dict.fromkeys(link.id for link in kb.all_links if link.claim == present)
    files = tuple(
        DraftFile(path, amended(kb, path, wanted))
        for path, wanted in sorted(changes.items())
        if path not in gone
    )
    changed = {(path, each.path) for path, wanted in changes.items() for each in wanted}
    named = tuple(
        each
        for each in places
        if not any(each.path == path and each.field[: len(at)] == at for path, at in changed)
    )
    return Removal(
        kind, present, gone, files, tuple(steps), over, dropped, named,
        new_findings(kb, files, gone),
    )  # fmt: skip


def _steps_with(kb: KnowledgeBase, claim: str) -> tuple[str, ...]:
    """The links from a claim and to it, with what undercuts these."""
    own = (link.id for link in kb.all_links if claim in (link.claim, link.target))
    return with_what_undercuts(kb, own)


def with_what_undercuts(kb: KnowledgeBase, steps: Iterable[str]) -> tuple[str, ...]:
    """These links, then those that undercut one of them, those that undercut these, and so on."""
    undercuts = grouped((link.target, link.id) for link in kb.all_links if link.type.at_link)
    found = list(dict.fromkeys(steps))
    known = set(found)
    for step in found:
        new = [each for each in dict.fromkeys(undercuts.get(step, ())) if each not in known]
        known.update(new)
        found += new
    return tuple(found)


def _goes(
    kb: KnowledgeBase, places: list[Occurrence], steps: dict[str, None]
) -> Iterator[tuple[str, FieldPath]]:
    """The items of lists that go with a claim: a record's path, and the field."""
    for link in kb.all_links:
        if link.id in steps:
            yield kb.paths["claim", link.claim], link.field
    for each in places:
        if each.field[0] in RELATIONS:
            yield each.path, each.field
            continue
        listed = each.field[0] == "theses" or each.field[-2:-1] in (("roots",), ("claims",))
        # A debate has a thesis, a theme a root, a finding what bears it out and an outcome what
        # decides it: the last one stays, and names it.
        if listed and _length(kb, each.path, each.field[:-1]) > 1:
            yield each.path, each.field


def amended(kb: KnowledgeBase, path: str, wanted: Sequence[Change]) -> str:
    """A file's text with changes made; a list that would be left empty goes altogether."""
    text = kb.tree.by_path[path].text
    # What is added may be a whole step, which no dictionary takes for a key.
    added = [each for each in wanted if isinstance(each, Append)]
    others = dict.fromkeys(each for each in wanted if not isinstance(each, Append))
    removed: dict[FieldPath, int] = {}
    for each in others:
        if isinstance(each, Remove):
            removed[each.path[:-1]] = removed.get(each.path[:-1], 0) + 1
    emptied = {above for above, number in removed.items() if number == _length(kb, path, above)}
    changes: dict[Change, None] = {}
    for each in others:
        if isinstance(each, Remove) and each.path[:-1] in emptied:
            changes[Remove(each.path[:-1])] = None
        else:
            changes[each._replace(path=kb.tree.in_file(path, each.path))] = None
    try:
        text = amend(path, text, changes)
        for one in added:
            text = with_changes(path, text, [one])
        return text
    except NotAmendableError as error:
        if removed and remarks(path, text):
            reason = "has a comment where something would go: take that out by hand"
            raise NotAmendableError(path, reason) from error
        raise


def _length(kb: KnowledgeBase, path: str, field: FieldPath) -> int:
    """How many items a list of a record has in its file, those included that were not read."""
    file = kb.tree.by_path[path]
    value: object = file.record
    for step in field:
        value = value[step] if isinstance(step, int) else getattr(value, str(step))  # type: ignore[index]
    dropped = len(file.dropped.get(str(field[0]), ())) if len(field) == 1 else 0
    return len(value) + dropped  # type: ignore[arg-type]
