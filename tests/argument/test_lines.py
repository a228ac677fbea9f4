"""Lines of argument, on frameworks small enough to be worked out by hand.

Claims are called t (the thesis), a, b, c …; a ground of 0 is that of a concluded claim.
"""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings

from graph.argument.line_sentences import longest_told, part_told, weakest_told
from graph.argument.lines import (
    Line,
    LineState,
    Role,
    Weakest,
    Why,
    carried_by,
    line_state,
    lines_of,
    parts_of,
)
from graph.base import KnowledgeBase
from graph.semantics import Band, Framework, FrameworkLink, LinkKind
from graph.semantics.reweighing import Reweighing
from graph.semantics.solving import fixed_bands
from graph.words.language import language
from graph.words.sentence import Piece, told_plainly
from tests.argument.arguments import knowledge_base
from tests.examples import examples
from tests.semantics.frameworks import frameworks

_KINDS = {
    "+": LinkKind.SUPPORT,
    "-": LinkKind.CONTRADICTION,
    "/": LinkKind.UNDERCUT,
    "?": LinkKind.CONDITION,
}


def argument(grounds: Mapping[str, float], *links: str) -> KnowledgeBase:
    """An argument of links such as "r: a b + t 0.5", named r, with premises a and b."""
    made = []
    for link in links:
        name, rest = link.split(": ")
        before, sign, after = next(
            rest.partition(f" {sign} ") for sign in _KINDS if f" {sign} " in rest
        )
        target, _, relevance = after.partition(" ")
        made.append(
            FrameworkLink(
                name, tuple(before.split()), target, _KINDS[sign.strip()], float(relevance or 1.0)
            )
        )
    return knowledge_base(Framework(grounds, tuple(made)))


def only(kb: KnowledgeBase) -> Line:
    (line,) = lines_of(kb, "t")
    return line


def test_a_line_ends_at_the_claim_that_is_taken_for_granted() -> None:
    line = only(argument({"t": 0, "a": 0, "b": 0.5}, "r: a + t", "s: b + a"))
    assert line.claims == ("a", "b")
    assert line.links == ("r", "s")
    assert line.weakest == Weakest(Why.GRANTED, claim="b")
    assert line.state is LineState.HOLDS


def test_the_premise_that_carries_least_decides() -> None:
    kb = argument({"t": 0, "a": 0.9, "b": 0.3}, "r: a b + t")
    assert only(kb).claims == ("b",)


def test_an_objection_that_takes_more_than_is_lacking_is_the_weakest_link() -> None:
    kb = argument({"t": 0, "a": 0.9, "o": 0.6}, "r: a + t", "x: o - a")
    line = only(kb)
    assert line.weakest == Weakest(Why.OBJECTION, claim="o")
    assert line.struck == "x"
    assert line.state is LineState.HOLDS


def test_an_objection_is_followed_down_to_what_it_rests_on() -> None:
    kb = argument({"t": 0, "a": 0.9, "o": 0, "p": 0.6}, "r: a + t", "x: o - a", "s: p + o")
    assert only(kb).weakest == Weakest(Why.OBJECTION, claim="p")


def test_a_doubt_about_a_step_is_the_weakest_link_where_it_takes_most() -> None:
    kb = argument({"t": 0, "a": 0.9, "u": 0.7}, "r: a + t", "x: u / r")
    line = only(kb)
    assert line.weakest == Weakest(Why.UNDERCUT, claim="u")
    assert line.struck == "x"


def test_a_step_that_counts_for_little_is_the_weakest_link() -> None:
    assert only(argument({"t": 0, "a": 0.9}, "r: a + t 0.2")).weakest == Weakest(
        Why.RELEVANCE, link="r"
    )


def test_a_condition_that_fails_is_the_weakest_link() -> None:
    kb = argument({"t": 0, "a": 0.9, "n": 0, "o": 0.8}, "r: a + t", "c: n ? a", "x: o - n")
    line = only(kb)
    assert line.weakest == Weakest(Why.CONDITION, claim="n")
    assert line.struck == "c"


