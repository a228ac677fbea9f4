import os
from pathlib import Path
from shutil import rmtree

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from graph.cli import main
from graph.records import Grades
from graph.review.git import Repository
from graph.review.git_error import GitError
from graph.review.review import review
from graph.review.revisions import Revisions, blob_id
from graph.text.visible import visible
from tests.review.committing import FIT, SMALL, TOP, Committed, git


def _at(root: Path, revision: str) -> KnowledgeBase:
    with Repository(root) as repository:
        commit = repository.commit(repository.resolve(revision))
        assert commit is not None
        revisions = Revisions(repository, root)
        return revisions.knowledge_base(revisions.folders(commit))


def _state(root: Path, revision: str) -> KnowledgeBase:
    with Repository(root) as repository:
        commit = repository.commit(repository.resolve(revision))
        assert commit is not None
        return Revisions(repository, root).state(commit)


def _content(kb: KnowledgeBase) -> tuple[object, ...]:
    return (
        kb.claims,
        kb.debates,
        kb.speakers,
        kb.sources,
        kb.bodies,
        kb.paths,
        kb.folders,
        kb.tree.grades,
    )


def test_a_revision_is_read_as_the_working_tree_was(committed: Committed) -> None:
    there = KnowledgeBase.load(committed.root)
    committed.commit({"claims/d/fit.md": None, "claims/d/top.nl.md": "Toelichting.\n"})
    assert _content(_at(committed.root, "HEAD~1")) == _content(there)
    assert _content(_at(committed.root, "HEAD")) == _content(KnowledgeBase.load(committed.root))


def test_the_grades_of_sources_are_those_of_the_revision(committed: Committed) -> None:
    committed.commit({"claims/grounds.yaml": "primary: 0.8\n", "claims/notes.yaml": "primary: 1\n"})
    committed.commit({"claims/grounds.yaml": None, "claims/grounds.yaml/x.yaml": "primary: 1\n"})
    grades = [_at(committed.root, each).tree.grades for each in ("HEAD~2", "HEAD~1", "HEAD")]
    assert grades == [Grades(), Grades(primary=0.8), Grades()]


def test_neither_the_working_tree_nor_the_index_is_touched(committed: Committed) -> None:
    folder = committed.folder
    (folder / "claims/d/top.md").write_text("not a record")
    (folder / "claims/d/new.md").write_text("not yet recorded")
    git(folder, "add", "claims/d/new.md")
    state = git(folder, "status", "--porcelain")
    index = (folder / ".git/index").stat().st_mtime_ns
    assert set(_at(folder, "HEAD").claims) == {"top", "fit"}
    assert (folder / ".git/index").stat().st_mtime_ns == index
    assert git(folder, "status", "--porcelain") == state


@pytest.mark.process
def test_a_knowledge_base_may_be_kept_in_a_subfolder(tmp_path: Path) -> None:
    committed = Committed(tmp_path / "repository", "deep/er é")
    committed.commit(dict(SMALL))
    (committed.folder / "claims").mkdir()
    (committed.folder / "claims/elsewhere.md").write_text(TOP)
    committed.commit({})
    assert set(_at(committed.root, "HEAD").claims) == {"top", "fit"}


def test_a_linked_worktree_has_the_same_revisions(committed: Committed, tmp_path: Path) -> None:
    git(committed.folder, "worktree", "add", "-q", "-b", "other", str(tmp_path / "other"))
    assert set(_at(tmp_path / "other", "main").claims) == {"top", "fit"}


@pytest.mark.process
def test_a_revision_without_records_is_an_empty_knowledge_base(tmp_path: Path) -> None:
    committed = Committed(tmp_path / "repository")
    committed.commit({"README": "Nothing yet.", "claims": "a file of that name"})
    assert _at(committed.root, "HEAD").claims == {}


def test_links_hidden_files_and_other_repositories_are_left_out(committed: Committed) -> None:
    (committed.folder / "claims/d/link.md").symlink_to("top.md")
    head = git(committed.folder, "rev-parse", "HEAD")
    git(
        committed.folder, "update-index", "--add", "--cacheinfo", f"160000,{head},claims/module",
        "--cacheinfo", f"160000,{head},claims/d/module.md",
    )  # fmt: skip
    git(committed.folder, "commit", "-q", "-m", "A module")
    committed.commit({"claims/d/.hidden.md": TOP, "claims/.d/hidden.md": TOP})
    git(committed.folder, "update-index", "--add", "--cacheinfo", f"160000,{head},claims/module")
    git(committed.folder, "commit", "-q", "-m", "A module again")
    assert set(_at(committed.root, "HEAD").claims) == {"top", "fit"}


