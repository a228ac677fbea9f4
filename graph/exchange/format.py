"""A format of other programs: what it is called, what it is for and how to write it."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from graph.base import KnowledgeBase


class Subject(StrEnum):
    """What of a knowledge base a format holds."""

    EVERYTHING = "everything"
    ARGUMENT = "argument"
    SOURCES = "sources"


class ExportedFile(NamedTuple):
    """One file of an export: its path below the folder of all of them, and how to make its text."""

    path: str
    text: Callable[[], str]


@dataclass(frozen=True)
class Format:
    """A format that a knowledge base is written in, by `betoog export` and for the site.

    `name` is what the command calls it and by which languages have words for it, `label` what
    people call it. `path` is the file, or the folder with a slash at its end where there are
    several. `files` makes them, for readers of these languages, given by their codes.
    """

    name: str
    label: str
    subject: Subject
    path: str
    media_type: str
    files: Callable[[KnowledgeBase, tuple[str, ...]], Iterable[ExportedFile]]

    @property
    def is_one_file(self) -> bool:
        """Whether the format is one file, the same for the readers of every language."""
        return not self.path.endswith("/")


def one_file(
    path: str, write: Callable[[KnowledgeBase], str]
) -> Callable[[KnowledgeBase, tuple[str, ...]], Iterable[ExportedFile]]:
    """The `files` of a format that is one file, whatever the languages of its readers."""
    return lambda kb, languages: (ExportedFile(path, lambda: write(kb)),)


def json_text(data: Any) -> str:
    """Data as one line of JSON, the same for the same data."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
