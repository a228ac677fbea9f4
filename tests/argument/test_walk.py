"""The walk along the lines of a thesis: where one may get off, and what that comes to.

Claims are called t (the thesis), a, b, c …; a ground of 0 is that of a concluded claim.
"""

from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from graph.argument.answered import answered
from graph.argument.lines import LineState, line_state
from graph.argument.position_sentences import alone_told, labels_told, position_told
from graph.argument.walk import LONGEST, Held, Stop, Walk, held_by_author, parting, walk_of
from graph.base import KnowledgeBase
from graph.semantics import MARGIN, Framework, Standing, reject
from graph.semantics.rejection import shift_at
from graph.semantics.reweighing import Reweighing
from graph.semantics.solving import fixed_bands
from graph.words.language import language
from tests.argument.arguments import knowledge_base
from tests.argument.test_lines import argument
from tests.conftest import SAMPLE
from tests.examples import examples
from tests.semantics.frameworks import frameworks

_WORSE = {LineState.HOLDS: 0, LineState.CONTESTED: 1, LineState.BROKEN: 2}


def walked(kb: KnowledgeBase) -> Walk:
    walk = walk_of(kb, "t")
    assert walk is not None
    return walk


def stops(kb: KnowledgeBase) -> list[str]:
    return [stop.claim for stop in walked(kb).stops]


def test_where_nothing_leads_to_a_thesis_there_is_no_walk() -> None:
    assert walk_of(argument({"t": 0.0}), "t") is None
    assert walk_of(argument({"t": 0.0, "a": 0.5}, "r: a - t"), "t") is None


def test_a_reason_that_only_one_claim_carries_is_asked_about_and_not_that_claim() -> None:
    kb = argument({"t": 0.0, "a": 0.0, "b": 0.5}, "r: a + t", "s: b + a")
    assert stops(kb) == ["a"]


def test_a_reason_that_needs_several_claims_gives_way_to_them() -> None:
    kb = argument({"t": 0.0, "a": 0.0, "b": 0.5, "c": 0.5}, "r: a + t", "s: b c + a")
    assert stops(kb) == ["b", "c"]


def test_what_a_claim_can_do_without_is_no_stop() -> None:
    grounds = {"t": 0.0, "a": 0.0, "b": 0.5, "c": 0.5, "d": 0.5}
    kb = argument(grounds, "r: a d + t", "s: b + a", "u: c + a")
    assert stops(kb) == ["a", "d"]


def test_the_walk_goes_down_where_one_claim_needs_several_further_below() -> None:
    grounds = {"t": 0.0, "a": 0.0, "b": 0.0, "c": 0.5, "d": 0.5}
    kb = argument(grounds, "r: a + t", "s: b + a", "u: c d + b")
    assert stops(kb) == ["c", "d"]


def test_a_condition_of_the_thesis_is_asked_about_first_and_is_no_line() -> None:
    kb = argument({"t": 0.0, "a": 0.5, "b": 0.5}, "r: a + t", "s: b ? t")
    walk = walked(kb)
    assert [(ride.condition, [stop.claim for stop in ride.stops]) for ride in walk.rides] == [
        (True, ["b"]),
        (False, ["a"]),
    ]
    assert walk.lines == ("r",)


def test_a_broken_line_is_asked_about_where_a_reader_could_mend_it() -> None:
    kb = argument({"t": 0.0, "a": 0.0, "b": 0.5, "c": 0.9}, "r: a + t", "s: b + a", "u: c - b")
    (stop,) = walked(kb).stops
    assert stop.claim == "a"
    assert stop.yes is not None
    assert stop.yes.lines["r"] is LineState.HOLDS
    assert stop.no is not None
    assert stop.no.lines["r"] is LineState.BROKEN


def test_a_line_that_no_answer_makes_hold_is_not_walked() -> None:
    kb = argument({"t": 0.0, "a": 0.5, "b": 0.5, "c": 1.0}, "r: a + t", "s: b + t", "u: c / s")
    assert walked(kb).lines == ("r",)


