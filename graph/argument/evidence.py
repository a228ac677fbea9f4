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


def issued_after(kb: KnowledgeBase, claim: str, source: str) -> bool | None:
    """Whether a source came out after the first text that the claim's debate analyses; False if
    before. None where the dates, as precise as they are recorded, do not tell.

    Raises KeyError for an unknown claim or source.
    """
    debate = kb.debates.get(kb.folders[claim])
    names = debate.sources if debate is not None else ()
    dates = [kb.sources[each].issued or "" for each in names if each in kb.sources]
    issued = kb.sources[source].issued
    if not issued or not dates or not all(dates):
        return None
    length = min(len(issued), *(len(each) for each in dates))
    own, first = issued[:length], min(each[:length] for each in dates)
    return None if own == first else own > first


def analyses_article(kb: KnowledgeBase, claim: str) -> bool:
    """Whether the text that the claim's debate analyses is an article."""
    debate = kb.debates.get(kb.folders[claim])
    names = debate.sources if debate is not None else ()
    return any(kb.sources[each].type.startswith("article") for each in names if each in kb.sources)
