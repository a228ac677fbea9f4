"""Family P, first half: where a source says what a claim says."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.argument.mentions import is_broken
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.fix import removed
from graph.check.rule import Remark, at, rule
from graph.records import Passage, Stance
from graph.semantics import GroundKind
from graph.store import FieldPath
from graph.text.nearest import listed
from graph.text.one_line import compared
from graph.text.unspaced import words_in

LONGEST_QUOTE = 12
"""The number of words at either end of a passage beyond which it looks like copied text. In scripts
without spaces, two letters count as a word."""


class _Locator(NamedTuple):
    path: str
    field: FieldPath
    what: str
    start: str
    end: str | None


def _locators(kb: KnowledgeBase) -> Iterator[_Locator]:
    """The first and last words of every passage and of every paragraph of a guide."""
    for path, field, passage in _passages(kb):
        yield _Locator(path, field, "passage", passage.start, passage.end)
    for source in kb.sources.values():
        path = kb.paths["source", source.id]
        for index, paragraph in enumerate(source.paragraphs):
            field = ("paragraphs", index)
            yield _Locator(path, field, "paragraph", paragraph.start, paragraph.end)


def _passages(kb: KnowledgeBase) -> Iterator[tuple[str, FieldPath, Passage]]:
    for claim in kb.claims.values():
        for index, passage in enumerate(claim.passages):
            yield kb.paths["claim", claim.id], ("passages", index), passage


@rule("P101", "explicit-without-passage", Severity.WARNING)
def explicit_without_passage(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim that a source states names no passage.

    ## Why

    Anyone must be able to see that the source says it.

    ## Example

    A claim with a speaker and no `passages:`.

    ## Way out

    Add the passage: source, paragraph, first and last words. A premise that nobody states
    is `implicit: true`.
    """
    for claim in kb.claims.values():
        if not claim.implicit and not claim.passages and not is_broken(kb, claim.id):
            message = "an explicit claim without a passage"
            help_ = "add `passages:`, or `implicit: true` for a premise nobody states"
            yield at(kb, kb.paths["claim", claim.id], ("claim",), message, help_, key=True)


