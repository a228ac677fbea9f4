"""Whatever happens while a command writes, every file is the old or the new one, all records can
be read, and what somebody else wrote meanwhile stays.

What happens, happens just before a call of the system that a command makes below its folder, at
every such call in turn.
"""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.cli import main
from graph.drafting import starting
from graph.store import json_schema, read_bytes, read_tree
from graph.store.saving import is_unfinished
from tests.drafting.test_issue_form import form
from tests.slips import lay_out as write_all
from tests.small import lay_out

MEANWHILE = "Written meanwhile by somebody else."
UNTIDY = "claims/paths/cycling-keeps-fit.md"


def _untidy(root: Path) -> None:
    for name in ("cycling-keeps-fit", "paths-cost-much"):
        file = root / "claims" / "paths" / f"{name}.md"
        file.write_text(file.read_text("utf-8").replace("kind: ", "kind:    ", 1), "utf-8")


def _answered(root: Path) -> None:
    body = form(ENGLISH="Rain is rare here.", DUTCH="Regen is zeldzaam.", KIND="fact",
                TARGET="build-cycle-paths", HOW="A reason for it", WHY="So it is.",
                WHY_DUTCH="Zo is het.")  # fmt: skip
    (root / "issue.md").write_text(body, "utf-8")


def _to_put_right(root: Path) -> None:
    _untidy(root)
    file = root / "claims" / "paths" / "roads-cost-more.md"
    file.write_text(file.read_text("utf-8").replace("kind: fact", "kind: Fact"), "utf-8")


def _reworded(root: Path) -> None:
    file = root / "claims" / "paths" / "paths-cost-much.md"
    file.write_text(file.read_text("utf-8").replace("Cycle paths", "Cycle lanes"), "utf-8")


def _stated(root: Path) -> None:
    file = root / "claims" / "paths" / "debate.yaml"
    file.write_text(f"id: paths\n{file.read_text('utf-8')}", "utf-8")


def _in_rows(root: Path) -> None:
    rows = (
        "record,key,claim.en,claim.nl,kind,supports,supports.because.en,name,speaker",
        "claim,1,Rain is rare here.,Regen is zeldzaam.,fact,2; build-cycle-paths,So it is.,,",
        "claim,2,Nobody rides in rain.,Niemand fietst in regen.,fact,,,,",
        "speaker,3,,,,,,Cloud Watcher,",
    )
    (root / "rows.csv").write_text("\n".join(rows), "utf-8")


def _nothing(root: Path) -> None:
    pass


@dataclass(frozen=True)
class Command:
    words: tuple[str, ...]
    prepare: Callable[[Path], None] = _nothing

    @property
    def name(self) -> str:
        if self.words[0] == "rename":
            return f"rename {self.words[-1] if '--kind' in self.words else 'claim'}"
        options = [each for each in self.words[1:2] + self.words[2:3] if each.startswith("--")]
        return " ".join([self.words[0], *options])


COMMANDS = [
    Command(("fmt",), _untidy),
    Command(("fmt", "--fix"), _to_put_right),
    Command(("confirm", "--all"), _reworded),
    Command(("link", "town-cares-for-health", "supports", "build-cycle-paths",
             "--because", "So it is.", "--because", "nl=Zo is het.")),
    Command(("new", "Rain is rare here.", "nl=Regen is zeldzaam.", "--kind", "fact",
             "--supports", "build-cycle-paths", "--because", "So it is.", "--because",
             "nl=Zo is het.", "--source", "https://example.org/rain", "--title", "Rain",
             "--issued", "2020", "--new-speaker", "Cloud Watcher", "--start", "rain is",
             "--end", "rare here")),
    Command(("rename", "paths-cost-much", "paths-are-dear")),
    Command(("rename", "essay", "on-paths", "--kind", "source")),
    Command(("rename", "paths", "cycle-paths", "--kind", "debate"), _stated),
    Command(("remove", "paths-cost-much", "--links")),
    Command(("remove", "roads-cost-more", "--for", "paths-cost-much")),
    Command(("import", "rows.csv"), _in_rows),
    Command(("from-issue", "issue.md"), _answered),
    Command(("verify", "--update", "--texts", "texts")),
    Command(("schema",)),
]  # fmt: skip
"""Every command that writes into a knowledge base; `init` begins one."""


