"""The form of each kind of record as JSON Schema (draft 2020-12), for editors and programs."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from graph.records import limits
from graph.records.kinds import RECORD_KINDS

FOLDER = "claims/.schema"
"""Where schemas are kept in a knowledge base, from its root."""


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of a record of this kind as it stands in a file.

    The id is the file's name, so a file need not repeat it. Raises KeyError for another kind.
    """
    schema = RECORD_KINDS[kind].model.model_json_schema(by_alias=True, mode="validation")
    schema["required"] = [name for name in schema.get("required", ()) if name != "id"]
    return {"$schema": GenerateJsonSchema.schema_dialect, **_with_limits(without_titles(schema))}


def _with_limits(part: Any) -> Any:
    """With the number of items that a list can have, if it is the only one of its record."""
    if isinstance(part, list):
        return [_with_limits(each) for each in part]
    if not isinstance(part, dict):
        return part
    limited = {name: _with_limits(each) for name, each in part.items()}
    if part.get("type") == "array":
        limited.setdefault("maxItems", limits.ITEMS)
    return limited


def without_titles(part: Any) -> Any:
    """Without the titles that repeat a field's name, which editors would show twice."""
    if isinstance(part, list):
        return [without_titles(each) for each in part]
    if not isinstance(part, dict):
        return part
    kept: dict[str, Any] = {}
    for key, value in part.items():
        if key == "title" and isinstance(value, str):
            continue
        if key == "properties":
            kept[key] = {name: without_titles(each) for name, each in value.items()}
        else:
            kept[key] = without_titles(value)
    return kept


def schema_files() -> dict[str, str]:
    """The schema of every kind of record as a file: path from the root, and text."""
    return {
        f"{FOLDER}/{kind}.json": json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"
        for kind in RECORD_KINDS
    }