def test_long_arguments_are_asked_about_in_turns_and_few_questions() -> None:
    names = "abcdefghijklmn"
    grounds = {"t": 0.0, **dict.fromkeys(names, 0.5)}
    kb = argument(grounds, "r: a b c d e f g h i + t", "s: j k + t", "u: l m n + t")
    walk = walked(kb)
    assert len(walk.stops) == LONGEST
    assert sorted(len(ride.stops) for ride in walk.rides) == [2, 3, 3]


def test_a_claim_of_several_lines_is_asked_about_once() -> None:
    grounds = {"t": 0.0, "a": 0.5, "b": 0.5, "c": 0.5}
    kb = argument(grounds, "r: a c + t", "s: b c + t")
    assert sorted(stops(kb)) == ["a", "b", "c"]


def test_both_sides_of_a_stop_are_the_strongest_and_a_doubt_stands_in_for_an_objection() -> None:
    grounds = {"t": 0.0, "a": 0.2, "b": 0.4, "c": 0.6, "d": 0.5}
    kb = argument(grounds, "r: a + t", "s: b + a", "u: c + a", "v: d / u")
    (stop,) = walked(kb).stops
    assert stop.reason is not None
    assert stop.reason.id == "s"
    assert stop.objection is not None
    assert stop.objection.id == "v"


@given(frameworks())
def test_a_walk_through_any_argument_is_short_and_asks_about_each_claim_once(
    framework: Framework,
) -> None:
    kb = knowledge_base(framework)
    for thesis in list(kb.claims)[:2]:
        walk = walk_of(kb, thesis)
        if walk is None:
            continue
        assert len(walk.stops) <= LONGEST
        assert len({stop.claim for stop in walk.stops}) == len(walk.stops)
        assert thesis not in {stop.claim for stop in walk.stops}


def test_each_stop_of_the_sample_breaks_its_line_whatever_else_is_gone_along_with() -> None:
    kb = KnowledgeBase.load(SAMPLE)
    walk = walk_of(kb, "build-the-tram")
    assert walk is not None
    every = [stop.claim for stop in walk.stops]
    whole = answered(kb, walk.thesis, walk.lines, (), every)
    for ride in walk.rides:
        for stop in ride.stops:
            others = [each for each in every if each != stop.claim]
            after = answered(kb, walk.thesis, walk.lines, [stop.claim], others)
            if not ride.condition:
                assert _WORSE[after.lines[ride.link.id]] > _WORSE[whole.lines[ride.link.id]]
            assert after.balance.upper <= whole.balance.upper


def test_answers_come_to_what_rejecting_and_accepting_does() -> None:
    kb = KnowledgeBase.load(SAMPLE)
    walk = walk_of(kb, "build-the-tram")
    assert walk is not None
    claims = [stop.claim for stop in walk.stops][:3]
    for said in product("yn-", repeat=len(claims)):
        no = [claim for claim, answer in zip(claims, said, strict=True) if answer == "n"]
        yes = [claim for claim, answer in zip(claims, said, strict=True) if answer == "y"]
        changes = {each.id: each for each in reject(kb.assessment, no, yes)}
        after = answered(kb, walk.thesis, walk.lines, no, yes)
        if walk.thesis in changes:
            assert after.balance == changes[walk.thesis].after
            assert after.standing is changes[walk.thesis].standing[1]
        else:
            assert after.balance == kb.assessment.balances[walk.thesis]


def test_what_the_author_says_comes_before_what_goes_unsaid_and_the_dearer_before_the_cheaper() -> (
    None
):
    kb = KnowledgeBase.load(SAMPLE)
    walk = walk_of(kb, "build-the-tram")
    assert walk is not None
    held = {stop.claim: stop.held for stop in walk.stops}
    assert held["shops-do-well"] is Held.ENDORSED
    assert held["town-cares-for-quiet"] is Held.UNSPOKEN
    assert held["bridge-bears-a-tram"] is Held.OTHERS
    costs = {stop.claim: stop.cost for stop in walk.stops if stop.held is Held.ENDORSED}
    found = parting(walk, held)
    assert found is not None
    assert found.claim == max(costs, key=lambda each: round(costs[each], 9))
    unsaid = parting(walk, ["bridge-bears-a-tram", "town-cares-for-quiet"])
    assert unsaid is not None
    assert unsaid.claim == "town-cares-for-quiet"
    assert parting(walk, ["bridge-bears-a-tram"]) is None
    assert parting(walk, []) is None


