"""A claim: one proposition that can be supported or contradicted."""

from enum import StrEnum

from graph.records.link import ClaimLink, LinkLink
from graph.records.passage import Passage
from graph.records.scalars import Flag, Line, Record, RecordId, UnitInterval
from graph.records.text import Localized

NEUTRAL = 0.5
"""The base score of a claim for which none is recorded."""


class Kind(StrEnum):
    """What sort of proposition a claim is."""

    FACT = "fact"
    CAUSAL = "causal"
    PREDICTION = "prediction"
    CLASSIFICATION = "classification"
    DEFINITION = "definition"
    VALUE = "value"
    RECOMMENDATION = "recommendation"
    ANALOGY = "analogy"
    ASSUMPTION = "assumption"
    QUESTION = "question"


class Stance(StrEnum):
    """How the author of the source stands to the claim."""

    ENDORSES = "endorses"
    REPORTS = "reports"
    DISPUTES = "disputes"


class Certainty(StrEnum):
    """How sure the source words it."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    OPEN = "open"


class Claim(Record):
    """One claim: a sentence per language, where it is said, and what it bears on.

    `supports`, `contradicts` and `undercuts` are links from this claim; `specifies`,
    `raises` and `answers` relate claims without carrying strength. `base_score` in [0, 1]
    is the strength before links are weighed and needs `base_score_because`.
    """

    id: RecordId
    claim: Localized
    label: Localized | None = None
    kind: Kind
    speaker: RecordId | None = None
    stance: Stance = Stance.ENDORSES
    certainty: Certainty | None = None
    implicit: Flag = False
    passages: tuple[Passage, ...] = ()
    supports: tuple[ClaimLink, ...] = ()
    contradicts: tuple[ClaimLink, ...] = ()
    undercuts: tuple[LinkLink, ...] = ()
    specifies: tuple[RecordId, ...] = ()
    raises: tuple[RecordId, ...] = ()
    answers: tuple[RecordId, ...] = ()
    topics: tuple[Line, ...] = ()
    aliases: tuple[RecordId, ...] = ()
    base_score: UnitInterval = NEUTRAL
    base_score_because: Localized | None = None
