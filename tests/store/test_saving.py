import ast
import errno
import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.store import read_tree
from graph.store.saving import (
    NotSavedError,
    Writing,
    bytes_read,
    is_unfinished,
    put,
    put_after,
    put_below,
    rename_folder,
    rewritten,
    save,
    unfinished,
)
from tests.conftest import ROOT

DEBATE = "claims/paths/debate.yaml"


def all_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_files_are_written_with_the_folders_they_need(tmp_path: Path) -> None:
    save(tmp_path, [Writing("a/b/one.md", b"1"), Writing("two.md", b"2")])
    assert all_in(tmp_path) == {"a/b/one.md": b"1", "two.md": b"2"}


def test_where_one_cannot_be_made_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes(b"old")
    writings = [
        Writing("old.md", b"new", b"old"),
        Writing("deep/er/large.md", b"x" * 5000),
        Writing("last.md", b"last"),
    ]
    with (
        files_of_at_most(1000),
        pytest.raises(NotSavedError, match=r"^deep/er/large\.md: .+; nothing was written$") as said,
    ):
        save(tmp_path, writings)
    assert said.value.path == "deep/er/large.md"
    assert all_in(tmp_path) == {"old.md": b"old"}
    assert [each.name for each in tmp_path.iterdir()] == ["old.md"]


def test_the_error_names_what_was_written_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "claim.md":
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    said = r"claim\.md: No space left on device; written before it: source\.yaml; nothing else"
    with pytest.raises(NotSavedError, match=said):
        save(tmp_path, [Writing("source.yaml", b"s"), Writing("claim.md", b"c")])
    assert all_in(tmp_path) == {"source.yaml": b"s"}


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (b"old", b"theirs", "was changed by somebody else meanwhile, and is left as it is"),
        (b"old", None, "was removed meanwhile, and is left as it is"),
        (None, b"theirs", "was changed by somebody else meanwhile, and is left as it is"),
    ],
)
def test_what_is_not_as_it_was_read_is_left_and_so_are_the_others(
    tmp_path: Path, before: bytes | None, now: bytes | None, said: str
) -> None:
    if now is not None:
        (tmp_path / "it.md").write_bytes(now)
    there = all_in(tmp_path)
    with pytest.raises(NotSavedError, match=rf"^it\.md {said}; nothing was written$"):
        save(tmp_path, [Writing("other.md", b"o"), Writing("it.md", b"ours", before)])
    assert all_in(tmp_path) == there


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "it.md"
    file.write_bytes(b"old")
    file.chmod(mode)
    save(tmp_path, [Writing("it.md", b"new", b"old")])
    assert file.stat().st_mode & 0o777 == mode
    assert file.read_bytes() == b"new"


def test_a_file_that_must_not_be_written_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "it.md").write_bytes(b"old")
    # Who administers a machine may write everything.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(NotSavedError, match=r"it\.md: it must not be written; nothing"):
        save(tmp_path, [Writing("it.md", b"new", b"old")])
    assert all_in(tmp_path) == {"it.md": b"old"}


def test_a_symbolic_link_still_leads_where_it_led(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "it.md").write_bytes(b"old")
    (tmp_path / "it.md").symlink_to("far/it.md")
    save(tmp_path, [Writing("it.md", b"new", b"old")])
    assert (tmp_path / "it.md").is_symlink()
    assert (tmp_path / "far" / "it.md").read_bytes() == b"new"


LINKS = {
    "a file elsewhere": ("claims/d/it.md", "{far}/there.md"),
    "no file elsewhere": ("claims/d/it.md", "{far}/new.md"),
    "a folder elsewhere": ("claims/d", "{far}"),
    "up": ("claims/d/it.md", "../../../far/new.md"),
    "all records elsewhere": ("claims", "{far}"),
    "a folder that is hidden": (".cache", "{far}"),
}


