"""A debate is read by theme, each claim once."""

from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from graph.argument.debated import debate_claims, theme_claims
from graph.argument.reading_order import reading_order
from graph.base import KnowledgeBase
from tests.benchmarks.argument import write_argument
from tests.shapes import shaped


def test_every_claim_of_a_debate_is_read_once(whole: KnowledgeBase) -> None:
    for debate, claims in debate_claims(whole).items():
        order = reading_order(whole, debate)
        assert Counter(order.claims) <= Counter(claims)
        assert len(order.claims) + order.left_out == len(claims)


def test_a_claim_stands_in_a_theme_that_it_belongs_to(whole: KnowledgeBase) -> None:
    for debate in whole.debates:
        order = reading_order(whole, debate)
        for theme, claims in order.themes.items():
            assert theme_claims(whole)[debate, theme] >= {*claims}
        members = chain.from_iterable(theme_claims(whole)[debate, each] for each in order.themes)
        assert not {*order.others}.intersection(members)


def test_the_roots_of_a_theme_open_it_and_stand_in_no_other(sample: KnowledgeBase) -> None:
    (debate,) = sample.debates.values()
    order = reading_order(sample, debate.id)
    assert order.theses == sample.theses
    for theme in debate.themes:
        roots = [each for each in map(sample.resolve, theme.roots) if each not in order.theses]
        assert order.themes[theme.id][0] == roots[0]
        assert {*order.themes[theme.id]} >= {*roots}


def test_what_bears_on_a_claim_stands_behind_it_unless_it_stood_before(kb: KnowledgeBase) -> None:
    order = reading_order(kb, "paths")
    assert order.theses == ("build-cycle-paths",)
    assert order.themes == {}
    place = {claim: number for number, claim in enumerate(order.claims)}
    for link in kb.links.values():
        if not link.type.at_link:
            assert place[link.target] < place[link.claim]


def test_of_many_claims_those_nearest_the_theses_are_read(tmp_path: Path) -> None:
    write_argument(tmp_path, 60, 60)
    kb = KnowledgeBase.load(tmp_path)
    (debate,) = kb.debates
    all_of_it = reading_order(kb, debate)
    for most in (1, 7, 30):
        order = reading_order(kb, debate, most)
        assert len(order.claims) == len({*order.claims}) == most
        assert order.left_out == len(all_of_it.claims) - most
        assert {*order.claims} < {*all_of_it.claims}
        assert order.theses == all_of_it.theses[:most]
    # Whatever is read leads to a thesis by claims that are read, too.
    read = {*order.claims}
    for claim in order.claims:
        if claim not in order.theses:
            assert any(kb.final_target(link) in read for link in kb.used_in(claim))


def test_a_debate_that_is_not_there_has_no_order(kb: KnowledgeBase) -> None:
    with pytest.raises(KeyError):
        reading_order(kb, "no-such-debate")


def test_where_little_bears_on_the_thesis_there_is_room_for_what_bears_on_nothing() -> None:
    order = reading_order(shaped({f"c{n}": [] for n in range(10)}), "d", 5)
    assert order.theses == ("c0",)
    assert len(order.others) == 4
    assert order.left_out == 5
