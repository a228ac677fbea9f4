"""Keywords: words that readers will look for and that the texts of a record do not have."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, RootModel
from pydantic_core import PydanticCustomError

from graph.records import limits
from graph.records.scalars import Keyword, Language


def _few(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise PydanticCustomError("too_short", "expected at least one")
    if len(value) > limits.KEYWORDS:
        raise PydanticCustomError(
            "too_many_keywords",
            "{number} keywords in one language; {most} are the most",
            {"number": len(value), "most": limits.KEYWORDS},
        )
    return value


_Several = Annotated[
    tuple[Keyword, ...],
    Field(json_schema_extra={"minItems": 1, "maxItems": limits.KEYWORDS}),
    AfterValidator(_few),
]


class KeywordLists(RootModel[dict[Language, _Several]]):
    """Lists of words to find a record by, one per language.

    Written as a mapping from language codes to lists: `{en: […, …], nl: […]}`.
    """

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={"minProperties": 1, "additionalProperties": False},
        defer_build=True,
    )

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        """All of them, each once without regard to case, language after language."""
        each_once: dict[str, str] = {}
        for words in self.root.values():
            for word in words:
                each_once.setdefault(word.casefold(), word)
        return iter(each_once.values())


def _by_language(value: Any) -> Any:
    if not isinstance(value, dict):
        raise PydanticCustomError(
            "expected_lists", "expected a list of words per language, as in {en: […, …]}"
        )
    if not value:
        raise PydanticCustomError("expected_language", "expected at least one language")
    return value


Keywords = Annotated[KeywordLists, BeforeValidator(_by_language)]
"""Words to find a record by, as a mapping from languages to lists."""