LINKS = {
    "a record": ("claims/d/link.md", "top.md"),
    "a record by another way": ("claims/d/link.md", "../../claims/d/../d/top.md"),
    "a link": ("claims/d/zz.md", "link.md"),
    "itself": ("claims/d/link.md", "link.md"),
    "nothing": ("claims/d/link.md", "nothing.md"),
    "a folder": ("claims/d/more", "../d"),
    "the folder of all records": ("claims/d/more", ".."),
    "a folder as a record": ("claims/d/more.md", "../../claims"),
    "the whole repository": ("claims/d/more", "../.."),
    "a file elsewhere": ("claims/d/link.md", "../../secret.md"),
    "a file of the machine": ("claims/d/link.md", "/etc/passwd"),
    "a folder of the machine": ("claims/speakers", "/etc"),
    "a debate": ("claims/e", "d"),
    "a debate elsewhere": ("claims/e", "../elsewhere"),
    "grades": ("claims/grounds.yaml", "d/grades.yaml"),
    "grades elsewhere": ("claims/grounds.yaml", "../grades.yaml"),
    "a file beside folders": ("claims/note.md", "d/top.md"),
    "an annotation": ("claims/d/top.nl.md", "../d/note.txt"),
    "a name that nobody sees": ("claims/d/li\u202enk.md", "top.md"),
}


@pytest.mark.parametrize("name", LINKS)
def test_a_symbolic_link_is_told_of_a_revision_as_of_the_working_tree(
    committed: Committed, name: str
) -> None:
    committed.commit(
        {"secret.md": TOP, "elsewhere/a.md": TOP, "grades.yaml": "primary: 0.8\n",
         "claims/d/note.txt": "Een toelichting.\n", "claims/d/grades.yaml": "primary: 0.8\n"}
    )  # fmt: skip
    (committed.folder / "claims/d/link.md").symlink_to("top.md")
    path, target = LINKS[name]
    place = committed.folder / path
    if place.is_dir():
        rmtree(place)
    place.unlink(missing_ok=True)
    place.symlink_to(target)
    committed.commit({})
    there = check(KnowledgeBase.load(committed.root))
    assert check(_state(committed.root, "HEAD")) == there
    assert review(committed.root, "HEAD").findings == ()
    new = review(committed.root, "HEAD~1", "HEAD").findings
    assert new == review(committed.root, "HEAD~1").findings
    told = any(finding.path == visible(path) for finding in new)
    assert told == (name not in ("grades", "an annotation"))


def test_a_link_in_the_place_of_all_records_is_told(committed: Committed) -> None:
    (committed.folder / "claims").rename(committed.folder / "records")
    (committed.folder / "claims").symlink_to("records")
    committed.commit({})
    assert {each.code for each in check(KnowledgeBase.load(committed.root))} == {"S011"}
    assert {each.code for each in review(committed.root, "HEAD~1", "HEAD").findings} == {"S011"}


def test_what_is_too_deep_and_what_stands_beside_the_folders_is_told(committed: Committed) -> None:
    deep = "/".join(["claims", *"abcdefghijklmnopqrstuvwxyz"])
    committed.commit({f"{deep}/top.md": TOP, "claims/top.md": TOP, "claims/top.txt": "A\n"})
    there = check(KnowledgeBase.load(committed.root))
    assert check(_state(committed.root, "HEAD")) == there
    assert len(review(committed.root, "HEAD~1", "HEAD").findings) >= 3


def test_another_repository_among_the_records_is_told(committed: Committed) -> None:
    head = git(committed.folder, "rev-parse", "HEAD")
    for path in ("claims/module", "claims/d/module", "module"):
        entry = f"160000,{head},{path}"
        git(committed.folder, "update-index", "--add", "--cacheinfo", entry)
    git(committed.folder, "commit", "-q", "-m", "Modules")
    found = review(committed.root, "HEAD~1", "HEAD").findings
    assert {each.path for each in found} == {"claims/module", "claims/d/module"}
    assert {each.message for each in found} == {
        "this is another repository, not a folder of records"
    }


