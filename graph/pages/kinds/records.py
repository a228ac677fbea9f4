"""The page that tells every kind of record, field by field."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.kinds.record_reference import RecordForm, record_forms
from graph.pages.template import Template
from graph.pages.views.annotation import annotation_html


@dataclass(frozen=True)
class RecordsContext:
    """The kinds of record and their fields."""

    forms: tuple[RecordForm, ...]
    """Every kind of record."""
    annotation: Callable[[str], Markup]
    """Markdown as HTML: `annotation(field.meaning)`."""


TEMPLATE = Template("records.html", RecordsContext)


def records_pages(edition: Edition) -> Iterator[SitePage]:
    """The one page."""
    yield edition.page(
        TEMPLATE,
        "records/",
        edition.lang.t("records.title"),
        lambda: RecordsContext(record_forms(), annotation_html),
    )


RECORDS = PageKind(TEMPLATE, records_pages)
