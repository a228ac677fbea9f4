from typing import Any

import pytest

from graph.store import Fault, Span
from graph.store.problem import KEY
from graph.store.yaml_nodes import is_plain
from graph.store.yaml_reading import read_yaml


@pytest.mark.parametrize(
    "text",
    ["no", "on", "Yes", "off", "2025-01-31", "1_000", "12:30", "0o17", "0x1F", "1e3", ".5", "007"],
)
def test_a_plain_scalar_stays_the_text_that_stands_there(text: str) -> None:
    assert read_yaml(f"name: {text}\n").data == {"name": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_and_null_are_nothing(text: str) -> None:
    assert read_yaml(f"name: {text}\n").data == {"name": None}


@pytest.mark.parametrize(("text", "value"), [('"null"', "null"), ("'~'", "~"), ('""', "")])
def test_quotes_make_text_of_anything(text: str, value: str) -> None:
    assert read_yaml(f"name: {text}\n").data == {"name": value}


def test_every_value_and_name_has_its_place() -> None:
    text = "claim:\n  en: Één zin.\nlinks:\n  - {claim: a-b, with: [c, 漢字d]}\n"
    places = read_yaml(text).places
    assert places["claim", KEY] == Span(1, 1, 6)
    assert places["claim", "en"] == Span(2, 7, 15)
    assert places["links", 0] == Span(4, 5, 33)
    assert places["links", 0, "claim"] == Span(4, 13, 16)
    assert places["links", 0, "with", KEY] == Span(4, 18, 22)
    assert places["links", 0, "with", 1] == Span(4, 28, 31)


def test_every_value_that_is_read_has_a_place_also_beside_faults() -> None:
    reading = read_yaml("a: &x [1, {b: 2}]\na: 3\nc: *x\n? [d]\n: 4\n")
    assert reading.data == {"a": ["1", {"b": "2"}], "c": None}
    values = {path: span.line for path, span in reading.places.items() if KEY not in path}
    assert values == {(): 1, ("a",): 1, ("a", 0): 1, ("a", 1): 1, ("a", 1, "b"): 1, ("c",): 1}


def test_places_count_from_the_given_first_line() -> None:
    assert read_yaml("name: x\n", first_line=7).places["name",] == Span(7, 7, 8)


def test_places_count_characters_beyond_the_basic_plane_once() -> None:
    assert read_yaml("{a: \U0001f600, b: c}").places["b",] == Span(1, 11, 12)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029", "\r"])
def test_only_line_feeds_begin_a_line(sign: str) -> None:
    reading = read_yaml(f"a: one{sign}two\nb: three\n")
    assert reading.data == {"a": "one two", "b": "three"}
    assert reading.places["b",] == Span(2, 4, 9)


def test_the_first_of_two_equal_fields_is_kept() -> None:
    reading = read_yaml("a: 1\nb: 2\na: 3\n")
    assert reading.data == {"a": "1", "b": "2"}
    [complaint] = reading.complaints
    assert (complaint.fault, complaint.span) == (Fault.DUPLICATE_KEY, Span(3, 1, 2))
    assert complaint.detail == "first given on line 1"


def test_a_bomb_of_aliases_is_refused_without_being_unfolded() -> None:
    lines = ["a0: &a0 [x, x]"] + [
        f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, 40)
    ]
    reading = read_yaml("\n".join(lines))
    assert {each.fault for each in reading.complaints} == {Fault.ALIAS}


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100_000,
        "{a: " * 50_000,
        "- " * 100_000 + "a",
        "? " * 100_000 + "a",
        "\n".join(" " * depth + "a:" for depth in range(500)),
    ],
    ids=["brackets", "braces", "hyphens", "question marks", "indentation"],
)
def test_nesting_without_end_is_refused_and_does_not_crash(text: str) -> None:
    [complaint] = read_yaml(text).complaints
    assert complaint.fault is Fault.TOO_DEEP


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n"])
def test_an_empty_text_is_no_data_and_no_fault(text: str) -> None:
    reading = read_yaml(text)
    assert (reading.data, reading.complaints) == (None, [])


def test_many_brackets_side_by_side_are_not_deep() -> None:
    reading = read_yaml("a: [" + ", ".join(["[x]"] * 1000) + "]\n")
    assert reading.complaints == []
    data: Any = reading.data
    assert len(data["a"]) == 1000


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("title: So\ntags: [a, b]\nnested: {a: {b: [c]}}\n", True),
        ("a: &a 1\nb: 2\n", True),
        ("", True),
        ("a: [", True),
        ("a: b: c", True),
        ("a: \x07", True),
        ("a: &a {x: 1}\nb: *a\n", False),
        ("a: &a {x: 1}\nb: {<<: [*a, *a]}\nc: [", False),
        ("? &a {x: 1}\n: y\nb: {<<: *a}\n", False),
        ("a: " + "[" * 100_000, False),
        ("{a: " * 100, False),
        ("- " * 1_000, False),
    ],
)
def test_what_another_reader_of_yaml_cannot_take_in_is_known(text: str, plain: bool) -> None:
    assert is_plain(text) is plain
