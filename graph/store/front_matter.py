"""A Markdown file with YAML front matter, split into the two; a YAML file has the first only."""

from typing import NamedTuple

from graph.store.problem import Fault, Span

_FENCE = "---"
_LATER_FENCE = f"\n{_FENCE}"


class FrontMatter(NamedTuple):
    """The YAML between the fences, the Markdown below, and the line on which each begins."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


class Unfenced(NamedTuple):
    """Why a file could not be split, and where."""

    fault: Fault
    span: Span
    detail: str


def split_front_matter(text: str) -> FrontMatter | Unfenced:
    """Split a file at its `---` fences; the text of neither part is altered."""
    first = text.partition("\n")[0]
    if first.rstrip() != _FENCE:
        width = max(len(first), 1)
        return Unfenced(
            Fault.NO_FRONT_MATTER,
            Span(1, 1, width + 1),
            "expected --- on the first line, before the record's fields",
        )
    end = text.find(_LATER_FENCE, len(first))
    while end >= 0:
        begin = end + 1
        end = text.find("\n", begin)
        if text[begin : end if end >= 0 else None].rstrip() == _FENCE:
            body = text[end + 1 :] if end >= 0 else ""
            lines = text.count("\n", 0, begin)
            return FrontMatter(text[len(first) + 1 : begin], 2, body, lines + 2)
        end = text.find(_LATER_FENCE, end) if end >= 0 else end
    return Unfenced(
        Fault.OPEN_FRONT_MATTER,
        Span(1, 1, len(_FENCE) + 1),
        "expected a second --- line after the record's fields",
    )


def fields_and_body(path: str, text: str) -> FrontMatter | Unfenced:
    """The text of a record's file split: at the fences of a .md, all of a .yaml being fields."""
    return split_front_matter(text) if path.endswith(".md") else FrontMatter(text, 1, "", 1)


def fields_begin(path: str, text: str) -> int:
    """How many characters of a file that could be split stand before its fields."""
    return text.index("\n") + 1 if path.endswith(".md") else 0
