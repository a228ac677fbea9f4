from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from graph.base import Citation, KnowledgeBase
from graph.check import check
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.pages.views.source_text import MarkedText, Piece, anchor
from graph.passages import SourceText
from graph.records import Passage
from tests.pages.conftest import ROOT

TEXT = """\
A mill & its <neighbours>

The mill on the Voorstraße has “stood” there since 1740, and nobody
remembers the town without it. It grinds slow\u00adly — cafe\u0301 owners say too slowly.

What it costs

Its upkeep costs more than its flour earns.
"""
CLAIMS = {
    "old": ("stood", "without it"),
    "known": ("nobody remembers", "without it. It grinds"),
    "town": ("the town", None),
    "slow": ("It grinds", "too slowly"),
    "slower": ("It grinds", "too slowly"),
}
RECORD = """\
type: webpage
title: A mill
issued: 2020
language: en
URL: https://example.org/mill
quality: {level: primary}
licence: CC-BY-4.0
text: mill.txt
paragraphs:
  - {number: 1, start: The mill on, end: too slowly, gist: {en: It is old., nl: Hij is oud.}}
"""


@pytest.fixture
def mill(tmp_path: Path) -> KnowledgeBase:
    sources = tmp_path / "claims" / "sources"
    sources.mkdir(parents=True)
    (sources / "mill.txt").write_text(TEXT, "utf-8")
    (sources / "mill.yaml").write_text(RECORD, "utf-8")
    folder = tmp_path / "claims" / "mills"
    folder.mkdir()
    (folder / "debate.yaml").write_text(
        "title: {en: Mills, nl: Molens}\nquestion: {en: Keep it?, nl: Houden?}\ntheses: [old]\n",
        "utf-8",
    )
    for claim, (start, end) in CLAIMS.items():
        last = f", end: '{end}'" if end else ""
        (folder / f"{claim}.md").write_text(
            f"---\nclaim: {{en: It is <{claim}>., nl: Het is <{claim}>.}}\nkind: fact\npassages:\n"
            f"  - {{source: mill, paragraph: 1, start: '{start}'{last}}}\n---\n",
            "utf-8",
        )
    return KnowledgeBase.load(tmp_path)


def page(kb: KnowledgeBase, file: str) -> str:
    pages = Site(kb, Settings((ROOT / "templates",))).pages()
    return next(each.render() for each in pages if each.file == file)


def cited(*passages: tuple[int, str, str | None]) -> list[Citation]:
    return [
        Citation(f"c{at}", 0, Passage(source="s", paragraph=number, start=start, end=end))
        for at, (number, start, end) in enumerate(passages)
    ]


def written(pieces: tuple[Piece, ...]) -> str:
    """The pieces as text: a passage opens with [ and closes with ], a cut one with ( and )."""
    signs = {(True, True): "[", (True, False): "(", (False, True): "]", (False, False): ")"}
    return "".join(each.text if each.mark is None else signs[each.opens, each.whole]
                   for each in pieces)  # fmt: skip


@pytest.mark.parametrize(
    ("passages", "expected"),
    [
        ([("b", "c")], "a [b c] d e"),
        ([("a", "e")], "[a b c d e]"),
        ([("a", "b"), ("d", "e")], "[a b] c [d e]"),
        ([("a", "d"), ("b", "c")], "[a [b c] d] e"),
        ([("b", "c"), ("b", "d")], "a [[b c] d] e"),
        ([("b", "d"), ("c", "d")], "a [b [c d]] e"),
        ([("a", "c"), ("b", "d")], "[a [b c)]( d] e"),
        ([("b", "c"), ("b", "c")], "a [b c] d e"),
        ([("b", "x")], "a b c d e"),
    ],
)
def test_passages_are_marked_within_and_across_one_another(
    passages: list[tuple[str, str]], expected: str
) -> None:
    citations = cited(*((0, start, end) for start, end in passages))
    text = MarkedText(SourceText(("a b c d e",)), citations)
    assert written(text.pieces(0)) == expected


LETTERS = "abcdefgh"


@given(st.lists(st.tuples(st.sampled_from(LETTERS), st.sampled_from(LETTERS)), max_size=6))
def test_marks_are_nested_properly_and_leave_the_text_as_it_is(
    ends: list[tuple[str, str]],
) -> None:
    source = " ".join(LETTERS)
    citations = cited(*((0, min(each), max(each)) for each in ends))
    text = MarkedText(SourceText((source,)), citations)
    pieces = text.pieces(0)
    assert "".join(each.text for each in pieces) == source
    opened: list[object] = []
    for each in pieces:
        if each.mark is not None and each.opens:
            opened.append(each.mark)
        elif each.mark is not None:
            assert opened.pop() == each.mark
    assert opened == []
    for mark in text.marks.get(0, ()):
        own = [each for each in pieces if each.mark == mark and each.whole]
        assert [each.opens for each in own] == [True, False]
    assert sorted(text.numbers.values()) == list(range(1, len(ends) + 1))


def test_numbers_rise_through_the_text() -> None:
    citations = cited((1, "a", "c"), (0, "x", None), (1, "b", None))
    text = MarkedText(SourceText(("x", "a b c")), citations)
    assert [text.numbers[each] for each in citations] == [3, 1, 2]


def test_a_second_passage_of_a_claim_has_a_name_of_its_own() -> None:
    passage = Passage(source="s", start="a")
    assert anchor(Citation("c", 0, passage)) == "passage-c"
    assert anchor(Citation("c", 1, passage)) == "passage-c.2"


def test_the_text_is_shown_with_its_passages_and_its_licence(
    mill: KnowledgeBase, snapshot: SnapshotAssertion
) -> None:
    html = page(mill, "sources/mill/index.html")
    assert html[html.index('<h2 id="paragraphs">') : html.index('<h2 id="rests">')] == snapshot


def test_the_records_of_the_shown_text_hold(mill: KnowledgeBase) -> None:
    assert [each for each in check(mill) if each.code.startswith("P4")] == []


def test_every_passage_and_its_claim_lead_to_each_other(mill: KnowledgeBase) -> None:
    text = page(mill, "sources/mill/index.html")
    for claim in CLAIMS:
        assert f'id="passage-{claim}"' in text
        assert f'class="ref" href="../../claims/{claim}/"' in text
        assert f'href="#passage-{claim}"' in text
        assert f"sources/mill/#passage-{claim}" in page(mill, f"claims/{claim}/index.html")


def test_the_reader_of_another_language_gets_the_text_in_its_own(mill: KnowledgeBase) -> None:
    text = page(mill, "nl/sources/mill/index.html")
    assert '<p class="words" lang="en">' in text
    assert 'class="ref" lang="nl"' in text
    assert "deed.nl" in text


def test_a_text_without_a_licence_is_not_shown(mill: KnowledgeBase) -> None:
    record = mill.tree.root / "claims/sources/mill.yaml"
    record.write_text(RECORD.replace("licence: CC-BY-4.0\n", ""), "utf-8")
    kb = KnowledgeBase.load(mill.tree.root)
    text = page(kb, "sources/mill/index.html")
    assert "Voorstra" not in text
    assert "<mark" not in text.partition('class="spine"')[2]
    assert 'href="../../sources/mill/#passage-old"' in page(kb, "claims/old/index.html")