@rule("P102", "implicit-with-passage", Severity.WARNING)
def implicit_with_passage(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim marked as unstated names a passage that states it.

    ## Why

    A claim is either read from a source or reconstructed by an analyst; readers are told
    which.

    ## Example

        implicit: true
        passages:
          - {source: letter-2025, paragraph: 4, start: the first words}

    ## Way out

    Remove `implicit: true` when the source does say it; otherwise remove the passage.
    """
    for claim in kb.claims.values():
        if claim.implicit and claim.passages:
            message = "an implicit claim with a passage that states it"
            help_ = "remove `implicit: true`, or the passage"
            yield at(kb, kb.paths["claim", claim.id], ("passages",), message, help_, key=True)


@rule("P103", "implicit-with-speaker", Severity.WARNING)
def implicit_with_speaker(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim that nobody states is attributed to a speaker.

    ## Why

    To put words in somebody's mouth is the one thing an analysis must not do.

    ## Example

        implicit: true
        speaker: alex-example

    ## Way out

    Remove the speaker, or remove `implicit: true` and name the passage.
    """
    for claim in kb.claims.values():
        if claim.implicit and claim.speaker is not None:
            message = f"an implicit claim attributed to `{claim.speaker}`"
            help_ = "remove the speaker, or `implicit: true`"
            yield at(kb, kb.paths["claim", claim.id], ("speaker",), message, help_)


@rule("P104", "documented-by-a-denial", Severity.WARNING)
def documented_by_a_denial(kb: KnowledgeBase) -> Iterator[Remark]:
    """A fact is documented by sources that dispute it.

    ## Why

    Of a fact with a passage in a source that is not under analysis it is taken that the source
    shows it. One whose author disputes the claim shows the contrary.

    ## Example

        kind: fact
        stance: disputes
        passages:
          - {source: a-study-of-shops, paragraph: 3, start: it is often said, end: is a myth}

    ## Way out

    Name the passage of a source that says so. Or record what the source does say as a claim of its
    own, with a step against this one, and take its passage out here. Where the text under analysis
    disputes the claim, its passage belongs here, too: the stance is that of its author then.
    """
    for claim in kb.claims.values():
        if claim.stance is not Stance.DISPUTES or is_broken(kb, claim.id):
            continue
        if kb.grounds[claim.id].kind is not GroundKind.DOCUMENTED or kb.analysed[
            claim.id
        ].intersection(each.source for each in claim.passages):
            continue
        sources = listed(f"`{each}`" for each in kb.grounds[claim.id].sources)
        message = f"documented by {sources}, whose author disputes it"
        help_ = "name a source that shows it, or record what this one says as a claim of its own"
        yield at(kb, kb.paths["claim", claim.id], ("stance",), message, help_)


@rule("P201", "passage-without-paragraph", Severity.HINT)
def passage_without_paragraph(kb: KnowledgeBase) -> Iterator[Remark]:
    """A passage does not say in which paragraph it stands.

    ## Why

    The paragraph tells readers where to look, and finds the passage again when its words
    occur twice.

    ## Example

        - {source: letter-2025, start: the first words, end: the last words}

    ## Way out

    Add `paragraph:`, counted from 1 in the running text; 0 is the headline. Where the passage
    stands in one paragraph only, `betoog verify --texts DIR --update` does so.
    """
    for path, field, passage in _passages(kb):
        if passage.paragraph is None:
            help_ = (
                "add `paragraph:`, counted from 1; 0 is the headline; or let "
                "`betoog verify --texts DIR --update` find it"
            )
            yield at(kb, path, (*field, "source"), "a passage without its paragraph", help_)


@rule("P202", "passage-without-end", Severity.ERROR)
def passage_without_end(kb: KnowledgeBase) -> Iterator[Remark]:
    """A passage, or a paragraph of a guide to a source, gives a long beginning and no end.

    ## Why

    Without `end`, `start` is all of it. More than twelve words of it are copied
    text, which the records do not contain: they point to it. In a script without spaces, such as
    Chinese, two letters count as a word.

    ## Example

        - {source: letter-2025, paragraph: 4, start: a whole sentence of the source copied here}

    ## Way out

    Keep the first few words in `start`, and give the last few in `end`.
    """
    for each in _locators(kb):
        words = len(words_in(each.start))
        if each.end is None and words > LONGEST_QUOTE:
            message = f"a {each.what} of {words} words without an end"
            help_ = "keep the first few words in `start` and give the last few in `end`"
            yield at(kb, each.path, (*each.field, "start"), message, help_)


@rule("P203", "copied-text", Severity.ERROR)
def copied_text(kb: KnowledgeBase) -> Iterator[Remark]:
    """The first or last words of a passage or a paragraph are so many that they are copied text.

    ## Why

    A passage is located without repeating it: the source is its author's. A few words at
    either end are enough to find it.

    ## Example

        start: more than a dozen words taken over from the text of the source itself here

    ## Way out

    Keep the first or last five or six words.
    """
    for each in _locators(kb):
        for name, text in (("start", each.start), ("end", each.end)):
            words = len(words_in(text)) if text is not None and each.end is not None else 0
            if words > LONGEST_QUOTE:
                message = f"{words} words of the source; {LONGEST_QUOTE} are the most"
                yield at(kb, each.path, (*each.field, name), message, "keep five or six words")


@rule("P204", "same-passage-twice", Severity.WARNING)
def same_passage_twice(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim names the same passage twice.

    ## Why

    The second adds nothing, and may have been meant to be another.

    ## Example

        passages:
          - {source: letter-2025, paragraph: 4, start: the first words}
          - {source: letter-2025, paragraph: 4, start: the first words}

    ## Way out

    Remove one of the two.
    """
    seen: dict[tuple[str, str, int | None, str], Passage] = {}
    for path, field, passage in _passages(kb):
        key = (path, passage.source, passage.paragraph, compared(passage.start))
        if key in seen:
            fix = removed(kb, path, field) if seen[key] == passage else None
            yield at(kb, path, (*field, "start"), "the same passage twice", "remove one", fix=fix)
        seen.setdefault(key, passage)


@rule("P205", "passage-in-unseen-source", Severity.ERROR)
def passage_in_unseen_source(kb: KnowledgeBase) -> Iterator[Remark]:
    """A passage is said to stand in a source that nobody here has seen.

    ## Why

    A passage is proof that somebody looked. Of an original that was not seen, only what
    others say of it is known.

    ## Example

        passages:
          - {source: study-2024, paragraph: 3, start: the first words, end: the last words}

    where `study-2024` has `seen: false`.

    ## Way out

    Name the source in which it was read and give that its `original:`. Remove `seen: false` once
    the original was read.
    """
    for path, field, passage in _passages(kb):
        source = kb.sources.get(passage.source)
        if source is not None and not source.seen:
            message = f"a passage in `{source.id}`, which nobody here has seen"
            help_ = "name the source in which it was read, or remove its `seen: false`"
            yield at(kb, path, (*field, "source"), message, help_)


@rule("P301", "no-fingerprint", Severity.HINT)
def no_fingerprint(kb: KnowledgeBase) -> Iterator[Remark]:
    """A passage has no fingerprint.

    ## Why

    The fingerprint proves that the passage read here is the one that is still there.

    ## Example

        - {source: letter-2025, paragraph: 4, start: the first words, end: the last words}

    ## Way out

    Run `betoog verify --texts DIR --update`, which computes and writes it.
    """
    for path, field, passage in _passages(kb):
        if passage.fingerprint is None:
            help_ = "run `betoog verify --texts DIR --update` to write it"
            yield at(kb, path, (*field, "start"), "a passage without a fingerprint", help_)
