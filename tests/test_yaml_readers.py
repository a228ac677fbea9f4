"""Four parsers of YAML, asked in one way, differ where they are known to differ."""

import pytest

from tests.yaml_readers import READERS, Refusal, js_yaml_all, readings

pytestmark = pytest.mark.process

SAME = {
    "no text is anything else": (
        "a: no\nb: ~\nc: 1_000\nd: 2026-01-01\ne:\n",
        {"a": "no", "b": "~", "c": "1_000", "d": "2026-01-01", "e": ""},
    ),
    "lists and fields in one line": (
        "a: [x, {b: y}]\nc: {d: 'it''s', e: \"\\u2028\"}\n",
        {"a": ["x", {"b": "y"}], "c": {"d": "it's", "e": "\u2028"}},
    ),
    "folded and kept lines": (
        "a: >\n  x\n  y\nb: |\n  x\n  y\n",
        {"a": "x y\n", "b": "x\ny\n"},
    ),
    "nothing but a comment": ("# x\n", None),
}


@pytest.mark.parametrize("name", SAME)
def test_a_plain_text_is_the_same_to_all(name: str) -> None:
    text, data = SAME[name]
    assert readings(text) == dict.fromkeys(READERS, data)


@pytest.mark.parametrize(
    ("text", "refusing"),
    [
        ("a: {b: who?, c: d}\n", {"PyYAML"}),
        ("a: b\u2028c\n", {"libyaml", "PyYAML"}),
        ("a: b\na: c\n", {"ruamel.yaml", "js-yaml"}),
        ("a: [b\n", {"libyaml", "PyYAML", "ruamel.yaml", "js-yaml"}),
    ],
)
def test_what_only_some_read_is_refused_by_the_others(text: str, refusing: set[str]) -> None:
    read = readings(text)
    assert {name for name, each in read.items() if isinstance(each, Refusal)} == refusing


def test_many_texts_are_read_in_one_go_in_their_order() -> None:
    assert js_yaml_all(["a: b", "[", "- c"]) == [{"a": "b"}, js_yaml_all(["["])[0], ["c"]]
