"""Generated knowledge bases, shaped like the ones people make.

The same size and seed give the same files. A claim argues for or against an earlier one of
its debate, most often a recent one, so that trees are some ten steps deep and a few claims
draw many arguments.
"""

import hashlib
import random
from dataclasses import dataclass
from pathlib import Path

from graph.records import (
    Certainty,
    Claim,
    ClaimLink,
    Debate,
    Kind,
    LinkLink,
    LocalizedText,
    Passage,
    Source,
    Speaker,
    Theme,
)
from graph.store import schemes
from graph.store.writing import claim_text, record_text
from tests.benchmarks.prose import Prose

SEED = 2025
CLAIMS_PER_DEBATE = 250
SECOND_LINK = 0.22
"""Claims with a second link; with undercuts beside, there are some 1.2 links a claim."""
UNDERCUTS = 0.05
CONTRADICTIONS = 0.3
LINKED_PREMISES = 0.2
QUESTIONS = 0.04
IMPLICIT = 0.15
ANNOTATED = 0.5
CLAIMS_PER_SOURCE = 40
CLAIMS_PER_SPEAKER = 25


@dataclass
class _Drawing:
    """Where everything random comes from, and what was made already."""

    random: random.Random
    prose: dict[str, Prose]
    schemes: list[str]
    links: list[str]
    questions: list[str]

    def text(self, make: str = "sentence") -> LocalizedText:
        return LocalizedText({code: getattr(each, make)() for code, each in self.prose.items()})


