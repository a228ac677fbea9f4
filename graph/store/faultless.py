"""YAML in which there is nothing to complain of, taken in quickly: that is nearly all there is.

What is read is the same as where faults are looked for, node by node and with the way to each.
Where anything at all might be one, nothing is read here.
"""

from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from graph.records import limits
from graph.store.syntax import unprintable
from graph.store.yaml_nodes import DEEPEST

EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
"""The plain scalars that stand for nothing."""


class Faultless(NamedTuple):
    """Plain data, and how many items there are in its lists."""

    data: Any
    items: int


class _Doubt(Exception):  # noqa: N818 - no error: the file is read the slower way
    """Something here may be a fault."""


def faultless(text: str) -> Faultless | None:
    """What a YAML text without old breaks holds; None where something in it may be a fault."""
    # An alias needs an anchor, which may be far away from it.
    if "&" in text or unprintable(text) is not None:
        return None
    parser: Any = CParser(text)
    try:
        return _document(parser.get_event)
    except (_Doubt, yaml.YAMLError, ValueError):
        return None
    finally:
        parser.dispose()


def _document(event_of: Any) -> Faultless:
    event_of()
    if event_of().__class__ is not yaml.DocumentStartEvent:
        raise _Doubt
    lengths: list[int] = []
    begin = event_of()
    found = Faultless(_value(begin, event_of, 0, lengths), sum(lengths))
    event_of()
    if event_of().__class__ is not yaml.StreamEndEvent:
        raise _Doubt
    return found


def _value(begin: Any, event_of: Any, depth: int, lengths: list[int]) -> Any:
    form = begin.__class__
    if form is yaml.ScalarEvent:
        return _text(begin)
    fields = form is yaml.MappingStartEvent
    if not (fields or form is yaml.SequenceStartEvent) or begin.tag is not None or depth >= DEEPEST:
        raise _Doubt
    if fields:
        return _fields(begin, event_of, depth, lengths)
    items = []
    while (event := event_of()).__class__ is not yaml.SequenceEndEvent:
        items.append(_value(event, event_of, depth + 1, lengths))
    lengths.append(len(items))
    return items


def _text(event: Any) -> str | None:
    text: str = event.value
    if event.tag is not None or not text.isprintable():
        raise _Doubt
    return None if text in EMPTY and event.implicit[0] else text


def _fields(begin: Any, event_of: Any, depth: int, lengths: list[int]) -> dict[str, Any]:
    in_line = begin.flow_style
    fields: dict[str, Any] = {}
    scalar = yaml.ScalarEvent
    while (name := event_of()).__class__ is scalar:
        key = name.value
        if key in fields or not key.isprintable():
            raise _Doubt
        event = event_of()
        value = (
            _text(event)
            if event.__class__ is scalar
            else _value(event, event_of, depth + 1, lengths)
        )
        if in_line and (value is None or " " in key):
            # A comma may have ended the text before it.
            raise _Doubt
        fields[key] = value
    if name.__class__ is not yaml.MappingEndEvent or len(fields) > limits.ITEMS:
        raise _Doubt
    return fields
