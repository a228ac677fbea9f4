"""The page that tells what every template gets, from the classes themselves."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from markupsafe import Markup

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.shared_context import SharedContext
from graph.pages.template import Template
from graph.pages.views.annotation import annotation_html


@dataclass(frozen=True)
class NameEntry:
    """A name that a template may use: its type in Python's notation, and its meaning."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True)
class TemplateForm:
    """What a template is for, and what it gets under which name."""

    file: str
    meaning: str
    names: tuple[NameEntry, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"template-{self.file.replace('.', '-')}"


@dataclass(frozen=True)
class TemplatesContext:
    """This page: every template, and what it gets."""

    shared: TemplateForm
    """What all of them get."""
    forms: Sequence[TemplateForm]
    """What each gets beside that."""
    annotation: Callable[[str], Markup]
    """Markdown as HTML: `annotation(entry.meaning)`."""


TEMPLATE = Template("templates.html", TemplatesContext)


def template_form(file: str, context: type[Any]) -> TemplateForm:
    """What the class of a template's names says of itself and of its fields."""
    (parsed,) = ast.parse(textwrap.dedent(inspect.getsource(context))).body
    assert isinstance(parsed, ast.ClassDef)
    return TemplateForm(file, inspect.getdoc(context) or "", tuple(_entries(parsed)))


@cache
def _form(template: Template[Any]) -> TemplateForm:
    """That of a template, which stays as long as the process does."""
    return template_form(template.file, template.own)


def _entries(parsed: ast.ClassDef) -> Iterator[NameEntry]:
    # Python keeps no docstring of a field: it is the text that stands below it.
    for field, below in zip(parsed.body, [*parsed.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            said = below.value if isinstance(below, ast.Expr) else None
            meaning = said.value if isinstance(said, ast.Constant) else ""
            cleaned = inspect.cleandoc(meaning) if isinstance(meaning, str) else ""
            yield NameEntry(field.target.id, ast.unparse(field.annotation), cleaned)


def templates_pages(templates: Sequence[Template[Any]], edition: Edition) -> Iterator[SitePage]:
    """The one page."""
    title = edition.lang.t("templates.title")
    yield edition.page(TEMPLATE, "templates/", title, partial(_context, templates))


def _context(templates: Sequence[Template[Any]]) -> TemplatesContext:
    return TemplatesContext(
        template_form("", SharedContext),
        [_form(each) for each in templates],
        annotation_html,
    )


def templates_kind(others: Sequence[Template[Any]]) -> PageKind:
    """The kind of this page, which tells of the other templates and of its own."""
    every = sorted((*others, TEMPLATE), key=lambda each: each.file)
    return PageKind(TEMPLATE, partial(templates_pages, every))
