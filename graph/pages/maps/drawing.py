"""Drawing maps of the argument as SVG: boxes, each a link, lines and the words on them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from graph.pages.views.link import SIGNS
from graph.pages.views.mark import STEPS, Mark
from graph.pages.views.reader import ClaimView
from graph.pages.vocabulary import INSIDE, stroke
from graph.records.link_types import LinkType

_COLOURS = {
    "paper": "#fbfaf6",
    "card": "#ffffff",
    "ink": "#1d1d1a",
    "muted": "#5d5a52",
    "rule": "#b9b4a6",
    **{each.value: each.traits.colour.light for each in LinkType},
}
"""Those of the style sheet in its light theme, for a drawing that leaves the site."""


_DOUBLE = frozenset(each.value for each in LinkType if each.traits.double)


def sign(kind: str) -> str:
    """The icon beside the word of an edge."""
    return "+" if kind == "together" else SIGNS[LinkType(kind)]


@dataclass
class Drawing:
    """A drawing in the making. Lines come before boxes, so they lie under them.

    `base` leads from where the drawing stands to the folder of its language. What records say is
    escaped here; all else is written as it is.
    """

    base: str
    size: int
    leading: int
    _edges: list[str] = field(default_factory=list)
    _insides: list[str] = field(default_factory=list)
    _nodes: list[str] = field(default_factory=list)

    def edge(self, kind: str, path: str, link: str = "", weight: str = "") -> None:
        """The line of a link, as an SVG path; `link` is its id, for what is drawn of one, and
        `weight` how much passes along it, a word for the style sheet."""
        own = f' data-link="{escape(link)}"' if link else ""
        css = f"edge {kind} {weight}".rstrip()
        self._edges.append(f'<path class="{css}"{own} d="{path}"/>')
        # A double line is a broad one with the paper showing through its middle.
        if kind in _DOUBLE:
            self._insides.append(f'<path class="inside" d="{path}"/>')

    def node(
        self,
        key: str,
        corner: tuple[float, float],
        measure: tuple[float, float],
        words: Sequence[str],
        *,
        path: str,
        title: str,
        css: str = "",
        word: str = "",
        kind: str = "",
        word_at: tuple[float, float] = (2, -5),
        centred: bool = False,
        more: tuple[str, str, str] | None = None,
        cell: int = 0,
        mark: Mark | None = None,
    ) -> None:
        """A box that leads to a claim, with the word of its edge above it. Along its lower side
        runs how the claim stands: what is carried to the right from the middle, what is taken to
        the left.

        `more` is the number of what is not shown, where that is and what to call it; it
        stands in a part of the box of width `cell`.
        """
        width, height = measure
        inner = width - cell if more else width
        top = (height - self.leading * len(words)) / 2 + self.leading * 0.78
        wide, high = number(width), number(height)
        tag = ""
        if word:
            x, y = map(number, word_at)
            tag = f'<text class="tag {kind}" x="{x}" y="{y}">{sign(kind)} {escape(word)}</text>'
        left = number(inner / 2 if centred else 8)
        texts = "".join(
            f'<text x="{left}" y="{number(top + self.leading * index)}">{escape(line)}</text>'
            for index, line in enumerate(words)
        )
        strip = "" if mark is None else _strip(mark, inner, height)
        box = (
            f'<a class="{f"node {css}".rstrip()}" href="{self.base}{escape(path)}">'
            f"<title>{escape(title)}</title>"
            f'<rect width="{wide}" height="{high}" rx="3"/>{texts}{strip}</a>'
        )
        rest = ""
        if more:
            shown, more_path, name = more
            edge, middle = number(inner), number(inner + cell / 2)
            rest = (
                f'<a class="more" href="{self.base}{escape(more_path)}">'
                f"<title>{escape(name)}</title>"
                f'<rect x="{edge}" width="{cell}" height="{high}" rx="3"/>'
                f'<path d="M{edge} 0v{high}"/>'
                f'<text x="{middle}" y="{number(height / 2 + 4)}">{escape(shown)}</text></a>'
            )
        x, y = map(number, corner)
        self._nodes.append(
            f'<g data-node="{escape(key)}" transform="translate({x} {y})">{tag}{box}{rest}</g>'
        )

    def svg(self, css: str, width: float, height: float, name: str) -> Markup:
        """The drawing; `name` says what it is to who does not see it."""
        # Where nothing is drawn, what lies between rows is no room.
        wide, high = number(max(width, 1)), number(max(height, 1))
        drawn = "".join((*self._edges, *self._insides, *self._nodes))
        return Markup(
            f'<svg class="map {css}" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
            f'role="group" aria-label="{escape(name)}">{drawn}</svg>'
        )


def drawn_mark(claim: ClaimView | None) -> Mark | None:
    """How a claim is shown to stand on its box; a question stands in no way."""
    return None if claim is None or claim.is_question else claim.stand.mark


def _strip(mark: Mark, width: float, height: float) -> str:
    """How a claim stands, along the lower side of its box. A script that moves it sets the
    attributes that are named as those of other marks; the dashes are for where there is no
    style sheet."""
    middle, y = number(width / 2), number(height - 1)
    sides = (("carried", mark.carried, number(width - 1)), ("taken", mark.taken, "1"))
    paths = "".join(
        f'<path class="{css}" pathLength="{STEPS}" stroke-dasharray="{steps} 9" '
        f'd="M{middle} {y}H{end}"/>'
        for css, steps, end in sides
    )
    return f'<g class="strip" data-for="{mark.carried}" data-against="{mark.taken}">{paths}</g>'


def standalone(svg: Markup, title: str, language: str, lines: Iterable[str]) -> str:
    """A drawing as a file of its own: with its style, its name, and where it is from.

    The style is that of the style sheet in its light theme.
    """
    description = " ".join(lines)
    head = Markup("<title>{}</title><desc>{}</desc><style>{}</style>").format(
        title, description, Markup(_style())
    )
    # As plain text: what markup is joined to is escaped, and here all of it is markup.
    start, rest = str(svg).split(">", 1)
    paper = '<rect class="paper" width="100%" height="100%"/>'
    own = f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{language}" '
    opening = start.replace("<svg ", own, 1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opening}>{head}{paper}{rest}\n'


def _style() -> str:
    c = _COLOURS
    kinds = "".join(
        f".edge.{kind}{{{stroke(kind, c[kind])}}}.tag.{kind}{{fill:{c[kind]}}}" for kind in LinkType
    )
    return (
        "svg{font:12px system-ui,-apple-system,'Segoe UI','Noto Sans',Roboto,sans-serif}"
        f".paper{{fill:{c['paper']}}}a{{text-decoration:none}}text{{fill:{c['ink']}}}"
        f".node rect{{fill:{c['card']};stroke:{c['rule']}}}.more rect{{fill:none}}"
        f".more path{{stroke:{c['rule']}}}"
        f".top rect{{stroke:{c['ink']};stroke-width:1.6}}.top text{{font-weight:650}}"
        f".theme rect{{fill:none;stroke:none}}.theme text{{font-weight:650}}"
        f".again rect{{fill:none;stroke-dasharray:2 2}}.again text,.more text{{fill:{c['muted']}}}"
        ".more text{text-anchor:middle;font-size:11px;font-weight:600}"
        ".tag{font-size:11px;font-weight:650}"
        f".strip path{{fill:none;stroke-width:3}}.strip .carried{{stroke:{c['supports']}}}"
        f".strip .taken{{stroke:{c['contradicts']};stroke-width:2}}"
        f".edge.theme{{stroke:{c['rule']};stroke-width:1.2}}"
        ".edge.none{opacity:.4}.edge.little{stroke-width:1.2}.edge.much{stroke-width:2.6}"
        f".tag.together{{fill:{c['muted']}}}"
        f".edge{{fill:none;stroke-width:1.8;stroke:{c['muted']}}}.edge.together{{stroke-width:1.2}}"
        f".inside{{fill:none;stroke-width:{INSIDE};stroke:{c['paper']}}}{kinds}"
    )


def number(value: float) -> str:
    """A length without needless digits."""
    return f"{round(value, 2):g}"
