"""What is kept of a site that was built."""

import hashlib
import os
from array import array
from pathlib import Path
from types import MappingProxyType

import cbor2
import pytest

from graph.base.fingerprint import SIZE
from graph.pages.former_site import (
    FormerSite,
    ListedRun,
    Part,
    Written,
    forget,
    keep,
    kept_at,
    mark_of,
    recalled,
)
from graph.pages.listed import Listed

BY = b"this program"
READ = [["said", "a"]]
FORM = 8
FIRST = b"\x01\x00\x00\x00"
"""The number of what is read after that."""
SITE = FormerSite(
    [("said", "a"), ("kept", "ways", "down", "", "a", "")],
    [b"one", b"two"],
    {"index.html": Written(b"given", array("I", [0, 1]), (3, 5, 7), b"searched")},
    [Part(b"pages", b"files")],
    [b"region"],
    {"thesis": {"a": 0.1, "b": None}},
    {3: ListedRun(array("I", [1]), (Listed("a/index.html", "claims/a.md"),), (b"g" * SIZE,))},
    2,
)


def _kept(
    reads: object = (),
    told: object = (),
    files: object = MappingProxyType({}),
    index: object = (),
    effects: object = MappingProxyType({}),
    runs: object = MappingProxyType({}),
    form: int = FORM,
) -> bytes:
    return _whole([form, BY, 1, 0, index, [], effects], [reads, told, files, runs])


def _whole(*pieces: object) -> bytes:
    told = b"".join(map(cbor2.dumps, pieces))
    return told + hashlib.blake2b(told, digest_size=16).digest()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "sites" / "a.cbor"


def test_what_is_kept_is_recalled(place: Path) -> None:
    keep(place, BY, SITE)
    assert recalled(place, BY) == SITE
    assert [each.name for each in place.parent.iterdir()] == ["a.cbor"]


def test_what_is_written_otherwise_is_recalled(place: Path) -> None:
    place.parent.mkdir()
    place.write_bytes(_kept(reads=READ, told=[b"one"], effects={"thesis": {"a": 1.0}}))
    found = recalled(place, BY)
    assert (found.reads, found.effects) == ([("said", "a")], {"thesis": {"a": 1.0}})


def test_another_program_recalls_nothing(place: Path) -> None:
    keep(place, BY, SITE)
    assert recalled(place, b"another") == FormerSite()


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"\xff" * 40,
        _kept(reads=READ),
        _kept(reads=READ, told=[b"one"], files={"a": [b"", b"\x00", b"", 1, 2, 3]}),
        _kept(reads=READ, told=[b"one"], files={"a": [b"", b"", b""]}),
        _kept(reads=READ, told=[b"one"], index=[[b"pages"]]),
        _kept(reads=READ, told=[b"one"], effects={"thesis": 1}),
        _kept(reads=READ, told=[b"one"], runs={0: [FIRST, b"", []]}),
        _kept(reads=READ, told=[b"one"], runs={0: [b"", b"given", []]}),
        _kept(reads=READ, told=[b"one"], form=1),
        _kept(reads=READ, told=[b"one"])[:-1] + b"\0",
        _whole([FORM, BY, 0, [], []]),
        _whole([FORM, BY, 1, 0, [], [], {}], [READ, [b"one"]]),
        _whole([FORM, BY, 2, 0, [], [], {}], [READ, [b"one"], {}, {}]),
        _whole({"a": 1}),
        _whole(),
    ],
)
def test_what_is_spoilt_is_as_if_it_were_not_there(place: Path, spoilt: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(spoilt)
    assert recalled(place, BY) == FormerSite()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Files have no such owners here.")
@pytest.mark.parametrize("folder", [False, True])
def test_what_others_may_write_to_is_as_if_it_were_not_there(place: Path, folder: bool) -> None:
    keep(place, BY, SITE)
    (place.parent if folder else place).chmod(0o777)
    assert recalled(place, BY) == FormerSite()


def test_a_part_of_what_was_kept_is_as_if_it_were_not_there(place: Path) -> None:
    keep(place, BY, SITE)
    whole = place.read_bytes()
    for length in range(len(whole)):
        place.write_bytes(whole[:length])
        assert recalled(place, BY) == FormerSite()


def test_where_a_single_bit_is_another_it_is_worth_nothing(place: Path) -> None:
    keep(place, BY, SITE)
    whole = place.read_bytes()
    for at in range(len(whole)):
        place.write_bytes(whole[:at] + bytes((whole[at] ^ 1,)) + whole[at + 1 :])
        assert recalled(place, BY) == FormerSite()


def test_a_large_site_is_kept_in_pieces(place: Path) -> None:
    many = range(10_000)
    site = FormerSite(
        [("said", str(each)) for each in many],
        [str(each).encode() for each in many],
        {str(each): Written(b"", array("I", [each]), (each, 1, 2)) for each in many},
        moved=7,
    )
    keep(place, BY, site)
    assert recalled(place, BY) == site


def test_what_cannot_be_kept_is_not(tmp_path: Path) -> None:
    (tmp_path / "sites").write_text("in the way", "utf-8")
    keep(tmp_path / "sites" / "a.cbor", BY, SITE)
    assert recalled(tmp_path / "sites" / "a.cbor", BY) == FormerSite()
    keep(None, BY, SITE)
    assert recalled(None, BY) == FormerSite()


def test_every_folder_has_a_place_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BETOOG_CACHE", str(tmp_path / "cache"))
    one, other = kept_at(tmp_path / "one"), kept_at(tmp_path / "other")
    assert one is not None
    assert other is not None
    assert one != other
    keep(one, BY, SITE)
    forget(tmp_path / "other")
    assert recalled(one, BY) == SITE
    forget(tmp_path / "one")
    assert recalled(one, BY) == FormerSite()
    monkeypatch.setenv("BETOOG_CACHE", "off")
    assert kept_at(tmp_path / "one") is None


def test_a_file_that_is_written_again_has_another_mark(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("one", "utf-8")
    mark = mark_of(file)
    other = tmp_path / "b"
    other.write_text("two", "utf-8")
    other.replace(file)
    assert mark_of(file) != mark
    assert mark_of(tmp_path / "none") is None
