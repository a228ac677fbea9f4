"""A short name for a value: the same on every machine and in every process, another for another
value."""

import datetime
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel

SIZE = 12
"""Bytes of a fingerprint: that two of a thousand million values have the same has a chance below
1e-11."""

Told = Callable[[object], object]
"""What stands for a value that is no plain data; NotImplemented where it is not known."""


def fingerprint(value: object, told: Told = lambda _: NotImplemented) -> bytes:
    """The fingerprint of plain data: numbers, texts, records, and what is made of them.

    Raises:
        TypeError: it is, or holds, something of another kind, and `told` does not know it either.
    """
    text = _spelt(value, told).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=SIZE).digest()


def combined(parts: list[bytes]) -> bytes:
    """One fingerprint for several in their order."""
    return hashlib.blake2b(b"".join(parts), digest_size=SIZE).digest()


_PLAIN = frozenset((str, int, float, bool, bytes, type(None)))


_BASES: dict[type, type] = {}


def _base(kind: type) -> type:
    """What a type is first of all, known once for all of its values."""
    found = _BASES.get(kind)
    if found is None:
        found = next((each for each in (BaseModel, Enum) if issubclass(kind, each)), object)
        _BASES[kind] = found
    return found


def _spelt(value: Any, told: Told) -> str:
    kind = type(value)
    if kind in _PLAIN:
        return repr(value)
    if kind is tuple or kind is list:
        return f"{kind.__name__}({_row(value, told)})"
    base = _base(kind)
    if base is BaseModel:
        # Much faster than the way by plain data.
        return f"{kind.__name__}{value.__pydantic_serializer__.to_json(value).decode()}"
    if base is Enum:
        return f"{kind.__name__}.{value.name}"
    if (known := told(value)) is not NotImplemented:
        return f"{kind.__name__}<{_spelt(known, told)}>"
    if isinstance(value, list | tuple):
        return f"{kind.__name__}({_row(value, told)})"
    if isinstance(value, Mapping):
        pairs = (f"{_spelt(key, told)}:{_spelt(each, told)}" for key, each in value.items())
        return f"{{{','.join(pairs)}}}"
    if isinstance(value, set | frozenset):
        return f"{{{','.join(sorted(_spelt(each, told) for each in value))}}}"
    if is_dataclass(value) and not isinstance(value, type):
        own = (f"{each.name}={_spelt(getattr(value, each.name), told)}" for each in fields(value))
        return f"{kind.__name__}({','.join(own)})"
    if isinstance(value, str | int | float | PurePath | datetime.date):
        return f"{kind.__name__}{str(value)!r}"
    raise TypeError(f"{kind.__module__}.{kind.__qualname__} has no fingerprint")


def _row(values: Iterable[Any], told: Told) -> str:
    return ",".join([repr(each) if type(each) in _PLAIN else _spelt(each, told) for each in values])
