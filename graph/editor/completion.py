"""What can be written at a position: ids by their words, names of fields, values of a list."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from graph.argument.likeness import matching
from graph.argument.phrases import worded
from graph.base import KnowledgeBase
from graph.editor.card import card, sentence
from graph.editor.cursor import Spot, spot
from graph.editor.skeleton import skeleton
from graph.records import KeywordLists, Kind, LocalizedText
from graph.records.descriptions import descriptions
from graph.records.kinds import RECORD_KINDS, choices_in, model_in
from graph.records.link_types import LinkType
from graph.records.naming_fields import NAMING_FIELDS
from graph.store import Span
from graph.store.front_matter import Unfenced, split_front_matter
from graph.store.writing import field_order

_MOST = 50
_JOINING = {each.traits.scheme: each.traits.joining for each in LinkType if each.traits.scheme}


class Proposal(NamedTuple):
    """One thing that can be written.

    `kind` is that of a record, or `link`, `field` or `value`; `filter` holds the words by
    which it is found.
    """

    label: str
    kind: str
    text: str
    detail: str
    filter: str


class Completion(NamedTuple):
    """What can take the place of a span; `partial` where more typing can bring others."""

    span: Span
    proposals: tuple[Proposal, ...]
    partial: bool = False


def completion(kb: KnowledgeBase, path: str, line: int, column: int) -> Completion | None:
    """What can be written at a position of a record; None where nothing is known to fit."""
    file = kb.tree.by_path.get(path)
    kind = RECORD_KINDS.get(file.kind) if file is not None else None
    if file is None or kind is None or not 0 < line <= len(file.lines):
        return None
    if not file.text.strip():
        if not (said := skeleton(kb, file.kind, file.debate)):
            return None
        span = Span(line, 1, len(file.lines[line - 1]) + 1)
        begun = Proposal(f"A new {file.kind}", "skeleton", said, "its fields, to fill in", "")
        return Completion(span, (begun,))
    if not _in_fields(file.text, path, line):
        return None
    here = spot(file.lines, line, column)
    if here is None:
        return None
    text = file.lines[line - 1]
    end = column
    while end <= len(text) and (text[end - 1].isalnum() or text[end - 1] in "-_"):
        end += 1
    proposals, partial = _proposals(kb, kind.model, here)
    return Completion(Span(line, here.begin, end), tuple(proposals), partial)


def documentation(kb: KnowledgeBase, kind: str, label: str) -> str:
    """What a proposal stands for, in Markdown; empty where its detail says all."""
    return card(kb, kind, label)


def _in_fields(text: str, path: str, line: int) -> bool:
    if not path.endswith(".md"):
        return True
    parts = split_front_matter(text)
    if isinstance(parts, Unfenced):
        return text.startswith("---") and line > 1
    return 1 < line < parts.body_line - 1


def _proposals(
    kb: KnowledgeBase, model: type[BaseModel], here: Spot
) -> tuple[list[Proposal], bool]:
    owner, field = field_at(model, here.fields)
    naming = _naming(model, here.fields, field)
    if naming and (here.named or here.item):
        found = list(_records(kb, naming))
        if " " not in here.typed.strip():
            return found, False
        # Words are looked for here: an editor would stop at the first space.
        by_id = {each.label: each for each in found}
        if naming in ("claim", "question"):
            fitting = [each for each in matching(kb, here.typed, _MOST) if each in by_id]
        else:
            words = here.typed.casefold().split()
            fitting = [
                id_
                for id_, each in by_id.items()
                if all(word in each.filter.casefold() for word in words)
            ]
        return [
            by_id[each]._replace(filter=f"{here.typed} {by_id[each].filter}") for each in fitting
        ], True
    if here.named and field is not None:
        return list(_values(field)), False
    inner = owner if field is None else model_in(field.annotation)
    if inner is None or here.named:
        return [], False
    return list(_names(kb, inner)), False


def field_at(
    model: type[BaseModel], fields: Sequence[str]
) -> tuple[type[BaseModel] | None, FieldInfo | None]:
    """The model that holds the last of the fields, and the field itself."""
    owner: type[BaseModel] | None = model
    field: FieldInfo | None = None
    for place, name in enumerate(fields, 1):
        if owner is None:
            return None, None
        field = next(
            (info for own, info in owner.model_fields.items() if name == (info.alias or own)), None
        )
        if field is None:
            return None, None
        inner = model_in(field.annotation)
        if place < len(fields):
            owner = inner
    return owner, field


def _naming(model: type[BaseModel], fields: tuple[str, ...], field: FieldInfo | None) -> str:
    """The kind of record that a field names, empty for other fields."""
    if field is None or model_in(field.annotation) is not None:
        return ""
    kind = next((name for name, each in RECORD_KINDS.items() if each.model is model), "")
    return NAMING_FIELDS.get(kind, {}).get(fields, "")


def _records(kb: KnowledgeBase, naming: str) -> Iterator[Proposal]:
    if naming in ("claim", "question"):
        for claim in kb.claims.values():
            if naming == "question" and claim.kind is not Kind.QUESTION:
                continue
            detail = sentence(kb, claim.id)
            words = " ".join(
                (claim.id, *claim.claim.root.values(), *claim.topics, *(claim.keywords or ()))
            )
            yield Proposal(claim.id, "claim", claim.id, detail, words)
    elif naming == "link":
        # Not those that miss an end: a name that is being typed is no step yet.
        for link in kb.links.values():
            ends = f"{sentence(kb, link.claim)} → {sentence(kb, link.target)}"
            yield Proposal(link.id, "link", link.id, ends, f"{link.id} {ends}")
    elif naming == "source":
        for source in kb.sources.values():
            yield Proposal(
                source.id, "source", source.id, source.title, f"{source.id} {source.title}"
            )
    elif naming == "speaker":
        for speaker in kb.speakers.values():
            name = worded(speaker.name)
            yield Proposal(speaker.id, "speaker", speaker.id, name, f"{speaker.id} {name}")
    else:
        for scheme in kb.schemes.values():
            name = worded(scheme.name)
            # A scheme may be what tells a type of link from others in its field.
            joining = _JOINING.get(scheme.id)
            detail = f"{name}: {joining}" if joining else name
            yield Proposal(scheme.id, "scheme", scheme.id, detail, f"{scheme.id} {detail}")


def _values(field: FieldInfo) -> Iterator[Proposal]:
    flag = ("true", "false") if field.annotation is bool else ()
    for value in choices_in(field.annotation) or flag:
        yield Proposal(value, "value", value, "", value)


def _names(kb: KnowledgeBase, model: type[BaseModel]) -> Iterator[Proposal]:
    if model in (LocalizedText, KeywordLists):
        there = {each for claim in kb.claims.values() for each in claim.claim.root}
        for language in (*kb.languages, *sorted(there - set(kb.languages))):
            yield Proposal(language, "field", f"{language}: ", "", language)
        return
    for own in field_order(model):
        info = model.model_fields[own]
        name = info.alias or own
        if name == "id" and any(model is each.model for each in RECORD_KINDS.values()):
            continue
        yield Proposal(name, "field", f"{name}: ", descriptions(model).get(own, ""), name)
