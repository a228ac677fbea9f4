"""Whether every passage is really in its source."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from rich.console import Group, RenderableType
from rich.text import Text

from graph.answers.wording import count
from graph.base import KnowledgeBase
from graph.check.visible import visible
from graph.passages import SourceText, Status, verify_passage
from graph.store import Span

NO_TEXT = "no-text"
"""The status of a passage for whose source no text was at hand."""

_STYLES = {Status.VERIFIED.value: "green", Status.UNFINGERPRINTED.value: "yellow", NO_TEXT: "dim"}


@dataclass(frozen=True)
class PassageVerdict:
    """One passage of one claim, where it is recorded, and how it compares with its source.

    `status` is a `Status` or `NO_TEXT`; `index` counts the claim's passages from 0;
    `fingerprint` and `paragraph` are of the text found, None where none was.
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


SHOWN_WITHOUT_TEXT = 5
"""With more sources than this without a text, they are counted and not listed."""


class PassageAnswer(TypedDict):
    """One passage: its claim, where it is recorded, and what was found in the source."""

    claim: str
    source: str
    status: str
    path: str
    line: int
    column: int
    message: str
    help: str | None
    paragraph: int | None
    fingerprint: str | None


class VerifyAnswer(TypedDict):
    """All passages, how many have which status, and the records that were updated."""

    passages: list[PassageAnswer]
    counts: dict[str, int]
    updated: list[str]


def cited_sources(kb: KnowledgeBase) -> tuple[str, ...]:
    """The sources that passages are taken from, sorted."""
    return tuple(sorted({each.source for claim in kb.claims.values() for each in claim.passages}))


def verdicts(
    kb: KnowledgeBase,
    texts: Mapping[str, SourceText],
    reasons: Mapping[str, str] | None = None,
) -> tuple[PassageVerdict, ...]:
    """Compare every passage with its source's text, in order of claim.

    `reasons` may say for a source why there is no text of it.
    """
    found: list[PassageVerdict] = []
    for claim in kb.claims.values():
        path = kb.paths["claim", claim.id]
        for index, passage in enumerate(claim.passages):
            span = kb.tree.span(path, ("passages", index))
            where = (claim.id, index, passage.source, path, span)
            text = texts.get(passage.source)
            if text is None:
                why = (reasons or {}).get(passage.source, "There is no text of the source.")
                found.append(PassageVerdict(*where, NO_TEXT, why))
                continue
            verdict = verify_passage(
                text, passage.paragraph, passage.start, passage.end, passage.fingerprint
            )
            found.append(
                PassageVerdict(
                    *where,
                    verdict.status.value,
                    verdict.message,
                    verdict.help,
                    verdict.fingerprint,
                    verdict.paragraph,
                )
            )
    return tuple(found)


def failures(found: Sequence[PassageVerdict], strict: bool = False) -> int:
    """How many passages are not verified; those without a text count only when `strict`."""
    fine = {Status.VERIFIED.value} if strict else {Status.VERIFIED.value, NO_TEXT}
    return sum(each.status not in fine for each in found)


def tally(found: Sequence[PassageVerdict]) -> dict[str, int]:
    """How many passages have each status."""
    counts = Counter(each.status for each in found)
    return {status: counts[status] for status in (*(each.value for each in Status), NO_TEXT)}


def verify_answer(found: Sequence[PassageVerdict], updated: Sequence[str]) -> VerifyAnswer:
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
    }


def verify_text(found: Sequence[PassageVerdict], updated: Sequence[str]) -> RenderableType:
    """A line for each passage, with a way out where one is needed, and the counts.

    Where many sources have no text at hand, these are counted in one line.
    """
    lines: list[RenderableType] = []
    without = {each.source for each in found if each.status == NO_TEXT}
    many = len(without) > SHOWN_WITHOUT_TEXT
    for each in found:
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
        lines.append(Text(f"\nWrote missing fingerprints into {count(len(updated), 'record')}."))
    counts = ", ".join(f"{number} {status}" for status, number in tally(found).items() if number)
    lines.append(Text(f"\n{count(len(found), 'passage')}{': ' if counts else ''}{counts}."))
    return Group(*lines)
