"""What somebody writes is seen in the browser by itself, and the reader stays where they were."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.serving.__main__ import Server
from graph.serving.answering import application
from graph.serving.served_site import ServedSite
from graph.serving.watching import watch
from tests.browser.opening import until
from tests.serving.project import project
from tests.serving.test_served_site import CLAIM, change

PAGE = "claims/build-cycle-paths/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "kb")


@pytest.fixture
def address(root: Path, tmp_path: Path) -> Iterator[str]:
    site = ServedSite(root / "mkdocs.yml", tmp_path / "temporary")
    with Server("127.0.0.1", 0, application(site, "127.0.0.1")) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ended = threading.Event()
        watch(site, ended)
        yield f"http://127.0.0.1:{server.server_port}{site.mount}"
        ended.set()
        server.shutdown()


def test_an_edit_shows_where_its_reader_is_with_what_was_open(
    browser: Browser, root: Path, address: str
) -> None:
    page = browser.new_page(viewport={"width": 600, "height": 300})
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    page.goto(address + PAGE)
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    page.evaluate("scrollTo(0, 700)")
    until(page, "scrollY === 700")
    closed = "document.querySelectorAll('details:not([open])').length"
    with page.expect_navigation():
        change(root, CLAIM, "Cycle paths cost much", "Bridges cost much")
    assert "Bridges cost much" in (page.text_content("main") or "")
    until(page, "scrollY === 700")
    assert page.evaluate(closed) == 0
    assert refused == []
    page.close()
