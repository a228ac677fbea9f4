"""The types of link: what each does, how it is called and how it is shown.

Whatever differs from one type of link to another is told here once. Programs go by what a type
does rather than by its name; the form, the scripts of the site and its styles go by what
`make vocabulary` writes of this table. A type is named after the field of a claim in which its
links stand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Polarity(StrEnum):
    """What a link does to its target: it raises or lowers a claim, or weakens a step."""

    HELPS = "helps"
    HINDERS = "hinders"
    UNDERCUTS = "undercuts"


class LinkType(StrEnum):
    """The types of link, in the words of the records."""

    SUPPORT = "supports"
    CONTRADICTION = "contradicts"
    UNDERCUT = "undercuts"

    @property
    def traits(self) -> "Traits":
        """What the type does and how it is called and shown."""
        return LINK_TYPES[self]

    @property
    def polarity(self) -> Polarity:
        """What it does to its target."""
        return self.traits.polarity

    @property
    def at_link(self) -> bool:
        """Whether it bears on a step, and not on a claim."""
        return self.polarity is Polarity.UNDERCUTS

    @property
    def names(self) -> str:
        """The field of a link in which its target stands: `claim` or `link`."""
        return "link" if self.at_link else "claim"


class Colour(NamedTuple):
    """A colour on light paper and on dark, as CSS has it."""

    light: str
    dark: str


@dataclass(frozen=True)
class Traits:
    """What a type of link does, and how it is called and shown.

    `verb` is what a claim does by it; `joining` the word by which its target is joined to it;
    `role` what the arguing claim is: these are for answers in English, the site has words of
    its own in every language. `border` is the line of a box in CSS; `dashes` those of a line in
    SVG, empty for an unbroken one.
    """

    polarity: Polarity
    verb: str
    joining: str
    role: str
    sign: str
    colour: Colour
    border: str
    dashes: str = ""


LINK_TYPES: Mapping[LinkType, Traits] = MappingProxyType(
    {
        LinkType.SUPPORT: Traits(
            Polarity.HELPS, "support", "because", "a reason for",
            "▲", Colour("#0068a3", "#56b4e9"), "solid",
        ),
        LinkType.CONTRADICTION: Traits(
            Polarity.HINDERS, "contradict", "but", "an objection to",
            "▼", Colour("#a84a00", "#e69f00"), "dashed", "5 4",
        ),
        LinkType.UNDERCUT: Traits(
            Polarity.UNDERCUTS, "undercut", "unless", "an objection to the step",
            "◆", Colour("#6b4fa0", "#b79be6"), "dotted", "1.5 3",
        ),
    }
)  # fmt: skip
"""Every type of link, in the order in which their fields stand in a record."""


def types_that(*polarities: Polarity) -> tuple[LinkType, ...]:
    """The types of link that do this, in the order of the table."""
    return tuple(each for each in LinkType if each.polarity in polarities)
