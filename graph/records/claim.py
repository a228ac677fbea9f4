"""A claim: one proposition that can be supported or contradicted."""

from collections.abc import Iterator
from enum import StrEnum

from graph.records.keywords import Keywords
from graph.records.link import ClaimLink, LinkLink
from graph.records.link_types import LINK_FIELDS, LinkType, type_of
from graph.records.outcome import Outcome
from graph.records.passage import Passage
from graph.records.scalars import Flag, Record, RecordId, Topic, UnitInterval
from graph.records.text import Localized, WordingMarks

LONGEST_LABEL = 40
"""The length of a label, in characters, that still fits a node of a map."""


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
    """One claim: a sentence per language, where it is said, and what it bears on."""

    id: RecordId
    """The file name without its ending. Never changed once published."""
    claim: Localized
    """The proposition: one full sentence per language, understood without the source."""
    translates: WordingMarks | None = None
    """For each translation, the mark of the sentence it was made from, which is the first in
    `claim`; written by `betoog confirm`."""
    label: Localized | None = None
    """A few words for maps and lists, at most 40 characters per language."""
    kind: Kind
    """What sort of proposition it is."""
    speaker: RecordId | None = None
    """Who says it, by the id of a speaker; absent for a premise that nobody states."""
    stance: Stance = Stance.ENDORSES
    """How the source's author stands to it."""
    certainty: Certainty | None = None
    """How sure the source words it."""
    implicit: Flag = False
    """True for an unstated premise that an analyst reconstructed."""
    passages: tuple[Passage, ...] = ()
    """Where it is said."""
    supports: tuple[ClaimLink, ...] = ()
    """The claims it is a reason for or, with the scheme `necessary-condition`, a condition of:
    such a claim can hold only if this one does."""
    contradicts: tuple[ClaimLink, ...] = ()
    """The claims it is an objection to."""
    undercuts: tuple[LinkLink, ...] = ()
    """The steps of others that it is an objection to."""
    specifies: tuple[RecordId, ...] = ()
    """The claims it is a part or an instance of; carries no strength."""
    raises: tuple[RecordId, ...] = ()
    """The open questions it raises."""
    answers: tuple[RecordId, ...] = ()
    """The open questions it answers."""
    topics: tuple[Topic, ...] = ()
    """Words to find it by."""
    keywords: Keywords | None = None
    """Words that readers will type and that its texts do not have, per language."""
    aliases: tuple[RecordId, ...] = ()
    """Ids it had before, which go on working."""
    base_score: UnitInterval | None = None
    """What it has of itself before links are weighed, in [0, 1]; worked out when absent."""
    base_score_because: Localized | None = None
    """Why it has this base score; the two are given together."""
    outcome: Outcome | None = None
    """What became of a prediction; absent while nobody has judged it."""

    @property
    def steps(self) -> Iterator[tuple[LinkType, int, ClaimLink | LinkLink]]:
        """Its links, each with its type and its position in the field where that type stands."""
        for field in LINK_FIELDS:
            for index, step in enumerate(getattr(self, field)):
                yield type_of(field, step.scheme), index, step

    def label_in(self, language: str) -> str:
        """A few words for maps and routes: the label or, without one, the beginning of the
        sentence, cut between two words where there are some."""
        if self.label is not None:
            return self.label.wording(language).text
        sentence = self.claim.wording(language).text
        if len(sentence) <= LONGEST_LABEL:
            return sentence
        words = sentence[:LONGEST_LABEL].rpartition(" ")[0]
        cut = words if len(words) > LONGEST_LABEL // 2 else sentence[: LONGEST_LABEL - 1]
        return f"{cut.rstrip(' ,;:')}…"


RELATIONS = tuple(
    name
    for name, info in Claim.model_fields.items()
    if info.annotation == tuple[RecordId, ...] and name != "aliases"
)
"""The fields that name other claims and carry no strength."""
