"""Templates use what they are given, and all of it is told."""

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, meta, nodes

from graph.pages.bundled import TEMPLATES as FOLDER
from graph.pages.frame import ALIKE, GLOBALS
from graph.pages.kinds.registry import TEMPLATES
from graph.pages.kinds.templates import template_form
from graph.pages.shared_context import SharedContext
from graph.pages.template import Template

ENVIRONMENT = Environment(loader=FileSystemLoader(FOLDER), autoescape=True)
SHARED = {field.name for field in fields(SharedContext)}


@cache
def _read(file: str) -> frozenset[str]:
    """The names that a template reads, and those that it extends, imports or includes."""
    loader = ENVIRONMENT.loader
    assert loader is not None
    parsed = ENVIRONMENT.parse(loader.get_source(ENVIRONMENT, file)[0])
    # Jinja does not see that blocks know macros outside of them, and counts a name that is set
    # under a condition; what a macro is called with is no name of the context.
    found = meta.find_undeclared_variables(parsed) - {"caller", *GLOBALS} - set(_made(parsed))
    for other in meta.find_referenced_templates(parsed):
        assert other is not None, "a template that is named by a variable cannot be looked into"
        found |= _read(other)
    return frozenset(found)


def _made(parsed: nodes.Template) -> Iterator[str]:
    """The names that a template makes itself."""
    yield from (macro.name for macro in parsed.find_all(nodes.Macro))
    for imported in parsed.find_all(nodes.FromImport):
        yield from (each if isinstance(each, str) else each[1] for each in imported.names)
    targets = [made.target for made in parsed.find_all(nodes.Assign)]
    targets += [made.target for made in parsed.find_all(nodes.AssignBlock)]
    yield from (target.name for target in targets if isinstance(target, nodes.Name))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.file)
def test_a_template_reads_what_it_is_given_and_is_given_nothing_else(
    template: Template[Any],
) -> None:
    own = {field.name for field in fields(template.own)}
    read = _read(template.file)
    assert read <= own | SHARED
    assert own <= read


def _parsed(file: str) -> nodes.Template:
    return ENVIRONMENT.parse((FOLDER / file).read_text("utf-8"))


def _imported_alone() -> set[str]:
    """The templates whose macros get nothing of the page on which they are used."""
    files = (path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.*ml"))
    imports = (each for file in files for each in _parsed(file).find_all(nodes.FromImport))
    return {
        each.template.value
        for each in imports
        if isinstance(each.template, nodes.Const) and not each.with_context
    }


def test_macros_use_what_is_alike_on_all_pages() -> None:
    files = _imported_alone()
    assert "partials/marks.html" in files
    for file in files:
        assert _read(file) <= {*ALIKE, *GLOBALS}


def test_every_shared_name_is_read_by_some_template() -> None:
    assert frozenset().union(*(_read(each.file) for each in TEMPLATES)) >= SHARED


def test_every_file_that_is_no_part_of_others_is_a_template_that_is_filled_in() -> None:
    there = {path.name for path in FOLDER.iterdir() if path.is_file()}
    assert there - {"layout.html"} == {each.file for each in TEMPLATES}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.file)
def test_every_name_is_told_with_its_type_and_meaning(
    template: Template[Any],
) -> None:
    form = template_form(template.file, template.own)
    assert form.meaning
    assert [each.name for each in form.names] == [each.name for each in fields(template.own)]
    assert all(each.type and each.meaning for each in form.names)


def test_what_all_templates_get_is_told_too() -> None:
    form = template_form("", SharedContext)
    assert {each.name for each in form.names} == SHARED
    assert all(each.type and each.meaning for each in form.names)
    assert next(each for each in form.names if each.name == "base").meaning.startswith("The way")


def test_what_every_page_has_gets_no_anchor_that_a_heading_may_have() -> None:
    layout = (FOLDER / "layout.html").read_text("utf-8")
    anchors = re.findall(r' id="([^"]*)"', layout)
    assert anchors
    assert all(each.startswith("site-") for each in anchors)
