"""What the form makes of a draft is what the command makes of it, to the byte."""

import json
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from graph.drafting.draft import Draft, Taken, draft_files, shortcomings
from graph.passages import wording_mark
from graph.passages.signs import PUNCTUATION, UNSEEN
from graph.records import limits
from graph.records.doi import doi_meant
from graph.store.json_schema import json_schema
from graph.text.naming import slug
from graph.text.unspaced import words_in
from tests.scripts.conftest import Scripts

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "drafting" / "drafts.json").read_text("utf-8")
)
TODAY = "2026-11-25"


def test_an_id_of_any_script_is_the_one_the_command_makes(scripts: Scripts) -> None:
    table = json.loads((Path(__file__).parents[1] / "text" / "ids.json").read_text("utf-8"))
    assert scripts.answer("slugs", [[text] for text in table]) == list(table.values())
    assert scripts.answer("slugs", [["下雨了。", "It rains."], [], [""]]) == [
        "rains",
        "claim",
        "claim",
    ]


def test_every_letter_of_a_script_is_in_an_id_what_the_command_makes_of_it(
    scripts: Scripts,
) -> None:
    # Up to the end of Georgian, and from there one in seven: Ethiopic, kana, Han, Hangul.
    numbers = [*range(0x20, 0x1100), *range(0x1100, 0xD800, 7), *range(0xF900, 0x10000)]
    assigned = [chr(each) for each in numbers if unicodedata.category(chr(each)) != "Cn"]
    texts = ["".join(assigned[place : place + 3]) for place in range(0, len(assigned), 3)]
    made = dict(zip(texts, scripts.answer("slugs", [[each] for each in texts]), strict=True))
    assert made == {each: slug(each, "claim") for each in texts}


def test_as_many_words_are_counted_as_the_command_counts(scripts: Scripts) -> None:
    chance = random.Random(5)
    parts = [
        "城",
        "裡",
        "の",
        "が",
        "葛\U000e0100",
        "น้ำ",
        "เมื",
        "ขึ",
        "free",
        "buses",
        "2024",
        "é",
        "，",
        "。",
        " ",
        "한국",
    ]
    texts = ["".join(chance.choices(parts, k=chance.randrange(1, 30))) for _ in range(500)]
    texts += ["", "one two three", "城市公交免费之后", "“城市”"]
    texts = [each.strip() for each in texts]
    assert scripts.answer("wordCounts", texts) == [len(words_in(each)) for each in texts]
    assert len(words_in("one two three")) == 3
    assert len(words_in("城市公交免费之后")) == 4


def test_every_draft_of_the_table_comes_to_the_same_files(scripts: Scripts) -> None:
    found = scripts.answer("drafted", [CASES, TODAY])
    assert len(found) == len(CASES) > 20
    for case, made in zip(CASES, found, strict=True):
        expected = {"lacks": case["lacks"]} if "lacks" in case else {"files": case["files"]}
        assert made == expected, case["shows"]


_SOURCE = {"title": "T", "issued": "2024", "DOI": "10.1/x"}


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ({"claim": {"en": "🚲" * limits.TEXT}}, []),
        ({"claim": {"en": "🚲" * (limits.TEXT + 1)}}, ["claim"]),
        ({"note": "." * limits.NOTE}, []),
        ({"note": "." * (limits.NOTE + 1)}, ["note"]),
        ({"start": "So", "new_source": {**_SOURCE, "author": ["A"] * limits.ITEMS}}, []),
        (
            {"start": "So", "new_source": {**_SOURCE, "author": ["A"] * (limits.ITEMS + 1)}},
            ["source"],
        ),
    ],
)
def test_a_form_has_the_limits_of_records(
    scripts: Scripts, fields: dict[str, Any], lacking: list[str]
) -> None:
    draft = {"debate": "d", "claim": {"en": "So it stands."}, "kind": "fact", **fields}
    assert [each.field for each in shortcomings(Draft.model_validate(draft))] == lacking
    (made,) = scripts.answer("drafted", [[{"draft": draft}], TODAY])
    assert made.get("lacks", []) == lacking


def test_a_doi_is_known_however_it_is_written(scripts: Scripts) -> None:
    ways = ["", "doi:", "DOI: ", "doi ", "https://doi.org/", "HTTP://DX.DOI.ORG/", "www.doi.org/",
            "https://doi.org/doi:", "doi", "https://example.org/"]  # fmt: skip
    names = ["10.1000/182", "10.1000%2F182", "10.1/a%zz", "10.1", "10.1000.5/x y", "11.1/x", ""]
    texts = [f"{way}{name}" for way in ways for name in names]
    assert scripts.answer("dois", texts) == [doi_meant(each) or "" for each in texts]


