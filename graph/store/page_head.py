"""What a hand-written page says of itself above its text, as MkDocs reads it.

Between two lines of hyphens that is YAML; without them the first lines are taken for fields as long
as they look like such (https://python-markdown.github.io/extensions/meta_data/).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from graph.store.problem import Span

HEAD = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
"""What stands between two lines of hyphens at the top of a page."""
_FIELD = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_MORE = re.compile(r"(?: {4}|\t)\s*(?P<value>.*)")


@dataclass(frozen=True)
class PageHead:
    """The fields of a page, where their names stand, and the text below them.

    `fenced` says whether the fields stand between two lines of hyphens. `broken` is what is there
    between such lines and holds no fields, so that it is shown to readers: why, empty where there
    is nothing of the kind.
    """

    fields: Mapping[str, Any]
    places: Mapping[str, Span]
    markdown: str
    fenced: bool = False
    broken: str = ""


def page_head(text: str) -> PageHead:
    """Split a page, of which `head_unfit` says that it may be read. Nothing in it raises."""
    if (head := HEAD.match(text)) is not None:
        return _fenced(text, head)
    fields: dict[str, str] = {}
    places: dict[str, Span] = {}
    lines = text.split("\n")
    key, done = "", 0
    for number, line in enumerate(lines, 1):
        done = number
        if not line.strip():
            break
        if (field := _FIELD.match(line)) is not None:
            key = field["key"].lower()
            value = field["value"].strip()
            fields[key] = f"{fields[key]} {value}" if key in fields else value
            places.setdefault(key, Span(number, field.start("key") + 1, field.end("key") + 1))
        elif key and (more := _MORE.match(line)) is not None:
            fields[key] += f" {more['value'].strip()}"
        else:
            done = number - 1
            break
    return PageHead(fields, places, "\n".join(lines[done:]).lstrip("\n"))


def _fenced(text: str, head: re.Match[str]) -> PageHead:
    try:
        data = yaml.load(head[1], yaml.CSafeLoader)
    except Exception as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or type(error).__name__
        line = "" if mark is None else f" in line {mark.line + 2}"
        return PageHead({}, {}, text, fenced=True, broken=f"it is no YAML{line}: {why}")
    if not isinstance(data, dict):
        return PageHead({}, {}, text, fenced=True, broken="there is no field in it")
    markdown = text[head.end() :].lstrip("\n")
    return PageHead(data, _places(head[1]), markdown, fenced=True)


def _places(head: str) -> Mapping[str, Span]:
    node = yaml.compose(head, yaml.CSafeLoader)
    assert isinstance(node, yaml.MappingNode)
    return {
        str(key.value): Span(
            key.start_mark.line + 2, key.start_mark.column + 1, key.end_mark.column + 1
        )
        for key, _ in node.value
    }
