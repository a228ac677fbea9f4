import pytest

from graph.editor.cursor import spot


def typing(text: str) -> tuple[tuple[str, ...], str, bool, bool]:
    lines = text.split("\n")
    found = spot(lines, len(lines), len(lines[-1]) + 1)
    assert found is not None
    assert lines[-1][found.begin - 1 :] == found.typed
    return found.fields, found.typed, found.named, found.item


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ki", ((), "ki", False, False)),
        ("kind: fa", (("kind",), "fa", True, False)),
        ("supports:\n  - claim: low", (("supports", "claim"), "low", True, False)),
        ("supports:\n  - claim: a\n    wi", (("supports",), "wi", False, False)),
        ("supports:\n  - claim: a\n    with: [x, y", (("supports", "with"), "y", True, True)),
        ("supports:\n  - claim: a\n    with:\n      - y", (("supports", "with"), "y", False, True)),
        ("supports:\n  - {claim: a, with: [b", (("supports", "with"), "b", True, True)),
        ("supports:\n  - {claim: a, sch", (("supports",), "sch", False, False)),
        ("passages:\n- source: e", (("passages", "source"), "e", True, False)),
        ("themes:\n  - id: x\n    roots:\n      - a", (("themes", "roots"), "a", False, True)),
        ("answers: [", (("answers",), "", True, True)),
        ('speaker: "ad', (("speaker",), "ad", True, False)),
        ("claim: {en: One, nl", (("claim",), "nl", False, False)),
    ],
)
def test_a_place_is_known_by_its_lines(
    text: str, expected: tuple[tuple[str, ...], str, bool, bool]
) -> None:
    assert typing(text) == expected


def test_comments_are_no_place_to_write_in() -> None:
    assert spot(["kind: fact # like th"], 1, 21) is None
