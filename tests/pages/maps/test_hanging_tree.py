"""The layout of larger maps."""

import re
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.pages.maps.hanging_tree import KINDS, NARROWEST, Box, Edge, Item, Layout, hanging_tree
from tests.examples import examples
from tests.pages.map_trees import forest, numbered

Stretch = tuple[int, int, int, int]


def _stretches(path: str) -> list[Stretch]:
    """The straight pieces of a path, each as left, top, right, bottom."""
    x, y = (int(each) for each in re.match(r"M(-?\d+) (-?\d+)", path).groups())  # type: ignore[union-attr]
    found = []
    for way, text in re.findall(r"([HV])(-?\d+)", path):
        end = (int(text), y) if way == "H" else (x, int(text))
        found.append((min(x, end[0]), min(y, end[1]), max(x, end[0]), max(y, end[1])))
        x, y = end
    return found


def _end(path: str) -> tuple[int, int]:
    x, y = (int(each) for each in re.match(r"M(-?\d+) (-?\d+)", path).groups())  # type: ignore[union-attr]
    for way, text in re.findall(r"([HV])(-?\d+)", path):
        x, y = (int(text), y) if way == "H" else (x, int(text))
    return x, y


def _within(stretch: Stretch, box: Box) -> bool:
    left, top, right, bottom = stretch
    return (
        left < box.x + box.width and right > box.x and top < box.y + box.height and bottom > box.y
    )


def _overlap(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches share more than a point."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width >= 0 and height >= 0 and width + height > 0


def _cross(one: Stretch, other: Stretch) -> bool:
    """Whether a level and an upright stretch go through each other."""
    level, upright = (one, other) if one[1] == one[3] else (other, one)
    if level[1] != level[3] or upright[0] != upright[2]:
        return False
    return level[0] < upright[0] < level[2] and upright[1] < level[1] < upright[3]


def _flat(items: list[Item]) -> list[Item]:
    return [each for item in items for each in (item, *_flat(list(item.below)))]


@settings(deadline=None, max_examples=examples(0.6))
@given(st.integers(0, 10_000).map(forest), st.integers(1, 5), st.integers(150, 400))
def test_boxes_do_not_touch_and_stay_within_the_drawing(
    rows: list[list[Item]], columns: int, column: int
) -> None:
    layout = hanging_tree(rows, columns, column)
    for one, other in combinations(layout.boxes, 2):
        assert (
            one.x + one.width < other.x
            or other.x + other.width < one.x
            or one.y + one.height < other.y
            or other.y + other.height < one.y
        )
    for box in layout.boxes:
        assert box.x > 0
        assert box.y > 0
        assert box.x + box.width < layout.width
        assert box.y + box.height < layout.height
        assert box.width >= NARROWEST
        assert box.height >= 24


@settings(deadline=None, max_examples=examples(0.6))
@given(st.integers(0, 10_000).map(forest), st.integers(1, 5), st.integers(150, 400))
def test_no_line_runs_through_a_box_or_lies_on_another_line(
    rows: list[list[Item]], columns: int, column: int
) -> None:
    layout = hanging_tree(rows, columns, column)
    lines = [(edge, stretch) for edge in layout.edges for stretch in _stretches(edge.path)]
    for _, stretch in lines:
        assert not any(_within(stretch, box) for box in layout.boxes)
    for (one, a), (other, b) in combinations(lines, 2):
        if one is not other:
            assert not _overlap(a, b), (one, other)
            assert not _cross(a, b), (one, other)


@settings(deadline=None, max_examples=examples(0.6))
@given(st.integers(0, 10_000).map(forest), st.integers(1, 5), st.integers(150, 400))
def test_every_box_below_another_has_one_line_that_leads_there(
    rows: list[list[Item]], columns: int, column: int
) -> None:
    layout = hanging_tree(rows, columns, column)
    items = _flat([item for row in rows for item in row])
    assert [box.item for box in layout.boxes] == items
    assert [(edge.key, edge.kind) for edge in layout.edges if edge.kind != "theme"] == [
        (item.key, item.kind) for item in items if item.kind in KINDS
    ]
    joined = [edge.key for edge in layout.edges if edge.kind == "theme"]
    themes = [item.key for item in items if item.kind == "theme"]
    beside = len({box.y for box in layout.boxes if box.item.kind == "theme"}) == 1
    assert joined == (themes if beside and len(rows[0]) == 1 else [])
    _check_ends(layout, items)


def _check_ends(layout: Layout, items: list[Item]) -> None:
    boxes = {box.item.key: box for box in layout.boxes}
    edges: dict[str, Edge] = {edge.key: edge for edge in layout.edges}
    for item in items:
        for kind in KINDS:
            siblings = [each for each in item.below if each.kind == kind]
            ends = [_end(edges[each.key].path) for each in siblings]
            parent = boxes[item.key]
            under = parent.y + parent.height
            # A line ends at the box above it, or where it meets the line of a sibling.
            touched = [p for each in siblings for p in _stretches(edges[each.key].path)]
            for each, (x, y) in zip(siblings, ends, strict=True):
                at_box = y == under and parent.x <= x <= parent.x + parent.width
                others = [p for p in touched if p not in _stretches(edges[each.key].path)]
                met = any(p[0] <= x <= p[2] and p[1] <= y <= p[3] for p in others)
                assert at_box or met


def test_reasons_stand_at_the_left_and_objections_at_the_right() -> None:
    below = [Item(f"r{n}", "A reason", "supports") for n in range(3)]
    below += [Item(f"o{n}", "An objection", "contradicts") for n in range(2)]
    layout = hanging_tree([[Item("top", "The thesis", below=tuple(below))]], 4)
    right_most = max(box.x for box in layout.boxes if box.item.kind == "supports")
    left_most = min(box.x for box in layout.boxes if box.item.kind == "contradicts")
    assert right_most < left_most
    assert len({box.x for box in layout.boxes if box.item.kind}) == 4


def test_a_row_with_more_trees_than_columns_goes_on_below() -> None:
    trees = [Item(f"t{n}", "A claim") for n in range(5)]
    boxes = hanging_tree([trees], 2).boxes
    assert len({box.y for box in boxes}) == 3
    assert all(a.y <= b.y for a, b in pairwise(boxes))


def test_what_lies_deep_gets_no_narrower_than_it_may() -> None:
    item = Item("end", "The end of a long chain")
    for n in range(12):
        item = Item(f"c{n}", "A link of the chain", below=(numbered(item, "supports"),))
    layout = hanging_tree([[item]], 1)
    assert min(box.width for box in layout.boxes) >= NARROWEST
