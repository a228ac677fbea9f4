"""The rooms of the program as its contracts and its imports have them, written down.

    python -m tests.architecture

writes them into the pages that show them; a test holds the pages to them.
"""

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import grimp
import networkx as nx

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- rooms -->\n", "<!-- /rooms -->\n"
"""The marks between which a page shows the rooms."""


class Room(NamedTuple):
    """A package or module directly below `graph`: its name, what its docstring says it is, and
    what it alone may import."""

    name: str
    task: str
    alone: tuple[str, ...]


@cache
def contracts() -> list[dict[str, object]]:
    """The import contracts."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: list[dict[str, object]] = project["tool"]["importlinter"]["contracts"]
    return found


@cache
def floors() -> tuple[tuple[str, ...], ...]:
    """The rooms by floor, the top floor first, as the contract of layers has them."""
    contract = next(each for each in contracts() if each.get("containers") == ["graph"])
    layers = contract["layers"]
    assert isinstance(layers, list)
    return tuple(tuple(room.strip("( )") for room in layer.split("|")) for layer in layers)


def _file(room: str) -> Path:
    package = ROOT / "graph" / room / "__init__.py"
    return package if package.exists() else ROOT / "graph" / f"{room}.py"


def _task(room: str) -> str:
    said = ast.get_docstring(ast.parse(_file(room).read_text("utf-8"))) or ""
    first = " ".join(said.split("\n\n")[0].split())
    return first[:1].upper() + first[1:]


def _alone(room: str) -> tuple[str, ...]:
    """The libraries that a contract keeps from every other room."""
    found: list[str] = []
    for contract in contracts():
        ignored = contract.get("ignore_imports", [])
        assert isinstance(ignored, list)
        allowed = [line.split(" -> ") for line in ignored]
        if {importer.split(".")[1] for importer, _ in allowed} == {room}:
            found.extend(library for _, library in allowed if "." not in library)
    return tuple(dict.fromkeys(found))


def rooms() -> tuple[Room, ...]:
    """Every room, from the top floor down."""
    return tuple(Room(each, _task(each), _alone(each)) for floor in floors() for each in floor)


@cache
def imports() -> "nx.DiGraph[str]":
    """Which room imports from which, those for types alone included."""
    modules = grimp.build_graph("graph")
    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from(each for floor in floors() for each in floor)
    for importer in modules.modules:
        for imported in modules.find_modules_directly_imported_by(importer):
            ends = [name.split(".")[1] for name in (importer, imported) if "." in name]
            if len(ends) == 2 and ends[0] != ends[1]:
                found.add_edge(*ends)
    return found


def drawing() -> str:
    """The imports between rooms in the language of Mermaid, without those that follow from
    others."""
    order = [each for floor in floors() for each in floor]
    fewest = nx.transitive_reduction(imports())
    lines = ["flowchart TD"]
    for room in order:
        below = sorted(fewest.successors(room), key=order.index)
        lines.extend(f"  {room} --> {other}" for other in below)
    return "\n".join(lines)


_WIDTH, _FLOOR, _BOX, _HIGH = 440, 64, 104, 30


def _centres() -> dict[str, tuple[float, float]]:
    """Where the middle of each room's box is. Rooms with a floor to themselves stand left and
    right by turns, so that arrows past a floor do not run through its box."""
    found: dict[str, tuple[float, float]] = {}
    for number, floor in enumerate(floors()):
        shift = 0.0 if len(floor) > 1 else (-0.12 if number % 2 else 0.12) * _WIDTH
        for place, room in enumerate(floor):
            x = _WIDTH * (place + 1) / (len(floor) + 1) + shift
            found[room] = (x, _FLOOR * number + _HIGH)
    return found


def picture() -> str:
    """The same drawing as a picture in a page, which takes its colours from the text."""
    centres, order = _centres(), [each for floor in floors() for each in floor]
    fewest = nx.transitive_reduction(imports())
    high = _FLOOR * len(floors())
    label = "The rooms by floor, with an arrow from each room to those that it imports from"
    tip = '<path d="M0 0L8 4L0 8"/>'
    lines = [
        '<figure class="rooms">',
        f'<svg viewBox="0 0 {_WIDTH} {high}" role="img" aria-label="{label}">',
        f'<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4">{tip}</marker></defs>',
    ]
    for room in order:
        for other in sorted(fewest.successors(room), key=order.index):
            (x, y), (to_x, to_y) = centres[room], centres[other]
            start, end = y + _HIGH / 2, to_y - _HIGH / 2 - 1
            bend = (end - start) / 2
            lines.append(
                f'<path d="M{x:g} {start:g}C{x:g} {start + bend:g} {to_x:g} {end - bend:g} '
                f'{to_x:g} {end:g}" marker-end="url(#tip)"/>'
            )
    for room, (x, y) in centres.items():
        left, top = x - _BOX / 2, y - _HIGH / 2
        box = f'<rect x="{left:g}" y="{top:g}" width="{_BOX}" height="{_HIGH}" rx="5"/>'
        lines.append(f'{box}<text x="{x:g}" y="{y + 5:g}">{room}</text>')
    return "\n".join((*lines, "</svg></figure>"))


def table() -> str:
    """The rooms from the top floor down, each with its task and its own libraries."""
    rows = [
        f"| `{room.name}` | {room.task} | {', '.join(f'`{each}`' for each in room.alone)} |"
        for room in rooms()
    ]
    return "\n".join(("| room | what it is | what only it imports |", "|---|---|---|", *rows))


def with_rooms(page: str, drawn: str) -> str:
    """A page with the rooms as they are. Raises ValueError where it has no marks for them."""
    start, end = page.index(BEGIN), page.index(END)
    return f"{page[:start]}{BEGIN}\n{table()}\n\n{drawn}\n\n{page[end:]}"


def pages() -> dict[Path, str]:
    """The pages that show the rooms, as they should stand."""
    forms = {
        ROOT / "CONTRIBUTING.md": f"```mermaid\n{drawing()}\n```",
        ROOT / "site" / "decisions" / "architecture.md": picture(),
    }
    return {path: with_rooms(path.read_text("utf-8"), drawn) for path, drawn in forms.items()}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, "utf-8")
