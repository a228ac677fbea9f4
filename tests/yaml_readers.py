"""What four parsers make of a YAML text: two of YAML 1.1, two of 1.2, one in another language.

Each is asked for plain data with every scalar as the text that stands there, as records are
read, so that what they make of one text can be compared. What a parser will not read is a
`Refusal`. Nothing is guarded otherwise: aliases are followed, and how tags and doubled keys are
taken is each parser's own business.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from tests import node

_JS_YAML = Path(__file__).parent / "read_yaml.cjs"

# Nested `dict`, `list` and `str`; `None` for a text without a document.
Data = Any


class Refusal(NamedTuple):
    """Why a parser did not read a text, in its own words."""

    reason: str


def libyaml(text: str) -> Data | Refusal:
    """The parser in C that PyYAML brings along, which reads YAML 1.1."""
    return _by_pyyaml(text, yaml.CBaseLoader)


def pyyaml(text: str) -> Data | Refusal:
    """PyYAML's own parser, which reads YAML 1.1 and refuses some of what libyaml takes."""
    return _by_pyyaml(text, yaml.BaseLoader)


def ruamel(text: str) -> Data | Refusal:
    """ruamel.yaml's own parser, which reads YAML 1.2."""
    try:
        return YAML(typ="base", pure=True).load(text)
    except YAMLError as error:
        return Refusal(str(error))


def js_yaml(text: str) -> Data | Refusal:
    """js-yaml, a parser of YAML 1.2 in JavaScript."""
    return js_yaml_all([text])[0]


def js_yaml_all(texts: Sequence[str]) -> list[Data | Refusal]:
    """What js-yaml makes of each of many texts, in one process."""
    answers = json.loads(node.run(_JS_YAML, json.dumps(list(texts))))
    return [each["data"] if "data" in each else Refusal(each["refused"]) for each in answers]


READERS: Mapping[str, Callable[[str], Data | Refusal]] = MappingProxyType(
    {"libyaml": libyaml, "PyYAML": pyyaml, "ruamel.yaml": ruamel, "js-yaml": js_yaml}
)


def readings(text: str) -> dict[str, Data | Refusal]:
    """What every parser makes of a text, by the parser's name."""
    return {name: read(text) for name, read in READERS.items()}


def _by_pyyaml(text: str, loader: Any) -> Data | Refusal:
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        return Refusal(str(error))
