"""From plain data to a record, with every fault and as much of the record as can be saved."""

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from graph.store.problem import Fault, FieldPath, Problem, Span
from graph.store.yaml_reading import KEY, Reading

R = TypeVar("R", bound=BaseModel)

_PLAIN_WORDS = {
    "tuple_type": "expected a list",
    "list_type": "expected a list",
    "string_type": "expected text",
    "dict_type": "expected one text per language, as in {en: …, nl: …}",
    "model_type": "expected fields and their values",
    "model_attributes_type": "expected fields and their values",
    "too_short": "expected at least one",
}
_VALUE_ERRORS = frozenset(
    "enum literal_error greater_than greater_than_equal less_than less_than_equal "
    "malformed_id malformed_language malformed_date malformed_fingerprint malformed_mark "
    "malformed_url too_short expected_text".split()
)


class Validated(NamedTuple, Generic[R]):
    """A record, the faults found, and the items of lists left out because of them.

    `record` is None where none could be built; `dropped` gives, per field, the positions of
    the items in the data.
    """

    record: R | None
    problems: list[Problem]
    dropped: dict[str, tuple[int, ...]]


def validate(
    model: type[R],
    data: Mapping[str, Any],
    reading: Reading,
    path: str,
    placeholders: Mapping[str, Any],
) -> Validated[R]:
    """Validate the data that was read as a record of this model.

    Where fields are at fault the record is built without them, with `placeholders` for
    those it cannot do without, so that the rest can still be checked.
    """
    try:
        return Validated(_valid(model, data), [], {})
    except ValidationError as error:
        details = error.errors(include_url=False)
    problems = [_problem(each, model, reading.places, path) for each in details]
    sound, dropped = _without(dict(data), [each["loc"] for each in details])
    try:
        return Validated(_valid(model, {**placeholders, **sound}), problems, dropped)
    except ValidationError:
        return Validated(None, problems, {})


def _valid(model: type[R], data: Mapping[str, Any]) -> R:
    # Fields go by the names they have in files, not by those they have in Python.
    return model.model_validate(data, by_alias=True, by_name=False)


def _problem(
    error: ErrorDetails,
    model: type[BaseModel],
    places: Mapping[FieldPath, Span],
    path: str,
) -> Problem:
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
    span = _nearest(places, (*field, KEY) if on_key else field)
    fault = Fault.WRONG_VALUE if kind in _VALUE_ERRORS else Fault.WRONG_TYPE
    allowed: tuple[str, ...] = ()
    detail = _PLAIN_WORDS.get(kind, error["msg"].replace("Input should be", "expected"))
    if kind == "enum":
        expected = error["ctx"]["expected"]
        allowed = tuple(part.strip("'") for part in expected.replace(" or ", ", ").split(", "))
        detail = "expected one of " + ", ".join(allowed)
    found = str(field[-1]) if on_key and field else _shown(error.get("input"))
    if error.get("input") is None:
        detail = f"{detail}, found nothing"
    return Problem(path, fault, span, detail, found, field, allowed)


def _shown(value: Any) -> str:
    return value[:80] if isinstance(value, str) else ""


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
        info = next((f for name, f in model.model_fields.items() if step in (name, f.alias)), None)
        inner = _inner_model(info.annotation) if info else None
        if inner is None:
            break
        model = inner
    return model


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _inner_model(each))), None)


def _field_names(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(info.alias or name for name, info in model.model_fields.items())


def _without(
    data: dict[str, Any], locations: list[tuple[int | str, ...]]
) -> tuple[dict[str, Any], dict[str, tuple[int, ...]]]:
    """The data less the smallest optional parts that hold the faults, and what went.

    A faulty item of a list goes; a faulty field of the record goes as a whole.
    """
    fields: set[str] = set()
    items: dict[str, set[int]] = {}
    for location in locations:
        if not location:
            continue
        field = str(location[0])
        if len(location) > 1 and isinstance(location[1], int) and isinstance(data[field], list):
            items.setdefault(field, set()).add(location[1])
        else:
            fields.add(field)
    kept: dict[str, Any] = {}
    for field, value in data.items():
        if field in fields:
            continue
        gone = items.get(field, set())
        kept[field] = [each for at, each in enumerate(value) if at not in gone] if gone else value
    return kept, {field: tuple(sorted(gone)) for field, gone in items.items()}
