"""A record as headings with headings below them, for an editor's outline."""

from bisect import bisect_right
from typing import Any, NamedTuple

from graph.base import KnowledgeBase
from graph.editor.card import sentence
from graph.store import Span
from graph.store.front_matter import Unfenced, split_front_matter
from graph.store.problem import KEY
from graph.store.yaml_reading import read_yaml

_SHOWN = ("claim", "link", "source", "id", "title")


class Heading(NamedTuple):
    """A field or an item of a list, the place of its name, and where it ends."""

    name: str
    detail: str
    span: Span
    last_line: int
    below: tuple["Heading", ...] = ()


def outline(kb: KnowledgeBase, path: str) -> tuple[Heading, ...]:
    """The fields of a record, in the order of the file; empty where it cannot be read."""
    file = kb.tree.by_path.get(path)
    if file is None or file.kind in ("annotation", "text"):
        return ()
    text, first_line, last = file.text, 1, len(file.lines)
    if path.endswith(".md"):
        parts = split_front_matter(text)
        if isinstance(parts, Unfenced):
            return ()
        text, first_line, last = parts.yaml, parts.yaml_line, parts.body_line - 2
    reading = read_yaml(text, first_line)
    if not isinstance(reading.data, dict):
        return ()
    starts = {key: reading.places[key, KEY] for key in reading.data}
    lines = sorted(each.line for each in starts.values())
    found: list[Heading] = []
    for key, span in starts.items():
        later = bisect_right(lines, span.line)
        end = lines[later] - 1 if later < len(lines) else max(last, span.line)
        value = reading.data[key]
        items: list[Heading] = []
        if isinstance(value, list):
            places = [reading.places[key, index] for index in range(len(value))]
            for index, item in enumerate(value):
                stop = places[index + 1].line - 1 if index + 1 < len(places) else end
                name = _name(item)
                items.append(
                    Heading(name, _said(kb, name), places[index], max(stop, places[index].line))
                )
        found.append(Heading(key, _detail(value), span, end, tuple(items)))
    return tuple(found)


def _detail(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _name(value)
    return ""


def _name(item: Any) -> str:
    if isinstance(item, dict):
        # A text per language is known by the first of them.
        shown = (*_SHOWN, next(iter(item), ""))
        named = next((item[each] for each in shown if isinstance(item.get(each), str)), None)
        return named or ", ".join(str(each) for each in item) or "…"
    return str(item) if item else "…"


def _said(kb: KnowledgeBase, name: str) -> str:
    return sentence(kb, kb.resolve(name)) if kb.resolve(name) in kb.claims else ""
