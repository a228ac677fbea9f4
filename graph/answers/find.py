"""Claims, sources and speakers found by their words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.printed import claim_line, standing_word
from graph.argument.likeness import alike, has_words, matching
from graph.argument.lookup import sought
from graph.argument.phrases import worded
from graph.base import KnowledgeBase
from graph.semantics import Standing
from graph.text.nearest import nearest
from graph.text.visible import visible


class FoundClaim(TypedDict):
    """A claim that was found; a question has no standing."""

    id: str
    claim: dict[str, str]
    """Its sentence per language."""
    standing: Standing | None


class FoundRecord(TypedDict):
    """A source or speaker that was found."""

    id: str
    name: str
    """The source's title or the speaker's name."""
    by: str | None
    """Of a source, who it is by."""


class FindAnswer(TypedDict):
    """Claims, sources and speakers, the most fitting claims first."""

    claims: list[FoundClaim]
    near: bool
    """Whether the claims only resemble what was asked for."""
    sources: list[FoundRecord]
    """Those in whose id, title, authors, publisher, place of publication or keywords all words
    occur."""
    speakers: list[FoundRecord]
    """Those in whose id, name or role all words occur."""


@dataclass(frozen=True)
class Found:
    """Claims by id, the most fitting first; `near` where they only resemble what was asked, and
    the sources and speakers by id."""

    claims: tuple[str, ...]
    near: bool
    sources: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


def found_claims(kb: KnowledgeBase, words: str, limit: int) -> Found:
    """The claims, sources and speakers in which all words occur or, where there are none, the
    claims nearest to them; of each at most so many as the limit.

    Raises:
        AnswerError: these are more words than any text has.
    """
    claims = matching(kb, sought(words), limit)
    sources = tuple(each for each in kb.sources if has_words(_of_source(kb, each), words))
    speakers = tuple(each for each in kb.speakers if has_words(_of_speaker(kb, each), words))
    if claims or sources or speakers:
        return Found(claims, False, sources[:limit], speakers[:limit])
    if claims := _by_near_keyword(kb, words, min(limit, 3)):
        return Found(claims, True)
    languages = {language for claim in kb.claims.values() for language in claim.claim.root}
    near = alike(kb, dict.fromkeys(sorted(languages), words), limit=min(limit, 3))
    return Found(tuple(each.claim for each in near), True)


def _by_near_keyword(kb: KnowledgeBase, words: str, limit: int) -> tuple[str, ...]:
    """The claims with a keyword that these words may have been meant for."""
    having: dict[str, list[str]] = {}
    for claim in kb.claims.values():
        for each in claim.keywords or ():
            having.setdefault(each.casefold(), []).append(claim.id)
    near = nearest(words.casefold(), having)
    return tuple(dict.fromkeys(claim for each in near for claim in having[each]))[:limit]


def find_answer(kb: KnowledgeBase, found: Found) -> FindAnswer:
    """The claims as data, with their sentences and standings."""
    return {
        "claims": [
            {
                "id": claim,
                "claim": dict(kb.claims[claim].claim.root),
                "standing": None if kb.is_question(claim) else kb.assessment.standings[claim],
            }
            for claim in found.claims
        ],
        "near": found.near,
        "sources": [_source(kb, each) for each in found.sources],
        "speakers": [
            {"id": each, "name": worded(kb.speakers[each].name), "by": None}
            for each in found.speakers
        ],
    }


def find_text(kb: KnowledgeBase, found: Found) -> RenderableType:
    """What was found, in words."""
    if not (found.claims or found.sources or found.speakers):
        return Text("No claim, source or speaker has these words, and no claim comes near.")
    lines: list[RenderableType] = []
    if found.near:
        lines.append(Text("No claim has these words; nearest are:"))
    for claim in found.claims:
        standing: str | Text = "open question"
        if not kb.is_question(claim):
            standing = standing_word(kb.assessment.standings[claim])
        lines.append(Text.assemble(claim_line(kb, claim), " · ", standing))
    for source in map(partial(_source, kb), found.sources):
        by = f" · {visible(source['by'])}" if source["by"] else ""
        told = f"source: {visible(source['name'])}{by} "
        lines.append(Text.assemble(told, (f"({source['id']})", "dim")))
    for speaker in found.speakers:
        name = worded(kb.speakers[speaker].name)
        lines.append(Text.assemble(f"speaker: {name} ", (f"({speaker})", "dim")))
    return Group(*lines)


def _source(kb: KnowledgeBase, source: str) -> FoundRecord:
    record = kb.sources[source]
    # What nobody is named for goes by its title.
    by = record.by if record.by != record.title else None
    return {"id": source, "name": record.title, "by": by}


def _of_source(kb: KnowledgeBase, source: str) -> Iterator[str]:
    record = kb.sources[source]
    yield from (source.replace("-", " "), record.title)
    yield from (record.publisher or "", record.container_title or "", *(record.keywords or ()))
    for name in record.author:
        yield from (each for each in (name.family, name.given, name.literal) if each)


def _of_speaker(kb: KnowledgeBase, speaker: str) -> Iterator[str]:
    record = kb.speakers[speaker]
    yield speaker.replace("-", " ")
    yield from record.name.root.values()
    yield from record.role.root.values() if record.role else ()
