"""A browser that waits is told of a change that nobody else was asked about."""

import threading
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.serving.__main__ import Server
from graph.serving.answering import application
from graph.serving.served_site import ServedSite
from graph.serving.watching import watch
from tests.serving.project import project
from tests.serving.test_served_site import CLAIM, PAGE, change


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


def _asked(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:
        text: str = answer.read().decode("utf-8")
    return text


def test_a_change_is_told_to_a_page_that_waits_for_it(root: Path, address: str) -> None:
    page = _asked(f"{address}{PAGE}")
    asked = page.partition('data-changed="')[2].partition('"')[0].replace("&amp;", "&")
    change(root, CLAIM, "Cycle paths cost much", "Bridges cost much")
    with urllib.request.urlopen(urllib.parse.urljoin(address, asked), timeout=60) as answer:
        assert answer.status == 200
    assert "Bridges cost much" in _asked(f"{address}{PAGE}")
