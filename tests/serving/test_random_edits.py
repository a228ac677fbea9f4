"""What is served after an edit is what a cold build writes then, whatever was edited before."""

import os
from difflib import unified_diff
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from graph.serving.served_site import ServedSite
from tests.serving.edits import Edits
from tests.serving.project import built, project

EDITS = int(os.environ.get("BETOOG_SERVED_EDITS", "12"))
SEED = int(os.environ.get("BETOOG_SERVED_SEED", "2"))
_ALL_BELOW = 50
"""In a long run every page is compared; in a short one, one of so many, others by their edits."""


_FEW = ("assets/css/betoog.css", "assets/js/trace.js", "glossary.md", "glossary.nl.md")
"""Of what the program brings along, as much as shows that it does."""


@pytest.fixture(autouse=EDITS <= _ALL_BELOW)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.plugin.bundled_files", lambda: iter(_FEW))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "served")


def _chosen(edit: int, address: str) -> bool:
    if EDITS > _ALL_BELOW and edit % 10 == 0:
        return True
    spread = sum(address.encode()) % 24 == edit % 24
    return (
        spread
        or address in ("index.html", "claims/index.html", "404.html", "nl/claims/index.html")
        or (
            address.startswith("claims/")
            and address.count("/") == 2
            and sum(address.encode()) % 4 == edit % 4
        )
    )


@pytest.mark.long
@pytest.mark.process
def test_every_page_is_that_of_a_cold_build_after_any_edit(root: Path, tmp_path: Path) -> None:
    site = ServedSite(root / "mkdocs.yml", tmp_path / "temporary")
    edits = Edits(SEED, root, tmp_path / "sound")
    former: set[str] = set()
    for number in range(EDITS):
        done = edits.next(EDITS <= _ALL_BELOW) if number else "0: none"
        out = tmp_path / f"built-{number}"
        expected = built(tmp_path / "sound", out, partial(_chosen, number))
        site.look()
        assert site.obstacle == "", done
        wrong = [
            address for address, content in expected.items() if not _same(site, address, content)
        ]
        assert wrong == [], f"{done}: {_difference(site, wrong[0], expected[wrong[0]])}"
        gone = former - expected.keys()
        assert [address for address in sorted(gone) if site.made(address) is not None] == [], done
        former = set(expected)


def _same(site: ServedSite, address: str, content: bytes | None) -> bool:
    if content is None:
        return site.has(address)
    return site.made(address) == content


def _difference(site: ServedSite, address: str, content: bytes | None) -> str:
    """The first few lines in which what is served differs from what was built."""
    served, built_ = (
        (each or b"none").decode("utf-8", "replace").splitlines()
        for each in (site.made(address), content)
    )
    return f"{address}\n" + "\n".join(islice(unified_diff(built_, served, n=0), 12))
