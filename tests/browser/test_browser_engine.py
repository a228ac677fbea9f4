"""The browser's engine, held to the one that builds the pages."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from graph.base import KnowledgeBase
from graph.exchange.frameworks import framework_data
from graph.semantics import Framework, assess, reject
from tests.semantics.generated import generated_frameworks

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
VECTORS = [
    vector
    for vector in json.loads(
        (ROOT / "tests" / "semantics" / "vectors" / "qbaf.json").read_text(encoding="utf-8")
    )["vectors"]
    if vector["semantics"] == "QuadraticEnergy"
]
EXACT = 1e-9

_WEIGH = """async ([folder, data, rejected, accepted]) => {
  const engine = await import(`${folder}semantics.js`);
  const { leap } = await import(`${folder}newton.js`);
  const graph = engine.framework(data);
  const before = engine.weigh(graph, { leap });
  return {
    strengths: Object.fromEntries(
      graph.claims.map((claim, node) => [claim, [before.lower[node], before.upper[node]]])),
    standings: Object.fromEntries(
      engine.standings(graph, before).map((each, node) => [graph.claims[node], each])),
    changes: engine.reject(graph, before, rejected, accepted, leap),
  };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, served: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(served)
    yield page
    page.close()


def _weighed(
    page: Page, framework: Framework, rejected: list[str], accepted: list[str]
) -> dict[str, Any]:
    folder = page.url + "assets/js/"
    answer: dict[str, Any] = page.evaluate(
        _WEIGH, [folder, framework_data(framework), rejected, accepted]
    )
    return answer


def _holds(page: Page, framework: Framework, rejected: list[str], accepted: list[str]) -> None:
    found = _weighed(page, framework, rejected, accepted)
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
def test_the_browser_reproduces_the_reference_values(page: Page, vector: dict[str, Any]) -> None:
    framework = Framework.from_edges(vector["base_scores"], vector["supports"], vector["attacks"])
    found = _weighed(page, framework, [], [])
    assert found["changes"] == []
    for claim, value in vector["expected"].items():
        near = 1e-6 if vector["cyclic"] else EXACT
        assert found["strengths"][claim] == pytest.approx([value, value], abs=near)


def test_the_browser_weighs_200_generated_arguments_as_the_build_does(page: Page) -> None:
    draw = random.Random(11)
    cyclic = open_bands = undercuts = together = 0
    for framework in generated_frameworks(200, seed=7):
        claims = sorted(framework.base_scores)
        decided = draw.sample(claims, min(len(claims), draw.choice((1, 2, 3))))
        cut = draw.randint(0, len(decided))
        _holds(page, framework, decided[:cut], decided[cut:])
        open_bands += any(band.width > 1e-3 for band in assess(framework).strengths.values())
        cyclic += any(len(each) > 1 for each in framework.incidence.components)
        undercuts += any(link.kind.value == "undercut" for link in framework.links)
        together += any(len(link.premises) > 1 for link in framework.links)
    # So that they are no easier than arguments can be.
    assert min(cyclic, undercuts, together) > 50
    assert open_bands > 0


def test_the_browser_weighs_the_real_debate_as_the_build_does(page: Page) -> None:
    framework = KnowledgeBase.load(ROOT).framework
    claims = sorted(framework.base_scores)
    draw = random.Random(3)
    for size in (0, 1, 1, 1, 2, 2, 3, 8):
        decided = draw.sample(claims, size)
        _holds(page, framework, decided[: size - size // 3], decided[size - size // 3 :])


def test_the_files_of_the_site_hold_the_whole_debate(page: Page, site: Path) -> None:
    kb = KnowledgeBase.load(ROOT)
    listed = [
        claim
        for file in (site / "frameworks").glob("*.json")
        for claim in json.loads(file.read_text(encoding="utf-8"))["claims"]
    ]
    assert len(listed) == len(set(listed))
    argued = {claim for claim in kb.claims if kb.assessment.standings[claim].value != "unargued"}
    assert argued <= set(listed)
