"""Changes of fields reach the fields alone, wherever these stand."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records import Claim
from graph.store.amending import (
    Append,
    Change,
    NotAmendableError,
    Remove,
    Rename,
    Set,
    amend,
    amendment,
)
from graph.store.comments import remarks
from graph.store.layout import laid_out
from graph.store.writing import record_text
from graph.store.yaml_reading import read_yaml
from tests.examples import examples
from tests.store.records import claims, texts
from tests.store.untidy import untidy
from tests.yaml_readers import READERS, Refusal

PATH = "claims/d/a.md"
SOURCE = "claims/sources/s.yaml"


def changed(fields: str, *changes: Change) -> str:
    before, after = "---\n", "---\nA note.\n"
    text = amend(PATH, f"{before}{fields}{after}", changes)
    assert text.startswith(before)
    assert text.endswith(after)
    return text[len(before) : len(text) - len(after)]


@pytest.mark.parametrize(
    ("fields", "change", "after"),
    [
        ("a: b  # c\n", Set(("a",), "d"), "a: d  # c\n"),
        ("a: 'b'\nc: d\n", Set(("a",), "x: y"), 'a: "x: y"\nc: d\n'),
        ("a:\nc: d\n", Set(("a",), "b"), "a: b\nc: d\n"),
        ("a: >\n  b\n  c\n# d\n", Set(("a",), "e"), "a: e\n# d\n"),
        ("a: [b, c]\n", Set(("a", 1), "d"), "a: [b, d]\n"),
        ("a: {b: c}\n", Set(("a", "d"), "e?"), 'a: {b: c, d: "e?"}\n'),
        ("a: {b: }\n", Set(("a", "d"), "e"), "a: {b: , d: e}\n"),
        ("a: { b: c, } # d\n", Set(("a", "d"), "e"), "a: { b: c, d: e, } # d\n"),
        ("a: {}\n", Set(("a", "d"), "e"), "a: {d: e}\n"),
        ("a:\n    b: c  # d\n# e\n", Set(("a", "f"), "g"), "a:\n    b: c  # d\n    f: g\n# e\n"),
        ("- b: c\n", Set((0, "f"), "g"), "- b: c\n  f: g\n"),
        ("a: b\n", Set(("topics",), ["c"]), "topics: [c]\na: b\n"),
        ("id: b\n", Set(("implicit",), True), "id: b\nimplicit: true\n"),
        ("kind: fact\n", Set(("base_score",), 0.75), "kind: fact\nbase_score: 0.75\n"),
        ("kind: fact\n# on topics\ntopics: [a]\n", Set(("label",), {"en": "b"}),
         "label: {en: b}\nkind: fact\n# on topics\ntopics: [a]\n"),
        ("kind: fact\n# on topics\ntopics: [a]\n", Set(("raises",), ["b"]),
         "kind: fact\nraises: [b]\n# on topics\ntopics: [a]\n"),
        ("{kind: fact}\n", Set(("label",), {"en": "b"}), "{kind: fact, label: {en: b}}\n"),
        ("a: [b]  # c\n", Append(("a",), "d"), "a: [b, d]  # c\n"),
        ("a: [b, ]\n", Append(("a",), "d"), "a: [b, d, ]\n"),
        ("a: [\n  b  # c\n]\n", Append(("a",), "d"), "a: [\n  b, d  # c\n]\n"),
        ("a: []\n", Append(("a",), "d"), "a: [d]\n"),
        ("a: [] # c\n", Append(("a",), {"d": "e"}), "a: # c\n  - {d: e}\n"),
        ("a: {b: []}\n", Append(("a", "b"), {"d": "e"}), "a: {b: [{d: e}]}\n"),
        ("a: null # c\n", Append(("a",), "d"), "a: # c\n  - d\n"),
        ("a:\nb: c\n", Append(("a",), {"d": "e"}), "a:\n  - {d: e}\nb: c\n"),
        ("a:\n- b # c\n\n# d\n", Append(("a",), "e"), "a:\n- b # c\n- e\n\n# d\n"),
        ("a:\n  -   b: c\n      d: >\n        e\n\n", Append(("a",), {"f": "g"}),
         "a:\n  -   b: c\n      d: >\n        e\n  - {f: g}\n\n"),
        ("kind: fact\n", Append(("topics",), "c"), "kind: fact\ntopics: [c]\n"),
        ("a: [b, c, d]\n", Remove(("a", 1)), "a: [b, d]\n"),
        ("a: [b, c ]\n", Remove(("a", 1)), "a: [b ]\n"),
        ("a:\n  - b\n  - c: d\n    e: [\n     ]\n  - f\n", Remove(("a", 1)), "a:\n  - b\n  - f\n"),
        ("a: b\nc: d\n", Remove(("a",)), "c: d\n"),
        ("a: {b: c, d: e}\n", Remove(("a", "b")), "a: {d: e}\n"),
        ("a: b -> (c-b -> b)\n", Rename(("a",), "b", "d"), "a: d -> (c-b -> d)\n"),
        ("a: 'b'\n", Rename(("a",), "b", "null"), "a: 'null'\n"),
        ("a: b\n", Rename(("a",), "b", "null"), 'a: "null"\n'),
        ("a: >\n  b ->\n  b\n", Rename(("a",), "b", "c"), "a: >\n  c ->\n  c\n"),
        ('a: "\\x62"\n', Rename(("a",), "b", "c"), "a: c\n"),
        ("a: b\u2028c # \u2029d\n", Set(("a",), "e"), "a: e # \u2029d\n"),
    ],
)  # fmt: skip
def test_a_change_is_made_where_the_field_stands(fields: str, change: Change, after: str) -> None:
    assert changed(fields, change) == after


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ("a: b\n", Set(("c", "d"), "e")),
        ("a: b\n", Set(("a", "d"), "e")),
        ("a: [b]\n", Set(("a", 1), "e")),
        ("a: [b: c]\n", Set(("a", 0, "d"), "e")),
        ("a: b\n", Append(("a",), "c")),
        ("a: {b: c}\n", Append(("a",), "c")),
        ("a: b\n", Remove(("c",))),
        ("a: [b]\n", Remove(("a", 0))),
        ("a:\n  - b\n", Remove(("a", 0))),
        ("a:\n  - b # c\n  - d\n", Remove(("a", 0))),
        ("a: [b, # c\n d]\n", Remove(("a", 0))),
        ("a: > # c\n  b\n", Set(("a",), "d")),
        ("a:\n- b\n", Set(("a",), "d")),
        ("a: [b]\n", Rename(("a",), "b", "c")),
        ("a: [\n", Set(("a",), "b")),
        ("a: &x b\n", Set(("a",), "c")),
        ("- a\n", Set(("a",), "c")),
        ("", Set(("a",), "c")),
    ],
)
def test_what_cannot_be_changed_alone_is_refused(fields: str, change: Change) -> None:
    with pytest.raises(NotAmendableError) as refused:
        changed(fields, change)
    assert refused.value.path == PATH
    assert str(refused.value) == f"{PATH} {refused.value.reason}"


def test_a_file_without_fences_is_refused() -> None:
    with pytest.raises(NotAmendableError):
        amend(PATH, "a: b\n", [Set(("a",), "c")])


def test_paths_are_those_of_before_all_changes() -> None:
    fields = "a: [b, c, d]\ne: f\n"
    changes = (Remove(("a", 0)), Remove(("a", 1)), Set(("a", 2), "x"), Append(("a",), "y"))
    assert changed(fields, *changes) == "a: [x, y]\ne: f\n"


def test_one_place_is_not_changed_twice() -> None:
    with pytest.raises(NotAmendableError, match="twice"):
        changed("a: [b, c]\n", Set(("a", 0), "d"), Remove(("a", 0)))


def test_a_change_that_brings_a_fault_is_refused() -> None:
    claim = "claim: {en: A.}\nkind: fact\n"
    assert changed(claim, Set(("kind",), "value")) == claim.replace("fact", "value")
    with pytest.raises(NotAmendableError):
        changed(claim, Set(("kind",), "no-kind"))
    with pytest.raises(NotAmendableError):
        changed(claim, Remove(("kind",)))


def test_a_file_with_faults_is_changed_beside_them() -> None:
    assert changed("kind: x\nclaim: {en: A.}\n", Set(("claim", "nl"), "B.")) == (
        "kind: x\nclaim: {en: A., nl: B.}\n"
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(newline: str, mark: str) -> None:
    text = mark + "type: book\ntitle: A x  # b\n\n".replace("\n", newline)
    after = amend(SOURCE, text, [Set(("note",), "c"), Set(("title",), "D")])
    assert after == text.replace("A x", "D").replace("# b", f"# b{newline}note: c")


LONG = "A sentence that is long enough to need a line of its own, if not two of them."


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    "change",
    [
        Set(("passages", 0, "fingerprint"), f"sha256:{'1' * 64}"),
        Set(("label",), {"en": LONG}),
        Append(("supports",), {"claim": "c", "because": {"en": LONG}}),
        Append(("topics",), LONG.replace(" ", "-").lower()),
        Remove(("claim", "nl")),
        Rename(("supports", 0, "claim"), "b", "b" * 70),
    ],
    ids=str,
)
def test_a_file_that_was_laid_out_still_is(change: Change, newline: str, mark: str) -> None:
    text = (
        f"---\nclaim:\n  en: {LONG}  # a remark\n  nl: Een zin.\nkind: fact\n"
        "passages:\n  - {source: essay, paragraph: 2, start: one two three, end: four five}\n"
        "supports:\n  - {claim: b, because: {en: So it is said.}}\ntopics: [a]\n---\nProse.\n"
    )
    assert laid_out("claim", text) == text
    after = amend(PATH, mark + text.replace("\n", newline), [change])
    assert after.startswith(f"{mark}---{newline}")
    assert after.count("\n") == after.count(newline)
    plain = after.removeprefix(mark).replace("\r\n", "\n")
    assert laid_out("claim", plain) == plain
    assert plain != text
    assert "# a remark" in plain


def test_the_pieces_are_those_of_the_text_as_it_is_read() -> None:
    text = "\ufefftype: book\r\ntitle: A\r\n"
    [splice] = amendment(SOURCE, text, [Set(("title",), "B")])
    assert splice == (18, 19, "B")


def _drawn(draw: random.Random, data: dict[str, Any], text: str) -> Change:
    """Some change of some field, or of one that is not there."""
    texts = [
        path for path in _paths(data) if path[-1] in ("en", "nl", "no", "und") or "topics" in path
    ]
    path = draw.choice(texts if texts and draw.random() < 0.4 else [*_paths(data)])
    more: Any = draw.choice([text, "some-id", {"claim": "some-id"}, {"en": text}])
    new = (draw.choice(["topics", "raises", "supports", "label"]),)
    match draw.randrange(5):
        case 0:
            return Set(path, more)
        case 1:
            return Set((*path[:-1], draw.choice(["de", "wording"])), text)
        case 2:
            return Append(draw.choice([path, path[:-1], path[:1], new]) or new, more)
        case 3:
            return Set(new, {"en": text} if new == ("label",) else [more])
        case _:
            return Remove(path)


def _paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    if isinstance(data, (dict, list)):
        for step, each in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _paths(each, (*path, step))


def test_changes_of_every_kind_are_made_in_many_layouts() -> None:
    """The test below is worth as much as what comes of the changes it draws."""
    data = {
        "claim": {"en": "A.", "nl": "B."}, "kind": "fact", "topics": ["a", "b"], "raises": ["a"],
        "supports": [{"claim": "a", "because": {"en": "C."}}, {"claim": "b", "with": ["c", "d"]}],
    }  # fmt: skip
    made: Counter[type] = Counter()
    for seed in range(300):
        draw = random.Random(seed)
        fields = untidy(data, draw)
        change = _drawn(draw, data, "x: y?")
        with suppress(NotAmendableError):
            changed(fields, change)
            made[type(change)] += 1
    assert min(made[Set], made[Append], made[Remove]) > 5, made


@settings(max_examples=examples(2), deadline=None)
@given(claim=claims, text=texts, seed=st.integers(0, 10**6))
def test_any_change_of_any_layout_is_made_alone_or_refused(
    claim: Claim, text: str, seed: int
) -> None:
    draw = random.Random(seed)
    fields = untidy(read_yaml(record_text(claim)).data, draw)
    data = read_yaml(fields).data
    change = _drawn(draw, data, text)
    try:
        after = changed(fields, change)
    except NotAmendableError:
        return
    assert remarks(PATH, f"---\n{after}---\n") == remarks(PATH, f"---\n{fields}---\n")
    wanted = _made(data, change)
    assert read_yaml(after).data == wanted
    if all(read(fields) == READERS["libyaml"](fields) for read in PYTHONS):
        read = READERS["libyaml"](after)
        assert not isinstance(read, Refusal)
        assert all(each(after) == read for each in PYTHONS)


PYTHONS = [READERS["PyYAML"], READERS["ruamel.yaml"]]


def _made(value: Any, change: Change, path: tuple[str | int, ...] = ()) -> Any:
    """Data with a change made, told in another way than by the module itself."""
    if path == change.path:
        if isinstance(change, Append):
            return [*(value or []), change.item]
        return change.value if isinstance(change, Set) else value
    if change.path[: len(path)] != path:
        return value
    step = change.path[len(path)]
    if isinstance(value, dict):
        last = len(change.path) == len(path) + 1
        rest = {
            key: _made(each, change, (*path, key))
            for key, each in value.items()
            if not (last and key == step and isinstance(change, Remove))
        }
        if last and step not in value and not isinstance(change, Remove):
            rest[str(step)] = _made(None, change, change.path)
        return rest
    if isinstance(value, list):
        return [
            _made(each, change, (*path, at))
            for at, each in enumerate(value)
            if not (isinstance(change, Remove) and change.path == (*path, at))
        ]
    return value
