"""The engine of the browser, held to the one that builds the pages."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.exchange.frameworks import framework_data
from graph.semantics import Framework, assess, reject
from tests.scripts.conftest import Scripts
from tests.semantics.generated import generated_frameworks

VECTORS = [
    vector
    for vector in json.loads(
        (Path(__file__).parents[1] / "semantics" / "vectors" / "qbaf.json").read_text("utf-8")
    )["vectors"]
    if vector["semantics"] == "QuadraticEnergy"
]
EXACT = 1e-9


def _weighed(
    scripts: Scripts, framework: Framework, rejected: list[str], accepted: list[str]
) -> dict[str, Any]:
    answer: dict[str, Any] = scripts.answer(
        "weighed", [framework_data(framework), rejected, accepted]
    )
    return answer


def _holds(
    scripts: Scripts, framework: Framework, rejected: list[str], accepted: list[str]
) -> None:
    found = _weighed(scripts, framework, rejected, accepted)
    assessment = assess(framework)
    assert found["standings"] == {claim: each.value for claim, each in assessment.standings.items()}
    for claim, band in assessment.strengths.items():
        assert found["strengths"][claim] == pytest.approx(list(band), abs=EXACT), claim
    expected = {change.id: change for change in reject(framework, assessment, rejected, accepted)}
    theirs = {change["id"]: change for change in found["changes"]}
    # A change of about the least that counts may be noticed by one and not by the other.
    for claim in expected.keys() ^ theirs.keys():
        either = theirs.get(claim)
        before, after = (
            (either["before"], either["after"])
            if either
            else (expected[claim].before, expected[claim].after)
        )
        assert list(after) == pytest.approx(list(before), abs=2 * EXACT), claim
    for claim in expected.keys() & theirs.keys():
        change, other = expected[claim], theirs[claim]
        assert other["before"] == pytest.approx(list(change.before), abs=EXACT), claim
        assert other["after"] == pytest.approx(list(change.after), abs=EXACT), claim
        assert other["standing"] == [each.value for each in change.standing], claim


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["graph"] for vector in VECTORS])
def test_the_browser_reproduces_the_reference_values(
    scripts: Scripts, vector: dict[str, Any]
) -> None:
    framework = Framework.from_edges(vector["base_scores"], vector["supports"], vector["attacks"])
    found = _weighed(scripts, framework, [], [])
    assert found["changes"] == []
    for claim, value in vector["expected"].items():
        near = 1e-6 if vector["cyclic"] else EXACT
        assert found["strengths"][claim] == pytest.approx([value, value], abs=near)


def test_the_browser_weighs_200_generated_arguments_as_the_build_does(scripts: Scripts) -> None:
    draw = random.Random(11)
    cyclic = open_bands = undercuts = together = 0
    for framework in generated_frameworks(200, seed=7):
        claims = sorted(framework.base_scores)
        decided = draw.sample(claims, min(len(claims), draw.choice((1, 2, 3))))
        cut = draw.randint(0, len(decided))
        _holds(scripts, framework, decided[:cut], decided[cut:])
        open_bands += any(band.width > 1e-3 for band in assess(framework).strengths.values())
        cyclic += any(len(each) > 1 for each in framework.incidence.components)
        undercuts += any(link.kind.value == "undercut" for link in framework.links)
        together += any(len(link.premises) > 1 for link in framework.links)
    # So that they are no easier than arguments can be.
    assert min(cyclic, undercuts, together) > 50
    assert open_bands > 0


def test_the_browser_weighs_a_debate_as_the_build_does(
    scripts: Scripts, whole: KnowledgeBase
) -> None:
    framework = whole.framework
    claims = sorted(framework.base_scores)
    draw = random.Random(3)
    for size in (0, 1, 1, 1, 2, 2, 3, 8):
        decided = draw.sample(claims, size)
        _holds(scripts, framework, decided[: size - size // 3], decided[size - size // 3 :])
