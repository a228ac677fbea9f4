"""The engine of the browser, held to the one that builds the pages."""

import json
import random
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.exchange.frameworks import framework_data
from graph.semantics import (
    Assessment,
    Framework,
    FrameworkLink,
    GroundKind,
    LinkKind,
    Standing,
    assess,
    reject,
)
from tests.scripts.conftest import Scripts
from tests.semantics.generated import generated_frameworks
from tests.shapes import Shape, circle, knot, ring, shaped

VECTORS = json.loads(
    (Path(__file__).parents[1] / "semantics" / "vectors" / "weighing.json").read_text("utf-8")
)["vectors"]
EXACT = 1e-9
KINDS = tuple(GroundKind)


def _weighed(
    scripts: Scripts,
    framework: Framework,
    kinds: Mapping[str, GroundKind],
    rejected: list[str],
    accepted: list[str],
    accounting: str = "accrual",
) -> dict[str, Any]:
    data = framework_data(framework, kinds)
    answer: dict[str, Any] = scripts.answer("weighed", [data, rejected, accepted, accounting])
    return answer


def _holds(
    scripts: Scripts, assessment: Assessment, rejected: list[str], accepted: list[str]
) -> None:
    found = _weighed(scripts, assessment.framework, assessment.kinds, rejected, accepted)
    assert found["standings"] == {claim: each.value for claim, each in assessment.standings.items()}
    for claim, band in assessment.balances.items():
        assert found["balances"][claim] == pytest.approx(list(band), abs=EXACT), claim
    for link, band in assessment.forces.items():
        assert found["forces"][link] == pytest.approx(list(band), abs=EXACT), link
    expected = {change.id: change for change in reject(assessment, rejected, accepted)}
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
        standing = either["standing"] if either else expected[claim].standing
        assert standing[0] == standing[1], claim
    for claim in expected.keys() & theirs.keys():
        change, other = expected[claim], theirs[claim]
        assert other["before"] == pytest.approx(list(change.before), abs=EXACT), claim
        assert other["after"] == pytest.approx(list(change.after), abs=EXACT), claim
        assert other["standing"] == [each.value for each in change.standing], claim


@pytest.mark.parametrize(("ground", "against"), [(0.4, 0.3), (0.9, 0.8), (0.8, 0.9), (0.3, 0.4)])
def test_figures_that_come_to_a_tenth_come_to_one_standing_in_the_browser(
    scripts: Scripts, ground: float, against: float
) -> None:
    links = (FrameworkLink("l", ("a",), "t", LinkKind.CONTRADICTION),)
    assessment = assess(Framework({"t": ground, "a": against}, links))
    assert assessment.standings["t"] is Standing.DISPUTED
    _holds(scripts, assessment, [], [])


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_the_browser_reproduces_the_reference_values(
    scripts: Scripts, vector: dict[str, Any]
) -> None:
    links = tuple(
        FrameworkLink(
            each["id"],
            tuple(each["premises"]),
            each["target"],
            LinkKind(each["kind"]),
            each["relevance"],
        )
        for each in vector["links"]
    )
    framework = Framework(vector["grounds"], links)
    kinds = dict.fromkeys(framework.grounds, GroundKind.GRANTED)
    rejected, accepted = vector["rejected"], vector["accepted"]
    for accounting, expected in vector["balances"].items():
        found = _weighed(scripts, framework, kinds, rejected, accepted, accounting)
        after = found["balances"] | {each["id"]: each["after"] for each in found["changes"]}
        for claim, band in expected.items():
            # A change of less than the least that counts is not listed.
            assert after[claim] == pytest.approx(band, abs=2 * EXACT), (accounting, claim)


def test_the_browser_weighs_300_generated_arguments_as_the_build_does(scripts: Scripts) -> None:
    draw = random.Random(11)
    counts = dict.fromkeys(("cyclic", "open", "together", *LinkKind), 0)
    for framework in generated_frameworks(300, seed=7):
        claims = sorted(framework.grounds)
        assessment = assess(framework, {claim: draw.choice(KINDS) for claim in claims})
        decided = draw.sample(claims, min(len(claims), draw.choice((1, 2, 3))))
        cut = draw.randint(0, len(decided))
        _holds(scripts, assessment, decided[:cut], decided[cut:])
        counts["open"] += any(band.width > 1e-3 for band in assessment.balances.values())
        counts["cyclic"] += any(len(each) > 1 for each in framework.incidence.components)
        counts["together"] += any(len(link.premises) > 1 for link in framework.links)
        for kind in {link.kind for link in framework.links}:
            counts[kind] += 1
    # So that they are no easier than arguments can be.
    assert min(counts.values()) > 40, counts


@pytest.mark.parametrize("size", [1, 2, 3, 10])
@pytest.mark.parametrize("relevance", [0.9, 0.999, 1.0])
def test_the_browser_leaps_on_slow_cycles_as_the_build_does(
    scripts: Scripts, size: int, relevance: float
) -> None:
    grounds = {f"c{place}": 0.5 + place / 40 for place in range(size)}
    ring = [
        FrameworkLink(
            f"l{place}",
            (f"c{place}",),
            f"c{(place + 1) % size}",
            LinkKind.CONTRADICTION if place % 3 == 0 else LinkKind.SUPPORT,
            relevance,
        )
        for place in range(size)
    ]
    doubts = [
        FrameworkLink(f"u{place}", (f"c{place}",), f"l{place}", LinkKind.UNDERCUT, relevance)
        for place in range(size)
    ]
    _holds(scripts, assess(Framework(grounds, (*ring, *doubts))), [], ["c0"])


def test_the_browser_weighs_a_debate_as_the_build_does(
    scripts: Scripts, whole: KnowledgeBase
) -> None:
    claims = sorted(whole.claims)
    draw = random.Random(3)
    for size in (0, 1, 1, 1, 2, 2, 3, 8):
        decided = draw.sample(claims, size)
        _holds(scripts, whole.assessment, decided[: size - size // 3], decided[size - size // 3 :])


@pytest.mark.parametrize("shape", [ring, knot, circle])
def test_a_large_cycle_is_not_weighed_without_a_bound(
    scripts: Scripts, shape: Callable[[int], Shape]
) -> None:
    kb = shaped(shape(40))
    data = framework_data(kb.framework, kb.assessment.kinds)
    assert scripts.answer("stopped", [data, 50, False]) == "SlowCycle"
    assert scripts.answer("stopped", [data, 50, True]) == "TooMuchWork"
    assert scripts.answer("stopped", [data, 10_000_000, True]) == ""
