"""Sources as BibTeX."""

from collections.abc import Iterable

from pybtex.database import BibliographyData, Entry, Person

from graph.exchange.format import Format, Subject, one_file
from graph.records import LocalizedText, Name, Source, SourceType

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
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def bibtex(sources: Iterable[Source]) -> str:
    """A BibTeX database of the sources, in their order."""
    entries = {source.id: _entry(source) for source in sources}
    return str(BibliographyData(entries).to_string("bibtex"))


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
        "note": source.note,
    }
    kept = [(name, value) for name, value in fields.items() if value]
    persons = {"author": [_person(each) for each in source.author]} if source.author else {}
    return Entry(kind, fields=kept, persons=persons)


def _person(name: Name) -> Person:
    if name.literal is not None:
        # Braces keep the name of a body in one piece.
        return Person(last=f"{{{name.literal}}}")
    return Person(first=name.given or "", last=name.family or "")


BIBTEX = Format(
    name="bibtex",
    label="BibTeX",
    subject=Subject.SOURCES,
    path="sources.bib",
    media_type="application/x-bibtex",
    title=LocalizedText({"en": "The sources as BibTeX", "nl": "De bronnen als BibTeX"}),
    description=LocalizedText(
        {
            "en": "The bibliography for LaTeX and reference managers.",
            "nl": "De bibliografie voor LaTeX en verwijsprogramma’s.",
        }
    ),
    files=one_file("sources.bib", lambda kb: bibtex(kb.sources.values())),
)
