"""How a theme bears on the theses of its debate: along which lines, and on what that turns."""

from dataclasses import dataclass
from typing import NamedTuple

from graph.argument.debated import theme_claims
from graph.argument.lines import Line, lines_of, parts_known, parts_of
from graph.argument.sides import greatest_effect, ways_to_theses
from graph.base import KnowledgeBase, Link
from graph.records.link_types import Polarity
from graph.semantics import NOTICEABLE
from graph.words.sentence import Sentence

SHOWN = 5
"""Claims named at most on which a theme's link to a thesis turns."""


class Strand(NamedTuple):
    """A line of argument in which a theme has a part, and whether that is to speak against it."""

    line: Line
    weakens: bool


@dataclass(frozen=True)
class ThemeBearing:
    """How a theme bears on the theses of its debate.

    `strands` are the lines in which a root of it has a part, in the order of the lines. Where there
    are none, `way` is the last step of the way by which a root leads to a thesis; None where none
    does. `way_open` tells that it is not worked out whether anything comes of that way.
    `holds_thesis` tells that a root is a thesis itself. `turning` are the claims of the theme
    that do most to a thesis, the one that does most first: what the theme's link to the thesis
    turns on. Direct reasons, objections and conditions of a thesis are among them only where
    nothing else is, as they are that link.
    """

    strands: tuple[Strand, ...]
    way: Link | None
    way_open: bool
    holds_thesis: bool
    turning: tuple[str, ...]


def theme_bearing(kb: KnowledgeBase, debate: str, theme: str) -> ThemeBearing:
    """How a theme bears on the theses of its debate. Raises KeyError for an unknown one."""
    record = next((each for each in kb.debates[debate].themes if each.id == theme), None)
    if record is None:
        raise KeyError(theme)
    theses = kb.theses_of[debate]
    roots = [each for each in map(kb.resolve, record.roots) if each in kb.claims]
    strands = _strands(kb, theses, roots)
    return ThemeBearing(
        strands,
        None if strands else _way(kb, debate, roots),
        not all(parts_known(kb, root) for root in roots),
        not set(theses).isdisjoint(roots),
        _turning(kb, debate, theme, theses),
    )


def _strands(kb: KnowledgeBase, theses: tuple[str, ...], roots: list[str]) -> tuple[Strand, ...]:
    weakened: dict[str, bool] = {}
    for root in roots:
        for part in parts_of(kb, root):
            link, weakens = part.line.link.id, part.role.weakens
            weakened[link] = weakened.get(link, True) and weakens
    return tuple(
        Strand(line, weakened[line.link.id])
        for thesis in theses
        for line in lines_of(kb, thesis)
        if line.link.id in weakened
    )


def _way(kb: KnowledgeBase, debate: str, roots: list[str]) -> Link | None:
    for root in roots:
        route = ways_to_theses(kb, debate).route(root)
        if route is not None and route.steps:
            return route.steps[-1].link
    return None


def _turning(
    kb: KnowledgeBase, debate: str, theme: str, theses: tuple[str, ...]
) -> tuple[str, ...]:
    moving = {
        claim: round(effect, 9)
        for claim in theme_claims(kb)[debate, theme].difference(theses)
        if (effect := greatest_effect(kb, claim, debate)) >= NOTICEABLE
    }
    direct = {
        premise
        for thesis in theses
        for link in (*kb.reasons(thesis), *kb.objections(thesis), *kb.conditions(thesis))
        for premise in link.premises
    }
    ranked = sorted(moving, key=lambda claim: (claim in direct, -moving[claim], claim))
    below = [claim for claim in ranked if claim not in direct]
    return tuple((below or ranked)[:SHOWN])


def way_told(kb: KnowledgeBase, debate: str, bearing: ThemeBearing) -> Sentence:
    """How a theme that has no part in a line of argument leads to a thesis of its debate, if it
    does. Of several theses that is named."""
    way = bearing.way
    if bearing.holds_thesis:
        return Sentence("theme.way.thesis")
    if way is None:
        return Sentence("theme.way.none")
    word, claims = _WAYS[way.type.polarity], {"claim": way.claim}
    if word == "reason" and bearing.way_open:
        word = "leads"
    if len(kb.theses_of[debate]) == 1:
        return Sentence(f"theme.way.{word}", claims)
    return Sentence(f"theme.way.named.{word}", {**claims, "thesis": kb.final_target(way)})


_WAYS = {
    Polarity.HELPS: "reason",
    Polarity.CONDITIONS: "condition",
    Polarity.HINDERS: "objection",
    Polarity.UNDERCUTS: "doubt",
}
