"""The columns of a spreadsheet of records: `claim.en`, `supports.1.because.nl`.

The name of a column is the way to a field: names, languages and, in lists, numbers from 1. The
number may be left out where a list has one item, and a cell may hold all of a list of ids or
words, with semicolons between; so `supports` alone holds the claims that a claim supports.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, RootModel

from graph.exchange.bundles.entry import BESIDE, BODIES, BODY
from graph.records import Claim, Passage
from graph.records.kinds import RECORD_KINDS, model_in
from graph.store import FieldPath
from graph.text.one_line import trimmed

BETWEEN = ";"
"""What parts the items of a list in one cell."""
QUOTE = "quote"
"""In a bundle, the words of a passage as they were copied, instead of its place; as a column by
itself, those of a claim's first passage."""
_SHORT: Mapping[str, str] = {
    "supports": "claim",
    "contradicts": "claim",
    "undercuts": "link",
    "passages": "source",
}
"""Lists of which a cell may hold what their items name, and the field that names it."""
_NOTHING = "{}"
"""An item of a list of which nothing is said, such as an author without a name."""
_NUMBER = re.compile(r"[1-9][0-9]{0,2}\Z")
_DEEPEST = 8


def column_way(name: str) -> FieldPath:
    """The way to the field that a column is named after; numbers count from 0 in it."""
    parts = name.split(".", _DEEPEST)
    return tuple(int(each) - 1 if _NUMBER.match(each) else each for each in parts)


def column_name(way: FieldPath) -> str:
    """The name of the column of a field."""
    return ".".join(str(each + 1) if isinstance(each, int) else each for each in way)


def whole_way(kind: str, way: FieldPath) -> FieldPath:
    """The way with the number 1 wherever a list is named and no item of it."""
    if (kind, way) == ("claim", (QUOTE,)):
        return ("passages", 0, QUOTE)
    model: type[BaseModel] | None = RECORD_KINDS[kind].model
    found: list[str | int] = []
    for at, each in enumerate(way):
        found.append(each)
        annotation = _annotation(model, each) if isinstance(each, str) else None
        if annotation is None:
            continue
        model = model_in(annotation)
        further = way[at + 1] if at + 1 < len(way) else None
        if get_origin(annotation) is tuple and isinstance(further, str):
            found.append(0)
    return tuple(found)


def cell_values(kind: str, way: FieldPath, cell: str) -> Iterator[tuple[FieldPath, Any]]:
    """What a cell says: the fields, by their ways, with their texts."""
    annotation = _at(kind, way)
    if cell == _NOTHING and isinstance(way[-1], int) and model_in(_at(kind, way[:-1])):
        yield way, {}
        return
    if get_origin(annotation) is not tuple:
        yield way, cell
        return
    for at, each in enumerate(filter(None, map(trimmed, cell.split(BETWEEN)))):
        if way == ("author",):
            family, comma, given = map(trimmed, each.partition(","))
            yield (*way, at, "family" if comma else "literal"), family if comma else each
            if comma:
                yield (*way, at, "given"), given
        elif len(way) == 1 and way[0] in _SHORT:
            yield (*way, at, _SHORT[str(way[0])]), each
        else:
            yield (*way, at), each


def cells(value: Any, way: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """A value as cells: a list of texts in one, unless a text has a semicolon in it."""
    if isinstance(value, Mapping):
        if not value:
            yield way, _NOTHING
        for name, each in value.items():
            yield from cells(each, (*way, name))
    elif isinstance(value, list):
        texts = [each for each in value if isinstance(each, str) and BETWEEN not in each]
        if value and len(texts) == len(value) and way != ("source",):
            yield way, f"{BETWEEN} ".join(texts)
        else:
            for at, each in enumerate(value):
                yield from cells(each, (*way, at))
    elif isinstance(value, bool):
        yield way, "true" if value else "false"
    else:
        yield way, str(value)


def column_order(way: FieldPath) -> tuple[Any, ...]:
    """What columns are sorted by: as in records, except that each comes once."""
    first = str(way[0])
    return (_RANK.get(first, len(_RANK)), first, *((str(type(each)), each) for each in way[1:]))


def names_beside(way: FieldPath) -> tuple[str, ...]:
    """How the fields of a claim are called where this one stands, if bundles have more of them
    there than records; otherwise none."""
    return _MORE.get(tuple(each for each in way[:-1] if isinstance(each, str)), ())


def _names(model: type[BaseModel]) -> Iterator[str]:
    return (info.alias or name for name, info in model.model_fields.items())


_MORE: Mapping[tuple[str, ...], tuple[str, ...]] = {
    (): (*_names(Claim), *BESIDE, BODY, BODIES, QUOTE),
    ("passages",): (*_names(Passage), QUOTE),
}


def _ranks() -> dict[str, int]:
    names = [*BESIDE]
    for kind in ("claim", *RECORD_KINDS):
        names += _names(RECORD_KINDS[kind].model)
    return {name: at for at, name in enumerate(dict.fromkeys([*names, BODY, BODIES]))}


_RANK = _ranks()


def _at(kind: str, way: FieldPath) -> Any:
    """The type of the field at the end of a way; None for one that is not there."""
    model: type[BaseModel] | None = RECORD_KINDS[kind].model
    annotation: Any = None
    for each in way:
        if isinstance(each, int):
            annotation = None
            continue
        annotation = _annotation(model, each)
        model = model_in(annotation) if annotation is not None else None
    return annotation


def _annotation(model: type[BaseModel] | None, name: str) -> Any:
    fields = {} if model is None else model.model_fields
    if "root" in fields and model is not None and issubclass(model, RootModel):
        # A mapping, of which each language has the same.
        *_, each = get_args(fields["root"].annotation) or (None,)
        return get_args(each)[0] if get_origin(each) is Annotated else each
    info = next((info for own, info in fields.items() if name == (info.alias or own)), None)
    return None if info is None else info.annotation
