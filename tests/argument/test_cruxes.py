"""What claims turn on, and the sentence said of each."""

import random
import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.argument import cruxes as bounds
from graph.argument.cruxes import LITTLE, SHOWN, Drift, all_cruxes_of, cruxes_of, drift, effect
from graph.base import knowledge_base as base
from graph.pages.views.reader import Reader
from graph.semantics import (
    MARGIN,
    Band,
    Change,
    Framework,
    FrameworkLink,
    LinkKind,
    Side,
    Sides,
    Standing,
    cruxes,
    reject,
)
from graph.semantics.cruxes import Turning
from graph.semantics.reweighing import Reweighing
from graph.words.language import BUNDLED, Language, language
from graph.words.sentence import Sentence
from tests.argument.arguments import knowledge_base
from tests.argument.test_explanation import is_a_sentence, spoken
from tests.examples import examples
from tests.semantics.frameworks import frameworks
from tests.shapes import knot, shaped

BANDS = (Band(-0.3, -0.3), Band(0.6, 0.6), Band(-0.3, 0.6), Band(-0.4, 0.7))
WORDS = {
    "en": {
        Standing.SUPPORTED: "supported",
        Standing.DOCUMENTED: "documented",
        Standing.GRANTED: "taken for granted",
        Standing.OPPOSED: "opposed",
        Standing.DISPUTED: "disputed",
        Standing.BARE: "nothing",
    },
    "nl": {
        Standing.SUPPORTED: "onderbouwd",
        Standing.DOCUMENTED: "gedocumenteerd",
        Standing.GRANTED: "aangenomen",
        Standing.OPPOSED: "bestreden",
        Standing.DISPUTED: "omstreden",
        Standing.BARE: "niets",
    },
    "de": {
        Standing.SUPPORTED: "gestützt",
        Standing.DOCUMENTED: "belegt",
        Standing.GRANTED: "vorausgesetzt",
        Standing.OPPOSED: "bestritten",
        Standing.DISPUTED: "umstritten",
        Standing.BARE: "nichts",
    },
}


_NOTHING = Sides(Band(0.0, 0.0), Band(0.0, 0.0))


def _change(
    before: Band,
    after: Band,
    one: Standing = Standing.SUPPORTED,
    other: Standing = Standing.SUPPORTED,
) -> Change:
    """A change of balance; what lies in either scale is not told of in a sentence."""
    return Change("c", before, after, (one, other), (_NOTHING, _NOTHING))


def _said(change: Change, lang: Language, accepted: bool = False) -> str:
    told = effect(change, accepted=accepted)
    assert told is not None
    kb = knowledge_base(Framework({"c": 0.5}))
    return spoken(Reader(kb, lang).tell(told))


@pytest.mark.parametrize("code", BUNDLED)
@pytest.mark.parametrize(("one", "other"), list(product(Standing, Standing)))
def test_every_effect_that_can_be_seen_has_a_sentence_without_figures(
    code: str, one: Standing, other: Standing
) -> None:
    lang = language(code)
    for before, after in product(BANDS, BANDS):
        change = _change(before, after, one, other)
        if one is other and before == after:
            assert effect(change) is None
            continue
        texts = [_said(change, lang, accepted) for accepted in (False, True)]
        assert texts[0] != texts[1]
        for text in texts:
            assert is_a_sentence(text), text
            assert not re.search(r"\d", text)
            assert WORDS[code][other] in text
            if one is not other and other is not Standing.BARE:
                assert WORDS[code][one] in text


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        (Band(0.5, 0.5), Band(0.4, 0.4), Drift.WEAKER),
        (Band(-0.5, -0.5), Band(-0.4, -0.4), Drift.STRONGER),
        (Band(0.2, 0.3), Band(0.1, 0.4), Drift.SHIFTS),
        (Band(0.501, 0.501), Band(0.509, 0.509), None),
    ],
)
def test_which_way_a_claim_goes_is_told_where_it_goes_any_distance(
    before: Band, after: Band, way: Drift | None
) -> None:
    assert drift(_change(before, after)) is way
    assert drift(_change(before, after, Standing.SUPPORTED, Standing.GRANTED)) is Drift.TURNS


