"""What the browser makes of answers to a walk, held to what the program makes of them."""

import random
from collections.abc import Iterator
from itertools import product

import pytest

from graph.argument.answered import answered
from graph.argument.position_sentences import position_told
from graph.argument.walk import Walk, parting, walk_of
from graph.base import KnowledgeBase
from graph.exchange.frameworks import framework_data
from graph.pages.views.reader import Reader
from graph.pages.views.walk import WalkView
from graph.words.language import language
from tests.argument.test_lines import argument
from tests.scripts.conftest import Scripts

Case = dict[str, list[str]]
RANDOM = 150
"""Sets of answers that are drawn where there are too many to try all."""


def _cases(walk: Walk, whole: int) -> Iterator[Case]:
    """Every set of answers to the first `whole` questions, and some to all of them."""
    claims = [stop.claim for stop in walk.stops]
    drawn = random.Random(20)
    for answers in (
        *product("yn-", repeat=min(whole, len(claims))),
        *("".join(drawn.choices("yn-", k=len(claims))) for _ in range(RANDOM)),
    ):
        said = dict(zip(claims, answers, strict=False))
        yield {
            "no": [claim for claim, answer in said.items() if answer == "n"],
            "yes": [claim for claim, answer in said.items() if answer == "y"],
        }


def _same(scripts: Scripts, kb: KnowledgeBase, thesis: str, code: str, whole: int) -> None:
    walk = walk_of(kb, thesis)
    assert walk is not None
    lang = language(code)
    data = framework_data(
        kb.framework, {claim: ground.kind for claim, ground in kb.grounds.items()}
    )
    said = {**lang.texts["walk"], "and": lang.t("and"), "quotation": lang.t("quotation")}
    cases = list(_cases(walk, whole))
    shape = WalkView(Reader(kb, lang), walk).data("")
    found = scripts.answer("walked", [data, shape, cases, said, code])
    for case, theirs in zip(cases, found, strict=True):
        ours = answered(kb, thesis, walk.lines, case["no"], case["yes"])
        assert theirs["standing"] == ours.standing.value, case
        assert theirs["balance"] == pytest.approx(list(ours.balance), abs=1e-9), case
        assert theirs["lines"] == [ours.lines[line].value for line in walk.lines], case
        told = position_told(kb, walk, ours, case["no"], case["yes"], lang)
        assert theirs["told"] == list(told), case
        parts = parting(walk, case["no"])
        assert theirs["parting"] == (None if parts is None else parts.claim), case


@pytest.mark.parametrize("code", ["en", "nl", "de"])
def test_answers_to_the_walk_of_the_sample_come_to_the_same(
    scripts: Scripts, sample: KnowledgeBase, code: str
) -> None:
    _same(scripts, sample, "build-the-tram", code, 4)


def test_every_set_of_answers_to_a_short_walk_comes_to_the_same(scripts: Scripts) -> None:
    grounds = {"t": 0.0, "a": 0.0, "b": 0.5, "c": 0.4, "d": 0.3, "e": 0.6, "f": 0.5}
    links = ("r: a + t", "s: b c + a 0.8", "u: d + t", "v: e - d", "w: f ? t", "x: f - b 0.3")
    _same(scripts, argument(grounds, *links), "t", "en", 5)


def test_answers_come_to_the_same_where_not_all_lines_are_walked(scripts: Scripts) -> None:
    reasons = {f"r{place}": 0.5 for place in range(7)}
    links = (f"l{place}: r{place} {'r0 ' if place == 1 else ''}+ t" for place in range(7))
    _same(scripts, argument({"t": 0.0, **reasons}, *links), "t", "en", 5)


def test_answers_come_to_the_same_where_claims_oppose_each_other(scripts: Scripts) -> None:
    grounds = {"t": 0.0, "a": 0.5, "b": 0.5, "c": 0.5}
    links = ("r: a + t", "s: b + t", "u: a - b", "v: b - a", "w: c + a")
    _same(scripts, argument(grounds, *links), "t", "en", 2)
