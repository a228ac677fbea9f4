"""Which two states are compared, and that comparing touches neither files nor index."""

from pathlib import Path

import pytest

from graph.errors import AnswerError
from graph.review.git import Repository
from graph.review.review import review
from tests.review.committing import FIT, TOP, Committed, git

LOUD = "---\nclaim: {en: Cars are loud., nl: Auto's zijn luid.}\nkind: fact\n---\n"


def _supports(text: str, target: str) -> str:
    head, _, rest = text.rpartition("---\n")
    return f"{head}supports:\n  - {{claim: {target}, because: {{en: So., nl: Dus.}}}}\n---\n{rest}"


@pytest.fixture
def committed(tmp_path: Path) -> Committed:
    repository = Committed(tmp_path / "repository")
    repository.commit(
        {
            "claims/d/debate.yaml": "title: {en: P, nl: P}\nquestion: {en: Q?, nl: V?}\n"
            "theses: [top]\n",
            "claims/d/top.md": TOP,
            "claims/d/fit.md": FIT,
            "claims/d/loud.md": LOUD,
        }
    )
    return repository


def _state(repository: Committed) -> list[tuple[str, bytes]]:
    files = sorted(each for each in repository.root.rglob("*") if each.is_file())
    return [
        (str(each), each.read_bytes())
        for each in files
        if ".git" not in each.parts or each.name in ("index", "HEAD")
    ]


def test_without_revisions_the_working_tree_is_compared_with_the_last_commit(
    committed: Committed,
) -> None:
    assert not review(committed.root)
    (committed.root / "claims/d/loud.md").write_text(LOUD.replace("loud.", "very loud."), "utf-8")
    found = review(committed.root).difference
    assert [each.id for each in found.claims.changed] == ["loud"]


def test_any_two_revisions_are_compared_without_touching_anything(committed: Committed) -> None:
    first = git(committed.folder, "rev-parse", "HEAD")
    second = committed.commit({"claims/d/loud.md": _supports(LOUD, "top")})
    (committed.root / "claims/d/fit.md").write_text("not committed", "utf-8")
    before = _state(committed)
    forth, back = review(committed.root, first, second), review(committed.root, second, first)
    assert [each.id for each in forth.difference.links.added] == ["loud -> top"]
    assert [each.id for each in back.difference.links.removed] == ["loud -> top"]
    assert _state(committed) == before


def _two_branches(committed: Committed, ours: dict[str, str], theirs: dict[str, str]) -> None:
    git(committed.folder, "branch", "other")
    committed.commit(dict(ours))
    git(committed.folder, "checkout", "--quiet", "other")
    committed.commit(dict(theirs))
    git(committed.folder, "checkout", "--quiet", "main")


def test_a_merge_base_leaves_out_what_others_did_in_the_meantime(committed: Committed) -> None:
    _two_branches(
        committed,
        {"claims/d/fit.md": FIT.replace("fit.", "very fit.")},
        {"claims/d/loud.md": _supports(LOUD, "top")},
    )
    whole = review(committed.root, "main", "other").difference
    assert [each.id for each in whole.claims.changed] == ["fit"]
    own = review(committed.root, "main", "other", merge_base=True).difference
    assert not own.claims.changed
    assert [each.id for each in own.links.added] == ["loud -> top"]


def test_two_changes_that_close_a_circle_together_are_found_on_their_merge(
    committed: Committed,
) -> None:
    _two_branches(
        committed,
        {"claims/d/top.md": _supports(TOP, "loud")},
        {"claims/d/loud.md": _supports(LOUD, "fit")},
    )
    before = _state(committed)

    def circles(*revisions: str, merged: bool = False) -> set[str]:
        found = review(committed.root, *revisions, merged=merged).findings
        return {each.code for each in found if "circ" in each.message or "circle" in each.message}

    assert circles("main~1", "main") == set()
    assert circles("main~1", "other") == set()
    assert len(circles("main", "other", merged=True)) == 1
    assert _state(committed) == before


def test_changes_that_conflict_are_named_by_their_files(committed: Committed) -> None:
    _two_branches(
        committed,
        {"claims/d/loud.md": LOUD.replace("loud.", "very loud.")},
        {"claims/d/loud.md": LOUD.replace("loud.", "rather loud.")},
    )
    with pytest.raises(AnswerError, match=r"conflicts in claims/d/loud\.md"):
        review(committed.root, "main", "other", merged=True)


def test_an_unknown_revision_and_a_folder_without_repository_are_said(
    committed: Committed, tmp_path: Path
) -> None:
    with pytest.raises(AnswerError, match="no revision 'nowhere'"):
        review(committed.root, "nowhere")
    with pytest.raises(AnswerError, match="no revision '--output=x'"):
        review(committed.root, "--output=x")
    (tmp_path / "bare" / "claims").mkdir(parents=True)
    with pytest.raises(AnswerError, match="not a git repository"):
        review(tmp_path / "bare")
    with pytest.raises(AnswerError, match="two revisions"):
        review(committed.root, "HEAD", merged=True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LOUD.replace("loud.", "loud. " * 500), "F106"),
        (LOUD.replace("loud", "lou\u200bd"), "S215"),
        (LOUD.replace("loud", "lou\u202ed"), "S216"),
        (LOUD.replace("{en: Cars are loud.", '{en: "Cars are lou\\ad."'), "S213"),
        (f"<<<<<<< HEAD\n{LOUD}=======\n>>>>>>> other\n", "S013"),
    ],
)
def test_what_no_record_can_hold_is_a_finding_of_the_change(
    committed: Committed, text: str, code: str
) -> None:
    committed.commit({"claims/d/loud.md": text})
    found = review(committed.root, "HEAD~1", "HEAD").findings
    assert code in {each.code for each in found if each.path == "claims/d/loud.md"}


def test_a_file_whose_name_nothing_can_say_is_a_finding_of_the_change(committed: Committed) -> None:
    committed.commit({"claims/d/bad\udcff.md": LOUD})
    found = review(committed.root, "HEAD~1", "HEAD")
    assert not found.difference
    assert [(each.code, each.path) for each in found.findings] == [
        ("S010", "claims/d/bad\N{REPLACEMENT CHARACTER}.md")
    ]


def test_the_two_can_be_called_by_the_names_of_their_branches(committed: Committed) -> None:
    committed.commit({"claims/d/fit.md": None}, "Less")
    called = review(committed.root, "HEAD^1", called=("main", "less-is-more"))
    assert called.names == ("main", "less-is-more")
    for empty in (("", ""), ("main", ""), ("", "less")):
        names = review(committed.root, "HEAD^1", called=empty).names
        assert names == (empty[0] or "HEAD^1", empty[1] or "the working tree")


def test_branches_and_tags_are_known_by_name(committed: Committed) -> None:
    git(committed.root, "branch", "less-is-more")
    git(committed.root, "tag", "v1")
    with Repository(committed.root) as repository:
        assert {"less-is-more", "v1"} < set(repository.names())
