"""A comma in a text inside braces is told as one thing, with the text that was meant."""

from pathlib import Path

import pytest

from graph.drafting.fixing import fixing
from graph.store import Fault, Tree, read_file
from graph.store.yaml_reading import read_yaml


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("s: {en: Good, for now., nl: Goed.}", {"en": "Good, for now.", "nl": "Goed."}),
        ("s: {en: One, two, three}", {"en": "One, two, three"}),
        ("s: {en: First, that is: second, nl: b}", {"en": "First, that is: second", "nl": "b"}),
        ("s: {en: Good ,for now. }", {"en": "Good ,for now."}),
        ("s: {en: Good,\n  for now., nl: Goed.}", {"en": "Good, for now.", "nl": "Goed."}),
        ("s: {start: Als, dan, end: zo}", {"start": "Als, dan", "end": "zo"}),
        (
            "s: {en: 10\u00a0%, pour\u00a0vous, nl: b}",
            {"en": "10\u00a0%, pour\u00a0vous", "nl": "b"},
        ),
        ("s: {en: Oui\u202f!,\n  non\u3000., nl: b}", {"en": "Oui\u202f!, non\u3000.", "nl": "b"}),
        ("s: {literal: Foo, Inc.}", {"literal": "Foo, Inc."}),
        ("s: {a: {en: Eén, twee 漢字}}", {"a": {"en": "Eén, twee 漢字"}}),
    ],
)
def test_the_text_is_read_as_it_was_meant_with_one_complaint(text: str, meant: object) -> None:
    reading = read_yaml(text)
    assert reading.data == {"s": meant}
    (complaint,) = reading.complaints
    assert complaint.fault is Fault.UNQUOTED_COMMA
    line = text.split("\n")[0]
    shown = line[complaint.span.column - 1 : complaint.span.end_column - 1]
    assert shown == complaint.found if "\n" not in text else complaint.found.startswith(shown)


@pytest.mark.parametrize(
    "text",
    [
        "s: {en: A, nl}",
        "s: {en: A, nl: }",
        "s: {claim: x, with}",
        's: {en: "a", b c}',
        's: {en: A, "b c"}',
        "s: {en: A, b: c}",
        "s: {a b, c d}",
        "s: {en: [a], b c}",
        "s: [a, b c]",
    ],
)
def test_what_may_be_something_else_is_left_as_it_is(text: str) -> None:
    assert [each.fault for each in read_yaml(text).complaints] == []


def test_quotes_are_put_where_the_whole_text_stands() -> None:
    text = (
        '---\nclaim: {en: It "costs", for now, a lot: too much., nl: Duur, nu.}\n'
        "kind: fact\nimplicit: true\n---\n"
    )
    path = "claims/d/a-claim.md"
    record, problems = read_file(path, text)
    assert record is not None
    tree = Tree(Path(), (record,), tuple(problems))
    assert [each.fault for each in problems] == [Fault.UNQUOTED_COMMA] * 2
    assert fixing(tree).changed[path].split("\n")[1] == (
        'claim: {en: "It \\"costs\\", for now, a lot: too much.", nl: "Duur, nu."}'
    )
