"""A drawing of what a change reaches, in the language of Mermaid."""

import unicodedata

from graph.argument.phrases import JOINING
from graph.review.telling.report import Arrow, Drawing, Node

MOST_NODES, MOST_ARROWS = 25, 50
"""More cannot be read."""
_LONGEST = 44
_SIGNS = frozenset("_,.;?%€’‘”“–-")
"""Signs that neither end a label nor mean anything to whoever shows it."""


def mermaid(drawing: Drawing) -> str:
    """A flow chart from below, of plain words only, whatever the drawing; empty without links."""
    shown = [each for each in drawing.arrows if max(each.start, each.end) < MOST_NODES]
    if not shown:
        return ""
    lines = ["flowchart BT"]
    lines += [f"  n{number}{_node(node)}" for number, node in enumerate(drawing.nodes[:MOST_NODES])]
    lines += [f"  n{each.start} {_arrow(each)} n{each.end}" for each in shown[:MOST_ARROWS]]
    return "\n".join(lines) + "\n"


def _node(node: Node) -> str:
    shape = '(["{}"])' if node.thesis else '["{}"]'
    return shape.format(("new: " if node.new else "") + _label(node.label))


def _arrow(arrow: Arrow) -> str:
    traits = arrow.type.traits
    line = "==>" if traits.double else "-.->" if traits.dashes else "-->"
    return f"{line}|{JOINING[arrow.type]}{', new' if arrow.new else ''}|"


def _label(text: str) -> str:
    """The letters, marks and figures of a label, with a few signs; dots where nothing is left."""
    said = "".join(map(_drawn, unicodedata.normalize("NFC", text)))
    plain = " ".join(said.split())
    if not any(map(str.isalnum, plain)):
        return "…"
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"


def _drawn(sign: str) -> str:
    # Marks too: in many scripts they are vowels.
    return sign if sign in _SIGNS or unicodedata.category(sign)[0] in "LMN" else " "
