"""Slips as people make them; the commonest have cases in tests/cases as well."""

import pytest

from graph.store import Fault
from graph.store.yaml_reading import read_yaml

SLIPS = {
    "text after a block sign": ("name: |x\n", Fault.RESERVED, 1, 7),
    "bold text": ("name: **bold** words\n", Fault.ALIAS, 1, 7),
    "second colon in a list": ("topics:\n  - a: b: c\n", Fault.UNQUOTED_COLON, 2, 9),
    "first line indented": (" kind: fact\nclaim: x\n", Fault.WRONG_INDENT, 2, 1),
    "list item without hyphen": ("with:\n  - a: b\n  c: d\n", Fault.WRONG_INDENT, 3, 3),
    "list beside fields": ("- a\nname: b\n", Fault.WRONG_INDENT, 2, 1),
    "words after a quotation": ('en: "One" more\n', Fault.QUOTE, 1, 11),
    "quotation in braces": ('{en: "One" more, nl: x}\n', Fault.QUOTE, 1, 12),
    "words after the end mark": ("name: x\n...\nname: y\n", Fault.SECOND_DOCUMENT, 3, 1),
    "directive": ("%percent\nname: x\n", Fault.RESERVED, 1, 1),
    "tab between lines": ("claim:\n  en: One\n\tnl: Two\n", Fault.TAB, 3, 1),
    "line of prose": ("name: x\nand more\n", Fault.SYNTAX, 2, 1),
    "bracket open at the end": ("a: [b,\n", Fault.BRACKET, 1, 4),
    "comma too many": ("a: [b, , c]\n", Fault.SYNTAX, 1, 8),
    "open quotation in braces": ('a: {en: "b, nl: c}\nd: e\n', Fault.QUOTE, 1, 9),
    "null byte": ("name: a\x00b\n", Fault.CONTROL_CHARACTER, 1, 8),
    "byte order mark inside": ("name: a\n\ufeffrole: b\n", Fault.CONTROL_CHARACTER, 2, 1),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_and_placed_where_it_was_made(name: str) -> None:
    text, fault, line, column = SLIPS[name]
    [complaint] = read_yaml(text).complaints
    assert (complaint.fault, *complaint.span[:2]) == (fault, line, column)


def test_a_fault_past_the_last_line_is_placed_in_it() -> None:
    [complaint] = read_yaml("a: b\nplain\n\n\n").complaints
    assert complaint.span.line == 2
