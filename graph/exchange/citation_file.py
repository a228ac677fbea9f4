"""How a knowledge base is cited as a whole: what its `CITATION.cff` says.

Citation File Format 1.2.0, https://citation-file-format.github.io. Code hosts and reference
managers read the same file.
"""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.records import Source, SourceType
from graph.store.regular_file import read_regular
from graph.store.surroundings import CITATION
from graph.store.yaml_reading import read_yaml
from graph.text.naming import slug

_LARGEST = 64 * 1024


def citation_text(root: Path) -> str:
    """The text of the file below a root; empty where there is none that can be read."""
    raw = read_regular(root / CITATION, root, _LARGEST)
    return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""


def cited_whole(text: str) -> Source | None:
    """The knowledge base as a work that is cited; None where the text names no work."""
    data = read_yaml(text).data
    if not isinstance(data, dict) or not isinstance(title := data.get("title"), str):
        return None
    authors = data.get("authors")
    fields = {
        "id": slug(title, "site"),
        "type": SourceType.WEBPAGE,
        "title": title,
        "author": [_name(each) for each in authors or () if isinstance(each, dict)]
        if isinstance(authors, list)
        else [],
        "issued": data.get("date-released"),
        "URL": data.get("url"),
        "DOI": data.get("doi"),
    }
    try:
        return Source.model_validate(fields)
    except ValidationError:
        return None


def _name(author: dict[str, Any]) -> dict[str, Any]:
    """The fields of an author's name: a body has a `name`, a person names in parts."""
    if isinstance(author.get("name"), str):
        return {"literal": author["name"]}
    family = (author.get("name-particle"), author.get("family-names"), author.get("name-suffix"))
    parts = [each for each in family if isinstance(each, str)]
    given = author.get("given-names")
    return {"family": " ".join(parts) or None, "given": given if isinstance(given, str) else None}
