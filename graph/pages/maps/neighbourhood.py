"""The map of a claim's neighbourhood: what it bears on above it, reasons at the left and
objections at the right below it. What it can hold only with stands below both; where there are
no reasons or no objections, it takes their place.

The drawing is a column layout and not a general graph layout: a neighbourhood is a star, a
star in columns stays legible at the width of a phone, and it says by place what colour,
line and word say too. At most `MOST` nodes are shown, the strongest first.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graph.pages.maps.drawing import Drawing, drawn_mark, sign
from graph.pages.maps.text_lines import lines
from graph.pages.views.link import drawn_weight
from graph.pages.views.reader import ClaimView, LinkView
from graph.records.link_types import Polarity, types_that

MOST = 15
WIDTH = 304
_SIZE = 11
_LINE = 13
_PAD = 7
_GAP = 10
_TAG = 17
_MIDDLE = 216
_COLUMN = 142
_ALONE = 172
_NARROW = 140
"""A column between which and the other a third line comes down."""
_LANES = {"together": 9, **{each.value: 4 for each in types_that(Polarity.UNDERCUTS)}}
"""How far in the lines of what belongs to a step go down; what comes first is nearest to it."""


@dataclass(frozen=True)
class Node:
    """One claim on the map and the word of the edge that ties it to its neighbour.

    `relation` is a type of link, together, or above with the relation of
    the middle claim to it; `word` is what a reader sees. `link` is the id of the link.
    """

    claim: ClaimView
    relation: str
    word: str
    link: str
    below: tuple["Node", ...] = ()

    @property
    def sign(self) -> str:
        """The icon beside the word."""
        return sign(self.relation)


@dataclass(frozen=True)
class Neighbourhood:
    """What the map shows, as data: the list beside the drawing is made from the same."""

    claim: ClaimView
    above: tuple[Node, ...]
    reasons: tuple[Node, ...]
    conditions: tuple[Node, ...]
    objections: tuple[Node, ...]
    left_out: int

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes but the middle one, in reading order."""
        flat: list[Node] = []
        for node in (*self.above, *self.reasons, *self.conditions, *self.objections):
            flat.append(node)
            flat.extend(node.below)
        return tuple(flat)


def neighbourhood(claim: ClaimView) -> Neighbourhood:
    """The claim, what it bears on, and the strongest of what bears on it."""
    language = claim.reader.language
    above = [_above(view) for view in claim.used_in[:2]]
    budget = MOST - 1 - len(above)
    reasons: list[Node] = []
    conditions: list[Node] = []
    objections: list[Node] = []
    turns = deque(
        [
            (list(claim.reasons), reasons),
            (list(claim.objections), objections),
            (list(claim.conditions), conditions),
        ]
    )
    while budget > 0 and any(queue for queue, _ in turns):
        queue, side = turns[0]
        if queue:
            node = _with_below(queue.pop(0), budget, language.t("claim.map_together"))
            budget -= 1 + len(node.below)
            side.append(node)
        turns.rotate()
    left_out = sum(len(queue) for queue, _ in turns) + len(claim.used_in[2:])
    return Neighbourhood(
        claim, tuple(above), tuple(reasons), tuple(conditions), tuple(objections), left_out
    )


def _above(view: LinkView) -> Node:
    """What a claim bears on by a link: for an answer to a doubt, that doubt."""
    met = view.target if view.doubt is None else view.doubt.claim
    return Node(met, view.type, view.word, view.link.id)


def _with_below(view: LinkView, budget: int, together: str) -> Node:
    below = [Node(claim, "together", together, view.link.id) for claim in view.together]
    below += [Node(each.claim, each.type, each.word, each.link.id) for each in view.undercuts]
    return Node(view.claim, view.type, view.word, view.link.id, tuple(below[: max(budget - 1, 0)]))


class _Sketch:
    """A drawing that knows how high a claim's box gets."""

    def __init__(self, base: str, changed: frozenset[str]) -> None:
        self.drawing = Drawing(base, _SIZE, _LINE)
        self.changed = changed

    def css(self, claim: ClaimView) -> str:
        """What marks a claim beside the middle one."""
        return "changed" if claim.id in self.changed else ""

    def edge(self, node: Node, path: str) -> None:
        """Draw the line of the link by which a claim is on the map."""
        weight = drawn_weight(node.claim.reader.kb, node.link)
        self.drawing.edge(node.relation, path, node.link, weight)

    def box(self, claim: ClaimView, x: int, y: int, width: int, node: Node | None = None) -> int:
        """Draw the box, the middle one where there is no node; its lowest point."""
        words = _lines(claim, width, node is None)
        height = _PAD * 2 + _LINE * len(words)
        self.drawing.node(
            claim.id,
            (x, y),
            (width, height),
            words,
            path=claim.path,
            title=claim.sentence,
            css=self.css(claim) if node else "here",
            word=node.word if node else "",
            kind=node.relation if node else "",
            centred=True,
            mark=drawn_mark(claim),
        )
        return y + height


