"""What many tests share: the sample debate and the live records, and the sites made of them.

A test of the code looks at the sample, or makes what it needs. A test that looks at the live
records has the mark `content`: it may fail because of what somebody wrote there.
"""

import fcntl
import gc
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from graph.base import KnowledgeBase
from graph.pages.former_site import FORMER, kept_at
from graph.pages.proofs import kept_readings
from graph.pages.proofs.page_reading import Extensions, PageReading, lasting, read_page
from tests.benchmarks.argument import write_argument
from tests.in_memory import place_in_memory
from tests.review.committing import Committed
from tests.small import lay_out

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "sample"

# Until all tests are listed nothing is thrown away: to look for what could be takes a fifth of the
# time that it takes to list them.
gc.disable()

_IN_MEMORY = place_in_memory()

# What builds keep, they keep for this checkout, and not for whoever runs the tests.
_KEPT_FOR_USER = kept_at(ROOT / "_site")
os.environ["BETOOG_CACHE"] = str(ROOT / ".cache" / "tests")

# In the background of a script an interruption is ignored, also by all that is started there: what
# tests interrupt would never end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Nor are the texts of whoever runs the tests those that a test's words stand in.
os.environ.pop("BETOOG_TEXTS", None)

# How many examples of a property are tried; see tests/examples.py. A busy machine is no fault of
# the code: no property has a deadline.
settings.register_profile("dev", max_examples=10, deadline=None)
settings.register_profile("usual", max_examples=25, deadline=None)
settings.register_profile("thorough", max_examples=100, deadline=None)
settings.load_profile("usual")


# ── Marks ────────────────────────────────────────────────────────────────────

# What a test gets tells what it is.
_MARKS = {
    "begun": ("process",),
    "browser": ("browser",),
    "built": ("process",),
    "committed": ("process",),
    "live": ("content",),
    "live_site": ("content", "process"),
    "scripts": ("process",),
    "sample_project": ("process",),
    "sample_site": ("process",),
}
_running: pytest.Item | None = None


