"""Suspect links and translations: made for words that have changed since.

What a link was made for is the wording of its target: of a claim, the sentence that stands
first in its record; of a link that is undercut, its warrant, which is what an undercut objects
to. A link or translation without a mark is not suspect: nobody said what it was made for.
"""

from collections.abc import Iterator
from typing import NamedTuple

from graph.base import KnowledgeBase, Link, LinkType, normalised_link_name
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule
from graph.passages import wording_mark
from graph.records import Claim


class SuspectTranslation(NamedTuple):
    """A claim's sentence in one language, made from a sentence that has changed since."""

    claim: str
    language: str


def target_mark(kb: KnowledgeBase, type_: str, target: str) -> str | None:
    """The mark of the words that a link of this type to this target is made for.

    None where the target is not there or, for an undercut, where the step has no warrant.
    """
    if type_ != LinkType.UNDERCUT:
        claim = kb.claims.get(kb.resolve(target))
        return None if claim is None else wording_mark(claim.claim.original.text)
    link = kb.links.get(normalised_link_name(target))
    if link is None or link.record.because is None:
        return None
    return wording_mark(link.record.because.original.text)


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


def suspect_translations(kb: KnowledgeBase) -> Iterator[SuspectTranslation]:
    """The translations of sentences that have changed since."""
    for claim in kb.claims.values():
        if claim.translates is None:
            continue
        for language, mark in translation_marks(claim).items():
            if claim.translates.root.get(language, mark) != mark:
                yield SuspectTranslation(claim.id, language)


@rule("A501", "suspect-link", Severity.WARNING)
def suspect_link(kb: KnowledgeBase) -> Iterator[Remark]:
    """The words of a link's target have changed since the link was made or confirmed.

    ## Why

    A reason for, or an objection to, one sentence need not be one for another. Only a person
    can tell whether the step still holds. For an undercut the words are those of the warrant
    that it objects to.

    ## Example

        supports:
          - {claim: cheaper-models, wording: abcdefghij}

    where `cheaper-models` had other words when that mark was made.

    ## Way out

    Read the link beside what its target says now. If it holds, confirm it with
    `betoog confirm 'claim -> target'`; if not, change or remove it.
    """
    for link in suspect_links(kb):
        undercut = link.type is LinkType.UNDERCUT
        what = f"warrant of `{link.target}`" if undercut else f"words of `{link.target}`"
        verb = "has" if undercut else "have"
        yield at(
            kb,
            kb.paths["claim", link.claim],
            (*link.field, "wording"),
            f"the {what} {verb} changed since the link `{link.id}` was made",
            f"read the link again; if it still holds, `betoog confirm '{link.id}'`",
        )


@rule("T301", "suspect-translation", Severity.WARNING)
def suspect_translation(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim's sentence has changed since it was translated.

    ## Why

    Readers in two languages would read two different claims. The sentence that stands first is
    the original; the others are its translations.

    ## Example

        claim:
          en: Models become much cheaper.
          nl: Modellen worden goedkoper.
        translates: {nl: abcdefghij}

    where the mark was made of `Models become cheaper.`

    ## Way out

    Put the translation right, or leave it if it says the same; then confirm it with
    `betoog confirm CLAIM`.
    """
    for claim, language in suspect_translations(kb):
        original = kb.claims[claim].claim.original.language
        yield at(
            kb,
            kb.paths["claim", claim],
            ("translates", language),
            f"the `{original}` words of `{claim}` have changed since the `{language}` ones were "
            "made from them",
            f"put the translation right where it must, then `betoog confirm {claim}`",
        )
