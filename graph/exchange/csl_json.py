"""Sources as CSL-JSON, the input format of citation processors (CSL 1.0.2)."""

from typing import Any

from graph.exchange.format import Format, Subject, json_text, one_file
from graph.records import Name, Source


def csl_item(source: Source) -> dict[str, Any]:
    """One source as a CSL-JSON item; dates as date-parts, names as CSL names."""
    item: dict[str, Any] = {"id": source.id, "type": source.type.value, "title": source.title}
    if source.author:
        item["author"] = [_name(each) for each in source.author]
    for variable, date in (("issued", source.issued), ("accessed", source.accessed)):
        if date is not None:
            item[variable] = {"date-parts": [[int(part) for part in date.split("-")]]}
    others = {
        "container-title": source.container_title,
        "publisher": source.publisher,
        "volume": source.volume,
        "issue": source.issue,
        "page": source.page,
        "language": source.language,
        "URL": source.url,
        "DOI": source.doi,
        "keyword": ", ".join(source.keywords or ()) or None,
        "note": source_note(source),
    }
    item.update({variable: value for variable, value in others.items() if value is not None})
    return item


def source_note(source: Source) -> str | None:
    """The note of a source, with where its text was read: bibliographies have one address of
    a work, which is its own."""
    if source.seen_at is None:
        return source.note
    said = f"{source.note.removesuffix('.')}. " if source.note else ""
    return f"{said}Seen at {source.seen_at}"


def _name(name: Name) -> dict[str, str]:
    if name.literal is not None:
        return {"literal": name.literal}
    parts = {"family": name.family, "given": name.given}
    return {key: value for key, value in parts.items() if value is not None}


CSL_JSON = Format(
    name="csl-json",
    label="CSL-JSON",
    subject=Subject.SOURCES,
    path="sources.json",
    media_type="application/vnd.citationstyles.csl+json",
    files=one_file(
        "sources.json", lambda kb: json_text([csl_item(each) for each in kb.sources.values()])
    ),
)
