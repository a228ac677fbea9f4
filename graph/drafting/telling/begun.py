"""What a new knowledge base begins with, as data and in words."""

import shlex
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.drafting.starting import Begun, Kept
from graph.text.naming import clean
from graph.text.visible import visible


class BegunAnswer(TypedDict):
    """A new knowledge base: its folder, its title, and the files in it, from the folder.

    `language` is the code of its texts, `requirement` the line of requirements that installs the
    program that makes its site, and `repository` whether it is in a git repository: `made`,
    `within` one that was there, or `none`.
    """

    folder: str
    title: str
    files: list[str]
    language: str
    requirement: str
    repository: str


def begun_answer(folder: Path, title: str, begun: Begun) -> BegunAnswer:
    """What was written, as data."""
    return {
        "folder": str(folder),
        "title": title,
        "files": [each.path for each in begun.files],
        "language": begun.answers.language,
        "requirement": begun.answers.origin.requirement,
        "repository": begun.kept.value,
    }


def begun_text(folder: Path, title: str, begun: Begun) -> RenderableType:
    """What was written, and what to do next."""
    answers = begun.answers
    what = "an example with two claims" if answers.example else "and no example"
    return Group(
        Text(f"“{visible(clean(title))}” begins in {folder}: {len(begun.files)} files, {what}."),
        Text(""),
        Text("Next:"),
        *([Text(f"  cd {shlex.quote(str(folder))}")] if folder.resolve() != Path.cwd() else []),
        *([] if answers.example else [Text(_padded(f"edit claims/{answers.debate}/debate.yaml",
                                                   "your question"))]),
        Text(_padded("betoog check", "the records are right")),
        Text(_padded("betoog build", "the site, into _site")),
        Text(_padded("betoog new", "a claim of your own")),
        *(Text(each) for each in _committing(begun)),
        *(Text(each) for each in _publishing(begun)),
        *(Text(f"{each[:1].upper()}{each[1:]}.") for each in begun.notes),
        Text("README.md tells how to make it yours."),
    )  # fmt: skip


def _padded(command: str, comment: str) -> str:
    return f"  {command:<16} # {comment}"


def _committing(begun: Begun) -> list[str]:
    if begun.kept is Kept.NONE:
        why = f": {begun.without}" if begun.without else ""
        return [
            f"There is no git repository{why}. betoog diff and the page of changes need one:",
            "  git init -b main && git add -A && git commit -m Begin",
        ]
    return [
        "What is committed from now on is told under “What changed”; take the example out before, "
        "and it never was:" if begun.answers.example else "Once your question is there:",
        "  git add -A && git commit -m Begin",
    ]  # fmt: skip


def _publishing(begun: Begun) -> list[str]:
    """What the workflows and `make site` need yet."""
    answers = begun.answers
    if answers.origin.indexed:
        said = [
            "requirements.txt asks your package index for betoog: complete it if there is none."
        ]
    elif answers.origin.source:
        said = [f"make lock makes the wheel of betoog from {answers.origin.source}: commit both."]
    else:
        said = []
    if answers.folder:
        said.append(
            f".github stands in {answers.folder} of a repository: its workflows and forms work at "
            "the root only, so move it there."
        )
    return said
