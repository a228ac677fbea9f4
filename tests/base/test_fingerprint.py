"""Fingerprints of values."""

import subprocess
import sys
from dataclasses import dataclass
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.base.fingerprint import combined, fingerprint
from graph.records import LocalizedText

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=8,
)


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Thing:
    name: str
    size: float = 1.0


@given(PLAIN, PLAIN)
def test_values_that_differ_have_fingerprints_that_differ(one: object, other: object) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (repr(one) == repr(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab",)),
        (("a,b",), ("a", "b")),
        (1, 1.0),
        ("1", 1),
        (Colour.RED, "red"),
        (Colour.RED, Colour.BLUE),
        (Thing("a"), Thing("a", 2.0)),
        (["a"], ("a",)),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (LocalizedText({"en": "a"}), LocalizedText({"en": "a", "nl": "a"})),
    ],
)
def test_these_are_told_apart(one: object, other: object) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_a_set_has_no_order() -> None:
    names = [f"claim-{number}" for number in range(40)]
    backwards = set[str]()
    for name in reversed(names):
        backwards.add(name)
    assert fingerprint(frozenset(names)) == fingerprint(backwards)


@pytest.mark.process
def test_another_process_gives_the_same() -> None:
    code = (
        "from graph.base.fingerprint import fingerprint;"
        "print(fingerprint((frozenset('abcdef'), {'a': 1.5}, 'é')).hex())"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == fingerprint((frozenset("abcdef"), {"a": 1.5}, "é")).hex()


def test_what_is_no_plain_data_is_refused_unless_somebody_can_tell_of_it() -> None:
    with pytest.raises(TypeError, match="object has no fingerprint"):
        fingerprint(("a", object()))
    assert fingerprint(object(), lambda _: "a thing") == fingerprint(object(), lambda _: "a thing")


def test_several_are_one_in_their_order() -> None:
    one, other = fingerprint("a"), fingerprint("b")
    assert combined([one, other]) != combined([other, one])
