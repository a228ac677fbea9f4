import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import FAMILIES, RULES, Severity, check, checking
from graph.check.rule import Remark, rule

BASE = Path(__file__).parent.parent / "cases" / "base"


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_explained(code: str) -> None:
    explained = RULES[code]
    headings = re.findall(r"^## (.+)$", explained.documentation, re.MULTILINE)
    assert headings == ["Why", "Example", "Way out"]
    assert explained.summary.endswith(".")
    assert explained.explanation.startswith("## Why")
    assert explained.family == FAMILIES[code[0]]


def test_rules_stand_in_order_and_have_names_of_their_own() -> None:
    assert list(RULES) == sorted(RULES)
    assert len({each.name for each in RULES.values()}) == len(RULES)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each.name) for each in RULES.values())


@pytest.mark.parametrize("code", ["S001", "Q101", "S1", "s999"])
def test_a_code_must_be_free_and_well_formed(code: str) -> None:
    def documented(kb: KnowledgeBase) -> Iterator[Remark]:
        """A rule."""
        return iter(())

    with pytest.raises(ValueError, match="free code"):
        rule(code, "some-name", Severity.HINT)(documented)


def test_a_rule_without_explanation_is_refused() -> None:
    with pytest.raises(ValueError, match="docstring"):
        rule("S998", "some-name", Severity.HINT)(lambda kb: [])


def test_a_rule_that_fails_does_not_hide_the_others(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def failing(kb: KnowledgeBase) -> Iterator[Remark]:
        yield Remark("claims", (1, 1, 2), "one")  # type: ignore[arg-type]
        raise KeyError("no such thing")

    broken = {
        code: type(each)(each.code, each.name, each.severity, failing, each.documentation)
        if code == "R101"
        else each
        for code, each in RULES.items()
    }
    monkeypatch.setattr(checking, "RULES", broken)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "stray.txt").write_text("")

    codes = {each.code: each for each in check(KnowledgeBase.load(tmp_path))}

    assert {"S005", "X001"} <= set(codes)
    assert codes["X001"].message == "rule R101 failed: KeyError: 'no such thing'"