@pytest.mark.parametrize(("source", "held"), [("essay", Held.ENDORSED), ("report", Held.OTHERS)])
def test_where_nobody_is_named_the_author_says_what_is_read_from_the_same_text(
    tmp_path: Path, source: str, held: Held
) -> None:
    folder = tmp_path / "claims" / "d"
    folder.mkdir(parents=True)
    for name, text in (("top", "essay"), ("reason", source)):
        passage = f"{{source: {text}, paragraph: 1, start: it is, end: so}}"
        said = f"claim: {{en: So says {name}.}}\nkind: causal\npassages: [{passage}]\n"
        (folder / f"{name}.md").write_text(f"---\n{said}---\n", "utf-8")
    kb = KnowledgeBase.load(tmp_path)
    assert [each.source for each in kb.claims["reason"].passages] == [source]
    assert held_by_author(kb, "top", "reason") is held


def position(
    kb: KnowledgeBase, *rejected: str, accepted: tuple[str, ...] = (), code: str = "en"
) -> tuple[str, ...]:
    walk = walked(kb)
    after = answered(kb, "t", walk.lines, rejected, accepted)
    return position_told(kb, walk, after, rejected, accepted, language(code))


def test_a_position_is_told_in_three_sentences() -> None:
    kb = argument({"t": 0.0, "a": 0.5, "b": 0.5}, "r: a + t", "s: b + t")
    assert position(kb) == (
        "For you the lines “Says a” and “Says b” hold.",
        "You get off nowhere.",
        "That leaves the thesis supported, as the records do.",
    )
    assert position(kb, "a", "b") == (
        "For you no line of the argument holds.",
        "You get off at “Says a” and “Says b”, and there the lines “Says a” and “Says b” break.",
        "That leaves the thesis with nothing to carry it; the records leave it supported.",
    )
    assert position(kb, "a", code="nl") == (
        "Voor u houdt de lijn ‘Zegt b’ stand.",
        "U stapt uit bij ‘Zegt a’, en daar breekt de lijn ‘Zegt a’.",
        "Daarmee is de stelling onderbouwd, net zoals het hier is vastgelegd.",
    )
    assert len(position(kb, "a", code="de")) == 3


def test_getting_off_at_a_condition_breaks_no_line() -> None:
    kb = argument({"t": 0.0, "a": 0.5, "b": 0.5}, "r: a + t", "s: b ? t")
    assert position(kb, "b")[1:] == (
        "You get off at “Says b”, but no line breaks there.",
        "That leaves the thesis opposed; the records leave it supported.",
    )


def test_a_claim_of_several_lines_breaks_each_of_them() -> None:
    grounds = {"t": 0.0, "a": 0.5, "b": 0.5, "c": 0.5, "d": 0.5}
    # Beside what is asked along the first line, that can do without it, and the second cannot.
    kb = argument(grounds, "r: a c + t", "s: b c + t 0.8")
    off = position(kb, "c")
    assert off[1] == "You get off at “Says c”, and there the lines “Says a” and “Says b” break."
    kb = argument({**grounds, "a": 0.0}, "r: a + t", "s: b c + t 0.8", "u: c + a", "v: d + a 0.1")
    assert "“Says b”" in position(kb, "c")[1]


def test_a_line_that_was_broken_anyway_does_not_break_where_a_reader_gets_off() -> None:
    grounds = {"t": 0.0, "a": 0.5, "b": 0.5, "c": 0.5, "d": 0.0}
    kb = argument(grounds, "r: a c + t", "s: b + t", "u: d - b")
    walk = walked(kb)
    assert [stop.claim for stop in walk.stops] == ["a", "c", "b"]
    assert position(kb, "a")[1] == "You get off at “Says a”, and there the line “Says a” breaks."
    kb = argument({"t": 0.0, "a": 0.0, "b": 0.5, "c": 0.9}, "r: a + t", "s: b + a", "u: c - b")
    (stop,) = walked(kb).stops
    off = f"You get off at “Says {stop.claim}”, but no line breaks there."
    assert position(kb, stop.claim)[1] == off