_LONG = ("content", "process", "browser", "long")
"""The marks of tests that take long, the longest first."""


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark the tests whose fixtures drive a browser, start processes or read the live records.

    The files with long tests come first: what is left for the end is short, so that no worker
    waits for another.
    """
    for item in items:
        for fixture in _MARKS.keys() & set(getattr(item, "fixturenames", ())):
            for mark in _MARKS[fixture]:
                item.add_marker(mark)
    yield
    turns: dict[Path, int] = {}
    for item in items:
        found = [at for at, mark in enumerate(_LONG) if item.get_closest_marker(mark)]
        turns[item.path] = min((turns.get(item.path, len(_LONG)), *found))
    items.sort(key=lambda item: turns[item.path])


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """What is there by now stays until the end, and is not looked through again and again: not
    either after a command that, with a process of its own, would thaw all that it has."""
    gc.freeze()
    # What a test leaves behind is little beside what is there: it is looked for rarely.
    gc.set_threshold(50_000, 20, 20)
    gc.enable()
    for each in ("freeze", "unfreeze"):
        setattr(gc, each, lambda: None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Remember which test is running."""
    global _running
    _running = item
    try:
        return (yield)
    finally:
        _running = None


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(exitstatus: int) -> None:
    """What was written to memory stays there no longer than somebody may want to look at it: where
    something has failed, until tests are run again."""
    if _IN_MEMORY is not None and exitstatus == pytest.ExitCode.OK:
        shutil.rmtree(_IN_MEMORY, ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what has failed: the program, or what somebody wrote in the records."""
    stats = terminalreporter.stats
    failed = [each for outcome in ("failed", "error") for each in stats.get(outcome, ())]
    if failed:
        records = sum("content" in getattr(each, "keywords", ()) for each in failed)
        program = len(failed) - records
        terminalreporter.write_line(f"Failed: {program} of the program, {records} of the records.")


_STARTS = {"subprocess.Popen", "os.posix_spawn", "os.fork"}


def _watch(event: str, _: Any) -> None:
    """Let no test start a process that does not say so: quick tests have to stay quick."""
    if event not in _STARTS or _running is None:
        return
    if not any(_running.get_closest_marker(mark) for mark in ("process", "browser")):
        pytest.fail("this test starts a process: give it the mark `process`")


sys.addaudithook(_watch)


# ── Made once ────────────────────────────────────────────────────────────────


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first worker to want it makes, for all workers of a test run."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    target, done = base / name, base / f"{name}.done"
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(target)
            done.touch()
    return target


def build(
    project: Path, target: Path, *, generator: str = "mkdocs", former: Path | None = None
) -> None:
    """Build a project's site, strictly, into a folder. What would be made again as it stands in
    `former` is taken over from there."""
    command = [sys.executable, "-P", "-m", generator, "build", "--strict", "-d", str(target)]
    environment = os.environ if former is None else {**os.environ, FORMER: str(former)}
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session", autouse=True)
def _pages_are_read_once() -> Iterator[None]:
    """Beside hundreds of small knowledge bases stand the same pages that the program brings along:
    what is read of one, with what lasts, is kept for the next."""
    read: dict[tuple[str, str], PageReading] = {}

    def read_once(markdown: str, extensions: Extensions) -> PageReading:
        if not lasting(extensions):
            return read_page(markdown, extensions)
        key = markdown, repr(extensions)
        found = read.get(key) or read_page(markdown, extensions)
        if not found.failure:
            read[key] = found
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_readings, "read_page", read_once)
        yield


@pytest.fixture(scope="session", autouse=True)
def _nothing_waits_for_a_disk() -> Iterator[None]:
    """What tests write outlives no failure of power: nobody waits until a disk has it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


# ── A small argument ─────────────────────────────────────────────────────────


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the small argument."""
    return lay_out(tmp_path)


@pytest.fixture
def kb(root: Path) -> KnowledgeBase:
    """The small argument."""
    return KnowledgeBase.load(root)


# ── The sample ───────────────────────────────────────────────────────────────


def lay_out_sample(project: Path) -> None:
    """Write a copy of the sample, committed in three changes so that it has a history."""
    shutil.copytree(SAMPLE, project, ignore=shutil.ignore_patterns("_site", ".cache"))
    thesis, *late = (
        project / "claims" / "tram" / f"{claim}.md"
        for claim in ("build-the-tram", "night-shift-at-the-harbour", "people-work-at-home")
    )
    said = thesis.read_text("utf-8")
    before = said.replace("should build a tram", "might build a tram")
    assert before != said
    later = {each.relative_to(project).as_posix(): each.read_bytes() for each in late}
    name = thesis.relative_to(project).as_posix()
    history = Committed(project)
    history.commit({**dict.fromkeys(later), name: before}, "A letter is taken apart")
    history.commit({name: said}, "The letter says should")
    history.commit({**later}, "Who works where, and when")


@pytest.fixture(scope="session")
def sample() -> KnowledgeBase:
    """The sample debate."""
    return KnowledgeBase.load(SAMPLE)


@pytest.fixture(scope="session")
def sample_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample in a repository of its own; not to be changed."""
    return once(tmp_path_factory, "project", lay_out_sample)


@pytest.fixture(scope="session")
def sample_site(sample_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample's built site."""
    return once(tmp_path_factory, "site", lambda target: build(sample_project, target))


@pytest.fixture(scope="session")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """260 generated claims, more than a list has on one page."""
    root = once(tmp_path_factory, "crowd", lambda target: write_argument(target, 260, 260))
    return KnowledgeBase.load(root)


# ── The live records ─────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def live() -> KnowledgeBase:
    """The committed records."""
    return KnowledgeBase.load(ROOT)


def _build_live(target: Path) -> None:
    """Build the site of the live records. Pages that `make site` has made are taken over."""
    former = ROOT / "_site"
    here = kept_at(former)
    if here is None or _KEPT_FOR_USER is None or not _KEPT_FOR_USER.is_file():
        build(ROOT, target)
        return
    # A copy, as a build keeps what it makes in its place.
    here.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_KEPT_FOR_USER, here)
    build(ROOT, target, former=former)


@pytest.fixture(scope="session")
def live_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the live records' built site."""
    return once(tmp_path_factory, "live-site", _build_live)


@pytest.fixture(scope="session", params=["sample", pytest.param("live", marks=pytest.mark.content)])
def whole(request: pytest.FixtureRequest) -> KnowledgeBase:
    """Debates of which the same holds: the sample and, among the tests of the content, the live
    records."""
    found: KnowledgeBase = request.getfixturevalue(request.param)
    return found
