"""Scripts in the node that comes with playwright: neither node nor npm has to be installed."""

import subprocess
from pathlib import Path

import playwright


def node() -> Path:
    """The interpreter of scripts inside the installed playwright."""
    return Path(playwright.__file__).parent / "driver" / "node"


def run(script: Path, given: str = "") -> str:
    """What a script prints when it is given a text on its standard input.

    Raises `AssertionError` with what it wrote to standard error where it fails.
    """
    done = subprocess.run(
        [node(), script], input=given, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