@pytest.mark.parametrize("code", ["en", "nl", "de"])
def test_of_lines_that_are_not_walked_it_is_not_said_that_none_holds(code: str) -> None:
    reasons = {f"r{place}": 0.5 for place in range(7)}
    kb = argument({"t": 0.0, **reasons}, *(f"l{place}: r{place} + t" for place in range(7)))
    walk = walked(kb)
    assert walk.more == 2
    none = language(code).pattern("walk.position.none")
    assert position(kb, *(stop.claim for stop in walk.stops), code=code)[0] != none
    # What one gets off at may break a line that is not walked.
    gated = argument(
        {"t": 0.0, "gate": 0.5, **reasons},
        *(f"l{place}: r{place} + t" for place in range(5)),
        *(f"l{place}: r{place} gate + t 0.5" for place in (5, 6)),
        "condition: gate ? t",
    )
    assert "gate" in stops(gated)
    bends = language(code).pattern("walk.position.bends")
    assert position(gated, "gate", code=code)[1] != bends.format(claims="“Says gate”")
    kb = argument({"t": 0.0, "a": 0.5}, "r: a + t")
    assert walked(kb).more == 0
    assert position(kb, "a", code=code)[0] == none


@pytest.mark.parametrize("code", ["en", "nl", "de"])
def test_what_an_answer_does_by_itself_is_told(code: str) -> None:
    kb = argument({"t": 0.0, "a": 0.5, "b": 0.5}, "r: a + t", "s: b ? t")
    walk = walked(kb)
    told = [" ".join(alone_told(kb, walk, stop, language(code))) for stop in walk.stops]
    assert all(told)
    assert len({*told}) == 2
    if code == "en":
        assert told == [
            "A no leaves the thesis opposed.",
            "A no breaks the line “Says a”, and leaves the thesis with nothing to carry it.",
        ]


def test_a_yes_that_mends_a_broken_line_is_told() -> None:
    kb = argument({"t": 0.0, "a": 0.0, "b": 0.5, "c": 0.9}, "r: a + t", "s: b + a", "u: c - b")
    walk = walked(kb)
    assert alone_told(kb, walk, walk.stops[0], language("en")) == (
        "A yes makes the line “Says a” hold, and leaves the thesis supported.",
    )


@pytest.mark.parametrize("code", ["en", "nl", "de"])
def test_a_yes_that_turns_the_thesis_is_told(code: str) -> None:
    kb = argument({"t": 0.0, "a": 0.5, "b": 0.0, "c": 0.9}, "r: a + t", "s: b ? t", "u: c - b")
    walk = walked(kb)
    (told,) = alone_told(kb, walk, walk.stops[0], language(code))
    if code == "en":
        assert told == "A yes leaves the thesis supported."


def test_a_no_that_breaks_one_line_and_mends_another_is_told_to_do_both() -> None:
    grounds = {"t": 0.0, "a": 0.5, "b": 0.5}
    kb = argument(grounds, "r: a + t", "s: b + t", "u: a - b")
    walk = walked(kb)
    told = {stop.claim: alone_told(kb, walk, stop, language("en")) for stop in walk.stops}
    assert told["a"] == (
        "A no breaks the line “Says a”.",
        "A no makes the line “Says b” hold.",
    )


def test_a_thesis_with_all_its_lines_broken_has_the_standing_that_is_left() -> None:
    kb = argument({"t": 0.0, "a": 0.5}, "r: a + t")
    assert answered(kb, "t", ["r"], ["a"]).standing is Standing.BARE
    with pytest.raises(ValueError, match="both"):
        answered(kb, "t", ["r"], ["a"], ["a"])


