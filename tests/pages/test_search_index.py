"""The index of a large site is in parts, and those are made again that hold another page."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from graph.pages import search_index
from graph.pages.search_index import PARTS, FormerIndex, SearchIndexError, make_search_index
from graph.pages.written_last import INDEX

pytestmark = pytest.mark.process

NAMES = [f"{language}/claims/{number}" for language in ("en", "nl") for number in range(12)]


def _page(name: str, word: str) -> str:
    title = f"<title>{name}</title><h1>Claim {name}</h1>"
    return f'<html lang="{name[:2]}">{title}<main data-pagefind-body>A {word}</main></html>'


def _written(site: Path, words: dict[str, str]) -> Path:
    for name in NAMES:
        page = site / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(_page(name, words.get(name, "word")), "utf-8")
    (site / "index.html").write_text("<html lang=en><h1>Home</h1></html>", "utf-8")
    return site


def _index(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site / INDEX).as_posix(): path.read_bytes()
        for path in (site / INDEX).rglob("*")
        if path.is_file()
    }


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "PAGES", 8)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Into which folders Pagefind writes."""
    found: list[Path] = []
    run = search_index._run

    def noted(pages: Path, into: Path) -> None:
        found.append(into)
        run(pages, into)

    monkeypatch.setattr(search_index, "_run", noted)
    return found


def test_every_page_is_in_one_part_and_the_engine_in_the_first(tmp_path: Path) -> None:
    site = _written(tmp_path / "site", {})
    parts = make_search_index(site)
    index = _index(site)
    assert json.loads(index[PARTS]) == {"parts": 3}
    assert len(parts) == 3 * 2
    counts = [
        json.loads(index[f"{place}pagefind-entry.json"])["languages"] for place in ("", "1/", "2/")
    ]
    for language in ("en", "nl"):
        assert sum(each[language]["page_count"] for each in counts) == 12
    # A reader's browser takes the engine of the first for all.
    assert [each for each in index if each.endswith("pagefind.js")] == ["pagefind.js"]
    assert {each.partition("/")[0] for each in index if "wasm" in each} == {
        "wasm.en.pagefind", "wasm.nl.pagefind", "wasm.unknown.pagefind",
    }  # fmt: skip


def test_after_an_edit_only_its_part_in_its_language_is_made_and_all_is_as_made_anew(
    tmp_path: Path, made: list[Path]
) -> None:
    one = _written(tmp_path / "one", {})
    parts = make_search_index(one)
    made.clear()
    edited = {"nl/claims/3": "sentence"}
    other, cold = _written(tmp_path / "other", edited), _written(tmp_path / "cold", edited)
    make_search_index(other, former=FormerIndex(one, parts))
    assert len(made) == 1
    make_search_index(cold)
    assert _index(other) == _index(cold)


@pytest.mark.parametrize("file", ["pagefind.js", "1/pagefind-entry.json"])
def test_a_part_that_somebody_changed_is_made_again(
    tmp_path: Path, made: list[Path], file: str
) -> None:
    one = _written(tmp_path / "one", {})
    parts = make_search_index(one)
    before = _index(one)
    made.clear()
    (one / INDEX / file).write_text("ours", "utf-8")
    other = _written(tmp_path / "other", {})
    again = make_search_index(other, former=FormerIndex(one, parts))
    assert len(made) == 2
    assert _index(other) == before
    made.clear()
    last = _written(tmp_path / "last", {})
    make_search_index(last, former=FormerIndex(other, again))
    assert made == []
    assert _index(last) == before


def test_a_site_that_marks_nothing_is_searched_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html lang=en><h1>Home</h1><p>Words</html>", "utf-8")
    assert make_search_index(tmp_path) == []
    entry = json.loads((tmp_path / INDEX / "pagefind-entry.json").read_text("utf-8"))
    assert entry["languages"]["en"]["page_count"] == 1


def test_what_pagefind_says_where_it_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    site = _written(tmp_path / "site", {})
    with pytest.raises(SearchIndexError):
        make_search_index(site)


@pytest.mark.parametrize(
    ("file", "language"),
    [
        ("en_0a1b.pf_fragment", "en"),
        ("pt-br_0a1b.pf_index", "pt-br"),
        ("unknown_0a1b.pf_filter", "unknown"),
        ("pagefind.nl_0a1b.pf_meta", "nl"),
        ("wasm.nl.pagefind", "nl"),
        ("wasm.unknown.pagefind", ""),
        ("pagefind.js", ""),
        ("pagefind-entry.json", ""),
    ],
)
def test_it_is_known_of_which_language_a_file_is(file: str, language: str) -> None:
    found = search_index._OF_LANGUAGE.match(file)
    assert (found[1] if found else "") == language


def test_a_language_that_went_leaves_nothing(tmp_path: Path) -> None:
    one = _written(tmp_path / "one", {})
    parts = make_search_index(one)
    other, cold = _written(tmp_path / "other", {}), _written(tmp_path / "cold", {})
    for site in (other, cold):
        shutil.rmtree(site / "nl")
    make_search_index(other, former=FormerIndex(one, parts))
    make_search_index(cold)
    assert _index(other) == _index(cold)


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS makes no such folder")
def test_a_folder_whose_name_is_not_in_utf_8_is_named(tmp_path: Path) -> None:
    site = _written(tmp_path / os.fsdecode(b"b\xffd") / "site", {})
    with pytest.raises(SearchIndexError, match=r"b\ufffdd/site/.+ has a name that is not in UTF-8"):
        make_search_index(site)
