"""What is said of a standing agrees with the weighing, in every language."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from graph.argument.explanation import explained
from graph.base import KnowledgeBase
from graph.pages.views.reader import Reader
from graph.semantics import METHODS, Framework, FrameworkLink, LinkKind, Standing, reject, standing
from graph.words.language import BUNDLED, language
from graph.words.sentence import METHOD_PATH, Piece, Sentence, told
from tests.argument.arguments import knowledge_base
from tests.examples import examples
from tests.semantics.frameworks import frameworks

_ONE = re.compile(
    r"\b1 (reasons|objections|premises|claims|answers|redenen|bezwaren|premissen|beweringen)\b"
)
SUPPORT, CONTRADICTION, UNDERCUT = LinkKind.SUPPORT, LinkKind.CONTRADICTION, LinkKind.UNDERCUT


def spoken(parts: tuple[Piece, ...]) -> str:
    return "".join(part.text for part in parts)


def is_a_sentence(text: str) -> bool:
    """Whether a text is whole: no open slot, no gap, a capital in front and a stop behind."""
    first = next(letter for letter in text if letter.isalnum())
    return (
        not re.search(r"[{}\[\]]|  | [,.;:]", text)
        and not _ONE.search(text)
        and not first.islower()
        and text[0] not in " ,"
        and text.endswith(".")
        and not text.endswith("..")
    )


def _leaves(texts: Mapping[str, Any], name: str) -> Iterator[tuple[str, int | None]]:
    for key, value in texts.items():
        if isinstance(value, str):
            plural = key in ("one", "other") and set(texts) == {"one", "other"}
            yield (name, 1 if key == "one" else 3) if plural else (f"{name}.{key}", 3)
        else:
            yield from _leaves(value, f"{name}.{key}")


PATTERNS = sorted({*_leaves(language("en").texts["explain"], "explain")}, key=str)


@pytest.mark.parametrize(("pattern", "count"), PATTERNS)
def test_every_pattern_is_a_whole_sentence_with_the_same_slots_in_every_language(
    pattern: str, count: int
) -> None:
    slots = [
        set(re.findall(r"\{(\w+)\}", language(code).pattern(pattern, count))) - {"n"}
        for code in BUNDLED
    ]
    assert slots[0] == slots[1]
    for code in BUNDLED:
        lang = language(code)
        # The slots of strengths take a label as well as any.
        sentence = Sentence(pattern, dict.fromkeys(slots[0], "c"), count=count)
        assert is_a_sentence(spoken(told(sentence, lang, lambda name: Piece("Label", name))))


def test_words_in_brackets_lead_to_the_method_and_claims_to_their_pages() -> None:
    kb = knowledge_base(Framework({"c": 0.5}))
    reader = Reader(kb, language("en"))
    parts = reader.tell(Sentence("explain.without.one.opposed", {"first": "c"}))
    assert [(part.text, part.path) for part in parts if part.path] == [("Says c", "claims/c/")]
    assert spoken(parts) == "Without “Says c” it would be opposed."
    parts = told(
        Sentence("explain.method.opposed", {"other": "c"}, names={"method": "M"}),
        language("nl"),
        Piece,
    )
    assert [part.text for part in parts if part.path == METHOD_PATH] == ["hangt af van de methode"]


def _strongest(kb: KnowledgeBase, claim: str) -> list[str]:
    """The arguing claims of the two links with the greatest force, each claim once."""
    forces = kb.assessment.forces
    links = [
        link for link in kb.links.values() if link.target == claim and link.type != "undercuts"
    ]
    links.sort(key=lambda link: (-round(forces[link.id].midpoint, 9), link.id))
    named: list[str] = []
    for link in links:
        if link.claim not in named or len(links) == 1:
            named.append(link.claim)
    return named[:2]


def _after(kb: KnowledgeBase, rejected: str, claim: str) -> Standing:
    for change in reject(kb.framework, kb.assessment, [rejected]):
        if change.id == claim:
            return change.standing[1]
    return kb.assessment.standings[claim]


def _direct_premises(kb: KnowledgeBase, claim: str) -> set[str]:
    links = (*kb.reasons(claim), *kb.objections(claim))
    return {premise for link in links for premise in link.premises}


@settings(deadline=None, max_examples=examples(0.6))
@given(frameworks(most_claims=7), st.data())
def test_whatever_is_said_agrees_with_the_engine(framework: Framework, data: st.DataObject) -> None:
    implicit = data.draw(st.sets(st.sampled_from(sorted(framework.base_scores))))
    kb = knowledge_base(framework, implicit=implicit)
    weighed = kb.assessment
    for claim in kb.claims:
        sentences = explained(kb, claim)
        texts = {}
        for code in BUNDLED:
            told_now = [spoken(each) for each in Reader(kb, language(code)).claim(claim).explained]
            assert all(is_a_sentence(text) for text in told_now), told_now
            texts[code] = told_now
        why = sentences[0]
        word = weighed.standings[claim]
        if word is Standing.UNARGUED:
            assert why.pattern.startswith("explain.unargued.")
            assert language("nl").band(weighed.strengths[claim]) in texts["nl"][0]
            continue
        if not why.pattern.startswith("explain.open."):
            assert why.pattern.startswith(f"explain.{word.value}.")
        links = (*kb.reasons(claim), *kb.objections(claim))
        if len({link.claim for link in links}) == len(links):
            assert set(why.claims.values()) == set(_strongest(kb, claim))
        for sentence, text in zip(sentences[1:], texts["en"][1:], strict=True):
            _agrees(kb, claim, sentence, text, why)


def _agrees(kb: KnowledgeBase, claim: str, said: Sentence, text: str, why: Sentence) -> None:
    weighed = kb.assessment
    group, *rest = said.pattern.removeprefix("explain.").split(".")
    band = weighed.strengths[claim]
    flips = {
        premise: after
        for premise in _direct_premises(kb, claim)
        if (after := _after(kb, premise, claim)) is not weighed.standings[claim]
    }
    if group in ("firm", "missing"):
        assert not flips
    elif group == "without" and rest[0] == "tips":
        pair = said.claims or {"up": "", "down": ""}
        if said.claims:
            assert _after(kb, pair["up"], claim) is Standing.SUPPORTED
            assert _after(kb, pair["down"], claim) is Standing.OPPOSED
        else:
            sides = {each: _after(kb, why.claims[each], claim) for each in why.claims}
            assert sides == {"reason": Standing.OPPOSED, "objection": Standing.SUPPORTED}
    elif group == "without":
        assert rest[-1] in {after.value for after in flips.values()}
        if rest[0] == "any":
            assert said.count == len(flips)
        for slot, name in said.claims.items():
            expected = "undecided" if rest[0] == "undecided_or" and slot == "first" else rest[-1]
            assert flips[name].value == expected
        if rest[0] == "one_of_both":
            assert set(flips) == set(why.claims.values())
    elif group == "open":
        assert band.width > 0.005
        assert language("en").number(band.lower) in text
        assert language("en").number(band.upper) in text
    elif group == "method":
        method = next(each for each in METHODS if METHODS[each].name == said.names["method"])
        other = weighed.others[method].strengths[claim]
        word = standing(other, kb.framework.base_scores[claim], argued=True)
        assert not weighed.robust[claim]
        assert rest == [word.value]
        assert f"({language('en').band(other)})" in text
    elif group == "held" and "premise" in said.claims:
        reason = kb.by_force(kb.reasons(claim))[0]
        least = min(weighed.strengths[each].midpoint for each in reason.premises)
        assert weighed.strengths[said.claims["premise"]].midpoint == least
    elif group == "held":
        reason = kb.by_force(kb.reasons(claim))[0]
        assert said.claims["undercut"] in {each.claim for each in kb.undercuts(reason.id)}
    else:
        assert group == "answered"
        labels = weighed.labelling.links
        assert {labels[link.id].name for link in kb.objections(claim)} == {"OUT"}


def _argument(*forces: float, answered: bool = False) -> Framework:
    """A claim "c" with a reason or, below zero, an objection of each force."""
    bases = {"c": 0.5, "reply": 0.5}
    links = []
    for number, force in enumerate(forces):
        bases[f"a{number}"] = abs(force)
        kind = SUPPORT if force > 0 else CONTRADICTION
        links.append(FrameworkLink(f"l{number}", (f"a{number}",), "c", kind))
        if answered and force < 0:
            links.append(FrameworkLink(f"u{number}", ("reply",), f"l{number}", UNDERCUT))
    return Framework(bases, tuple(links))


def _circle(*targets: tuple[str, LinkKind]) -> Framework:
    """Five claims against five others, so that either five may win, and claims above them."""
    ones, others = ([f"{side}{n}" for n in range(5)] for side in "pq")
    bases = dict.fromkeys((*ones, *others, "c"), 0.5)
    pairs = [(a, b) for a in ones for b in others]
    pairs += [(b, a) for a, b in pairs]
    links = [FrameworkLink(f"{a}-{b}", (a,), b, CONTRADICTION) for a, b in pairs]
    links += [FrameworkLink(f"{claim}-c", (claim,), "c", kind) for claim, kind in targets]
    return Framework(bases, tuple(links))


_WITH = (FrameworkLink("l", ("a", "b"), "c", SUPPORT),)
_UNDERCUT = (
    FrameworkLink("l", ("a",), "c", SUPPORT),
    FrameworkLink("u", ("b",), "l", UNDERCUT),
)

CASES: dict[str, Framework] = {
    "nobody has argued": Framework({"c": 0.5}),
    "one reason": _argument(0.5),
    "two reasons": _argument(0.5, 0.6),
    "three reasons": _argument(0.5, 0.6, 0.7),
    "one objection": _argument(-0.5),
    "one objection, answered": _argument(-0.7, answered=True),
    "two objections": _argument(-0.5, -0.6),
    "three objections": _argument(-0.5, -0.6, -0.7),
    "a stronger reason": _argument(0.9, -0.4),
    "a stronger reason, answered": _argument(0.9, -0.4, answered=True),
    "two stronger reasons": _argument(0.8, 0.9, -0.4),
    "two stronger reasons, answered": _argument(0.8, 0.9, -0.4, answered=True),
    "reasons stronger in number": _argument(-0.6, 0.5, 0.5, 0.5),
    "reasons stronger in number, two objections": _argument(-0.6, -0.6, 0.5, 0.5, 0.5, 0.5),
    "a stronger objection": _argument(-0.9, 0.4),
    "two stronger objections": _argument(-0.8, -0.9, 0.4),
    "objections stronger in number": _argument(0.6, -0.5, -0.5, -0.5),
    "objections stronger in number, two reasons": _argument(0.6, 0.6, -0.5, -0.5, -0.5, -0.5),
    "evenly disputed": _argument(0.5, -0.5),
    "evenly disputed by many": _argument(0.5, -0.5, 0.4, -0.4),
    "evenly disputed, two reasons lead": _argument(0.5, 0.5, -0.45, -0.4),
    "held back": _argument(0.5, -0.2),
    "held back by two": _argument(0.5, -0.2, -0.1),
    "held in check": _argument(-0.5, 0.2),
    "too weak, one reason": _argument(0.2),
    "too weak, two reasons": _argument(0.1, 0.2),
    "too weak, one objection": _argument(-0.2),
    "too weak on both sides": _argument(0.2, -0.1),
    "held back by a linked premise": Framework({"a": 0.9, "b": 0.5, "c": 0.5}, _WITH),
    "held back by an undercut": Framework({"a": 0.9, "b": 0.5, "c": 0.5}, _UNDERCUT),
    "open, one objection": _circle(("p0", CONTRADICTION)),
    "open, both sides": _circle(
        ("p0", CONTRADICTION), ("q0", SUPPORT), ("q1", SUPPORT), ("q2", SUPPORT)
    ),
    "open, reasons alone": _circle(("p0", SUPPORT), ("p1", SUPPORT), ("p2", SUPPORT)),
    "open, and supported at either end": _circle(*((f"p{n}", SUPPORT) for n in range(5))),
}


@pytest.mark.parametrize("code", BUNDLED)
def test_explanations_are_worded_as_agreed(code: str, snapshot: SnapshotAssertion) -> None:
    said = {}
    for name, framework in CASES.items():
        claim = Reader(knowledge_base(framework), language(code)).claim("c")
        lines = [spoken(each) for each in claim.explained]
        said[name] = [f"{claim.standing_word} {claim.strength}", *lines]
    assert said == snapshot


@pytest.mark.parametrize(
    ("case", "pattern"),
    [
        ("nobody has argued", "unargued.stated"),
        ("evenly disputed", "undecided.even.pair"),
        ("too weak, one reason", "undecided.weak.reasons.one"),
        ("open, both sides", "open.for_against"),
    ],
)
def test_unargued_disputed_weak_and_open_are_told_apart(case: str, pattern: str) -> None:
    assert explained(knowledge_base(CASES[case]), "c")[0].pattern == f"explain.{pattern}"


def test_an_unstated_premise_that_holds_a_reason_back_is_named_as_such() -> None:
    kb = knowledge_base(CASES["held back by a linked premise"], implicit={"b"})
    held, turn = explained(kb, "c")[1:3]
    assert held == Sentence("explain.held.only.implicit_unargued", {"premise": "b"})
    assert turn.pattern == "explain.without.that_premise.undecided"
    assert explained(kb, "b")[0].pattern == "explain.unargued.implicit"


@pytest.mark.parametrize(("count", "form"), [(0, "none"), (1, "one"), (2, "two"), (3, "more")])
def test_a_question_names_its_strongest_answers(count: int, form: str) -> None:
    bases = {"q": 0.5, "z": 0.5} | {f"a{n}": 0.5 + n / 10 for n in range(count)}
    answers = {f"a{n}": "q" for n in range(count)} or {"z": "q"}
    kb = knowledge_base(Framework(bases), answers=answers)
    if not count:
        kb.__dict__["answered_by"] = {}
    (sentence,) = explained(kb, "q")
    assert sentence.pattern == f"explain.question.{form}"
    assert list(sentence.claims.values()) == [f"a{n}" for n in reversed(range(count))][:2]
