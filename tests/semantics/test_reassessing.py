import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from graph.semantics import (
    Assessment,
    Framework,
    FrameworkLink,
    GroundKind,
    LinkKind,
    assess,
    reassess,
)
from graph.semantics.bounds import Bounds
from tests.examples import examples
from tests.semantics.generated import generated_frameworks

UNDERCUT = LinkKind.UNDERCUT
KINDS = tuple(GroundKind)

Edit = Callable[[random.Random, dict[str, float], dict[str, FrameworkLink]], None]


def another_ground(draw: random.Random, grounds: dict[str, float], links: object) -> None:
    grounds[draw.choice(sorted(grounds))] = draw.choice((0.0, 0.5, 0.9, draw.random()))


def another_claim(draw: random.Random, grounds: dict[str, float], links: object) -> None:
    grounds[f"{draw.choice('abcd')}{draw.randrange(1000)}"] = 0.5


def a_link(draw: random.Random, grounds: dict[str, float], links: dict[str, FrameworkLink]) -> None:
    kind = draw.choice([*LinkKind])
    if kind is UNDERCUT and not links:
        return
    target = draw.choice(sorted(links if kind is UNDERCUT else grounds))
    premises = tuple(draw.sample(sorted(grounds), draw.choice((1, 1, min(2, len(grounds))))))
    name = draw.choice((*sorted(links), f"k{draw.randrange(1000)}"))
    links[name] = FrameworkLink(name, premises, target, kind, draw.choice((1.0, 0.7)))


def another_relevance(
    draw: random.Random, grounds: dict[str, float], links: dict[str, FrameworkLink]
) -> None:
    if links:
        name = draw.choice(sorted(links))
        links[name] = replace(links[name], relevance=1.0 - draw.random())


def without_a_link(
    draw: random.Random, grounds: dict[str, float], links: dict[str, FrameworkLink]
) -> None:
    if links:
        del links[draw.choice(sorted(links))]


def without_a_claim(
    draw: random.Random, grounds: dict[str, float], links: dict[str, FrameworkLink]
) -> None:
    if len(grounds) > 2:
        del grounds[draw.choice(sorted(grounds))]


EDITS: tuple[Edit, ...] = (
    another_ground,
    another_claim,
    a_link,
    a_link,
    another_relevance,
    without_a_link,
    without_a_claim,
)


def edited(draw: random.Random, framework: Framework) -> Framework:
    """A framework after one edit, and without the links that this leaves without an end."""
    grounds, links = dict(framework.grounds), {each.id: each for each in framework.links}
    draw.choice(EDITS)(draw, grounds, links)
    size = -1
    while size != len(links):
        size = len(links)
        links = {
            name: link
            for name, link in links.items()
            if all(each in grounds for each in link.premises)
            and link.target in (links if link.kind is UNDERCUT else grounds)
        }
    return Framework(grounds, tuple(links.values()))


def kinds_of(draw: random.Random, framework: Framework) -> dict[str, GroundKind]:
    return {claim: draw.choice(KINDS[:2]) for claim in framework.grounds}


def everything(assessment: Assessment) -> tuple[object, ...]:
    """What there is to know of an assessment, with every bit of every number."""
    weighings = (assessment.weighing, *assessment.turned)
    return (
        [
            (each.claims, each.links, list(map(float.hex, [*each.lower, *each.upper])))
            for each in weighings
        ],
        assessment.sides,
        assessment.standings,
        assessment.firm,
        assessment.labelling,
        assessment.balances,
        assessment.forces,
        assessment.kinds,
    )


def test_a_framework_with_changes_is_weighed_as_it_would_be_alone_to_the_last_bit() -> None:
    draw = random.Random(7)
    cycles = 0
    for framework in generated_frameworks(examples(0.4), seed=7):
        kinds = kinds_of(draw, framework)
        former = assess(framework, kinds)
        everything(former)
        for _ in range(6):
            framework = edited(draw, framework)
            kinds = {claim: kinds.get(claim, KINDS[0]) for claim in framework.grounds}
            if draw.random() < 0.2:
                kinds = kinds_of(draw, framework)
            former = reassess(former, framework, kinds)
            assert everything(former) == everything(assess(framework, kinds))
            cycles += bool(framework.incidence.cyclic)
    assert cycles > examples(0.4)


def test_a_framework_of_which_nothing_changed_is_the_same_assessment() -> None:
    for framework in generated_frameworks(5, seed=1):
        former = assess(framework)
        same = Framework(framework.grounds, framework.links)
        assert reassess(former, same, dict(former.kinds)) is former


def test_only_what_lies_downstream_of_a_change_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"c{number:03}" for number in range(200)]
    grounds = dict.fromkeys(names, 0.0) | {"c199": 0.5}
    framework = Framework.from_edges(grounds, [(above, below) for below, above in pairwise(names)])
    former = assess(framework)
    computed: list[int] = []
    pass_once = Bounds.pass_once

    def counted(bounds: Bounds, node: int) -> None:
        computed.append(node)
        pass_once(bounds, node)

    monkeypatch.setattr(Bounds, "pass_once", counted)
    changed = Framework({**framework.grounds, "c003": 0.25}, framework.links)
    found = reassess(former, changed, former.kinds)
    assert len(computed) == 7
    assert found.balances == assess(changed).balances
