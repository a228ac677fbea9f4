"""How a theme bears on the theses of its debate: along which lines, and on what that turns."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from graph.argument.debated import beginnings, theme_claims
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

    `strands` are the lines in which a root of it has a part, in the order of the lines. `ways` are
    the last steps of the ways by which roots without such a part lead to a thesis, those of the
    first roots first; beside strands, no reason is among them, since nothing comes of that.
    `way_open` tells that it is not worked out whether anything comes of a way.
    `holds_thesis` tells that a root is a thesis itself. `turning` are the claims of the theme
    that do most to a thesis and something to a root, the one that does most first: what the
    theme's link to the thesis turns on. Direct reasons, objections and conditions of a thesis are
    among them only where nothing else is, as they are that link.
    """

    strands: tuple[Strand, ...]
    ways: tuple[Link, ...]
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
        _ways(kb, debate, roots, bool(strands)),
        not all(parts_known(kb, root) for root in roots),
        not set(theses).isdisjoint(roots),
        _turning(kb, debate, theme, roots),
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


def _ways(kb: KnowledgeBase, debate: str, roots: list[str], beside: bool) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for root in roots:
        route = None if parts_of(kb, root) else ways_to_theses(kb, debate).route(root)
        if route is not None and route.steps:
            last = route.steps[-1].link
            if not beside or last.type.polarity is not Polarity.HELPS:
                found[last.id] = last
    return tuple(found.values())


def _turning(kb: KnowledgeBase, debate: str, theme: str, roots: list[str]) -> tuple[str, ...]:
    theses = kb.theses_of[debate]
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
    # Of many claims only so few are told of, and what each does to the roots takes work.
    begun = frozenset(beginnings(kb, roots))
    through = (claim for claim in ranked if claim in begun or _moves_any(kb, claim, begun))
    found = tuple(islice(through, SHOWN))
    return tuple(claim for claim in found if claim not in direct) or found


def _moves_any(kb: KnowledgeBase, claim: str, others: Iterable[str]) -> bool:
    """Whether a claim changes one of these, as far as that is worked out: what it does to a thesis
    may come by another way than by them."""
    shifts = (
        shift
        for other in sorted(others)
        for shift in (kb.without(claim, other), kb.accepting(claim, other))
    )
    return any(shift is None or shift.moves or shift.turns for shift in shifts)


def ways_told(kb: KnowledgeBase, debate: str, bearing: ThemeBearing) -> tuple[Sentence, ...]:
    """How a theme leads to a thesis of its debate other than by a part in a line of argument: that
    it does not, where it has no such part either. Of several theses that is named."""
    if bearing.holds_thesis and not bearing.strands:
        return (Sentence("theme.way.thesis"),)
    if not bearing.ways and not bearing.strands:
        return (Sentence("theme.way.none"),)
    return tuple(_way_told(kb, debate, each, bearing.way_open) for each in bearing.ways)


def _way_told(kb: KnowledgeBase, debate: str, way: Link, is_open: bool) -> Sentence:
    word, claims = _WAYS[way.type.polarity], {"claim": way.claim}
    if word == "reason" and is_open:
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
