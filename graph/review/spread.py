"""How a change spreads: the route from what was changed to each claim that stands differently."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.base import KnowledgeBase, Link
from graph.records.link_name import LinkName
from graph.review.difference import Difference

_WEIGHED = frozenset(("base_score",))


@dataclass(frozen=True)
class Spread:
    """The way by which a change reached a claim: from the first of `claims` to the last.

    `claims` are ids afterwards; one claim alone was changed itself. `removed` says that the way
    begins at what an argument that is gone had borne on.
    """

    claims: tuple[str, ...]
    removed: bool = False


def spread(after: KnowledgeBase, found: Difference) -> Mapping[str, Spread]:
    """The shortest route from a changed record to each claim whose balance changed.

    Routes follow links from premise to target, as balances do. In a cycle, a claim may be
    changed by itself.
    """
    came: dict[str, tuple[str | None, bool]] = {}
    ahead: deque[str] = deque()
    for claim, removed in _origins(after, found):
        if claim in after.claims and claim not in came:
            came[claim] = (None, removed)
            ahead.append(claim)
    while ahead:
        here = ahead.popleft()
        for link in after.used_in(here):
            target = after.final_target(link)
            if target not in came:
                came[target] = (here, came[here][1])
                ahead.append(target)
    return {each.id: _route(came, each.id) for each in found.balances if each.id in came}


def _route(came: Mapping[str, tuple[str | None, bool]], claim: str) -> Spread:
    route = [claim]
    while (before := came[route[-1]][0]) is not None:
        route.append(before)
    return Spread(tuple(reversed(route)), came[claim][1])


def _origins(after: KnowledgeBase, found: Difference) -> Iterator[tuple[str, bool]]:
    for claim in found.claims.added:
        yield claim.id, False
    for change in found.claims.changed:
        if any(each.field in _WEIGHED for each in change.fields):
            yield change.id, False
    for link in (*found.links.added, *(each.after for each in found.links.changed)):
        yield link.claim, False
    for gone in found.links.removed:
        yield led_to(after, gone), True
    for each in found.links.changed:
        left = led_to(after, each.before)
        # What it bore on may be what it bears on now, under an id that was given to that.
        if each.moved and left != after.final_target(each.after):
            yield left, True


def led_to(after: KnowledgeBase, link: Link) -> str:
    """The claim that a link of now or of before bears on in the end, by its id afterwards."""
    if link.type.at_link and link.target in after.links:
        return after.final_target(after.links[link.target])
    # The step it was about may be gone too; its target's name ends with the claim.
    return after.resolve(LinkName.meant(link.target).final)
