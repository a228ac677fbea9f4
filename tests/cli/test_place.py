from pathlib import Path

import pytest

from graph.cli.place import claim_names, find_root
from graph.errors import AnswerError


def test_the_nearest_folder_upward_with_claims_is_found(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "claims" / "paths")
    assert find_root(None) == root
    monkeypatch.chdir(root)
    assert find_root(None) == Path()


def test_a_folder_without_claims_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(AnswerError, match="no claims folder in"):
        find_root(tmp_path)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AnswerError, match="--root DIR"):
        find_root(None)


def test_claim_names_are_those_of_claim_files_only(root: Path) -> None:
    assert claim_names(root, "build") == ["build-cycle-paths"]
    assert claim_names(root, "essay") == []
    assert len(claim_names(root, "")) == 7
