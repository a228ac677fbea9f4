"""What holds of balances whatever the argument is."""

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.semantics import (
    MARGIN,
    Accounting,
    Band,
    Framework,
    FrameworkLink,
    GroundKind,
    LinkKind,
    Standing,
    assess,
    balances,
    weigh,
)
from tests.semantics.frameworks import frameworks

SUPPORT, CONTRADICTION, UNDERCUT, CONDITION = LinkKind
NEAR = 2e-6
"""Twice as far as the bands of a small component can be from their limits."""

accountings = st.sampled_from(get_args(Accounting))


def any_claim(framework: Framework, data: st.DataObject) -> str:
    return data.draw(st.sampled_from(sorted(framework.grounds)))


def any_kinds(framework: Framework, data: st.DataObject) -> dict[str, GroundKind]:
    return {claim: data.draw(st.sampled_from(GroundKind)) for claim in framework.grounds}


def without(framework: Framework, links: Iterable[FrameworkLink]) -> Framework:
    """The framework without these links, and without the undercuts of what is left out."""
    gone = {link.id for link in links}
    while more := {
        link.id
        for link in framework.links
        if link.kind is UNDERCUT and link.target in gone and link.id not in gone
    }:
        gone |= more
    kept = tuple(link for link in framework.links if link.id not in gone)
    return Framework(framework.grounds, kept)


def at(framework: Framework, claim: str, *kinds: LinkKind) -> list[FrameworkLink]:
    return [link for link in framework.links if link.target == claim and link.kind in kinds]


@settings(deadline=None)
@given(frameworks(), st.data())
def test_a_claim_none_of_whose_reasons_has_force_is_never_supported(
    framework: Framework, data: st.DataObject
) -> None:
    claim, kinds = any_claim(framework, data), any_kinds(framework, data)
    # Every reason for it leans on something that nothing carries.
    leaning = at(framework, claim, SUPPORT)
    links = tuple(
        replace(link, premises=(*link.premises, "nothing")) if link in leaning else link
        for link in framework.links
    )
    kinds["nothing"] = GroundKind.CONCLUDED
    found = assess(Framework({**framework.grounds, "nothing": 0.0}, links), kinds)
    assert all(found.forces[link.id].upper < 1e-12 for link in leaning)
    assert found.standings[claim] is not Standing.SUPPORTED


@settings(deadline=None)
@given(frameworks(), st.floats(MARGIN, 1, exclude_min=True), st.data())
def test_a_documented_claim_that_nobody_argues_about_is_documented(
    framework: Framework, ground: float, data: st.DataObject
) -> None:
    claim, kinds = any_claim(framework, data), any_kinds(framework, data)
    alone = without(framework, at(framework, claim, SUPPORT, CONTRADICTION, CONDITION))
    kinds[claim] = GroundKind.DOCUMENTED
    found = assess(Framework({**alone.grounds, claim: ground}, alone.links), kinds)
    assert found.standings[claim] is Standing.DOCUMENTED
    assert found.balances[claim] == pytest.approx(Band(ground, ground))


@settings(deadline=None)
@given(frameworks(), st.data())
def test_a_concluded_claim_without_its_reasons_is_bare_unless_objections_have_force(
    framework: Framework, data: st.DataObject
) -> None:
    claim, kinds = any_claim(framework, data), any_kinds(framework, data)
    emptied = without(framework, at(framework, claim, SUPPORT))
    kinds[claim] = GroundKind.CONCLUDED
    found = assess(Framework({**emptied.grounds, claim: 0.0}, emptied.links), kinds)
    band, against = found.balances[claim], found.taken[claim]
    assert band == pytest.approx(Band(-against.upper, -against.lower), abs=NEAR)
    assert found.strengths[claim].upper < 1e-12
    if against.upper < MARGIN - NEAR:
        assert found.standings[claim] is Standing.BARE
    elif against.lower > MARGIN + NEAR:
        assert found.standings[claim] is Standing.OPPOSED
    elif against.upper > MARGIN + NEAR:
        assert found.standings[claim] is Standing.DISPUTED


@settings(deadline=None)
@given(frameworks(cyclic=False), accountings, st.data())
def test_a_condition_never_raises_its_target(
    framework: Framework, method: Accounting, data: st.DataObject
) -> None:
    claim = any_claim(framework, data)
    before = balances(without(framework, at(framework, claim, CONDITION)), method=method)[claim]
    assert balances(framework, method=method)[claim].lower <= before.lower


@settings(deadline=None)
@given(frameworks(cyclic=False), accountings)
def test_a_condition_that_holds_takes_nothing_away(
    framework: Framework, method: Accounting
) -> None:
    weighed = weigh(framework, method)
    for link in framework.links:
        if link.kind is CONDITION:
            opposed = any(weighed.balances[each].lower < 0 for each in link.premises)
            assert opposed or weighed.forces[link.id] == (0, 0)


