"""Beginning a knowledge base in an empty folder."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from graph.drafting.draft import DraftFile
from graph.drafting.issue_template import issue_templates
from graph.drafting.scaffolding import BeginningError, beginning, scaffold_files
from graph.errors import AnswerError
from graph.store.json_schema import schema_files
from graph.store.saving import Writing, is_unfinished, save, unfinished
from graph.text.visible import visible
from graph.words.interface import brought_along

# A repository that was just made is as good as empty.
_AS_GOOD_AS_EMPTY = frozenset((".git",))
_TO_NAME = 5


def begin(folder: Path, title: str, language: str, version: str) -> tuple[DraftFile, ...]:
    """Write the files of a new knowledge base, and give them; nothing is ever overwritten.

    Raises:
        AnswerError: the folder is not empty, or an answer cannot be used.
    """
    try:
        answers = beginning(title, language, version)
    except BeginningError as error:
        raise AnswerError(str(error)) from error
    if folder.exists() and not folder.is_dir():
        raise AnswerError(f"{folder} is a file, and not a folder to begin in")
    there = sorted(each.name for each in folder.iterdir()) if folder.exists() else []
    names = [
        visible(each) for each in there if each not in _AS_GOOD_AS_EMPTY and not is_unfinished(each)
    ]
    if names:
        more = f" and {len(names) - _TO_NAME} more" if len(names) > _TO_NAME else ""
        raise AnswerError(
            f"{folder} is not empty: it has {', '.join(names[:_TO_NAME])}{more}; "
            "name an empty folder, or one that is not there yet"
        )
    words = brought_along((answers.language,)).languages[0]
    made = {**schema_files(), **issue_templates(words, (answers.language,))}
    schemas = (DraftFile(path, text) for path, text in made.items())
    written = tuple(sorted((*scaffold_files(answers), *schemas)))
    # Until its records are there, all at once, the folder is no knowledge base.
    aside = unfinished(folder)
    try:
        save(aside, [Writing(path, text.encode("utf-8")) for path, text in written])
        _move_in(sorted(aside.iterdir(), key=lambda each: each.name == "claims"), folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return written


def _move_in(begun: Sequence[Path], folder: Path) -> None:
    """Move files and folders into another folder: all of them, or none."""
    moved: list[Path] = []
    try:
        for each in begun:
            each.rename(folder / each.name)
            moved.append(each)
    except OSError:
        for each in moved:
            (folder / each.name).rename(each)
        raise


def title_of(folder: Path) -> str:
    """A title from a folder's name, for want of a better one."""
    words = folder.absolute().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "An argument"
