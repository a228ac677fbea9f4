"""Clones that lack objects, and working trees that lack files, of which git knows."""

from pathlib import Path

import pytest

from graph.errors import AnswerError
from graph.review.review import review
from tests.review.committing import FIT, SMALL, Committed, git

pytestmark = pytest.mark.process


@pytest.fixture
def committed(tmp_path: Path) -> Committed:
    """Two commits on the main branch, of which the last changed a claim."""
    repository = Committed(tmp_path / "repository")
    repository.commit({**SMALL, "site/index.md": "# Paths\n"})
    repository.commit({"claims/d/fit.md": FIT.replace("fit.", "in shape.")})
    git(repository.folder, "config", "uploadpack.allowFilter", "true")
    return repository


def _clone(committed: Committed, folder: Path, *options: str) -> Path:
    git(folder, "clone", "--quiet", *options, committed.folder.as_uri(), "clone")
    return folder / "clone"


def test_a_partial_clone_is_told_what_completes_it(committed: Committed, tmp_path: Path) -> None:
    clone = _clone(committed, tmp_path, "--filter=blob:none")
    with pytest.raises(AnswerError) as caught:
        review(clone, "HEAD~1")
    said, _, command = str(caught.value).partition(": ")
    assert said == "this clone is partial and lacks the file claims/d/fit.md"
    git(clone, *command.removeprefix("git ").removesuffix(" brings it").split())
    found = review(clone, "HEAD~1").difference
    assert [each.id for each in found.claims.changed] == ["fit"]


def test_what_a_sparse_checkout_leaves_out_is_not_removed(
    committed: Committed, tmp_path: Path
) -> None:
    clone = _clone(committed, tmp_path)
    git(clone, "sparse-checkout", "set", "--cone", "claims/speakers")
    assert not (clone / "claims/d").exists()
    with pytest.raises(AnswerError) as caught:
        review(clone)
    said, _, command = str(caught.value).partition(": ")
    assert said == "this checkout is sparse and lacks claims/d/debate.yaml and 2 more"
    assert [each.id for each in review(clone, "HEAD~1", "HEAD").difference.claims.changed] == [
        "fit"
    ]
    git(clone, *command.removeprefix("git ").split()[:2])
    assert not review(clone)


def test_a_sparse_checkout_of_all_records_is_compared(committed: Committed, tmp_path: Path) -> None:
    clone = _clone(committed, tmp_path)
    git(clone, "sparse-checkout", "set", "--cone", "claims")
    assert not (clone / "site").exists()
    assert not review(clone)
