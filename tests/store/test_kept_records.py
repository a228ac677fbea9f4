"""What is kept of records makes reading quick, and nothing else."""

import os
from collections.abc import Callable
from pathlib import Path
from pickle import dumps, loads
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel

from graph.store import kept_records, kept_values, read_bytes, read_tree
from graph.store.cache_folder import SWITCH, cache_folder
from graph.store.kept_values import _head, reading_program
from graph.store.tree import Tree
from tests.check.test_cases import BASE, read_files
from tests.check.test_cases import lay_out as lay_out_files
from tests.check.test_right import RIGHT
from tests.conftest import SAMPLE
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
        fields = {name: given_fields(getattr(value, name)) for name in type(value).model_fields}
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


def test_all_that_a_record_may_hold_is_kept(tmp_path: Path, read_anew: list[str]) -> None:
    odd = [tmp_path / each.stem for each in RIGHT]
    for path, folder in zip(RIGHT, odd, strict=True):
        lay_out_files(read_files(path), folder, None if path.parent.name == "alone" else BASE)
    for root in (SAMPLE, SAMPLE.parent / "second", *odd):
        first = read_tree(root)
        read_anew.clear()
        assert everything(read_tree(root)) == everything(first)
        sound = {each.path for each in first.files if each.record} - first.broken_paths
        assert sound
        assert not sound & set(read_anew)


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
    before = loads(_body(kept_file(keeping)))
    (root / "claims/cycling/half-as-much-soot.md").unlink()
    (root / CLAIM).write_bytes((root / CLAIM).read_bytes() + b"\nMore.\n")
    read_tree(root)
    after = loads(_body(kept_file(keeping)))
    assert len(after) == len(before) - 1
    assert len(after.keys() - before.keys()) == 1


def test_files_with_faults_are_not_kept(root: Path, read_anew: list[str]) -> None:
    (root / CLAIM).write_bytes(b"---\nkind: [\n---\n")
    for _ in range(2):
        read_anew.clear()
        assert read_tree(root).broken_paths == {CLAIM}
    assert records(read_anew) == [CLAIM]


def _body(file: Path) -> bytes:
    return file.read_bytes().partition(b"\n")[2]


def _as_kept(body: bytes) -> bytes:
    return _head(reading_program() or b"", body) + body


def _with(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    """What writes other records as if the program had."""
    return lambda file: file.write_bytes(_as_kept(change(_body(file))))


class Told:
    """What tells, where it is made, that something was run."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return Path.touch, (Path("told"),)


def _others(kept: dict[bytes, Any]) -> dict[bytes, Any]:
    """What is kept, of each file that of another."""
    return dict(zip(kept, reversed(list(kept.values())), strict=True))


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
        _with(lambda _: b""),
        _with(lambda body: body[:-1]),
        _with(lambda body: body[: len(body) // 2]),
        _with(lambda _: dumps([1, 2])),
        _with(lambda _: dumps(None)),
        _with(lambda body: dumps(_others(loads(body)))),
        _with(lambda body: body.replace(b"graph.records.claim", b"graph.records.chaim")),
        _with(lambda body: body.replace(b"graph.records.claim", b"tests.slips_and_more")),
        _with(lambda _: dumps({"a": Told()})),
        _with(lambda body: dumps({**loads(body), b"key": Told()})),
        _with(lambda _: b"cos\nsystem\n(S'touch told'\ntR."),
        _with(lambda _: b"(" * 100_000 + b"."),
    ],
    ids=[
        "gone", "empty", "cut", "half", "as it was", "changed", "other", "large", "of all",
        "folder of all", "link", "pipe", "folder", "nothing", "end gone", "half of it", "a list",
        "no more", "records of others", "no module", "another module", "a function", "one function",
        "a command", "deep",
    ],
)  # fmt: skip
def test_what_is_wrong_with_it_makes_it_as_if_it_were_not_there(
    root: Path,
    keeping: Path,
    spoil: Callable[[Path], object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    plain = everything(read_tree(root))
    spoil(kept_file(keeping))
    assert everything(read_tree(root)) == plain
    assert everything(read_tree(root)) == plain
    assert not Path("told").exists()


def test_another_version_keeps_for_itself(
    root: Path, read_anew: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_tree(root)
    read_anew.clear()
    monkeypatch.setattr(kept_values, "reading_program", lambda: b"another")
    read_tree(root)
    assert CLAIM in read_anew
    monkeypatch.setattr(kept_values, "reading_program", lambda: None)
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
