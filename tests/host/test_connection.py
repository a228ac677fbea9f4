"""What happens where the library for the hosting site is not installed."""

import sys

import pytest

from graph.errors import AnswerError
from graph.host.connection import connected


def test_without_its_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "github", None)
    with pytest.raises(AnswerError, match="pip install 'betoog\\[host\\]'"), connected({}, "bot"):
        pass
