"""Debates as e-books: whole, well-formed, the same from build to build."""

import datetime
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.review.history import History, Revision
from tests.books import book_faults, opened
from tests.conftest import SAMPLE

SITE = "https://example.org/kb/"
_MADE = datetime.datetime(2026, 11, 29, 12, 30, tzinfo=datetime.UTC)
_HISTORY = History(newest=Revision("0123456789abcdef" * 2, _MADE, "A change"))


def _books(
    kb: KnowledgeBase, site_url: str = SITE, history: History = _HISTORY
) -> Mapping[str, bytes]:
    groups = Site(kb, Settings((TEMPLATES,), site_url), history).groups()
    return {
        file.file: file.content()
        for group in groups
        if group.name.endswith("epub")
        for file in group.files()
    }


@pytest.fixture(scope="module")
def books(sample: KnowledgeBase) -> Mapping[str, bytes]:
    return _books(sample)


def test_there_is_a_book_of_every_debate_in_every_language(
    whole: KnowledgeBase,
) -> None:
    found = _books(whole)
    assert set(found) == {
        f"{prefix}downloads/{debate}.epub" for prefix in ("", "nl/") for debate in whole.debates
    }
    for content in found.values():
        assert list(book_faults(content)) == []


def test_two_builds_give_the_same_bytes(books: Mapping[str, bytes], sample: KnowledgeBase) -> None:
    assert _books(KnowledgeBase.load(sample.tree.root)) == books


def test_every_claim_stands_in_it_once_with_a_number(
    books: Mapping[str, bytes], sample: KnowledgeBase
) -> None:
    files = opened(books["downloads/tram.epub"])
    text = "".join(each.decode() for path, each in files.items() if path.endswith(".xhtml"))
    numbers = [int(each) for each in re.findall(r'<section class="entry" id="c(\d+)"', text)]
    assert numbers == list(range(1, len(sample.claims) + 1))


def test_it_says_what_it_is_in_its_language_and_of_when(books: Mapping[str, bytes]) -> None:
    package = opened(books["nl/downloads/tram.epub"])["book/package.opf"].decode()
    assert "<dc:language>nl</dc:language>" in package
    assert "<dc:title>Een tram voor Elsterveen</dc:title>" in package
    assert "<dc:date>2026-11-29</dc:date>" in package
    assert '<meta property="dcterms:modified">2026-11-29T12:30:00Z</meta>' in package
    assert f"<dc:source>{SITE}nl/debates/tram/booklet/</dc:source>" in package


def test_its_identifier_stays_and_is_another_in_each_language(
    books: Mapping[str, bytes], sample: KnowledgeBase
) -> None:
    def identifiers(found: Mapping[str, bytes]) -> list[str]:
        return [
            re.findall(r"urn:uuid:[0-9a-f-]{36}", opened(each)["book/package.opf"].decode())[0]
            for each in found.values()
        ]

    assert len({*identifiers(books)}) == 2
    assert identifiers(_books(sample, "", History())) == identifiers(books)


def test_without_an_address_and_a_history_it_names_none(sample: KnowledgeBase) -> None:
    content = _books(sample, "", History())["downloads/tram.epub"]
    assert list(book_faults(content)) == []
    files = opened(content)
    assert b"<dc:date>" not in files["book/package.opf"]
    assert b"1980-01-01T00:00:00Z" in files["book/package.opf"]
    assert b'class="colophon"' in files["book/front.xhtml"]


def test_what_is_alive_in_xml_is_text_in_it(small: KnowledgeBase) -> None:
    (content, *_) = _books(small).values()
    assert list(book_faults(content)) == []
    thesis = opened(content)["book/thesis.xhtml"].decode()
    assert "We should build &lt;paths&gt; &amp; more." in thesis
    assert "<script" not in thesis


_EPUBCHECK = shutil.which("epubcheck")
_JAVA = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"]
"""For a run of seconds, to compile thoroughly takes longer than it spares."""


@pytest.mark.process
@pytest.mark.skipif(_EPUBCHECK is None, reason="there is no epubcheck; see .ci/epubcheck")
def test_epubcheck_finds_nothing(whole: KnowledgeBase, tmp_path: Path) -> None:
    assert _EPUBCHECK is not None
    # That of Debian is an archive of Java, which not every system starts by itself.
    java = _JAVA if zipfile.is_zipfile(_EPUBCHECK) else []
    books = list(_books(whole).values())
    # Of the records one: in another language the same book has other words only.
    looked_at = books if whole.tree.root == SAMPLE else books[:1]
    for number, content in enumerate(looked_at):
        book = tmp_path / f"{number}.epub"
        book.write_bytes(content)
        command = [*java, _EPUBCHECK, "--failonwarnings", str(book)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
