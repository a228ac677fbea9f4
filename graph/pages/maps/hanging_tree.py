"""The layout of a larger map, as of an organisation: what is argued for stands on top, its
direct reasons, conditions and objections side by side in columns below it, and what bears on
those hangs indented below each.

A claim's reasons stand at its left and its objections at its right, with what it can hold only
with between them. Every kind of link goes
down from a box along a lane of its own, the lane of what comes first nearest to the boxes, so
no two lines lie on each other or cross. All lengths are whole pixels: `map_layout.js` draws
what a reader opens by the same rules and is held to these.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.pages.maps.text_lines import lines
from graph.records.link_types import Polarity, types_that

SIZE = 12
"""Height of the letters, in pixels; a map is shown at its own size and never smaller."""
LINE = 15
PAD = 7
"""Above and below the text of a box; with one line it is 29 pixels high."""
CELL = 30
"""Width of the part of a box that leads to what is not shown."""
TAG = 18
"""Height of the row in which the word of an edge stands."""
GAP = 8
LANE = 7
MARGIN = 2
EDGE = MARGIN + 2
"""Where lines run up along the left edge of a map: boxes that hang from others stand further in."""
COLUMN = 190
GUTTER = 18
TOP = 250
"""The widest a box gets that stands above columns."""
NARROWEST = 138
"""The narrowest a box gets; deeper down the columns grow."""
ROWS = 26
"""Between one row of trees and the next."""
_SIDES = [
    tuple(each.value for each in types_that(polarity))
    for polarity in (Polarity.HELPS, Polarity.CONDITIONS, Polarity.HINDERS)
]
KINDS = ("together", *(each.value for each in types_that(Polarity.UNDERCUTS)), *sum(_SIDES, ()))
"""What hangs below a box, from the top."""


@dataclass(frozen=True)
class Item:
    """A box to be placed: `kind` says what it is to the box above it.

    `kind` is one of `KINDS`, `theme` for a heading above claims, `root` for a claim below a
    heading, or empty for a claim on top. `more` is the number of arguments that a closed box
    leaves out; `cell` says whether the box has the place where that number stands.
    `link` is the id of the link by which the box hangs, where it is one.
    """

    key: str
    label: str
    kind: str = ""
    more: int = 0
    cell: bool = False
    below: tuple["Item", ...] = ()
    link: str = ""


@dataclass(frozen=True)
class Box:
    """A placed item: its corner, its size and the lines of its label."""

    item: Item
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Edge:
    """The line from a box to the one above it, as an SVG path, and the id of its link."""

    key: str
    kind: str
    path: str
    link: str = ""


@dataclass
class Layout:
    """Boxes in reading order, edges, and the size of the whole."""

    boxes: list[Box] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    width: int = 0
    height: int = 0


def hanging_tree(rows: Sequence[Sequence[Item]], columns: int, column: int = COLUMN) -> Layout:
    """The layout of trees that stand beside each other row by row, in `columns` columns of width
    `column` or, where what lies deep needs it, more.

    A row that has more trees than there are columns is continued on the next. Themes share the
    whole width among them; where all of them stand in the row below a single tree, lines join them
    to it.
    """
    layout = Layout()
    y = MARGIN
    for number, trees in enumerate(rows):
        groups = _wrapped(trees, columns)
        for group in groups:
            bottom = y
            headings: list[Box] = []
            x = MARGIN
            shares = _shares(group, columns, column)
            themed = columns * (column + GUTTER) // len(group) - GUTTER
            for tree, share in zip(group, shares, strict=True):
                width = _column_width(tree, themed if tree.kind == "theme" else column)
                first = len(layout.boxes)
                bottom = max(bottom, _tree(layout, tree, x, y, width, share))
                headings += [layout.boxes[first]] if tree.kind == "theme" else []
                x += share * (width + GUTTER)
            y = bottom + ROWS
            if headings and len(groups) == number == len(rows[0]) == 1:
                _join(layout, headings)
    layout.width = max((box.x + box.width for box in layout.boxes), default=0) + MARGIN
    layout.height = y - ROWS + MARGIN
    return layout


def _join(layout: Layout, headings: Sequence[Box]) -> None:
    """Join themes to the box above them all: up from each heading to the one before it, and from
    the first along the margin, at the left of whatever hangs from that box."""
    top = layout.boxes[0]
    up = f"V{top.y + PAD + LINE // 2}H{top.x}" if top.x > EDGE else f"V{top.y + top.height}"
    for before, heading in zip((None, *headings), headings, strict=False):
        along = f"H{EDGE}{up}" if before is None else f"H{before.x + GAP}"
        path = f"M{heading.x + GAP} {heading.y}V{heading.y - ROWS // 2}{along}"
        layout.edges.append(Edge(heading.item.key, "theme", path))


def _wrapped(trees: Sequence[Item], columns: int) -> list[list[Item]]:
    """Trees in rows, each tree with at least one column, or one for every side."""
    rows: list[list[Item]] = []
    used = columns
    for tree in trees:
        least = min(_sides(tree), columns)
        if used + least > columns:
            rows.append([])
            used = 0
        rows[-1].append(tree)
        used += least
    return rows


def _sides(tree: Item) -> int:
    return max(len({each.kind for each in tree.below}), 1) if tree.kind != "theme" else 1


def _shares(trees: Sequence[Item], columns: int, column: int) -> list[int]:
    """How many columns each tree of a row gets: what is left over goes to the tallest."""
    if len(trees) == 1 and not trees[0].below:
        return [columns]
    shares = [min(_sides(tree), columns) for tree in trees]
    for _ in range(columns - sum(shares)):
        heights = [
            _height(tree, share, column) if share < len(tree.below) and tree.kind != "theme" else 0
            for tree, share in zip(trees, shares, strict=True)
        ]
        tallest = max(range(len(trees)), key=heights.__getitem__)
        if heights[tallest]:
            shares[tallest] += 1
    return shares


def _height(tree: Item, columns: int, column: int) -> int:
    return _tree(Layout(), tree, 0, 0, _column_width(tree, column), columns)


def _column_width(tree: Item, least: int) -> int:
    return max(least, _needed(tree), *(LANE * 2 + _needed(each) for each in tree.below))


def _needed(item: Item) -> int:
    """The least width in which nothing below gets narrower than it may."""
    inset = _inset(item)
    return max(NARROWEST, *(inset + _needed(each) for each in item.below), 0)


def _inset(item: Item) -> int:
    kinds = {each.kind for each in item.below} - {"root"}
    return LANE * (len(kinds) + 1) if kinds else 0


def _tree(layout: Layout, tree: Item, x: int, y: int, width: int, columns: int) -> int:
    """Place a tree in columns of this width; the lowest point it reaches."""
    sides = [[each for each in tree.below if each.kind in kinds] for kinds in _SIDES]
    sides = [items for items in sides if items]
    if not tree.below:
        return _box(layout, tree, x, y, max(width, TOP) if columns > 1 else width)
    if columns < 2 or columns < len(sides) or not sides:
        return _hang(layout, tree, x, y, width)
    pitch = width + GUTTER
    shares = _side_shares(sides, width, columns)
    whole = columns * pitch - GUTTER
    # The box stands above the border between two sides, or above the middle one.
    middle = len(sides) // 2
    centre = x + sum(shares[:middle]) * pitch
    centre += (shares[middle] * pitch - GUTTER) // 2 if len(sides) % 2 else -GUTTER // 2
    top = min(TOP, whole)
    box_x = min(max(centre - top // 2, x), x + whole - top)
    under = _box(layout, tree, box_x, y, top)
    bottom = under
    first = 0
    drops = {1: (0,), 2: (-6, 6), 3: (-6, 0, 6)}[len(sides)]
    for index, items in enumerate(sides):
        drop = centre + drops[index]
        # Between two others a side is reached below their lines, which lead over it.
        bus = under + (20 if len(sides) == 3 and index == 1 else 12)
        spines = [x + (first + n) * pitch + LANE for n in range(shares[index])]
        starts = _buses(spines, drop, bus, under)
        reached = [bus] * shares[index]
        ends = list(starts)
        for item in items:
            column = reached.index(min(reached))
            spine = spines[column]
            box_y = reached[column] + TAG + GAP // 2
            joint = box_y + PAD + LINE // 2
            path = f"M{spine + LANE} {joint}H{spine}{ends[column]}"
            layout.edges.append(Edge(item.key, item.kind, path, item.link))
            ends[column] = f"V{joint}"
            reached[column] = _hang(layout, item, spine + LANE, box_y, width - LANE * 2) + GAP
        bottom = max(bottom, *reached)
        first += shares[index]
    return bottom - GAP


def _side_shares(sides: list[list[Item]], width: int, columns: int) -> tuple[int, ...]:
    """How many columns each side gets, so that the whole is as low as it can be."""
    if len(sides) == 1:
        return (columns,)
    most = columns - len(sides) + 1
    heights = [[_side_height(items, width, n) for n in range(1, most + 1)] for items in sides]

    def height(shares: tuple[int, ...]) -> int:
        return max(side[n - 1] for side, n in zip(heights, shares, strict=True))

    return min(_parted(columns, len(sides)), key=height)


def _parted(columns: int, sides: int) -> Iterator[tuple[int, ...]]:
    """Every way to part columns among sides, of which none goes without."""
    if sides == 1:
        yield (columns,)
        return
    for first in range(1, columns - sides + 2):
        for rest in _parted(columns - first, sides - 1):
            yield first, *rest


def _side_height(items: list[Item], width: int, columns: int) -> int:
    reached = [0] * columns
    for item in items:
        column = reached.index(min(reached))
        own = _hang(Layout(), item, 0, 0, width - LANE * 2)
        reached[column] += TAG + GAP // 2 + own + GAP
    return max(reached)


def _buses(spines: list[int], drop: int, bus: int, under: int) -> list[str]:
    """For each column, the line from its spine along the bus to the next one nearer to where
    the bus comes down from the box, so that no stretch is drawn twice."""
    found = []
    for index, spine in enumerate(spines):
        if spine <= drop:
            inner = spines[index + 1] if index + 1 < len(spines) else drop + 1
            end = f"H{inner}" if inner <= drop else f"H{drop}V{under}"
        else:
            inner = spines[index - 1] if index else drop - 1
            end = f"H{inner}" if inner > drop else f"H{drop}"
            if inner < drop and index == 0:
                end += f"V{under}"
        found.append(f"V{bus}{end}")
    return found


def _hang(layout: Layout, item: Item, x: int, y: int, width: int) -> int:
    """Place an item and, indented below it, everything that hangs from it."""
    under = _box(layout, item, x, y, width)
    bottom = under
    inset = _inset(item)
    for each in (each for each in item.below if each.kind == "root"):
        bottom = _hang(layout, each, x, bottom + GAP, width)
    lane = inset
    for kind in KINDS:
        items = [each for each in item.below if each.kind == kind]
        if not items:
            continue
        lane -= LANE
        end = under
        for each in items:
            box_y = bottom + TAG + GAP // 2
            joint = box_y + PAD + LINE // 2
            path = f"M{x + inset} {joint}H{x + lane}V{end}"
            layout.edges.append(Edge(each.key, kind, path, each.link))
            end = joint
            bottom = _hang(layout, each, x + inset, box_y, width - inset)
    return bottom


def _box(layout: Layout, item: Item, x: int, y: int, width: int) -> int:
    room = width - 12 - (CELL if item.cell else 0)
    words = lines(item.label, room, SIZE, item.kind in ("", "theme"))
    height = PAD * 2 + LINE * len(words)
    layout.boxes.append(Box(item, x, y, width, height, words))
    return y + height
