"""Parts that the program makes on pages that are written by hand."""

import re
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.bundled import SITE, TEMPLATES
from graph.pages.edition import Edition
from graph.pages.frame import Settings
from graph.pages.kinds.written import PARTS, with_parts
from graph.pages.site import Site
from graph.records.grades import Grades
from graph.store import read_tree
from tests.pages.conftest import RECORDS


def _edition(root: Path, code: str, **files: str) -> Edition:
    for path, text in {**RECORDS, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return Site(KnowledgeBase(read_tree(root)), Settings((TEMPLATES,))).edition(code)


def _figures(html: str) -> list[str]:
    return re.findall(r'<td class="figures">([^<]+)', html)


def test_the_table_of_grades_is_that_of_the_program(tmp_path: Path) -> None:
    html = with_parts(_edition(tmp_path, "nl"), "method/", "<p>a</p>\n<!-- made: grades -->")
    grades = Grades()
    assert html.startswith("<p>a</p>")
    shown = [float(each.replace("−", "-").replace(",", ".")) for each in _figures(html)]
    values = [getattr(grades, name) for name in Grades.model_fields]
    assert shown == [-each if each == grades.interested else each for each in values]
    assert "eigen waarden" not in html


def test_grades_of_the_knowledge_base_take_the_place_of_those_of_the_program(
    tmp_path: Path,
) -> None:
    edition = _edition(tmp_path, "en", **{"claims/grounds.yaml": "primary: 0.42\n"})
    html = with_parts(edition, "method/", "<!-- made: grades --><!-- made: example -->")
    assert _figures(html)[0] == "0.42"
    assert "own" in html
    assert "has 0.42 of itself" in html


def test_a_part_that_nobody_makes_is_left_as_it_stands(tmp_path: Path) -> None:
    html = "<!-- made: gold -->"
    assert with_parts(_edition(tmp_path, "en"), "method/", html) == html


@pytest.mark.parametrize("name", ["method.md", "method.nl.md"])
def test_the_method_page_has_every_part_made(name: str) -> None:
    text = (SITE / name).read_text("utf-8")
    assert sorted(re.findall(r"^<!-- made: (\S+) -->$", text, re.MULTILINE)) == sorted(PARTS)