def test_a_condition_of_which_it_is_open_whether_it_fails_is_not_said_to() -> None:
    grounds = {"t": 0.0, "a": 1.0, "b": 0.5, "c": 0.5, "d": 0.1}
    rivals = ("p: b - c", "q: c - b", "e: c - b 0.9")
    kb = argument(grounds, "r: a + t", "s: d b ? a", *rivals)
    told = weakest_told(kb, only(kb))
    assert kb.assessment.balances["b"].lower < 0.0 < kb.assessment.balances["b"].upper
    assert (told.pattern, told.claims["weakest"]) == ("lines.holds.condition_open", "b")


def test_a_line_through_a_claim_that_nothing_carries_is_broken_there() -> None:
    kb = argument({"t": 0, "a": 0, "b": 0}, "r: a + t", "s: b + a")
    line = only(kb)
    assert line.state is LineState.BROKEN
    assert line.weakest == Weakest(Why.BARE, claim="b")


def test_a_line_may_be_as_long_as_it_likes() -> None:
    links = ["r0: c0 + t", *(f"r{n}: c{n} + c{n - 1}" for n in range(1, 1500))]
    line = only(
        argument({"t": 0, **dict.fromkeys((f"c{n}" for n in range(1499)), 0), "c1499": 0.5}, *links)
    )
    assert len(line.claims) == 1500
    assert line.weakest == Weakest(Why.GRANTED, claim="c1499")


@pytest.mark.parametrize(
    ("force", "state"),
    [
        (Band(0.2, 0.3), LineState.HOLDS),
        (Band(0.1, 0.3), LineState.CONTESTED),
        (Band(0.0, 0.9), LineState.CONTESTED),
        (Band(0.02, 0.02), LineState.CONTESTED),
        (Band(0.0, 0.0), LineState.BROKEN),
    ],
)
def test_the_state_of_a_line_is_that_of_what_surely_arrives(force: Band, state: LineState) -> None:
    assert line_state(force) is state


def test_a_condition_is_no_line() -> None:
    assert lines_of(argument({"t": 0.5, "n": 0.5}, "c: n ? t"), "t") == ()


def test_the_line_of_which_most_arrives_comes_first() -> None:
    kb = argument({"t": 0, "a": 0.4, "b": 0.8}, "r: a + t", "s: b + t")
    assert [line.link.id for line in lines_of(kb, "t")] == ["s", "r"]


def test_the_way_down_ends_where_it_would_come_round() -> None:
    kb = argument({"t": 0, "a": 0.2, "b": 0.3}, "r: a + t", "s: b + a", "z: a + b")
    assert list(carried_by(kb, "t")) == [("r", "a"), ("s", "b")]


@settings(deadline=None)
@given(frameworks())
def test_every_line_ends_somewhere_and_is_told_in_both_languages(framework: Framework) -> None:
    kb = knowledge_base(framework)
    for thesis in kb.claims:
        lines = lines_of(kb, thesis)
        for line in lines:
            assert (line.weakest.claim is None) != (line.weakest.link is None)
            assert len(set(line.claims)) == len(line.claims)
            # Each claim of a line is a premise of the link at its place.
            for claim, link in zip(line.claims, line.links, strict=False):
                assert claim in kb.links[link].premises
            for code in ("en", "nl"):
                assert told_plainly(
                    weakest_told(kb, line), language(code), lambda claim: Piece(claim)
                )
        longest = longest_told(kb, lines)
        assert longest is None or told_plainly(longest, language("nl"), lambda each: Piece(each))


def told(kb: KnowledgeBase, line: Line) -> str:
    return told_plainly(weakest_told(kb, line), language("en"), lambda claim: Piece(claim))


