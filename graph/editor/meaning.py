"""What the fields of records mean, and the words that they take, where these stand in a record.

Kinds are told in the language of the records; what the models say of fields is in English.
"""

from typing import NamedTuple

from graph.base import KnowledgeBase
from graph.editor.card import plain, words_of
from graph.editor.completion import field_at
from graph.records import Kind
from graph.records.descriptions import descriptions
from graph.records.kinds import RECORD_KINDS, choices_in
from graph.store import FieldPath, Span
from graph.store.problem import KEY
from graph.words.language import Language


class Meaning(NamedTuple):
    """What is said of what stands at a place, in Markdown."""

    said: str
    span: Span


def meaning_at(kb: KnowledgeBase, path: str, line: int, column: int) -> Meaning | None:
    """The meaning of a field whose name stands at a position, or of the word it has there."""
    file = kb.tree.by_path.get(path)
    if file is None or file.kind not in RECORD_KINDS:
        return None
    here = [
        (way, span)
        for way, span in file.places.items()
        if way and span.line == line and span.column <= column <= span.end_column
    ]
    named = next((each for each in here if each[0][-1] == KEY), None)
    way, span = named or max(here, key=lambda each: len(each[0]), default=((), Span(1, 1, 2)))
    words = words_of(kb)
    if named:
        said = _field(words, file.kind, way[:-1])
    else:
        said = _word(words, file.kind, way, file.lines, span)
    return Meaning(said, span) if said else None


def _names(way: FieldPath) -> list[str]:
    return [each for each in way if isinstance(each, str)]


def _field(words: Language, kind: str, way: FieldPath) -> str:
    """What the models say of a field."""
    names = _names(way)
    model, info = field_at(RECORD_KINDS[kind].model, names)
    if model is None or info is None:
        return ""
    own = next(own for own, each in model.model_fields.items() if each is info)
    description = descriptions(model).get(own)
    if description is None:
        return ""
    said = f"**{plain(names[-1])}**: {' '.join(description.split())}"
    if info.annotation is Kind:
        return "\n".join([said, "", *(f"- {_kind(words, each)}" for each in Kind)])
    choices = choices_in(info.annotation)
    return f"{said}\n\nOne of {', '.join(f'`{each}`' for each in choices)}." if choices else said


def _word(words: Language, kind: str, way: FieldPath, lines: list[str], span: Span) -> str:
    """What a word means that a field takes of a few."""
    _, info = field_at(RECORD_KINDS[kind].model, _names(way))
    word = lines[span.line - 1][span.column - 1 : span.end_column - 1].strip("'\"")
    if info is None or word not in choices_in(info.annotation):
        return ""
    return _kind(words, Kind(word)) if info.annotation is Kind else _field(words, kind, way)


def _kind(words: Language, kind: Kind) -> str:
    """A kind of claim, in words."""
    return f"**{kind.value}**: {words.t(f'add.kinds.{kind.value}')}"
