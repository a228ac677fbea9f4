"""The map of a claim's neighbourhood: what it bears on above it, reasons at the left and
objections at the right below it.

The drawing is a column layout and not a general graph layout: a neighbourhood is a star, a
star in columns stays legible at the width of a phone, and it says by place what colour,
line and word say too. At most `MOST` nodes are shown, the strongest first.
"""

import textwrap
from dataclasses import dataclass, field

from markupsafe import Markup

from graph.base import LinkType
from graph.pages.link_view import SIGNS, LinkView
from graph.pages.views import ClaimView

MOST = 15
WIDTH = 300
_LINE = 13
_GAP = 12
_TAG = 14


@dataclass(frozen=True)
class Node:
    """One claim on the map and the word of the edge that ties it to its neighbour.

    `relation` is supports, contradicts, undercuts, together, or above with the relation of
    the middle claim to it; `word` is what a reader sees.
    """

    claim: ClaimView
    relation: str
    word: str
    below: tuple["Node", ...] = ()


@dataclass(frozen=True)
class Neighbourhood:
    """What the map shows, as data: the list beside the drawing is made from the same."""

    claim: ClaimView
    above: tuple[Node, ...]
    reasons: tuple[Node, ...]
    objections: tuple[Node, ...]
    left_out: int

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes but the middle one, in reading order."""
        flat: list[Node] = []
        for node in (*self.above, *self.reasons, *self.objections):
            flat.append(node)
            flat.extend(node.below)
        return tuple(flat)


def neighbourhood(claim: ClaimView) -> Neighbourhood:
    """The claim, what it bears on, and the strongest of what bears on it."""
    language = claim.reader.language
    above = [Node(view.target, view.type, view.word) for view in claim.used_in[:2]]
    budget = MOST - 1 - len(above)
    groups: dict[str, list[Node]] = {"supports": [], "contradicts": []}
    queues = {"supports": list(claim.reasons), "contradicts": list(claim.objections)}
    turn = "supports"
    while budget > 0 and (queues["supports"] or queues["contradicts"]):
        if queues[turn]:
            view = queues[turn].pop(0)
            node = _with_below(view, budget, language.t("claim.together"))
            budget -= 1 + len(node.below)
            groups[turn].append(node)
        turn = "contradicts" if turn == "supports" else "supports"
    left_out = len(queues["supports"]) + len(queues["contradicts"]) + len(claim.used_in[2:])
    return Neighbourhood(
        claim, tuple(above), tuple(groups["supports"]), tuple(groups["contradicts"]), left_out
    )


def _with_below(view: LinkView, budget: int, together: str) -> Node:
    below = [Node(claim, "together", together) for claim in view.together]
    below += [Node(each.claim, "undercuts", each.word) for each in view.undercuts]
    return Node(view.claim, view.type, view.word, tuple(below[: max(budget - 1, 0)]))


@dataclass
class _Canvas:
    base: str
    parts: list[Markup] = field(default_factory=list)

    def box(self, claim: ClaimView, x: float, y: float, width: float, css: str = "") -> float:
        lines = _lines(claim.label, width)
        height = 10 + _LINE * len(lines)
        texts = Markup("").join(
            Markup('<text x="{}" y="{}">{}</text>').format(
                _n(x + width / 2), _n(y + 5 + _LINE * (index + 0.78)), line
            )
            for index, line in enumerate(lines)
        )
        self.parts.append(
            Markup(
                '<a href="{}{}" class="node {}"><title>{}</title>'
                '<rect x="{}" y="{}" width="{}" height="{}" rx="3"/>{}</a>'
            ).format(
                self.base, claim.path, css, claim.sentence, _n(x), _n(y), _n(width), height, texts
            )
        )
        return height

    def line(self, kind: str, path: str) -> None:
        # Lines lie under the boxes.
        self.parts.insert(0, Markup('<path class="edge {}" d="{}"/>').format(kind, path))

    def tag(self, kind: str, word: str, x: float, y: float) -> None:
        sign = "+" if kind == "together" else SIGNS[LinkType(kind)]
        self.parts.append(
            Markup('<text class="tag {}" x="{}" y="{}">{} {}</text>').format(
                kind, _n(x), _n(y), sign, word
            )
        )


def draw(near: Neighbourhood, base: str) -> Markup:
    """The neighbourhood as SVG, every node a link below `base`."""
    canvas = _Canvas(base)
    y = 2.0
    if near.above:
        y = _draw_above(canvas, near, y)
    middle = 190.0
    height = canvas.box(near.claim, (WIDTH - middle) / 2, y, middle, "here")
    bottom = y + height
    y = bottom + _GAP
    both = bool(near.reasons and near.objections)
    ends = [bottom]
    if both:
        ends.append(_draw_column(canvas, near.reasons, 0, 140, 145, bottom, y))
        ends.append(_draw_column(canvas, near.objections, 160, 140, 155, bottom, y))
    elif near.reasons or near.objections:
        ends.append(_draw_column(canvas, near.reasons or near.objections, 76, 170, 66, bottom, y))
    return Markup(
        '<svg class="map" viewBox="-1 0 {} {}" role="group" aria-label="{}">{}</svg>'
    ).format(
        WIDTH + 2,
        _n(max(ends) + 3),
        near.claim.reader.language.t("claim.map_alt"),
        Markup("").join(canvas.parts),
    )


def _draw_above(canvas: _Canvas, near: Neighbourhood, y: float) -> float:
    alone = len(near.above) == 1
    width = 190.0 if alone else 142.0
    heights = [10 + _LINE * len(_lines(node.claim.label, width)) for node in near.above]
    floor = y + max(heights)
    for index, node in enumerate(near.above):
        x = (WIDTH - width) / 2 if alone else index * (WIDTH - width)
        canvas.box(node.claim, x, floor - heights[index], width)
        centre = x + width / 2
        canvas.line(
            node.relation,
            f"M{_n(centre)} {_n(floor + 26)}V{_n(floor)}"
            if not alone
            else f"M150 {_n(floor + 26)}V{_n(floor)}",
        )
        canvas.tag(node.relation, node.word, centre + 5, floor + 17)
    return floor + 26


def _draw_column(
    canvas: _Canvas,
    nodes: tuple[Node, ...],
    x: float,
    width: float,
    spine: float,
    top: float,
    y: float,
) -> float:
    for node in nodes:
        canvas.tag(node.relation, node.word, x + 2, y + 10)
        y += _TAG
        height = canvas.box(node.claim, x, y, width)
        edge = x + width if spine > x else x
        canvas.line(node.relation, f"M{_n(edge)} {_n(y + height / 2)}H{_n(spine)}V{_n(top)}")
        y += height
        for below in node.below:
            inset = 12.0
            canvas.line(below.relation, f"M{_n(x + 6)} {_n(y)}V{_n(y + _TAG + 14)}H{_n(x + inset)}")
            canvas.tag(below.relation, below.word, x + inset + 2, y + 12)
            y += _TAG + 2
            y += canvas.box(below.claim, x + inset, y, width - inset)
        y += _GAP
    return y - _GAP


def _lines(text: str, width: float) -> list[str]:
    return textwrap.wrap(text, max(int((width - 10) / 6.1), 8)) or [text]


def _n(value: float) -> str:
    return f"{value:g}"
