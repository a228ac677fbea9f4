"""The steps of an argument, as they stand in the record of the arguing claim."""

from pydantic import Field

from graph.records.scalars import Line, Record, RecordId, Relevance
from graph.records.text import Localized


class _Step(Record):
    """What every link carries: its warrant, its scheme and how much it bears."""

    premises: tuple[RecordId, ...] = Field(default=(), alias="with")
    scheme: RecordId | None = None
    because: Localized | None = None
    relevance: Relevance = 1.0
    id: RecordId | None = None


class ClaimLink(_Step):
    """A reason for, or an objection to, a claim.

    `claim` is the target's id; `premises` (written `with:`) are linked premises, which
    carry the step only together with the arguing claim; `because` is the warrant, one
    sentence per language (Toulmin 1958); `scheme` an argumentation scheme (Walton, Reed &
    Macagno 2008); `relevance` in (0, 1].
    """

    claim: RecordId


class LinkLink(_Step):
    """An undercut: an objection to the step that another link makes (Pollock 1987).

    `link` names the link: `claim -> target`, or its own `id`. A link that is itself an
    undercut is named with its target in brackets: `claim -> (claim -> target)`.
    """

    link: Line
