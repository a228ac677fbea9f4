"""What was given of a new claim, as a draft that can be looked at."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.cli.program import remark
from graph.errors import AnswerError

if TYPE_CHECKING:
    from graph.base import KnowledgeBase
    from graph.drafting.draft import Draft

_OPTIONS = {
    "new_source.type": "--type",
    "new_source.level": "--level",
    "new_source.seen_at": "--seen-at",
}
"""The options that fill in what a draft has under another name."""


def passage_of(
    kb: "KnowledgeBase", fields: dict[str, Any], quote: str, folder: Path | None
) -> dict[str, Any]:
    """The fields of a draft that say where quoted words are.

    Raises:
        AnswerError: they are nowhere, or in more than one place.
    """
    from graph.answers.locate import (
        located,
        record_of,
        texts_at_hand,
        texts_of_no_source,
        the_place,
    )

    if fields["start"] or fields["end"]:
        raise AnswerError("give --quote, or else --start and --end: they say the same")
    if "new_source" in fields:
        texts = texts_of_no_source(kb, folder)
    else:
        texts = texts_at_hand(kb, folder, fields.get("source"))
    text, place = the_place(located(texts, quote, fields["paragraph"]))
    found = record_of(text, place).model_dump(exclude_none=True)
    named = text.source is not None or "new_source" in fields
    if not named:
        raise AnswerError(
            f"the words are in {text.name}, of which there is no source yet: describe it, with "
            "--source ADDRESS or --source new, --title, --author and --issued"
        )
    if "new_source" in fields:
        del found["source"]
    return found


def draft_of(fields: dict[str, Any]) -> "Draft":
    """The draft with these fields.

    Raises:
        AnswerError: a field has a value that no draft can have.
    """
    from graph.drafting.draft import Draft
    from graph.drafting.writing import filled_in

    return filled_in(Draft, fields, _called)


def _called(field: str) -> str:
    return _OPTIONS.get(field, field)


def about(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields, with those of a question that was to argue with a claim put right."""
    if fields["kind"] != "question" or not fields["links"]:
        return fields
    from graph.records.link_name import LinkName

    remark("a question is no reason and no objection: it is kept as one about its target")
    about = [LinkName.meant(each["target"]).claim for each in fields["links"]]
    return {**fields, "links": [], "specifies": [*fields["specifies"], *about]}
