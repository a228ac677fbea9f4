"""Family P, second half: the guide to a source's paragraphs, and the source's own text."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.argument.mentions import has_unread_files
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import TOP, Remark, at, rule
from graph.check.suggestions import Suggestions
from graph.records import Source
from graph.store import FieldPath
from graph.text.one_line import without_stop

if TYPE_CHECKING:
    from graph.passages import Verdict

LONGEST_GIST = 160
"""The number of characters beyond which a gist or a move is more than its short version."""

_FOLDER = "claims/sources/"
_BETWEEN_NAMES = re.compile(r"[\s/\"',\[\]{}]+")


def _with_text(kb: KnowledgeBase) -> Iterator[tuple[Source, str, str]]:
    """Every source that names a text, with the paths of its record and of the text."""
    for source in kb.sources.values():
        if source.text is not None:
            yield source, kb.paths["source", source.id], kb.text_path(source)


@rule("P401", "text-without-licence", Severity.ERROR)
def text_without_licence(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source gives its own text without a licence that allows publishing it.

    ## Why

    A text belongs to its author. It is shown only where its licence says that it may be, and
    readers are told which licence that is.

    ## Example

        text: visser-2026.txt

    ## Way out

    Add `licence:`, by its SPDX id, its address or its name. If there is none that allows
    publishing, keep the text outside the repository and let `betoog verify --texts` read it
    there.
    """
    for source, path, _ in _with_text(kb):
        if source.licence is None and path not in kb.tree.broken_paths:
            help_ = "add `licence:`, such as CC-BY-4.0, or keep the text outside the repository"
            yield at(kb, path, ("text",), "a source's own text without a licence", help_)


