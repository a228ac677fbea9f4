"""The links of a framework: steps from premises to a claim, or to another link."""

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """What a link does to its target.

    A condition is what its target cannot hold without: it carries nothing, and takes away as far
    as one of its premises is opposed.
    """

    SUPPORT = "support"
    CONTRADICTION = "contradiction"
    UNDERCUT = "undercut"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class FrameworkLink:
    """A step from one or more linked premises to a target.

    The premises carry the link only together. The target of an undercut is the id of a link of
    any kind; the target of all others is the id of a claim. `relevance`, in (0, 1], scales the
    force of the link.

    Raises ValueError when there is no premise or the relevance is out of range.
    """

    id: str
    premises: tuple[str, ...]
    target: str
    kind: LinkKind
    relevance: float = 1.0

    def __post_init__(self) -> None:
        if not self.premises:
            raise ValueError(f"link {self.id!r} has no premise")
        if not 0.0 < self.relevance <= 1.0:
            raise ValueError(f"link {self.id!r} has relevance {self.relevance}, outside (0, 1]")
