"""New claims and links: what they come to, what is found wrong with them, and writing them."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import ValidationError

from graph.argument.kept import kept
from graph.argument.likeness import Likeness, alike
from graph.argument.lookup import unknown
from graph.argument.phrases import sentence
from graph.argument.suspect import target_mark
from graph.base import KnowledgeBase
from graph.check import Finding, Severity, check
from graph.drafting.draft import (
    Draft,
    DraftFile,
    Taken,
    draft_files,
    shortcomings,
    worded,
)
from graph.errors import AnswerError
from graph.passages import wording_mark
from graph.records import Claim, Source, Speaker
from graph.records.scalars import Record
from graph.semantics import GroundKind
from graph.store import Tree, read_file
from graph.store.amending import NotAmendableError, Remove, amend
from graph.store.saving import Writing, bytes_read, rename_folder, rewritten, save
from graph.text.nearest import did_you_mean
from graph.text.visible import visible

R = TypeVar("R", bound=Record)

_WITH_OLDER = (Claim, Source, Speaker)
"""What keeps its older ids in a file of its own name."""

SAME = 97.0
"""The similarity, of 100, from which two sentences are taken for one."""


def is_one_word(text: str) -> bool:
    """Whether a text is a single word, and so no sentence; of scripts that put no spaces between
    words that cannot be told, and is not said."""
    return len(text.split()) == 1 and text.isascii()


def no_longer_granted(kb: KnowledgeBase, files: Sequence[DraftFile]) -> tuple[str, ...]:
    """The claims that are granted, since their own text gives no reason for them, and stand by
    their reasons alone with these files in place: a reason that nobody states is read as the
    text's."""
    after = with_files(kb, files).grounds
    return tuple(
        claim
        for claim, ground in kb.grounds.items()
        if ground.kind is GroundKind.GRANTED
        and claim in after
        and after[claim].kind is GroundKind.CONCLUDED
    )


@dataclass(frozen=True)
class Drafted:
    """Files to write for one claim, what it resembles, and the findings that would be new."""

    claim: str
    files: tuple[DraftFile, ...]
    alike: tuple[Likeness, ...]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep the files from being written."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    @property
    def same(self) -> str | None:
        """The claim that says the same already; None where none does."""
        said = (each.claim for each in self.alike if each.score >= SAME and not each.opposite)
        return next(said, None)


def drafted(kb: KnowledgeBase, draft: Draft, today: str) -> Drafted:
    """What a draft comes to in a knowledge base.

    Raises:
        AnswerError: the draft lacks something, or has a value that no record can have.
    """
    missing = shortcomings(draft)
    if missing:
        raise AnswerError("; ".join(each.request for each in missing))
    if draft.id is not None and draft.id in taken_ids(kb).claims:
        raise AnswerError(f"the id {draft.id} is taken")
    if draft.debate not in kb.debates:
        raise unknown("debate", draft.debate, kb.debates)
    try:
        files = draft_files(marked(kb, draft), taken_ids(kb), today)
    except ValidationError as error:
        raise AnswerError(faults(error)) from error
    claim = files[0].path.rpartition("/")[2].removesuffix(".md")
    return Drafted(claim, files, alike(kb, draft.claim), new_findings(kb, files))


def refuse_same(kb: KnowledgeBase, outcome: Drafted) -> None:
    """Let a claim that is there already not be written again.

    Raises:
        AnswerError: a claim says the same; the message names it and the ways out.
    """
    if (same := outcome.same) is not None:
        raise AnswerError(
            f"{same} says so already: “{sentence(kb, same)}”; add a link to it "
            f"with betoog link {same} …, or write the new claim with --anyway"
        )


def marked(kb: KnowledgeBase, draft: Draft) -> Draft:
    """The draft with the languages of its debate, and with the marks of the wordings it was made
    for: of targets and of its original."""
    languages = kb.languages_of(draft.debate)
    sentences = worded(draft.claim, languages)
    original = next(iter(sentences), "")
    translates = {each: wording_mark(sentences[original]) for each in sentences if each != original}
    links = tuple(
        each.model_copy(update={"wording": target_mark(kb, each.type, each.target)})
        for each in draft.links
    )
    return draft.model_copy(
        update={"languages": languages, "links": links, "translates": translates}
    )


def filled_in(model: type[R], fields: Mapping[str, Any], called: Callable[[str], str] = str) -> R:
    """A draft, or a part of one, with these fields; for `called` see `faults`.

    Raises:
        AnswerError: a field has a value that it cannot have.
    """
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise AnswerError(faults(error, called)) from error


def faults(error: ValidationError, called: Callable[[str], str] = str) -> str:
    """What a model refused, on one line: the field, what it was given, and what it takes.

    `called` is what whoever gave a field knows it by.
    """
    said = dict.fromkeys(_fault(each, called) for each in error.errors())
    return "; ".join([*said][:5])


