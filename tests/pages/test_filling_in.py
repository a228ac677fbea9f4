"""What templates call gets what it takes, and what stands around the call stays out of it."""

from typing import Any

import pytest
from jinja2 import DictLoader, Environment, pass_context, pass_environment, pass_eval_context
from markupsafe import Markup, escape

from graph.pages.filling_in import Filling, FillingIn, shown
from graph.pages.fragments import once


class _Given:
    """Something with methods, as templates are given."""

    def said(self, *asked: object, **named: object) -> str:
        return f"{asked}{named}"

    @pass_context
    def with_context(self, context: FillingIn) -> str:
        return str(context["now"])


@pass_eval_context
def _escapes(context: Any) -> str:
    return str(context.autoescape)


@pass_environment
def _trims(environment: Environment) -> str:
    return str(environment.trim_blocks)


def _plain(*asked: object, **named: object) -> str:
    return f"{asked}{named}"


class _Called:
    def __call__(self, *asked: object) -> str:
        return f"{asked}"


TEMPLATES = {
    "parts": "{% macro part(a, b=1) %}<{{ a }}{{ b }}{{ caller() if caller }}>{% endmacro %}"
    "{% set kept = once(part) %}",
    "whole": """{% from "parts" import part, kept %}
{% block main %}{% for each in rows %}
{% set now = each %}
{{ given.said(each, b=2) }}{{ given.with_context() }}{{ escapes() }}{{ trims() }}
{{ plain(each, c=1) }}
{{ called(each) }}{{ part(each) }}{{ part(b=each, a="&") }}{{ kept(each) }}{{ kept(each, b=each) }}
{% call part("x") %}{{ given.said(each) }}{% endcall %}{{ loop.cycle("a", "b") }}
{% endfor %}{% endblock %}{{ self.main() }}{{ dict(a=1) }}""",
}


@pytest.mark.parametrize("autoescape", [True, False])
def test_templates_are_filled_in_as_jinja_fills_them_in(autoescape: bool) -> None:
    given = {
        "given": _Given(), "escapes": _escapes, "trims": _trims, "plain": _plain,
        "called": _Called(), "rows": ["<", "b"],
    }  # fmt: skip

    def filled(environment: Environment) -> str:
        environment.globals["once"] = once
        return environment.get_template("whole").render(given)

    usual = Environment(loader=DictLoader(TEMPLATES), autoescape=autoescape)
    ours = Filling(loader=DictLoader(TEMPLATES), autoescape=autoescape)
    assert filled(ours) == filled(usual)


@pytest.mark.parametrize(
    "value",
    ["a & b", Markup("<b>a</b>"), 1, 1.0, True, None, ["<"], type("Sub", (str,), {})("<sub>")],
)
def test_every_value_is_shown_as_jinja_shows_it(value: object) -> None:
    assert [shown(value), shown(value)] == [escape(value), escape(value)]
