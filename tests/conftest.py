"""The built site, made once and shared by every test that looks at pages."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from tests.small import lay_out

ROOT = Path(__file__).resolve().parent.parent


def build(target: Path, *, generator: str = "mkdocs") -> None:
    """Build the real content's site, strictly, into a folder."""
    command = [sys.executable, "-m", generator, "build", "--strict", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site; one build for all workers of a test run."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    target, lock, done = base / "built-site", base / "built-site.lock", base / "built-site.done"
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        _wait_for(done)
    else:
        build(target)
        done.touch()
    return target


def _wait_for(file: Path, seconds: float = 240.0) -> None:
    end = time.monotonic() + seconds
    while not file.exists():
        assert time.monotonic() < end, "another worker did not finish building the site"
        time.sleep(0.2)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the small argument."""
    return lay_out(tmp_path)


@pytest.fixture
def kb(root: Path) -> KnowledgeBase:
    """The small argument."""
    return KnowledgeBase.load(root)