def test_the_words_of_an_effect() -> None:
    fall = _change(Band(0.8, 0.8), Band(0.0, 0.0), Standing.SUPPORTED, Standing.DISPUTED)
    assert _said(fall, language("en")) == (
        "Without this, the thesis is no longer supported but disputed."
    )
    assert _said(fall, language("nl")) == (
        "Zonder deze bewering is de stelling niet langer onderbouwd maar omstreden."
    )
    dip = _change(Band(0.8, 0.8), Band(0.77, 0.77))
    assert _said(dip, language("en")) == (
        "Without this, the thesis is a little weaker and stays supported."
    )
    rise = _change(Band(0.5, 0.5), Band(0.8, 0.8))
    assert _said(rise, language("en"), accepted=True) == (
        "If this were accepted, the thesis would be stronger and stay supported."
    )


@settings(deadline=None, max_examples=examples(0.5))
@given(frameworks(most_claims=7), st.booleans())
def test_what_a_claim_turns_on_agrees_with_the_engine(framework: Framework, thesis: bool) -> None:
    kb = knowledge_base(framework)
    for claim in kb.claims:
        found = cruxes_of(kb, claim, thesis)
        engine = {crux.id: crux for crux in cruxes(kb.assessment, claim)}
        assert len(found.rows) == min(found.moving, SHOWN)
        turning = [each.standing[0] is not each.standing[1] for each in engine.values()]
        for code in BUNDLED:
            reader = Reader(kb, language(code))
            said = [found.lead, *([found.unmoved] if found.unmoved else [])]
            assert all(is_a_sentence(each) for each in _sentences(reader, said))
            for row in found.rows:
                text = spoken(reader.tell(row.effect))
                crux = engine[row.id]
                assert is_a_sentence(text), text
                assert row.side is crux.side
                if abs(crux.effect) > _NEAR:
                    assert (row.side is Side.FOR) == (crux.effect > 0.0)
                assert WORDS[code][crux.standing[1]] in text
                seen = crux.standing[0] is not crux.standing[1] or any(
                    abs(one - other) >= LITTLE - 1e-9
                    for one, other in zip(kb.assessment.balances[claim], crux.after, strict=True)
                )
                assert seen
        others = [each for each in kb.claims if each != claim]
        reweighed = [
            change
            for each in others
            for change in reject(kb.assessment, [each])
            if change.id == claim
        ]
        if found.unmoved is not None:
            moved = sum(_farthest(change) > _NEAR for change in reweighed)
            assert found.unmoved.count is not None
            assert found.unmoved.count <= len(others) - moved
        for change in reweighed:
            sure = all(abs(abs(end) - MARGIN) > _NEAR for end in change.after)
            if found.lead.pattern in ("crux.none", "crux.firm", "crux.unargued") and sure:
                assert change.standing[0] is change.standing[1]
            if found.lead.pattern in ("crux.none", "crux.unargued"):
                assert _farthest(change) < LITTLE + _NEAR
        if any(turning):
            assert found.lead.pattern == "crux.some"
            assert found.lead.count == sum(turning)
            turned = [engine[row.id].standing for row in found.rows]
            changing = [before is not after for before, after in turned]
            assert changing == sorted(changing, reverse=True)


_NEAR = 1e-6
"""What rounding may come to."""


def _farthest(change: Change) -> float:
    """How far the end of a band moves that moves most."""
    ends = zip(change.before, change.after, strict=True)
    return max(abs(after - before) for before, after in ends)


def _sentences(reader: Reader, said: list[Sentence]) -> list[str]:
    return [spoken(reader.tell(each)) for each in said]


@pytest.mark.parametrize(
    ("framework", "pattern"),
    [
        (Framework({"c": 0.5}), "crux.unargued"),
        (Framework.from_edges({"c": 0.0, "a": 0.005}, [("a", "c")]), "crux.none"),
        (
            Framework.from_edges(
                {"c": 0.5} | {f"a{n}": 1.0 for n in range(60)},
                [(f"a{n}", "c") for n in range(60)],
            ),
            "crux.none",
        ),
    ],
)
def test_where_nothing_turns_that_is_said(framework: Framework, pattern: str) -> None:
    found = cruxes_of(knowledge_base(framework), "c", thesis=True)
    assert (found.lead.pattern, found.rows) == (pattern, ())


