"""The types of link: what each does, how it is called and how it is shown.

Whatever differs from one type of link to another is told here once. Programs go by what a type
does rather than by its name; the form, the scripts of the site and its styles go by what
`make vocabulary` writes of this table. A link stands in a field of the arguing claim; where two
types share a field, the scheme of a link tells them apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple


class Polarity(StrEnum):
    """What a link does to its target.

    It raises or lowers a claim, weakens a step, or lets a claim hold only as far as it holds
    itself.
    """

    HELPS = "helps"
    HINDERS = "hinders"
    UNDERCUTS = "undercuts"
    CONDITIONS = "conditions"


class LinkType(StrEnum):
    """The types of link, each by what the arguing claim does."""

    SUPPORT = "supports"
    CONTRADICTION = "contradicts"
    UNDERCUT = "undercuts"
    CONDITION = "conditions"

    @cached_property
    def traits(self) -> "Traits":
        """What the type does and how it is called and shown."""
        return LINK_TYPES[self]

    @cached_property
    def polarity(self) -> Polarity:
        """What it does to its target."""
        return self.traits.polarity

    @cached_property
    def field(self) -> str:
        """The field of the arguing claim in which its links stand."""
        return self.traits.field

    @cached_property
    def at_link(self) -> bool:
        """Whether it bears on a step, and not on a claim."""
        return self.polarity is Polarity.UNDERCUTS

    @cached_property
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

    Its links stand in the `field` of a claim; of a field that types share they are those with
    `scheme`, or all others where that is empty. `asked` is the question for its target; `by` what
    the target is by the arguing claim; `joining` the word by which a claim is joined to that;
    `role` what the arguing claim is: these are for answers in English, the site has words of its
    own in every language. `mark` stands for the type where an argument is written in numbers.
    `border` is the line of a box in CSS; `dashes` those of a line in SVG, empty for an unbroken
    one.
    """

    polarity: Polarity
    field: str
    asked: str
    by: str
    joining: str
    role: str
    mark: str
    sign: str
    colour: Colour
    border: str
    dashes: str = ""
    scheme: str = ""

    @property
    def double(self) -> bool:
        """Whether its line is two lines, side by side."""
        return self.border == "double"


LINK_TYPES: Mapping[LinkType, Traits] = MappingProxyType(
    {
        LinkType.SUPPORT: Traits(
            Polarity.HELPS, "supports", "Which claim does it support?",
            "supported-by", "because", "a reason for", "+", "▲",
            Colour("#0068a3", "#56b4e9"), "solid",
        ),
        LinkType.CONTRADICTION: Traits(
            Polarity.HINDERS, "contradicts", "Which claim does it contradict?",
            "contradicted-by", "but", "an objection to", "-", "▼",
            Colour("#a84a00", "#e69f00"), "dashed", "5 4",
        ),
        LinkType.UNDERCUT: Traits(
            Polarity.UNDERCUTS, "undercuts", "Which step does it undercut, as claim -> target?",
            "undercut-by", "unless", "an objection to the step", "/", "◆",
            Colour("#6b4fa0", "#b79be6"), "dotted", "1.5 3",
        ),
        LinkType.CONDITION: Traits(
            Polarity.CONDITIONS, "supports", "Which claim can hold only if it does?",
            "conditioned-by", "only if", "a condition of", "?", "■",
            Colour("#1f6f50", "#59c796"), "double", scheme="necessary-condition",
        ),
    }
)  # fmt: skip
"""Every type of link, in the order in which they are offered and listed."""

LINK_FIELDS = tuple(dict.fromkeys(each.field for each in LinkType))
"""The fields of a claim in which its links stand, in the order of a record."""

_TYPES: Mapping[str, Mapping[str, LinkType]] = {
    field: {each.traits.scheme: each for each in LinkType if each.field == field}
    for field in LINK_FIELDS
}


def type_of(field: str, scheme: str | None) -> LinkType:
    """The type of a link that stands in this field with this scheme, or with none.

    Raises:
        KeyError: no link stands in such a field.
    """
    found = _TYPES[field]
    return found.get(scheme or "") or found[""]


def types_that(*polarities: Polarity) -> tuple[LinkType, ...]:
    """The types of link that do this, in the order of the table."""
    return tuple(each for each in LinkType if each.polarity in polarities)
