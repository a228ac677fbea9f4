"""The pages that are written by hand, in Markdown, and the parts of them that the program makes.

Where the text has `<!-- made: NAME -->` on a line of its own, that part stands on the page.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from markupsafe import Markup

from graph.exchange.bibtex import bibtex
from graph.pages.edition import Edition
from graph.pages.shared_context import SharedContext
from graph.pages.template import Template
from graph.pages.views.citation import citation
from graph.pages.views.grades import GradeRow, grade_rows
from graph.pages.views.worked_example import WorkedExample
from graph.records.grades import Grades
from graph.store.surroundings import CITATION


class WrittenPage(Protocol):
    """A page as the site's engine has it."""

    content: str | None


@dataclass(frozen=True)
class WrittenContext:
    """A page of `site/` that is written in Markdown. The site's engine adds names of its own."""

    page: WrittenPage
    """The page as MkDocs has it; `page.content` is its text as HTML."""
    written_in: str
    """The code of the language of the text."""
    notice: str
    """That the text is in another language than the page; empty where it is not."""


TEMPLATE = Template("main.html", WrittenContext)


def shared_by_written(edition: Edition, path: str, title: str) -> SharedContext:
    """What such a page has in common with the others."""
    return edition.shared(path, title, "site.method" if path.startswith("method/") else "")


@dataclass(frozen=True)
class GradesContext:
    """The table of grades, as `made: grades`."""

    grades: tuple[GradeRow, ...]
    own: bool
    """Whether the knowledge base has other grades than the program."""


@dataclass(frozen=True)
class ExampleContext:
    """The worked example of weighing, as `made: example`."""

    example: WorkedExample


def _grades(edition: Edition) -> GradesContext:
    grades = edition.kb.grades
    return GradesContext(grade_rows(edition.lang, grades), grades != Grades())


def _example(edition: Edition) -> ExampleContext:
    return ExampleContext(WorkedExample(edition.lang, edition.kb.grades))


@dataclass(frozen=True)
class CitingContext:
    """How the whole is cited, as `made: citing`."""

    citation: Markup
    """An entry of a bibliography."""
    bibtex: str
    """The same as BibTeX."""
    file: str
    """The file that says so to other programs, below the site's root; empty where there is none."""


def _citing(edition: Edition) -> CitingContext:
    whole = edition.as_work
    file = CITATION if edition.frame.settings.citation else ""
    return CitingContext(citation(whole, edition.lang.code), bibtex([whole]), file)


PARTS: Mapping[str, tuple[Template[Any], Callable[[Edition], Any]]] = {
    "grades": (Template("partials/grades.html", GradesContext), _grades),
    "example": (Template("partials/worked-example.html", ExampleContext), _example),
    "citing": (Template("partials/citing.html", CitingContext), _citing),
}
"""The parts that a hand-written page can have made: template, and what it gets."""

_MADE = re.compile(r"<!-- made: ([a-z-]+) -->")


def with_parts(edition: Edition, path: str, html: str) -> str:
    """The text of the page at `path` as HTML, with the parts that it has made.

    Names that are not in `PARTS` are left as they stand, and so is a name that has had its part:
    the part has ids, which a page has once.
    """
    there: set[str] = set()

    def made(found: re.Match[str]) -> str:
        if found[1] not in PARTS or found[1] in there:
            return found[0]
        there.add(found[1])
        template, own = PARTS[found[1]]
        return edition.frame.render(template, edition.shared(path, ""), own(edition))

    return _MADE.sub(made, html)
