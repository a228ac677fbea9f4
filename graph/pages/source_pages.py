"""The pages of sources."""

from collections.abc import Iterator
from functools import partial

from graph.pages.attribution import said_in
from graph.pages.citation import citation
from graph.pages.edition import Edition
from graph.pages.frame import SitePage


def source_pages(edition: Edition) -> Iterator[SitePage]:
    """The list of sources and a page for each."""
    said = said_in(edition.reader)
    sources = edition.kb.sources.values()
    counts = {id_: sum(len(pairs) for _, pairs in places) for id_, places in said.items()}
    rows = [
        {
            "source": each,
            "count": counts.get(each.id, 0),
            "citation": citation(each, edition.lang.code),
        }
        for each in sources
    ]
    yield edition.page(
        "sources/",
        "sources.html",
        edition.lang.t("site.sources"),
        lambda: {"sources": rows},
        "site.sources",
    )
    for source, row in zip(sources, rows, strict=True):
        yield edition.page(
            f"sources/{source.id}/",
            "source.html",
            source.title,
            partial(dict, row, paragraphs=said.get(source.id, ())),
            "site.sources",
        )
