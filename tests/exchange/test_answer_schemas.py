"""A published schema does not change under its version."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from graph.exchange import answer_schemas
from graph.exchange.answer_schemas import ANSWERS, answer_schema, answer_schema_files

PUBLISHED: dict[str, dict[str, str]] = json.loads(
    (Path(__file__).parent / "answer_versions.json").read_text("utf-8")
)
"""Per command the versions there have been, each with a digest of what the schema demands."""


def _demanded(part: Any) -> Any:
    """A schema without what only explains it."""
    if isinstance(part, list):
        return [_demanded(each) for each in part]
    if not isinstance(part, dict):
        return part
    said = isinstance(part.get("description"), str)
    return {
        key: _demanded(value) for key, value in part.items() if not (said and key == "description")
    }


def digest(schema: dict[str, Any]) -> str:
    text = json.dumps(_demanded({**schema, "$id": ""}), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@pytest.mark.parametrize("command", ANSWERS)
def test_what_a_version_of_a_schema_demands_stays(command: str) -> None:
    found = digest(answer_schema(command))
    version = ANSWERS[command].version
    remedy = (
        f"give {command} another version in ANSWERS, and it the digest {found} in the file here: "
        "x.1 for a new key, 1.x where a program that reads the answer has to change"
    )
    assert PUBLISHED[command].get(version) == found, remedy


def test_words_that_explain_are_no_demand_and_a_key_is() -> None:
    schema = answer_schema("find")
    before = digest(schema)
    assert digest({**schema, "description": "Other words."}) == before
    schema["properties"]["description"] = {"type": "string"}
    assert digest(schema) != before


def test_what_was_written_of_this_program_is_kept_for_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked_anew(by: bytes) -> tuple[dict[str, str], list[str]]:
        made: list[str] = []

        def making(command: str) -> dict[str, Any]:
            made.append(command)
            return answer_schema(command)

        monkeypatch.setattr(answer_schemas, "program", lambda: by)
        monkeypatch.setattr(answer_schemas, "answer_schema", making)
        answer_schemas._texts.cache_clear()
        return answer_schema_files(), made

    monkeypatch.setenv("BETOOG_CACHE", str(tmp_path))
    try:
        first, again, by_another = asked_anew(b"one"), asked_anew(b"one"), asked_anew(b"other")
    finally:
        answer_schemas._texts.cache_clear()
    assert first[0] == again[0] == by_another[0]
    assert json.loads(first[0]["check.json"]) == answer_schema("check")
    assert (first[1], again[1], by_another[1]) == ([*ANSWERS], [], [*ANSWERS])
