"""Suspect links, translations and fits: made for words that have changed since.

What a link was made for is the wording of its target: of a claim, the sentence that stands
first in its record; of a link that is undercut, its warrant, which is what an undercut objects
to. A link, translation or fit without a mark is not suspect: nobody said what it was made for.
"""

from collections.abc import Iterator
from typing import NamedTuple

from graph.base import KnowledgeBase, Link
from graph.passages import wording_mark
from graph.records import Claim
from graph.records.link_name import normalised_link_name
from graph.records.link_types import LinkType


class SuspectTranslation(NamedTuple):
    """A claim's sentence in one language, made from a sentence that has changed since."""

    claim: str
    language: str


class SuspectFit(NamedTuple):
    """A passage, by its position in its claim, that was read beside other words of the claim."""

    claim: str
    position: int


def target_mark(kb: KnowledgeBase, type_: LinkType, target: str) -> str | None:
    """The mark of the words that a link of this type to this target is made for.

    None where the target is not there or, for an undercut, where the step has no warrant.
    """
    if not type_.at_link:
        claim = kb.claims.get(kb.resolve(target))
        return None if claim is None else wording_mark(claim.claim.original.text)
    link = kb.links.get(normalised_link_name(target))
    if link is None or link.record.because is None:
        return None
    return wording_mark(link.record.because.original.text)


def fit_mark(claim: Claim) -> str:
    """The mark of the words that the fit of a claim's passages is about."""
    return wording_mark(claim.claim.original.text)


def translation_marks(claim: Claim) -> dict[str, str]:
    """For each translation of a claim's sentence, the mark of the sentence it should say."""
    original, *others = claim.claim.root
    if not others:
        return {}
    mark = wording_mark(claim.claim.root[original])
    return dict.fromkeys(others, mark)


def suspect_links(kb: KnowledgeBase) -> Iterator[Link]:
    """The links whose target's words have changed since they were made or confirmed."""
    for link in kb.links.values():
        recorded = link.record.wording
        if recorded is not None and target_mark(kb, link.type, link.target) not in (recorded, None):
            yield link


def suspect_fits(kb: KnowledgeBase) -> Iterator[SuspectFit]:
    """The passages that were read beside other words of their claim."""
    for claim in kb.claims.values():
        for index, passage in enumerate(claim.passages):
            recorded = passage.fit.wording if passage.fit is not None else None
            if recorded is not None and recorded != fit_mark(claim):
                yield SuspectFit(claim.id, index)


def suspect_translations(kb: KnowledgeBase) -> Iterator[SuspectTranslation]:
    """The translations of sentences that have changed since."""
    for claim in kb.claims.values():
        if claim.translates is None:
            continue
        for language, mark in translation_marks(claim).items():
            if claim.translates.root.get(language, mark) != mark:
                yield SuspectTranslation(claim.id, language)
