import os
from pathlib import Path
from typing import Any

import pytest

from graph.errors import AnswerError
from graph.passages.source_texts import source_texts, text_file, texts_beside
from graph.records import Source


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text("Title\n\nA paragraph.\n", "utf-8")


@pytest.mark.parametrize(
    ("names", "only", "expected"),
    [
        (["essay.txt", "essay.en.txt", "article.en.txt"], True, "essay.txt"),
        (["essay.en.txt", "essay.nl.txt"], False, "essay.en.txt"),
        (["essay.nl.txt", "other.nl.txt"], False, "essay.nl.txt"),
        (["essay.de.txt", "essay.nl.txt"], False, None),
        (["article.nl.txt", "notes.txt"], True, "article.nl.txt"),
        (["article.nl.txt", "notes.txt"], False, None),
        (["whatever.txt"], True, "whatever.txt"),
        (["whatever.txt"], False, None),
        (["one.txt", "two.txt"], True, None),
        ([], True, None),
    ],
)
def test_the_file_of_a_source_is_told_by_its_name(
    tmp_path: Path, names: list[str], only: bool, expected: str | None
) -> None:
    put(tmp_path, *names)
    found = text_file(tmp_path, "essay", "en", only)
    assert (found.name if found else None) == expected


def test_a_file_of_any_name_is_told_by_the_title_in_its_headline(tmp_path: Path) -> None:
    (tmp_path / "from-the-web.txt").write_text("Tuesday: “On  Paths”\n\nText.\n", "utf-8")
    put(tmp_path, "other.txt")
    records = {
        source: Source.model_validate({"id": source, "type": "book", "title": title})
        for source, title in (("essay", "“On paths”"), ("letter", "On roads"))
    }
    texts, reasons = source_texts(["essay", "letter"], records, tmp_path, False, lambda: None)
    assert texts["essay"].paragraphs[1] == "Text."
    assert set(reasons) == {"letter"}


def test_a_source_without_a_text_has_a_reason_instead(tmp_path: Path) -> None:
    put(tmp_path, "essay.txt")
    done: list[None] = []
    texts, reasons = source_texts(
        ["essay", "letter"], {}, tmp_path, False, lambda: done.append(None)
    )
    assert texts["essay"].paragraphs == ("Title", "A paragraph.")
    assert set(reasons) == {"letter"}
    assert len(done) == 2


def test_a_source_that_cannot_be_downloaded_has_the_reason(tmp_path: Path) -> None:
    # Port 9 is reserved for a service that discards what it gets; nothing answers there.
    here = Source.model_validate(
        {"id": "here", "type": "webpage", "title": "Here", "URL": "http://127.0.0.1:9/"}
    )
    nowhere = Source.model_validate({"id": "nowhere", "type": "book", "title": "Nowhere"})
    records = {"here": here, "nowhere": nowhere}
    for private, why in ((False, "is not asked for"), (True, "cannot be reached")):
        texts, reasons = source_texts(
            ["here", "nowhere"], records, None, True, lambda: None, private=private
        )
        assert texts == {}
        assert why in reasons["here"]
    assert "no web address" in reasons["nowhere"]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnswerError, match="no folder"):
        source_texts(["essay"], {}, tmp_path / "gone", False, lambda: None)


def test_a_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "essay.txt").write_bytes(b"caf\xe9")
    with pytest.raises(AnswerError, match="UTF-8"):
        source_texts(["essay"], {}, tmp_path, False, lambda: None)


def test_a_text_published_with_the_records_needs_no_folder() -> None:
    done: list[None] = []
    texts, reasons = source_texts(
        ["essay"], {}, None, False, lambda: done.append(None), {"essay": "Title\n\nText."}
    )
    assert texts["essay"].paragraphs == ("Title", "Text.")
    assert (reasons, len(done)) == ({}, 1)


def test_a_text_is_wanted_where_it_was_read() -> None:
    source = Source.model_validate(
        {
            "id": "here",
            "type": "webpage",
            "title": "Here",
            "URL": "http://127.0.0.1:9/own",
            "seen_at": "http://127.0.0.1:9/mirror",
        }
    )
    _, reasons = source_texts(["here"], {"here": source}, None, True, lambda: None)
    assert "127.0.0.1:9/mirror is not asked for" in reasons["here"]


def test_what_may_never_end_is_no_text(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "essay.txt")
    (tmp_path / "essay.en.txt").symlink_to("/dev/zero")
    records = {"essay": Source.model_validate({"id": "essay", "type": "book", "title": "Paths"})}

    texts, reasons = source_texts(["essay"], records, tmp_path, False, lambda: None)

    assert (texts, set(reasons)) == ({}, {"essay"})
    assert texts_beside(tmp_path, ()) == {}


def test_a_text_that_is_larger_than_any_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.passages.source_texts.LARGEST", 19)
    put(tmp_path, "essay.txt")
    with pytest.raises(AnswerError, match=r"essay\.txt has more than 19 bytes"):
        source_texts(["essay"], {}, tmp_path, False, lambda: None)


def test_texts_are_read_once_however_many_sources_are_sought_among_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "one.txt", "two.txt")
    read: list[str] = []
    opened = Path.open

    def noted(self: Path, *given: Any, **named: Any) -> Any:
        read.append(self.name)
        return opened(self, *given, **named)

    monkeypatch.setattr(Path, "open", noted)
    sources = [f"s{number}" for number in range(9)]
    records = {
        each: Source.model_validate({"id": each, "type": "book", "title": "Other"})
        for each in sources
    }
    source_texts(sources, records, tmp_path, False, lambda: None)

    assert sorted(read) == ["one.txt", "two.txt"]
