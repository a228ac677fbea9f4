"""The rooms of the program are what the pages about them say."""

from pathlib import Path

import networkx as nx
import pytest

from tests.architecture import ROOT, floors, imports, pages, rooms

REMEDY = "python -m tests.architecture writes the rooms as they are"


@pytest.mark.parametrize("page", sorted(pages()), ids=lambda page: page.name)
def test_a_page_about_the_rooms_shows_them_as_they_are(page: Path) -> None:
    assert page.read_text("utf-8") == pages()[page], REMEDY


def test_every_room_is_named_and_says_what_it_is() -> None:
    there = {
        path.stem
        for path in (ROOT / "graph").iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").exists()) and path.stem != "__init__"
    }
    assert {room.name for room in rooms()} == there
    assert all(room.task.endswith((".", "`")) for room in rooms())


def test_no_import_runs_in_a_circle_or_back_up() -> None:
    floor_of = {room: number for number, floor in enumerate(floors()) for room in floor}
    assert nx.is_directed_acyclic_graph(imports())
    assert [
        (room, other) for room, other in imports().edges if floor_of[room] >= floor_of[other]
    ] == []
