"""Records as text, in the one canonical layout.

Fields stand in the order of the model, defaults are left out, a mapping or list stands on
one line where it fits in `WIDTH` columns and below its name otherwise. What is read from a
canonical file and written again is the same file, byte for byte.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from graph.records import Claim, LocalizedText, Speaker, Theme
from graph.records.kinds import AnyRecord
from graph.store.problem import FieldPath
from graph.text.invisible import joiners

WIDTH = 100

_BLOCK_ALWAYS = frozenset(
    ("claim", "title", "question", "summary", "name", "role", "gist", "move", "finding")
)
_NOT_WRITTEN = frozenset(("id",))
_COLON = re.compile(r":(?:\s|\Z)")
"""What YAML takes for the end of a key, or a person would."""
_PLAIN_TAG = "tag:yaml.org,2002:str"
_resolver: Any = yaml.resolver.Resolver()


def claim_text(claim: Claim, body: str = "") -> str:
    """A claim file: front matter and the annotation below it."""
    return f"---\n{record_text(claim)}---\n{body}"


def record_text(record: AnyRecord) -> str:
    """The fields of a record as YAML, without fences."""
    return fields_text(fields_of(record))


def fields_text(fields: Mapping[str, Any]) -> str:
    """The fields of a record, given as plain data, as YAML without fences."""
    return "".join(f"{line.text}\n" for line in lines_of(fields))


def fields_of(record: AnyRecord) -> dict[str, Any]:
    """What stands in the file of a record, as plain data in the order of the file."""
    plain: dict[str, Any] = _plain(record)
    if isinstance(record, Claim) and not record.implicit:
        # A reader of the file should see the stance even where it is the usual one.
        plain = _with_stance(plain, record)
    return plain


def _with_stance(plain: dict[str, Any], claim: Claim) -> dict[str, Any]:
    ordered: dict[str, Any] = {}
    for name in (info.alias or name for name, info in Claim.model_fields.items()):
        if name == "stance":
            ordered["stance"] = claim.stance.value
        elif name in plain:
            ordered[name] = plain[name]
    return ordered


def _plain(value: Any) -> Any:
    if isinstance(value, RootModel):
        return _plain(value.root)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Speaker):
        # Names are the only texts that may be the same in every language.
        return _fields(value, _name)
    if isinstance(value, BaseModel):
        return _fields(value, _plain)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    return value


def _fields(value: BaseModel, plain: Callable[[Any], Any]) -> dict[str, Any]:
    """The fields that say something, each as plain data."""
    fields = type(value).model_fields
    keep_id = not isinstance(value, AnyRecord)
    return {
        fields[name].alias or name: plain(getattr(value, name))
        for name in field_order(type(value))
        if getattr(value, name) != _default(value, fields[name])
        and (keep_id or name not in _NOT_WRITTEN)
    }


def _default(record: BaseModel, info: FieldInfo) -> Any:
    """What a field has where it is not written, which may follow from the others."""
    if info.default_factory is None:
        return info.default
    return info.get_default(call_default_factory=True, validated_data=dict(record))


def _name(value: Any) -> Any:
    if isinstance(value, LocalizedText):
        return value.root["und"] if tuple(value.root) == ("und",) else dict(value.root)
    return _plain(value)


def field_order(model: type[BaseModel]) -> list[str]:
    """The names of a model's fields in the order in which they are written.

    The target of a link comes first, whatever class it is declared in.
    """
    first = {"claim", "link"} | ({"id"} if model is Theme else set())
    return sorted(model.model_fields, key=lambda name: name not in first)


class Line(NamedTuple):
    """One line of a file as it is written, and the way to the field it begins with."""

    field: FieldPath
    text: str


def lines_of(mapping: Mapping[str, Any], indent: int = 0) -> Iterator[Line]:
    """The lines of a record given as plain data, its fields in the order they have there."""
    return _mapping_lines(mapping, indent, ())


def item_lines(item: Any, indent: int) -> Iterator[Line]:
    """The lines of one item of a list, its dash in the column `indent` from 0."""
    return _list_lines([item], indent, ())


def in_line(value: Any) -> str:
    """Plain data as it can stand anywhere on one line, within brackets and braces too."""
    return _flow(value, True)


def _mapping_lines(mapping: Mapping[str, Any], indent: int, above: FieldPath) -> Iterator[Line]:
    pad = " " * indent
    for key, value in mapping.items():
        here, name = (*above, key), f"{pad}{_key(key, False)}:"
        if not _is_never_in_line(key, value):
            one_line = f"{name} {_flow(value, nested=False)}".rstrip()
            if len(one_line) <= WIDTH or not isinstance(value, (dict, list)):
                yield Line(here, one_line)
                continue
        yield Line(here, name)
        if isinstance(value, dict):
            yield from _mapping_lines(value, indent + 2, here)
        else:
            yield from _list_lines(value, indent + 2, here)


def _is_never_in_line(key: str, value: Any) -> bool:
    """Whether a value has lines of its own, however short."""
    if isinstance(value, dict):
        return bool(value) and key in _BLOCK_ALWAYS
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _list_lines(items: list[Any], indent: int, above: FieldPath) -> Iterator[Line]:
    pad = " " * indent
    for index, item in enumerate(items):
        here = (*above, index)
        one_line = f"{pad}- {_flow(item, nested=False)}".rstrip()
        if not isinstance(item, dict) or len(one_line) <= WIDTH:
            yield Line(here, one_line)
            continue
        first, *rest = _mapping_lines(item, indent + 2, here)
        yield Line(first.field, f"{pad}- {first.text.lstrip()}")
        yield from rest


def _flow(value: Any, nested: bool) -> str:
    if isinstance(value, dict):
        inner = ", ".join(f"{_key(key, True)}: {_flow(item, True)}" for key, item in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item, True) for item in value) + "]"
    if value is None:
        return "null" if nested else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    return _scalar(value, nested)


def scalar(text: str) -> str:
    """A text as it can stand anywhere, within brackets and braces too."""
    return _scalar(text, True)


# Every record has the same few.
@lru_cache(maxsize=1_000)
def _key(name: str, in_flow: bool) -> str:
    # The name of a field is what people are told to write.
    return name if name == "on" else _scalar(name, in_flow)


def _scalar(text: str, in_flow: bool) -> str:
    """The text plain where any YAML reader takes it as the same text, else quoted."""
    if _safe(text, in_flow):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    if not escaped.isprintable():
        escaped = "".join(
            each if as_it_is else _escape(each)
            for each, as_it_is in zip(escaped, _as_they_are(escaped), strict=True)
        )
    return f'"{escaped}"'


def _escape(character: str) -> str:
    code = ord(character)
    if code > 0xFFFF:
        return f"\\U{code:08X}"
    return f"\\u{code:04X}" if code > 0xFF else f"\\x{code:02X}"


def _is_printable(text: str) -> bool:
    """Whether nothing in a text is unseen but what its words need."""
    return text.isprintable() or all(_as_they_are(text))


def _as_they_are(text: str) -> Iterator[bool]:
    """Of each character, whether it is written as it is: it is seen, or a joiner that its word
    needs, or a space of whatever width."""
    needed = joiners(text)
    for place, each in enumerate(text):
        yield each.isprintable() or place in needed or unicodedata.category(each) == "Zs"


def _safe(text: str, in_flow: bool) -> bool:
    if not text or text != text.strip() or not _is_printable(text):
        return False
    if text[0] in "!&*[]{}#|>@`\"'%,?:-" and not (text[0] == "-" and text[1:2].isalnum()):
        return False
    if _COLON.search(text) or " #" in text:
        return False
    if text in ("---", "...") or text.startswith("... "):
        return False
    # A question mark there is a sign to PyYAML's own parser.
    if in_flow and any(each in text for each in ",?[]{}"):
        return False
    if in_flow and (':"' in text or ":'" in text):
        return False
    tag = _resolver.resolve(yaml.ScalarNode, text, (True, False))
    # A date or a digit string is text to us and to our reader: only booleans, nulls and
    # merge keys would surprise a person who reads the file.
    return tag == _PLAIN_TAG or text[0].isdigit()
