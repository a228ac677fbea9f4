"""`python -m tests.benchmarks.losses`: kills, full disks and edits by others while a command
writes, and how many of them lost something.

Every trial is a process of its own. It is killed by the system, just before one of its writes or
at any moment; its disk is one in memory that is full, which takes the right to mount one; and the
edits are those of another process.
"""

import argparse
import io
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from graph.cli import main as betoog
from graph.store import read_bytes
from tests.slips import lay_out as write_all
from tests.small import lay_out
from tests.test_nothing_lost import COMMANDS, MEANWHILE, Command, all_in, at_every_call, errors

SITE = "_site"
_CONFIGURATION = """\
site_name: Paths
docs_dir: site
theme: {name: null, custom_dir: templates}
plugins: []
"""
_PAGE = 4096
_ATTEMPTS = 4
"""How often more is tried, since some commands end before they are met."""
Files = dict[str, bytes]


def _with_site(root: Path) -> None:
    """A site that is there, and pages that were changed after it: few and hand-written, since
    what is tried is how a site is put in place, whatever is in it."""
    (root / "mkdocs.yml").write_text(_CONFIGURATION, "utf-8")
    for name in ("site", "templates"):
        (root / name).mkdir()
    (root / "templates" / "main.html").write_text("{{ page.content }}", "utf-8")
    pages = [root / "site" / f"{name}.md" for name in ("index", *"abcdefgh")]
    for page in pages:
        page.write_text(f"# The old page {page.stem}\n", "utf-8")
    if _status(root, BUILD.words) != 0:
        raise SystemExit("no site could be built to begin with")
    for page in pages:
        page.write_text(f"# The new page {page.stem}\n", "utf-8")


BUILD = Command(("build", "--site-dir", SITE), _with_site)


def _status(root: Path, words: tuple[str, ...]) -> int:
    """The exit status of a command in a process of its own."""
    return os.waitstatus_to_exitcode(os.waitpid(_begin(root, words)[0], 0)[1])


def _begin(root: Path, words: tuple[str, ...], kill_at: int | None = None) -> tuple[int, int]:
    """A process that runs a command; it kills itself just before that many writes have been done.
    Its id, and a pipe that ends when its first write is near or it has ended."""
    reading, writing = os.pipe()
    if process := os.fork():
        os.close(writing)
        return process, reading
    status = 99
    try:
        os.chdir(root)
        sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
        writes = itertools.count()

        def happens(_: str, changes: bool) -> None:
            if changes:
                if next(writes) == kill_at:
                    os.kill(os.getpid(), signal.SIGKILL)
                with suppress(OSError):
                    os.close(writing)

        with at_every_call(root, happens):
            status = betoog(["--root", str(root), *words])
    finally:
        os._exit(status)


def _ended(process: int) -> int:
    """The status of a process that has ended, and all that it started with it."""
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status)


def _started_by(process: int) -> list[int]:
    with suppress(OSError):
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
        return [int(each) for each in children.split()]
    return []


def _kill(process: int) -> None:
    """Kill a process; what it started an instant later, so that it is seen to do no harm."""
    others = _started_by(process)
    os.kill(process, signal.SIGKILL)
    for other in others:
        time.sleep(0.01)
        with suppress(ProcessLookupError):
            os.killpg(other, signal.SIGKILL)


