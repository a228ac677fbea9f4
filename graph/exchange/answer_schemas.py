"""The form of every answer in JSON, as JSON Schema (draft 2020-12), for programs that read them."""

import json
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from graph.answers.addresses import ReachAnswer
from graph.answers.cruxes import AllCruxesAnswer, CruxesAnswer
from graph.answers.explain import RuleAnswer
from graph.answers.find import FindAnswer
from graph.answers.lines import LinesAnswer
from graph.answers.listing import ListAnswer
from graph.answers.locate import LocateAnswer
from graph.answers.positions import PositionsAnswer
from graph.answers.reject import RejectAnswer
from graph.answers.show import ShowAnswer
from graph.answers.standing import StandingAnswer
from graph.answers.trace import TraceAnswer
from graph.answers.verify import VerifyAnswer
from graph.answers.walk import WalkAnswer
from graph.check.reports.json import CheckAnswer
from graph.drafting.telling.begun import BegunAnswer
from graph.drafting.telling.confirmed import ConfirmedAnswer
from graph.drafting.telling.drafted import DraftedAnswer
from graph.drafting.telling.laid_out import LaidOutAnswer
from graph.drafting.telling.moved import RemovedAnswer, RenamedAnswer
from graph.drafting.telling.proposed import BranchAnswer, MissingAnswer
from graph.exchange.bundles.telling import BroughtAnswer
from graph.records import Claim
from graph.review.telling.answer import DiffAnswer
from graph.store.json_schema import without_titles
from graph.store.kept_texts import KeptTexts
from graph.store.program import program

_STRICT = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Answer(NamedTuple):
    """What a command answers: the version of its form, the form, and the record whose fields
    stand before those of the form.

    A version is two numbers: the second goes up when something is added, the first when a
    program that reads the answer has to change.
    """

    version: str
    form: Any
    record: type[BaseModel] | None = None


ANSWERS: Mapping[str, Answer] = MappingProxyType(
    {
        "check": Answer("1.0", CheckAnswer),
        "confirm": Answer("1.1", ConfirmedAnswer),
        "cruxes": Answer("2.2", CruxesAnswer | AllCruxesAnswer),
        "diff": Answer("2.3", DiffAnswer),
        "explain": Answer("1.0", RuleAnswer),
        "find": Answer("2.1", FindAnswer),
        "fmt": Answer("1.1", LaidOutAnswer),
        "from-issue": Answer("1.0", DraftedAnswer | BranchAnswer | MissingAnswer),
        "import": Answer("1.0", BroughtAnswer),
        "init": Answer("1.1", BegunAnswer),
        "lines": Answer("1.1", LinesAnswer),
        "link": Answer("1.0", DraftedAnswer),
        "locate": Answer("1.0", LocateAnswer),
        "list": Answer("1.2", ListAnswer),
        "new": Answer("1.0", DraftedAnswer),
        "positions": Answer("1.1", PositionsAnswer),
        "reach": Answer("1.0", ReachAnswer),
        "reject": Answer("2.0", RejectAnswer),
        "remove": Answer("1.1", RemovedAnswer),
        "rename": Answer("1.0", RenamedAnswer),
        "show": Answer("2.7", ShowAnswer, Claim),
        "standing": Answer("2.2", StandingAnswer),
        "trace": Answer("1.3", TraceAnswer),
        "verify": Answer("1.0", VerifyAnswer),
        "walk": Answer("1.0", WalkAnswer),
    }
)
"""Every command that answers in JSON, with what it answers."""


def answer_schema(command: str) -> dict[str, Any]:
    """The schema of what a command answers in JSON; its `$id` names the command and the version.

    An answer has no other keys than its schema. Raises KeyError for a command without one.
    """
    version, form, record = ANSWERS[command]
    # As the item of a list, since a form by itself takes no configuration.
    several: Any = list.__class_getitem__(form)
    listed = TypeAdapter(several, config=_STRICT).json_schema(mode="serialization")
    parts, root = listed.get("$defs", {}), listed["items"]
    if "$ref" in root:
        root = parts.pop(root["$ref"].rpartition("/")[2])
    if record is not None:
        root = _with_fields(record, root, parts)
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:betoog:answer:{command}:{version}",
        **without_titles({**root, "$defs": parts}),
    }


def _with_fields(
    record: type[BaseModel], root: dict[str, Any], parts: dict[str, Any]
) -> dict[str, Any]:
    """The schema with a record's fields before its own, as they are written out: absent ones
    are left out. Their parts join the others."""
    schema = record.model_json_schema(mode="serialization", by_alias=True)
    parts |= schema["$defs"]
    always = [
        info.alias or name
        for name, info in record.model_fields.items()
        if info.is_required() or info.default is not None
    ]
    return {
        **root,
        "properties": {**schema["properties"], **root["properties"]},
        "required": [*always, *root["required"]],
    }


def answer_schema_text(command: str) -> str:
    """The schema of what a command answers, as the text of a file. Raises KeyError for a command
    without one."""
    return _texts()[command]


@cache
def _texts() -> Mapping[str, str]:
    """All of them, as they are kept or made now: they tell of nothing but this program, and to read
    in its source what is said of each key takes a small site a fifteenth of its first build."""
    kept = KeptTexts("schemas", Path(__file__).parent, program())
    texts = {each: kept.of(each.encode(), partial(_text, each)) for each in ANSWERS}
    kept.keep()
    return MappingProxyType(texts)


def _text(command: str) -> str:
    return json.dumps(answer_schema(command), ensure_ascii=False, indent=2) + "\n"


def answer_schema_files() -> dict[str, str]:
    """The schema of every answer as a file: its name, and text."""
    return {f"{command}.json": answer_schema_text(command) for command in ANSWERS}
