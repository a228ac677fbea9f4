from pathlib import Path

import pytest

from graph.review.git import GitError, Obstacle, Repository, UnknownRevisionError
from tests.review.committing import Committed, git


def test_a_folder_in_no_repository_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(GitError) as caught:
        Repository(tmp_path)
    assert caught.value.obstacle is Obstacle.NO_REPOSITORY


def test_a_machine_without_git_is_told_apart(
    committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError) as caught:
        Repository(committed.folder)
    assert caught.value.obstacle is Obstacle.NO_GIT


def test_a_repository_without_a_commit_is_told_apart(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    with Repository(tmp_path) as repository, pytest.raises(GitError) as caught:
        repository.head()
    assert caught.value.obstacle is Obstacle.NO_COMMIT


def test_a_folder_of_another_user_is_told_apart(
    committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Git's own tests make it doubt the owner in this way; the variable is not passed on, so
    # a git of this name sets it again.
    real = committed.folder.parent / "bin"
    real.mkdir()
    found = git(committed.folder, "--exec-path")
    script = f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "{found}/git" "$@"\n'
    (real / "git").write_text(script)
    (real / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(real))
    monkeypatch.setenv("HOME", str(committed.folder.parent))
    with pytest.raises(GitError) as caught:
        Repository(committed.folder)
    assert caught.value.obstacle is Obstacle.NOT_TRUSTED
    assert "ownership" in str(caught.value) or "unsafe" in str(caught.value)


def test_variables_that_point_elsewhere_lead_nowhere(
    committed: Committed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Committed(tmp_path / "other")
    head = git(committed.folder, "rev-parse", "HEAD")
    other.commit({"x": "x"})
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    with Repository(committed.folder) as repository:
        assert repository.head() == head


def test_a_name_that_looks_like_an_option_is_no_revision(committed: Committed) -> None:
    with Repository(committed.folder) as repository:
        for name in ("--all", "-n1", "", "no-such-branch", "HEAD:claims", "HEAD\n"):
            with pytest.raises(UnknownRevisionError, match="no revision"):
                repository.resolve(name)
        assert repository.resolve("HEAD") == repository.resolve("main") == repository.head()


def test_a_commit_keeps_the_encoding_of_its_message(committed: Committed) -> None:
    (committed.folder / "x").write_text("x")
    git(committed.folder, "add", "x")
    git(
        committed.folder, "-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q", "-F-",
        stdin="Caf\xe9".encode("latin-1"),
    )  # fmt: skip
    with Repository(committed.folder) as repository:
        commit = repository.commit(repository.head())
    assert commit is not None
    assert commit.message == "Café\n"


def test_an_object_that_is_not_there_is_none_and_a_large_one_is_not_read(
    committed: Committed,
) -> None:
    committed.commit({"large": b"x" * 3_000_000})
    blob = git(committed.folder, "rev-parse", "HEAD:large")
    with Repository(committed.folder) as repository:
        assert repository.object("0" * 40) is None
        large = repository.object(blob, at_most=1000)
        assert large is not None
        assert (large.size, large.data) == (3_000_000, b"")
        whole = repository.object(blob)
        assert whole is not None
        assert whole.data == b"x" * 3_000_000


def test_commits_are_looked_for_along_first_parents_and_not_forever(committed: Committed) -> None:
    folder = committed.folder
    git(folder, "checkout", "-q", "-b", "side")
    committed.commit({"claims/d/a.md": "one"})
    committed.commit({"claims/d/a.md": "two"})
    git(folder, "checkout", "-q", "main")
    committed.commit({"README": "no record"})
    git(folder, "merge", "-q", "--no-ff", "-m", "Merge", "side", day=9)
    merge = git(folder, "rev-parse", "HEAD")
    first = git(folder, "rev-list", "--max-parents=0", "HEAD")
    with Repository(folder) as repository:
        assert repository.touching("claims", merge, 9, 9) == (merge, first)
        assert repository.touching("claims", merge, 1, 9) == (merge,)
        assert repository.touching("claims", merge, 9, 2) == (merge,)
