"""A site that is served, and the files that it is made of."""

from pathlib import Path

import pytest

from graph.serving.served_site import ServedSite
from tests.serving.project import project


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the general pages and files that come along, one."""
    monkeypatch.setattr("graph.plugin.bundled_files", lambda: iter(("assets/css/betoog.css",)))


@pytest.fixture
def root(tmp_path: Path, few: None) -> Path:
    root = project(tmp_path / "kb")
    (root / "site/claims/paths-cost-much.md").unlink()
    return root


@pytest.fixture
def site(root: Path, tmp_path: Path) -> ServedSite:
    return ServedSite(root / "mkdocs.yml", tmp_path / "temporary")
