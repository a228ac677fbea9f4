"""The steps of an argument, as they stand in the record of the arguing claim."""

from pydantic import Field

from graph.records.scalars import Record, RecordId, Relevance, StepName, WordingMark
from graph.records.text import Localized


class _Step(Record):
    """What every link carries: its warrant, its scheme and how much it bears."""

    premises: tuple[RecordId, ...] = Field(default=(), alias="with")
    """Linked premises: claims that carry the step only together with this one."""
    scheme: RecordId | None = None
    """The argumentation scheme, by its id (Walton, Reed & Macagno 2008)."""
    because: Localized | None = None
    """The warrant: why the step may be taken, one sentence per language (Toulmin 1958)."""
    relevance: Relevance = 1.0
    """How much the step bears on its target, in (0, 1]; 1 when absent."""
    id: RecordId | None = None
    """A name for the step; by default `claim -> target`."""
    wording: WordingMark | None = None
    """The mark of the target's words as they were when the step was made or last confirmed;
    written by `betoog confirm`."""


class ClaimLink(_Step):
    """A reason for, or an objection to, a claim."""

    claim: RecordId
    """The target: the id of the claim that is supported or contradicted."""


class LinkLink(_Step):
    """An undercut: an objection to the step that another link makes (Pollock 1987).

    A link that is itself an undercut is named with its target in brackets:
    `claim -> (claim -> target)`.
    """

    link: StepName
    """The step that is undercut, as `claim -> target` or by its own id."""