@dataclass
class Trials:
    """A command, its files before and after, and what went wrong with it."""

    command: Command
    root: Path
    old: Files
    new: Files
    writes: int
    before_writing: float
    """Seconds until its first write."""
    seconds: float
    """Seconds in all."""
    known: dict[frozenset[tuple[str, bytes]], bool] = field(default_factory=dict)
    before: set[tuple[str, str]] = field(default_factory=set)
    """The errors that its records had to begin with."""
    losses: list[str] = field(default_factory=list)

    def begin(self) -> None:
        """Lay out the files as they were."""
        for each in self.root.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        write_all(self.root, self.old)

    def look(self, when: str, edited: bool = False) -> Files:
        """Note what was lost; what somebody else has changed is left aside."""
        now = all_in(self.root)
        theirs = {path for path, raw in now.items() if MEANWHILE.encode() in raw}
        for path in sorted({*self.old, *self.new, *now} - theirs):
            if path.startswith(f"{SITE}/"):
                continue
            if now.get(path) in (self.old.get(path), self.new.get(path)):
                continue
            # What gets another path or an older id is written in two steps, and a new record gets
            # another name where somebody else has taken its own.
            steps = self.command.words[0] in ("rename", "remove")
            own = edited and path not in self.old
            if not (steps or own) or read_bytes(path, now.get(path, b""))[1]:
                self.losses.append(f"{when}: {path} is neither the old one nor the new one")
        if not edited and _site(now) not in (_site(self.old), _site(self.new)):
            self.losses.append(f"{when}: the site is neither the old one nor the new one")
        if not edited and not self._sound(now):
            self.losses.append(f"{when}: the records have errors that they had not")
        return now

    def _sound(self, now: Files) -> bool:
        records = frozenset(each for each in now.items() if each[0].startswith("claims/"))
        if records not in self.known:
            found = errors(self.root)
            if not self.known:
                self.before = found
            self.known[records] = found <= self.before
        return self.known[records]


def _site(files: Files) -> Files:
    return {path: raw for path, raw in files.items() if path.startswith(f"{SITE}/")}


def prepared(command: Command, folder: Path) -> Trials:
    """A command in a knowledge base of its own below a folder."""
    root = lay_out(folder / "kb")
    for words in (("confirm", "--all"), ("fmt",)):
        _status(root, words)
    os.chdir(root)
    command.prepare(root)
    trials = Trials(command, root, all_in(root), {}, 0, 0.0, 0.0)
    trials.begin()
    trials.look("at the beginning")
    start = time.monotonic()
    process, near = _begin(root, command.words)
    os.read(near, 1)
    trials.before_writing = time.monotonic() - start
    os.close(near)
    if status := _ended(process):
        raise SystemExit(f"{command.name} ended with {status}")
    trials.seconds = time.monotonic() - start
    trials.new = all_in(root)
    trials.writes = _first(lambda write: not _killed_at(trials, write))
    return trials


