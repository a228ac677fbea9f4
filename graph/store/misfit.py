"""What pydantic refuses in a record, as a problem that says what the field expects instead."""

from collections.abc import Iterator, Mapping
from math import inf
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from graph.records.kinds import choices_in, model_in
from graph.store.problem import KEY, Bounds, Expected, Fault, FieldPath, Problem, Span

LONGEST_SHOWN = 80
"""The characters of an offending text that a problem keeps."""

_PLAIN_WORDS: Mapping[Expected, str] = {
    Expected.LIST: "expected a list",
    Expected.TEXT: "expected text",
    Expected.TEXT_PER_LANGUAGE: "expected one text per language, as in {en: …, nl: …}",
    Expected.LISTS_PER_LANGUAGE: "expected a list of words per language, as in {en: […, …]}",
    Expected.FIELDS: "expected fields and their values",
}
_EXPECTED: Mapping[str, Expected] = {
    "tuple_type": Expected.LIST,
    "list_type": Expected.LIST,
    "string_type": Expected.TEXT,
    "dict_type": Expected.TEXT_PER_LANGUAGE,
    "expected_localized": Expected.TEXT_PER_LANGUAGE,
    "expected_lists": Expected.LISTS_PER_LANGUAGE,
    "expected_language": Expected.ONE_LANGUAGE,
    "model_type": Expected.FIELDS,
    "model_attributes_type": Expected.FIELDS,
    "expected_flag": Expected.FLAG,
    "expected_count": Expected.NUMBER,
    "expected_number": Expected.NUMBER,
}
_VALUE_EXPECTED: Mapping[str, Expected] = {
    "too_short": Expected.SOMETHING,
    "expected_text": Expected.SOMETHING,
    "enum": Expected.ONE_OF_FEW,
    "greater_than": Expected.ABOVE_LOWEST,
    "greater_than_equal": Expected.WITHIN_BOUNDS,
    "less_than_equal": Expected.WITHIN_BOUNDS,
    "malformed_id": Expected.ID,
    "malformed_language": Expected.LANGUAGE_CODE,
    "name_of_device": Expected.OTHER_ID,
    "malformed_date": Expected.DATE,
    "malformed_day": Expected.DAY,
    "no_such_date": Expected.DATE,
    "no_such_day": Expected.DAY,
    "doi_with_prefix": Expected.DOI,
    "malformed_doi": Expected.DOI,
    "malformed_fingerprint": Expected.FINGERPRINT,
    "malformed_mark": Expected.MARK,
    "malformed_url": Expected.ADDRESS,
}


def problem(
    error: ErrorDetails,
    model: type[BaseModel],
    places: Mapping[FieldPath, Span],
    path: str,
) -> Problem:
    """The problem that an error of pydantic's means, at the place of the field it is about.

    What the field expects is told by the type of the error, its bounds by the model.
    """
    kind, location = error["type"], error["loc"]
    on_key = bool(location) and location[-1] == "[key]"
    field: FieldPath = location[:-1] if on_key else location
    if kind == "missing":
        owner = _model_at(model, field[:-1])
        span = _nearest(places, field[:-1], key=True)
        return Problem(
            path, Fault.MISSING_FIELD, span, "", str(field[-1]), field, _field_names(owner)
        )
    if kind == "extra_forbidden":
        owner = _model_at(model, field[:-1])
        span = places.get((*field, KEY)) or _nearest(places, field)
        return Problem(
            path, Fault.UNKNOWN_FIELD, span, "", str(field[-1]), field, _field_names(owner)
        )
    expected = _VALUE_EXPECTED.get(kind, _EXPECTED.get(kind))
    detail = error["msg"].replace("Input should be", "expected")
    if kind == "too_short":
        detail = "expected at least one"
    elif expected is not None:
        detail = _PLAIN_WORDS.get(expected, detail)
    holder = _info_at(model, field)
    allowed = choices_in(holder.annotation) if holder and kind == "enum" else ()
    if allowed:
        detail = "expected one of " + ", ".join(allowed)
    empty = error.get("input") is None
    return Problem(
        path,
        _fault(kind),
        _nearest(places, (*field, KEY) if on_key else field),
        f"{detail}, found nothing" if empty else detail,
        str(field[-1]) if on_key and field else _shown(error.get("input")),
        field,
        allowed,
        expected,
        _bounds(holder) if holder else None,
        empty,
    )


def _fault(kind: str) -> Fault:
    if kind == "too_many_characters":
        return Fault.TOO_LONG
    if kind == "too_many_keywords":
        return Fault.TOO_MANY
    return Fault.WRONG_VALUE if kind in _VALUE_EXPECTED else Fault.WRONG_TYPE


def _shown(value: Any) -> str:
    return value[:LONGEST_SHOWN] if isinstance(value, str) else ""


def _nearest(places: Mapping[FieldPath, Span], field: FieldPath, key: bool = False) -> Span:
    """The place of the field or, where it has none, of the nearest field around it."""
    for length in range(len(field), -1, -1):
        around = field[:length]
        if key and around and (*around, KEY) in places:
            return places[(*around, KEY)]
        if around in places:
            return places[around]
    return Span(1, 1, 2)


def _model_at(model: type[BaseModel], field: FieldPath) -> type[BaseModel]:
    """The model of the record part at this path."""
    for step in field:
        if isinstance(step, int):
            continue
        info = _field_of(model, step)
        inner = model_in(info.annotation) if info else None
        if inner is None:
            break
        model = inner
    return model


def _field_of(model: type[BaseModel], name: str) -> FieldInfo | None:
    return next(
        (info for each, info in model.model_fields.items() if name in (each, info.alias)), None
    )


def _info_at(model: type[BaseModel], field: FieldPath) -> FieldInfo | None:
    """What the model says of the field at this path, or of the list that it is an item of."""
    names = [step for step in field if isinstance(step, str)]
    return _field_of(_model_at(model, tuple(names[:-1])), names[-1]) if names else None


def _bounds(info: FieldInfo) -> Bounds | None:
    """Between which numbers the field must be, as pydantic keeps it; None where it need not."""
    least = greatest = None
    for each in _metadata(info):
        least = getattr(each, "ge", getattr(each, "gt", least))
        greatest = getattr(each, "le", greatest)
    if least is None and greatest is None:
        return None
    return Bounds(-inf if least is None else least, inf if greatest is None else greatest)


def _metadata(info: FieldInfo) -> Iterator[Any]:
    """What the model says of a field's value, also where the field need not have one."""
    yield from info.metadata
    for each in get_args(info.annotation):
        for part in getattr(each, "__metadata__", ()):
            yield from part.metadata if isinstance(part, FieldInfo) else (part,)


def _field_names(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(info.alias or name for name, info in model.model_fields.items())


def misfit(path: str, expected: Expected, span: Span, field: FieldPath = ()) -> Problem:
    """The problem of something that is not of the sort that is expected."""
    detail = _PLAIN_WORDS[expected]
    return Problem(path, Fault.WRONG_TYPE, span, detail, field=field, expected=expected)
