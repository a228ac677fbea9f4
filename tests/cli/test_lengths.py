"""Texts that are given to commands and are longer than any that a record has."""

import json
import sys
from io import BytesIO, TextIOWrapper

import pytest

from graph.answers.locate import LONGEST_QUOTATION
from graph.cli import LONGEST, main
from graph.records import limits
from tests.conftest import SAMPLE

ROOT = ("--root", str(SAMPLE))
MANY = (
    "a" * 150_000,
    "ab " * 50_000,
    "[" * 150_000,
    "(" * 150_000,
    "a -> " * 30_000,
    "\u202e" * 150_000,
)
COMMANDS = (
    ("find",), ("show",), ("explain",), ("reject",), ("trace", "build-cycle-paths"), ("list",),
    ("list", "claims", "--words"), ("new", "--kind", "fact"), ("locate",), ("rename", "a-b"),
    ("confirm",), ("reach",), ("standing", "--as-of"), ("export",), ("original",),
)  # fmt: skip


def test_a_word_of_a_command_is_as_long_as_the_longest_text_of_a_record() -> None:
    assert LONGEST == limits.NOTE == LONGEST_QUOTATION


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_word_that_is_longer_is_refused_with_the_most_there_may_be(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    for text in MANY:
        assert main([*ROOT, *command, text]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "… (150,000 characters) is too long for a command: 20,000 are the most" in err
        assert len(err) < 250


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_message_says_no_more_of_what_was_given_than_anybody_reads(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    for text in MANY:
        main([*ROOT, *command, text[:LONGEST]])
        assert len(capsys.readouterr().err) < 600


@pytest.mark.parametrize("given", [("--limit=" + "9" * 9_000,), ("--limit", "9" * 9_000)])
def test_nor_of_the_value_of_an_option(
    given: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*ROOT, "list", "claims", *given]) == 2
    assert len(capsys.readouterr().err) < 400


@pytest.mark.parametrize("command", [("find",), ("list", "claims", "--words")], ids=" ".join)
def test_as_many_words_are_looked_for_as_a_text_of_a_record_has(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*ROOT, *command, "a " * (limits.TEXT // 2)]) in (0, 1)
    capsys.readouterr()
    assert main([*ROOT, *command, "a " * limits.TEXT]) == 2
    assert "4,000 characters to look for; 2,000 are the most" in capsys.readouterr().err


def test_any_number_of_words_is_looked_for_or_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ROOT, "find", *(f"w{number}" for number in range(60_000)), "--json"]) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert error == "408,889 characters to look for; 2,000 are the most"


def _given(text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text)))


@pytest.mark.parametrize("text", [b"{" * 10_000_000, b"### A\n" * 1_000_000], ids=["event", "body"])
def test_an_issue_of_any_length_is_read_or_refused(
    text: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _given(text, monkeypatch)
    assert main([*ROOT, "from-issue", "--dry-run", "-"]) == 1
    assert "more than 5,000,000 characters are no issue, nor an event" in capsys.readouterr().out
