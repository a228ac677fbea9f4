"""Routes from a claim up to another."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.argument.routes import BUDGET, LONGEST, find_routes, routes, routes_to_theses
from graph.argument.ways import FAR, NEAR, Ways, steps_from
from graph.base import KnowledgeBase
from tests.examples import examples
from tests.shapes import Shape, chain, knot, shaped

Base = Callable[[dict[str, str]], KnowledgeBase]


@pytest.fixture
def base(tmp_path: Path) -> Base:
    """Builds a knowledge base from claim ids and the YAML of their links."""

    def build(claims: dict[str, str]) -> KnowledgeBase:
        folder = tmp_path / "claims" / "d"
        folder.mkdir(parents=True)
        for claim, links in claims.items():
            text = f"---\nclaim: {{en: {claim}.}}\nkind: fact\n{links}---\n"
            (folder / f"{claim}.md").write_text(text, "utf-8")
        return KnowledgeBase.load(tmp_path)

    return build


def test_the_shortest_route_comes_first_and_dead_ends_are_left_out(base: Base) -> None:
    kb = base(
        {
            "a": "supports: [{claim: b}, {claim: dead}]\ncontradicts: [{claim: top}]\n",
            "b": "supports: [{claim: top}]\n",
            "dead": "",
            "top": "",
        }
    )
    found = routes(kb, "a", frozenset({"top"}))
    assert [route.claims for route in found] == [("a", "top"), ("a", "b", "top")]
    assert found[0].steps[0].link.type == "contradicts"


def test_an_undercut_leads_to_the_claim_its_link_bears_on(base: Base) -> None:
    kb = base(
        {
            "a": "supports: [{claim: top}]\n",
            "u": "undercuts: [{link: a -> top}]\n",
            "top": "",
        }
    )
    route = Ways(kb, frozenset({"top"})).route("u")
    assert route is not None
    assert route.claims == ("u", "top")
    assert route.steps[0].link.type == "undercuts"


def test_a_defence_goes_by_the_doubt_it_answers_and_by_no_other_argument_of_that_claim(
    base: Base,
) -> None:
    kb = base(
        {
            "a": "supports: [{claim: middle}]\n",
            "middle": "supports: [{claim: top}]\n",
            "u": "undercuts: [{link: a -> middle}]\ncontradicts: [{claim: top}]\n",
            "v": "undercuts: [{link: u -> (a -> middle)}]\n",
            "w": "undercuts: [{link: v -> (u -> (a -> middle))}]\n",
            "top": "",
        }
    )
    ends = frozenset({"top"})
    defence = ("v", "u", "middle", "top")
    for start, claims in (("v", defence), ("w", ("w", *defence))):
        (route,) = routes(kb, start, ends)
        assert route.claims == claims
        assert route == Ways(kb, ends).route(start)
    assert [step.link.type.value for step in route.steps] == [*["undercuts"] * 3, "supports"]
    assert [found.claims for found in routes(kb, "u", ends)] == [
        ("u", "top"),
        ("u", "middle", "top"),
    ]


def test_a_route_never_passes_a_claim_twice(base: Base) -> None:
    kb = base(
        {
            "a": "contradicts: [{claim: b}]\n",
            "b": "contradicts: [{claim: a}, {claim: top}]\n",
            "top": "",
        }
    )
    assert [route.claims for route in routes(kb, "a", frozenset({"top"}))] == [("a", "b", "top")]


def test_a_claim_is_a_route_to_itself(base: Base) -> None:
    kb = base({"top": ""})
    route = Ways(kb, frozenset({"top"})).route("top")
    assert route is not None
    assert route.claims == ("top",)
    assert routes(kb, "top", frozenset({"top"})) == (route,)


def test_there_is_no_route_where_nothing_leads_up(base: Base) -> None:
    kb = base({"a": "", "top": ""})
    assert Ways(kb, frozenset({"top"})).route("a") is None
    assert routes(kb, "a", frozenset({"top"})) == ()


def test_the_number_and_the_length_of_routes_are_bounded(base: Base) -> None:
    ladder = {f"n{i}": f"supports: [{{claim: n{i + 1}}}, {{claim: n{i + 2}}}]\n" for i in range(30)}
    kb = base({**ladder, "n30": "", "n31": ""})
    found = routes(kb, "n20", frozenset({"n30"}), limit=7)
    assert len(found) == 7
    lengths = [len(route.steps) for route in found]
    assert lengths == sorted(lengths)
    assert max(lengths) <= LONGEST
    assert routes(kb, "n0", frozenset({"n30"})) == ()


@st.composite
def _knotted(draw: st.DrawFn) -> Shape:
    """A few claims that argue about each other in any way, undercuts of undercuts among them."""
    size = draw(st.integers(2, 6))
    names = [f"c{number}" for number in range(size)]
    links: dict[str, list[tuple[str, str]]] = {each: [] for each in names}
    steps: list[str] = []
    targets = st.lists(st.sampled_from(names), unique=True, max_size=4)
    for name in names:
        for target in draw(targets):
            if target != name:
                links[name].append((draw(st.sampled_from(("supports", "contradicts"))), target))
                steps.append(f"{name} -> {target}")
        if draw(st.booleans()) and steps:
            links[name].append(("undercuts", draw(st.sampled_from(steps))))
            steps.append(f"by-{name}")
    return links


def _every_route(kb: KnowledgeBase, start: str, end: str) -> list[tuple[int, tuple[str, ...]]]:
    """All routes between two claims by trying every step: how long, and the names of the links."""
    found = []
    steps = steps_from(kb)
    waiting: list[tuple[tuple[str, str], tuple[str, ...], tuple[str, ...]]] = [
        ((start, ""), (start,), ())
    ]
    while waiting:
        place, claims, names = waiting.pop()
        if place == (end, ""):
            found.append((len(names), names))
            continue
        waiting += [
            (step.place, (*claims, step.target), (*names, step.link.id))
            for step in steps[place]
            if step.target not in claims
        ]
    return sorted(found)


@given(shape=_knotted())
@settings(max_examples=examples(2))
def test_all_routes_are_found_however_claims_argue_about_each_other(shape: Shape) -> None:
    kb = shaped(shape)
    for start in kb.claims:
        found = find_routes(kb, start, frozenset({"c0"}), limit=10_000)
        lengths = [len(route.steps) for route in found.routes]
        names = [tuple(step.link.id for step in route.steps) for route in found.routes]
        assert lengths == sorted(lengths)
        assert sorted(zip(lengths, names, strict=True)) == _every_route(kb, start, "c0")
        assert not found.more
        assert not found.given_up


@pytest.mark.parametrize("size", [14, 42])
def test_a_knot_of_claims_that_all_contradict_each_other_is_traced_at_once(size: int) -> None:
    kb = shaped(knot(size))
    ends = frozenset(kb.theses)
    found = find_routes(kb, "s", ends)
    assert [route.claims for route in found.routes] == [("s", "top")]
    assert not found.more
    found = find_routes(kb, "k0", ends)
    assert len(found.routes) == 50
    assert found.more
    assert not found.given_up
    assert found.routes[0].claims == ("k0", "s", "top")


def test_a_search_that_looks_at_too_many_steps_is_given_up_and_says_so() -> None:
    size = 150
    assert size**2 > BUDGET
    found = find_routes(shaped(knot(size)), "k0", frozenset({"top"}))
    assert found.given_up
    assert found.routes[0].claims == ("k0", "s", "top")
    lengths = [len(route.steps) for route in found.routes]
    assert lengths == sorted(lengths)


def test_a_way_is_the_first_of_the_routes(base: Base) -> None:
    kb = base(
        {
            "a": "supports: [{claim: c}, {claim: b}]\n",
            "b": "contradicts: [{claim: d}]\n",
            "c": "supports: [{claim: d}, {claim: other}]\n",
            "d": "supports: [{claim: top}]\n",
            "other": "supports: [{claim: top}]\n",
            "top": "",
        }
    )
    ends = frozenset({"top"})
    ways = Ways(kb, ends)
    for claim in kb.claims:
        assert ways.route(claim) == routes(kb, claim, ends)[0]


def test_a_way_leaves_the_links_only_where_they_lead_nowhere(base: Base) -> None:
    kb = base(
        {
            "a": "supports: [{claim: b}]\nspecifies: [top]\n",
            "b": "supports: [{claim: c}]\n",
            "c": "supports: [{claim: top}]\nraises: [q]\n",
            "part": "supports: [{claim: lost}]\nspecifies: [a]\n",
            "lost": "",
            "q": "",
            "top": "",
        }
    )
    ways = Ways(kb, frozenset({"top"}))
    assert [claim for _, claim in ways.up("a")] == ["a", "b", "c", "top"]
    assert ways.up("q") == (("", "q"), ("raised-by", "c"), ("supports", "top"))
    assert ways.up("part")[:2] == (("", "part"), ("specifies", "a"))
    assert ways.route("part") is None
    assert ways.length("part") == (1, 3)
    assert ways.length("lost") is None
    assert ways.up("lost") == (("", "lost"),)


def test_ways_do_not_go_round_in_circles(base: Base) -> None:
    kb = base(
        {
            "b": "raises: [q]\nanswers: [q]\n",
            "a": "contradicts: [{claim: top}]\nraises: [q]\n",
            "q": "",
            "top": "contradicts: [{claim: a}]\n",
        }
    )
    ways = Ways(kb, frozenset({"top"}))
    assert [claim for _, claim in ways.up("b")] == ["b", "q", "a", "top"]
    assert ways.up("top") == (("", "top"),)


@pytest.mark.parametrize("size", [1, 2, FAR + NEAR + 1, FAR + NEAR + 2, 90])
def test_of_a_long_way_both_ends_are_read_down(size: int) -> None:
    ways = Ways(shaped(chain(size)), frozenset({"c0"}))
    down = ways.down(f"c{size - 1}")
    everything = [("c0", ""), *((f"c{n}", "supports") for n in range(1, size))]
    if size <= FAR + NEAR + 1:
        assert down == (tuple(everything), 0)
    else:
        assert down == ((*everything[:FAR], *everything[-NEAR:]), size - FAR - NEAR)


@given(shape=_knotted(), asked=st.permutations(range(6)))
@settings(max_examples=examples(2))
def test_ways_and_routes_do_not_depend_on_what_was_asked_before(
    shape: Shape, asked: list[int]
) -> None:
    kb, ends = shaped(shape), frozenset({"c0"})
    ways = Ways(kb, ends)
    for claim in (f"c{number}" for number in asked if f"c{number}" in shape):
        alone = Ways(kb, ends)
        assert ways.up(claim) == alone.up(claim)
        assert ways.down(claim) == alone.down(claim)
        assert ways.length(claim) == alone.length(claim)
        assert ways.route(claim) == alone.route(claim)
        theses = frozenset(kb.theses)
        assert routes_to_theses(kb, claim) == find_routes(shaped(shape), claim, theses)


def test_of_what_is_not_there_no_way_is_known() -> None:
    kb = shaped(chain(3))
    assert Ways(kb, frozenset({"c0"})).length("nobody") is None
    assert steps_from(kb).get(("nobody", "")) is None
    assert steps_from(kb).get(("c1", "c1 -> c0")) is None


def test_a_claim_that_leads_nowhere_is_a_way_by_itself() -> None:
    assert Ways(shaped(chain(5)), frozenset({"c4"})).down("c0") == ((("c0", ""),), 0)
