"""Templates with which a build would stop are told before."""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.proofs.own_templates import template_faults
from graph.pages.proofs.proofreading import proofread
from tests.strict_build import lay_out_small_project, strict_build

BROKEN = {
    "a block that is not closed": ("{% if x %}\n", 1),
    "a tag that nobody knows": ("\n\n{% trans %}x{% endtrans %}\n", 3),
    "a filter that nobody knows": ("<p>\n{{ title|no_such }}", 2),
    "a test that nobody knows": ("{{ 1 if title is no_such }}", 1),
    "half an expression": ("{{ 1 + }}", 1),
    "itself": ('\n{% extends "claim.html" %}', 2),
    "another that extends it": ('{% extends "above.html" %}', 1),
    "one that is broken": ('{% include "taken.html" %}', None),
}
SOUND = {
    "nothing": "",
    "the program's": '{% extends "layout.html" %}{% block main %}{{ title }}{% endblock %}',
    "one of its own": '{% include ["none.html", "part.html"] ignore missing %}',
    "one that is only known later": "{% include name %}",
    "what would fill the memory": "{{ 'a' * 10000000000 }}",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "above.html").write_text('{% extends "claim.html" %}', "utf-8")
    (tmp_path / "taken.html").write_text("\n{% endif %}", "utf-8")
    (tmp_path / "part.html").write_text("<p>{{ title }}</p>", "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", BROKEN)
def test_a_template_that_cannot_be_filled_in_is_told_with_its_line(folder: Path, name: str) -> None:
    text, line = BROKEN[name]
    (folder / "claim.html").write_text(text, "utf-8")
    found = sorted(template_faults(folder))
    assert found[-1][:2] == (("taken.html", 2) if line is None else ("claim.html", line))
    assert all(each.why for each in found)


@pytest.mark.parametrize("name", SOUND)
def test_of_one_that_can_be_filled_in_nothing_is_said(folder: Path, name: str) -> None:
    (folder / "claim.html").write_text(SOUND[name], "utf-8")
    assert list(template_faults(folder)) == []


def test_only_what_pages_are_made_with_is_looked_into(folder: Path) -> None:
    (folder / "own.html").write_text("{% if %}", "utf-8")
    assert list(template_faults(folder)) == []
    (found,) = template_faults(folder, ["own.html"])
    assert found[:2] == ("own.html", 1)
    (folder / "claim.html").write_bytes(b"\xff")
    assert "UnicodeDecodeError" in next(template_faults(folder)).why


@pytest.mark.process
@pytest.mark.parametrize("name", ["a block that is not closed", "itself"])
def test_a_build_stops_at_what_is_told(tmp_path: Path, name: str) -> None:
    lay_out_small_project(tmp_path)
    text, line = BROKEN[name]
    (tmp_path / "templates" / "claim.html").write_text(text, "utf-8")
    kb = KnowledgeBase.load(tmp_path)
    told = proofread(kb)
    assert told is not None
    assert [(each.code, each.path, each.line) for each in told] == [
        ("B101", "templates/claim.html", line)
    ]
    status, said = strict_build(tmp_path)
    assert status == 1
    assert "B101" in said
