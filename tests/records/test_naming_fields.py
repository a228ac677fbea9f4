"""One table knows all fields that hold the id of another record."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph.records import Claim, Debate
from graph.records.kinds import RECORD_KINDS
from graph.records.naming_fields import NAMING_FIELDS, named_in
from graph.store.json_schema import json_schema


def _with_ids(schema: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """The fields of a kind of record that hold an id, by their schemas."""
    parts, id_ = schema["$defs"], schema["properties"]["id"]["pattern"]

    def found(part: dict[str, Any], way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        part = parts[part["$ref"].rpartition("/")[2]] if "$ref" in part else part
        if part.get("pattern") == id_:
            yield way
        for each in part.get("anyOf", ()):
            yield from found(each, way)
        if isinstance(part.get("items"), dict):
            yield from found(part["items"], way)
        for name, each in part.get("properties", {}).items():
            yield from found(each, (*way, name))

    return found(schema, ())


@pytest.mark.parametrize("kind", [each for each in RECORD_KINDS if each != "grounds"])
def test_every_field_with_an_id_names_a_record_or_is_an_id_of_its_own(kind: str) -> None:
    own = {way for way in _with_ids(json_schema(kind)) if way[-1] in ("id", "aliases")}
    naming = {way for way, what in NAMING_FIELDS.get(kind, {}).items() if what != "link"}
    there = set(_with_ids(json_schema(kind))) - own
    steps = {("supports", "link"), ("contradicts", "link"), ("undercuts", "claim")}
    assert there == naming - steps


def test_a_claim_names_others_in_its_steps_relations_passages_and_outcome() -> None:
    claim = Claim.model_validate(
        {
            "id": "a",
            "claim": {"en": "A."},
            "kind": "prediction",
            "speaker": "p",
            "passages": [{"source": "s", "start": "x"}],
            "supports": [{"claim": "b", "with": ["c", "d"], "scheme": "e"}],
            "undercuts": [{"link": "f -> g"}],
            "raises": ["q"],
            "outcome": {"state": "open", "on": "2025-01-31", "because": {"en": "B."},
                        "claims": ["h"]},
        }
    )  # fmt: skip
    assert set(named_in("claim", claim)) == {
        (("supports", 0, "claim"), "claim", "b"),
        (("supports", 0, "with", 0), "claim", "c"),
        (("supports", 0, "with", 1), "claim", "d"),
        (("supports", 0, "scheme"), "scheme", "e"),
        (("undercuts", 0, "link"), "link", "f -> g"),
        (("raises", 0), "question", "q"),
        (("passages", 0, "source"), "source", "s"),
        (("speaker",), "speaker", "p"),
        (("outcome", "claims", 0), "claim", "h"),
    }


@pytest.mark.parametrize(
    ("source", "named"),
    [("s", [(("source",), "s")]), (["s", "t"], [(("source", 0), "s"), (("source", 1), "t")])],
)
def test_a_debate_names_one_text_or_several(source: Any, named: list[Any]) -> None:
    debate = Debate.model_validate(
        {"id": "d", "title": {"en": "D"}, "question": {"en": "D?"}, "source": source}
    )
    assert [(each.field, each.name) for each in named_in("debate", debate)] == named
