"""Which finding is which before and after."""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.review.finding_difference import (
    finding_changes,
    findings_in_another_order,
    findings_naming,
)
from tests.small import lay_out

_ONE = "{finding: {en: A., nl: B.}, claims: [paths-cost-much]}"
_TWO = "{finding: {en: C., nl: D.}, claims: [cycling-keeps-fit, build-cycle-paths]}"


def _kb(root: Path, *findings: str) -> KnowledgeBase:
    place = lay_out(root) / "claims/paths/debate.yaml"
    said = "".join(f"  - {each}\n" for each in findings)
    if said:
        place.write_text(f"{place.read_text('utf-8')}findings:\n{said}editors: [Ada]\n", "utf-8")
    return KnowledgeBase.load(root)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([_ONE, _TWO], [_TWO, _ONE], []),
        ([], [_ONE], [(None, "A.")]),
        ([_ONE, _TWO], [_TWO], [("A.", None)]),
        ([_ONE, _TWO], [_ONE.replace("A.", "E."), _TWO], [("A.", "E.")]),
        ([_ONE], [_ONE.replace("A.", "E.").replace("B.", "F.")], [("A.", "E.")]),
        ([_ONE], [_ONE.replace("paths-cost-much", "build-cycle-paths")], [("A.", "A.")]),
    ],
)
def test_a_finding_is_known_by_its_words_or_by_a_claim(
    tmp_path: Path, before: list[str], after: list[str], told: list[tuple[str | None, str | None]]
) -> None:
    was, now = _kb(tmp_path / "before", *before), _kb(tmp_path / "after", *after)
    found = [
        tuple(each and each.finding.root["en"] for each in (one.before, one.after))
        for one in finding_changes(was, now)
    ]
    assert found == told


_NEW = "{finding: {en: E., nl: F.}, claims: [town-cares-for-health]}"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([_ONE, _TWO], [_TWO, _ONE], ["paths"]),
        ([_ONE, _TWO], [_TWO, _NEW, _ONE], ["paths"]),
        ([_ONE, _TWO], [_NEW, _ONE, _TWO], []),
        ([_ONE, _NEW, _TWO], [_ONE, _TWO], []),
        ([_ONE, _TWO], [_TWO, _NEW], []),
        ([_ONE, _TWO], [], []),
    ],
)
def test_findings_that_stand_in_another_order_are_told_as_such(
    tmp_path: Path, before: list[str], after: list[str], told: list[str]
) -> None:
    was, now = _kb(tmp_path / "before", *before), _kb(tmp_path / "after", *after)
    assert list(findings_in_another_order(was, now)) == told


def test_a_claim_is_named_by_the_findings_that_have_it(tmp_path: Path) -> None:
    kb = _kb(tmp_path, _ONE, _TWO)
    named = {claim: len(list(findings_naming(kb, claim))) for claim in kb.claims}
    assert {claim for claim, number in named.items() if number} == {
        "paths-cost-much",
        "cycling-keeps-fit",
        "build-cycle-paths",
    }
