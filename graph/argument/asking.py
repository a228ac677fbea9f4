"""What to ask of the steps of an argument: the question of a step's scheme, and who asked it."""

from collections.abc import Iterable
from typing import NamedTuple

from graph.base import KnowledgeBase, Link
from graph.words.sentence import Sentence


class Asked(NamedTuple):
    """The question to ask first of a step, in its own words, and the doubts about it."""

    link: Link
    question: Sentence
    doubts: tuple[Link, ...]


def asked(kb: KnowledgeBase, links: Iterable[Link]) -> tuple[Asked, ...]:
    """What to ask of these steps, in their order; nothing of one without a scheme.

    A doubt about a step, or about a doubt, names the claim that the step bears on in the end.
    """
    return tuple(
        Asked(
            link,
            Sentence(
                f"asks.{link.record.scheme}",
                {"from": link.claim, "to": kb.final_target(link)},
            ),
            kb.by_force(kb.undercuts(link.id)),
        )
        for link in links
        if link.record.scheme in kb.schemes
    )
