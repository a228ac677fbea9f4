"""The map of a theme or of a thesis: what stands on top, and the strongest of what bears on it.

At most `MOST` boxes are drawn: first what stands on top, then level by level what bears most
on that. A claim that is reached twice is drawn in full where it stands highest, and referred to
elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from graph.argument.debated import below
from graph.pages.maps.drawing import Drawing, drawn_mark, sign
from graph.pages.maps.hanging_tree import (
    CELL,
    COLUMN,
    KINDS,
    LINE,
    SIZE,
    Item,
    Layout,
    hanging_tree,
)
from graph.pages.views.debates import DebateView
from graph.pages.views.link import drawn_weight
from graph.pages.views.reader import ClaimView, LinkView, Reader
from graph.records.link_types import LinkType

MOST = 30
DEEPEST = 3
"""Levels below what stands on top."""
COLUMNS = 4
"""As many as stand beside each other where there is room."""
ROOMS = (960, 720)
"""The widest a map gets in pixels, so that no page clips it: where the text has its full width, and
on tablets. The style sheet shows the widest form that there is room for."""
PHONE = 284
"""The width of the one column there is on phones."""


@dataclass
class MapNode:
    """A box on the map: a claim, or a theme as the heading of claims.

    `kind` is what the box is to the one above it: together or a type of link, `root` below a
    theme; `theme`, or nothing for a claim on top. `again` marks a claim that is drawn in full
    elsewhere; `more` counts the arguments and doubts that are not drawn, which stand at `rest`.
    `link` is the id of the link by which it hangs, and `claim` what the box is of, unless it is of
    a theme.
    """

    key: str
    label: str
    title: str
    path: str
    kind: str = ""
    word: str = ""
    again: bool = False
    more: int = 0
    below: list["MapNode"] = field(default_factory=list)
    link: str = ""
    rest: str = ""
    claim: ClaimView | None = None

    @property
    def sign(self) -> str:
        """The icon beside the word."""
        return sign(self.kind)


@dataclass
class _Place:
    """Where a node comes to hang, and what may hang from it."""

    node: MapNode
    claim: ClaimView
    link: LinkView | None

    def links(self) -> tuple[LinkView, ...]:
        doubts = self.link.undercuts if self.link else ()
        own = () if self.node.again else self.claim.arguments
        return (*doubts, *own)


def claim_node(claim: ClaimView, kind: str = "", word: str = "", again: bool = False) -> MapNode:
    """The box of a claim, with nothing below it."""
    title = (
        f"{claim.sentence} ({claim.reader.language.t('map.again')})" if again else claim.sentence
    )
    # The page of an open question has no part for reasons, though some may have been given.
    rest = claim.path if claim.is_question else f"{claim.path}#reasons"
    return MapNode(
        claim.id, claim.label, title, claim.path, kind, word, again, rest=rest, claim=claim
    )


def strongest(roots: Sequence[ClaimView], most: int, deepest: int = DEEPEST) -> tuple[MapNode, ...]:
    """The roots with the strongest of what bears on them, level by level."""
    drawn = {root.id for root in roots}
    tops = [claim_node(root) for root in roots[:most]]
    budget = most - len(tops)
    level = [_Place(node, root, None) for node, root in zip(tops, roots, strict=False)]
    everywhere = list(level)
    for _ in range(deepest):
        found = [(place, link) for place in level for link in place.links()]
        found.sort(key=lambda each: (-round(each[1].force.midpoint, 9), each[1].link.id))
        chosen = set()
        for place, link in found:
            size = 1 + len(link.together)
            if size <= budget:
                budget -= size
                chosen.add((place.node.key, link.link.id))
        # Hung in reading order, so that of two places on one level the first is the full one.
        level = [
            hung
            for place in level
            for link in place.links()
            if (place.node.key, link.link.id) in chosen
            for hung in _hung(place, link, drawn)
        ]
        everywhere += level
    for place in everywhere:
        hung = set(LinkType)
        shown = sum(node.kind in hung for node in place.node.below)
        place.node.more = len(place.links()) - shown
        place.node.below.sort(key=lambda node: KINDS.index(node.kind))
    return tuple(tops)


def _hung(place: _Place, link: LinkView, drawn: set[str]) -> Iterator[_Place]:
    """Hang a link's premises where they belong; the places from which more may hang."""
    together = link.reader.language.t("claim.together")
    claims = [(link.claim, link.type, link.word)]
    claims += [(claim, "together", together) for claim in link.together]
    first: MapNode | None = None
    for claim, kind, word in claims:
        node = claim_node(claim, kind, word, claim.id in drawn)
        node.link = link.link.id
        drawn.add(claim.id)
        (first or place.node).below.append(node)
        yield _Place(node, claim, None if first else link)
        first = first or node


