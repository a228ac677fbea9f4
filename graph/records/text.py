"""Text that stands in more than one language."""

from collections.abc import Iterable
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, ConfigDict, RootModel
from pydantic_core import PydanticCustomError

from graph.records.scalars import Language, Line, WordingMark

ANY_LANGUAGE = "und"
"""BCP 47's "undetermined": a text that is the same in every language, such as a name."""


FALLBACK = "en"
"""The language of the program itself: of its terminal and its reference, and of the words of a
site for which nobody gives any others."""


class Wording(NamedTuple):
    """A text in the language it was found in."""

    language: str
    text: str


def per_language(languages: Iterable[str]) -> str:
    """How one text per language is written, as a pattern to fill in: `{en: …, nl: …}`."""
    return "{" + ", ".join(f"{each}: …" for each in languages) + "}"


class LocalizedText(RootModel[dict[Language, Line]]):
    """One text per language, at least one.

    Written as a mapping from language codes to texts: `{en: …, nl: …}`.
    """

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={"minProperties": 1, "additionalProperties": False},
        defer_build=True,
    )

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages present, sorted."""
        return tuple(sorted(self.root))

    @property
    def original(self) -> Wording:
        """The text that stands first in the record, of which the others are translations."""
        return Wording(*next(iter(self.root.items())))

    def get(self, language: str) -> str | None:
        """The text in exactly this language, or the text that fits every language."""
        return self.root.get(language) or self.root.get(ANY_LANGUAGE)

    def wording(self, language: str) -> Wording:
        """The text in this language or, failing that, the original."""
        text = self.get(language)
        return self.original if text is None else Wording(language, text)

    def missing(self, languages: Iterable[str]) -> tuple[str, ...]:
        """Those of the languages that have no text here."""
        return tuple(each for each in languages if self.get(each) is None)


class WordingMarks(RootModel[dict[Language, WordingMark]]):
    """For each language with a translation, the mark of the text that it was made from."""

    model_config = ConfigDict(
        frozen=True, json_schema_extra={"additionalProperties": False}, defer_build=True
    )

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))


def _not_empty(value: Any) -> Any:
    if isinstance(value, str):
        raise PydanticCustomError(
            "expected_localized", "expected one text per language, as in {en: …, nl: …}"
        )
    if isinstance(value, dict) and not value:
        raise PydanticCustomError("expected_language", "expected at least one language")
    return value


def _same_in_every_language(value: Any) -> Any:
    if isinstance(value, dict):
        return _not_empty(value)
    return {ANY_LANGUAGE: value} if isinstance(value, str) else value


Localized = Annotated[LocalizedText, BeforeValidator(_not_empty)]
"""A text per language, as a mapping."""

NameText = Annotated[
    LocalizedText,
    BeforeValidator(_same_in_every_language, json_schema_input_type=Line | LocalizedText),
]
"""A text per language, or one text that is the same in all of them."""
