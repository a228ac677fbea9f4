"""Links in notes and on hand-written pages to the pages of records."""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from graph.base import KnowledgeBase
from graph.records.scalars import is_well_formed_id
from graph.store.front_matter import FrontMatter, split_front_matter
from graph.store.markdown_links import links_within
from graph.store.problem import Fault, Span

_KINDS = {"claims": "claim", "sources": "source", "speakers": "speaker"}
"""What has a page of its own below these folders of the site."""


class WrittenLink(NamedTuple):
    """A link, where it stands, and the kind and the id of the record whose page it leads to."""

    path: str
    span: Span
    kind: str
    id: str


class NoteLink(NamedTuple):
    """A link in a note: its file, where it stands there, the claim on whose page the note is read,
    the language of the note, empty for that of all, and the place as it is written."""

    path: str
    span: Span
    claim: str
    language: str
    place: str


def note_links(kb: KnowledgeBase) -> Iterator[NoteLink]:
    """The links in notes to places of the site."""
    for file in (*kb.tree.of_kind("claim"), *kb.tree.of_kind("annotation")):
        begin, markdown = 1, file.text
        if file.kind == "claim":
            parts = split_front_matter(file.text)
            if not isinstance(parts, FrontMatter):
                continue
            markdown, begin = parts.body, parts.body_line
        for link in links_within(markdown, begin):
            yield NoteLink(file.path, link.span, file.id, file.language, link.place)


def written_links(kb: KnowledgeBase) -> Iterator[WrittenLink]:
    """The links to pages of records, whether these are there or not; those to hand-written pages
    that stand beside them are none."""
    own = frozenset(_own_pages(kb))
    for path, place, span in _places(kb):
        found = record_at(place)
        if found is not None and found not in own:
            yield WrittenLink(path, span, *found)


def _places(kb: KnowledgeBase) -> Iterator[tuple[str, str, Span]]:
    """The files with links, whereto these lead on the site, and where they stand."""
    for problem in kb.tree.beside:
        if problem.fault is Fault.LINK:
            folder = posixpath.dirname(problem.path.partition("/")[2])
            yield problem.path, posixpath.join(folder, problem.found), problem.span
    for note in note_links(kb):
        yield note.path, posixpath.join(f"claims/{note.claim}", note.place), note.span


def _own_pages(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """The hand-written pages that stand where one of a record could."""
    for problem in kb.tree.beside:
        if problem.fault is Fault.OWN_PAGE:
            _, folder, name, *_ = problem.path.split("/")
            yield _KINDS[folder], name.partition(".")[0]


def record_at(place: str) -> tuple[str, str] | None:
    """The kind and the id of the record whose page is at a place of the site; None where there is
    another page, or none of the site."""
    parts = posixpath.normpath(place).split("/")
    # The pages in the site's other languages stand below a folder for each.
    if len(parts) > 2 and parts[0] not in _KINDS and parts[1] in _KINDS:
        parts = parts[1:]
    if len(parts) < 2 or parts[0] not in _KINDS or not is_well_formed_id(parts[1]):
        return None
    return _KINDS[parts[0]], parts[1]
