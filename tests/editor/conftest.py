from pathlib import Path

import pytest

from graph.editor.open_records import Desk
from tests.small import lay_out


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    lay_out(tmp_path)
    return Desk(tmp_path)
