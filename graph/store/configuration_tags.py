"""Tags of YAML in `mkdocs.yml`, by which a value is more than data: those at which MkDocs stops.

Nothing is made of them here: what is told is what is known without running anything.
"""

import builtins
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, NamedTuple

import yaml

from graph.store.problem import Span

_YAML = "tag:yaml.org,2002:"
_PYTHON = "python/"
_OF_YAML = frozenset(
    "null bool int float binary timestamp omap pairs set str seq map merge value".split()
)
_VALUES = frozenset("none bool str unicode bytes int long float complex list tuple dict".split())
"""What stands for a value of Python without naming anything."""
_NAMING = ("name:", "module:", "object:", "object/new:", "object/apply:")
_FOLDERS = ("$config_dir", "$docs_dir")
_LONGEST = 100


class UnfitTag(NamedTuple):
    """A tag, where it stands, and why MkDocs stops at it."""

    span: Span
    message: str


def unfit_tags(text: str) -> Iterator[UnfitTag]:
    """The tags in a text of YAML at which MkDocs stops."""
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            tag = getattr(event, "tag", None)
            if tag and (why := _unfit(tag, event)):
                start: Any = event.start_mark
                span = Span(start.line + 1, start.column + 1, start.column + 2)
                shown = tag.replace(_YAML, "!!", 1)[:_LONGEST]
                yield UnfitTag(span, f"`{shown}`: {why}")
    except (yaml.YAMLError, ValueError):
        # What is no YAML is told as such.
        return


def _unfit(tag: str, event: yaml.Event) -> str:
    scalar = event.value if isinstance(event, yaml.ScalarEvent) else None
    if tag in ("!", "!ENV"):
        return ""
    if tag == "!relative":
        return _unfit_folder(scalar)
    kind = tag.removeprefix(_YAML)
    if kind == tag or (kind not in _OF_YAML and not kind.startswith(_PYTHON)):
        return "there is no such tag"
    if kind in _OF_YAML:
        return ""
    kind = kind.removeprefix(_PYTHON)
    named = next((each for each in _NAMING if kind.startswith(each)), None)
    if named is None:
        return "" if kind in _VALUES else "there is no such tag"
    name = kind.removeprefix(named)
    if named in ("name:", "module:") and scalar != "":
        return "no value goes with it"
    return _unfit_name(name, is_module=named == "module:")


def _unfit_folder(value: str | None) -> str:
    if value is None:
        return "it goes with a text alone"
    first = value.partition("/")[0]
    if value and first not in _FOLDERS:
        return f"only {_FOLDERS[0]} and {_FOLDERS[1]} can begin what it goes with"
    return ""


def _unfit_name(name: str, *, is_module: bool) -> str:
    """Why nothing of Python has a name; empty where something may have it."""
    package = name.partition(".")[0]
    if not is_module and "." not in name:
        return "" if hasattr(builtins, name) else f"Python has no `{name[:_LONGEST]}`"
    try:
        # To look for what stands in a package would run that.
        there = bool(package) and find_spec(package) is not None
    except (ImportError, ValueError):
        # It is there without saying where from, as a module that was made at once.
        there = True
    return "" if there else f"there is no module `{package[:_LONGEST]}`"