def write_argument(root: Path, size: int, per_debate: int = CLAIMS_PER_DEBATE) -> None:
    """Write a knowledge base of so many claims below a root folder."""
    draw = _Drawing(
        random.Random(SEED),
        {code: Prose(code, SEED) for code in ("en", "nl")},
        list(schemes()),
        [],
        [],
    )
    claims = root / "claims"
    for folder in ("sources", "speakers"):
        (claims / folder).mkdir(parents=True, exist_ok=True)
    sources = [f"source-{number}" for number in range(max(size // CLAIMS_PER_SOURCE, 1))]
    speakers = [f"speaker-{number}" for number in range(max(size // CLAIMS_PER_SPEAKER, 1))]
    for name in sources:
        _write(claims / "sources" / f"{name}.yaml", record_text(_source(draw, name)))
    for name in speakers:
        speaker = Speaker(id=name, name=draw.text("label"), role=draw.text("label"))
        _write(claims / "speakers" / f"{name}.yaml", record_text(speaker))
    for number, start in enumerate(range(0, size, per_debate)):
        ids = [f"claim-{each}" for each in range(start, min(start + per_debate, size))]
        _write_debate(draw, claims / f"debate-{number}", ids, sources, speakers)


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def _source(draw: _Drawing, name: str) -> Source:
    return Source.model_validate(
        {
            "id": name,
            "type": "report",
            "title": draw.prose["en"].sentence(),
            "author": [{"family": draw.prose["en"].label(), "given": "A."}],
            "issued": str(draw.random.randint(1990, 2025)),
            "language": "en",
            "URL": f"https://example.org/{name}/",
        }
    )


def _write_debate(
    draw: _Drawing, folder: Path, ids: list[str], sources: list[str], speakers: list[str]
) -> None:
    folder.mkdir()
    roots = ids[1:4] or ids[:1]
    debate = Debate(
        id=folder.name,
        title=draw.text("label"),
        question=draw.text(),
        summary=draw.text(),
        theses=(ids[0],),
        themes=tuple(
            Theme(
                id=f"{folder.name}-theme-{number}",
                title=draw.text("label"),
                question=draw.text(),
                summary=draw.text(),
                roots=(root,),
            )
            for number, root in enumerate(roots)
        ),
    )
    _write(folder / "debate.yaml", record_text(debate))
    draw.links.clear()
    draw.questions.clear()
    statements: list[str] = []
    for place, name in enumerate(ids):
        question = place > 4 and draw.random.random() < QUESTIONS
        if question:
            claim = _question(draw, name, speakers, sources)
            draw.questions.append(name)
        else:
            claim = _claim(draw, name, statements, sources, speakers)
            statements.append(name)
        body = "\n" + draw.prose["en"].annotation() if draw.random.random() < ANNOTATED else ""
        # Real folders hold tens of files, not thousands.
        home = folder / f"part-{place // 50}"
        home.mkdir(exist_ok=True)
        _write(home / f"{name}.md", claim_text(claim, body))
        if body:
            _write(home / f"{name}.nl.md", draw.prose["nl"].annotation())


def _question(draw: _Drawing, name: str, speakers: list[str], sources: list[str]) -> Claim:
    return Claim(
        id=name,
        claim=_claim_text(draw),
        label=draw.text("label"),
        kind=Kind.QUESTION,
        speaker=draw.random.choice(speakers),
        passages=(_passage(draw, sources),),
    )


def _claim(
    draw: _Drawing, name: str, statements: list[str], sources: list[str], speakers: list[str]
) -> Claim:
    """A claim that argues about one or two of the statements before it in the debate."""
    chance = draw.random.random
    implicit = chance() < IMPLICIT
    supports: list[ClaimLink] = []
    contradicts: list[ClaimLink] = []
    undercuts: list[LinkLink] = []
    wanted = (1 + (chance() < SECOND_LINK)) if statements else 0
    for target in dict.fromkeys(_earlier(draw, statements) for _ in range(wanted)):
        if draw.links and chance() < UNDERCUTS:
            link = draw.random.choice(draw.links)
            undercuts.append(LinkLink(link=link, because=draw.text()))
            continue
        premise = _premise(draw, statements, target) if chance() < LINKED_PREMISES else None
        step = ClaimLink(
            claim=target,
            premises=() if premise is None else (premise,),
            scheme=draw.random.choice(draw.schemes),
            because=draw.text(),
        )
        (contradicts if chance() < CONTRADICTIONS else supports).append(step)
        draw.links.append(f"{name} -> {target}")
    raises = tuple(draw.questions)
    draw.questions.clear()
    return Claim(
        id=name,
        claim=_claim_text(draw),
        label=draw.text("label"),
        kind=draw.random.choice((Kind.FACT, Kind.CAUSAL, Kind.PREDICTION)),
        speaker=None if implicit else draw.random.choice(speakers),
        certainty=None if implicit else draw.random.choice(tuple(Certainty)[:3]),
        implicit=implicit,
        passages=() if implicit else (_passage(draw, sources),),
        supports=tuple(supports),
        contradicts=tuple(contradicts),
        undercuts=tuple(undercuts),
        raises=raises,
    )


def _earlier(draw: _Drawing, statements: list[str]) -> str:
    if draw.random.random() < 0.5:
        return draw.random.choice(statements[-30:])
    return statements[int(len(statements) * draw.random.random() ** 2)]


def _premise(draw: _Drawing, statements: list[str], target: str) -> str | None:
    """A linked premise later than the target, so that no support runs in a circle."""
    later = statements[statements.index(target) + 1 :]
    return draw.random.choice(later) if later else None


def _claim_text(draw: _Drawing) -> LocalizedText:
    text = draw.text()
    return text if draw.random.random() > 0.05 else LocalizedText({"en": text.root["en"]})


def _passage(draw: _Drawing, sources: list[str]) -> Passage:
    start, end = draw.prose["en"].words(4), draw.prose["en"].words(4)
    digest = hashlib.sha256(" ".join([*start, *end]).encode()).hexdigest()
    return Passage(
        source=draw.random.choice(sources),
        paragraph=draw.random.randint(1, 60),
        start=" ".join(start),
        end=" ".join(end),
        fingerprint=f"sha256:{digest}",
    )