def _first(holds: Callable[[int], bool]) -> int:
    """The first number from 1 on for which something holds, as for all after it."""
    low, high = 0, 1
    while not holds(high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _killed_at(trials: Trials, write: int) -> bool:
    trials.begin()
    process, near = _begin(trials.root, trials.command.words, write)
    os.close(near)
    return _ended(process) == -signal.SIGKILL


def kills(trials: Trials, number: int, dice: random.Random) -> int:
    """Kill as often while it runs, every other time just before a write; how often in all."""
    killed = 0
    for each in range(_ATTEMPTS * number):
        if killed == number:
            break
        trials.begin()
        if each % 2:
            process, near = _begin(trials.root, trials.command.words, each // 2 % trials.writes)
        else:
            process, near = _begin(trials.root, trials.command.words)
            os.read(near, 1)
            time.sleep(dice.random() * (trials.seconds - trials.before_writing))
            _kill(process)
        os.close(near)
        killed += _ended(process) == -signal.SIGKILL
        trials.look(f"kill {each}")
    return killed


@contextmanager
def small_disk() -> Iterator[Path | None]:
    """A folder on a disk in memory, None where none may be mounted."""
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", folder]
        if subprocess.run(mount, check=False, capture_output=True).returncode:
            yield None
            return
        try:
            yield Path(folder)
        finally:
            os.chdir("/")
            subprocess.run(["umount", folder], check=True)


def full_disks(trials: Trials, number: int) -> int:
    """Run as often on a disk with from nothing to not quite enough left; how often in all."""
    enough = _first(lambda pages: _fits(trials, pages))
    for each in range(number):
        pages = each * enough // number if enough > number else each % enough
        if _fits(trials, pages):
            trials.losses.append(f"full disk {each}: told as done with {pages} pages left")
        trials.look(f"full disk {each}")
        if any(path.name.endswith(".part") for path in trials.root.rglob(".betoog-*")):
            trials.losses.append(f"full disk {each}: something unfinished was left")
    return number


def _fits(trials: Trials, pages: int) -> bool:
    """Whether it says that it did its work where so much of the disk is left."""
    trials.begin()
    disk = os.statvfs(trials.root)
    ballast = trials.root.parent / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, disk.f_bavail * disk.f_bsize - pages * _PAGE)
    status = _status(trials.root, trials.command.words)
    ballast.unlink()
    if status == 0 and all_in(trials.root) != trials.new:
        trials.losses.append(f"full disk: told as done with {pages} pages left, and is not")
    return status == 0


def edits(trials: Trials, number: int, dice: random.Random) -> int:
    """Let somebody else write as often while it runs; how often in all."""
    paths = sorted({*trials.old, *trials.new})
    written = [path for path in paths if trials.new.get(path) != trials.old.get(path)]
    if trials.command is BUILD:
        written = ["claims/paths/roads-cost-more.md", "site/a.md"]
    if trials.command.words[0] == "schema":
        # What the program makes is made anew, whatever is there.
        return 0
    during = 0
    for each in range(_ATTEMPTS * number):
        if during == number:
            break
        trials.begin()
        place = trials.root / written[each // 2 % len(written)]
        process, near = _begin(trials.root, trials.command.words)
        path = place.relative_to(trials.root).as_posix()
        goes = trials.command.words[0] == "remove" and path not in trials.new
        # What was written before a record was read goes with it.
        if each % 2 or goes:
            os.read(near, 1)
            time.sleep(dice.random() * (trials.seconds - trials.before_writing))
        else:
            time.sleep(dice.random() * trials.seconds)
        # Its folder may get another path between two of its calls.
        with suppress(FileNotFoundError):
            _edit(place, by_replacing=each % 4 > 1)
        during += os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        os.close(near)
        _ended(process)
        now = trials.look(f"edit {each}", edited=True)
        if not any(MEANWHILE.encode() in raw for raw in now.values()):
            trials.losses.append(f"edit {each}: what was written into {place.name} is gone")
    return during


def _edit(place: Path, by_replacing: bool) -> None:
    """Write as editors do: some add to the file, some put another one in its place."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if not by_replacing:
        with place.open("a", encoding="utf-8") as file:
            file.write(f"{MEANWHILE}\n")
        return
    text = place.read_text("utf-8") if place.exists() else ""
    other = place.with_name(f".{place.name}.swp")
    other.write_text(f"{text}{MEANWHILE}\n", "utf-8")
    other.replace(place)


def main() -> None:
    """Try every command and print what was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.losses", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--disks", type=int, default=50)
    parser.add_argument("--edits", type=int, default=50)
    names = [command.name for command in (*COMMANDS, BUILD)]
    parser.add_argument(
        "--only", metavar="COMMAND", choices=names, help="as in fmt, or 'fmt --fix'"
    )
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    dice = random.Random(wanted.seed)
    lost = 0
    print(f"{'':16}{'kills':>8}{'full disks':>12}{'edits':>8}{'losses':>8}")
    for command in [*COMMANDS, BUILD]:
        if wanted.only not in (None, command.name):
            continue
        losses: list[str] = []
        counts = [0, 0, 0]

        def on(folder: Path, work: Callable[[Trials], int], command: Command = command) -> int:
            trials = prepared(command, folder)
            done = work(trials)
            losses.extend(trials.losses)  # noqa: B023
            os.chdir("/")
            return done

        with tempfile.TemporaryDirectory() as folder:
            counts[0] = on(Path(folder), lambda each: kills(each, wanted.kills, dice))
        with small_disk() as disk:
            if disk is not None:
                counts[1] = on(disk, lambda each: full_disks(each, wanted.disks))
        with tempfile.TemporaryDirectory() as folder:
            counts[2] = on(Path(folder), lambda each: edits(each, wanted.edits, dice))
        lost += len(losses)
        print(
            f"{command.name:16}{counts[0]:8}{counts[1]:12}{counts[2]:8}{len(losses):8}", flush=True
        )
        for each in losses:
            print(f"    {each}", flush=True)
    sys.exit(lost > 0)


if __name__ == "__main__":
    main()
