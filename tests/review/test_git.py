from pathlib import Path

import pytest

from graph.review.git import Repository
from graph.review.git_error import GitError, Obstacle, UnknownRevisionError
from tests.review.committing import Committed, git


@pytest.mark.process
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


@pytest.mark.process
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


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("below", ["", "kb", "kb/claims"])
def test_files_of_a_change_make_no_repository(
    committed: Committed, monkeypatch: pytest.MonkeyPatch, below: str, old: bool
) -> None:
    if old:
        # As git is before 2.38, which does not know the option.
        monkeypatch.setattr("graph.review.git._ASKED_OF", ())
    kb = committed.folder / "kb"
    (kb / "claims").mkdir(parents=True)
    planted = kb.parent.parent / "planted"
    git(kb.parent, "init", "--quiet", "--bare", str(planted))
    for each in ("HEAD", "config", "objects", "refs"):
        (planted / each).rename(kb / each)
    folder = committed.folder / below
    if not below:
        with Repository(folder) as repository:
            assert repository.prefix == ""
        return
    with pytest.raises(GitError) as caught:
        Repository(folder)
    assert caught.value.obstacle is Obstacle.UNREADABLE
    assert "HEAD" in str(caught.value)


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


@pytest.mark.parametrize("encoding", ["idna", "undefined", "punycode", "rot13", "no-such", ""])
def test_a_message_in_what_no_text_is_written_in_is_read_as_utf_8(
    committed: Committed, encoding: str
) -> None:
    """Also a long one: Python decodes punycode in time that grows with its square."""
    git(
        committed.folder, "-c", f"i18n.commitEncoding={encoding}", "commit", "-q", "-F-",
        "--allow-empty", stdin="Café ".encode() * 200_000,
    )  # fmt: skip
    with Repository(committed.folder) as repository:
        commit = repository.commit(repository.head())
    assert commit is not None
    assert commit.message.startswith("Café Café")


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


def _named(monkeypatch: pytest.MonkeyPatch) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ada Bron")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ada@example.org")


@pytest.mark.process
def test_files_are_committed_on_a_branch_beside_the_working_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _named(monkeypatch)
    committed = Committed(tmp_path / "repository", "below/here")
    committed.commit({"a": "a", "é": "e"})
    (committed.root / "a").write_text("not committed")
    with Repository(committed.root) as repository:
        made = repository.commit_on_branch(
            "claim/x", [("b/ü, c", "é\r\n"), ("a", "new")], "Add b\n\nBecause.\n"
        )
    asked = ("-c", "core.quotePath=false", "show", "--format=%P %an%n%B", "--name-status", made)
    assert git(committed.folder, *asked).split("\n") == [
        f"{git(committed.folder, 'rev-parse', 'HEAD')} Ada Bron",
        *["Add b", "", "Because.", "", "", "M\tbelow/here/a", "A\tbelow/here/b/ü, c"],
    ]
    assert git(committed.folder, "rev-parse", "claim/x") == made
    assert git(committed.folder, "show", "claim/x:below/here/b/ü, c") == "é"
    assert git(committed.folder, "symbolic-ref", "HEAD") == "refs/heads/main"
    assert git(committed.folder, "status", "--porcelain") == "M below/here/a"


def test_a_branch_is_made_in_this_repository_also_in_a_hook_of_another(
    committed: Committed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Committed(tmp_path / "other")
    other.commit({"x": "x"})
    before = git(other.folder, "for-each-ref")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.folder / ".git/index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.folder / ".git/objects"))
    monkeypatch.setenv("GIT_PREFIX", "elsewhere/")
    _named(monkeypatch)
    with Repository(committed.folder) as repository:
        made = repository.commit_on_branch("claim/x", [("b", "b")], "Add b\n")
    assert git(committed.folder, "log", "-1", "--format=%H %an", "claim/x") == f"{made} Ada Bron"
    assert git(committed.folder, "ls-tree", "--name-only", made, "b") == "b"
    assert git(other.folder, "for-each-ref") == before
    assert git(other.folder, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("branch", "said"),
    [
        ("main", "a branch main already"),
        ("two words", "can be called 'two words'"),
        ("", "can be called ''"),
    ],
)
def test_a_branch_that_cannot_be_is_refused(committed: Committed, branch: str, said: str) -> None:
    before = git(committed.folder, "for-each-ref")
    with Repository(committed.folder) as repository, pytest.raises(GitError, match=said):
        repository.commit_on_branch(branch, [("b", "b")], "Add b\n")
    assert git(committed.folder, "for-each-ref") == before


def test_whoever_has_no_name_cannot_commit(
    committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(committed.folder, "config", "user.useConfigOnly", "true")
    monkeypatch.setenv("HOME", str(committed.folder.parent))
    with (
        Repository(committed.folder) as repository,
        pytest.raises(GitError, match=r"user\.name and user\.email"),
    ):
        repository.commit_on_branch("claim/x", [("b", "b")], "Add b\n")


def test_a_commit_is_found_by_words_of_its_message(committed: Committed) -> None:
    (committed.folder / "x").write_text("x")
    git(committed.folder, "add", "x")
    git(committed.folder, "commit", "-qm", "Add a letter, and no word")
    head = git(committed.folder, "rev-parse", "HEAD")
    with Repository(committed.folder) as repository:
        for name in (":/Add a letter", ":/, and no", "HEAD^{/letter}", "HEAD"):
            assert repository.resolve(name) == head
        with pytest.raises(UnknownRevisionError):
            repository.resolve(":/words that nobody wrote")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("^HEAD", "that leaves commits out, and one is asked for"),
        ("^main~1", "that leaves commits out, and one is asked for"),
        ("^{/begin}", "that leaves commits out, and one is asked for"),
        ("HEAD..", "that stands for several commits, and one is asked for"),
        ("HEAD~1..HEAD", "that stands for several commits, and one is asked for"),
        ("main...HEAD", "that stands for several commits, and one is asked for"),
        ("HEAD^@", "that stands for several commits, and one is asked for"),
        ("HEAD^!", "that stands for several commits, and one is asked for"),
        ("", "name one, such as HEAD~1"),
        (" \t", "name one, such as HEAD~1"),
        ("HEAD^{tree}", "that is a tree, and no commit"),
        ("HEAD:claims", "that is a tree, and no commit"),
        ("a-blob", "that is a blob, and no commit"),
        ("a-tag-of-it", "that is a tag, and no commit"),
        ("@{u}", ""),
        ("HEAD~99", ""),
        ("-x", ""),
        ("--end-of-options", ""),
        ("HEAD:nothing", ""),
        ("0" * 40, ""),
    ],
)
def test_what_is_no_single_commit_is_said_to_be_none(
    committed: Committed, name: str, why: str
) -> None:
    (committed.folder / "x").write_text("x")
    git(committed.folder, "add", "x")
    git(committed.folder, "commit", "-qm", "x")
    blob = git(committed.folder, "rev-parse", "HEAD:x")
    git(committed.folder, "tag", "a-blob", blob)
    git(committed.folder, "tag", "-a", "-m", "it", "a-tag-of-it", blob)
    with Repository(committed.folder) as repository:
        with pytest.raises(UnknownRevisionError) as caught:
            repository.resolve(name)
        assert str(caught.value).endswith(f"{name!r}: {why}" if why else f"{name!r}")


def test_a_tag_with_a_message_stands_for_its_commit(committed: Committed) -> None:
    git(committed.folder, "tag", "-a", "-m", "it", "a-tag")
    with Repository(committed.folder) as repository:
        assert repository.resolve("a-tag") == repository.head()
