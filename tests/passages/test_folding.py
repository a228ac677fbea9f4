import re
import tracemalloc
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.passages import browser, caseless, folding, normalise, plain
from graph.passages.folding import _UNIT, BROKEN, ORDINARY, folded, with_case, without_case
from tests.examples import examples

ODD = st.text(
    st.characters() | st.sampled_from("‘’“”«»′″–—-\u00ad\u200b\u200d\u2067\u0301e \n\u00a0´`ßﬁ…")
)
WORDS = st.lists(st.text("abcé.,'’", min_size=1), min_size=1)
HANGUL = st.text(st.characters(min_codepoint=0x1100, max_codepoint=0x11FF), max_size=6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Straßen", "strassen"),
        ("oﬃce ﬁnds", "office finds"),
        ("ĲSJE", "ijsje"),
        ("ＡＢＣ", "abc"),
        ("a…", "a..."),
        ("Ä\u0308", unicodedata.normalize("NFC", "ä\u0308")),
        ("می\u200cرود", "میرود"),
        ("\u2067abc\u2069\u200f", "abc"),
        ("bus\u00ad\n  vervoer", "busvervoer"),
        ("bus\u00ad \r\n vervoer", "busvervoer"),
        ("bus\u00advervoer", "busvervoer"),
        ("fietsenstal-\nling", "fietsenstalling"),
        ("een\fbus \f\n bus", "een bus bus"),
        ("m² ½ 5′", "m² ½ 5'"),
    ],
)
def test_signs_that_copies_differ_by_are_one(text: str, expected: str) -> None:
    assert caseless(text) == expected


@pytest.mark.parametrize("text", ["een - bus", "2019-\n2020", "- bus", "bus -\nbus", "bus-"])
def test_what_breaks_no_word_stays_a_dash(text: str) -> None:
    assert "-" in plain(text)


@given(WORDS, st.sampled_from([" ", "\n", " \u00a0"]))
def test_ordinary_texts_are_as_they_are_normalised(words: list[str], space: str) -> None:
    assert plain(space.join(words)) == normalise(space.join(words))


@given(ODD | HANGUL)
def test_letters_are_composed_wherever_they_stand(text: str) -> None:
    parts = with_case("x"), folded(text).text
    assert unicodedata.normalize("NFC", "".join(parts)) == "".join(parts)


@settings(max_examples=examples(2))
@given(ODD, st.sampled_from([with_case, without_case]))
def test_every_folded_character_knows_where_it_stands(
    text: str, fold: Callable[[str], str]
) -> None:
    even = folded(text, fold)
    spans = [even.as_it_stands(place, place + 1) for place in range(len(even.text))]
    assert [begin for begin, _ in spans] == sorted(begin for begin, _ in spans)
    assert all(begin < end <= len(text) for begin, end in spans)
    for place, (begin, end) in enumerate(spans):
        if even.text[place] not in (" ", BROKEN):
            assert even.text[place] in folded(text[begin:end], fold).text


@settings(max_examples=examples(2))
@given(
    ODD | st.text("ab'`.- \n\u00ad\u0301’éßﬁ½٣Ǆü가\u1161\u0345,", max_size=12),
    st.sampled_from([(with_case, _UNIT), (without_case, _UNIT), (browser.fold, browser.UNIT)]),
)
def test_ordinary_words_are_folded_at_once_as_their_signs_are_one_by_one(
    text: str, how: tuple[Callable[[str], str], re.Pattern[str]]
) -> None:
    fold, units = how
    single = units.pattern.removeprefix(f"{ORDINARY}|")
    assert single != units.pattern
    assert folded(text, fold, units) == folded(text, fold, re.compile(single, units.flags))


@pytest.mark.parametrize(
    "paragraph",
    ["our town is small. ", "a", "größe büro één, ", "наш город ", "a.b,", "our\n  town ", " "],
)
def test_a_long_paragraph_takes_little_more_room_than_its_signs(paragraph: str) -> None:
    text = "our town " + paragraph * (100_000 // len(paragraph)) + " free buses"
    tracemalloc.start()
    try:
        even = folded(text)
        assert next(even.whole_words("free buses"))[1] == len(even.text)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 40 * len(text)


@given(st.text("ab_.é' \n\u2028½", max_size=40), st.integers(1, 5))
def test_edges_of_words_are_the_same_in_whatever_pieces_a_text_is_gone_through(
    text: str, piece: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "_PIECE", piece)
        pieces = list(folding._pieces(text))
    assert "".join(pieces) == text
    assert "".join(re.sub(r"\b", "|", each) for each in pieces) == re.sub(r"\b", "|", text)


@given(ODD)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("fietsenstalling", "de fietsenstal-\nling is vol"),
        ("fietsenstal-ling", "de fietsenstal-\nling is vol"),
        ("voor- en nadelen", "de voor-\nen nadelen"),
        ("niet-bestaande", "een niet-\nbestaande bus"),
        ("bestaande bus", "een niet-\nbestaande bus"),
        ("bus vervoer", "het bus\u00ad vervoer"),
        ("busvervoer", "het bus\u00ad vervoer"),
        ("it's half-done", "it’s half-\n   done"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_found_either_way(words: str, text: str) -> None:
    even = folded(text)
    assert next(even.whole_words(plain(words)), None)


@pytest.mark.parametrize("words", ["stalling", "fietsen", "lin"])
def test_only_whole_words_are_found_in_a_broken_text(words: str) -> None:
    even = folded("de fietsenstal-\nling is vol")
    assert not next(even.whole_words(words), None)


@given(
    text=st.text("aab  .-'é", max_size=14),
    words=st.text("aab .-'é", min_size=1, max_size=5),
    begin=st.integers(0, 14),
)
def test_words_stand_where_a_pattern_finds_them(text: str, words: str, begin: int) -> None:
    even, words = folded(text), plain(words)
    edges = re.match(r"\w", words) and r"\b", re.search(r"\w\Z", words) and r"\b"
    pattern = re.compile(f"{edges[0] or ''}{re.escape(words)}{edges[1] or ''}")
    if words:
        expected = [match.span() for match in pattern.finditer(even.text, begin)]
        assert list(even.whole_words(words, begin)) == expected


def test_the_last_of_several_places_is_found() -> None:
    assert folded("a b a c").last_words("a") == (4, 5)
    assert folded("a b").last_words("c") is None


def test_a_text_of_marks_alone_is_folded_in_linear_time() -> None:
    assert len(folded("e" + "\u0323" * 200_000).text) >= 200_000 - 3_200
