"""A documented claim as evidence: who found it and when, and how far that can be trusted."""

from dataclasses import dataclass

from graph.argument.evidence import analyses_article, issued_after
from graph.pages.views.passage import PassageView
from graph.pages.views.reader import ClaimView
from graph.records import Level, Source
from graph.semantics import GroundKind

SHOWN = 4
"""Sources of which a page tells how far they can be trusted; the rest are counted."""
_AUTHORS = 3


@dataclass(frozen=True)
class TrustView:
    """What to know before leaning on one source of a claim, as names of words.

    `quality` and `interest` are empty where the record does not tell.
    """

    passage: PassageView
    quality: str
    interest: str

    @property
    def source(self) -> Source:
        """The source."""
        return self.passage.source


@dataclass(frozen=True)
class EvidenceView:
    """The best source of a documented claim, and what is known of all of them.

    `after` names the words for whether it came before or after the text under analysis, empty where
    the dates do not tell. `roots` is how many independent sources there are, `more` how many
    passages are not in `trust`.
    """

    source: Source
    by: str
    where: str
    after: str
    trust: tuple[TrustView, ...]
    more: int
    roots: int


def evidence_view(claim: ClaimView) -> EvidenceView | None:
    """The claim as evidence; None where no source documents it."""
    ground = claim.ground
    if ground.kind is not GroundKind.DOCUMENTED or not ground.sources:
        return None
    kb = claim.reader.kb
    source = kb.sources[ground.sources[0]]
    by = _by(source)
    where = source.container_title or source.publisher or ""
    passages = [each for each in claim.passages if not kb.is_analysed(claim.id, each.source.id)]
    passages.sort(key=lambda each: each.source.id != source.id)
    rows = [TrustView(each, _quality(each.source), _interest(each.source)) for each in passages]
    told = tuple(each for each in rows if each.quality or each.interest or each.passage.fit)
    return EvidenceView(
        source,
        by,
        "" if where == by else where,
        _after(claim, source),
        told[:SHOWN],
        max(len(told) - SHOWN, 0),
        len(ground.roots),
    )


def _by(source: Source) -> str:
    """Who found it: up to three names in full, or what goes for them."""
    names = [each.full for each in source.author]
    if not names or len(names) > _AUTHORS:
        return source.by
    return ", ".join(names)


def _after(claim: ClaimView, source: Source) -> str:
    kb = claim.reader.kb
    after = issued_after(kb, claim.id, source.id)
    if after is None:
        return ""
    kind = "article" if analyses_article(kb, claim.id) else "text"
    return f"evidence.{'after' if after else 'before'}_{kind}"


def _quality(source: Source) -> str:
    quality = source.quality
    if quality is None:
        return ""
    level = quality.level.value
    if quality.peer_reviewed:
        return f"evidence.quality.reviewed{'' if quality.level is Level.PRIMARY else f'_{level}'}"
    return f"evidence.quality.{level}"


def _interest(source: Source) -> str:
    interested = source.quality is not None and source.quality.interested
    return "evidence.interested" if interested else ""
