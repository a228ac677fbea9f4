import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import AnswerError
from graph.passages import Comparing, Status, paragraphs_of, quotation, verify_passage
from graph.passages.folding import Folded, folded
from graph.passages.opening import MOST_WORDS, bare
from graph.passages.quotation import (
    MOST_PLACES,
    Difference,
    nearest_quoted,
    quoted_heading,
    quoted_over,
    quoted_places,
)
from graph.records import limits
from graph.text import unspaced

TEXT = """\
On bells

“No bell,” the sexton said, “rings of itself – not one.” A well-made bell is heard in every
village of the val­ley; bells that are heard by everybody are seldom loved by every-
body who hears them.

Whoever pulls the rope is blamed. A bell is heard, and whoever pulls the rope is blamed again.

A bell is heard, and nobody asks. It is a quarter to nine. It is a quarter to ten.
"""
SOURCE = paragraphs_of(TEXT)


@pytest.mark.parametrize(
    ("quotation", "paragraph", "start", "end"),
    [
        ("rings of itself - not one", 1, "rings of itself – not one", None),
        ('"No bell," the sexton said, "rings of itself', 1, "No bell,” the", "rings of itself"),
        ("RINGS OF ITSELF", 1, "rings of itself", None),
        ("a well\u2010made bell is\n  heard in every village", 1, "A well-made bell", None),
        ("a well-\nmade bell", 1, "A well-made bell", None),
        ("every village of the valley", 1, "every village of the valley", None),
        ("are seldom loved by everybody", 1, "are seldom loved by every- body", None),
        ("are seld- om loved by every-\n body", 1, "are seldom loved by every- body", None),
        ("(whoever pulls the rope is blamed again.)", 2, "whoever pulls the rope is", None),
        ("A bell is heard, and nobody asks", 3, "A bell is heard, and nobody asks", None),
        ("It is a quarter to nine. […] to ten", 3, "It is a", "quarter to ten"),
        ("On bells", 0, "On bells", None),
    ],
)  # fmt: skip
def test_words_are_found_however_they_were_copied(
    quotation: str, paragraph: int, start: str, end: str | None
) -> None:
    [place] = quoted_places(SOURCE, quotation)
    assert place.paragraph == paragraph
    assert place.words.start.startswith(start)
    assert end is None or place.words.end is not None
    found = verify_passage(SOURCE, paragraph, *place.words, place.fingerprint)
    assert (found.status, found.paragraph) == (Status.VERIFIED, paragraph)


@pytest.mark.parametrize("longest", [limits.TEXT, limits.TEXT + 1, 100_000])
@pytest.mark.parametrize("lines", [False, True])
def test_words_too_long_for_a_record_are_left_to_those_around_them(
    longest: int, lines: bool
) -> None:
    word = "a" * longest
    source = paragraphs_of(f"Head\n\nour town {word}{chr(0x2028) if lines else ' '}free buses.")
    [place] = quoted_places(source, "our town ... free buses")
    assert place.words == ("our town", "free buses")
    found = verify_passage(source, 1, *place.words, place.fingerprint)
    assert (found.status, found.words) == (Status.VERIFIED, None)


@pytest.mark.parametrize(
    ("text", "quotation"),
    [("{} free buses", "{} free buses"), ("our town {}", "our town {}"), ("{}", "{}")],
)
def test_words_of_which_the_first_or_last_is_too_long_for_a_record_are_refused(
    text: str, quotation: str
) -> None:
    word = "a" * (limits.TEXT + 1)
    source = paragraphs_of(f"Head\n\n{text.format(word)}.")
    with pytest.raises(AnswerError, match="which no record may have: quote less of them"):
        quoted_places(source, quotation.format(word))
    fits = "a" * limits.TEXT
    assert len(quoted_places(paragraphs_of(f"Head\n\n{fits}."), fits)) == 1


