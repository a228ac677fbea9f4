"""The types of a review as data: what `betoog diff --json` answers."""

from typing import Any, Literal

from typing_extensions import TypedDict

from graph.answers.measures import Balanced, Turn
from graph.check.reports.json import PlacedFinding
from graph.records import Kind
from graph.records.link_types import LinkType
from graph.review.link_difference import Aspect
from graph.semantics import Standing


class WeightAnswer(TypedDict):
    """Where a claim stands, and its balance."""

    standing: Standing
    balance: Balanced


class ClaimAnswer(TypedDict):
    """A claim that came or went; a question has no weight."""

    id: str
    claim: dict[str, str]
    """Its sentence per language."""
    kind: Kind
    path: str
    """Its record's file, from the root."""
    weight: WeightAnswer | None


class TextAnswer(TypedDict):
    """A text of a claim in one language, None where there was or is none."""

    field: str
    language: str
    before: str | None
    after: str | None


class FieldAnswer(TypedDict):
    """A field of a record as it stood and stands in the file, None where it was or is absent."""

    field: str
    before: Any
    after: Any


class ChangedClaim(TypedDict):
    """A claim that is no longer what it was; `before` is the id that it had."""

    id: str
    before: str
    renamed: bool
    texts: list[TextAnswer]
    fields: list[FieldAnswer]


class ClaimChanges(TypedDict):
    """The claims that came, went and changed."""

    added: list[ClaimAnswer]
    removed: list[ClaimAnswer]
    changed: list[ChangedClaim]


class DiffLink(TypedDict):
    """A link; `because` is its warrant per language, empty where it has none."""

    id: str
    type: LinkType
    premises: list[str]
    target: str
    because: dict[str, str]


class ChangedLink(DiffLink):
    """A link as it is, as it was, and what about it changed."""

    before: DiffLink
    aspects: list[Aspect]


class LinkChanges(TypedDict):
    """The links that came, went and changed."""

    added: list[DiffLink]
    removed: list[DiffLink]
    changed: list[ChangedLink]


class TurnedClaim(TypedDict):
    """A claim whose standing changed."""

    id: str
    before: Standing
    after: Standing


class OtherRecordAnswer(TypedDict):
    """A record that is no claim; the table of grades has an empty id."""

    kind: Literal["debate", "grounds", "source"]
    id: str


class MovedClaim(TypedDict):
    """A claim whose balance changed, from what to what, and the route by which the change
    reached it. `since` are the records by whose change the first claim of the route has another
    ground, where it is not by what changed about itself or the arguments on it."""

    id: str
    thesis: bool
    before: Balanced
    after: Balanced
    standing: Turn
    route: list[str]
    since: list[OtherRecordAnswer]


class SuspectTranslation(TypedDict):
    """A translation of a claim's sentence that was made for other words."""

    id: str
    language: str


class Suspect(TypedDict):
    """What was made for words that have changed since, and is to be looked at again."""

    links: list[str]
    translations: list[SuspectTranslation]


class AlikeClaims(TypedDict):
    """A claim that is new and resembles another; `score` of 100."""

    id: str
    other: str
    score: float
    opposite: bool


class ChangedRecord(TypedDict):
    """A record with the fields that changed."""

    id: str
    fields: list[FieldAnswer]


class RecordChanges(TypedDict):
    """The records of one kind that came, went and changed."""

    added: list[str]
    removed: list[str]
    changed: list[ChangedRecord]


class DiffFinding(PlacedFinding):
    """What check finds afterwards and did not find before."""


class DiffAnswer(TypedDict):
    """What a change does to the argument; `before` and `after` name the revisions."""

    before: str
    after: str
    claims: ClaimChanges
    links: LinkChanges
    standings: list[TurnedClaim]
    balances: list[MovedClaim]
    """The theses first, then the largest change."""
    open_objections: list[DiffLink]
    """New objections to which nobody replied."""
    suspect: Suspect
    alike: list[AlikeClaims]
    debates: RecordChanges
    sources: RecordChanges
    speakers: RecordChanges
    texts: list[str]
    """The sources of which readers are shown another text, or one on one side only, by their
    ids."""
    grades: list[FieldAnswer]
    """The grades of `claims/grounds.yaml` that changed, also where the usual ones stand for it."""
    findings: list[DiffFinding]
