import pytest

from graph.answers.explain import explain_answer, explain_text, find_rule
from graph.check import RULES
from graph.errors import AnswerError
from tests.printed import printed


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_is_explained_by_code_in_any_case_and_by_name(code: str) -> None:
    rule = RULES[code]
    assert find_rule(code.lower()) is find_rule(rule.name) is rule
    answer = explain_answer(rule)
    assert answer["code"] == code
    assert answer["documentation"].startswith(answer["summary"])
    for formatted in (False, True):
        text = printed(explain_text(rule, formatted))
        assert text.startswith(f"{code} {rule.name} ({rule.severity.value}, {rule.family})")


def test_an_unknown_code_brings_the_nearest() -> None:
    with pytest.raises(AnswerError, match=r"did you mean .*F101"):
        find_rule("F10")
