"""The routes that the browser finds, held to those that the program finds."""

import random
from typing import Any

import pytest

from graph.argument.routes import BUDGET, LONGEST, _Search, find_routes
from graph.base import KnowledgeBase
from graph.exchange.frameworks import framework_data
from tests.scripts.conftest import Scripts
from tests.shapes import Shape, doubts, hub, knot, ladder, ring, shaped

LIMIT = 20


def _traced(scripts: Scripts, kb: KnowledgeBase, start: str, ends: list[str]) -> dict[str, Any]:
    data = framework_data(kb.framework, kb.assessment.kinds)
    bounds = {"longest": LONGEST, "limit": LIMIT, "budget": BUDGET}
    answer: dict[str, Any] = scripts.answer("traced", [data, start, ends, bounds])
    return answer


def _expected(kb: KnowledgeBase, start: str, ends: list[str]) -> dict[str, Any]:
    found = find_routes(kb, start, frozenset(ends), LIMIT)
    search = _Search(kb, start, frozenset(ends))
    for _, _ in zip(range(LIMIT + 1), search, strict=False):
        pass
    return {
        "found": [
            [list(route.claims), [step.link.id for step in route.steps]] for route in found.routes
        ],
        "more": found.more,
        "givenUp": found.given_up,
        "spent": search.spent,
    }


def _entangled(draw: random.Random) -> Shape:
    """Trees of reasons and doubts with knots in them, of claims that all contradict each other."""
    size = draw.choice((6, 15, 40))
    names = [f"c{number}" for number in range(size)]
    links: dict[str, list[tuple[str, str]]] = {each: [] for each in names}
    steps: list[str] = []
    for number, name in enumerate(names[1:], start=1):
        for _ in range(draw.choice((1, 1, 2))):
            target = names[draw.randrange(number)]
            if (step := f"{name} -> {target}") not in steps:
                links[name].append((draw.choice(("supports", "contradicts")), target))
                steps.append(step)
        if draw.random() < 0.3:
            links[name].append(("undercuts", draw.choice(steps)))
            steps.append(f"by-{name}")
    for _ in range(draw.randint(0, 2)):
        tied = draw.sample(names, min(size, draw.choice((3, 6, 12))))
        for name in tied:
            for other in tied:
                if name != other and f"{name} -> {other}" not in steps:
                    links[name].append(("contradicts", other))
                    steps.append(f"{name} -> {other}")
    return links


def test_the_browser_finds_the_same_routes_and_looks_at_as_many_steps(scripts: Scripts) -> None:
    draw = random.Random(14)
    told = {"more": 0, "none": 0, "deep": 0}
    for _ in range(60):
        shape = _entangled(draw)
        kb, names = shaped(shape), list(shape)
        start, ends = draw.choice(names[len(names) // 2 :]), draw.sample(names[:3], 2)
        found = _traced(scripts, kb, start, ends)
        assert found == _expected(kb, start, ends)
        assert found["spent"] <= BUDGET + 2 * len(kb.links)
        told["more"] += found["more"]
        told["none"] += not found["found"]
        told["deep"] += any(len(links) > 4 for _, links in found["found"])
    assert min(told.values()) > 2, told


@pytest.mark.parametrize(
    ("shape", "start"),
    [(knot(150), "k0"), (ladder(60), "c59"), (ring(300), "c9"), (hub(500), "c9")],
)
def test_the_browser_gives_up_where_the_program_does(
    scripts: Scripts, shape: Shape, start: str
) -> None:
    kb = shaped(shape)
    assert _traced(scripts, kb, start, list(kb.theses)) == _expected(kb, start, list(kb.theses))


def test_a_chain_of_undercuts_is_no_deeper_than_a_script_can_go(scripts: Scripts) -> None:
    kb = shaped(doubts(20_000))
    found = _traced(scripts, kb, "c19999", ["c0"])
    assert found == {"found": [], "more": False, "givenUp": False, "spent": 0}
    [[claims, _]] = _traced(scripts, kb, "c5", ["c0"])["found"]
    assert claims == ["c5", "c4", "c3", "c2", "c0"]
