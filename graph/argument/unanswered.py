"""Objections and doubts without a reply that holds, by the side of the thesis they work for."""

from collections.abc import Mapping

from graph.argument.debated import debate_links
from graph.argument.objections import open_objections
from graph.argument.sides import greatest_effect, link_side
from graph.base import KnowledgeBase, Link
from graph.semantics import Side


def unanswered(
    kb: KnowledgeBase, debate: str | None = None
) -> Mapping[Side | None, tuple[Link, ...]]:
    """The open objections and doubts of a knowledge base, or of one debate with a view to its
    theses: those that work against a thesis, for one, and those from which no argument leads to
    one. On each side, what does most to a thesis comes first. Raises KeyError for an unknown
    debate.
    """
    among = None if debate is None else {link.id for link in debate_links(kb, debate)}
    found: dict[Side | None, list[Link]] = {Side.AGAINST: [], Side.FOR: [], None: []}
    for link in open_objections(kb).values():
        if among is None or link.id in among:
            found[link_side(kb, link, debate)].append(link)

    def rank(link: Link) -> float:
        # Rounded, so that rounding errors do not decide between equal effects.
        return -round(greatest_effect(kb, link.claim, debate), 9)

    return {side: tuple(sorted(links, key=rank)) for side, links in found.items()}
