"""How good the sources are that a claim is read from."""

from graph.base import KnowledgeBase
from graph.records.source import Level

PEER_REVIEWED = "peer-reviewed"
INTERESTED = "interested"
UNSEEN = "unseen"
"""A source that nobody here has seen."""
QUALITIES = (*(each.value for each in Level), PEER_REVIEWED, INTERESTED, UNSEEN)
"""What can be said of the quality of a source, in the order in which it is told."""


def qualities(kb: KnowledgeBase, claim: str) -> tuple[str, ...]:
    """What is said of the quality of any source that a claim is read from; nothing where nobody
    says. Raises KeyError for an unknown claim."""
    found: set[str] = set()
    for name in {passage.source for passage in kb.claims[claim].passages}:
        source = kb.sources.get(name)
        if source is None:
            continue
        if not source.seen:
            found.add(UNSEEN)
        if source.quality is not None:
            found.add(source.quality.level.value)
            if source.quality.peer_reviewed:
                found.add(PEER_REVIEWED)
            if source.quality.interested:
                found.add(INTERESTED)
    return tuple(each for each in QUALITIES if each in found)
