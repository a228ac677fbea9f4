"""What lies above something is the same, whatever was asked for before."""

from hypothesis import given
from hypothesis import strategies as st

from graph.argument.above import SeedsAbove, unsettled

Leads = dict[str, list[str]]

NAMES = [*"abcdef"]
LEADS = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(NAMES), max_size=3, unique=True) for name in NAMES}
)


def _above(leads: Leads, start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(leads[here])
    return found


@given(leads=LEADS, asked=st.lists(st.sampled_from(NAMES), min_size=1))
def test_of_what_is_above_a_place_nothing_is_found_twice_and_nothing_left_out(
    leads: Leads, asked: list[str]
) -> None:
    settled: set[str] = set()
    for place in asked:
        fresh = unsettled(place, settled, leads.__getitem__)
        assert fresh == {each: leads[each] for each in _above(leads, place) - settled}
        settled.update(fresh)


@given(
    leads=LEADS,
    seeds=st.lists(st.sampled_from(NAMES), unique=True),
    asked=st.lists(st.sampled_from(NAMES), min_size=1),
)
def test_the_seeds_above_a_place_are_those_that_can_be_reached_from_there(
    leads: Leads, seeds: list[str], asked: list[str]
) -> None:
    found = SeedsAbove({seed: 1 << number for number, seed in enumerate(seeds)}, leads.__getitem__)
    for place in asked:
        above = _above(leads, place)
        assert found.of(place) == [n for n, seed in enumerate(seeds) if seed in above]
