"""The filters of all claims find what the command finds."""

import json
import random
from typing import Any

from graph.answers.listing import Narrowing, list_answer
from graph.argument.finding import having, known_words, places, unknown_words
from graph.argument.outcomes import said_on
from graph.base import KnowledgeBase
from graph.exchange.format import json_text
from graph.pages.views.claim_rows import claim_rows
from graph.pages.views.debates import Debates
from graph.pages.views.facets import facets
from graph.pages.views.reader import Reader
from graph.pages.views.shared_debates import SharedDebates
from graph.text.words_meant import fits, meant, words_of
from graph.words.language import language
from tests.scripts.conftest import Scripts


def _rows(kb: KnowledgeBase, code: str) -> Any:
    reader = Reader(kb, language(code))
    found = facets(reader, Debates(reader, SharedDebates(kb)))
    return json.loads(json_text(claim_rows(reader, found)))


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + "x" + word[at:],
            word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
            word[:at],
        ]
    )


def test_words_are_compared_as_the_program_compares_them(
    scripts: Scripts, whole: KnowledgeBase
) -> None:
    chance = random.Random(7)
    known = known_words(whole)
    texts = [
        *(text for claim in whole.claims.values() for text in claim.claim.root.values()),
        *("Ångström’s ﬁeld, ΣΊΣΥΦΟΣ", "x_y 3½ ²", "אֶרֶץ الاقتصادُ", "出口限制"),
        *("我的iPhone手機、がガ", "รถเมล์ฟรี2024", "ខ្ញុំ한국"),
    ]
    slips = [_slip(word, chance) for word in chance.sample(sorted(known), 60) if len(word) > 1]
    asked = [each for each in slips if each]
    pairs = [(chance.choice(asked), word) for word in chance.sample(sorted(known), 100)]
    pairs += [("heffingen", "heffing"), ("beperking", "exportbeperkingen"), ("low", "slow")]
    pairs += [("車", "公車"), ("會更好", "空氣也會更好"), ("ฟร", "รถเมลฟร"), ("phone", "iphone")]
    assert scripts.answer("compared", [texts, pairs, [asked, known]]) == {
        "words": [words_of(text) for text in texts],
        "fit": [fits(*pair) for pair in pairs],
        "meant": [list(meant(word, known)) for word in asked],
    }


def test_words_find_the_same_claims_on_the_pages_of_every_language(
    scripts: Scripts, whole: KnowledgeBase
) -> None:
    chance = random.Random(11)
    words = sorted(known_words(whole))
    queries = ["", *(" ".join(chance.sample(words, size)) for size in (1, 1, 1, 2, 2, 3) * 8)]
    queries += [f"{claim.label_in('nl')}" for claim in whole.claims.values()][:20]
    queries += [_slip(word, chance) for word in chance.sample(words, 20)]
    choices = [{"words": each, "options": [], "order": ""} for each in queries]
    for code in ("en", "nl"):
        found = scripts.answer("chosen", [_rows(whole, code), choices])
        assert [set(each["found"]) for each in found] == [having(whole, each) for each in queries]
        assert [each["unknown"] for each in found] == [
            {word: list(near) for word, near in unknown_words(whole, each).items()}
            for each in queries
        ]


def test_facets_find_what_the_command_lists(scripts: Scripts, whole: KnowledgeBase) -> None:
    by = [
        {"role": "objection", "reply": "open"},
        {"role": "reason", "side": "for"},
        {"role": "doubt", "reply": "replied"},
        {"quality": "primary", "certainty": "likely"},
        {"kind": "prediction", "outcome": "failed"},
    ]
    choices = [
        {"words": "", "options": [f"{name}/{key}" for name, key in each.items()], "order": ""}
        for each in by
    ]
    file = _rows(whole, "en")
    offered = {f"{facet['name']}/{key}" for facet in file["facets"] for key, _ in facet["options"]}
    choices = [each for each in choices if offered.issuperset(each["options"])]
    assert len(choices) > 2
    found = scripts.answer("chosen", [file, choices])
    for choice, answer in zip(choices, found, strict=True):
        narrowed = Narrowing(**dict(option.split("/") for option in choice["options"]))
        items = list_answer(whole, "claims", narrowed)["items"]
        assert sorted(answer["found"]) == [each["id"] for each in items]


def test_claims_are_put_in_other_orders(scripts: Scripts, whole: KnowledgeBase) -> None:
    orders = ("", "date", "place", "label")
    choices = [{"words": "", "options": [], "order": order} for order in orders]
    found = scripts.answer("chosen", [_rows(whole, "en"), choices])
    _, dated, placed, named = (each["found"] for each in found)
    dates = [said_on(whole, whole.claims[claim]) for claim in dated]
    assert dates == sorted(dates, reverse=True)
    place = places(whole)
    numbers = [place.get(claim, len(place)) for claim in placed]
    assert numbers == sorted(numbers)
    assert sorted(named) == sorted(dated) == sorted(whole.claims)


def test_a_word_takes_the_place_of_one_only_where_that_stands_by_itself(scripts: Scripts) -> None:
    cases = [
        ["start art", "art", ""], ["Art, art-house art", "art", "arts"],
        ["café cafe", "cafe", "bar"],
        ["我的iPhone手機", "手機", "x"], ["รถเมล์ฟรี", "รถเมลฟร", "y"],
        ["a b", "c", "d"], ["$& a", "a", "$&"], ["", "a", "b"],
    ]  # fmt: skip
    assert scripts.answer("instead", cases) == [
        "start ", "arts, arts-house arts", "bar bar", "我的iPhonex", "y", "a b", "$& $&", "",
    ]  # fmt: skip
