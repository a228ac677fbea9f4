"""A drawing of what a change reaches, in the language of Mermaid."""

import re
import unicodedata

from graph.argument.phrases import JOINING
from graph.review.telling.report import Arrow, Drawing, Node

MOST_NODES, MOST_ARROWS = 25, 50
"""More cannot be read."""
_LONGEST = 44
# Whatever could end a label, or mean something to whoever shows it.
_UNSAFE = re.compile(r"[^\w ,.;?%€’‘”“–-]")


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
    plain = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", text)).split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"
