"""Sources as BibTeX."""

import io
from collections.abc import Iterable

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

from graph.exchange.csl_json import source_note
from graph.exchange.format import Format, Subject, one_file
from graph.exchange.latex import latex, verbatim
from graph.records import Name, Source, SourceType

_TYPES = {
    SourceType.ARTICLE: "article",
    SourceType.ARTICLE_JOURNAL: "article",
    SourceType.ARTICLE_MAGAZINE: "article",
    SourceType.ARTICLE_NEWSPAPER: "article",
    SourceType.BOOK: "book",
    SourceType.CHAPTER: "incollection",
    SourceType.PAPER_CONFERENCE: "inproceedings",
    SourceType.REPORT: "techreport",
    SourceType.THESIS: "phdthesis",
}
_ADDRESSES = frozenset(("doi", "url"))
"""Fields that reference managers and LaTeX packages take as they are."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def bibtex(sources: Iterable[Source]) -> str:
    """A BibTeX database of the sources, in their order."""
    entries = {source.id: _entry(source) for source in sources}
    file = io.StringIO()
    _Writer().write_stream(BibliographyData(entries), file)
    return file.getvalue()


class _Writer(Writer):  # type: ignore[misc]
    """Writes fields that are LaTeX already, each escaped in its own way."""

    def _encode(self, text: str) -> str:
        return text

    def check_braces(self, text: str) -> None:
        """Ask what has none in no other way: that takes longer than all the rest."""
        if "{" in text or "}" in text:
            super().check_braces(text)


def _entry(source: Source) -> Entry:
    kind = _TYPES.get(source.type, "misc")
    date = (source.issued or "").split("-")
    # BibTeX keeps the container of an article as its journal, of a part as its book.
    container = "journal" if kind == "article" else "booktitle"
    # A report is issued by an institution in BibTeX's terms.
    publisher = "institution" if kind == "techreport" else "publisher"
    fields = {
        "title": source.title,
        container: source.container_title,
        publisher: source.publisher,
        "year": date[0],
        "month": _MONTHS[int(date[1]) - 1] if len(date) > 1 else None,
        "volume": source.volume,
        "number": source.issue,
        "pages": source.page,
        "language": source.language,
        "doi": source.doi,
        "url": source.url,
        "urldate": source.accessed,
        "keywords": ", ".join(source.keywords or ()),
        "note": source_note(source),
    }
    kept = [
        (name, verbatim(value) if name in _ADDRESSES else latex(value))
        for name, value in fields.items()
        if value
    ]
    authors = [_person(each) for each in source.author if each.full]
    return Entry(kind, fields=kept, persons={"author": authors} if authors else {})


def _person(name: Name) -> Person:
    if name.literal is None and name.family and name.given:
        return Person(first=_part(name.given), last=_part(name.family))
    # A body, or whoever has one name only: none of its words is a first name.
    whole = name.literal is not None or " " in name.full
    return Person(last=_part(name.full, whole))


def _part(text: str, whole: bool = False) -> str:
    """A part of a name, in braces where that keeps what BibTeX would take apart in one piece."""
    parted = "," in text or any(word.lower() in ("and", "others") for word in text.split())
    return f"{{{latex(text)}}}" if parted or whole else latex(text)


BIBTEX = Format(
    name="bibtex",
    label="BibTeX",
    subject=Subject.SOURCES,
    path="sources.bib",
    media_type="application/x-bibtex",
    files=one_file("sources.bib", lambda kb: bibtex(kb.sources.values())),
)
