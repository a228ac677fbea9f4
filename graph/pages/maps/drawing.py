"""Drawing maps of the argument as SVG: boxes, each a link, lines and the words on them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

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

    `base` leads from where the drawing stands to the folder of its language.
    """

    base: str
    size: int
    leading: int
    _edges: list[Markup] = field(default_factory=list)
    _insides: list[Markup] = field(default_factory=list)
    _nodes: list[Markup] = field(default_factory=list)

    def edge(self, kind: str, path: str, link: str = "", weight: str = "") -> None:
        """The line of a link, as an SVG path; `link` is its id, for what is drawn of one, and
        `weight` how much passes along it, a word for the style sheet."""
        own = Markup(' data-link="{}"').format(link) if link else ""
        css = f"edge {kind} {weight}".rstrip()
        self._edges.append(Markup('<path class="{}"{} d="{}"/>').format(css, own, path))
        # A double line is a broad one with the paper showing through its middle.
        if kind in _DOUBLE:
            self._insides.append(Markup('<path class="inside" d="{}"/>').format(path))

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
        tag = Markup("")
        if word:
            tag = Markup('<text class="tag {}" x="{}" y="{}">{} {}</text>').format(
                kind, number(word_at[0]), number(word_at[1]), sign(kind), word
            )
        texts = Markup("").join(
            Markup('<text x="{}" y="{}">{}</text>').format(
                number(inner / 2 if centred else 8), number(top + self.leading * index), line
            )
            for index, line in enumerate(words)
        )
        strip = Markup("") if mark is None else _strip(mark, inner, height)
        box = Markup(
            '<a class="{}" href="{}{}"><title>{}</title>'
            '<rect width="{}" height="{}" rx="3"/>{}{}</a>'
        ).format(
            f"node {css}".rstrip(),
            self.base,
            path,
            title,
            number(width),
            number(height),
            texts,
            strip,
        )
        rest = Markup("")
        if more:
            shown, more_path, name = more
            rest = Markup(
                '<a class="more" href="{}{}"><title>{}</title>'
                '<rect x="{}" width="{}" height="{}" rx="3"/><path d="M{} 0v{}"/>'
                '<text x="{}" y="{}">{}</text></a>'
            ).format(
                self.base,
                more_path,
                name,
                number(inner),
                cell,
                number(height),
                number(inner),
                number(height),
                number(inner + cell / 2),
                number(height / 2 + 4),
                shown,
            )
        self._nodes.append(
            Markup('<g data-node="{}" transform="translate({} {})">{}{}{}</g>').format(
                key, number(corner[0]), number(corner[1]), tag, box, rest
            )
        )

    def svg(self, css: str, width: float, height: float, name: str) -> Markup:
        """The drawing; `name` says what it is to who does not see it."""
        own = Markup(' width="{}" height="{}"').format(number(width), number(height))
        return Markup(
            '<svg class="map {}" viewBox="0 0 {} {}"{} role="group" aria-label="{}">{}{}</svg>'
        ).format(
            css,
            number(width),
            number(height),
            own,
            name,
            Markup("").join((*self._edges, *self._insides)),
            Markup("").join(self._nodes),
        )


def drawn_mark(claim: ClaimView | None) -> Mark | None:
    """How a claim is shown to stand on its box; a question stands in no way."""
    return None if claim is None or claim.is_question else claim.stand.mark


def _strip(mark: Mark, width: float, height: float) -> Markup:
    """How a claim stands, along the lower side of its box. A script that moves it sets the
    attributes that are named as those of other marks; the dashes are for where there is no
    style sheet."""
    middle, y = number(width / 2), number(height - 1)
    sides = (("carried", mark.carried, number(width - 1)), ("taken", mark.taken, "1"))
    paths = Markup("").join(
        Markup('<path class="{}" pathLength="{}" stroke-dasharray="{} 9" d="M{} {}H{}"/>').format(
            css, STEPS, steps, middle, y, end
        )
        for css, steps, end in sides
    )
    return Markup('<g class="strip" data-for="{}" data-against="{}">{}</g>').format(
        mark.carried, mark.taken, paths
    )


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
