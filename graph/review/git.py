"""A git repository, read and added to without touching its working tree or its index.

Only plumbing is used, which no one's configuration alters: `rev-list` to walk, and one
`cat-file --batch` for whatever is read, so that a hundred objects cost one process.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import IO

from graph.review.git_error import (
    LIKE_A_REPOSITORY,
    GitError,
    Obstacle,
    UnknownRevisionError,
    git_error,
)
from graph.review.git_objects import Commit, Object, commit_of, entries_of

_NEVER = {
    "GIT_ALLOW_PROTOCOL": "none",  # objects that a partial clone lacks are not fetched
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# Files of a change can make of a folder what git takes for a repository, with a configuration by
# which git would run what stands in the change.
_ASKED_OF = ("-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false")
# How names of several commits end.
_SEVERAL = ("^@", "^!", "^-")
# Who commits, and when: all that a caller's variables may say.
_WHO = ("GIT_AUTHOR_", "GIT_COMMITTER_")


def _environment() -> dict[str, str]:
    # Variables such as GIT_DIR, which a hook finds set, would lead to another repository.
    own = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith("GIT_") or key.startswith(_WHO)
    }
    return {**own, **_NEVER}


def begin_repository(folder: Path) -> None:
    """Make a repository in a folder that is in none; its first branch is `main`.

    Raises:
        GitError: git is missing, or cannot make one.
    """
    git = shutil.which("git")
    if git is None:
        raise GitError(Obstacle.NO_GIT, "git is not installed")
    for words in (["init", "--quiet"], ["symbolic-ref", "HEAD", "refs/heads/main"]):
        done = subprocess.run(
            [git, *_ASKED_OF, *words],
            cwd=folder,
            env=_environment(),
            capture_output=True,
            check=False,
        )
        if done.returncode != 0:
            raise git_error(done.stderr.decode("utf-8", "replace"))


class Repository:
    """The repository that a folder is in; a context manager.

    `prefix` is the folder's path in the repository, empty or with a slash at its end.

    Raises:
        GitError: git is missing, or the folder is in no repository that it may read.
    """

    def __init__(self, folder: Path) -> None:
        git = shutil.which("git")
        if git is None:
            raise GitError(Obstacle.NO_GIT, "git is not installed")
        self._git = git
        self._folder = folder
        self._batch: subprocess.Popen[bytes] | None = None
        place, prefix = self._run("rev-parse", "--absolute-git-dir", "--show-prefix").split(b"\n")[
            :2
        ]
        # Git before 2.38 does not know how to refuse this by itself.
        if folder.resolve().is_relative_to(Path(os.fsdecode(place)).resolve()):
            raise git_error(LIKE_A_REPOSITORY)
        self.prefix = os.fsdecode(prefix)

    def __enter__(self) -> "Repository":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end_batch()

    def _end_batch(self) -> None:
        if self._batch is not None:
            self._batch.stdin.close()  # type: ignore[union-attr]
            self._batch.stdout.close()  # type: ignore[union-attr]
            self._batch.wait()
            self._batch = None

    def _command(self, *arguments: str) -> list[str]:
        return [self._git, "--no-pager", *_ASKED_OF, *arguments]

    def _ended(
        self, *arguments: str, given: bytes = b"", more: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            self._command(*arguments),
            cwd=self._folder,
            env={**_environment(), **(more or {})},
            input=given,
            capture_output=True,
            check=False,
        )

    def _run(
        self, *arguments: str, given: bytes = b"", more: Mapping[str, str] | None = None
    ) -> bytes:
        done = self._ended(*arguments, given=given, more=more)
        if done.returncode != 0:
            raise git_error(done.stderr.decode("utf-8", "replace"))
        return done.stdout

    def resolve(self, revision: str) -> str:
        """The id of the commit that a name such as `HEAD~2` stands for.

        Raises:
            UnknownRevisionError: it stands for none.
        """
        # What follows `:/` is looked for as it stands: the id that is found is asked about.
        name = self._named(revision) if revision.startswith(":/") else revision
        # Git would give what is left out a sign before its id.
        found = "" if name.startswith("^") else self._named(f"{name}^{{commit}}")
        if not found:
            raise UnknownRevisionError(revision, self._no_commit(revision))
        return found

    def _named(self, name: str) -> str:
        """The id of what a name stands for; empty for nothing."""
        done = self._ended("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        return done.stdout.decode("ascii", "replace").strip() if done.returncode == 0 else ""

    def _no_commit(self, revision: str) -> str:
        """What a name stands for that is none of a commit, in words; empty for nothing."""
        if not revision.strip():
            return "name one, such as HEAD~1"
        if revision.startswith("^"):
            return "that leaves commits out, and one is asked for"
        if ".." in revision or revision.endswith(_SEVERAL):
            return "that stands for several commits, and one is asked for"
        if not (id_ := self._named(revision)):
            return ""
        kind = self._ended("cat-file", "-t", id_).stdout.decode("ascii", "replace").strip()
        return f"that is a {kind}, and no commit" if kind in ("blob", "tree", "tag") else ""

    def names(self) -> tuple[str, ...]:
        """The names of branches and tags, sorted."""
        form = "--format=%(refname:short)"
        found = self._run("for-each-ref", form, "refs/heads", "refs/remotes", "refs/tags")
        return tuple(sorted(found.decode("utf-8", "replace").split()))

    def head(self) -> str:
        """The id of the present commit.

        Raises:
            GitError: there is none yet.
        """
        try:
            return self.resolve("HEAD")
        except UnknownRevisionError as error:
            raise GitError(Obstacle.NO_COMMIT, "nothing has been committed yet") from error

    def kept_in(self) -> tuple[Path, ...]:
        """The files and folders that change whenever the present commit is another, and the one
        that says where history was cut off."""
        found = self._run("rev-parse", "--absolute-git-dir", "--git-common-dir")
        own, shared = (self._folder / os.fsdecode(each) for each in found.splitlines())
        parts = ("packed-refs", "refs/heads", "reftable", "shallow")
        return (own / "HEAD", *(shared / each for each in parts))

    def merge_base(self, one: str, other: str) -> str:
        """The id of the best common ancestor of two commits.

        Raises:
            GitError: they have none, or it is beyond what a shallow clone holds.
        """
        try:
            return self._run("merge-base", one, other).decode("ascii").strip()
        except GitError as error:
            said = "the two revisions have no common ancestor here"
            raise GitError(Obstacle.UNREADABLE, said) from error

    def merged_tree(self, one: str, other: str) -> str:
        """The id of the tree that merging two commits gives, made beside the working tree.

        Raises:
            GitError: they cannot be merged without somebody's decision, or git is too old.
        """
        done = self._ended("merge-tree", "--write-tree", "--name-only", one, other)
        lines = done.stdout.decode("utf-8", "replace").splitlines()
        if done.returncode == 1 and lines:
            files = [line for line in lines[1:] if line] or ["some files"]
            conflicts = ", ".join(
                dict.fromkeys(files[: lines[1:].index("")] if "" in lines[1:] else files)
            )
            raise GitError(Obstacle.UNREADABLE, f"merging them conflicts in {conflicts}")
        if done.returncode != 0:
            raise git_error(done.stderr.decode("utf-8", "replace"))
        return lines[0].strip()

    def commit_on_branch(self, branch: str, files: Iterable[tuple[str, str]], message: str) -> str:
        """Commit files on a new branch that starts at the present commit; the commit's id.

        The files are paths from the folder with their texts.

        Raises:
            GitError: nothing has been committed yet, there is a branch of this name, git knows
                no name to commit by, or the name can be no branch's.
        """
        head, name = self.head(), f"refs/heads/{branch}"
        if self._ended("check-ref-format", name).returncode != 0:
            raise GitError(Obstacle.UNREADABLE, f"no branch can be called {branch!r}")
        if self._ended("show-ref", "--verify", "--quiet", name).returncode == 0:
            raise GitError(Obstacle.UNREADABLE, f"there is a branch {branch} already")
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
            self._run("read-tree", head, more=index)
            entries = b""
            for path, text in files:
                blob = self._run("hash-object", "-w", "--stdin", given=text.encode()).strip()
                entries += b"100644 %s\t%s\0" % (blob, os.fsencode(f"{self.prefix}{path}"))
            self._run("update-index", "--add", "-z", "--index-info", given=entries, more=index)
            tree = self._run("write-tree", more=index).decode("ascii").strip()
        made = self._run("commit-tree", tree, "-p", head, "-F", "-", given=message.encode())
        commit = made.decode("ascii").strip()
        # The empty last word: only where there is none of this name yet.
        self._run("update-ref", "--create-reflog", "-m", "branch: created", name, commit, "")
        return commit

    def touching(self, folder: str, start: str, limit: int, within: int) -> tuple[str, ...]:
        """The last commits that changed something below a folder, newest first.

        They are looked for along first parents, so that a merge counts as what it brought,
        among the last `within` commits, so that a long history costs no more than a short one.
        """
        walk = ("rev-list", "--first-parent")
        beyond = self._run(*walk, "--max-count=1", f"--skip={within}", start).decode("ascii")
        until = [f"^{each}" for each in beyond.split()]
        found = self._run(*walk, f"--max-count={limit}", start, *until, "--", folder)
        return tuple(found.decode("ascii").split())

    def object(self, name: str, at_most: int = 1 << 24) -> Object | None:
        """An object by its id; None where the repository lacks it.

        Raises:
            GitError: it cannot be read.
        """
        if self._batch is None:
            self._batch = subprocess.Popen(
                self._command("cat-file", "--batch"),
                cwd=self._folder,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        asked, answer = self._batch.stdin, self._batch.stdout
        assert asked is not None
        assert answer is not None
        try:
            asked.write(name.encode("ascii") + b"\n")
            asked.flush()
        except BrokenPipeError as error:
            raise GitError(Obstacle.UNREADABLE, "git has stopped") from error
        header = answer.readline().decode("ascii", "replace").split()
        if header[-1:] == ["missing"]:
            return None
        if len(header) != 3 and self._partial:
            # Where it may not fetch what it lacks, git ends.
            self._end_batch()
            return None
        if len(header) != 3:
            raise GitError(Obstacle.UNREADABLE, f"git cannot read the object {name}")
        size = int(header[2])
        if size <= at_most:
            data = answer.read(size)
        else:
            data = b""
            _skip(answer, size)
        answer.read(1)
        return Object(header[0], header[1], size, data)

    def lacking(self, what: str) -> GitError:
        """What to say of something that the repository lacks, and how it gets it."""
        if not self._partial:
            return GitError(Obstacle.UNREADABLE, f"the repository lacks {what}")
        said = f"this clone is partial and lacks {what}: git fetch --refetch --no-filter brings it"
        return GitError(Obstacle.UNREADABLE, said)

    @cached_property
    def _partial(self) -> bool:
        """Whether it was cloned without some objects."""
        return self._ended("config", "--get-regexp", r"^remote\..*\.promisor$").returncode == 0

    def left_out(self, folder: str) -> tuple[str, ...]:
        """The files below a folder that a sparse checkout leaves out of the working tree."""
        listed = os.fsdecode(self._run("ls-files", "-t", "-z", "--", folder)).split("\0")
        return tuple(each[2:] for each in listed if each.startswith("S "))

    def commit(self, name: str) -> Commit | None:
        """A commit by its id; None where the repository lacks it."""
        found = self.object(name)
        return commit_of(found) if found is not None and found.type == "commit" else None

    def tree(self, name: str) -> Iterator[tuple[str, str, str]]:
        """The entries of a tree: mode, name and id.

        Raises:
            GitError: the repository lacks the tree.
        """
        found = self.object(name)
        if found is None or found.type != "tree":
            raise self.lacking(f"the tree {name}")
        yield from entries_of(found)


def _skip(stream: IO[bytes], size: int) -> None:
    while size > 0:
        size -= len(stream.read(min(size, 1 << 20))) or size