@pytest.mark.parametrize("name", LINKS)
def test_nothing_is_written_where_a_link_leads_out_of_the_root(tmp_path: Path, name: str) -> None:
    link, to = LINKS[name]
    far, root = tmp_path / "far", tmp_path / "root"
    far.mkdir()
    (far / "there.md").write_bytes(b"theirs")
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(to.format(far=far))
    path = link if link.endswith(".md") else f"{link}/new.md"
    before = b"theirs" if (root / path).exists() else None

    with pytest.raises(NotSavedError, match=r"leads out of the folder; nothing was written"):
        save(root, [Writing("one.md", b"1"), Writing(path, b"new", before)])
    with pytest.raises(NotSavedError, match=r"leads out of the folder; nothing was written"):
        put_below(root, [("one.md", "1"), (path, "new")])

    assert all_in(far) == {"there.md": b"theirs"}
    assert not (root / "one.md").exists()


def test_a_pipe_is_neither_waited_for_nor_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "it.md")
    with pytest.raises(NotSavedError, match="no file that can be written"):
        save(tmp_path, [Writing("it.md", b"new")])
    assert (tmp_path / "it.md").is_fifo()


def test_an_answer_is_put_into_a_device_as_into_a_file(tmp_path: Path) -> None:
    put([(Path(os.devnull), b"answer")])
    for content in (b"one", b"two"):
        put([(tmp_path / "new" / "answer.txt", content)])
    assert all_in(tmp_path) == {"new/answer.txt": b"two"}
    if Path("/dev/full").exists():
        with pytest.raises(NotSavedError, match="/dev/full: No space left on device"):
            put([(Path("/dev/full"), b"answer")])


def test_what_was_left_long_ago_goes_and_what_is_being_made_stays(tmp_path: Path) -> None:
    left, made = unfinished(tmp_path), unfinished(tmp_path)
    left.write_bytes(b"half")
    made.write_bytes(b"half")
    folder = unfinished(tmp_path)
    folder.mkdir()
    for each in (left, folder):
        os.utime(each, (0, 0))
    save(tmp_path, [Writing("it.md", b"new")])
    assert sorted(all_in(tmp_path)) == sorted([made.name, "it.md"])
    assert is_unfinished(made.name)
    assert not folder.exists()


def test_readers_of_records_see_nothing_that_is_unfinished(root: Path) -> None:
    before = read_tree(root)
    for folder in (root / "claims", root / "claims" / "paths"):
        unfinished(folder).write_bytes(b"half")
    assert read_tree(root) == before


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_a_record_keeps_its_line_ends_and_its_mark(root: Path, mark: bytes, ending: bytes) -> None:
    file = root / DEBATE
    file.write_bytes(mark + file.read_bytes().replace(b"\n", ending))
    tree = read_tree(root)
    text = tree.by_path[DEBATE].text.replace("Cycle", "Bicycle")
    expected = file.read_bytes().replace(b"Cycle", b"Bicycle")
    save(root, [rewritten(tree, DEBATE, text)])
    assert file.read_bytes() == expected


def test_a_line_keeps_its_end_where_others_have_another(root: Path) -> None:
    text = (root / DEBATE).read_bytes()
    (root / DEBATE).write_bytes(text.replace(b"\n", b"\r\n", 1))
    tree = read_tree(root)
    added = f"# one\n{tree.by_path[DEBATE].text}# more\n"

    written = rewritten(tree, DEBATE, added).content

    assert written == b"# one\n" + text.replace(b"\n", b"\r\n", 1) + b"# more\n"


