"""The search index of a served site, over all of its pages, which takes as long as a whole build.

So it is made when somebody searches, by a build of its own in a process of its own; until it is
there the search page says that it cannot search. Who searches after a change gets the index of
before, and the one of now is made meanwhile.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

_FOLDER = "pagefind"
_LAST = 10
"""How much less than others the process is in a hurry, as `nice` counts it."""


class SearchIndex:
    """The index of the site of a configuration, kept below a folder for what is temporary.

    `ready` is called from another thread each time that there is another index, or none.
    """

    def __init__(self, configuration: Path, folder: Path, ready: Callable[[str], None]) -> None:
        self._configuration = configuration
        self._folder = folder
        self._ready = ready
        self._lock = Lock()
        self._files: Mapping[str, Path] = {}
        self._made_of: int | None = None
        self._making: Thread | None = None

    @property
    def number(self) -> int | None:
        """The number of the state of the site that it was made of; None where there is none."""
        return self._made_of

    def file(self, address: str, state: int) -> bytes | None:
        """A file of the index by its address; that of this state is made if it is not there yet,
        and what is there meanwhile is that of before."""
        with self._lock:
            if self._made_of != state and self._making is None:
                self._making = Thread(target=self._make, args=(state,), daemon=True)
                self._making.start()
            place = self._files.get(address)
            return None if place is None else place.read_bytes()

    def wait(self) -> None:
        """Wait until no index is being made."""
        making = self._making
        if making is not None:
            making.join()

    def _make(self, state: int) -> None:
        fresh = self._folder / f"index-{state}"
        files: dict[str, Path] = {}
        try:
            said = self._build(fresh)
            for each in (fresh / _FOLDER).rglob("*"):
                if each.is_file():
                    files[each.relative_to(fresh).as_posix()] = each
        except OSError as error:
            # As on a machine that can start no other program; of the next state it is tried again.
            said = str(error)
        with self._lock:
            before = self._made_of
            self._files, self._made_of, self._making = files, state, None
        if before is not None:
            shutil.rmtree(self._folder / f"index-{before}", ignore_errors=True)
        self._ready(said if not files else "")

    def _build(self, folder: Path) -> str:
        """Build the site into a folder and keep what search needs; what was said meanwhile."""
        file = str(self._configuration)
        command = [sys.executable, "-P", "-m", "mkdocs", "build", "--quiet"]
        with subprocess.Popen(
            [*command, "--config-file", file, "--site-dir", str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as process:
            with suppress(OSError, AttributeError):
                os.setpriority(os.PRIO_PROCESS, process.pid, _LAST)
            said, _ = process.communicate()
        for each in folder.iterdir() if folder.is_dir() else ():
            if each.name != _FOLDER:
                shutil.rmtree(each) if each.is_dir() else each.unlink()
        return said.strip()