_LETTERS = list("abXY019 -_.,:;#'\"’“[]{}()&*!|>%@`~?=<+/\\\t\n\u00a0éßÆİσΣ\u0301\u0334\u0345\u20dd"
                "\u202f\u3000\u200b\u202e\u200c\u200dमی漢字١²½ǅﬁ😀\u0e47"
                "\x85\x1c\u2028\ufeff")  # fmt: skip
_WORDS = (
    "the de true no null .5 -1 +1 0x1F -1:20 .inf .nan ~ = << --- ... a: a:b [x] {y} - -a on Yes "
    "2025-01-31 12e+3 -0b1 1. +.5 paths niet don’t"
).split()


def _drafts(count: int) -> Iterator[dict[str, Any]]:
    """Drafts of awkward texts, the same in every run."""
    chance = random.Random(5)
    types = ["supports", "undercuts", "conditions"]

    def text() -> str:
        if chance.random() < 0.5:
            return " ".join(chance.choices(_WORDS, k=chance.randint(1, 22)))
        return "".join(chance.choices(_LETTERS, k=chance.randint(0, 14)))

    def texts() -> dict[str, str]:
        return {each: text() for each in chance.sample(["en", "nl", "de"], chance.randint(0, 3))}

    for _ in range(count):
        yield {
            "debate": "d",
            "claim": texts() or {"en": "So."},
            "label": texts(),
            "kind": "fact",
            "stance": chance.choice(["endorses", "reports"]),
            "topics": [text(), text()],
            "note": text() + chance.choice(["\n", "\r\n\r\n", "\n\n\n"]) + text(),
            "links": [
                {"type": chance.choice(types), "target": "a", "because": texts()}
                for _ in range(chance.randint(0, 2))
            ],
            **(
                {"start": text(), "end": text(), "new_speaker": {"name": text()}, "new_source": {
                    "title": text(), "author": [text(), text()], "issued": "2025", "DOI": "10.1/x"}}
                if chance.random() < 0.5 else {}
            ),
        }  # fmt: skip


def test_awkward_texts_come_to_the_same_files(scripts: Scripts) -> None:
    cases = []
    for fields in _drafts(600):
        draft = Draft.model_validate(fields)
        lacks = [each.field for each in shortcomings(draft)]
        try:
            files = [] if lacks else draft_files(draft, Taken(), TODAY)
        except ValidationError:
            continue
        made = {"lacks": lacks} if lacks else {"files": {each.path: each.text for each in files}}
        cases.append((fields, made))
    assert sum("files" in made for _, made in cases) > 100
    found = scripts.answer("drafted", [[{"draft": fields} for fields, _ in cases], TODAY])
    for (fields, expected), made in zip(cases, found, strict=True):
        assert made == expected, fields


def test_marks_of_wordings_are_those_the_command_writes(scripts: Scripts) -> None:
    texts = [
        "Cycling is healthy.",
        *(" ".join(each) for each in zip(_LETTERS, _WORDS * 2, strict=False)),
    ]
    texts += [f"a{each}b" for each in [*map(chr, PUNCTUATION), *UNSEEN]]
    assert scripts.answer("marked", texts) == [wording_mark(each) for each in texts]


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, []),
        ({"issued": "2023-02-30"}, [["issued", "issued_form"]]),
        ({"issued": "2024-02-29"}, []),
        ({"issued": "0000"}, [["issued", "issued_form"]]),
        ({"address": "DOI: 10.1000/182"}, []),
        ({"address": "doi:nothing"}, [["address", "address_form"]]),
        ({"address": "https://example.org/" + "x" * 1_981}, [["address", "long"]]),
        ({"title": "x" * 2_001}, [["title", "long"]]),
        ({"author": "Doe, J.;" * 25}, []),
        ({"note": "x" * 20_001}, [["note", "long_note"]]),
    ],
)
def test_the_form_asks_for_another_value_where_a_record_has_no_room_for_it(
    scripts: Scripts, answers: dict[str, str], asked: list[list[str]]
) -> None:
    form = {
        "mode": "supports", "said": "new", "claim-en": "So it stands.", "kind": "fact",
        "because-en": "It does.", "address": "https://example.org/", "title": "T",
        "issued": "2025", "level": "primary", "start": "so it stands", **answers,
    }  # fmt: skip
    schemas = {kind: json_schema(kind) for kind in ("claim", "source", "speaker")}
    assert scripts.answer("asked", [[form], schemas]) == [asked]
