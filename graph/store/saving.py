"""Files put on the disk: each as a whole or not at all, and never over what others wrote.

A file is made beside the one whose place it takes, under a hidden name that no reader of records
looks at, and takes its place at once. Whatever ends the program, the file is the old or the new
one. What a program that was killed left beside is removed by a later one.
"""

import errno
import os
import secrets
import shutil
import stat
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from graph.errors import BetoogError
from graph.store.splices import as_read
from graph.store.tree import Tree
from graph.store.turns import turn
from graph.text.visible import visible

_UNFINISHED = ".betoog-{}.part"
_LEFT = 24 * 60 * 60
"""The seconds after which what is unfinished is taken for left behind."""
_TO_NAME = 5
_COMPARED = 250_000
"""Pairs of lines that are compared at most, to find those that a text and a later one have."""


class Writing(NamedTuple):
    """A file to write: its path from the root, the bytes it gets, None where it goes, and those
    it was read with, None where there was no file."""

    path: str
    content: bytes | None
    before: bytes | None = None


class NotSavedError(BetoogError):
    """A file that could not be written. `path` is that of the file; the message says why, and
    what was written before it."""

    def __init__(self, path: str, reason: str, done: Iterable[str] = ()) -> None:
        super().__init__(f"{visible(path)}{reason}; {_told([visible(each) for each in done])}")
        self.path = path
        self.reason = reason


def save(root: Path, writings: Iterable[Writing], anywhere: bool = False) -> None:
    """Write files below a root, and remove files, in this order: what is referred to comes before
    what refers to it. One may be written twice, if the second was read as the first leaves it.
    Where a symbolic link leads out of the root nothing is written, unless it may be `anywhere`. A
    file that has two paths by one is written once, if it is to be the same by both.

    All are made beside their places before the first takes its own, so that a full disk leaves
    everything as it was. A file keeps its mode and its owner, and a symbolic link leads where it
    led. Programs that write below one root take turns, so that none takes the place of what another
    has just written; for others there is one call of the system between the last look at a file and
    another in its place.

    Raises:
        NotSavedError: a file cannot be written, is not as it was read, is not below the root, or is
            to be two things.
    """
    at: dict[Path, Writing] = {}
    made: list[tuple[Writing, Path, Path | None]] = []
    folders: list[Path] = []
    done: list[str] = []
    path = ""
    try:
        for each in writings:
            path = each.path
            place = (root / path).resolve()
            if not anywhere and not place.is_relative_to(root.resolve()):
                raise OSError(0, "a symbolic link leads out of the folder")
            if each.content is None:
                # A link goes itself, and not what it leads to.
                place = (root / path).parent.resolve() / Path(path).name
            if _is_written(each, at.get(place)):
                continue
            at[place] = each
            if each.content is None:
                made.append((each, root / path, None))
                continue
            folders += [above for above in place.parents if not above.exists()]
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = unfinished(place.parent)
            made.append((each, place, beside))
            _make(beside, each.content, place)
        first = {place: each for each, place, _ in reversed(made)}
        with turn(root):
            for place, each in first.items():
                _hold(each, place, done)
            for each, place, aside in made:
                path = each.path
                _hold(each, place, done)
                if aside is None:
                    place.unlink(missing_ok=True)
                else:
                    aside.replace(place)
                done.append(path)
    except RuntimeError as error:
        # What leads round in a circle is no error of the system to every version of Python.
        raise NotSavedError(path, f": {os.strerror(errno.ELOOP)}", done) from error
    except OSError as error:
        raise NotSavedError(path, f": {error.strerror or error}", done) from error
    finally:
        for _, _, aside in made:
            with suppress(OSError):
                if aside is not None:
                    aside.unlink(missing_ok=True)
        for folder in sorted(set(folders), reverse=True):
            # One that has got a file stays.
            with suppress(OSError):
                folder.rmdir()


def save_together(root: Path, writings: Sequence[Writing]) -> None:
    """Write files as `save` does, and put all back as it was where not all can be written.

    A program that is killed meanwhile leaves some of them, each as a whole.

    Raises:
        NotSavedError: a file cannot be written, or is not as it was read; none is changed.
    """
    try:
        save(root, writings)
    except BaseException as error:
        for each in reversed(writings):
            _put_back(root, each)
        if isinstance(error, NotSavedError):
            raise NotSavedError(error.path, error.reason) from error
        raise


