"""The words that are looked for in sources."""

import sys
from io import BytesIO, TextIOWrapper

import pytest

from graph.answers.locate import LONGEST_QUOTATION
from graph.cli import main
from tests.conftest import SAMPLE


def test_more_than_a_passage_is_not_looked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "a " * LONGEST_QUOTATION
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(words.encode())))
    assert main(["--root", str(SAMPLE), "locate", "-"]) == 2
    assert "more than 20,000 characters are no quotation" in capsys.readouterr().err