def test_a_claim_that_comes_to_the_same_accepted_and_rejected_is_not_said_to_do_nothing() -> None:
    support, contradiction = LinkKind.SUPPORT, LinkKind.CONTRADICTION
    links = (
        FrameworkLink("critic-reason", ("critic",), "reason", contradiction),
        FrameworkLink("both-top", ("critic", "reason"), "top", contradiction, 0.7),
        FrameworkLink("reason-top", ("reason",), "top", support, 0.7),
    )
    kb = knowledge_base(Framework({"top": 1.0, "reason": 1.0, "critic": 0.5}, links))
    found = cruxes_of(kb, "top", thesis=True)
    rows = {row.id: row for row in found.rows}
    assert rows["critic"].effect.pattern == "crux.stronger.much"
    assert rows["critic"].side is Side.AGAINST
    assert found.unmoved is None


@pytest.mark.parametrize(("ground", "pattern"), [(0.0, "crux.none"), (0.5, "crux.some")])
def test_what_only_an_accepted_claim_would_do_is_not_denied(ground: float, pattern: str) -> None:
    framework = Framework.from_edges({"c": 0.0, "a": ground}, [("a", "c")])
    found = cruxes_of(knowledge_base(framework), "c", thesis=True)
    assert found.lead.pattern == pattern
    if pattern == "crux.none":
        told = _sentences(Reader(knowledge_base(framework), language("en")), [found.lead])
        assert told == ["Whichever single claim is rejected, the thesis stays as it is."]


def test_where_claims_are_asked_about_with_more_work_all_are_worked_out() -> None:
    kb = shaped(knot(12))
    found = all_cruxes_of(kb, "top")
    assert found.unknown == 0
    assert found.cruxes() == cruxes(kb.assessment, "top")


@pytest.mark.parametrize(("values", "known"), [(0, []), (3_000, ["s"])])
def test_with_too_little_work_it_is_said_of_how_many_claims_nothing_is_known(
    monkeypatch: pytest.MonkeyPatch, values: int, known: list[str]
) -> None:
    kb = shaped(knot(60))
    for bound in ("_ALL", "_GREATEST"):
        monkeypatch.setattr(f"graph.argument.cruxes.{bound}", values)
    found = all_cruxes_of(kb, "top")
    # Without the one through which all comes, nothing else of the knot bears on the thesis.
    assert [each.id for each in found.cruxes()] == known
    assert found.unknown == found.below - len(known)


@pytest.mark.parametrize("size", [60, 120])
def test_of_claims_that_all_argue_in_one_tangle_some_are_worked_out_and_work_is_bounded(
    monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    # All bounds are a twentieth, so that less than a tenth of the claims show the same.
    for bound in ("_MANY", "_WORK", "_EACH", "_ALL", "_GREATEST"):
        monkeypatch.setattr(bounds, bound, getattr(bounds, bound) // 20)
    monkeypatch.setattr(base, "_WORK", base._WORK // 20)
    chance = random.Random(4)
    names = ["top", *(f"k{number}" for number in range(size))]
    links: dict[str, list[tuple[str, str]]] = {"top": []}
    for at, name in enumerate(names[1:], 1):
        others = {chance.choice(names[max(0, at - 60) : at]), *chance.sample(names, 2)} - {name}
        kinds = ("supports", "supports", "contradicts")
        links[name] = [(chance.choice(kinds), other) for other in sorted(others)]
    kb = shaped(links)
    found = all_cruxes_of(kb, "top")
    assert found.unknown < found.below
    assert kb.reweighing.spent < 3_500_000 // 20


def test_what_is_left_out_for_want_of_work_does_not_depend_on_what_was_asked() -> None:
    kb = shaped(knot(20))
    work = 8_000
    one, other = (Turning(Reweighing(kb.assessment), "top", work=work) for _ in range(2))
    one.crux(one.claims[-1])
    other.cruxes()
    assert 0 < one.unknown < one.below
    assert [one.crux(each) for each in one.claims] == [other.crux(each) for each in other.claims]
