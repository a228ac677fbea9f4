"""Objections and what became of them: an open one is an objection to which nobody replies."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from graph.argument.kept import kept
from graph.base import KnowledgeBase, Link
from graph.records.link_types import Polarity, types_that
from graph.semantics import Label


class Reply(StrEnum):
    """What became of an objection, in the order in which a reader wants to hear of it."""

    OPEN = "open"
    DISPUTED = "disputed"
    REPLIED = "replied"


_OBJECTING = types_that(Polarity.HINDERS, Polarity.UNDERCUTS)
_REPLIES = {Label.IN: Reply.OPEN, Label.UNDEC: Reply.DISPUTED, Label.OUT: Reply.REPLIED}


def reply(kb: KnowledgeBase, link: str) -> Reply:
    """What became of the objection that this link makes.

    Raises KeyError for a link that is not there.
    """
    return _REPLIES[kb.assessment.labelling.links[link]]


def replies(kb: KnowledgeBase, claim: str) -> Counter[Reply]:
    """How many of the contradictions of a claim are open, disputed and replied to."""
    return Counter(reply(kb, link.id) for link in kb.objections(claim))


@kept
def open_objections(kb: KnowledgeBase) -> Mapping[str, Link]:
    """The contradictions and undercuts to which nobody replies, by their ids, in order of id."""
    return {
        name: link
        for name, link in kb.links.items()
        if link.type in _OBJECTING and reply(kb, name) is Reply.OPEN
    }
