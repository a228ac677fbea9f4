"""The folder of a site: what it may be, since all that is in it goes when a site is built."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graph.pages.written_last import MARK
from graph.store.saving import is_unfinished, unfinished

_MARK_TEXT = "A site that betoog made. The next build replaces all that is in this folder.\n"
_BEFORE_MARKS = ("index.html", "404.html", "sitemap.xml", "assets/css/betoog.css")
"""What every site had before there was a mark."""
_ATTEMPTS = 5
_KEPT = ("claims", "languages", "site", "templates", ".git", ".github")


def mark(folder: Path) -> None:
    """Say in a folder, made if need be, that it holds a site of ours, whole or not.

    Raises:
        OSError: it cannot be written there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(_MARK_TEXT, encoding="utf-8", newline="\n")


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site of ours, also one that an older version made.

    Whatever marks are in it, none is what has Markdown in it: that is how a person writes, and a
    site has none.
    """
    marked = (folder / MARK).is_file()
    if not marked and not all((folder / each).is_file() for each in _BEFORE_MARKS):
        return False
    return not any(each.name.endswith(".md") for each in _below(folder))


def _below(folder: Path) -> Iterator["os.DirEntry[str]"]:
    """All that is below a folder; what cannot be looked into is passed over."""
    left = [os.fspath(folder)]
    while left:
        with suppress(OSError), os.scandir(left.pop()) as there:
            for each in there:
                yield each
                if each.is_dir(follow_symlinks=False):
                    left.append(each.path)


def obstacle(folder: Path, root: Path, kept: Iterable[Path] = ()) -> str | None:
    """Why a site of the knowledge base below `root` is not put into a folder; None where it may.

    The folder may be a new one, an empty one or a site of ours, and none that is, holds or is
    inside of what a person wrote: records, words, pages, templates, those of `kept`, a repository.
    """
    folder, root = folder.resolve(), root.resolve()
    kept = [each.resolve() for each in kept]
    for place in (*(root / each for each in _KEPT), *kept):
        place = place.resolve()
        if not place.exists() or (place == root / "site" and place not in kept and is_site(place)):
            continue
        if any(_same(place, above) for above in (folder, *folder.parents)):
            return f"{place} is kept for what a person writes"
        if folder in place.parents:
            return f"it holds {place}"
    if folder in (root, *root.parents):
        return "it holds the knowledge base"
    if not folder.exists():
        return None
    if not folder.is_dir():
        return "it is no folder"
    if (folder / ".git").exists():
        return "it holds a repository"
    if is_site(folder) or all(is_unfinished(each.name) for each in folder.iterdir()):
        return None
    return "it is not empty, and holds no site that betoog made"


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A folder for a site that is to take the place of a folder, beside it or, where that cannot be
    replaced as a whole, in it. What is there in the end and not in its place is removed.

    Raises:
        OSError: there is no place for it.
    """
    folder = folder.resolve()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fixed = folder.is_mount() or not os.access(folder.parent, os.W_OK)
        fresh = unfinished(folder if fixed and folder.is_dir() else folder.parent)
        fresh.mkdir()
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from error
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def put_in_place(fresh: Path, folder: Path) -> None:
    """Let a site take the place of what is in a folder; `replacing` gave its path.

    Raises:
        OSError: it cannot be put there; what was there still is.
    """
    folder = folder.resolve()
    if fresh.parent == folder:
        _exchange(fresh, folder)
        return
    if folder.exists():
        shutil.copymode(folder, fresh)
        if _swapped(fresh, folder):
            return
    for left in reversed(range(_ATTEMPTS)):
        gone = unfinished(fresh.parent)
        with suppress(FileNotFoundError):
            folder.rename(gone)
        try:
            fresh.rename(folder)
            return
        except OSError:
            # Another build has put its own there between these two: the last one stays.
            if gone.exists() and not folder.exists():
                gone.rename(folder)
            if not left:
                raise
        finally:
            shutil.rmtree(gone, ignore_errors=True)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """A folder is emptied, for a site to be made in it; where that breaks off, it gets back what
    it held.

    Raises:
        OSError: it cannot be put aside.
    """
    former = unfinished(folder.parent)
    folder.rename(former)
    folder.mkdir()
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        former.rename(folder)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _swapped(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, as Linux can: a kill never comes between.

    Whether that was done.
    """
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    paths = (here, os.fsencode(one), here, os.fsencode(other))
    return rename is not None and rename(*paths, exchange) == 0


def _exchange(fresh: Path, folder: Path) -> None:
    """The same for a folder that has to stay itself, as one does where a disk is mounted."""
    gone = unfinished(folder)
    gone.mkdir()
    try:
        for each in folder.iterdir():
            if not is_unfinished(each.name):
                each.rename(gone / each.name)
        for each in fresh.iterdir():
            each.rename(folder / each.name)
    finally:
        shutil.rmtree(gone, ignore_errors=True)


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one place, in whatever case they are written."""
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False
