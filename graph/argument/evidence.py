"""Evidence: the passages that are to show a claim, and not only that somebody makes it."""

from graph.base import KnowledgeBase


def evidence(kb: KnowledgeBase, claim: str) -> tuple[int, ...]:
    """The positions of a claim's passages in sources that its debate does not analyse.

    What copies or reports a text under analysis says what that says. Raises KeyError for an
    unknown claim.
    """
    return tuple(
        index
        for index, passage in enumerate(kb.claims[claim].passages)
        if passage.source in kb.sources and not kb.is_analysed(claim, passage.source)
    )
