"""What is told of templates is what pages are made with."""

from pathlib import Path

import pytest
from jinja2 import Environment, TemplateNotFound

from graph.pages.template_files import TemplateFiles


@pytest.fixture
def files(tmp_path: Path) -> TemplateFiles:
    for name, text in {
        "own/page.html": '{% extends "layout.html" %}{%- include "piece.html" %}',
        "own/odd.html": "{% include named %}",
        "given/layout.html": "{% from 'macros.html' import mark with context %}",
        "given/macros.html": "{% macro mark() %}x{% endmacro %}",
        "given/piece.html": "a piece",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return TemplateFiles([tmp_path / "own", tmp_path / "given"])


@pytest.fixture
def environment(files: TemplateFiles) -> Environment:
    return Environment(loader=files, autoescape=True)


def test_a_template_has_all_that_it_takes_in(
    files: TemplateFiles, environment: Environment
) -> None:
    found = files.of(environment, "page.html")
    assert list(found) == ["layout.html", "macros.html", "page.html", "piece.html"]
    assert found["piece.html"] == "a piece"


@pytest.mark.parametrize(
    "name",
    ["named", '"pie" ~ "ce.html"', '"layout.html" if named else "piece.html"', '["piece.html"]',
     r'"\x70iece.html"', "('piece.html')"],
)  # fmt: skip
def test_one_that_takes_in_what_is_named_later_may_have_any(
    files: TemplateFiles, environment: Environment, tmp_path: Path, name: str
) -> None:
    (tmp_path / "own/odd.html").write_text(f"{{% include {name} %}}", "utf-8")
    assert len(files.of(environment, "odd.html")) == 5


@pytest.mark.parametrize(
    "taken_in",
    ['{%include"piece.html"%}', "{%- include 'piece.html' ignore missing -%}",
     '{% include "piece.html" without context %}', '{%\nimport "piece.html" as piece %}'],
)  # fmt: skip
def test_one_that_takes_in_another_by_its_name_has_that(
    files: TemplateFiles, environment: Environment, tmp_path: Path, taken_in: str
) -> None:
    (tmp_path / "own/odd.html").write_text(taken_in, "utf-8")
    assert list(files.of(environment, "odd.html")) == ["odd.html", "piece.html"]


def test_a_template_is_read_once(
    files: TemplateFiles, environment: Environment, tmp_path: Path
) -> None:
    assert environment.get_template("piece.html").render() == "a piece"
    (tmp_path / "given" / "piece.html").write_text("another", "utf-8")
    assert files.of(environment, "piece.html") == {"piece.html": "a piece"}
    assert TemplateFiles([tmp_path / "given"]).of(environment, "piece.html") == {
        "piece.html": "another"
    }


def test_one_that_is_not_there_is_told_as_empty_and_not_found(
    files: TemplateFiles, environment: Environment
) -> None:
    assert files.of(environment, "none.html") == {"none.html": ""}
    with pytest.raises(TemplateNotFound):
        environment.get_template("none.html")
