"""A drawing of what a change reaches, in the language of Mermaid."""

import re
import unicodedata
from collections.abc import Iterator

from graph.answers.diff import Review
from graph.answers.wording import JOINING, worded
from graph.base import KnowledgeBase, Link, LinkType

MOST = 25
"""Claims in a drawing at most: more cannot be read."""
_LONGEST = 44
_LINES = {
    LinkType.SUPPORT: "-->|{}|",
    LinkType.CONTRADICTION: "-.->|{}|",
    LinkType.UNDERCUT: "-.->|{}|",
}
# Whatever could end a label, or mean something to whoever shows it.
_UNSAFE = re.compile(r"[^\w ,.;?%€’‘”“–-]")


def mermaid(review: Review) -> str:
    """A flow chart of the changed records and the routes from them up; empty without any.

    Theses come first, so that these are what is kept where there are too many.
    """
    nodes = list(dict.fromkeys(_reached(review)))[:MOST]
    kb = review.after
    shown = set(nodes)
    links = [link for link in kb.links.values() if link.claim in shown and _end(kb, link) in shown]
    if len(nodes) < 2 or not links:
        return ""
    numbers = {claim: f"n{number}" for number, claim in enumerate(nodes)}
    added = {each.id for each in review.difference.claims.added}
    new = {each.id for each in review.difference.links.added}
    lines = ["flowchart BT"]
    for claim in nodes:
        mark = "new: " if claim in added else ""
        shape = '(["{}"])' if claim in review.theses else '["{}"]'
        lines.append(f"  {numbers[claim]}{shape.format(mark + _label(kb, claim))}")
    for link in links[: MOST * 2]:
        word = JOINING[link.type] + (", new" if link.id in new else "")
        arrow = _LINES[link.type].format(word)
        lines.append(f"  {numbers[link.claim]} {arrow} {numbers[_end(kb, link)]}")
    return "\n".join(lines) + "\n"


def _end(kb: KnowledgeBase, link: Link) -> str:
    return kb.final_target(link)


def _reached(review: Review) -> Iterator[str]:
    kb, found = review.after, review.difference
    strengths = sorted(
        found.strengths, key=lambda each: (each.id not in review.theses, not each.turned)
    )
    for link in (*found.links.added, *(each.after for each in found.links.changed)):
        yield link.claim
        yield kb.final_target(link)
        if len(found.links.added) > MOST // 2:
            break
    for change in strengths:
        route = review.spread.get(change.id)
        yield from route.claims if route is not None else (change.id,)


def _label(kb: KnowledgeBase, claim: str) -> str:
    record = kb.claims[claim]
    text = unicodedata.normalize("NFC", worded(record.label) or worded(record.claim))
    plain = " ".join(_UNSAFE.sub(" ", text).split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"
