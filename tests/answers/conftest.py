from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from tests.answers.small import lay_out


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


@pytest.fixture
def kb(root: Path) -> KnowledgeBase:
    return KnowledgeBase.load(root)
