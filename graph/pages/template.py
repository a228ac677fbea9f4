"""A template, and what it gets to fill in."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Own = TypeVar("Own", bound="DataclassInstance")


@dataclass(frozen=True)
class Template(Generic[Own]):
    """A file of `templates/`, and the class of what it gets beside what all of them get.

    The docstrings of that class and of its fields are what the page about templates tells.
    """

    file: str
    own: type[Own]

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.file.partition(".")[0]


@dataclass(frozen=True)
class Nothing:
    """Nothing of its own."""


def names(context: "DataclassInstance") -> dict[str, Any]:
    """What a template gets, by name."""
    return {field.name: getattr(context, field.name) for field in fields(context)}
