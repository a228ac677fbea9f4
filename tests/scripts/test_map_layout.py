"""Maps are laid out in the browser as they are in the build."""

from dataclasses import asdict

import pytest

from graph.pages.maps.hanging_tree import hanging_tree
from tests.pages.map_trees import forest
from tests.scripts.conftest import Scripts


@pytest.mark.parametrize(
    "seeds", [range(start, start + 50) for start in range(0, 200, 50)], ids=str
)
def test_the_browser_lays_out_maps_as_the_build_does(scripts: Scripts, seeds: range) -> None:
    for seed in seeds:
        rows, columns, column = forest(seed), seed % 5 + 1, 150 + seed % 7 * 30
        ours = hanging_tree(rows, columns, column)
        items = [[asdict(item) for item in row] for row in rows]
        theirs = scripts.answer("laidOut", [items, columns, column])
        boxes = [
            {
                "key": box.item.key,
                "x": box.x,
                "y": box.y,
                "width": box.width,
                "height": box.height,
                "lines": list(box.lines),
            }
            for box in ours.boxes
        ]
        assert theirs["boxes"] == boxes, seed
        assert theirs["edges"] == [asdict(edge) for edge in ours.edges], seed
        assert (theirs["width"], theirs["height"]) == (ours.width, ours.height)
