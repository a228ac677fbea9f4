"""What a field expects is known by its kind, for whatever it was given."""

from math import inf
from typing import Any

import pytest
from pydantic import BaseModel, Field, ValidationError

from graph.records import Claim, Debate, Source, Speaker
from graph.store.misfit import problem
from graph.store.problem import Bounds, Expected, Fault, Problem

_PARTS: tuple[dict[str, Any], ...] = (
    {"relevance": "0"}, {"relevance": "7"}, {"relevance": "a"}, {"wording": "a"}, {"with": "a"},
    {"paragraph": "a"}, {"fingerprint": "a"}, {"scheme": "X Y"}, {"because": "a"}, {"because": {}},
    {"roots": []},
)  # fmt: skip
_WHOLE = dict.fromkeys(("claim", "link", "source", "start", "id"), "a")
_WRONG: tuple[Any, ...] = (
    None, "", " ", "X Y", "-1", "7", [], {}, ["X Y"], [[]], [{}], [None], {"en": ""}, {"EN": "a"},
    {"en": None}, {"en": {}}, *([{**_WHOLE, **each}] for each in _PARTS),
)  # fmt: skip


def _problems(model: type[BaseModel], data: dict[str, Any]) -> list[Problem]:
    with pytest.raises(ValidationError) as raised:
        model.model_validate(data, by_alias=True, by_name=False)
    return [problem(each, model, {}, "claims/a.yaml") for each in raised.value.errors()]


def _of_field(model: type[BaseModel], field: str, value: Any) -> list[Problem]:
    return [each for each in _problems(model, {field: value}) if each.field[:1] == (field,)]


@pytest.mark.parametrize("model", [Claim, Debate, Source, Speaker])
def test_whatever_a_field_is_given_it_is_known_what_it_expects(model: type[BaseModel]) -> None:
    fields = [info.alias or name for name, info in model.model_fields.items()]
    found = [
        each
        for field in fields
        for value in _WRONG
        for each in _of_field(model, field, value)
        if each.fault not in (Fault.MISSING_FIELD, Fault.UNKNOWN_FIELD)
    ]
    assert len(found) > len(fields)
    assert [each for each in found if each.expected is None] == []


@pytest.mark.parametrize(
    ("field", "value", "expected", "fault"),
    [
        ("topics", "a", Expected.LIST, Fault.WRONG_TYPE),
        ("topics", ["a", " "], Expected.SOMETHING, Fault.WRONG_VALUE),
        ("claim", "a", Expected.TEXT_PER_LANGUAGE, Fault.WRONG_TYPE),
        ("claim", {}, Expected.ONE_LANGUAGE, Fault.WRONG_TYPE),
        ("claim", {"English": "a"}, Expected.LANGUAGE_CODE, Fault.WRONG_VALUE),
        ("implicit", "yes", Expected.FLAG, Fault.WRONG_TYPE),
        ("base_score", "high", Expected.NUMBER, Fault.WRONG_TYPE),
        ("base_score", "1.1", Expected.WITHIN_BOUNDS, Fault.WRONG_VALUE),
        ("speaker", "Jane Doe", Expected.ID, Fault.WRONG_VALUE),
        ("supports", ["a"], Expected.FIELDS, Fault.WRONG_TYPE),
    ],
)
def test_a_value_that_does_not_fit_is_told_by_its_kind(
    field: str, value: Any, expected: Expected, fault: Fault
) -> None:
    (found,) = _of_field(Claim, field, value)
    assert (found.expected, found.fault) == (expected, fault)


def test_the_values_of_a_choice_are_those_of_its_enumeration_whatever_they_say() -> None:
    (found,) = _of_field(Claim, "stance", "a")
    assert found.expected is Expected.ONE_OF_FEW
    assert found.allowed == ("endorses", "reports", "disputes")


def test_bounds_are_those_of_the_field_on_whichever_side_it_went_wrong() -> None:
    for score in ("-1", "2"):
        (found,) = _of_field(Claim, "base_score", score)
        assert found.bounds == Bounds(0.0, 1.0)
    link = {"claim": "a", "relevance": "0"}
    (found,) = _of_field(Claim, "supports", [link])
    assert (found.expected, found.bounds) == (Expected.ABOVE_LOWEST, Bounds(0.0, 1.0))


def test_a_bound_on_one_side_leaves_the_other_open() -> None:
    class Counted(BaseModel):
        number: float = Field(ge=3)

    (found,) = _problems(Counted, {"number": 1})
    assert found.bounds == Bounds(3, inf)


def test_a_field_without_a_value_is_told_apart_from_one_with_the_wrong_one() -> None:
    (nothing,) = _of_field(Claim, "topics", None)
    (wrong,) = _of_field(Claim, "topics", "a")
    assert (nothing.empty, wrong.empty) == (True, False)
    assert nothing.expected is wrong.expected is Expected.LIST
