"""Family F: fields of a claim that are well-formed and still wrong together or for a reader."""

import re
from collections.abc import Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule
from graph.records import Claim, LocalizedText
from graph.records.claim import LONGEST_LABEL
from graph.records.text import per_language
from graph.store import FieldPath

# Also in the way of Chinese and Japanese, of Hindi, and of Arabic, Persian and Urdu.
_SENTENCE_END = re.compile(r"[.?!…。？！।؟۔]['\"’”»)\]」』）]*\Z")


@rule("F201", "label-too-long", Severity.WARNING)
def label_too_long(kb: KnowledgeBase) -> Iterator[Remark]:
    """A label is longer than 40 characters.

    ## Why

    Labels stand in maps and lists, where a longer one is cut off.

    ## Example

        label: {en: The barriers to making AI models turn out lower, nl: Lagere drempels}

    ## Way out

    Name what the claim is about and leave out the verb: `Lower entry barriers`.
    """
    for claim in kb.claims.values():
        texts = claim.label.root if claim.label is not None else {}
        for language, text in texts.items():
            if len(text) > LONGEST_LABEL:
                message = f"a label of {len(text)} characters; maps show {LONGEST_LABEL}"
                path = kb.paths["claim", claim.id]
                yield at(kb, path, ("label", language), message, "shorten it to its key words")


def _whole(kb: KnowledgeBase) -> Iterator[tuple[str, Claim]]:
    """The claims of which every field was read, each with its path."""
    for claim in kb.claims.values():
        path = kb.paths["claim", claim.id]
        if path not in kb.tree.broken_paths:
            yield path, claim


@rule("F202", "base-score-without-reason", Severity.ERROR)
def base_score_without_reason(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim has a base score of its own and nothing says why.

    ## Why

    What a claim has of itself is worked out from its sources and its reasons. A base score takes
    the place of that and moves all that rests on the claim, so readers are owed the reason.

    ## Example

        base_score: 0.8

    ## Way out

    Add `base_score_because: {en: …, nl: …}`, or leave the score out: it is then worked out.
    """
    for path, claim in _whole(kb):
        if claim.base_score is not None and claim.base_score_because is None:
            because = f"`base_score_because: {per_language(kb.languages)}`"
            help_ = f"add {because}, or leave the score out"
            yield at(kb, path, ("base_score",), "a base score without a reason", help_)


@rule("F203", "reason-without-base-score", Severity.ERROR)
def reason_without_base_score(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim gives a reason for a base score that it does not have.

    ## Why

    Either the score was forgotten or the reason is left over.

    ## Example

        base_score_because: {en: Measured twice., nl: Tweemaal gemeten.}

    ## Way out

    Add `base_score:` with a number between 0 and 1, or remove the reason.
    """
    for path, claim in _whole(kb):
        if claim.base_score_because is not None and claim.base_score is None:
            message = "a reason for a base score that is not given"
            help_ = "add `base_score:`, a number from 0 to 1, or remove the reason"
            yield at(kb, path, ("base_score_because",), message, help_, key=True)


@rule("F204", "sentence-without-end", Severity.HINT)
def sentence_without_end(kb: KnowledgeBase) -> Iterator[Remark]:
    """A sentence does not end with a full stop or a question mark.

    ## Why

    Claims and warrants are shown one after the other, where a missing stop shows. It can
    also mean that the end of the sentence got lost.

    ## Example

        claim: {en: Models become cheaper, nl: Modellen worden goedkoper.}

    ## Way out

    Write a whole sentence, with its closing sign.
    """
    for claim in kb.claims.values():
        path = kb.paths["claim", claim.id]
        for field, text in _sentences(kb, claim):
            for language, sentence in text.root.items():
                if sentence != "…" and not _SENTENCE_END.search(sentence):
                    message = "the sentence has no closing sign"
                    yield at(kb, path, (*field, language), message, "end it with a full stop")


def _sentences(kb: KnowledgeBase, claim: Claim) -> Iterator[tuple[FieldPath, LocalizedText]]:
    yield ("claim",), claim.claim
    for type_, index, step in claim.steps:
        if step.because is not None:
            yield (type_.value, index, "because"), step.because
    if claim.outcome is not None:
        yield ("outcome", "because"), claim.outcome.because
