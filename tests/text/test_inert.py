import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from graph.text.inert import CODE, Stretch, inert, inert_code, inert_line
from tests.examples import examples

READER = MarkdownIt("commonmark").enable(["strikethrough", "table"])
SIGNS = st.text(
    st.sampled_from("ab1 0\n\t\\`*_{}[]()<>#+-.!|~&$^=:/@\"';,\u200b\u202e"), max_size=40
)
ANY = st.one_of(SIGNS, st.text(max_size=60))


def kinds(markdown: str) -> set[str]:
    """What a reader of Markdown takes a text for: its blocks, and what stands in its lines."""
    found: set[str] = set()
    for token in READER.parse(markdown):
        found.add(token.type)
        found |= {each.type for each in token.children or ()}
    return found


PLAIN = {
    "bullet_list_open", "list_item_open", "paragraph_open", "inline", "text", "text_special",
    "paragraph_close", "list_item_close", "bullet_list_close",
}  # fmt: skip


MARKED = PLAIN | {"strong_open", "strong_close", "s_open", "s_close"}
NOTICED = re.compile(r"[@#!]\w|GH-\d|://|www\.|[0-9a-f]{7}|:[\w+-]+:|\w@\w", re.IGNORECASE)
"""What hosting sites may make something of, wherever in a word it stands."""
PIECES = st.sampled_from(
    ("@", "all", "o/r", "#", "1", "!3", "GH", "-4", "http", "s", ":", "/", "//e.example", "_", "w",
     "ww", "www", ".e.example", "a@e", ".example", "dead", "beef", "1234567", "tada", "mailto:a",
     " ", "  ", "\n", "*", "**", "~~", "`", "``", "\\", "1.", "-", "- ", "=", "<b>", "&lt;", "[x]",
     "(y)", "x", "\u200b")
)  # fmt: skip
LINES = st.lists(
    st.builds(
        Stretch,
        st.one_of(PIECES, st.lists(PIECES, max_size=4).map("".join), ANY),
        st.sampled_from(("", "", "**", "~~", CODE)),
    ),
    max_size=9,
)


def _read(markdown: str) -> str:
    """What a host looks at for something to notice: all that is no code, marks left out."""
    tokens = READER.parseInline(markdown)[0].children or []
    return "".join("\n" if each.type == "code_inline" else each.content for each in tokens)


@given(LINES)
@settings(max_examples=examples(4), deadline=None)
def test_nothing_is_noticed_in_a_line_wherever_its_stretches_meet(line: list[Stretch]) -> None:
    said = inert_line(line, 60)
    assert kinds(f"- {said}") <= MARKED | {"code_inline"}
    assert NOTICED.findall(_read(said)) == []


@pytest.mark.parametrize(
    "line",
    [
        ("@", "octocat see #", "1 and https:", "//evil.example/login"),
        ("_www.evil.example", "ww", "w.evil.example", "www", ".evil.example"),
        ("dead", "beef", "1"),
        ("G", "H-", "4 ", ":ta", "da:"),
        ("1", ". x"),
        (" ", " ", " ", " ", " ", "x"),
    ],
)
@pytest.mark.parametrize("mark", ["", "**", "~~"])
def test_a_line_is_as_inert_as_its_parts(line: tuple[str, ...], mark: str) -> None:
    said = inert_line([Stretch(text, mark) for text in line], 100)
    assert NOTICED.findall(_read(said)) == []
    assert kinds(f"- {said}") <= MARKED


def test_marks_stand_around_the_words_alone() -> None:
    line = [
        Stretch("It says ", ""),
        Stretch(" more ", "**"),
        Stretch("than ", "~~"),
        Stretch("x", CODE),
    ]
    assert inert_line(line, 100) == "It says **more** ~~than~~ `x`"
    assert inert_line([Stretch("a", CODE), Stretch("b", CODE)], 9) == "`a`\u200b`b`"


@given(ANY)
def test_no_text_is_taken_for_anything_but_text(text: str) -> None:
    assert kinds(f"- {inert(text, 200)}") <= PLAIN
    assert kinds(f"- before {inert(text, 200)} behind") <= PLAIN


@given(ANY)
def test_code_ends_where_it_should(text: str) -> None:
    assert kinds(f"- `{inert_code(text, 200)}` behind") <= {*PLAIN, "code_inline"}


@given(ANY)
def test_the_words_are_still_there_on_one_line(text: str) -> None:
    said = inert(text, 10_000)
    assert "\n" not in said
    tokens = READER.parseInline(said)[0].children or []
    shown = "".join(each.content for each in tokens).replace("\u200b", "")
    wanted = "".join(each for each in text if each.isalnum())
    assert [each for each in shown if each.isalnum()] == list(wanted)


@pytest.mark.parametrize(
    "text",
    ["@all", "#1", "o/r#2", "!3", "GH-4", "gh-4", "https://e.example", "www.e.example",
     "a@e.example", "deadbeef1", ":tada:"],
)  # fmt: skip
def test_what_a_hosting_site_would_notice_is_parted(text: str) -> None:
    said = inert(text, 100)
    assert text not in said
    assert unicodedata.normalize("NFC", re.sub(r"[\\\u200b]", "", said)) == text


def test_plain_sentences_stay_readable() -> None:
    text = "Human-level AI costs 0.52 (or less): so what, says A. B. in 2024/25?"
    assert inert(text, 100) == text


@given(ANY, st.integers(1, 30))
def test_no_more_is_shown_than_was_asked_for(text: str, characters: int) -> None:
    tokens = READER.parseInline(inert(text, characters))[0].children or []
    shown = "".join(each.content for each in tokens).replace("\u200b", "")
    assert len(shown) <= characters
