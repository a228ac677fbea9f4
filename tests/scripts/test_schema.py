"""The schema as the browser reads it refuses what the models refuse."""

from typing import Any

from pydantic import ValidationError

from graph.records import Claim, Source, limits
from graph.store.json_schema import json_schema
from tests.scripts.conftest import Scripts


def test_the_schema_in_the_browser_refuses_what_the_models_refuse(scripts: Scripts) -> None:
    claim = {"claim": {"en": "So."}, "kind": "fact", "supports": [{"claim": "a"}]}
    changes: list[dict[str, Any]] = [
        {}, {"kind": "lie"}, {"claim": {}}, {"claim": {"English": "So."}}, {"claim": {"en": " "}},
        {"colour": "red"}, {"supports": [{"claim": "A b"}]}, {"supports": [{}]},
        {"supports": [{"claim": "a", "relevance": 0}]}, {"base_score": 2}, {"topics": "one"},
        {"passages": [{"source": "s", "start": "x", "paragraph": -1}]}, {"speaker": "Jo Visser"},
        {"passages": [{"source": "s", "start": "x", "paragraph": 0}]}, {"certainty": "likely"},
        {"claim": {"en": "x" * limits.TEXT}}, {"claim": {"en": "x" * (limits.TEXT + 1)}},
        {"claim": {"en": "🚲" * limits.TEXT}}, {"speaker": "x" * limits.ID},
        {"speaker": "x" * (limits.ID + 1)}, {"speaker": "nul"}, {"speaker": "nul-1"},
        {"speaker": "com1"}, {"speaker": "com0"}, {"topics": ["x"] * limits.ITEMS},
        {"undercuts": [{"link": "x" * limits.STEP}]},
        {"undercuts": [{"link": "x" * (limits.STEP + 1)}]},
    ]  # fmt: skip
    source = {"type": "webpage", "title": "T", "quality": {"level": "primary"}}
    others: list[dict[str, Any]] = [
        {}, {"type": "leaflet"}, {"URL": "example.org"}, {"URL": "https://example.org/a b"},
        {"URL": "https://example.org"}, {"issued": "2025-13"}, {"issued": "2025-12-31"},
        {"quality": {"level": "near"}}, {"author": [{"name": "x"}]}, {"language": "Dutch"},
        {"issued": "2023-02-30"}, {"issued": "1900-02-29"}, {"issued": "2000-02-29"},
        {"issued": "2024-02-29"}, {"issued": "0000"}, {"issued": "0004-02-29"},
        {"issued": "2025-04-31"}, {"DOI": "10.1000/182"}, {"DOI": "doi:10.1000/182"},
        {"DOI": "10.1/a b"}, {"language": "-".join(["nl"] * 9)}, {"language": "gos"},
        {"URL": "https://e.org/".ljust(limits.ADDRESS, "x")},
        {"URL": "https://e.org/".ljust(limits.ADDRESS + 1, "x")},
    ]  # fmt: skip
    records = [("claim", {**claim, **each}) for each in changes]
    records += [("source", {**source, **each}) for each in others]
    schemas = {kind: json_schema(kind) for kind in ("claim", "source")}
    found = scripts.answer("refused", [records, schemas])
    for (kind, fields), refused in zip(records, found, strict=True):
        try:
            (Claim if kind == "claim" else Source).model_validate({"id": "x", **fields})
            expected = False
        except ValidationError:
            expected = True
        assert refused == expected, fields
    assert 5 < sum(found) < len(found) - 4
