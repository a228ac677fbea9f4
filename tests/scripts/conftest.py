"""The browser's scripts without a browser: in the node that comes with playwright."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ANSWERS = Path(__file__).parent / "answers.mjs"


class Scripts:
    """A process that answers with the browser's scripts; see answers.mjs."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def answer(self, name: str, given: Any) -> Any:
        """What the function of this name makes of what it is given, both as JSON."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([name, given]).encode() + b"\n")
        self._process.stdin.flush()
        said = self._process.stdout.readline()
        assert said, "the scripts broke off"
        found = json.loads(said)
        assert "error" not in found, found["error"]
        return found.get("answer")


@pytest.fixture(scope="session")
def scripts() -> Iterator[Scripts]:
    """One process for all tests of a worker."""
    pytest.importorskip("playwright", reason="playwright, whose node runs scripts, is missing")
    from tests.node import node

    command = [str(node()), "--no-warnings", str(ANSWERS)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Scripts(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0
