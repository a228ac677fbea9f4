"""Claims that the form finds alike are those that the command finds."""

import random

from rapidfuzz import fuzz

from graph.argument.likeness import ALIKE, alike
from graph.base import KnowledgeBase
from graph.pages.kinds.add import known_records
from graph.records.limits import TEXT
from tests.scripts.conftest import Scripts
from tests.small import read_texts


def test_claims_that_are_alike_are_those_the_command_finds(
    scripts: Scripts, whole: KnowledgeBase
) -> None:
    chance = random.Random(7)
    asked = []
    for claim in chance.sample(list(whole.claims.values()), 15):
        wording = {}
        for language, text in claim.claim.root.items():
            words = text.split()
            chance.shuffle(words)
            wording[language] = " ".join(
                [*words[: len(words) // 2 + 3], *chance.choice([[], ["not"]])]
            )
        asked.append(wording)
    claims = [(claim, texts) for claim, (texts, *_) in known_records(whole)["claims"].items()]
    expected = [
        [
            [each.claim, f"{each.score:.4f}", each.language, each.opposite]
            for each in alike(whole, wording)
        ]
        for wording in asked
    ]
    assert scripts.answer("alike", [claims, asked]) == expected
    assert sum(map(len, expected)) > 10


def test_sentences_without_spaces_are_as_alike_as_the_command_finds_them(
    scripts: Scripts,
) -> None:
    chance = random.Random(3)
    pieces = ["公車", "免費", "的話，", "城裡", "的人", "會", "少開車", "が"]
    pieces += ["รถเมล์", "ควรจะ", "ฟรี", "ខ្ញុំ", "iPhone", "it’s ", "2024", "한국 ", "더 "]
    said = ["".join(chance.choices(pieces, k=chance.randint(1, 12))) for _ in range(60)]
    kb = read_texts(
        {
            f"claims/d/c{number}.md": f'---\nclaim: {{und: "{each}"}}\nkind: fact\n---\n'
            for number, each in enumerate(said[:30])
        }
    )
    claims = [(claim, texts) for claim, (texts, *_) in known_records(kb)["claims"].items()]
    asked = [{"und": each} for each in said[30:]]
    expected = [
        [[each.claim, f"{each.score:.4f}", each.language, each.opposite] for each in alike(kb, one)]
        for one in asked
    ]
    assert scripts.answer("alike", [claims, asked]) == expected
    assert sum(map(len, expected)) > 10


def test_of_a_text_longer_than_any_claim_its_beginning_is_compared(
    scripts: Scripts, whole: KnowledgeBase
) -> None:
    """So that whoever puts a whole article into the form can go on writing."""
    claims = [(claim, texts) for claim, (texts, *_) in known_records(whole)["claims"].items()]
    sentence = next(iter(whole.claims.values())).claim.wording("en").text
    beginning = f"{sentence} " + " " * (TEXT - len(sentence) - 1)
    asked = [{"en": beginning}, {"en": beginning + "words of an article " * 10_000}]
    short, long = scripts.answer("alike", [claims, asked])
    assert short
    assert short == long


def test_sentences_of_every_length_are_as_alike_as_rapidfuzz_says(scripts: Scripts) -> None:
    """Also those of a length at which one number holds no more of their characters."""
    chance = random.Random(11)
    vocabulary = ["".join(chance.choices("abcdeé", k=chance.randint(1, 9))) for _ in range(60)]
    near = 0
    for length in (*range(1, 40), 63, 64, 65, 96, 127, 129, 500, 1_999, 2_000):
        words: list[str] = []
        while len(" ".join(words)) < length:
            words.append(chance.choice(vocabulary))
        said = " ".join(words)[:length].strip()
        changed = [each if chance.random() < 0.8 else each[::-1] for each in words]
        chance.shuffle(changed)
        own = " ".join(changed)[: chance.randint(length // 2, TEXT)].strip()
        if not said or not own:
            continue
        score = (fuzz.token_sort_ratio(said, own) + fuzz.token_set_ratio(said, own)) / 2
        expected = [["one", f"{score:.4f}", "en"]] if score >= ALIKE else []
        found = scripts.answer("alike", [[["one", {"en": own}]], [{"en": said}]])[0]
        assert [each[:3] for each in found] == expected, (said, own)
        near += len(expected)
    assert near > 20
