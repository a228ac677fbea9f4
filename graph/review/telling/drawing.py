"""A drawing of what a change reaches: the changed records and the routes from them up."""

from collections.abc import Iterator

from graph.argument.phrases import worded
from graph.base import KnowledgeBase
from graph.review.review import Review
from graph.review.telling.mermaid import MOST_ARROWS, MOST_NODES
from graph.review.telling.report import Arrow, Drawing, Node
from graph.review.telling.told import tell


def diff_drawing(review: Review) -> Drawing:
    """At most `MOST_NODES` claims and `MOST_ARROWS` links; empty where nothing is linked.

    What was changed comes first and then the theses, so that these are what is kept where
    there are too many.
    """
    kb = review.after
    claims = list(dict.fromkeys(_reached(review)))[:MOST_NODES]
    numbers = {claim: number for number, claim in enumerate(claims)}
    added = {each.id for each in review.difference.claims.added}
    new = {each.id for each in review.difference.links.added}
    arrows = tuple(
        Arrow(numbers[link.claim], numbers[end], link.type, link.id in new)
        for link in kb.links.values()
        if link.claim in numbers and (end := kb.final_target(link)) in numbers
    )
    if not arrows:
        return Drawing()
    nodes = (Node(_label(kb, each), each in review.theses, each in added) for each in claims)
    return Drawing(tuple(nodes), arrows[:MOST_ARROWS])


def _reached(review: Review) -> Iterator[str]:
    kb, found = review.after, review.difference
    for link in (*found.links.added, *(each.after for each in found.links.changed)):
        yield link.claim
        yield kb.final_target(link)
        if len(found.links.added) > MOST_NODES // 2:
            break
    for change in tell(found, review.theses).balances:
        route = review.spread.get(change.id)
        yield from route.claims if route is not None else (change.id,)


def _label(kb: KnowledgeBase, claim: str) -> str:
    """The label of a claim, its sentence or its id: the first that has more than signs."""
    record = kb.claims[claim]
    texts = (worded(record.label), worded(record.claim), claim)
    return next(text for text in texts if any(map(str.isalnum, text)))
