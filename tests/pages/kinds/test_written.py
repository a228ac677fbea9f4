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


def test_a_page_has_a_part_once_however_often_it_is_asked_for(tmp_path: Path) -> None:
    mark = "<!-- made: example -->"
    edition = _edition(tmp_path, "en")
    once = with_parts(edition, "method/", mark)
    assert with_parts(edition, "method/", mark * 10_000) == once + mark * 9_999


@pytest.mark.parametrize("language", ["", ".nl"])
def test_the_pages_about_the_site_and_its_method_have_every_part_made(language: str) -> None:
    text = "".join(
        (SITE / f"{name}{language}.md").read_text("utf-8") for name in ("about", "method")
    )
    assert sorted(re.findall(r"^<!-- made: (\S+) -->$", text, re.MULTILINE)) == sorted(PARTS)


CITED = """\
cff-version: 1.2.0
title: The <whole> of it
authors:
  - {given-names: Ada, name-particle: van der, family-names: Bron}
  - {name: "[Paths] & co"}
date-released: 2024-05-06
"""


@pytest.mark.parametrize(
    ("cited", "site_url", "said", "bibtex"),
    [
        (
            CITED,
            "https://example.org/kb/",
            "van der Bron, A. en [Paths] &amp; co (2024)",
            'author = "van der Bron, Ada and {[Paths] \\&amp; co}"',
        ),
        (CITED, "", "The &lt;whole&gt; of it", "@misc{whole,"),
        ("", "https://example.org/kb/", "https://example.org/kb/nl/", "@misc{betoog,"),
    ],
)
def test_the_whole_is_cited_as_its_file_says_and_else_by_its_name(
    tmp_path: Path, cited: str, site_url: str, said: str, bibtex: str
) -> None:
    for path, text in RECORDS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    settings = Settings((TEMPLATES,), site_url, citation=cited)
    site = Site(KnowledgeBase(read_tree(tmp_path)), settings)
    html = with_parts(site.edition("nl"), "about/", "<!-- made: citing -->")
    assert said in html
    assert bibtex in html.replace("&#34;", '"')
    assert ('href="../../CITATION.cff"' in html) == bool(cited)
    assert ("CITATION.cff" in {each.file for each in site.pages()}) == bool(cited)
