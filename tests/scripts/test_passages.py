"""Passages are found in a reader's own copy of a text as `betoog verify` finds them."""

import hashlib
import json
import random
import subprocess
import sys
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.passages import caseless, fingerprint, plain
from tests.passages import copies
from tests.scripts.conftest import ANSWERS, Scripts

VECTORS = json.loads(copies.VECTORS.read_text("utf-8"))


def test_the_vectors_are_what_the_program_finds() -> None:
    assert json.loads(copies.written()) == VECTORS, "python -m tests.passages.copies writes them"
    assert len(VECTORS["copies"]) >= 60


def test_scripts_find_in_every_copy_what_the_program_finds(scripts: Scripts) -> None:
    asked = [[each["of"], each["text"]] for each in VECTORS["copies"]]
    answers = scripts.answer("copies", [VECTORS["passages"], asked])
    for each, answer in zip(VECTORS["copies"], answers, strict=True):
        expected = {"paragraphs": each["paragraphs"], "found": each["found"]}
        assert answer == expected, each["name"]


def test_every_sign_is_taken_for_the_same_ones(scripts: Scripts) -> None:
    signs = [
        sign
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(sign := chr(code)) not in ("Cn", "Co", "Cs")
    ]
    # Of scripts with thousands of signs some, which stand for all of them.
    some = [each for each in signs if not 0x3400 <= ord(each) <= 0xD7A3 and ord(each) < 0x12000]
    some += [*"一가각힣", *signs[-90_000::997]]
    answers = scripts.answer("folded", some)
    for sign, (cased, uncased) in zip(some, answers, strict=True):
        assert cased == plain(sign), hex(ord(sign))
        # Cherokee is folded to its capitals; here all of it to the small ones, which is as good.
        assert uncased.upper() == caseless(sign).upper(), hex(ord(sign))


PIECES = [
    *"abß ſi-‐…’“\n\r\t",
    "\u00ad",
    "\u0301",
    "\u0327",
    "\u200d",
    "é",
    "ﬁ",
    "\u1100\u1161",
    "🍞",
]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), min_size=20))
def test_texts_of_odd_signs_are_folded_alike(scripts: Scripts, texts: list[str]) -> None:
    assert scripts.answer("folded", texts) == [[plain(each), caseless(each)] for each in texts]


def test_digests_are_those_of_sha_256(scripts: Scripts) -> None:
    chance = random.Random(5)
    texts = ["é" * length for length in range(70)] + ["x" * length for length in range(50, 70)]
    texts += ["".join(chr(chance.randrange(32, 0xD800)) for _ in range(700))]
    expected = [[hashlib.sha256(each.encode()).hexdigest(), fingerprint(each)] for each in texts]
    assert scripts.answer("digests", texts) == expected


def test_a_long_text_is_read_in_many_short_steps_in_time_that_grows_with_it(
    scripts: Scripts,
) -> None:
    """So that the page goes on answering meanwhile."""
    words = [f"{first}{second}" for first in "abcdefgh" for second in "ranotel"]
    chance = random.Random(11)
    short = "\n\n".join(" ".join(chance.choices(words, k=90)) for _ in range(40))
    long = "\n\n".join([short] * 4)
    in_one = " ".join(short.split())
    steps = scripts.answer("steps", [VECTORS["passages"]["bread"], [short, long, in_one]])
    few, many, one = steps
    assert few > 300
    assert one > 100
    assert many < 5 * few


LONG = 300_000
"""Signs of a gap at which a pattern that starts over at every sign is busy for many minutes."""


def answer_in_time(name: str, texts: list[str]) -> Any:
    """What scripts of their own answer, which are ended where they do not come to one."""
    from tests.node import node

    done = subprocess.run(
        [node(), "--no-warnings", ANSWERS],
        input=json.dumps([name, texts]),
        capture_output=True,
        text=True,
        check=True,
        timeout=90,
    )
    return json.loads(done.stdout)["answer"]


@pytest.mark.process
def test_a_gap_of_any_length_within_a_paragraph_is_passed_over() -> None:
    gaps = [" ", "\t", "\v", "\u3000", "\x1c"]
    texts = [f"{gap * 3}a{gap * LONG}b{gap * 3}\n\nc{gap * LONG}" for gap in gaps]
    assert answer_in_time("paragraphs", texts) == [[[LONG + 2, "a"], [1, "c"]]] * len(gaps)


@pytest.mark.process
def test_what_a_page_holds_is_parted_where_blocks_end_and_at_two_breaks() -> None:
    gap = " " * LONG
    asked = ["a \u2028 b", " a\u2028 \u2028b\u2029 \u2029c ", "\u2029 \u2029 a"]
    asked += [f"a{gap}\u2028{gap}b", f"a{gap}b\u2028{gap}\u2028c"]
    assert answer_in_time("parted", asked) == [
        [[3, "a"]],
        [[1, "a"], [1, "b"], [1, "c"]],
        [[1, "a"]],
        [[3, "a"]],
        [[3, "a"], [1, "c"]],
    ]
