"""The schemas that editors use and the models agree on what a record is."""

import copy
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from graph.records.kinds import RECORD_KINDS
from graph.store import read_file
from graph.store.json_schema import json_schema
from graph.store.writing import lines_of, record_text
from graph.store.yaml_reading import read_yaml
from tests.examples import examples
from tests.store.records import claims, debates, grades, sources, speakers

VALIDATORS = {kind: Draft202012Validator(json_schema(kind)) for kind in RECORD_KINDS}
PATHS = {
    "claim": "claims/d/some-claim.md",
    "debate": "claims/d/debate.yaml",
    "source": "claims/sources/s.yaml",
    "speaker": "claims/speakers/p.yaml",
    "grounds": "claims/grounds.yaml",
}
RECORDS: dict[str, st.SearchStrategy[Any]] = {
    "claim": claims,
    "debate": debates,
    "source": sources,
    "speaker": speakers,
    "grounds": grades,
}
WRONG: tuple[Any, ...] = (
    "", "Not An Id", "a-b", "1", 7, -1, 0.5, 1.5, True, None, [], ["a-b"], {}, {"en": "x"},
    {"e": "x"}, {"claim": "a"}, [{"claim": "a"}], [{"claim": "A b"}], [{"source": "s"}], [None],
    "https://example.org", "2025-13", "2025-12", "endorses", "fact", "sha256:12",
)  # fmt: skip


class _Core(SafeConstructor):
    """The core schema of YAML 1.2, which knows no dates."""


_Core.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def _as_editors_read(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Core
    return yaml.load(text)


def _models_accept(kind: str, text: str) -> bool:
    whole = f"---\n{text}---\n" if kind == "claim" else text
    return read_file(PATHS[kind], whole)[1] == []


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_a_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_field_is_explained(kind: str) -> None:
    schema = json_schema(kind)
    parts = [schema, *schema.get("$defs", {}).values()]
    for part in parts:
        for name, field in part.get("properties", {}).items():
            assert field.get("description", "").endswith("."), name


@pytest.mark.parametrize("kind", RECORD_KINDS)
@settings(max_examples=examples(2.5), deadline=None)
@given(data=st.data())
def test_what_the_models_write_fits_the_schema(kind: str, data: st.DataObject) -> None:
    text = record_text(data.draw(RECORDS[kind]))
    assert [each.message for each in VALIDATORS[kind].iter_errors(_as_editors_read(text))] == []


def _mutated(value: Any, draw: random.Random) -> Any:
    """The same data with one field taken away, added or given a wrong value."""
    value = copy.deepcopy(value)
    here, key = value, draw.choice(sorted(value))
    while isinstance(here[key], (dict, list)) and here[key] and draw.random() < 0.6:
        here = here[key]
        key = draw.randrange(len(here)) if isinstance(here, list) else draw.choice(sorted(here))
    what = draw.random()
    if what < 0.2:
        del here[key]
    elif what < 0.4 and isinstance(here, dict):
        here["kinds"] = draw.choice(WRONG)
    else:
        here[key] = draw.choice(WRONG)
    return value


@pytest.mark.parametrize("kind", RECORD_KINDS)
@settings(max_examples=examples(4), deadline=None)
@given(data=st.data(), seed=st.integers(0, 10**6))
def test_schema_and_models_refuse_the_same(kind: str, data: st.DataObject, seed: int) -> None:
    plain = read_yaml(record_text(data.draw(RECORDS[kind]))).data
    for part in (plain, plain.get("quality", {})):
        for flag in {"implicit", "seen", "peer_reviewed", "interested"} & part.keys():
            part[flag] = part[flag] == "true"
    text = "".join(f"{line.text}\n" for line in lines_of(_mutated(plain, random.Random(seed))))
    as_read = _as_editors_read(text)
    assert VALIDATORS[kind].is_valid(as_read) == _models_accept(kind, text), text
