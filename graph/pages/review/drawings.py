"""Drawings of a review: what stands around a claim before and after, with what came and went."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from markupsafe import Markup

from graph.pages.maps.neighbourhood import Node, draw, neighbourhood
from graph.pages.views.reader import ClaimView, Reader
from graph.review.review import Review
from graph.review.telling.told import tell
from graph.text.visible import visible
from graph.words.language import language

_LINKS = re.compile(r"<(/?)a\b")
_PLACES = re.compile(r" (?:data-node|data-link|href)=\"[^\"]*\"")


@dataclass(frozen=True)
class Drawn:
    """One state of a claim: its view, and the drawing of what stands around it."""

    claim: ClaimView
    svg: Markup


@dataclass(frozen=True)
class Pair:
    """A claim before and after; `before` is None for one that is new.

    `same` says that nothing around the claim came or went: one drawing will do.
    """

    before: Drawn | None
    after: Drawn
    same: bool


def drawn_claims(review: Review) -> tuple[str, ...]:
    """The claims worth drawing: theses that change, then what stands differently, then what got
    or lost an argument."""
    before, after, found = review.before, review.after, review.difference
    told = tell(found, review.theses)
    wanted = [each.id for each in (*told.theses, *told.standings)]
    wanted += map(after.final_target, found.links.added)
    wanted += map(before.final_target, found.links.removed)
    for change in found.links.changed:
        wanted += [after.final_target(change.after), before.final_target(change.before)]
    new_names = {each.before.id: each.id for each in found.claims.changed}
    return tuple(
        claim
        for claim in dict.fromkeys(new_names.get(each, each) for each in wanted)
        if claim in after.claims and not after.is_question(claim)
    )


def pairs(review: Review, claims: tuple[str, ...]) -> Iterator[Pair]:
    """The drawings of these claims, which are there afterwards."""
    then, now = (Reader(kb, language("en")) for kb in (review.before, review.after))
    old_names = {each.id: each.before.id for each in review.difference.claims.changed}
    new_names = {old: new for new, old in old_names.items()}
    for claim in claims:
        new = now.claim(claim)
        old_name = old_names.get(claim, claim)
        if old_name not in review.before.claims:
            yield Pair(None, _drawn(new, frozenset(), ""), same=False)
            continue
        old = then.claim(old_name)
        before, after = _ties(old, new_names), _ties(new, {})
        went = frozenset((old_names.get(one, one), how) for one, how in before - after)
        yield Pair(
            _drawn(old, went, "gone"), _drawn(new, after - before, "new"), same=before == after
        )


_Tie: TypeAlias = tuple[str, str]
"""A claim and how it is tied to what is drawn beside it."""


def _ties(claim: ClaimView, names: Mapping[str, str]) -> frozenset[_Tie]:
    """All that is tied to a claim, also what no drawing has room for."""
    found: set[_Tie] = {(each.target.id, each.type) for each in claim.used_in}
    for link in claim.arguments:
        found.add((link.claim.id, link.type))
        found.update((each.id, "together") for each in link.together)
        found.update((each.claim.id, each.type) for each in link.undercuts)
    return frozenset((names.get(one, one), how) for one, how in found)


def _drawn(claim: ClaimView, changed: frozenset[_Tie], word: str) -> Drawn:
    """A drawing in which what changed is marked; without links, as their pages are elsewhere."""

    def told(node: Node) -> Node:
        word_ = f"{node.word} · {word}" if (node.claim.id, node.relation) in changed else node.word
        return replace(node, word=word_, below=tuple(map(told, node.below)))

    near = neighbourhood(claim)
    marked = replace(
        near,
        reasons=tuple(map(told, near.reasons)),
        conditions=tuple(map(told, near.conditions)),
        objections=tuple(map(told, near.objections)),
    )
    svg = draw(marked, "", frozenset(claim for claim, _ in changed))
    shown = "\n".join(map(visible, str(svg).splitlines()))
    return Drawn(claim, Markup(_PLACES.sub("", _LINKS.sub(_no_link, shown))))


def _no_link(tag: re.Match[str]) -> str:
    return f"<{tag[1]}g"