def flat(nodes: Sequence[MapNode]) -> Iterator[MapNode]:
    """All nodes in reading order."""
    for node in nodes:
        yield node
        yield from flat(node.below)


def item(node: MapNode) -> Item:
    """The node as something to be placed."""
    label = f"→ {node.label}" if node.again else node.label
    below = tuple(item(each) for each in node.below)
    return Item(node.key, label, node.kind, node.more, node.more > 0, below, node.link)


@dataclass(frozen=True)
class DrawnMap:
    """A map as it stands on a page: the drawing, what is on it row by row for the list beside
    it, and how many claims are not on it. `narrower` are the same drawing for where there is less
    room, the narrowest last."""

    svg: Markup
    narrower: tuple[Markup, ...]
    rows: tuple[tuple[MapNode, ...], ...]
    left_out: int

    @property
    def nodes(self) -> tuple[MapNode, ...]:
        """What is on the map, in reading order."""
        return tuple(flat([node for row in self.rows for node in row]))


def theme_map(reader: Reader, roots: Sequence[ClaimView], base: str, most: int = MOST) -> DrawnMap:
    """The map of a theme, or of theses, drawn; `base` is where its links start from."""
    nodes = strongest(roots, most)
    shown = {node.key for node in flat(nodes)}
    left_out = len(below(reader.kb, [root.id for root in roots]) - shown)
    return DrawnMap(*_drawn([nodes], base, reader), (nodes,), left_out)


def debate_map(reader: Reader, view: DebateView, base: str) -> DrawnMap:
    """The map of a whole debate, folded: its theses, of which a single one is open, and its themes
    with their roots."""
    theses = strongest(view.theses, MOST if len(view.theses) == 1 else len(view.theses), 1)
    drawn = {node.key for node in flat(theses)}
    themes = []
    for theme in view.themes:
        title = reader.wording(theme.theme.title).text
        heading = reader.language.t("map.theme", theme=title)
        node = MapNode(theme.theme.id, heading, heading, theme.path, "theme")
        for root in theme.roots:
            again = root.id in drawn
            each = claim_node(root, "root", again=again)
            each.more = 0 if again else len(root.arguments)
            node.below.append(each)
            drawn.add(root.id)
        themes.append(node)
    rows = (theses, tuple(themes))
    ids = [claim.id for claim in view.theses] + [r.id for t in view.themes for r in t.roots]
    left_out = len(below(reader.kb, ids) - drawn)
    drawing = _draw(rows, base, reader, _layout(rows, COLUMNS))
    return DrawnMap(drawing, (), rows, left_out)


def _drawn(
    rows: Sequence[Sequence[MapNode]], base: str, reader: Reader
) -> tuple[Markup, tuple[Markup, ...]]:
    """The map at its widest that stays within the room, and its narrower forms."""
    layouts = [_layout(rows, each) for each in range(COLUMNS, 0, -1)]
    widest, narrower = (
        next((each for each in layouts[:-1] if each.width <= room), layouts[-1]) for room in ROOMS
    )
    on_tablets = _draw(rows, base, reader, narrower)
    on_phones = _draw(rows, base, reader, _layout(rows, 1, PHONE))
    return _draw(rows, base, reader, widest), (on_tablets, on_phones)


def _layout(rows: Sequence[Sequence[MapNode]], columns: int, column: int = COLUMN) -> Layout:
    return hanging_tree([[item(node) for node in row] for row in rows], columns, column)


def _draw(rows: Sequence[Sequence[MapNode]], base: str, reader: Reader, layout: Layout) -> Markup:
    """The map as SVG."""
    language = reader.language
    drawing = Drawing(base, SIZE, LINE)
    for edge in layout.edges:
        weight = drawn_weight(reader.kb, edge.link) if edge.link else ""
        drawing.edge(edge.kind, edge.path, edge.link, weight)
    nodes = flat([node for row in rows for node in row])
    for node, box in zip(nodes, layout.boxes, strict=True):
        name = language.t("map.more", n=node.more, label=node.label)
        drawing.node(
            node.key,
            (box.x, box.y),
            (box.width, box.height),
            box.lines,
            path=node.path,
            title=node.title,
            css=_css(node),
            word=node.word,
            kind=node.kind,
            more=(f"+{node.more}", node.rest, name) if node.more else None,
            cell=CELL,
            mark=drawn_mark(node.claim),
        )
    return drawing.svg("tree", layout.width, layout.height, language.t("map.alt"))


def _css(node: MapNode) -> str:
    if node.again:
        return "again"
    return {"theme": "theme", "": "top"}.get(node.kind, "")