class KilledError(BaseException):
    """Nothing is done any more, not even tidying up."""


_happens: Callable[[str, tuple[Any, ...]], None] | None = None
_CALLS = {"open", "os.rename", "os.mkdir", "os.chmod", "os.remove", "os.rmdir", "os.chown"}


def _watch(event: str, details: tuple[Any, ...]) -> None:
    if _happens is not None and event in _CALLS:
        _happens(event, details)


@cache
def _watched() -> None:
    """Watch from now on: who watches is asked at every call, also in all other tests."""
    sys.addaudithook(_watch)


@contextmanager
def at_every_call(folder: Path, happens: Callable[[str, bool], None]) -> Iterator[None]:
    """Tell of every call of the system about what is below a folder: what it does, and whether it
    makes or changes something."""
    global _happens
    _watched()
    below = str(folder)

    def told(event: str, details: tuple[Any, ...]) -> None:
        global _happens
        path = details[0]
        if isinstance(path, str | Path) and str(path).startswith(below):
            changes = event != "open" or bool(details[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
            _happens = None
            try:
                happens(event, changes)
            finally:
                _happens = told

    _happens = told
    try:
        yield
    finally:
        _happens = None


def all_in(folder: Path) -> dict[str, bytes]:
    """All files below a folder but those that were being made."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not any(is_unfinished(each) for each in path.parts)
    }


def errors(root: Path) -> set[tuple[str, str]]:
    found = check(KnowledgeBase(read_tree(root)))
    return {(each.code, each.path) for each in found if each.severity is Severity.ERROR}


@dataclass(frozen=True)
class Case:
    """A command, the files before it and after it, the errors before it, and how many calls it
    makes in all, how many for writing, and which of all is the first of these."""

    words: tuple[str, ...]
    root: Path
    old: dict[str, bytes]
    new: dict[str, bytes]
    known: set[tuple[str, str]]
    calls: int
    writing: int
    first_writing: int

    def begin(self) -> None:
        # The folder itself stays: it is where the command runs.
        for each in self.root.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        write_all(self.root, self.old)

    def run(self) -> int:
        return main(["--root", str(self.root), *self.words])

    def only_old_or_new(self) -> dict[str, bytes]:
        now = all_in(self.root)
        # What gets another path or an older id is written in two steps.
        for path in {*self.old, *self.new, *now}:
            if now.get(path) not in (self.old.get(path), self.new.get(path)):
                assert self.words[0] in ("rename", "remove"), path
                assert read_bytes(path, now.get(path, b""))[1] == [], path
        return now


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No machine goes down in these tests."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="module", params=COMMANDS, ids=lambda each: each.name)
def case(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Case]:
    root = lay_out(tmp_path_factory.mktemp("kb"))
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(root)
        patched.setattr(json_schema, "schema_files", cache(json_schema.schema_files))
        for words in (("confirm", "--all"), ("fmt",)):
            assert main(words) == 0
        request.param.prepare(root)
        old, known = all_in(root), errors(root)
        made: list[bool] = []
        with at_every_call(root, lambda _, changes: made.append(changes)):
            assert main(["--root", str(root), *request.param.words]) == 0
        new = all_in(root)
        assert new != old
        calls = (len(made), sum(made), made.index(True))
        yield Case(request.param.words, root, old, new, known, *calls)


@pytest.mark.long
def test_killed_at_any_call_a_command_leaves_whole_files_and_no_new_error(case: Case) -> None:
    seen: list[dict[str, bytes]] = []
    for at in range(case.writing):
        case.begin()
        left = iter(range(case.writing))

        def killed(_: str, changes: bool, left: Iterator[int] = left, at: int = at) -> None:
            if changes and next(left, case.writing) >= at:
                raise KilledError

        with at_every_call(case.root, killed), pytest.raises(KilledError):
            case.run()
        now = case.only_old_or_new()
        if now not in seen:
            seen.append(now)
            assert errors(case.root) <= case.known
    assert case.old in seen


@pytest.mark.long
def test_on_a_disk_that_is_full_a_command_names_the_file_and_leaves_whole_ones(
    case: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    for at in range(case.writing):
        case.begin()
        left = iter(range(case.writing))

        def full(event: str, changes: bool, left: Iterator[int] = left, at: int = at) -> None:
            if changes and next(left, None) == at and event not in ("os.remove", "os.rmdir"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        capsys.readouterr()
        with at_every_call(case.root, full):
            status = case.run()
        said = capsys.readouterr().err
        now = case.only_old_or_new()
        assert (status == 2) is ("No space left on device" in said)
        if status == 2:
            named = {
                each for path in {*case.old, *case.new} for each in (path, path.rpartition("/")[0])
            }
            assert any(f"{each}: No space" in said for each in named)
            assert ("nothing was written" in said) is (now == case.old)
            assert errors(case.root) <= case.known
        else:
            assert now == case.new
        assert not any(is_unfinished(each.name) for each in case.root.rglob(".*"))


@pytest.mark.long
def test_what_somebody_writes_while_a_command_runs_stays(case: Case) -> None:
    changed = sorted(path for path in case.new if case.new[path] != case.old.get(path))
    if changed[0].startswith("claims/.schema"):
        pytest.skip("what the program makes is made anew")
    # From the last reading of all records on.
    for at in range(case.first_writing - 3, case.calls):
        case.begin()
        path = changed[-(at % 2)]
        left = iter(range(case.calls))
        written = False

        def edited(
            event: str, _: bool, left: Iterator[int] = left, at: int = at, path: str = path
        ) -> None:
            nonlocal written
            # Between the last look at a file and another in its place is one call.
            if next(left, None) == at and event != "os.rename":
                written = True
                (case.root / path).parent.mkdir(parents=True, exist_ok=True)
                with (case.root / path).open("a", encoding="utf-8") as file:
                    file.write(f"{MEANWHILE}\n")

        with at_every_call(case.root, edited):
            case.run()
        if written:
            assert MEANWHILE in (case.root / path).read_text("utf-8"), (at, path)


def test_a_beginning_is_whole_or_can_be_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Made once; what is looked at here is the writing.
    for name in ("schema_files", "scaffold_files"):
        monkeypatch.setattr(starting, name, cache(getattr(starting, name)))

    def begin(at: int, fault: BaseException | None) -> tuple[int, int]:
        calls = 0

        def happens(event: str, changes: bool) -> None:
            nonlocal calls
            calls += changes
            dead = isinstance(fault, KilledError) and calls > at
            if fault is not None and changes and (calls == at or dead):
                raise fault

        with at_every_call(tmp_path / "new", happens):
            try:
                return main(["init", str(tmp_path / "new"), "--title", "Rain", "--no-git"]), calls
            except KilledError:
                return 130, calls

    status, calls = begin(0, None)
    whole = all_in(tmp_path / "new")
    assert status == 0
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    # Files are made first, one like the other; then each of the first folder takes its place.
    for at in (1, calls // 3, calls // 2, *range(calls - 12, calls)):
        fault = full if at % 2 else KilledError()
        shutil.rmtree(tmp_path / "new", ignore_errors=True)
        status, _ = begin(at, fault)
        now = all_in(tmp_path / "new") if (tmp_path / "new").exists() else {}
        assert now.items() <= whole.items()
        assert now == whole or not (tmp_path / "new" / "claims").exists()
        if fault is full:
            assert now in ({}, whole)
            assert begin(0, None)[0] == (2 if now else 0)
