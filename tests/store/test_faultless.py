"""What is read quickly is what is read slowly."""

from unittest import mock

import pytest
from hypothesis import given, settings

from graph.records import limits
from graph.store import yaml_reading
from graph.store.faultless import faultless
from graph.store.front_matter import Unfenced, fields_and_body
from graph.store.splices import as_read
from graph.store.yaml_nodes import DEEPEST, without_old_breaks
from graph.store.yaml_reading import Reading, read_yaml
from tests.slips import EXAMPLES, FILES, mutated


def slowly(text: str) -> Reading:
    with mock.patch.object(yaml_reading, "faultless", return_value=None):
        return read_yaml(text)


def fields(path: str, raw: bytes) -> str:
    """The YAML of a file, or all of it."""
    text = as_read(raw.decode("utf-8", "replace"))
    parts = fields_and_body(path, text)
    return text if isinstance(parts, Unfenced) else parts.yaml


@settings(max_examples=EXAMPLES)
@given(slip=mutated(FILES))
def test_what_is_read_quickly_has_no_faults_and_says_the_same(slip: tuple[str, bytes]) -> None:
    text = fields(*slip)
    found, slow = faultless(without_old_breaks(text)), slowly(text)
    if found is not None:
        assert (slow.data, slow.items, slow.complaints) == (found.data, found.items, [])


@pytest.mark.parametrize("path", [each for each in FILES if each.count(".") == 1])
def test_records_without_faults_are_read_quickly(path: str) -> None:
    if parts := fields(path, FILES[path]):
        slow = slowly(parts)
        assert faultless(parts) == (slow.data, slow.items)


@pytest.mark.parametrize(
    "text",
    [
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "a: !b [c]\n",
        "{en: Good, for now., nl: Goed.}\n",
        "{en: Good, for, nl: Goed.}\n",
        "a: 1\na: 2\n",
        "[a]: b\n",
        'a: "\\u0007"\n',
        '"\\u0007": a\n',
        "a:\u00a0b\n",
        "a: \x07\n",
        "a: b\n---\nc: d\n",
        "a: [\n",
        "",
        "# nothing\n",
        "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
        "".join(f"a{number}: b\n" for number in range(limits.ITEMS + 1)),
    ],
)
def test_what_may_be_at_fault_is_not_read_quickly(text: str) -> None:
    assert faultless(text) is None


def test_an_empty_value_is_nothing_unless_it_is_in_quotes() -> None:
    found = faultless("a:\nb: ~\nc: ''\nd: '~'\ne: [null, '']\n")
    assert found == ({"a": None, "b": None, "c": "", "d": "~", "e": [None, ""]}, 2)
