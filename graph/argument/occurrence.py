"""Every place where an id stands in a record, and what stands at a position."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.argument.mentions import mentions
from graph.base import KnowledgeBase
from graph.records import ClaimLink
from graph.records.kinds import RECORD_KINDS
from graph.records.scalars import ID
from graph.store import FieldPath, Span

_FIELD_WITH_ID = re.compile(r"(?:^|[\s{,-])(source|speaker|scheme)\s*:\s*[^\s:]*\Z")


class Occurrence(NamedTuple):
    """An id at a place; `kind` is claim, source, speaker, scheme or link.

    `own` where it stands in its own record, as its id or an older one; `field` is that of the
    record in which it stands, if that is known.
    """

    path: str
    span: Span
    kind: str
    id: str
    own: bool = False
    field: FieldPath = ()


class _Named(NamedTuple):
    path: str
    field: FieldPath
    kind: str
    id: str
    own: bool = False


def occurrences(
    kb: KnowledgeBase, path: str | None = None, kind: str = "", id_: str = ""
) -> Iterator[Occurrence]:
    """The places in one file or in all, of everything or of one record, by any of its ids."""
    for each in _named(kb):
        if path is not None and each.path != path:
            continue
        if id_ and (each.kind != kind or kb.present(each.kind, each.id) != id_):
            continue
        span = _within(kb, each)
        yield Occurrence(each.path, span, each.kind, each.id, each.own, each.field)


def occurrence_at(kb: KnowledgeBase, path: str, line: int, column: int) -> Occurrence | None:
    """What is named at a position; at the name of a record's title, the record itself."""
    for each in occurrences(kb, path):
        if each.span.line == line and each.span.column <= column <= each.span.end_column:
            return each
    file = kb.tree.by_path.get(path)
    if file is None:
        return None
    if file.kind in ("claim", "source", "speaker"):
        span = kb.tree.span(path, (RECORD_KINDS[file.kind].title,), key=True)
        if file.record is not None and (
            span.line == line and span.column <= column <= span.end_column
        ):
            return Occurrence(path, span, file.kind, file.id, True)
    return _guess(kb, path, line, column) if path in kb.tree.broken_paths else None


def definition(kb: KnowledgeBase, kind: str, id_: str) -> tuple[str, Span] | None:
    """Where the record of an id begins; of a link, where it is made."""
    if kind == "link":
        link = next((each for each in kb.all_links if each.id == id_), None)
        if link is None:
            return None
        path = kb.paths["claim", link.claim]
        return path, kb.tree.span(path, link.field)
    path = kb.paths.get((kind, kb.present(kind, id_)), "")
    if path:
        return path, kb.tree.span(path, (RECORD_KINDS[kind].title,), key=True)
    # A file of which no record came about can be gone to all the same.
    files = (each.path for each in kb.tree.of_kind(kind) if each.id == id_)
    return next(((path, Span(1, 1, 1)) for path in files), None)


def _named(kb: KnowledgeBase) -> Iterator[_Named]:
    for mention in mentions(kb):
        yield _Named(*mention)
    link_ids = {link.record.id for link in kb.all_links if link.record.id is not None}
    for claim in kb.claims.values():
        path = kb.paths["claim", claim.id]
        for type_, index, step in claim.steps:
            if isinstance(step, ClaimLink):
                continue
            field = (type_.field, index, "link")
            if step.link in link_ids:
                yield _Named(path, field, "link", step.link)
            else:
                for id_ in dict.fromkeys(ID.findall(step.link)):
                    yield _Named(path, field, "claim", id_)
    for kind in ("claim", "source", "speaker"):
        for id_, record in kb.by_kind[kind].items():
            for index, older in enumerate(record.aliases):
                yield _Named(kb.paths[kind, id_], ("aliases", index), kind, older, True)
    for file in kb.tree.files:
        if file.stated_id and file.record is not None:
            yield _Named(file.path, ("id",), file.kind, file.stated_id, True)


def _within(kb: KnowledgeBase, named: _Named) -> Span:
    """Where exactly the id stands in its field: within quotes, or in the name of a link. Where it
    stands there in other letters, or on another line than that on which the field begins, the
    whole field."""
    span = kb.tree.span(named.path, named.field)
    lines = kb.tree.by_path[named.path].lines
    text = "".join(lines[span.line - 1 : span.line])[span.column - 1 : span.end_column - 1]
    for match in ID.finditer(text):
        if match[0] == named.id:
            begin = span.column + match.start()
            return Span(span.line, begin, begin + len(named.id))
    return span


def _guess(kb: KnowledgeBase, path: str, line: int, column: int) -> Occurrence | None:
    """The id around a position of a file that cannot be read as it stands."""
    lines = kb.tree.by_path[path].lines
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    for match in ID.finditer(text):
        if not match.start() < column <= match.end() + 1:
            continue
        field = _FIELD_WITH_ID.search(text[: match.end()])
        kind = field[1] if field else "claim"
        if definition(kb, kind, match[0]) or (kind == "scheme" and match[0] in kb.schemes):
            span = Span(line, match.start() + 1, match.end() + 1)
            return Occurrence(path, span, kind, match[0])
    return None