def test_the_fewest_words_that_find_only_this_passage_are_recorded() -> None:
    # Fewer words would find a passage that begins with the sentence before.
    once = "whoever pulls the rope is blamed again"
    assert [each.words for each in quoted_places(SOURCE, once)] == [(once, None)]
    twice = "heard, and whoever pulls the rope is blamed again"
    words = ("heard, and whoever", "is blamed again")
    assert [each.words for each in quoted_places(SOURCE, twice)] == [words]


def test_all_places_of_words_are_told_in_their_order() -> None:
    assert [each.paragraph for each in quoted_places(SOURCE, "a bell is heard, and")] == [2, 3]


def test_a_sentence_that_stands_twice_in_a_paragraph_is_one_passage() -> None:
    source = paragraphs_of("Once\n\nOnce more the bell. Once more the bell. Then nothing.\n")
    assert len(quoted_places(source, "Once more the bell.")) == 1


@pytest.mark.parametrize("quotation", ["", "…", "“ ”", "no such words here", "ell is hear"])
def test_what_is_not_there_as_whole_words_has_no_place(quotation: str) -> None:
    assert quoted_places(SOURCE, quotation) == ()


def test_the_nearest_place_is_told_with_nothing_of_the_text_but_what_differs() -> None:
    near = nearest_quoted(SOURCE, "Whoever pulled the rope is blamed.", Comparing())
    assert near is not None
    assert (near.place.paragraph, near.differences) == (2, (Difference("pulled", "pulls"),))
    assert 90 < near.similarity < 100
    longer = nearest_quoted(
        SOURCE, "“No bell,” said the sexton, “rings of itself - not one.”", Comparing()
    )
    assert longer is not None
    assert longer.place.paragraph == 1
    assert nearest_quoted(SOURCE, "Something else altogether, of ships.", Comparing()) is None


@pytest.mark.parametrize("quotation", ["the … end", "the … nowhere", "the the … the", "THE … End"])
def test_words_that_open_or_close_everywhere_are_found_in_little_time(quotation: str) -> None:
    source = paragraphs_of("Head\n\n" + "the " * 5000 + "end.\n\n" + "The " * 5000 + "end.\n")
    begun = time.process_time()
    assert len(quoted_places(source, quotation)) <= MOST_PLACES
    assert time.process_time() - begun < 5


def test_a_passage_closes_with_the_next_of_its_last_words() -> None:
    source = paragraphs_of("Head\n\nOne bell, one rope. One sexton, one rope more.\n")
    words = [each.words.start for each in quoted_places(source, "One … rope")]
    assert words == ["One bell, one rope", "One sexton, one rope"]
    assert quoted_places(source, "sexton … bell") == ()


def test_words_that_run_over_paragraphs_are_known_to() -> None:
    over = "nobody asks. It is a quarter to nine."
    assert quoted_over(SOURCE, over) == ()
    both = "is blamed again.\n\nA bell is heard, and nobody asks."
    assert quoted_places(SOURCE, both) == ()
    assert quoted_over(SOURCE, both) == (2, 3)


PARAGRAPH = st.lists(
    st.sampled_from("the bell is heard and a rope’s end, who – rings. No-one «ringt» ß".split()),
    min_size=1,
    max_size=40,
)


