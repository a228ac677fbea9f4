"""How a change spreads: the route from what was changed to each claim that stands differently."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from graph.base import KnowledgeBase, Link
from graph.records.link_name import LinkName
from graph.review.difference import Difference
from graph.review.link_difference import Aspect
from graph.review.regrounded import OtherRecord, Regrounded

_WEIGHED = frozenset((Aspect.TYPE, Aspect.PREMISES, Aspect.TARGET, Aspect.RELEVANCE))


@dataclass(frozen=True)
class Spread:
    """The way by which a change reached a claim: from the first of `claims` to the last.

    `claims` are ids afterwards; one claim alone was changed itself. `removed` says that the way
    begins at what an argument that is gone had borne on; `records` are those other than claims by
    whose change the first of them has another ground.
    """

    claims: tuple[str, ...]
    removed: bool = False
    records: tuple[OtherRecord, ...] = ()


def spread(before: KnowledgeBase, after: KnowledgeBase, found: Difference) -> Mapping[str, Spread]:
    """The shortest route from a changed record to each claim whose balance changed.

    Routes follow links from premise to target, as balances do. In a cycle, a claim may be
    changed by itself.
    """
    came: dict[str, tuple[str | None, Spread]] = {}
    ahead: deque[str] = deque()
    for origin in _origins(before, after, found):
        (claim,) = origin.claims
        if claim in after.claims and claim not in came:
            came[claim] = (None, origin)
            ahead.append(claim)
    while ahead:
        here = ahead.popleft()
        for link in after.used_in(here):
            target = after.final_target(link)
            if target not in came:
                came[target] = (here, came[here][1])
                ahead.append(target)
    return {each.id: _route(came, each.id) for each in found.balances if each.id in came}


def _route(came: Mapping[str, tuple[str | None, Spread]], claim: str) -> Spread:
    route = [claim]
    while (before := came[route[-1]][0]) is not None:
        route.append(before)
    return replace(came[claim][1], claims=tuple(reversed(route)))


def _origins(before: KnowledgeBase, after: KnowledgeBase, found: Difference) -> Iterator[Spread]:
    """Where a change begins, each a way of one claim; of several that begin at the same claim, the
    one that says most comes first."""
    for claim in found.claims.added:
        yield Spread((claim.id,))
    for change in found.claims.changed:
        # What is asked is not weighed: what it bears on stands differently for that.
        if before.is_question(change.before.id) != after.is_question(change.id):
            yield Spread((change.id,))
    regrounded = Regrounded(before, after, found)
    for balance in found.balances:
        causes = regrounded.causes(balance.id)
        if records := tuple(cause for cause in causes if isinstance(cause, OtherRecord)):
            yield Spread((balance.id,), records=records)
        for cause in causes:
            if isinstance(cause, str):
                yield Spread((cause,))
    for link in found.links.added:
        yield Spread((link.claim,))
    for each in found.links.changed:
        if _WEIGHED & set(each.aspects):
            yield Spread((each.after.claim,))
    for gone in found.links.removed:
        yield Spread((led_to(after, gone),), removed=True)
    for each in found.links.changed:
        left = led_to(after, each.before)
        # What it bore on may be what it bears on now, under an id that was given to that.
        if each.moved and left != after.final_target(each.after):
            yield Spread((left,), removed=True)


def led_to(after: KnowledgeBase, link: Link) -> str:
    """The claim that a link of now or of before bears on in the end, by its id afterwards."""
    if link.type.at_link and link.target in after.links:
        return after.final_target(after.links[link.target])
    # The step it was about may be gone too; its target's name ends with the claim.
    return after.resolve(LinkName.meant(link.target).final)
