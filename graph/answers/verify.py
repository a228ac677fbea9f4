"""Whether every passage is really in its source."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import WithJsonSchema
from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.argument.phrases import count
from graph.base import KnowledgeBase
from graph.passages import (
    Comparing,
    PassageVerifier,
    SourceText,
    Status,
    Words,
    as_numbered,
    verify_paragraph,
)
from graph.store import Span
from graph.text.visible import visible

NO_TEXT = "no-text"
"""The status of a passage for whose source no text was at hand."""

StatusWord = Annotated[
    str, WithJsonSchema({"type": "string", "enum": [*(each.value for each in Status), NO_TEXT]})
]
"""A status in the answer."""

_STYLES = {Status.VERIFIED.value: "green", Status.UNFINGERPRINTED.value: "yellow", NO_TEXT: "dim"}


@dataclass(frozen=True)
class PassageVerdict:
    """One passage of one claim, where it is recorded, and how it compares with its source.

    `status` is a `Status` or `NO_TEXT`; `index` counts the claim's passages from 0;
    `fingerprint` and `paragraph` are of the text found, None where none was. `words` are to be
    recorded where a link does not open by those that are, and `number` as its paragraph where that
    is certain.
    """

    claim: str
    index: int
    source: str
    path: str
    span: Span
    status: str
    message: str
    help: str | None = None
    fingerprint: str | None = None
    paragraph: int | None = None
    words: Words | None = None
    number: int | None = None


@dataclass(frozen=True)
class ParagraphVerdict:
    """One paragraph of a guide to a source, and whether it opens and closes as recorded.

    `number` is the paragraph's; `paragraph` that of the one that does so, None where none does.
    """

    source: str
    number: int
    path: str
    span: Span
    status: str
    message: str
    help: str | None = None
    paragraph: int | None = None


SHOWN_WITHOUT_TEXT = 5
"""With more sources than this without a text, they are counted and not listed."""


class PassageAnswer(TypedDict):
    """One passage: its claim, where it is recorded, and what was found in the source."""

    claim: str
    source: str
    status: StatusWord
    path: str
    line: int
    column: int
    message: str
    help: str | None
    paragraph: int | None
    fingerprint: str | None


class ParagraphAnswer(TypedDict):
    """One paragraph of a guide: where it is recorded, and what was found in the source."""

    source: str
    number: int
    status: StatusWord
    path: str
    line: int
    column: int
    message: str
    help: str | None
    paragraph: int | None


class VerifyAnswer(TypedDict):
    """All passages and paragraphs, how many passages have which status, and the records that
    were updated."""

    passages: list[PassageAnswer]
    counts: dict[StatusWord, int]
    updated: list[str]
    paragraphs: list[ParagraphAnswer]


def cited_sources(kb: KnowledgeBase) -> tuple[str, ...]:
    """The sources that passages are taken from or that have a guide, sorted."""
    guided = {source.id for source in kb.sources.values() if source.paragraphs}
    return tuple(sorted(guided | set(kb.cited)))


def as_recorded(kb: KnowledgeBase, texts: Mapping[str, SourceText]) -> dict[str, SourceText]:
    """The texts, those without a headline with their paragraphs numbered as they are recorded.

    What is published with the records is shown as it is, and stays as it is.
    """
    return {
        source: text
        if source in kb.texts or source not in kb.sources
        else as_numbered(
            text,
            [each.passage for each in kb.cited.get(source, ())],
            kb.sources[source].paragraphs,
        )
        for source, text in texts.items()
    }


def verdicts(
    kb: KnowledgeBase,
    texts: Mapping[str, SourceText],
    reasons: Mapping[str, str] | None = None,
) -> tuple[PassageVerdict, ...]:
    """Compare every passage with its source's text, in order of claim.

    `reasons` may say for a source why there is no text of it.
    """
    found: list[PassageVerdict] = []
    comparing = Comparing()
    verifiers = {source: PassageVerifier(text, comparing) for source, text in texts.items()}
    for claim in kb.claims.values():
        path = kb.paths["claim", claim.id]
        for index, passage in enumerate(claim.passages):
            span = kb.tree.span(path, ("passages", index))
            where = (claim.id, index, passage.source, path, span)
            verifier = verifiers.get(passage.source)
            if verifier is None:
                why = (reasons or {}).get(passage.source, "There is no text of the source.")
                found.append(PassageVerdict(*where, NO_TEXT, why))
                continue
            verdict = verifier.verdict(passage)
            found.append(
                PassageVerdict(
                    *where,
                    verdict.status.value,
                    verdict.message,
                    verdict.help,
                    verdict.fingerprint,
                    verdict.paragraph,
                    verdict.words,
                    verdict.number,
                )
            )
    return tuple(found)


def paragraph_verdicts(
    kb: KnowledgeBase,
    texts: Mapping[str, SourceText],
    reasons: Mapping[str, str] | None = None,
) -> tuple[ParagraphVerdict, ...]:
    """Compare every paragraph of a guide with its source's text, in order of source."""
    found: list[ParagraphVerdict] = []
    for source in kb.sources.values():
        path = kb.paths["source", source.id]
        text = texts.get(source.id)
        for index, paragraph in enumerate(source.paragraphs):
            where = (source.id, paragraph.number, path, kb.tree.span(path, ("paragraphs", index)))
            if text is None:
                why = (reasons or {}).get(source.id, "There is no text of the source.")
                found.append(ParagraphVerdict(*where, NO_TEXT, why))
                continue
            verdict = verify_paragraph(text, paragraph.number, paragraph.start, paragraph.end)
            found.append(
                ParagraphVerdict(
                    *where,
                    verdict.status.value,
                    verdict.message,
                    verdict.help,
                    verdict.paragraph,
                )
            )
    return tuple(found)


