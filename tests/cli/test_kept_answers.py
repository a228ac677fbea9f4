import os
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.cli.kept_answers import PLACE, Kept, keep, kept

THERE: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "no text": lambda at: at.write_bytes(b"\xff"),
    "other text": lambda at: at.write_text("[1]"),
    "a pipe": os.mkfifo,
    "a device without end": lambda at: at.symlink_to("/dev/zero"),
    "a file elsewhere": lambda at: at.symlink_to("/etc/hostname"),
    "a folder": Path.mkdir,
}


@pytest.mark.parametrize("what", THERE)
def test_nothing_was_kept_where_it_cannot_be_read(tmp_path: Path, what: str) -> None:
    at = tmp_path / PLACE
    at.parent.mkdir(parents=True)
    THERE[what](at)
    assert kept(tmp_path) == Kept()


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    keep(tmp_path, said := Kept(answers=("‘é’", ""), source="blom-2025", paragraph=0))
    assert kept(tmp_path) == said
