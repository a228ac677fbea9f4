"""How a knowledge base is cited as a whole: what its `CITATION.cff` says.

Citation File Format 1.2.0, https://citation-file-format.github.io. Code hosts and reference
managers read the same file.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.records import Source, SourceType
from graph.store.problem import Fault, Problem, Span
from graph.store.regular_file import read_regular
from graph.store.surroundings import CITATION
from graph.store.yaml_reading import read_yaml
from graph.text.naming import slug

_LARGEST = 64 * 1024
_TOP = Span(1, 1, 2)
_FIELDS: Mapping[int | str, str] = {
    "title": "title",
    "author": "authors",
    "issued": "date-released",
    "URL": "url",
    "DOI": "doi",
}
"""What the file calls the fields of a source."""


def citation_text(root: Path) -> str:
    """The text of the file below a root; empty where there is none that can be read."""
    raw = read_regular(root / CITATION, root, _LARGEST)
    return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""


def cited_whole(text: str) -> Source | None:
    """The knowledge base as a work that is cited; None where the text names no work."""
    fields = _fields(read_yaml(text).data)
    try:
        return Source.model_validate(fields)
    except ValidationError:
        return None


def unusable_citation(root: Path) -> Iterator[Problem]:
    """Why the file below a root names no work that can be cited, if there is one that does not."""
    text = citation_text(root)
    if not text.strip():
        return
    reading = read_yaml(text)
    if reading.data is None and reading.complaints:
        told = reading.complaints[0]
        yield Problem(CITATION, Fault.NO_WORK, told.span, told.detail)
        return
    try:
        Source.model_validate(_fields(reading.data))
    except ValidationError as error:
        wrong = (each["loc"] for each in error.errors() if each["loc"][0] in _FIELDS)
        field, *within = next(wrong, ("title",))
        path = (_FIELDS[field], *within[:1])
        there = isinstance(reading.data, dict) and path[0] in reading.data
        said = "is none that a work can have" if there else "is missing"
        whole = reading.places.get((), _TOP)
        span = reading.places.get(path, reading.places.get(path[:1], whole))
        yield Problem(CITATION, Fault.NO_WORK, span, f"its `{path[0]}` {said}")


def _fields(data: Any) -> dict[str, Any]:
    """The fields of the work as a source has them, whatever stands there."""
    said = data if isinstance(data, dict) else {}
    title, authors = said.get("title"), said.get("authors")
    return {
        "id": slug(title, "site") if isinstance(title, str) else "site",
        "type": SourceType.WEBPAGE,
        "title": title,
        "author": [_name(each) for each in authors or () if isinstance(each, dict)]
        if isinstance(authors, list)
        else [],
        "issued": said.get("date-released"),
        "URL": said.get("url"),
        "DOI": said.get("doi"),
    }


def _name(author: dict[str, Any]) -> dict[str, Any]:
    """The fields of an author's name: a body has a `name`, a person names in parts."""
    if isinstance(author.get("name"), str):
        return {"literal": author["name"]}
    family = (author.get("name-particle"), author.get("family-names"), author.get("name-suffix"))
    parts = [each for each in family if isinstance(each, str)]
    given = author.get("given-names")
    return {"family": " ".join(parts) or None, "given": given if isinstance(given, str) else None}