def _put_back(root: Path, each: Writing) -> None:
    """Make a file what it was before, or remove it, if it is as it was written; folders that are
    empty then go too."""
    place = root / each.path
    with suppress(OSError, NotSavedError):
        if _content(place) != each.content:
            return
        if each.before is not None:
            save(root, [Writing(each.path, each.before, each.content)])
            return
        place.unlink()
        for above in list(Path(each.path).parents)[:-2]:
            (root / above).rmdir()


def rename_folder(root: Path, old: str, new: str, done: Iterable[str] = ()) -> None:
    """Give a folder below a root another path, with all that is in it, at once; `done` is what was
    written before it.

    Raises:
        NotSavedError: something is there already, or the folder cannot be renamed.
    """
    try:
        with turn(root):
            if os.path.lexists(root / new):
                raise OSError(0, "it is there already")
            (root / old).rename(root / new)
    except OSError as error:
        raise NotSavedError(new, f": {error.strerror or error}", done) from error


def put(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write files that a person named for an answer, whatever is there; into devices and pipes
    as they come.

    Raises:
        NotSavedError: one cannot be written.
    """
    writings: list[Writing] = []
    for place, content in files:
        try:
            if place.exists() and not place.is_file() and not place.is_dir():
                place.write_bytes(content)
            else:
                writings.append(Writing(str(place), content, _content(place)))
        except OSError as error:
            raise NotSavedError(str(place), f": {error.strerror or error}") from error
    save(Path(), writings, anywhere=True)


def put_after(place: Path, content: bytes) -> None:
    """Write more at the end of a file that a person named, or all of it where there is none; into
    devices and pipes, and into what this program says, as it comes.

    Raises:
        NotSavedError: it cannot be written; the file is as it was.
    """
    try:
        if place.exists() and not place.is_dir() and not _is_whole(place):
            with place.open("ab") as stream:
                stream.write(content)
            return
        before = _content(place)
    except OSError as error:
        raise NotSavedError(str(place), f": {error.strerror or error}") from error
    save(Path(), [Writing(str(place), (before or b"") + content, before)], anywhere=True)


def _is_whole(place: Path) -> bool:
    """Whether what is there is a file that another can take the place of: this program does not
    write into it meanwhile."""
    said = []
    for stream in (1, 2):
        with suppress(OSError):
            said.append(os.fstat(stream))
    there = place.stat()
    return stat.S_ISREG(there.st_mode) and not any(os.path.samestat(there, each) for each in said)


def put_below(root: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write texts that the program makes anew, each to its path from a root, whatever is there.

    Raises:
        NotSavedError: one cannot be written, or is not below the root.
    """
    writings: list[Writing] = []
    for path, text in files:
        try:
            writings.append(Writing(path, text.encode("utf-8"), _content(root / path)))
        except OSError as error:
            raise NotSavedError(path, f": {error.strerror or error}") from error
    save(root, writings)


def bytes_read(tree: Tree, path: str) -> bytes | None:
    """The bytes of a file, from which the tree read what it has there; None for no file.

    Raises:
        NotSavedError: they cannot be read, or the file is not as the tree read it.
    """
    try:
        raw = _content(tree.root / path)
    except OSError as error:
        raise NotSavedError(path, f": {error.strerror or error}") from error
    known = tree.by_path.get(path)
    if known is None and raw is not None and path in tree.broken_paths:
        raise NotSavedError(path, ": something is there that cannot be read")
    text = None if raw is None else as_read(raw.decode("utf-8", "surrogateescape"))
    if text != (None if known is None else known.text):
        raise _changed(path, raw is None)
    return raw


def rewritten(tree: Tree, path: str, text: str) -> Writing:
    """A record's text as a file to write: it keeps the mark of the byte order that its file has,
    and the end that each line has; new lines end as most do.

    Raises:
        NotSavedError: the file cannot be read, or is not as the tree read it.
    """
    before = bytes_read(tree, path)
    raw = before or b""
    lines = _with_ends(text, raw.decode("utf-8-sig", "surrogateescape")) if b"\r" in raw else text
    mark = "utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "utf-8"
    return Writing(path, lines.encode(mark, "surrogateescape"), before)


def _with_ends(text: str, raw: str) -> str:
    """A text in which lines end as they do in a file."""
    old = [line[-1:] == "\r" for line in raw.split("\n")[:-1]]
    most = 2 * sum(old) >= len(old)
    new = text.split("\n")
    marked = [most] * (len(new) - 1)
    if 0 < sum(old) < len(old):
        before = as_read(raw).split("\n")
        for one, other, size in _kept(before, new):
            for at in range(min(size, len(old) - one, len(marked) - other)):
                marked[other + at] = old[one + at]
    ends = ["\r\n" if each else "\n" for each in marked]
    return "".join(line + end for line, end in zip(new, [*ends, ""], strict=True))


def _kept(before: list[str], new: list[str]) -> Iterator[tuple[int, int, int]]:
    """The stretches of lines that two texts have in common: where they begin in each, and how many
    lines they are. Between those at both ends they are not looked for where that would be long."""
    most = min(len(before), len(new))
    first = next((at for at in range(most) if before[at] != new[at]), most)
    last = next((at for at in range(most - first) if before[-1 - at] != new[-1 - at]), most - first)
    yield 0, 0, first
    one, other = (each[first : len(each) - last] for each in (before, new))
    if len(one) * len(other) <= _COMPARED:
        for here, there, size in SequenceMatcher(None, one, other, False).get_matching_blocks():
            yield first + here, first + there, size
    yield len(before) - last, len(new) - last, last


def unfinished(folder: Path) -> Path:
    """A path for what is being made in a folder, of a name that nothing else has; what was left
    there long ago under such a name goes."""
    for each in folder.glob(_UNFINISHED.format("*")):
        with suppress(OSError):
            if time.time() - each.lstat().st_mtime > _LEFT:
                shutil.rmtree(each) if each.is_dir() else each.unlink()
    return folder / _UNFINISHED.format(secrets.token_hex(8))


def is_unfinished(name: str) -> bool:
    """Whether a file or folder of this name is one that was being made."""
    begin, end = _UNFINISHED.split("{}")
    return name.startswith(begin) and name.endswith(end)


def _make(aside: Path, content: bytes, place: Path) -> None:
    """Make a file as the one whose place it is to take."""
    with aside.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if place.exists():
        if not os.access(place, os.W_OK):
            raise PermissionError(0, "it must not be written")
        shutil.copymode(place, aside)
        theirs, ours = place.stat(), aside.stat()
        if (theirs.st_uid, theirs.st_gid) != (ours.st_uid, ours.st_gid):
            # Only who may give files away can do so; for others it is theirs, as in any editor.
            with suppress(OSError):
                os.chown(aside, theirs.st_uid, theirs.st_gid)


def _is_written(each: Writing, other: Writing | None) -> bool:
    """Whether a file is written already, since it has another path; raises an `OSError` where it
    would become something else by that."""
    if other is None or other.path == each.path:
        return False
    if other.content != each.content and other.content != each.before:
        raise OSError(0, f"it is the same file as {visible(other.path)}, and would become another")
    return other.content == each.content


def _hold(each: Writing, place: Path, done: Iterable[str]) -> None:
    now = _content(place)
    if now != each.before:
        raise _changed(each.path, now is None, done)


def _content(place: Path) -> bytes | None:
    """The bytes of a regular file, None for none; a pipe is never waited for."""
    try:
        if not stat.S_ISREG(place.stat().st_mode):
            raise OSError(0, "it is no file that can be written")
        return place.read_bytes()
    except FileNotFoundError:
        return None


def _changed(path: str, gone: bool, done: Iterable[str] = ()) -> NotSavedError:
    what = "was removed" if gone else "was changed by somebody else"
    return NotSavedError(path, f" {what} meanwhile, and is left as it is", done)


def _told(done: list[str]) -> str:
    if not done:
        return "nothing was written"
    more = f" and {len(done) - _TO_NAME} more" if len(done) > _TO_NAME else ""
    return f"written before it: {', '.join(done[:_TO_NAME])}{more}; nothing else was changed"
