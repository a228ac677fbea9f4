"""What is made of a file that comes with the program is made once."""

import os
from pathlib import Path
from typing import Any

import pytest

from graph.records import LocalizedText
from graph.store import kept_values
from graph.store.cache_folder import SWITCH
from graph.store.kept_values import MOST, said_by
from graph.store.schemes import _schemes, schemes
from graph.words.language import BUNDLED, language

VALUE = {"a": ["b", None, True], "c": LocalizedText(root={"en": "One."})}


@pytest.fixture(autouse=True)
def keeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(SWITCH, str(tmp_path))
    return tmp_path / "program"


class Making:
    """What makes a value of a text, and counts how often it did."""

    def __init__(self, value: Any = VALUE) -> None:
        self.value = value
        self.times = 0

    def __call__(self, text: str) -> Any:
        self.times += 1
        return self.value


def test_it_is_made_once_and_is_the_same() -> None:
    make = Making()
    assert [said_by("text", "what", make) for _ in range(3)] == [VALUE] * 3
    assert make.times == 1


def test_of_another_text_or_something_else_it_is_made_anew() -> None:
    make = Making()
    for text, what in (("text", "what"), ("texts", "what"), ("text", "more")):
        said_by(text, what, make)
    assert make.times == 3


def test_another_program_makes_it_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    make = Making()
    said_by("text", "what", make)
    monkeypatch.setattr(kept_values, "reading_program", lambda: b"another")
    said_by("text", "what", make)
    assert make.times == 2
    monkeypatch.setattr(kept_values, "reading_program", lambda: None)
    said_by("text", "what", make)
    assert make.times == 3


def test_where_nothing_may_be_kept_it_is_made_each_time(
    monkeypatch: pytest.MonkeyPatch, keeping: Path
) -> None:
    monkeypatch.setenv(SWITCH, "off")
    make = Making()
    assert [said_by("text", "what", make) for _ in range(2)] == [VALUE] * 2
    assert make.times == 2
    assert not keeping.exists()


@pytest.mark.parametrize("spoilt", [b"", b"betoog values 1\n", b"\x00" * 100])
def test_what_is_spoilt_is_made_anew_and_kept_again(keeping: Path, spoilt: bytes) -> None:
    make = Making()
    said_by("text", "what", make)
    [file] = keeping.iterdir()
    file.write_bytes(spoilt)
    assert [said_by("text", "what", make) for _ in range(2)] == [VALUE] * 2
    assert make.times == 2


def test_what_others_may_write_is_not_believed(keeping: Path) -> None:
    make = Making()
    said_by("text", "what", make)
    [file] = keeping.iterdir()
    file.chmod(0o666)
    assert said_by("text", "what", make) == VALUE
    assert make.times == 2


def test_what_can_be_no_part_of_a_record_is_made_each_time() -> None:
    make = Making(Path("a"))
    assert [said_by("text", "what", make) for _ in range(2)] == [Path("a")] * 2
    assert make.times == 2


def test_no_more_files_stay_than_may() -> None:
    for number in range(MOST + 3):
        said_by(str(number), "what", Making())
    assert len(list((Path(os.environ[SWITCH]) / "program").iterdir())) == MOST


def test_the_schemes_and_the_words_are_the_same_from_what_is_kept(keeping: Path) -> None:
    def everything() -> Any:
        schemes.cache_clear()
        language.cache_clear()
        return dict(schemes()), {code: language(code).texts for code in BUNDLED}

    first = everything()
    assert len(list(keeping.iterdir())) == 1 + len(BUNDLED)
    assert everything() == first
    text = (Path(kept_values.__file__).parent / "schemes.yaml").read_text("utf-8")
    assert _schemes(text) == first[0]