def failures(found: Sequence[PassageVerdict | ParagraphVerdict], strict: bool = False) -> int:
    """How many are not verified; those without a text count only when `strict`."""
    fine = {Status.VERIFIED.value} if strict else {Status.VERIFIED.value, NO_TEXT}
    return sum(each.status not in fine for each in found)


def tally(found: Sequence[PassageVerdict | ParagraphVerdict]) -> dict[str, int]:
    """How many have each status."""
    counts = Counter(each.status for each in found)
    return {status: counts[status] for status in (*(each.value for each in Status), NO_TEXT)}


def verify_answer(
    found: Sequence[PassageVerdict],
    updated: Sequence[str],
    paragraphs: Sequence[ParagraphVerdict] = (),
) -> VerifyAnswer:
    """What a verification found."""
    return {
        "passages": [
            {
                "claim": each.claim,
                "source": each.source,
                "status": each.status,
                "path": each.path,
                "line": each.span.line,
                "column": each.span.column,
                "message": each.message,
                "help": each.help,
                "paragraph": each.paragraph,
                "fingerprint": each.fingerprint,
            }
            for each in found
        ],
        "counts": tally(found),
        "updated": list(updated),
        "paragraphs": [
            {
                "source": each.source,
                "number": each.number,
                "status": each.status,
                "path": each.path,
                "line": each.span.line,
                "column": each.span.column,
                "message": each.message,
                "help": each.help,
                "paragraph": each.paragraph,
            }
            for each in paragraphs
        ],
    }


def verify_text(
    found: Sequence[PassageVerdict],
    updated: Sequence[str],
    paragraphs: Sequence[ParagraphVerdict] = (),
    verbose: bool = False,
) -> RenderableType:
    """A line for each passage and each paragraph of a guide that needs attention, with a way out,
    and the counts; `verbose` has a line for every passage.

    Where many sources have no text at hand, these are counted in one line.
    """
    lines: list[RenderableType] = []
    without = {each.source for each in found if each.status == NO_TEXT}
    without |= {each.source for each in paragraphs if each.status == NO_TEXT}
    many = len(without) > SHOWN_WITHOUT_TEXT
    amiss = [each for each in paragraphs if each.status not in (Status.VERIFIED, NO_TEXT)]
    wanting = [each for each in found if verbose or each.help or each.status != Status.VERIFIED]
    shown: list[PassageVerdict | ParagraphVerdict] = [*wanting, *amiss]
    for each in shown:
        if many and each.status == NO_TEXT:
            continue
        style = _STYLES.get(each.status, "red")
        place = f"{each.path}:{each.span.line}:{each.span.column}"
        lines.append(
            Text.assemble((place, "dim"), ": ", (each.status, style), f": {visible(each.message)}")
        )
        if each.help is not None:
            lines.append(Text(f"   {visible(each.help)}"))
    if many:
        sources = f"There is no text at hand of {count(len(without), 'source')}"
        lines.append(Text(f"{sources}; their passages were not looked at."))
    if updated:
        lines.append(Text(f"Wrote what was missing into {count(len(updated), 'record')}."))
    lines.append(Text(_counted(found, "passage")))
    if paragraphs:
        lines.append(Text(_counted(paragraphs, "paragraph")))
    return Group(*lines)


def _counted(found: Sequence[PassageVerdict | ParagraphVerdict], what: str) -> str:
    counts = ", ".join(f"{number} {status}" for status, number in tally(found).items() if number)
    return f"{count(len(found), what)}{': ' if counts else ''}{counts}."