@rule("P402", "unknown-text", Severity.ERROR)
def unknown_text(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source names a text file that is not there.

    ## Why

    Its page would show no text, and its passages would lead nowhere.

    ## Example

        text: viser-2026.txt

    ## Way out

    Name a plain text in UTF-8, ending in `.txt`, from the folder of the record.
    """
    texts = frozenset(file.id for file in kb.tree.of_kind("text"))
    suggestions = Suggestions()
    for source, path, text in _with_text(kb):
        if not text.startswith(_FOLDER) or text in kb.tree.broken_paths:
            continue
        if text.removeprefix(_FOLDER) not in texts:
            help_ = suggestions.of(source.text or "", texts)
            help_ = help_ or "name a file ending in .txt, from the folder of the record"
            yield at(kb, path, ("text",), f"there is no text `{source.text}`", help_)


@rule("P403", "text-out-of-folder", Severity.ERROR)
def text_out_of_folder(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source names a text outside the folder of sources.

    ## Why

    What the site shows must be in the repository: a file elsewhere is missing on every other
    machine, and may never have been meant to be public.

    ## Example

        text: ../../../notes/visser.txt

    ## Way out

    Put the text in `claims/sources/`, or in a folder below it, and name it from there.
    """
    for source, path, text in _with_text(kb):
        if not text.startswith(_FOLDER):
            message = f"the text `{source.text}` is outside {_FOLDER}"
            yield at(kb, path, ("text",), message, f"put it in {_FOLDER}, beside the record")


@rule("P404", "not-in-its-text", Severity.WARNING)
def not_in_its_text(kb: KnowledgeBase) -> Iterator[Remark]:
    """A passage or a paragraph is not in the source's text as recorded.

    ## Why

    Where a source's own text is published, its passages are marked in it and lead to their
    claims. One that is not found cannot be marked.

    ## Example

    A passage of which the `start` was mistyped, or a text in which a word was changed.

    ## Way out

    The finding says what was found instead. Correct the words, the paragraph's number or the
    fingerprint; or the text, if that is what has a mistake.
    """
    if not kb.texts:
        return
    # Imported here because it takes time to load, and few sources have a text of their own.
    from graph.passages import Comparing, PassageVerifier, Status, paragraphs_of, verify_paragraph

    comparing = Comparing()
    for source, raw in kb.texts.items():
        text = paragraphs_of(raw)
        verifier = PassageVerifier(text, comparing)
        verdicts: list[tuple[str, FieldPath, Verdict]] = [
            (
                kb.paths["claim", claim],
                ("passages", position, "start"),
                verifier.verdict(passage),
            )
            for claim, position, passage in kb.cited.get(source, ())
        ]
        verdicts += [
            (
                kb.paths["source", source],
                ("paragraphs", index, "start"),
                verify_paragraph(text, paragraph.number, paragraph.start, paragraph.end),
            )
            for index, paragraph in enumerate(kb.sources[source].paragraphs)
        ]
        for path, field, verdict in verdicts:
            if verdict.status not in (Status.VERIFIED, Status.UNFINGERPRINTED):
                message, help_ = _plain(verdict.message), _plain(verdict.help or "")
                yield at(kb, path, field, message, help_)


def _plain(sentence: str) -> str:
    """A sentence without its capital and its full stop, as findings are worded."""
    return without_stop(sentence[:1].lower() + sentence[1:])


@rule("P405", "text-of-no-source", Severity.ERROR)
def text_of_no_source(kb: KnowledgeBase) -> Iterator[Remark]:
    """A text stands among the sources, and no source names it.

    ## Why

    The texts of sources are not kept here unless their licence allows it. One that no record
    names has no licence, and may have been left here by mistake.

    ## Example

    `claims/sources/article.txt`, put there to let `betoog verify` read it.

    ## Way out

    Keep it in a folder outside the repository. If it may be published, name it in the record
    of its source: `text:` and `licence:`.
    """
    if has_unread_files(kb):
        return
    texts = frozenset(file.id for file in kb.tree.of_kind("text"))
    suggestions = Suggestions()
    named = {text for _, _, text in _with_text(kb)}
    # A name that is there nearly, but not quite, is a finding where it is written.
    named |= {
        _FOLDER + meant
        for source, _, text in _with_text(kb)
        if text.removeprefix(_FOLDER) not in texts
        for meant in suggestions.near(source.text or "", texts)
    }
    # A record that could not be read may be the one that names it.
    unread = {
        word
        for path in kb.tree.broken_paths
        for word in _BETWEEN_NAMES.split(kb.tree.by_path[path].text)
    }
    for file in kb.tree.of_kind("text"):
        if file.path not in named and _BETWEEN_NAMES.split(file.path)[-1] not in unread:
            help_ = "keep it outside the repository, or name it in `text:` with its `licence:`"
            yield Remark(file.path, TOP, "a text that no source names", help_)


@rule("P501", "paragraphs-out-of-order", Severity.ERROR)
def paragraphs_out_of_order(kb: KnowledgeBase) -> Iterator[Remark]:
    """The paragraphs of a guide are not in order, or one is there twice.

    ## Why

    The guide follows the source, and each of its paragraphs is an address to link to.

    ## Example

        paragraphs:
          - {number: 2, start: Some say, gist: {en: Some doubt it., nl: Sommigen twijfelen.}}
          - {number: 1, start: We know, gist: {en: It works., nl: Het werkt.}}

    ## Way out

    Number them as they stand in the source, from 1, with 0 for the headline, and sort them.
    """
    for source in kb.sources.values():
        path = kb.paths["source", source.id]
        last: int | None = None
        for index, paragraph in enumerate(source.paragraphs):
            if last is not None and paragraph.number <= last:
                twice = "twice" if paragraph.number == last else f"below paragraph {last}"
                field = ("paragraphs", index, "number")
                message = f"paragraph {paragraph.number} stands {twice}"
                help_ = "number the paragraphs as they stand in the source, and sort them"
                yield at(kb, path, field, message, help_)
            last = max(paragraph.number, last or 0)


@rule("P502", "long-gist", Severity.HINT)
def long_gist(kb: KnowledgeBase) -> Iterator[Remark]:
    """What a guide says of a paragraph is longer than 160 characters.

    ## Why

    The guide lets a reader see in a minute how a text runs. Whoever wants all of it reads the
    source.

    ## Example

    A gist of three sentences that repeats every example the paragraph gives.

    ## Way out

    Keep what the paragraph comes down to; the claims below it hold the rest.
    """
    for source in kb.sources.values():
        path = kb.paths["source", source.id]
        for index, paragraph in enumerate(source.paragraphs):
            for name in ("gist", "move"):
                text = getattr(paragraph, name)
                for language, words in text.root.items() if text is not None else ():
                    if len(words) > LONGEST_GIST:
                        field = ("paragraphs", index, name, language)
                        message = f"a {name} of {len(words)} characters"
                        help_ = f"keep it within {LONGEST_GIST}"
                        yield at(kb, path, field, message, help_)


@rule("P503", "paragraph-left-out", Severity.HINT)
def paragraph_left_out(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim is read from a paragraph that the guide to its source leaves out.

    ## Why

    Readers of the guide would not learn what the paragraph says, and lose the thread.

    ## Example

    A guide to paragraphs 1 to 3, and a passage in paragraph 4.

    ## Way out

    Add the paragraph to the guide, or correct the passage's `paragraph`.
    """
    for source in kb.sources.values():
        numbers = {paragraph.number for paragraph in source.paragraphs}
        if not numbers or kb.paths["source", source.id] in kb.tree.broken_paths:
            continue
        for claim, index, passage in kb.cited.get(source.id, ()):
            if passage.paragraph is not None and passage.paragraph not in numbers:
                field = ("passages", index, "paragraph")
                message = f"paragraph {passage.paragraph} is not in the guide to `{source.id}`"
                help_ = "add it to the source's `paragraphs`, or correct its number"
                yield at(kb, kb.paths["claim", claim], field, message, help_)
