"""What a new knowledge base begins with, as data and in words."""

import shlex
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.drafting.draft import DraftFile
from graph.text.naming import clean
from graph.text.visible import visible


class BegunAnswer(TypedDict):
    """A new knowledge base: its folder, its title, and the files in it, from the folder."""

    folder: str
    title: str
    files: list[str]


def begun_answer(folder: Path, title: str, written: tuple[DraftFile, ...]) -> BegunAnswer:
    """What was written, as data."""
    return {"folder": str(folder), "title": title, "files": [each.path for each in written]}


def begun_text(folder: Path, title: str, written: tuple[DraftFile, ...]) -> RenderableType:
    """What was written, and what to do next."""
    return Group(
        Text(
            f"“{visible(clean(title))}” begins in {folder}: {len(written)} files, an example "
            "with two claims."
        ),
        Text(""),
        Text("Next:"),
        *([Text(f"  cd {shlex.quote(str(folder))}")] if folder.resolve() != Path.cwd() else []),
        Text("  betoog check     # the records are right"),
        Text("  betoog build     # the site, into _site"),
        Text("  betoog new       # a claim of your own"),
        Text("README.md tells how to make it yours."),
    )
