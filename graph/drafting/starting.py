"""Beginning a knowledge base in an empty folder."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from graph.drafting.draft import DraftFile
from graph.drafting.issue_template import issue_templates
from graph.drafting.origin import WHEELS, Origin
from graph.drafting.scaffolding import Beginning, BeginningError, beginning, scaffold_files
from graph.errors import AnswerError
from graph.review.git import Repository, begin_repository
from graph.review.git_error import GitError, Obstacle
from graph.store.json_schema import schema_files
from graph.store.saving import NotSavedError, Writing, is_unfinished, save, unfinished
from graph.text.visible import visible
from graph.words.interface import brought_along

# A repository that was just made is as good as empty.
_AS_GOOD_AS_EMPTY = frozenset((".git",))
_TO_NAME = 5


class Kept(StrEnum):
    """Whether a new knowledge base is in a git repository."""

    MADE = "made"
    """One was made for it."""
    WITHIN = "within"
    """It was begun in one."""
    NONE = "none"


@dataclass(frozen=True)
class Begun:
    """What was begun: with which answers, which files, in a repository or none.

    `without` is why there is none where one was wanted, and `notes` say what the pages lack.
    """

    answers: Beginning
    files: tuple[DraftFile, ...]
    kept: Kept
    without: str = ""
    notes: tuple[str, ...] = ()


def begin(
    folder: Path,
    title: str,
    language: str,
    version: str,
    origin: Origin,
    *,
    empty: bool = False,
    git: bool = True,
) -> Begun:
    """Write the files of a new knowledge base; nothing is ever overwritten.

    Where its folder is in no git repository one is made, unless git is to be left alone.

    Raises:
        AnswerError: the folder is not empty, or an answer cannot be used.
        NotSavedError: it cannot be written; the message names the folder.
    """
    try:
        answers = beginning(title, language, version, origin, empty=empty)
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
    interface = brought_along((answers.language,))
    words = interface.languages[0]
    made = {**schema_files(), **issue_templates(words, (answers.language,))}
    schemas = (DraftFile(path, text) for path, text in made.items())
    within = _within(folder) if git else None
    answers = replace(answers, folder=within or "")
    written = tuple(sorted((*scaffold_files(answers), *schemas)))
    # Until its records are there, all at once, the folder is no knowledge base.
    aside = unfinished(folder)
    try:
        save(aside, [Writing(path, text.encode("utf-8")) for path, text in written])
        if origin.wheel is not None:
            (aside / WHEELS).mkdir()
            shutil.copyfile(origin.wheel, aside / WHEELS / origin.wheel.name)
        _move_in(sorted(aside.iterdir(), key=lambda each: each.name == "claims"), folder)
    except (NotSavedError, OSError) as error:
        # Where a file stands until all are there is nobody's business.
        reason = error.reason if isinstance(error, NotSavedError) else f": {error.strerror}"
        raise NotSavedError(str(folder), reason) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    kept, why = Kept.NONE if within is None else Kept.WITHIN, ""
    if kept is Kept.NONE and git:
        try:
            begin_repository(folder)
            kept = Kept.MADE
        except GitError as error:
            why = str(error)
    return Begun(answers, written, kept, why, interface.notes)


def _within(folder: Path) -> str | None:
    """The path of a folder in the repository that it is in, empty or with a slash at its end;
    None where it is in none."""
    whole = folder.absolute()
    there = next(each for each in (whole, *whole.parents) if each.is_dir())
    try:
        with Repository(there) as repository:
            below = whole.relative_to(there).as_posix()
            return repository.prefix + ("" if below == "." else f"{below}/")
    except GitError as error:
        # What git does not trust, or cannot read, is a repository all the same.
        return None if error.obstacle in (Obstacle.NO_GIT, Obstacle.NO_REPOSITORY) else ""


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
