"""Records that note which of their fields are read, and of a text in which language."""

from collections.abc import Callable, ItemsView, Mapping, ValuesView
from functools import cached_property, lru_cache
from types import FunctionType, MethodType
from typing import Any, TypeVar, cast

from pydantic import BaseModel
from typing_extensions import override

from graph.base.followed_mapping import FollowedMapping
from graph.base.reads import Read, note, note_all
from graph.records import LocalizedText, Wording

R = TypeVar("R", bound=BaseModel)

THERE = ""
"""What is read of a text that may be missing, in the place of a language: whether it is there."""
KEY = "id"
"""The field that is read where it is asked whether there is a record of an id."""


class _Followed:
    """What stands for a record and holds nothing of it, so that whoever wants to know something has
    to ask here. `whole` is what was read where all of it was.

    What the class of the record works out is worked out of this, and so of the fields that it looks
    at. Whatever is neither a field nor of that class itself counts for all of the record.
    """

    __slots__ = ("_known", "_plain", "_whole")

    def __init__(self, plain: BaseModel, whole: Read) -> None:
        self._plain = plain
        self._whole = whole
        # The fields that were asked for before: what is read then, and what is given.
        self._known: dict[str, tuple[frozenset[Read], object]] = {}

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return type(self._plain)

    def __getattr__(self, name: str) -> Any:
        known = self._known.get(name)
        if known is None:
            kind = type(self._plain)
            if name not in _fields(kind):
                own = _own(kind).get(name)
                if own is not None:
                    return own(self)
                note(self._whole)
                return getattr(self._plain, name)
            known = self._known[name] = _field(self._plain, self._whole, name)
        note_all(known[0])
        return known[1]

    def __eq__(self, other: object) -> bool:
        note(self._whole)
        return self._plain == (other._plain if isinstance(other, _Followed) else other)

    def __hash__(self) -> int:
        note(self._whole)
        return hash(self._plain)

    def __repr__(self) -> str:
        note(self._whole)
        return repr(self._plain)


class _FollowedText(_Followed):
    """What stands for a text; it is noted in which languages it is looked at."""

    __slots__ = ()

    def wording(self, language: str) -> Wording:
        known = self._known.get(language)
        if known is None:
            wording = cast(LocalizedText, self._plain).wording(language)
            known = self._known[language] = frozenset([(*self._whole, language)]), wording
        note_all(known[0])
        return cast(Wording, known[1])

    def get(self, language: str) -> str | None:
        # It follows from how the text reads in the language.
        note((*self._whole, language))
        return cast(LocalizedText, self._plain).get(language)


def followed_record(plain: R, whole: Read) -> R:
    """What stands for a record, and notes which of its fields are read: what was read then begins
    with `whole`, which is what was where all of it was."""
    return cast(R, _Followed(plain, whole))


class FollowedRecords(FollowedMapping[str, R]):
    """Records by their ids, as what notes which of their fields are read: (`name`, id, field); of
    all records together, it is ("all", `name`, field)."""

    def __init__(self, plain: Mapping[str, R], name: str, kind: str) -> None:
        super().__init__(plain, lambda id_: (name, id_, KEY), ("ids", kind), ("all", name))
        self._name = name
        self._known: dict[str, R] = {}

    @override
    def __getitem__(self, key: str) -> R:
        note(self._one(key))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = followed_record(self._whole[key], (self._name, key))
        return known

    @override
    def values(self) -> ValuesView[R]:
        return self._every.values()

    @override
    def items(self) -> ItemsView[str, R]:
        return self._every.items()

    @property
    def _every(self) -> Mapping[str, R]:
        note(self._keys_read)
        return self._of_all

    @cached_property
    def _of_all(self) -> Mapping[str, R]:
        return {id_: followed_record(record, self._all_read) for id_, record in self._whole.items()}


@lru_cache
def _fields(kind: type[BaseModel]) -> Mapping[str, bool]:
    """The fields of a record's class, and whether each is always there. A text is read as such."""
    if kind is LocalizedText:
        return {}
    return {name: field.is_required() for name, field in kind.model_fields.items()}


@lru_cache
def _own(kind: type[BaseModel]) -> Mapping[str, Callable[[_Followed], object]]:
    """How that is worked out which a record has of its own class beside its fields, by its
    names."""
    found: dict[str, Callable[[_Followed], object]] = {}
    for name, value in vars(kind).items():
        if isinstance(value, property) and value.fget is not None:
            found[name] = value.fget
        elif isinstance(value, FunctionType) and not name.startswith("_"):
            found[name] = _method(value)
    return found


def _method(work: Callable[..., object]) -> Callable[[_Followed], object]:
    return lambda record: MethodType(work, record)


def _field(record: BaseModel, whole: Read, name: str) -> tuple[frozenset[Read], object]:
    """What is read where a field of a record is asked for, and what is given then."""
    value, own = getattr(record, name), (*whole, name)
    if type(value) is not LocalizedText:
        return frozenset([own]), value
    always = _fields(type(record))[name]
    return frozenset() if always else frozenset([(*own, THERE)]), _FollowedText(value, own)


def read_of(value: object) -> Read | None:
    """What is read where all of a record is for which the value stands; None where it stands for
    none. What is read of it is noted then, so that this tells it from others."""
    return value._whole if isinstance(value, _Followed) else None


def field_now(record: BaseModel, field: str, language: str | None = None) -> object:
    """What is read of a record's field, or of its text in a language, as it is now."""
    value = getattr(record, field)
    if language is None or value is None:
        return value
    return True if language == THERE else value.wording(language)