def test_a_file_too_large_or_not_text_is_no_record(committed: Committed) -> None:
    committed.commit({"claims/d/big.md": TOP + "x" * 300_000, "claims/d/latin.md": b"\xff\xfe"})
    kb = _at(committed.root, "HEAD")
    assert set(kb.claims) == {"top", "fit"}
    assert {problem.path for problem in kb.tree.problems} == {
        "claims/d/big.md",
        "claims/d/latin.md",
    }


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be written there")
def test_a_name_in_no_encoding_can_still_be_written_down(committed: Committed) -> None:
    committed.commit({os.fsdecode(b"claims/d/b\xe9d.md"): TOP, "claims/d/new\nline.md": TOP})
    for path in _at(committed.root, "HEAD").tree.by_path:
        path.encode("utf-8")


def test_what_two_revisions_share_is_read_once(committed: Committed) -> None:
    committed.commit({"claims/d/fit.md": FIT + "More.\n"})
    committed.commit({"claims/d/fit.md": None, "claims/d/moved/fit.md": FIT})
    root = committed.root
    with Repository(root) as repository:
        known = Revisions(repository, root, KnowledgeBase.load(root).tree)
        for revision, parsed in (("HEAD", 0), ("HEAD~1", 1), ("HEAD~2", 1), ("HEAD", 1)):
            commit = repository.commit(repository.resolve(revision))
            assert commit is not None
            folders = known.folders(commit)
            assert known.unread(folders.items()) == max(parsed - known.parsed, 0)
            known.knowledge_base(folders)
            assert known.parsed == parsed, revision
        assert known.knowledge_base(folders).paths["claim", "fit"] == "claims/d/moved/fit.md"


def test_the_id_of_a_blob_is_that_of_git(committed: Committed) -> None:
    assert blob_id(FIT.encode()) == git(committed.folder, "rev-parse", "HEAD:claims/d/fit.md")


def test_a_folder_that_holds_one_tree_under_many_names_is_not_listed_without_end(
    committed: Committed,
) -> None:
    folder = committed.folder
    blob = git(folder, "hash-object", "-w", "--stdin", stdin=b"x")
    entries = f"100644 blob {blob}\ta.md\n"
    for _ in range(12):
        tree = git(folder, "mktree", stdin=entries.encode())
        entries = "".join(f"040000 tree {tree}\tf{number}\n" for number in range(10))
    with Repository(folder) as repository, pytest.raises(GitError, match="more than 100,000"):
        Revisions(repository, folder).folder("d", tree)


@pytest.mark.process
@pytest.mark.parametrize("place", ["claims", "."])
@pytest.mark.parametrize(
    ("mode", "why"),
    [
        ("160000", "this is another repository, not a folder of records"),
        ("120000", "a symbolic link to a folder"),
        ("100644", "this is a file, not a folder of records"),
    ],
)
def test_what_stands_in_the_place_of_all_records_is_told(
    tmp_path: Path, mode: str, why: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also in the place of the folder that they are in."""
    committed = Committed(tmp_path / "repository", "kb")
    committed.commit({"claims/d/top.md": TOP, "claims/d/fit.md": FIT})
    head = git(committed.folder, "rev-parse", "HEAD")
    blob = git(committed.folder, "rev-parse", "HEAD:kb/claims/d/top.md")
    entry = f"{mode},{head if mode == '160000' else blob},{'kb' if place == '.' else 'kb/claims'}"
    git(committed.folder, "rm", "-rq", "--cached", "kb")
    git(committed.folder, "update-index", "--add", "--cacheinfo", entry)
    git(committed.folder, "commit", "-qm", "Other")
    (problem,) = _state(committed.root, "HEAD").tree.problems
    assert (problem.path, problem.detail) == ("claims", why)
    for words, said in (
        (["HEAD~1", "HEAD"], f"claims cannot be read ({why}), so that what stood there is told"),
        (["HEAD"], f"at HEAD claims cannot be read ({why}), so that what stands there now"),
    ):
        assert main(["--root", str(committed.root), "diff", *words]) == 0
        assert said in capsys.readouterr().err
