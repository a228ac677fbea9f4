"""What is said of a standing agrees with the weighing, in every language."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from graph.argument.explanation import explained, ground_apart
from graph.argument.grounding import grounded
from graph.argument.pull import FELT
from graph.base import KnowledgeBase
from graph.pages.views.reader import Reader
from graph.semantics import Framework, FrameworkLink, LinkKind, Standing, is_open
from graph.words.language import BUNDLED, language
from graph.words.sentence import METHOD_PATH, Name, Piece, Sentence, told
from tests.argument.arguments import knowledge_base
from tests.examples import examples
from tests.semantics.frameworks import frameworks

_ONE = re.compile(
    r"\b(1|one|één) (reasons|objections|premises|claims|answers|doubts"
    r"|redenen|bezwaren|premissen|beweringen|antwoorden)\b",
    re.IGNORECASE,
)
SUPPORT, CONTRADICTION = LinkKind.SUPPORT, LinkKind.CONTRADICTION
UNDERCUT, CONDITION = LinkKind.UNDERCUT, LinkKind.CONDITION
CARRIED = (Standing.SUPPORTED, Standing.DOCUMENTED, Standing.GRANTED)


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


_GROUPS = {group: language("en").texts[group] for group in ("explain", "ground", "crux")}
_PIECES = ("ground.quality.", "crux.word.", "crux.thesis")
PATTERNS = sorted(
    {
        leaf
        for group, texts in _GROUPS.items()
        for leaf in _leaves(texts, group)
        if not leaf[0].startswith(_PIECES)
    },
    key=str,
)


@pytest.mark.parametrize(("pattern", "count"), PATTERNS)
def test_every_pattern_is_a_whole_sentence_with_the_same_slots_in_every_language(
    pattern: str, count: int
) -> None:
    slots = [
        set(re.findall(r"\{(\w+)\}", language(code).pattern(pattern, count))) - {"n"}
        for code in BUNDLED
    ]
    assert all(each == slots[0] for each in slots)
    for code in BUNDLED:
        lang = language(code)
        sentence = Sentence(pattern, dict.fromkeys(slots[0], "c"), count=count)
        assert is_a_sentence(spoken(told(sentence, lang, lambda name: Piece("Label", name))))


def test_words_in_brackets_lead_to_the_method_and_names_to_their_pages() -> None:
    kb = knowledge_base(Framework({"c": 0.5}))
    reader = Reader(kb, language("en"))
    parts = reader.tell(
        Sentence("explain.without.one", {"first": "c"}, {"word": "crux.word.opposed"})
    )
    assert [(part.text, part.path) for part in parts if part.path] == [("Says c", "claims/c/")]
    assert spoken(parts) == "Without “Says c” it would be opposed."
    parts = told(Sentence("explain.close.sources"), language("nl"), Piece)
    assert [part.text for part in parts if part.path == METHOD_PATH] == ["nipt"]
    who = Sentence("ground.word.alone", names={"who": Name("Ada Bron", "speakers/ada/")})
    assert Piece("Ada Bron", "speakers/ada/") in told(who, language("en"), Piece)


def test_a_number_in_a_sentence_is_a_word_as_long_as_it_is_small() -> None:
    said = [
        spoken(told(Sentence("explain.question.many", count=count), language(code), Piece))
        for code in BUNDLED
        for count in (3, 13)
    ]
    assert [re.split(" antwoorden| answers| Antworten", each)[0] for each in said] == [
        "Three",
        "13",
        "Er zijn drie",
        "Er zijn 13",
        "Drei",
        "13",
    ]


# ── What is said, held to the weighing ────────────────────────────────────────


@settings(deadline=None, max_examples=examples(0.6))
@given(frameworks(most_claims=7), st.data())
def test_whatever_is_said_agrees_with_the_weighing(
    framework: Framework, data: st.DataObject
) -> None:
    implicit = data.draw(st.sets(st.sampled_from(sorted(framework.grounds))))
    kb = knowledge_base(framework, implicit=implicit)
    for claim in kb.claims:
        sentences = explained(kb, claim)
        assert sentences
        for code in BUNDLED:
            told_now = [spoken(each) for each in Reader(kb, language(code)).claim(claim).explained]
            assert all(is_a_sentence(text) for text in told_now), told_now
        assert len({each.pattern for each in sentences}) == len(sentences)
        for sentence in sentences:
            _agrees(kb, claim, sentence)
        _says_the_standing(kb, claim, [each.pattern for each in sentences])


def _says_the_standing(kb: KnowledgeBase, claim: str, patterns: list[str]) -> None:
    """What is said is said of this standing and of no other."""
    word = kb.assessment.standings[claim]
    groups = {".".join(each.split(".")[1:3]) for each in patterns if each.startswith("explain")}
    parts = {each.split(".")[0] for each in groups}
    assert ("carried" in parts) == (word is Standing.SUPPORTED)
    assert "against.less" not in groups or word in CARRIED
    assert "against.even" not in groups or word is Standing.DISPUTED
    assert not parts & {"bare", "weak"} or word is Standing.BARE
    assert "still" not in parts or word is Standing.OPPOSED
    lost = {"against.alone", "against.source", "against.granted"}
    assert not groups & lost or word is Standing.OPPOSED
    if word is Standing.OPPOSED:
        assert parts & {"against", "condition"}
    if word is Standing.BARE:
        assert parts & {"bare", "weak"}


def _agrees(kb: KnowledgeBase, claim: str, said: Sentence) -> None:
    weighed = kb.assessment
    group, *rest = said.pattern.removeprefix("explain.").split(".")
    forces = weighed.forces
    reasons, objections, conditions = (
        [link for link in links if forces[link.id].upper >= FELT]
        for links in (kb.reasons(claim), kb.objections(claim), kb.conditions(claim))
    )
    if not reasons and weighed.standings[claim] is Standing.SUPPORTED:
        reasons = [link for link in kb.reasons(claim) if forces[link.id].upper > 0.0]
    named = set(said.claims.values())
    if said.pattern.startswith("ground."):
        assert said == grounded(kb, claim)
        assert not reasons
    elif group in ("carried", "for", "still", "weak"):
        assert named <= {link.claim for link in reasons}
        assert said.count in (None, len(reasons))
        _ranked(kb, reasons, rest[-1], said)
        if rest[-1] == "granted" or "granted" in rest:
            assert all(forces[link.id].midpoint < kb.grounds[claim].value for link in reasons)
    elif group == "against":
        assert named <= {link.claim for link in objections}
        assert said.count in (None, len(objections))
        _ranked(kb, objections, rest[-1], said)
        assert rest[0] != "alone" or weighed.carried[claim].upper < FELT
        assert (rest[0] == "also") == bool(conditions)
    elif group == "condition":
        premise = said.claims["condition"]
        assert premise in {each for link in conditions for each in link.premises}
        assert weighed.balances[premise].lower < 0.0
        assert (rest[0] == "opposed") == (weighed.standings[premise] is Standing.OPPOSED)
    elif group == "failed" and rest[0] != "more":
        links = [link for link in kb.reasons(claim) if link.claim == said.claims["reason"]]
        assert any(forces[link.id].upper < FELT for link in links)
        if rest[0] != "doubted":
            culprit = said.claims.get("premise", said.claims["reason"])
            assert weighed.strengths[culprit].upper < FELT
            assert weighed.standings[culprit].value == rest[1]
    elif group == "unopposed":
        assert not objections
        assert not conditions
        assert rest[0] != "none" or not kb.objections(claim)
    elif group == "bare":
        assert not reasons
        assert (rest == ["hardly"]) == (weighed.carried[claim].upper >= FELT)
    elif group == "without":
        _turns(kb, claim, said, rest)
    elif group == "open":
        band = weighed.balances[claim]
        assert (rest[0] != "shade") == is_open(band)
        assert band.width >= FELT or is_open(band)
        for each in named:
            assert is_open(weighed.balances[each])
    elif group == "close":
        assert not weighed.firm[claim]
        assert rest[0].split("_and_") == [each.value for each in weighed.turns_on(claim)]
    elif group == "held":
        premises = {each for link in reasons for each in link.premises[1:]}
        doubts = {doubt.claim for link in reasons for doubt in kb.undercuts(link.id)}
        assert named <= (doubts if rest[1] == "doubted" else premises)
    else:
        assert group == "failed"


def _ranked(kb: KnowledgeBase, links: list[Any], form: str, said: Sentence) -> None:
    """Who is called strongest is; who is as strong as another is not."""
    if form not in ("led", "tied"):
        return
    by_claim = {link.claim: kb.assessment.forces[link.id].midpoint for link in reversed(links)}
    sizes = sorted((kb.assessment.forces[link.id].midpoint for link in links), reverse=True)
    assert (sizes[0] - sizes[1] >= FELT) == (form == "led")
    if len(by_claim) == len(links):
        assert by_claim[said.claims["first"]] == pytest.approx(sizes[0])


def _turns(kb: KnowledgeBase, claim: str, said: Sentence, rest: list[str]) -> None:
    """A premise without which a claim is said to stand otherwise does that."""

    def after(premise: str) -> str:
        without = kb.without(premise, claim)
        assert without is not None
        return without.standing[1].value

    words = {slot: word.rsplit(".", 1)[-1] for slot, word in said.words.items()}
    standing = kb.assessment.standings[claim].value
    assert standing not in words.values()
    if rest[0] == "tips":
        assert after(said.claims["first"]) == words["word"]
        assert after(said.claims["second"]) == words["other"]
    for slot in ("first", "second") if rest[0] in ("one", "either") else ():
        if slot in said.claims:
            assert after(said.claims[slot]) == words["word"]
    if rest[0] == "bare":
        assert not words


# ── Examples ──────────────────────────────────────────────────────────────────


def _argument(ground: float, *forces: float) -> Framework:
    """A claim "c" with a reason or, below zero, an objection of each force."""
    grounds = {"c": ground}
    links = []
    for number, force in enumerate(forces):
        grounds[f"a{number}"] = abs(force)
        kind = SUPPORT if force > 0 else CONTRADICTION
        links.append(FrameworkLink(f"l{number}", (f"a{number}",), "c", kind))
    return Framework(grounds, tuple(links))


def _link(kind: LinkKind, target: str, *premises: str, relevance: float = 1.0) -> FrameworkLink:
    return FrameworkLink(f"{premises[0]}-{target}", premises, target, kind, relevance)


_RIVALS = (_link(CONTRADICTION, "p", "q"), _link(CONTRADICTION, "q", "p"))

CASES: dict[str, Framework] = {
    "nothing carries it": Framework({"c": 0.0}),
    "one reason": _argument(0.0, 0.5),
    "two reasons": _argument(0.0, 0.5, 0.6),
    "three reasons": _argument(0.0, 0.5, 0.6, 0.7),
    "three reasons, two as strong": _argument(0.0, 0.5, 0.7, 0.7),
    "taken for granted rather than argued": _argument(0.5, 0.1),
    "one objection, nothing for it": _argument(0.0, -0.5),
    "one objection, taken for granted": _argument(0.5, -0.9),
    "three objections, taken for granted": _argument(0.5, -0.5, -0.6, -0.7),
    "a stronger reason": _argument(0.0, 0.9, -0.4),
    "two stronger reasons": _argument(0.0, 0.8, 0.9, -0.4),
    "reasons stronger in number": _argument(0.0, -0.6, 0.5, 0.5, 0.5),
    "a stronger objection": _argument(0.0, -0.9, 0.4),
    "neither side outweighs the other": _argument(0.0, 0.5, -0.5),
    "neither side, many arguments": _argument(0.0, 0.5, -0.5, 0.4, -0.4),
    "too weak to carry it": _argument(0.0, 0.08),
    "next to no ground": _argument(0.08),
    "a reason that is itself opposed": Framework(
        {"c": 0.0, "a": 0.5, "b": 0.9},
        (_link(SUPPORT, "c", "a"), _link(CONTRADICTION, "a", "b")),
    ),
    "one reason left": Framework(
        {"c": 0.0, "a": 0.5, "b": 0.9, "d": 0.6},
        (
            _link(SUPPORT, "c", "a"),
            _link(CONTRADICTION, "a", "b"),
            _link(SUPPORT, "c", "d"),
        ),
    ),
    "a reason that needs what is opposed": Framework(
        {"c": 0.0, "a": 0.5, "b": 0.9, "d": 0.6},
        (_link(SUPPORT, "c", "d", "a"), _link(CONTRADICTION, "a", "b")),
    ),
    "a reason held back by what it needs": Framework(
        {"c": 0.0, "a": 0.9, "b": 0.5}, (_link(SUPPORT, "c", "a", "b"),)
    ),
    "a reason held back by a doubt": Framework(
        {"c": 0.0, "a": 0.9, "b": 0.5},
        (_link(SUPPORT, "c", "a"), _link(UNDERCUT, "a-c", "b")),
    ),
    "a small doubt": Framework(
        {"c": 0.0, "a": 0.9, "b": 0.05},
        (_link(SUPPORT, "c", "a"), _link(UNDERCUT, "a-c", "b")),
    ),
    "an objection that is itself opposed": Framework(
        {"c": 0.5, "a": 0.5, "b": 0.9},
        (_link(CONTRADICTION, "c", "a"), _link(CONTRADICTION, "a", "b")),
    ),
    "a condition that fails": Framework(
        {"c": 0.5, "a": 0.1, "b": 0.9},
        (_link(CONDITION, "c", "a"), _link(CONTRADICTION, "a", "b")),
    ),
    "a condition that fails, and an objection": Framework(
        {"c": 0.5, "a": 0.1, "b": 0.9, "d": 0.4},
        (
            _link(CONDITION, "c", "a"),
            _link(CONTRADICTION, "a", "b"),
            _link(CONTRADICTION, "c", "d"),
        ),
    ),
    "open, against another": Framework(
        {"c": 0.5, "q": 0.5}, (_link(CONTRADICTION, "c", "q"), _link(CONTRADICTION, "q", "c"))
    ),
    "open further down": Framework(
        {"c": 0.0, "p": 0.5, "q": 0.5}, (*_RIVALS, _link(SUPPORT, "c", "p"))
    ),
    "carried, how strongly is open": Framework(
        {"c": 0.5, "p": 0.5, "q": 0.5}, (*_RIVALS, _link(SUPPORT, "c", "p"))
    ),
    "close": _argument(0.0, 0.6, 0.6, -0.7),
}


@pytest.mark.parametrize("code", BUNDLED)
def test_explanations_are_worded_as_agreed(code: str, snapshot: SnapshotAssertion) -> None:
    said = {}
    for name, framework in CASES.items():
        claim = Reader(knowledge_base(framework), language(code)).claim("c")
        said[name] = [claim.standing_word, *(spoken(each) for each in claim.explained)]
    assert said == snapshot


@pytest.mark.parametrize(
    ("case", "patterns"),
    [
        ("one reason", ["carried.one", "unopposed.none"]),
        ("a small doubt", ["carried.one", "unopposed.doubted"]),
        ("a reason that is itself opposed", ["failed.itself.opposed", "bare.so"]),
        ("a condition that fails", ["condition.opposed", "close.sources"]),
        ("neither side outweighs the other", ["for.one", "against.even.one", "without.pair"]),
        ("open further down", ["for.one", "open.between"]),
    ],
)
def test_carried_doubted_failed_and_open_are_told_apart(case: str, patterns: list[str]) -> None:
    said = explained(knowledge_base(CASES[case]), "c")
    assert [each.pattern.removeprefix("explain.") for each in said] == patterns


def test_the_ground_is_told_apart_only_where_the_explanation_does_not_say_it() -> None:
    granted = knowledge_base(Framework({"c": 0.5}))
    assert ground_apart(granted, "c") is None
    argued = knowledge_base(_argument(0.5, 0.9))
    assert ground_apart(argued, "c") == grounded(argued, "c")


@pytest.mark.parametrize(
    ("strengths", "form", "named"),
    [
        ((), "none", []),
        ((0.5,), "one", ["a0"]),
        ((0.5, 0.6), "two", ["a1", "a0"]),
        ((0.5, 0.6, 0.7), "led", ["a2"]),
        ((0.5, 0.7, 0.7), "many", []),
    ],
)
def test_a_question_names_the_strongest_of_its_answers_only_if_one_is(
    strengths: tuple[float, ...], form: str, named: list[str]
) -> None:
    grounds = {"q": 0.5, "z": 0.5} | {f"a{n}": each for n, each in enumerate(strengths)}
    answers = {f"a{n}": "q" for n in range(len(strengths))} or {"z": "q"}
    kb = knowledge_base(Framework(grounds), answers=answers)
    if not strengths:
        kb.__dict__["answered_by"] = {}
    (sentence,) = explained(kb, "q")
    assert sentence.pattern == f"explain.question.{form}"
    assert list(sentence.claims.values()) == named
    assert ground_apart(kb, "q") is None