@given(st.lists(PARAGRAPH, min_size=1, max_size=4), st.data())
def test_any_words_of_a_text_are_found_and_verified(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    source = paragraphs_of("# Head\n\n" + "\n\n".join(" ".join(each) + "." for each in paragraphs))
    number = data.draw(st.integers(0, len(source.paragraphs) - 1))
    words = source.paragraphs[number].split()
    first = data.draw(st.integers(0, len(words) - 1))
    quotation = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    if not any(character.isalnum() for character in quotation):
        return
    found = quoted_places(source, quotation)
    assert number in {each.paragraph for each in found}
    for each in found:
        assert len(each.words.start.split()) <= MOST_WORDS
        verdict = verify_passage(source, each.paragraph, *each.words, each.fingerprint)
        assert verdict.status is Status.VERIFIED


_HAN = "".join(map(chr, range(0x4E01, 0x4E5B)))
_THAI = "".join(map(chr, (*range(0xE01, 0xE2F), *map(ord, "าิีุูเแโไ่้"))))
UNSPACED = (_HAN[:45], _HAN[45:], _THAI)


@st.composite
def unspaced_paragraphs(draw: st.DrawFn) -> list[str]:
    """Paragraphs in which no letter of these scripts stands twice: by what is repeated all along no
    words can tell two places apart."""
    paragraphs = []
    for letters in draw(st.permutations(UNSPACED))[: draw(st.integers(1, 3))]:
        mixed = "".join(draw(st.permutations(letters)))
        said = ""
        while mixed:
            few = draw(st.integers(3, 12))
            said += mixed[:few] + draw(
                st.sampled_from(["", " ", "，", "。", "“", "”", " AI ", "12"])
            )
            mixed = mixed[few:]
        paragraphs.append(said)
    return paragraphs


@given(unspaced_paragraphs(), st.data())
def test_of_words_without_spaces_between_them_a_few_are_recorded(
    paragraphs: list[str], data: st.DataObject
) -> None:
    blocks = [f"中{' '.join(each.split())}。" for each in paragraphs]
    source = paragraphs_of("头\n\n" + "\n\n".join(blocks))
    number = data.draw(st.integers(1, len(source.paragraphs) - 1))
    for each in quoted_places(source, source.paragraphs[number]):
        words = [part for part in each.words if part is not None]
        assert len(words) == 2 or len(unspaced.words_in(words[0])) <= 2 * quotation.FEWEST_WORDS
        assert all(len(unspaced.words_in(part)) <= MOST_WORDS for part in words)
        verdict = verify_passage(source, each.paragraph, *each.words, each.fingerprint)
        assert verdict.status is Status.VERIFIED


def test_a_quoted_sentence_of_a_script_without_spaces_is_not_recorded_as_a_whole() -> None:
    sentence = "谁拉绳子，谁就会受到责备，因为全村的人都听得见那口钟，却很少有人喜欢它。"
    source = paragraphs_of(f"钟\n\n村子里有一口钟。{sentence}大家都这么说。\n")
    [place] = quoted_places(source, sentence)
    assert place.words == ("谁拉绳子，谁就", "少有人喜欢它")
    near = nearest_quoted(source, sentence.replace("全村", "全城"), Comparing())
    assert near is not None
    assert near.place.words == place.words


@pytest.mark.parametrize(
    ("quotation", "heading"),
    [
        ("town likes FREE", "our town likes free buses"),
        ("“our town … buses”", "our town likes free buses"),
        ("our town likes free buses\n\nand whoever", "our town likes free buses"),
        ("whoever rides", "Whoever rides"),
        ("for nothing", None),
        ("...", None),
    ],
)
def test_a_heading_that_has_quoted_words_is_told(quotation: str, heading: str | None) -> None:
    text = "Head\n\nour town likes free buses\n\nWhoever rides\n\nfor nothing, pays.\n\nSo it is."
    assert quoted_heading(paragraphs_of(text), quotation) == heading


def test_words_are_folded_once_for_all_texts_that_they_are_sought_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And a quotation in which no dots stand for words is sought once as a whole."""
    folded_anew: list[str] = []

    def noted(text: str, *how: Any) -> Folded:
        folded_anew.append(text)
        return folded(text, *how)

    monkeypatch.setattr(quotation, "folded", noted)
    nowhere = "Nobody has ever rung a bell of wool."
    for number in range(5):
        source = paragraphs_of(f"{TEXT}\nThere are {number} bells.\n")
        assert quoted_places(source, nowhere) == ()
        assert quoted_heading(source, nowhere) is None
    # As it stands, and without its letters' case.
    assert folded_anew == [bare(nowhere)] * 2
