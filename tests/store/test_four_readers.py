"""What is written reads the same to four parsers of YAML, two of its versions among them."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.store.front_matter import Unfenced, fields_and_body
from graph.store.writing import lines_of, record_text
from tests.examples import examples
from tests.store.records import NASTY, claims, debates, sources, speakers, texts
from tests.yaml_readers import READERS, js_yaml_all, readings

pytestmark = pytest.mark.process

CLAIMS = Path(__file__).parents[2] / "claims"
SIGNS = "a1 -:#,[]{}?!&*|>'\"%@`.=~<+/\\"


def written(data: dict[str, Any]) -> str:
    return "".join(f"{line.text}\n" for line in lines_of(data))


def everywhere(some: list[str]) -> dict[str, Any]:
    """Texts as items and fields on lines of their own and in brackets, and as names of fields."""
    return {
        "items": some,
        "fields": {f"a{number}": each for number, each in enumerate(some)},
        "in line": [{"a": each, "b": [each, each], "c": "d"} for each in some],
        "names": dict.fromkeys(some, "a"),
        "names in line": [{each: "a"} for each in some],
    }


def test_signs_stand_in_quotes_wherever_some_parser_takes_them_for_its_own() -> None:
    some = ["".join(each) for length in (1, 2) for each in product(SIGNS, repeat=length)]
    some += ["".join(each) for each in product("a -:?#.", repeat=3)]
    data = everywhere([*dict.fromkeys([*some, *NASTY])])
    assert readings(written(data)) == dict.fromkeys(READERS, data)


@settings(max_examples=examples(0.2), deadline=None)
@given(some=st.lists(texts, min_size=1, max_size=30))
def test_any_text_is_the_same_to_all(some: list[str]) -> None:
    data = everywhere(some)
    assert readings(written(data)) == dict.fromkeys(READERS, data)


@settings(max_examples=examples(0.1), deadline=None)
@given(records=st.lists(claims | debates | sources | speakers, min_size=1, max_size=8))
def test_any_record_is_the_same_to_all(records: list[Any]) -> None:
    same_to_all([record_text(each) for each in records])


@pytest.mark.content
def test_the_committed_records_are_the_same_to_all() -> None:
    some = [
        parts.yaml
        for path in sorted(CLAIMS.rglob("*"))
        if path.suffix == ".yaml" or (path.suffix == ".md" and path.name.count(".") == 1)
        if not isinstance(parts := fields_and_body(path.name, path.read_text("utf-8")), Unfenced)
    ]
    assert len(some) > 1
    same_to_all(some)


def same_to_all(some: list[str]) -> None:
    for text, by_js_yaml in zip(some, js_yaml_all(some), strict=True):
        read = READERS["libyaml"](text)
        assert isinstance(read, dict)
        assert by_js_yaml == read
        assert READERS["PyYAML"](text) == read
        assert READERS["ruamel.yaml"](text) == read
