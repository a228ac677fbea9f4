"""Bringing the records of a bundle into a knowledge base: all of them, or none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph.argument.likeness import same_sentences
from graph.argument.suspect import target_mark, translation_marks
from graph.base import KnowledgeBase
from graph.check import Finding, Severity
from graph.drafting.draft import DraftFile
from graph.drafting.writing import new_findings, refuse_outside
from graph.exchange.bundles.arrivals import Arrival, Arriving, merged
from graph.exchange.bundles.columns import names_beside
from graph.exchange.bundles.entry import BODIES, BODY, Bundle
from graph.exchange.bundles.naming import named
from graph.exchange.bundles.ordering import named_first
from graph.exchange.bundles.quotations import with_places
from graph.exchange.bundles.rooting import rooted
from graph.exchange.bundles.unlabelled import with_languages
from graph.records import Claim
from graph.records.link_types import LINK_FIELDS, type_of
from graph.records.text import WordingMarks
from graph.store import FieldPath, Span, Tree
from graph.store.problem import KEY
from graph.store.saving import rewritten, save_together
from graph.text.nearest import did_you_mean


@dataclass(frozen=True)
class Record:
    """A record that a bundle brings: its kind, id and path, and the row and line it stands on."""

    kind: str
    id: str
    path: str
    row: int
    line: int


@dataclass(frozen=True)
class BroughtIn:
    """What a bundle comes to: the records that are new, those that are there already, the files,
    and what is found in the bundle or, with it in place, in other files."""

    bundle: Bundle
    new: tuple[Record, ...]
    there: tuple[Record, ...]
    files: tuple[DraftFile, ...]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep everything from being written."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)


def brought_in(
    kb: KnowledgeBase,
    bundle: Bundle,
    debate: str | None = None,
    anyway: bool = False,
    texts: Path | None = None,
) -> BroughtIn:
    """What a bundle comes to in a knowledge base; claims that say no debate are for this one.

    A record with an id is taken as it is. A claim without one is completed as a new one is, with
    the marks of the words it was made for. One that is there with the same words is left as it is.
    Unless `anyway`, a claim that says what another says is an error. Texts of claims that name no
    language are in the first of the debate. Quotations are sought in the texts that are published
    here, and in a folder of `texts`.

    Raises:
        AnswerError: there is no such debate.
    """
    bundle = with_languages(kb, bundle, debate)
    names = named(kb, bundle)
    bundle = with_places(kb, bundle, names, texts)
    arriving = Arriving(kb, bundle, names, debate)
    roots = rooted(kb, bundle, _completed(kb, arriving.arrivals))
    arrivals = roots.arrivals
    there = {each.path: each for each in arrivals if _is_there(kb, each)}
    new = [each for each in arrivals if each.path not in there]
    findings = [*bundle.findings, *names.findings, *arriving.findings, *roots.findings]
    findings += _taken(kb, bundle, new)
    files = (*_files(kb, new), *roots.changed)
    findings += _found(kb, bundle, new, files)
    findings += _same(kb, bundle, new, anyway)
    return BroughtIn(
        bundle,
        tuple(map(_record, new)),
        tuple(map(_record, there.values())),
        files,
        tuple(sorted(set(findings))),
    )


def write_all(tree: Tree, files: Sequence[DraftFile]) -> None:
    """Write files, all or none.

    Raises:
        AnswerError: a path leads out of the claims folder.
        NotSavedError: one cannot be written, or is not as the tree read it; all are as they were.
    """
    refuse_outside(tree, files)
    save_together(tree.root, [rewritten(tree, *each) for each in files])


def _files(kb: KnowledgeBase, new: Iterable[Arrival]) -> Iterator[DraftFile]:
    """The files as they are written: what is named comes before what names it."""
    by_path = {each.path: each for each in new}
    for path in named_first(merged(kb, (each.file for each in by_path.values())), by_path):
        yield DraftFile(path, by_path[path].text)
        yield from (DraftFile(*each) for each in by_path[path].annotations.values())


def _record(arrival: Arrival) -> Record:
    entry = arrival.entry
    return Record(entry.kind, arrival.id, arrival.path, entry.row, entry.place().line)


def _completed(kb: KnowledgeBase, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """The arrivals as they are written, drafts with the marks of the words they are made for."""
    whole = merged(kb, (each.file for each in arrivals))
    return [_as_written(whole, each) for each in arrivals]


def _as_written(kb: KnowledgeBase, arrival: Arrival) -> Arrival:
    record = arrival.record
    if isinstance(record, Claim) and arrival.is_draft:
        record = _marked(kb, record)
    return arrival if record is None else arrival.of(record)


def _marked(kb: KnowledgeBase, claim: Claim) -> Claim:
    marked: dict[str, object] = {}
    for field in LINK_FIELDS:
        steps = getattr(claim, field)
        marked[field] = tuple(
            each
            if each.wording is not None
            else each.model_copy(
                update={"wording": target_mark(kb, type_, getattr(each, type_.names))}
            )
            for each in steps
            for type_ in (type_of(field, each.scheme),)
        )
    if claim.translates is None and (marks := translation_marks(claim)):
        marked["translates"] = WordingMarks(marks)
    return claim.model_copy(update=marked)


def _is_there(kb: KnowledgeBase, arrival: Arrival) -> bool:
    """Whether the knowledge base has the very record, with its annotations."""
    path = kb.paths.get((arrival.entry.kind, arrival.id))
    if path is None or arrival.file is None or not arrival.sound:
        return False
    known = kb.tree.by_path[path]
    bodies = (known.body.strip("\n"), arrival.file.body.strip("\n"))
    return (
        known.record == arrival.file.record
        and bodies[0] == bodies[1]
        and all(
            kb.bodies.get((arrival.id, language), "").strip("\n") == text.strip("\n")
            for language, (_, text) in arrival.annotations.items()
        )
    )


def _taken(kb: KnowledgeBase, bundle: Bundle, new: Iterable[Arrival]) -> Iterator[Finding]:
    """The ids that are taken by other records."""
    ids = {(each.kind, each.id): each.path for each in reversed(kb.tree.files)}
    for each in new:
        kind, id_ = each.entry.kind, each.id
        path = ids.get((kind, kb.present(kind, id_)))
        if path is not None:
            field = next((name for name in ("id", "label") if name in each.entry.fields), "claim")
            said = f"the id `{id_}` is taken: {path} has another record"
            help_ = "give it another id, or leave out the row; a record is changed in its file"
            yield bundle.fault("I103", each.entry.place((field,)), said, help_)


def _found(
    kb: KnowledgeBase, bundle: Bundle, new: Sequence[Arrival], files: Sequence[DraftFile]
) -> Iterator[Finding]:
    """What a check finds with the files in place and does not find now, where it stands in the
    bundle. What is found of an id that two records have, or of two that say the same, is told
    otherwise."""
    ours = {each.path: (each, ()) for each in new}
    annotated = {
        path: (each, (BODIES, language))
        for each in new
        for language, (path, _) in each.annotations.items()
    }
    for finding in new_findings(kb, files):
        if finding.code in ("I103", "A402"):
            continue
        arrival, field = (ours | annotated).get(finding.path, (None, ()))
        if arrival is None:
            yield finding
            continue
        way, key = (field, False) if field else _way(arrival, finding)
        if any(way[: len(each)] == each for each in arrival.blamed):
            continue
        span = arrival.entry.place(way, key)
        yield replace(
            finding,
            path=bundle.name,
            line=span.line,
            column=span.column,
            end_column=span.end_column,
            help=_help(arrival, way, finding),
            claim=None,
            fix=None,
            ways=(),
        )


def _help(arrival: Arrival, way: FieldPath, finding: Finding) -> str:
    """The way out of what was found; an unknown field may be meant for one of a bundle only."""
    if finding.code != "F101" or arrival.entry.kind != "claim" or not way:
        return finding.help
    return did_you_mean(str(way[-1]), names_beside(way)) or finding.help


def _way(arrival: Arrival, finding: Finding) -> tuple[FieldPath, bool]:
    """The field of a record in which something was found, and whether it is about its name."""
    file = arrival.file
    if file is None:
        return (), False
    if file.kind == "claim" and finding.line >= file.body_line > 1:
        return (BODY,), False
    wanted = Span(finding.line, finding.column, finding.end_column)
    best: FieldPath = ()
    fit = 0
    for way, span in file.places.items():
        if span.line == wanted.line and span.column <= wanted.column < span.end_column:
            # The span itself, or what begins where it does, or what it is within.
            here = 3 if span == wanted else 2 if span.column == wanted.column else 1
            if here >= fit:
                best, fit = way, here
    return (best[:-1], True) if best[-1:] == (KEY,) else (best, False)


def _same(
    kb: KnowledgeBase, bundle: Bundle, new: Sequence[Arrival], anyway: bool
) -> Iterator[Finding]:
    """The claims of the bundle that say what others say, in the same words."""
    ours = {each.id: each for each in new if each.entry.kind == "claim"}
    severity = Severity.WARNING if anyway else Severity.ERROR
    otherwise = "" if anyway else "; or write both with --anyway"
    for claim, language, other in same_sentences(merged(kb, (each.file for each in new))):
        rows = sorted(
            (each for each in (claim, other) if each in ours), key=lambda each: ours[each].entry.row
        )
        if not rows:
            continue
        own = rows[-1]
        that = other if own == claim else claim
        entry = ours[own].entry
        where = f"row {ours[that].entry.row}" if that in ours else f"`{that}`"
        help_ = f"leave it out, and name `{that}` where it is named{otherwise}"
        span = entry.place(("claim", language))
        said = f"{where} says the same"
        yield Finding("A402", severity, bundle.name, *span, said, help_, own)
