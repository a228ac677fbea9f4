"""A new knowledge base: the files it begins with, made from a few answers.

The files stand in `scaffold/` as they will be read. `[[ title ]]` is filled in, since the
workflows among them use braces of their own; a name that begins with `dot-` gets its dot.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import Environment, StrictUndefined

from graph.drafting.draft import DraftFile
from graph.errors import BetoogError
from graph.text.visible import visible
from graph.words.language_codes import language_unfit

LONGEST_TITLE = 120


class BeginningError(BetoogError):
    """An answer with which nothing can begin; the message says why, on one line."""


@dataclass(frozen=True)
class Beginning:
    """What a new knowledge base is called, the language of its text, and what builds it."""

    title: str
    language: str
    version: str


def beginning(title: str, language: str, version: str) -> Beginning:
    """The answers, tidied.

    Raises:
        BeginningError: the title is empty or too long, or there is no such language.
    """
    title = " ".join("".join(each if each.isprintable() else " " for each in title).split())
    if not title:
        raise BeginningError("the title is empty")
    if len(title) > LONGEST_TITLE:
        raise BeginningError(f"the title has more than {LONGEST_TITLE} characters")
    if why := language_unfit(language):
        raise BeginningError(f"--language {visible(language)}: {why}")
    return Beginning(title, language, version)


def scaffold_files(answers: Beginning) -> tuple[DraftFile, ...]:
    """The files of a new knowledge base, in the order of their paths."""
    environment = Environment(
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[##",
        comment_end_string="##]",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    values = {
        "title": answers.title,
        "language": answers.language,
        "version": answers.version,
    }
    found = [
        DraftFile(path, environment.from_string(text).render(values))
        for path, text in _stored(files("graph.drafting") / "scaffold", "")
    ]
    return tuple(sorted(found))


def _stored(folder: Traversable, above: str) -> Iterator[tuple[str, str]]:
    for each in folder.iterdir():
        path = above + re.sub(r"^dot-", ".", each.name)
        if each.is_dir():
            yield from _stored(each, f"{path}/")
        else:
            yield path, each.read_text("utf-8")
