"""Several readers at once, while somebody writes."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from graph.serving.served_site import ServedSite
from tests.serving.project import built, write

CLAIM = "claims/paths/paths-cost-much.md"
PAGES = ("claims/paths-cost-much/index.html", "claims/build-cycle-paths/index.html", "index.html")
WRONG = b"Something is wrong in what was written last."
WORDS = ("Bridges", "Tunnels", "Parking", "Signals", "Markets")


def _said(text: str, word: str) -> str:
    return text.replace("Cycle paths cost", f"{word} cost")


def _texts(text: str, times: int) -> Iterator[str]:
    """A record reworded so often, each time in as many letters, broken in between and mended."""
    for number in range(times):
        yield _said(text, WORDS[number % len(WORDS)])
        if number % 4 == 1:
            yield "---\nkind: [\n---\n"


def test_of_edits_in_the_wink_of_an_eye_readers_are_told_the_last_in_the_end(
    root: Path, site: ServedSite, tmp_path: Path
) -> None:
    text, done = (root / CLAIM).read_text("utf-8"), Event()

    def read(page: str) -> tuple[str, bytes]:
        answer = site.content(page)
        while not done.is_set():
            assert answer.there
            if site.changed(page, answer.version, 0.01):
                answer = site.content(page)
        if site.changed(page, answer.version, 0):
            answer = site.content(page)
        return page, answer.content

    with ThreadPoolExecutor(2 * len(PAGES)) as pool:
        readers = [pool.submit(read, page) for page in (*PAGES, *PAGES)]
        try:
            for each in _texts(text, 23):
                write(root, CLAIM, each)
                if each.startswith("---\nkind: ["):
                    assert WRONG in site.content(PAGES[0]).content
        finally:
            done.set()
        served = [each.result() for each in readers]
    expected = built(root, tmp_path / "built", PAGES.__contains__)
    assert served == [(page, expected[page]) for page, _ in served]


def test_a_record_that_is_broken_and_mended_between_two_looks_is_no_other_page(
    root: Path, site: ServedSite
) -> None:
    before, text = site.content(PAGES[0]), (root / CLAIM).read_text("utf-8")
    write(root, CLAIM, "---\nkind: [\n---\n")
    write(root, CLAIM, text)
    assert not site.changed(PAGES[0], before.version, 0)
    assert site.content(PAGES[0]) == before


def test_what_changes_while_a_page_is_made_is_told_to_whoever_was_given_that_page(
    root: Path, site: ServedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, make = (root / CLAIM).read_text("utf-8"), site._make

    def made_meanwhile(address: str) -> bytes | None:
        found = make(address)
        write(root, CLAIM, _said(text, "Bridges"))
        return found

    monkeypatch.setattr(site, "_make", made_meanwhile)
    before = site.content(PAGES[0])
    monkeypatch.undo()
    assert b"Bridges cost" not in before.content
    assert site.changed(PAGES[0], before.version, 0)
    assert b"Bridges cost" in site.content(PAGES[0]).content