def test_nobody_is_said_to_give_no_reason_where_reasons_add_little() -> None:
    kb = argument({"t": 0, "a": 0.5, "b": 0.2}, "r: a + t", "s: b + a")
    assert only(kb).weakest == Weakest(Why.GRANTED, claim="a")
    assert told(kb, only(kb)) == "It is taken for granted more than argued for."


def test_an_objection_goes_by_who_makes_it_not_by_what_that_rests_on() -> None:
    kb = argument({"t": 0, "a": 0.9, "u": 0, "v": 0.7}, "r: a + t", "x: u / r", "s: v + u")
    assert told(kb, only(kb)) == "“u” casts doubt on the step from “a” to “t”."


@pytest.mark.parametrize(
    ("relevance", "word"),
    [(0.3, "counts for little"), (0.5, "counts for half"), (0.8, "does not count in full")],
)
def test_a_step_is_told_to_count_for_as_much_as_it_does(relevance: float, word: str) -> None:
    kb = argument({"t": 0, "a": 0.95}, f"r: a + t {relevance}")
    assert told(kb, only(kb)) == f"The step from “a” to “t” {word}."


def test_the_longest_line_is_the_one_with_most_claims_down_to_what_carries_it() -> None:
    kb = argument(
        {"t": 0, "a": 0.9, "b": 0, "c": 0, "o": 0.9, "d": 0.5},
        "r: a + t",
        "s: b + t",
        "p: c + b",
        "q: d + c",
        "x: o - b",
    )
    longest = longest_told(kb, lines_of(kb, "t"))
    assert longest is not None
    # The objection decides at b, the direct reason itself.
    assert longest.pattern == "lines.longest.broken.alone"
    assert longest.claims == {"line": "b"}
    even = argument(
        {"t": 0, "a": 0, "b": 0, "c": 0.5, "d": 0.5},
        *"r: a + t|s: b + t|p: c + a|q: d + b".split("|"),
    )
    assert longest_told(even, lines_of(even, "t")) is None


def roles(kb: KnowledgeBase, claim: str) -> list[Role]:
    return [part.role for part in parts_of(kb, claim)]


@pytest.fixture
def debated(monkeypatch: pytest.MonkeyPatch) -> KnowledgeBase:
    kb = argument(
        {"t": 0, "a": 0, "b": 0.5, "o": 0.3, "idle": 0.5, "c": 0, "d": 0.6, "e": 0.9}
        | {"bare": 0, "void": 0},
        "r: a + t",
        "s: b + a",
        "x: o - a",
        "q: c + t",
        "p: d + c",
        "n: e + d 0.1",
        "z: bare + c",
        "y: void - d",
    )
    kb.theses = ("t",)
    return kb


def test_a_claim_says_what_it_does_in_a_line_and_nothing_where_it_does_nothing(
    debated: KnowledgeBase,
) -> None:
    assert roles(debated, "a") == [Role.IS]
    assert roles(debated, "b") == [Role.WEAKEST]
    assert roles(debated, "o") == [Role.WEAKENS]
    assert roles(debated, "e") == [Role.CARRIES]
    assert roles(debated, "bare") == [Role.WOULD_CARRY]
    assert roles(debated, "void") == [Role.WOULD_WEAKEN]
    assert roles(debated, "idle") == []
    assert roles(debated, "t") == []
    for claim in ("a", "b", "o", "d", "e", "bare", "void"):
        for part in parts_of(debated, claim):
            for code in ("en", "nl"):
                for meant in ("t", None):
                    told = part_told(part, meant)
                    assert told_plainly(told, language(code), lambda each: Piece(each))
                    assert told.claims.get("thesis") == (None if meant else "t")


