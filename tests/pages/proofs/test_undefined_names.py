"""Names in templates that nothing gets: what is told is that at which a build stops."""

import shutil
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.proofs.own_templates import TemplateFault, template_faults
from graph.pages.proofs.proofreading import proofread
from graph.pages.proofs.undefined_names import surely_filled_in
from tests.conftest import ROOT
from tests.strict_build import lay_out_small_project, strict_build

MAIN = '{% extends "layout.html" %}\n{% block main %}\n'
STOPPING = {
    "shown": ("claim.html", "{{ nope }}", 1),
    "what it has": ("claim.html", "<p>\n{{ nope.x }}", 2),
    "an item of it": ("claim.html", "{{ title[nope.x] }}", 1),
    "asked": ("home.html", "{{ nope() }}", 1),
    "asked in what is asked": ("home.html", "{{ t(nope.x) }}", 1),
    "in a block": ("claim.html", MAIN + "{{ nope.x }}{% endblock %}", 3),
    "in a block of a block": (
        "claim.html",
        MAIN + "{% block own %}\n{{ nope }}{% endblock %}{% endblock %}",
        4,
    ),
    "decided by": ("claim.html", "{% if nope %}x{% endif %}", 1),
    "gone through": ("claim.html", "{% for each in nope %}x{% endfor %}", 1),
    "set": ("claim.html", "{% set x = nope.x %}", 1),
    "added to": ("claim.html", "{{ nope + 1 }}", 1),
    "joined to": ("claim.html", "{{ title ~ nope }}", 1),
    "negated": ("claim.html", "{{ not nope }}", 1),
    "one of two": ("claim.html", "{{ nope or title }}", 1),
    "a choice by it": ("claim.html", "{{ 1 if nope else 2 }}", 1),
    "filtered": ("claim.html", "{{ nope|upper }}", 1),
    "a part that is filtered": ("claim.html", "{{ nope.x|default('y') }}", 1),
    "a part that is tested": ("claim.html", "{{ nope.x is defined }}", 1),
    "a list's": ("claim.html", "{{ [nope.x] }}", 1),
    "another template's": ("home.html", "{{ claim.id }}", 1),
    "a hand-written page's": ("main.html", "{{ nope.x }}", 1),
    "the layout": ("layout.html", "<p>{{ nope }}</p>{% block main %}{% endblock %}", 1),
}
GOING = {
    "its own": ("claim.html", "{{ claim.id }}{{ title }}{{ t('site.name') }}{{ range(3) }}"),
    "tested": ("claim.html", "{{ nope is defined }}{{ nope|default('x') }}"),
    "in a branch": ("claim.html", "{% if nope is defined %}{{ nope.x }}{% endif %}"),
    "in a branch of a choice": ("claim.html", "{{ 1 if title else nope.x }}"),
    "the other of two": ("claim.html", "{{ title or nope }}{{ '' and nope.x }}"),
    "in a loop": ("claim.html", "{% for each in [] %}{{ nope }}{% endfor %}"),
    "in a macro": ("claim.html", "{% macro m() %}{{ nope }}{% endmacro %}"),
    "in no block that there is": (
        "claim.html",
        '{% extends "layout.html" %}{% block none_such %}{{ nope }}{% endblock %}',
    ),
    "beside the blocks": ("claim.html", '{% extends "layout.html" %}{{ nope.x }}'),
    "set before": ("claim.html", "{% set nope = 1 %}{{ nope }}"),
    "set in a block": ("claim.html", MAIN + "{% set nope = 1 %}{{ nope }}{% endblock %}"),
    "taken from elsewhere": (
        "claim.html",
        '{% from "partials/marks.html" import search_icon as nope %}{{ nope() }}',
    ),
    "handed on": ("claim.html", "{{ [nope]|length }}{% set x = nope %}"),
    "shown on a hand-written page": ("main.html", "{{ nope }}{% if nope %}x{% endif %}"),
    "of MkDocs": ("main.html", "{{ config.site_name }}{{ page.content }}{{ nav.pages }}"),
    "for pages that are not made": ("moved.html", "{{ nope.x }}"),
    "a block of the layout": ("layout.html", "{% block main %}{{ nope }}{% endblock %}"),
    "what another sets": (
        "layout.html",
        "{% set page_of = 1 %}{{ page_of }}{% block main %}{% endblock %}",
    ),
}


def _told(root: Path, name: str, text: str) -> list[TemplateFault]:
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / name).write_text(text, "utf-8")
    kb = KnowledgeBase.load(root)
    return list(template_faults(root / "templates", (), surely_filled_in(kb)))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small knowledge base with its configuration."""
    return lay_out_small_project(tmp_path)


@pytest.mark.parametrize("case", STOPPING)
def test_a_name_that_nothing_gets_is_told_with_its_line(project: Path, case: str) -> None:
    name, text, line = STOPPING[case]
    (found,) = _told(project, name, text)
    asked = "claim" if "claim.id" in text else "nope"
    assert found == (name, line, f"UndefinedError: {asked!r} is undefined")


@pytest.mark.parametrize("case", GOING)
def test_what_may_never_be_asked_for_is_not_told(project: Path, case: str) -> None:
    assert _told(project, *GOING[case]) == []


def test_the_program_s_own_templates_ask_for_what_they_get(project: Path) -> None:
    own = project / "templates"
    own.mkdir(exist_ok=True)
    for path in (ROOT / "templates").glob("*.*"):
        shutil.copy(path, own)
    kb = KnowledgeBase.load(project)
    assert list(template_faults(own, (), surely_filled_in(kb))) == []


ALONE = [
    case
    for case, (name, text) in GOING.items()
    if name != "claim.html" or "{% extends" in text or "{% block" in text
]
"""Those that cannot stand beside others in one template."""
TOGETHER = "the others"


def _case(case: str) -> tuple[str, str]:
    if case == TOGETHER:
        others = [text for each, (_, text) in GOING.items() if each not in ALONE]
        # What one of them sets, others would get.
        return "claim.html", "".join(f"{{% with %}}{text}{{% endwith %}}" for text in others)
    return GOING[case] if case in GOING else STOPPING[case][:2]


@pytest.mark.process
@pytest.mark.long
@pytest.mark.parametrize("case", [*STOPPING, *ALONE, TOGETHER])
def test_a_build_stops_at_just_these(project: Path, case: str) -> None:
    name, text = _case(case)
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates" / name).write_text(text, "utf-8")
    found = proofread(KnowledgeBase.load(project))
    assert found is not None
    # With it pages of claims are made, and no others.
    status, said = strict_build(project, made_empty=name == "claim.html", but="claims/")
    told = [each for each in found if "is undefined" in each.message]
    assert bool(told) == (case in STOPPING) == ("undefined" in said), said
    assert status == 1 or case not in STOPPING
    if told:
        assert f"{told[0].path}:{told[0].line}: B101" in said
