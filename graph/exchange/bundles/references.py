"""What the records of a bundle call each other, and the ids that they have in the end."""

from collections.abc import Callable, Mapping
from typing import Any

from graph.records.link_name import LinkName
from graph.records.naming_fields import NAMING_FIELDS
from graph.store import FieldPath

Renaming = Callable[[str, str, FieldPath], str]
"""From a kind, the name of one and where it stands to the id that is meant."""


def renamed(kind: str, fields: Mapping[str, Any], by: Renaming) -> dict[str, Any]:
    """The fields of a record of this kind with the ids of what they name."""
    naming = NAMING_FIELDS.get(kind, {})

    def meant(value: Any, way: FieldPath) -> Any:
        if isinstance(value, dict):
            return {each: meant(below, (*way, each)) for each, below in value.items()}
        if isinstance(value, list):
            return [meant(below, (*way, at)) for at, below in enumerate(value)]
        what = naming.get(tuple(each for each in way if isinstance(each, str)))
        if what in (None, "scheme") or not isinstance(value, (str, int)) or isinstance(value, bool):
            return value
        text = str(value).strip()
        if what != "link":
            return by("claim" if what == "question" else what, text, way)
        named = LinkName.meant(text)
        found = named.renamed(lambda claim: by("claim", claim, way))
        return text if found == named else str(found)

    return {each: meant(below, (each,)) for each, below in fields.items()}
