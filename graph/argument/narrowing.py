"""What lists of claims are narrowed down by: what there is to say of each claim for every facet."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.argument.attribution import own_certainty
from graph.argument.debated import debates_with, themes_with
from graph.argument.kept import around_claim, kept_as_value
from graph.argument.objections import Reply
from graph.argument.qualities import qualities
from graph.argument.roles import Role, replies_to, roles
from graph.argument.thesis_sides import sides_of
from graph.base import KnowledgeBase
from graph.records import Certainty, Kind, State
from graph.semantics import Side, Standing


class Narrowed(NamedTuple):
    """What a claim is found under: its debates, its themes as ids of a debate and of a theme of
    it, what it does in the argument, and so on.

    `standing` has one value or, for a question, none. `side` has both where a claim helps one
    thesis and speaks against another, None for a claim that does nothing to any, and none for a
    question, for a thesis, and where it is not worked out. `outcome` has one for a prediction, None
    where nobody has judged it.
    """

    debate: tuple[str, ...]
    theme: tuple[tuple[str, str], ...]
    role: tuple[Role, ...]
    reply: tuple[Reply, ...]
    side: tuple[Side | None, ...]
    standing: tuple[Standing, ...]
    outcome: tuple[State | None, ...]
    certainty: tuple[Certainty, ...]
    kind: tuple[Kind, ...]
    quality: tuple[str, ...]
    speaker: tuple[str, ...]
    language: tuple[str, ...]
    """Those of the sources that it is read from, in small letters: codes that differ in letter
    case only are one language, and one address on many machines."""


@around_claim
@kept_as_value
def narrowed(kb: KnowledgeBase, claim: str) -> Narrowed:
    """What a claim is found under. Raises KeyError for an unknown one."""
    record = kb.claims[claim]
    question = kb.is_question(claim)
    sided = not question and claim not in kb.theses
    certainty = own_certainty(kb, claim)
    predicted = record.kind is Kind.PREDICTION
    speaker = record.speaker
    sources = (kb.sources.get(each.source) for each in record.passages)
    languages = {each.language.casefold() for each in sources if each and each.language is not None}
    return Narrowed(
        debate=debates_with(kb).get(claim, ()),
        theme=themes_with(kb).get(claim, ()),
        role=roles(kb, claim),
        reply=replies_to(kb, claim),
        side=tuple(_sides(kb, claim)) if sided else (),
        standing=() if question else (kb.assessment.standings[claim],),
        outcome=(None if record.outcome is None else record.outcome.state,) if predicted else (),
        # As on the claim's page: nobody puts a question forward as certain or possible.
        certainty=() if certainty is None else (certainty,),
        kind=(record.kind,),
        quality=qualities(kb, claim),
        speaker=() if speaker is None or speaker not in kb.speakers else (speaker,),
        language=tuple(sorted(languages)),
    )


def _sides(kb: KnowledgeBase, claim: str) -> Iterator[Side | None]:
    found = sides_of(kb, claim)
    yield from (each for each in (Side.FOR, Side.AGAINST) if each in found.sides.values())
    if not found.sides and not found.unknown:
        yield None
