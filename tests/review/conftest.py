from pathlib import Path

import pytest

from tests.review.committing import SMALL, Committed


@pytest.fixture
def committed(tmp_path: Path) -> Committed:
    """A repository with the small argument as its first commit."""
    repository = Committed(tmp_path / "repository")
    repository.commit(dict(SMALL), "The beginning")
    return repository
