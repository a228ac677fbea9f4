"""The site as MkDocs builds it: its links, its languages, and the same every time."""

import contextlib
import filecmp
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from graph.answers.show import show_answer
from graph.base import KnowledgeBase
from tests.conftest import ROOT, build
from tests.pages.conftest import RECORDS


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: set[str] = set()
        self.tags: list[str] = []
        self.language = ""
        self.alternates: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self.tags.append(tag)
        if tag == "html":
            self.language = values.get("lang", "")
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "link" and values.get("hreflang"):
            self.alternates[values["hreflang"]] = values["href"]
        if tag in ("img", "script", "iframe", "source", "video", "audio", "object", "embed"):
            self.loaded += [values[key] for key in ("src", "data") if key in values]
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload", "manifest"):
            self.loaded.append(values["href"])
        self.links += [values[key] for key in ("href", "src") if key in values]


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, _Page]:
    return {
        path.relative_to(site).as_posix(): _Page(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def _target(site: Path, page: str, link: str) -> tuple[Path, str]:
    parts = urlsplit(link)
    folder = site if parts.path.startswith("/") else (site / page).parent
    path = (
        Path(os.path.normpath(folder / unquote(parts.path.lstrip("/"))))
        if parts.path
        else site / page
    )
    return (path / "index.html" if path.is_dir() else path), parts.fragment


def test_no_internal_link_or_anchor_is_broken(site: Path, pages: dict[str, _Page]) -> None:
    broken = []
    for name, page in pages.items():
        for link in page.links:
            if urlsplit(link).scheme in ("http", "https", "mailto", "data"):
                continue
            target, fragment = _target(site, name, link)
            if not target.is_file():
                broken.append(f"{name}: {link}")
                continue
            there = pages.get(target.relative_to(site).as_posix())
            if fragment and there is not None and fragment not in there.ids:
                broken.append(f"{name}: {link} has no such place")
    assert broken == []


def test_every_page_has_a_language_one_heading_and_a_title(pages: dict[str, _Page]) -> None:
    for name, page in pages.items():
        assert page.language == ("nl" if name.startswith("nl/") else "en"), name
        assert page.tags.count("h1") == 1, name
        assert page.tags[: page.tags.index("body")].count("title") == 1, name


def test_every_page_leads_to_the_same_page_in_the_other_language_and_back(
    site: Path, pages: dict[str, _Page]
) -> None:
    for name, page in pages.items():
        if name == "404.html":
            continue
        assert set(page.alternates) == {"en", "nl", "x-default"}, name
        assert page.alternates["x-default"] == page.alternates["en"]
        for code in ("en", "nl"):
            link = page.alternates[code]
            target, _ = _target(site, name, link)
            other = target.relative_to(site).as_posix()
            assert pages[other].language == code
            back, _ = _target(site, other, pages[other].alternates[page.language])
            assert back == site / name


def test_every_claim_has_its_data_beside_its_page(site: Path) -> None:
    for folder in (site / "claims").iterdir():
        if folder.is_dir():
            assert (folder / "index.json").is_file()
            assert (site / "nl" / "claims" / folder.name / "index.json").is_file()


def test_the_data_beside_a_claim_is_what_the_command_line_shows(site: Path) -> None:
    kb = KnowledgeBase.load(ROOT)
    for claim in kb.claims:
        for prefix in ("", "nl"):
            text = (site / prefix / "claims" / claim / "index.json").read_text("utf-8")
            assert json.loads(text) == json.loads(json.dumps(show_answer(kb, claim)))


def test_no_file_of_the_site_is_a_template_that_nobody_filled_in(site: Path) -> None:
    texts = [path for path in site.rglob("*") if path.suffix in (".html", ".xml", ".txt")]
    assert [path for path in texts if re.search(r"{[{%]", path.read_text("utf-8"))] == []


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, _Page]) -> None:
    for name, page in pages.items():
        assert all(urlsplit(link).scheme == "" for link in page.loaded), name


def test_a_site_with_an_address_has_a_sitemap_of_all_its_pages(site: Path, tmp_path: Path) -> None:
    _project(tmp_path, "site_url: https://example.org/kb/\n")
    assert _strict(tmp_path) == (0, "")
    places = re.findall(r"<loc>(.*?)</loc>", (tmp_path / "_site" / "sitemap.xml").read_text())
    paths = {f"https://example.org/kb/{each}" for each in _page_addresses(site)}
    assert sorted(places) == sorted(paths)


def _page_addresses(site: Path) -> list[str]:
    return [
        "" if path.parent == site else f"{path.parent.relative_to(site).as_posix()}/"
        for path in site.rglob("index.html")
    ]


def test_a_strict_build_fails_on_a_broken_record_and_names_it(tmp_path: Path) -> None:
    _project(tmp_path)
    record = next((tmp_path / "claims").rglob("await-full-assessment.md"))
    record.write_text(record.read_text("utf-8").replace("kind: ", "knid: "), "utf-8")
    status, said = _strict(tmp_path)
    assert status == 1
    assert "await-full-assessment.md" in said
    assert "knid" in said


def test_a_project_without_records_is_told_so(tmp_path: Path) -> None:
    _project(tmp_path)
    shutil.rmtree(tmp_path / "claims")
    status, said = _strict(tmp_path)
    assert status == 1
    assert "claims" in said
    assert "Traceback" not in said


def _project(folder: Path, more: str = "") -> None:
    """A copy of this project to change, built without a search index."""
    for name in ("claims", "site", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    text = (ROOT / "mkdocs.yml").read_text("utf-8").replace("- betoog", "- betoog: {search: false}")
    (folder / "mkdocs.yml").write_text(text + more, "utf-8")


def _strict(folder: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    lines = (line for line in done.stderr.splitlines() if not line.startswith("INFO"))
    return done.returncode, "\n".join(lines)


def _files(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_another_build_is_the_same_byte_for_byte_also_by_the_continuation_of_mkdocs(
    site: Path, tmp_path: Path, generator: str
) -> None:
    other = tmp_path / "other"
    build(other, generator=generator)
    assert _files(other) == _files(site)
    _, different, failed = filecmp.cmpfiles(site, other, _files(site), shallow=False)
    assert (different, failed) == ([], [])


def test_a_changed_claim_is_served_anew(tmp_path: Path) -> None:
    _project(tmp_path)
    shutil.rmtree(tmp_path / "claims")
    for name, record_text in RECORDS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(record_text, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            assert server.stdout is not None
            next(line for line in server.stdout if "Serving on" in line)
            record = tmp_path / "claims/d/cheap.md"
            changed = record.read_text("utf-8").replace("Paint costs", "New paint costs", 1)
            record.write_text(changed, "utf-8")
            assert _soon(f"http://{place}/claims/cheap/", "New paint costs")
        finally:
            server.terminate()


def _soon(address: str, words: str, seconds: float = 120.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        # While it builds, the server lets a reader wait, on a busy machine for long.
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(address, timeout=10) as answer,
        ):
            if words in answer.read().decode("utf-8"):
                return True
        time.sleep(0.5)
    return False