@settings(
    deadline=None,
    max_examples=examples(0.5),
    suppress_health_check=[HealthCheck.filter_too_much],
)
@given(frameworks(), st.data())
def test_what_is_said_of_a_walk_is_what_rejecting_and_accepting_comes_to(
    framework: Framework, data: st.DataObject
) -> None:
    kb = knowledge_base(framework)
    for claim in kb.claims:
        walk = walk_of(kb, claim)
        if walk is not None:
            for stop in walk.stops:
                _alone(kb, walk, stop)
            asked = data.draw(st.permutations([stop.claim for stop in walk.stops]))
            one = data.draw(st.integers(0, len(asked)))
            other = data.draw(st.integers(one, len(asked)))
            _position(kb, walk, asked[:one], asked[one:other])


def _weighed(
    kb: KnowledgeBase, thesis: str, no: Sequence[str], yes: Sequence[str]
) -> tuple[Standing, dict[str, LineState]]:
    """How a thesis comes to stand, and the states of all its lines, worked out from the start; an
    argument in which that hangs by a rounding error is not asked about."""
    graph, goal = kb.framework.incidence, kb.framework.incidence.claim_numbers[thesis]
    after = Reweighing(kb.assessment).after(fixed_bands(graph, no, yes, -1.0))
    numbers = {link.id: graph.link_numbers[link.id] for link in kb.reasons(thesis)}
    bands = {each: after.get(each) or kb.assessment.bands[each] for each in numbers.values()}
    shift = shift_at(kb.assessment, goal, after)
    for end in (end for band in (*bands.values(), shift.before, shift.after) for end in band):
        assume(all(abs(abs(end) - bound) > 1e-6 or end == bound == 0.0 for bound in (0.0, MARGIN)))
    return shift.standing[1], {link: line_state(bands[number]) for link, number in numbers.items()}


def _named(kb: KnowledgeBase, links: Iterable[str]) -> str:
    claims = [kb.links[each].claim for each in links]
    return labels_told(kb, claims, language("en")) if claims else ""


def _alone(kb: KnowledgeBase, walk: Walk, stop: Stop) -> None:
    told = " ".join(alone_told(kb, walk, stop, language("en")))
    before, states = _weighed(kb, walk.thesis, (), ())
    for answer, (no, yes) in {"no": ([stop.claim], []), "yes": ([], [stop.claim])}.items():
        standing, after = _weighed(kb, walk.thesis, no, yes)
        turned = {link for link in walk.lines if after[link] is not states[link]}
        for state, verb in ((LineState.BROKEN, "breaks"), (LineState.HOLDS, "makes")):
            lines = [link for link in walk.lines if link in turned and after[link] is state]
            plural = "s" if len(lines) > 1 else ""
            said = f"A {answer} {verb} the line{plural} {_named(kb, lines)}"
            assert (said in told) if lines else (f"A {answer} {verb}" not in told)
        word = language("en").t(f"walk.word.{standing.value}")
        leaves = [each for each in told.split("A ") if each.startswith(answer) and "leaves" in each]
        assert bool(leaves) == (standing is not before)
        assert all(f"leaves the thesis {word}." in each for each in leaves)


def _position(kb: KnowledgeBase, walk: Walk, no: Sequence[str], yes: Sequence[str]) -> None:
    outcome = answered(kb, walk.thesis, walk.lines, no, yes)
    told = position_told(kb, walk, outcome, no, yes, language("en"))
    standing, states = _weighed(kb, walk.thesis, no, yes)
    _, agreed = _weighed(kb, walk.thesis, (), yes)
    holding = [link for link in walk.lines if states[link] is LineState.HOLDS]
    assert (_named(kb, holding) in told[0]) if holding else ("none" in told[0] or " no " in told[0])
    if told[0] == "For you no line of the argument holds.":
        assert LineState.HOLDS not in states.values()
    broken = [
        link
        for link, state in states.items()
        if state is LineState.BROKEN and agreed[link] is not LineState.BROKEN
    ]
    if "no line breaks there" in told[1]:
        assert not broken
    if "there the line" in told[1]:
        here = [link for link in walk.lines if link in broken]
        assert told[1].endswith(f"{_named(kb, here)} break{'s' if len(here) == 1 else ''}.")
    assert language("en").t(f"walk.word.{standing.value}") in told[2]
    same = standing is kb.assessment.standings[walk.thesis]
    assert ("as the records do" in told[2]) == same
