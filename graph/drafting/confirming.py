"""Marks of wordings put into a claim's file, leaving every other line as it stands."""

from collections.abc import Mapping
from typing import Any

import yaml

from graph.errors import BetoogError
from graph.records import Claim
from graph.records.link_types import LinkType
from graph.records.text import WordingMarks
from graph.store import FieldPath, read_file
from graph.store.front_matter import Unfenced, split_front_matter
from graph.store.layout import laid_out


class ConfirmingError(BetoogError):
    """A record into which no mark can be put safely; the message says why."""


def with_marks(
    path: str, text: str, links: Mapping[FieldPath, str], translations: Mapping[str, str]
) -> str:
    """A claim's file with these marks for its links, by field, and translations, by language.

    A file that was laid out in the canonical way still is.

    Raises:
        ConfirmingError: the file has faults, or does not read back as it should.
    """
    wanted = _marked(_claim(path, text), links, translations)
    changed = text
    for field, mark in links.items():
        changed = _set(path, changed, field, "wording", mark)
    if translations:
        changed = _translated(path, changed, translations)
    if laid_out("claim", text) == text:
        changed = laid_out("claim", changed) or changed
    if _claim(path, changed) != wanted:
        raise ConfirmingError(f"{path} is laid out in a way that a mark does not fit into")
    return changed


def _claim(path: str, text: str) -> Claim:
    file, problems = read_file(path, text)
    if file is None or problems or not isinstance(file.record, Claim):
        raise ConfirmingError(f"{path} has faults; betoog check names them")
    return file.record


def _marked(claim: Claim, links: Mapping[FieldPath, str], translations: Mapping[str, str]) -> Claim:
    changed: dict[str, Any] = {}
    for name in LinkType:
        changed[name] = tuple(
            each.model_copy(update={"wording": links.get((name, index), each.wording)})
            for index, each in enumerate(getattr(claim, name))
        )
    if translations:
        before = claim.translates.root if claim.translates is not None else {}
        changed["translates"] = WordingMarks({**before, **translations})
    return claim.model_copy(update=changed)


def _root(path: str, text: str) -> tuple[Any, int]:
    """The fields as a node, and where the front matter begins in the text."""
    parts = split_front_matter(text)
    if isinstance(parts, Unfenced):
        raise ConfirmingError(f"{path} has no front matter")
    return yaml.compose(parts.yaml, Loader=yaml.CSafeLoader), text.index("\n") + 1


def _translated(path: str, text: str, translations: Mapping[str, str]) -> str:
    root, start = _root(path, text)
    fields = {key.value: value for key, value in root.value}
    if "translates" in fields:
        for language, mark in translations.items():
            text = _set(path, text, ("translates",), language, mark)
        return text
    marks = ", ".join(f"{language}: {mark}" for language, mark in translations.items())
    place = _line_end(text, start + _last(fields["claim"]))
    return f"{text[:place]}\ntranslates: {{{marks}}}{text[place:]}"


def _set(path: str, text: str, field: FieldPath, name: str, value: str) -> str:
    """One field of a mapping gets this value, in its place or behind the last."""
    node, start = _root(path, text)
    for step in field:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(item for key, item in node.value if key.value == step)
    for key, item in node.value:
        if key.value == name:
            begin, end = start + item.start_mark.index, start + item.end_mark.index
            space = "" if text[begin - 1].isspace() else " "
            return f"{text[:begin]}{space}{value}{text[end:]}"
    last = start + _last(node.value[-1][1])
    if node.flow_style:
        return f"{text[:last]}, {name}: {value}{text[last:]}"
    place = _line_end(text, last)
    indent = " " * node.value[0][0].start_mark.column
    return f"{text[:place]}\n{indent}{name}: {value}{text[place:]}"


def _last(node: Any) -> int:
    """Where a node ends, without the white space and comments that its last mark takes in."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _last(last[1] if isinstance(last, tuple) else last)


def _line_end(text: str, place: int) -> int:
    """The end of the line on which something ends; a comment behind it stays with it."""
    while text[place - 1].isspace():
        place -= 1
    return text.index("\n", place)