@settings(deadline=None, max_examples=examples(0.5))
@given(frameworks())
def test_where_a_line_is_said_to_be_weakest_agrees_with_the_weighing(framework: Framework) -> None:
    kb = knowledge_base(framework)
    weighed = kb.assessment
    for thesis in kb.claims:
        for line in lines_of(kb, thesis):
            told = weakest_told(kb, line)
            _, group, word, *_ = told.pattern.split(".")
            weakest = told.claims.get("weakest", "")
            assert (group == "holds") == (line.state is LineState.HOLDS)
            if word == "granted":
                assert not kb.reasons(weakest)
            elif word == "bare":
                assert weighed.carried[weakest].upper < _NEAR
            elif word == "objection":
                hits = kb.objections(told.claims["target"])
                assert any(
                    hit.claim == weakest and weighed.forces[hit.id].upper > 0 for hit in hits
                )
            elif word == "undercut":
                doubts = kb.undercuts(line.links[-1])
                assert any(each.claim == weakest for each in doubts)
                assert kb.links[line.links[-1]].claim == told.claims["from"]
            elif word in ("condition", "condition_open"):
                gates = kb.conditions(told.claims["target"])
                assert any(weakest in gate.premises for gate in gates)
                balance = weighed.balances[weakest]
                assert balance.lower < 0.0
                assert (balance.upper < 0.0) == (word == "condition")
            elif word == "relevance":
                assert kb.links[line.links[-1]].record.relevance < 1.0


@settings(deadline=None, max_examples=examples(0.4))
@given(frameworks(most_claims=6))
def test_what_a_claim_is_said_to_do_in_a_line_is_what_rejecting_it_does(
    framework: Framework,
) -> None:
    kb = knowledge_base(framework)
    kb.theses = ("c0",)
    graph = kb.framework.incidence
    for claim in kb.claims:
        forces = []
        for rejected, accepted in (([claim], []), ([], [claim])):
            fixed = fixed_bands(graph, rejected, accepted, -1.0)
            after = Reweighing(kb.assessment).after(fixed)
            forces.append(
                {
                    link: after.get(graph.link_numbers[link]) or force
                    for link, force in kb.assessment.forces.items()
                }
            )
        told = {part.line.link.id: part.role for part in parts_of(kb, claim)}
        for line in lines_of(kb, "c0"):
            without, granted = (each[line.link.id] for each in forces)
            role = told.get(line.link.id)
            lost = line.force.midpoint - without.midpoint
            helps = granted.midpoint - without.midpoint
            if role is Role.BREAKS:
                assert line.state is not LineState.BROKEN
                assert without.upper < _NEAR
            elif role is Role.CARRIES:
                assert lost > -_NEAR
            elif role is Role.WEAKENS:
                assert lost < _NEAR
            elif role is Role.WOULD_CARRY:
                assert abs(lost) < _NEAR
                assert helps > -_NEAR
            elif role is Role.WOULD_WEAKEN:
                assert abs(lost) < _NEAR
                assert helps < _NEAR
            elif role is Role.WEAKEST:
                assert helps > -_NEAR
                assert line.weakest.claim == claim
            elif role is Role.IS:
                assert line.link.claim == claim
            else:
                assert claim == "c0" or abs(helps) < _NEAR


_NEAR = 1e-6
"""What rounding may come to."""


@pytest.mark.parametrize(
    ("more", "state"),
    [
        (("q: c + b", "x: o / q"), "contested"),
        (("q: c + b", "x: p / q"), "broken"),
        (("q: c + b 0.4",), "holds"),
    ],
)
def test_a_longest_line_that_gives_way_at_a_step_is_told_to_do_so_there(
    more: tuple[str, ...], state: str
) -> None:
    kb = argument(
        {"t": 0, "a": 0.9, "b": 0, "c": 0.9, "o": 0.95, "p": 1}, "r: a + t", "s: b + t", *more
    )
    longest = longest_told(kb, lines_of(kb, "t"))
    assert longest is not None
    assert longest.pattern == f"lines.longest.{state}.step"
    assert longest.claims == {"line": "b", "from": "c", "to": "b"}
