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


def doubts_about(kb: KnowledgeBase, claim: str) -> tuple[Link, ...]:
    """The doubts about the steps to a claim from its reasons and conditions."""
    steps = (*kb.reasons(claim), *kb.conditions(claim))
    return tuple(doubt for step in steps for doubt in kb.undercuts(step.id))


def doubted(kb: KnowledgeBase, link: Link) -> Link | None:
    """The doubt about a step at which an undercut of an undercut is aimed; None for other links."""
    if not link.type.at_link:
        return None
    aimed = kb.links[link.target]
    return aimed if aimed.type.at_link else None


def defends(kb: KnowledgeBase, link: Link) -> bool:
    """Whether a link replies to a doubt about a step: a doubt about such a reply does not."""
    replies = False
    while (doubt := doubted(kb, link)) is not None:
        replies = not replies
        link = doubt
    return replies


def step_doubted(kb: KnowledgeBase, link: Link) -> Link:
    """The step that a doubt, a reply to one, or a doubt about a reply is about in the end."""
    while link.type.at_link:
        link = kb.links[link.target]
    return link