def draw(near: Neighbourhood, base: str, changed: frozenset[str] = frozenset()) -> Markup:
    """The neighbourhood as SVG, every node a link below `base`; `changed` claims are marked."""
    sketch = _Sketch(base, changed)
    top = _draw_above(sketch, near) if near.above else 2
    bottom = sketch.box(near.claim, (WIDTH - _MIDDLE) // 2, top, _MIDDLE)
    end = _draw_sides(sketch, near, bottom)
    name = near.claim.reader.language.t("claim.map_alt")
    return sketch.drawing.svg("near", WIDTH, end + 3, name)


def _draw_sides(sketch: _Sketch, near: Neighbourhood, bottom: int) -> int:
    """What bears on the claim; the lowest point that is reached."""
    sides = [each for each in (near.reasons, near.conditions, near.objections) if each]
    alone = WIDTH - _ALONE - 50
    if not sides:
        return bottom
    if len(sides) == 1:
        return _draw_column(sketch, sides[0], alone, _ALONE, alone - 12, bottom)
    width = _COLUMN if len(sides) == 2 else _NARROW
    right = WIDTH - width - 2
    last = (sides[-1], right, width, right - 4, bottom)
    end = _draw_column(sketch, sides[0], 2, width, 2 + width + 4, bottom)
    if len(sides) == 3:
        # Boxes are drawn in the order of the list, so how low the last side gets is tried first.
        end = max(end, _draw_column(_Sketch("", frozenset()), *last))
        # Down between the columns, and below them to the spine of a third.
        way = f"V{end + 10}H{WIDTH // 2}V{bottom}"
        end = _draw_column(sketch, sides[1], alone, _ALONE, alone - 12, end + 14, way)
    return max(end, _draw_column(sketch, *last))


def _draw_above(sketch: _Sketch, near: Neighbourhood) -> int:
    """What the claim bears on; the word of each edge stands below it, at the line."""
    width = _MIDDLE if len(near.above) == 1 else _COLUMN
    heights = [_PAD * 2 + _LINE * len(_lines(node.claim, width, False)) for node in near.above]
    floor = 2 + max(heights)
    for index, node in enumerate(near.above):
        x = (WIDTH - width) // 2 if len(near.above) == 1 else 2 + index * (WIDTH - width - 4)
        sketch.edge(node, f"M{x + width // 2} {floor + 28}V{floor}")
        sketch.drawing.node(
            node.claim.id,
            (x, floor - heights[index]),
            (width, heights[index]),
            _lines(node.claim, width, False),
            path=node.claim.path,
            title=node.claim.sentence,
            css=sketch.css(node.claim),
            word=node.word,
            kind=node.relation,
            word_at=(width // 2 + 6, heights[index] + 18),
            centred=True,
            mark=drawn_mark(node.claim),
        )
    return floor + 28


def _draw_column(
    sketch: _Sketch,
    nodes: Sequence[Node],
    x: int,
    width: int,
    spine: int,
    bottom: int,
    way: str = "",
) -> int:
    """Draw claims below each other along a spine, of which each draws the stretch up to the one
    before it: lines that lie on each other would fill each other's gaps. The first goes on along
    the `way`, or straight up to `bottom`."""
    y = bottom + 4
    way = way or f"V{bottom}"
    for node in nodes:
        y += _TAG
        end = sketch.box(node.claim, x, y, width, node)
        joint = (y + end) // 2
        edge = x + width if spine > x else x
        sketch.edge(node, f"M{edge} {joint}H{spine}{way}")
        way = f"V{joint}"
        inner = dict.fromkeys(_LANES, end)
        for below in node.below:
            end += _TAG + 2
            own = sketch.box(below.claim, x + 14, end, width - 14, below)
            middle = (end + own) // 2
            lane = x + _LANES[below.relation]
            path = f"M{x + 14} {middle}H{lane}V{inner[below.relation]}"
            sketch.edge(below, path)
            inner[below.relation] = middle
            end = own
        y = end + _GAP
    return y - _GAP


def _lines(claim: ClaimView, width: int, bold: bool) -> tuple[str, ...]:
    return lines(claim.label, width - 8, _SIZE, bold)
