"""Links of the knowledge base: steps from premises to a claim or to another link."""

from dataclasses import dataclass

from graph.records import ClaimLink, LinkLink
from graph.records.link_types import LinkType
from graph.store import FieldPath


@dataclass(frozen=True)
class Link:
    """A step from premises to a target.

    `premises` begins with the arguing claim, in whose record the link stands at `field`;
    `target` is a claim's id or, for an undercut, a link's. `id` is the explicit id or else
    `claim -> target`, with the target in brackets where it is a link named that way.
    """

    id: str
    type: LinkType
    premises: tuple[str, ...]
    target: str
    record: ClaimLink | LinkLink
    field: FieldPath

    @property
    def claim(self) -> str:
        """The arguing claim."""
        return self.premises[0]

    @property
    def apart(self) -> tuple[object, ...]:
        """All of it but what is said of the step in its record."""
        return self.id, self.type, self.premises, self.target, self.field