@pytest.mark.parametrize("lines", [40, 40_000])
@pytest.mark.parametrize("line", ["", "a"])
@pytest.mark.parametrize(
    ("old", "new"),
    [("Cycle", "Bicycle"), ("title", "# new\ntitle"), ("title", "title")],
)
def test_lines_keep_their_ends_however_many_they_are(
    root: Path, lines: int, line: str, old: str, new: str
) -> None:
    """In time that grows with the file, and no faster."""
    file = root / DEBATE
    tail = f"# {line}\r\n# {line}\n".encode() * (lines // 2)
    file.write_bytes(file.read_bytes() + tail)
    tree = read_tree(root)
    begun = time.process_time()
    written = rewritten(tree, DEBATE, tree.by_path[DEBATE].text.replace(old, new, 1))
    assert written.content == file.read_bytes().replace(old.encode(), new.encode(), 1)
    assert time.process_time() - begun < 5


def test_lines_between_two_changes_keep_their_ends_where_they_are_few(root: Path) -> None:
    file = root / DEBATE
    few, many = (b"# a\r\n# b\n" * each for each in (100, 2_000))
    ends: list[bool] = []
    for tail in (few, many):
        file.write_bytes(b"# first\n" + b"# other\n" * 5_000 + tail + b"# last\n")
        tree = read_tree(root)
        text = tree.by_path[DEBATE].text
        text = text.replace("# other\n# a", "# another\n# a").replace("last", "the last")
        ends.append(tail in (rewritten(tree, DEBATE, text).content or b""))
    assert ends == [True, False]


def test_a_file_that_could_not_be_read_is_not_overwritten(root: Path) -> None:
    (root / DEBATE).write_bytes(b"\xff")
    tree = read_tree(root)
    with pytest.raises(NotSavedError, match="something is there that cannot be read"):
        rewritten(tree, DEBATE, "title: {en: Bicycles}\n")
    assert bytes_read(tree, "claims/paths/nothing.md") is None


# ── The one way ──────────────────────────────────────────────────────────────

# Into the folder of a site, into the cache of whoever builds, and at the end of a log.
OTHERS = {
    "pages/delivery.py": 1, "pages/index_order.py": 3,
    "pages/search_index.py": 4, "pages/site_folder.py": 1, "plugin.py": 1,
    "store/cache_folder.py": 2,
}  # fmt: skip
_WRITES = {"write_text", "write_bytes", "mkstemp", "NamedTemporaryFile", "truncate"}
_MODES = {"w", "a", "x", "+"}


def _writing(call: ast.Call) -> bool:
    """Whether a call writes a file, or opens one for writing."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name not in ("open", "fdopen"):
        return name in _WRITES
    words = [each.value for each in call.args if isinstance(each, ast.Constant)]
    words += [each.value.value for each in call.keywords if isinstance(each.value, ast.Constant)]
    return any(isinstance(each, str) and len(each) < 4 and _MODES & set(each) for each in words)


def _writings(text: str) -> int:
    """How many calls in the text of a module write a file."""
    # Where none of their names stands there is none, and to parse all modules takes long.
    if not any(name in text for name in (*_WRITES, "open")):
        return 0
    nodes = ast.walk(ast.parse(text))
    return sum(_writing(node) for node in nodes if isinstance(node, ast.Call))


def test_no_other_module_writes_files() -> None:
    found = {
        path.relative_to(ROOT / "graph").as_posix(): number
        for path in sorted((ROOT / "graph").rglob("*.py"))
        if (number := _writings(path.read_text("utf-8")))
    }
    # The editor's open stream is its conversation, and no file.
    assert found.pop("editor/serving.py") == 1
    assert found.pop("store/saving.py") == 3
    assert found == OTHERS


def test_a_file_goes_and_so_does_a_link_and_not_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_bytes(b"1")
    (tmp_path / "real.md").write_bytes(b"2")
    (tmp_path / "link.md").symlink_to("real.md")

    save(tmp_path, [Writing("one.md", None, b"1"), Writing("link.md", None, b"2")])

    assert all_in(tmp_path) == {"real.md": b"2"}


def test_a_file_that_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_bytes(b"theirs")

    with pytest.raises(NotSavedError, match="changed by somebody else"):
        save(tmp_path, [Writing("two.md", b"2"), Writing("one.md", None, b"1")])

    assert all_in(tmp_path) == {"one.md": b"theirs"}


def test_a_folder_takes_no_other_s_place(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "a/one.md").write_bytes(b"1")

    with pytest.raises(NotSavedError, match="there already"):
        rename_folder(tmp_path, "a", "b")
    with pytest.raises(NotSavedError):
        rename_folder(tmp_path, "none", "c")
    rename_folder(tmp_path, "a", "c")

    assert all_in(tmp_path) == {"c/one.md": b"1"}


@pytest.mark.parametrize("link", ["link.md", "deep/link.md"])
@pytest.mark.parametrize("first", [True, False])
def test_a_file_that_has_two_paths_is_written_once(tmp_path: Path, link: str, first: bool) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / link).symlink_to(tmp_path / "real.md")
    writings = [Writing("real.md", b"new", b"old"), Writing(link, b"new", b"old")]

    save(tmp_path, writings if first else writings[::-1])

    assert all_in(tmp_path) == {"real.md": b"new", link: b"new"}
    assert (tmp_path / link).is_symlink()


def test_a_folder_with_two_names_has_files_with_two_paths(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/one.md").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    save(tmp_path, [Writing("link/one.md", b"1", b"old"), Writing("real/one.md", b"1", b"old")])
    save(tmp_path, [Writing("link/one.md", b"2", b"1"), Writing("real/one.md", b"3", b"2")])
    assert (tmp_path / "real/one.md").read_bytes() == b"3"


@pytest.mark.parametrize("content", [b"other", None])
def test_a_file_that_would_become_two_things_stays_as_it_was(
    tmp_path: Path, content: bytes | None
) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    writings = [
        Writing("one.md", b"1"),
        Writing("link.md", b"new", b"old"),
        Writing("real.md", content, b"old"),
    ]

    with pytest.raises(NotSavedError, match=r"^real\.md: it is the same file as link\.md, "):
        save(tmp_path, writings)

    assert all_in(tmp_path) == {"real.md": b"old", "link.md": b"old"}


def test_files_that_share_their_bytes_on_the_disk_are_written_each(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_bytes(b"old")
    (tmp_path / "two.md").hardlink_to(tmp_path / "one.md")
    save(tmp_path, [Writing("one.md", b"1", b"old"), Writing("two.md", b"2", b"old")])
    assert all_in(tmp_path) == {"one.md": b"1", "two.md": b"2"}


def test_what_is_added_to_a_file_comes_after_what_it_has(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "summary.md"
    put_after(place, b"one\n")
    put_after(place, b"two\xff\n")
    (tmp_path / "link.md").symlink_to(place)
    put_after(tmp_path / "link.md", b"three\n")
    put_after(Path(os.devnull), b"none\n")
    assert place.read_bytes() == b"one\ntwo\xff\nthree\n"
    assert (tmp_path / "link.md").is_symlink()


@pytest.mark.parametrize("before", [None, b"there\n"])
def test_what_finds_no_room_leaves_a_file_as_it_was(tmp_path: Path, before: bytes | None) -> None:
    place = tmp_path / "summary.md"
    if before is not None:
        place.write_bytes(before)
    with files_of_at_most(1000), pytest.raises(NotSavedError, match=r"summary\.md: File too large"):
        put_after(place, b"x" * 2000)
    assert all_in(tmp_path) == ({} if before is None else {"summary.md": before})


def test_what_this_program_says_is_added_to_and_not_replaced(tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    kept = os.dup(1)
    try:
        with said.open("ab") as stream:
            os.dup2(stream.fileno(), 1)
            os.write(1, b"one\n")
            put_after(said, b"two\n")
            os.write(1, b"three\n")
    finally:
        os.dup2(kept, 1)
        os.close(kept)
    assert said.read_bytes() == b"one\ntwo\nthree\n"
