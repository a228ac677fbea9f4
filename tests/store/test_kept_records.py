"""What is kept of records makes reading quick, and nothing else."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel

from graph.store import kept_records, read_bytes, read_tree
from graph.store.cache_folder import SWITCH, cache_folder
from graph.store.kept_records import _head, _program
from graph.store.tree import Tree
from tests.slips import EXAMPLES, FILES, lay_out, mutated

CLAIM = "claims/cycling/cycling-is-healthy.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay_out(tmp_path / "base", FILES)
    return tmp_path / "base"


@pytest.fixture(autouse=True)
def keeping(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which records are kept, be they as few as they are."""
    above = tmp_path_factory.mktemp("kept")
    monkeypatch.setenv(SWITCH, str(above))
    monkeypatch.setattr(kept_records, "FEWEST", 1)
    return above / "records"


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files whose YAML is read."""
    read: list[str] = []
    plainly = read_bytes

    def noted(path: str, raw: bytes, *more: Any) -> Any:
        read.append(path)
        return plainly(path, raw, *more)

    monkeypatch.setattr(kept_records, "read_bytes", noted)
    return read


def kept_file(folder: Path) -> Path:
    [file] = folder.iterdir()
    return file


def records(paths: list[str]) -> list[str]:
    return [each for each in paths if not each.endswith(".nl.md")]


def given_fields(value: Any) -> Any:
    """A record with the fields that were given, in itself and in all that it holds."""
    if isinstance(value, BaseModel):
        fields = {name: given_fields(each) for name, each in value}
        return type(value), sorted(value.model_fields_set), fields
    if isinstance(value, tuple):
        return tuple(map(given_fields, value))
    return type(value), value


def everything(tree: Tree) -> Any:
    """A tree with all that can be asked of it."""
    files = [
        (each, dict(each.places), each.lines, given_fields(each.record)) for each in tree.files
    ]
    return files, tree.problems, tree.beside, tree.grades


def test_what_was_read_is_not_read_again_and_is_the_same(root: Path, read_anew: list[str]) -> None:
    first = read_tree(root)
    assert CLAIM in read_anew
    read_anew.clear()
    assert everything(read_tree(root)) == everything(first)
    assert records(read_anew) == []


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slip=mutated(FILES))
def test_broken_records_are_the_same_with_what_is_kept_and_without(
    root: Path, slip: tuple[str, bytes]
) -> None:
    path, content = slip
    read_tree(root)
    (root / path).write_bytes(content)
    with pytest.MonkeyPatch.context() as context:
        context.setenv(SWITCH, "off")
        plain = everything(read_tree(root))
    assert everything(read_tree(root)) == plain
    assert everything(read_tree(root)) == plain
    (root / path).write_bytes(FILES[path])


def test_only_what_was_changed_or_moved_is_read_anew(root: Path, read_anew: list[str]) -> None:
    read_tree(root)
    read_anew.clear()
    (root / CLAIM).write_bytes((root / CLAIM).read_bytes().replace(b"kind: ", b"kind:  "))
    (root / "claims/cycling/half-as-much-soot.md").rename(root / "claims/cycling/moved.md")
    read_tree(root)
    assert records(read_anew) == [CLAIM, "claims/cycling/moved.md"]
    read_anew.clear()
    read_tree(root)
    assert records(read_anew) == []


def test_an_edit_that_leaves_time_and_size_as_they_were_is_seen(root: Path) -> None:
    read_tree(root)
    file = root / CLAIM
    before = file.stat()
    file.write_bytes(file.read_bytes().replace(b"healthy", b"HEALTHY"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "HEALTHY" in str(read_tree(root).by_path[CLAIM].record)


def test_what_is_gone_is_not_kept(root: Path, keeping: Path) -> None:
    read_tree(root)
    before = kept_file(keeping).read_bytes()
    (root / "claims/cycling/half-as-much-soot.md").unlink()
    (root / CLAIM).write_bytes((root / CLAIM).read_bytes() + b"\nMore.\n")
    read_tree(root)
    after = kept_file(keeping).read_bytes()
    assert len(after.splitlines()) == len(before.splitlines()) - 1


def test_files_with_faults_are_not_kept(root: Path, read_anew: list[str]) -> None:
    (root / CLAIM).write_bytes(b"---\nkind: [\n---\n")
    for _ in range(2):
        read_anew.clear()
        assert read_tree(root).broken_paths == {CLAIM}
    assert records(read_anew) == [CLAIM]


def _head_of(raw: bytes) -> bytes:
    body = raw.partition(b"\n")[2]
    return _head(_program() or b"", body) + body


def _with(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    """What writes other lines as if the program had."""
    return lambda file: file.write_bytes(_head_of(change(file.read_bytes())))


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


@pytest.mark.parametrize(
    "spoil",
    [
        Path.unlink,
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-1]),
        lambda file: file.write_bytes(file.read_bytes()[: len(file.read_bytes()) // 2]),
        lambda file: file.write_bytes(file.read_bytes().replace(b"HEALTHY", b"healthy")),
        lambda file: file.write_bytes(file.read_bytes().replace(b"healthy", b"HEALTHY")),
        lambda file: file.write_bytes(b"betoog records 1\n" * 9),
        lambda file: os.truncate(file, 1 << 40),
        lambda file: file.chmod(0o666),
        lambda file: file.parent.chmod(0o777),
        lambda file: (file.rename(file.parent / "moved"), file.symlink_to("moved")),
        _pipe,
        lambda file: (file.unlink(), file.mkdir()),
        _with(lambda raw: raw.replace(b'"kind"', b'"sort"')),
        _with(lambda raw: raw.replace(b'"id":"', b'"id":"../../')),
        _with(lambda raw: raw.replace(b'"id":"cycling', b'"id":"walking')),
        _with(lambda raw: raw.replace(b'"kind":"', b'"kind":' + b"[" * 100_000)),
        _with(lambda raw: raw.replace(b"\t", b" ")),
        _with(lambda raw: raw.replace(b"\tnull\t", b"\tnothing\t")),
    ],
    ids=[
        "gone", "empty", "cut", "half", "as it was", "changed", "other", "large", "of all",
        "folder of all", "link", "pipe", "folder", "other fields", "no id", "other id", "deep",
        "other columns", "no JSON",
    ],
)  # fmt: skip
def test_what_is_wrong_with_it_makes_it_as_if_it_were_not_there(
    root: Path, keeping: Path, spoil: Callable[[Path], object]
) -> None:
    plain = everything(read_tree(root))
    spoil(kept_file(keeping))
    assert everything(read_tree(root)) == plain
    assert everything(read_tree(root)) == plain


def test_another_version_keeps_for_itself(
    root: Path, read_anew: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_tree(root)
    read_anew.clear()
    monkeypatch.setattr(kept_records, "_program", lambda: b"another")
    read_tree(root)
    assert CLAIM in read_anew
    monkeypatch.setattr(kept_records, "_program", lambda: None)
    read_anew.clear()
    read_tree(root)
    assert CLAIM in read_anew


@pytest.mark.parametrize("switch", ["off", "relative/folder", "/proc/nowhere"])
def test_where_nothing_is_to_be_kept_nothing_is(
    root: Path, keeping: Path, switch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = everything(read_tree(root))
    kept_file(keeping).unlink()
    monkeypatch.setenv(SWITCH, switch)
    monkeypatch.chdir(root)
    before = sorted(root.rglob("*"))
    for _ in range(2):
        assert everything(read_tree(root)) == plain
    assert (sorted(root.rglob("*")), list(keeping.iterdir())) == (before, [])


def test_few_records_are_not_kept(
    root: Path, keeping: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_records, "FEWEST", 100)
    read_tree(root)
    assert not keeping.exists()


def test_no_more_is_kept_than_may_be(
    tmp_path: Path, keeping: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_records, "MOST", 2)
    for number in range(3):
        lay_out(tmp_path / str(number), FILES)
        read_tree(tmp_path / str(number))
        for each in keeping.iterdir():
            os.utime(each, (each.stat().st_mtime - 9, each.stat().st_mtime - 9))
    assert len(list(keeping.iterdir())) == 2
    monkeypatch.setattr(kept_records, "LARGEST", 10)
    lay_out(tmp_path / "large", FILES)
    read_tree(tmp_path / "large")
    assert len(list(keeping.iterdir())) == 2


def test_what_is_kept_is_the_user_s_alone(root: Path, keeping: Path) -> None:
    read_tree(root)
    assert cache_folder("records") == keeping
    assert keeping.stat().st_mode & 0o777 == 0o700
    assert kept_file(keeping).stat().st_mode & 0o777 == 0o600