def signs(framework: Framework, start: str) -> dict[str, set[int]]:
    """For everything that a claim or link leads to, whether it helps (1), hinders (-1) or both."""
    ways: list[tuple[str, str, int]] = []
    for link in framework.links:
        ways += [
            (premise, link.id, -1 if link.kind is CONDITION else 1) for premise in link.premises
        ]
        ways.append((link.id, link.target, 1 if link.kind is SUPPORT else -1))
    found: dict[str, set[int]] = {start: {1}}
    waiting = [(start, 1)]
    while waiting:
        here, sign = waiting.pop()
        for source, target, way in ways:
            if source == here and sign * way not in found.setdefault(target, set()):
                found[target].add(sign * way)
                waiting.append((target, sign * way))
    return found


def _changed(
    before: Framework, after: Framework, start: str, method: Accounting, moved: int = 1
) -> None:
    """What only helps has not lowered anything, and what only hinders has not raised it."""
    old, new = weigh(before, method), weigh(after, method)
    olds, news = {**old.balances, **old.forces}, {**new.balances, **new.forces}
    reached = signs(before, start)
    for each, band in olds.items():
        if reached.get(each) == {moved}:
            assert news[each].lower >= band.lower - NEAR
            assert news[each].upper >= band.upper - NEAR
        elif reached.get(each) == {-moved}:
            assert news[each].lower <= band.lower + NEAR
            assert news[each].upper <= band.upper + NEAR
        elif each not in reached:
            assert news[each] == pytest.approx(band, abs=NEAR)


@settings(deadline=None)
@given(frameworks(), accountings, st.floats(0, 1), st.data())
def test_more_ground_never_lowers_what_it_helps_nor_raises_what_it_hinders(
    framework: Framework, method: Accounting, ground: float, data: st.DataObject
) -> None:
    claim = any_claim(framework, data)
    more = {**framework.grounds, claim: max(ground, framework.grounds[claim])}
    _changed(framework, Framework(more, framework.links), claim, method)


@settings(deadline=None)
@given(frameworks().filter(lambda each: each.links), accountings, st.floats(0.01, 1), st.data())
def test_more_relevance_never_lowers_what_it_helps_nor_raises_what_it_hinders(
    framework: Framework, method: Accounting, relevance: float, data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from(framework.links))
    more = replace(chosen, relevance=max(relevance, chosen.relevance))
    links = tuple(more if link is chosen else link for link in framework.links)
    _changed(framework, Framework(framework.grounds, links), chosen.id, method)


@settings(deadline=None)
@given(frameworks(), accountings, st.data())
def test_what_is_accepted_helps_at_least_as_much_as_it_did_and_what_is_rejected_no_more(
    framework: Framework, method: Accounting, data: st.DataObject
) -> None:
    claim = any_claim(framework, data)
    reached = signs(framework, claim)
    as_it_is = balances(framework, method=method)
    accepted = balances(framework, accepted=[claim], method=method)
    rejected = balances(framework, rejected=[claim], method=method)
    for each, band in as_it_is.items():
        less, more = rejected[each], accepted[each]
        if reached.get(each) == {-1}:
            less, more = more, less
        if each in reached and len(reached[each]) == 1:
            assert less.lower - NEAR <= band.lower <= more.lower + NEAR
            assert less.upper - NEAR <= band.upper <= more.upper + NEAR


@settings(deadline=None)
@given(frameworks(), accountings, st.randoms(use_true_random=False))
def test_other_ids_change_nothing(framework: Framework, method: Accounting, random: object) -> None:
    claims = sorted(framework.grounds)
    links = [link.id for link in framework.links]
    shuffled = [f"x{number}" for number in range(len(claims) + len(links))]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    name = dict(zip((*claims, *links), shuffled, strict=True))
    renamed = Framework(
        {name[claim]: ground for claim, ground in framework.grounds.items()},
        tuple(
            replace(
                link,
                id=name[link.id],
                premises=tuple(name[each] for each in link.premises),
                target=name[link.target],
            )
            for link in framework.links
        ),
    )
    expected = balances(framework, method=method)
    found = balances(renamed, method=method)
    for claim in claims:
        assert found[name[claim]] == pytest.approx(expected[claim], abs=NEAR)


@settings(deadline=None)
@given(frameworks())
def test_where_only_the_strongest_counts_nothing_is_carried_further_than_by_all_together(
    framework: Framework,
) -> None:
    supports_only = without(framework, [x for x in framework.links if x.kind is not SUPPORT])
    together, alone = balances(supports_only), balances(supports_only, method="strongest")
    assert all(alone[claim].upper <= together[claim].upper + NEAR for claim in together)