def _fault(error: Any, called: Callable[[str], str]) -> str:
    names = (each for each in error["loc"] if isinstance(each, str) and each != "[key]")
    field = called(".".join(names))
    given = f" “{visible(error['input'])[:80]}”" if isinstance(error["input"], str) else ""
    if error["type"] != "enum" or not given:
        return f"{field}{given}: {error['msg']}"
    words = re.findall(r"'([^']+)'", error["ctx"]["expected"])
    hint = did_you_mean(error["input"], words).replace("`", "")
    return f"{field}{given}: it is one of {', '.join(words)}" + (f": {hint}" if hint else "")


def taken_ids(kb: KnowledgeBase) -> Taken:
    """The ids that no new record can have."""
    return Taken(
        frozenset(kb.known_ids) | frozenset(kb.aliases),
        frozenset(file.id for file in kb.tree.of_kind("source")) | frozenset(kb.older["source"]),
        frozenset(file.id for file in kb.tree.of_kind("speaker")) | frozenset(kb.older["speaker"]),
    )


def new_findings(
    kb: KnowledgeBase, files: Sequence[DraftFile], gone: Collection[str] = ()
) -> tuple[Finding, ...]:
    """What check would find with these files in place, and without those of these paths, that it
    does not find now."""
    after = check(with_files(kb, files, gone))
    return tuple(each for each in after if each.known_by not in _known_now(kb))


@kept
def _known_now(kb: KnowledgeBase) -> frozenset[tuple[str, str, str]]:
    """What check finds now; a conversation holds what is drafted against it again and again."""
    return frozenset(each.known_by for each in check(kb))


def with_files(
    kb: KnowledgeBase, files: Sequence[DraftFile], gone: Collection[str] = ()
) -> KnowledgeBase:
    """The knowledge base with these files in place, and without those of these paths."""
    places = {*(each.path for each in files), *gone}
    records = [file for file in kb.tree.files if file.path not in places]
    problems = [problem for problem in kb.tree.problems if problem.path not in places]
    for path, text in files:
        record, found = read_file(path, text)
        problems += found
        records += [record] if record is not None else []
    records.sort(key=lambda file: file.path)
    # What is beside the records stays: a hand-written page may lead to one that goes.
    return KnowledgeBase(replace(kb.tree, files=tuple(records), problems=tuple(problems)))


def refuse_outside(tree: Tree, files: Sequence[DraftFile]) -> None:
    """Let nothing be written outside the claims folder, where a link of its own may lead.

    Raises:
        AnswerError: a path leads out of it.
    """
    claims = (tree.root / "claims").resolve()
    for path, _ in files:
        if not (tree.root / path).resolve().is_relative_to(claims):
            raise AnswerError(f"{visible(path)} is not in the claims folder")


def write_files(tree: Tree, files: Sequence[DraftFile]) -> None:
    """Write files, making folders as needed; one with Windows line ends or a mark of the byte
    order keeps these. The first, which may refer to the others, is written last.

    Raises:
        AnswerError: a path leads out of the claims folder.
        NotSavedError: a file cannot be written, or is not as the tree read it.
    """
    refuse_outside(tree, files)
    save(tree.root, [rewritten(tree, *each) for each in reversed(files)])


def move_files(
    tree: Tree, files: Sequence[DraftFile] = (), gone: Sequence[tuple[str, str | None]] = ()
) -> None:
    """Write files that are there otherwise, and let others go, each to a new path or for good.

    What gets a new path is there before anything names it, and goes from the old one when nothing
    does any more. An older id leads to a claim only when no other has it: that is written last.
    So all that is named is there at every moment, once.

    Raises:
        NotSavedError: a file cannot be written, or is not as the tree read it.
    """
    moves = {old: new for old, new in gone if old in tree.by_path}
    freed = {each for old in moves for each in _ids(old, tree.by_path[old].text)}
    there: list[Writing] = []
    left: list[Writing] = []
    last: list[Writing] = []
    texts = {path: tree.by_path[path].text for path in moves} | dict(files)
    for old, text in texts.items():
        whole = rewritten(tree, old, text)
        if old in moves:
            left.append(Writing(old, None, whole.before))
        if (path := moves.get(old, old)) is not None:
            first = rewritten(tree, old, _without_ids(path, text, freed)).content
            there.append(Writing(path, first, bytes_read(tree, path)))
            if first != whole.content:
                last.append(Writing(path, whole.content, first))
    writings = [*there, *left, *last]
    save(tree.root, writings)
    for old, new in gone:
        if new is not None and old not in tree.by_path:
            rename_folder(tree.root, old, new, [each.path for each in writings])


def _ids(path: str, text: str) -> frozenset[str]:
    """The ids that lead to the record of a file."""
    file, _ = read_file(path, text)
    if file is None or not isinstance(file.record, _WITH_OLDER):
        return frozenset()
    return frozenset((file.id, *file.record.aliases))


def _without_ids(path: str, text: str, ids: Collection[str]) -> str:
    """A record's text without these among its older ids, as far as it can be changed so."""
    file, _ = read_file(path, text)
    if file is None or not isinstance(file.record, _WITH_OLDER):
        return text
    aliases = file.record.aliases
    found = [index for index, each in enumerate(aliases) if each in ids]
    all_go = len(found) == len(aliases)
    changes = [Remove(("aliases",))] if all_go else [Remove(("aliases", each)) for each in found]
    try:
        return amend(path, text, changes) if found else text
    except NotAmendableError:
        return text
