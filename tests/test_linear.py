"""Nothing that reads a text takes much more than four times as long for four times the text.

Each way to read a text is given what is hardest for it, in a size and in four times that size. A
pattern that starts over at every letter takes sixteen times as long: far enough from four that
what else a machine does decides nothing. What takes next to no time is not measured.
"""

import gc
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from graph.answers.locate import TextAtHand, located
from graph.argument.occurrence import occurrence_at
from graph.check import check
from graph.check.rules.conditions import reads_as_condition
from graph.drafting.issue_form import Field, Heading, IssueForm, draft_fields
from graph.editor.headings import outline
from graph.pages.sharing.picture import _cut, _font, _wrapped
from graph.pages.views.annotation import annotation_begun, annotation_html
from graph.passages.fingerprint import normalise, shown
from graph.passages.folding import folded
from graph.passages.locate import locate
from graph.passages.opening import prefix_in, suffix_in, words_in
from graph.passages.page_encoding import decoded
from graph.passages.page_markup import prepared
from graph.passages.paragraphs import paragraphs_of
from graph.passages.quotation import quoted_places
from graph.passages.similar import Comparing
from graph.passages.verify import verify_passage
from graph.records.link_name import LinkName
from graph.review.history import subject
from graph.store.layout import laid_out
from graph.store.markdown_links import links_within
from graph.store.yaml_reading import read_yaml
from graph.text.inert import inert
from graph.text.naming import clean, slug
from graph.text.visible import visible
from graph.text.word_difference import word_difference
from graph.words.language import language
from tests.small import read_texts

LONGER = 4
MOST = 9.0
"""Times as long: above what a linear reading takes, and below the sixteen of a quadratic one."""
ENOUGH = 0.02
"""Seconds that are long enough to be measured."""
LARGEST = 16_000
TRIES = 4


class Reading(NamedTuple):
    """A way to read a text, and what is hardest for it in any size."""

    name: str
    read: Callable[[Any], object]
    make: Callable[[int], Any]


FORM = IssueForm(language("en"), ("en", "nl"))


def findings_of(path: str, text: str) -> object:
    return check(read_texts({path: text}))


def naming(number: int, item: str) -> dict[str, str]:
    """Claims that name so many that nothing has, a hundred in each."""
    return {
        f"claims/d/c{first}.md": f"---\nclaim: {{en: A {first}.}}\nkind: fact\n"
        + item.partition(":")[0]
        + ":\n"
        + "".join(f"  - {item.partition(':')[2].format(first + each)}\n" for each in range(100))
        + "---\n"
        for first in range(0, number, 100)
    }


def reference_on_line(line: str) -> object:
    """What is named at the end of a line of a file that cannot be read."""
    kb = read_texts({"claims/d/a.md": f"---\nkind: [\n{line}a\n---\n"})
    return occurrence_at(kb, "claims/d/a.md", 3, len(line) + 1)


def fields_of(text: str) -> object:
    """What an editor lists of a record."""
    return outline(read_texts({"claims/d/a.md": text}), "claims/d/a.md")


def target(text: str) -> object:
    """What an issue's answers come to, of which one names a claim."""
    answers = {Field(Heading.TARGET): text, Field(Heading.HOW): "A reason for it"}
    return draft_fields(FORM, answers, {}, {})


def linked(text: str) -> object:
    """The link to a passage that is nearly all of one paragraph without spaces."""
    source = paragraphs_of(f"A\n\n公車{text}免費")
    words = words_in(source, 1, "車", "免")
    return words, prefix_in(source, 1, *words), suffix_in(source, 1, *words)


def nowhere(two: tuple[str, str]) -> object:
    """What comes of a passage that opens and closes with words of no text."""
    text, words = two
    return locate(paragraphs_of(text), 1, words, words, Comparing())


def verified(text: str) -> object:
    """What comes of a passage that is nearly all of one paragraph, recorded and quoted."""
    source = paragraphs_of(f"A\n\nour town {text} free buses")
    quoted = quoted_places(source, "our town ... free buses")
    return quoted, verify_passage(source, 1, "our town", "free buses", None)


def quoted_nowhere(two: tuple[str, str]) -> object:
    """What comes of a quotation that is in no text."""
    text, quotation = two
    return located((TextAtHand("essay", None, paragraphs_of(text)),), quotation)


READINGS = (
    Reading("heading of spaces", FORM.answers, lambda n: "### a" + " " * n + "x"),
    Reading("many headings", FORM.answers, lambda n: "### Source\n" * n),
    Reading("addresses of claims", target, lambda n: "/claims/a?" * n + "\n"),
    Reading("an address of a claim", target, lambda n: "/claims/" + "a-" * n + "!"),
    Reading("signs that are cleaned", clean, lambda n: "a \u0301\u200b" * n),
    Reading("words of an id", lambda text: slug(text, "x"), lambda n: "the " * n),
    Reading("subject of one word", subject, lambda n: "a" * n),
    Reading("subject of addresses", subject, lambda n: "@" * n),
    Reading("subject of lines", subject, lambda n: "a\n" + " \n" * n),
    Reading("mentions", lambda text: inert(text, len(text)), lambda n: "@#" * n),
    Reading("an address", lambda text: inert(text, len(text)), lambda n: ":" + "a" * n),
    Reading("signs nobody sees", visible, lambda n: "\u202e\0" * n),
    Reading("words that differ", lambda two: word_difference(*two),
            lambda n: ("a b " * n, "b a " * n)),
    Reading("a passage of a paragraph of one word", verified, lambda n: "a" * 8 * n),
    Reading("a passage of a paragraph of words", verified, lambda n: "our town, so " * n),
    Reading("a passage of a paragraph of letters", verified, lambda n: "наш größter " * n),
    Reading("a passage of a paragraph of Han", verified, lambda n: "人" * 8 * n),
    Reading("a passage of a paragraph of Thai", verified, lambda n: "เน้ำ" * 4 * n),
    Reading("a passage of a paragraph of Han and others", verified, lambda n: "人a，b" * n),
    Reading("a link to Han of one row", linked, lambda n: "人少" * n),
    Reading("a link to Han of many rows", linked, lambda n: "人，少。" * n),
    Reading("a link to Burmese", linked, lambda n: "ကား" * n),
    Reading("Han that is nowhere", nowhere, lambda n: ("A\n\n" + "人少開" * n, "人開少")),
    Reading("a quotation of Han that is nowhere", quoted_nowhere,
            lambda n: ("A\n\n" + "人少開" * n, "人少開" * n + "車")),
    Reading("a passage of a paragraph of dashes", verified, lambda n: "б’-" * n),
    Reading("a passage of a paragraph of lines", verified, lambda n: "our\ntown-\nly " * n),
    Reading("a passage that is nowhere", nowhere, lambda n: ("A\n\n" + "a b " * n, "b a 0")),
    Reading("a long passage that is nowhere", nowhere,
            lambda n: ("A\n\n" + "a b " * n, "a b " * n + "0")),
    Reading("a long quotation that is nowhere", quoted_nowhere,
            lambda n: ("A\n\n" + "a b " * n, "a b " * n + "0")),
    Reading("left out of a quotation", quoted_nowhere,
            lambda n: ("A\n\n" + "a b " * n, "a … b … " * n + "c")),
    Reading("a gap within a quotation", quoted_nowhere,
            lambda n: ("A\n\na b", "a" + " " * n + "b")),
    Reading("words unlike any", quoted_nowhere,
            lambda n: ("A\n\n" + "a b " * n, "zz yy " * n + "0")),
    Reading("not, in English", lambda text: reads_as_condition(text, "en"), lambda n: "not " * n),
    Reading("unless", lambda text: reads_as_condition(text, "en"), lambda n: "unless " * n),
    Reading("not, in Dutch", lambda text: reads_as_condition(text, "nl"), lambda n: "niet " * n),
    Reading("tenzij", lambda text: reads_as_condition(text, "nl"), lambda n: "tenzij " * n),
    Reading("a long label", lambda text: _cut(text, _font(32), 600), lambda n: "a" * n),
    Reading("a label of words", lambda text: _cut(text, _font(32), 600), lambda n: "a " * n),
    Reading("a title of words", lambda text: _wrapped(text, _font(32), 600), lambda n: "a " * n),
    Reading("words of a passage", normalise, lambda n: "\u00ad \u2019e\u0301" * n),
    Reading("spaces of a passage", shown, lambda n: "\u00ad" + " " * n + "\u00ad"),
    Reading("broken words", folded, lambda n: "a-" + " " * n + "\u00ad" + " " * n),
    Reading("paragraphs", paragraphs_of, lambda n: "a" + "\n \t" * n + "b"),
    Reading("a declared encoding", lambda page: decoded(page, None), lambda n: b"<meta " * n),
    Reading("line breaks", prepared, lambda n: "<br>" + "\u00a0" * n + "x"),
    Reading("gaps of line breaks", prepared, lambda n: ("<br>" + " " * 50) * (n // 8)),
    Reading("attributes", prepared, lambda n: "<p " + " ".join(f"a{i}=b" for i in range(n)) + ">"),
    Reading("arrows", LinkName.parse, lambda n: "->" * n),
    Reading("an open bracket", LinkName.parse, lambda n: "a -> " + "b" * n + "("),
    Reading("keys twice", read_yaml,
            lambda n: "".join(f"k{i}: \n" for i in range(n // 8)) + "k0: \n" * (n // 8)),
    Reading("comments of items", lambda text: laid_out("claim", text),
            lambda n: "---\ntopics:\n" + "  # c\n  - a\n" * (n // 12) + "---\n"),
    Reading("comments behind items", lambda text: laid_out("claim", text),
            lambda n: "---\ntopics:\n" + "  - a # c\n" * (n // 10) + "---\n"),
    Reading("comments at the end", lambda text: laid_out("claim", text),
            lambda n: "---\ntopics:\n" + "  - a\n" * (n // 12) + "# c\n" * (n // 8) + "---\n"),
    Reading("keys twice in a record", lambda text: findings_of("claims/d/a.md", text),
            lambda n: "---\n" + "".join(f"k{i}: \n" for i in range(n // 8)) + "k0: \n" * (n // 8)
            + "---\n"),
    Reading("a link of one long name", lambda text: findings_of("claims/d/a.md", text),
            lambda n: "---\nclaim: {en: A.}\nkind: fact\nundercuts:\n  - {link: \"a -> "
            + "b" * n + "(\"}\n---\n"),
    Reading("a table of short lines", annotation_html,
            lambda n: "|" + "a|" * (n // 8) + "\n|" + "-|" * (n // 8) + "\n" + "|\n" * (n // 4)),
    Reading("brackets of an annotation", annotation_html, lambda n: "[a" * (n // 4)),
    Reading("emphasis of an annotation", annotation_html, lambda n: "**a *_" * (n // 8)),
    Reading("lists of an annotation", annotation_html, lambda n: "- a\n\n> " * (n // 8)),
    Reading("stops of an annotation", annotation_begun, lambda n: "." * n + "a"),
    Reading("fields of a line with faults", reference_on_line,
            lambda n: "-source:" * (n // 8) + " "),
    Reading("links of a note", lambda text: list(links_within(text)), lambda n: "](../" * n),
    Reading("code of a note", lambda text: list(links_within(text)), lambda n: "](a" + "`" * n),
    Reading("names of no claim", lambda texts: check(read_texts(texts)),
            lambda n: naming(n, "supports: claim: none-{}")),
    Reading("names of no step", lambda texts: check(read_texts(texts)),
            lambda n: naming(n, "undercuts: link: none-{} -> c0")),
    Reading("fields of an outline", fields_of,
            lambda n: "---\n" + "".join(f"f{i}: 1\n" for i in range(8 * n)) + "---\n"),
    Reading("a quotation without an end", read_yaml, lambda n: "a: 'b\n" * (n // 8)),
)  # fmt: skip


def seconds(reading: Reading, size: int) -> float:
    """How long it takes to read a text of a size."""
    given = reading.make(size)
    # The collector goes through all that the other tests hold, as often as it pleases.
    gc.disable()
    try:
        begun = time.process_time()
        reading.read(given)
        return time.process_time() - begun
    finally:
        gc.enable()


@pytest.mark.long
@pytest.mark.parametrize("reading", READINGS, ids=[each.name for each in READINGS])
def test_four_times_the_text_takes_four_times_the_time(reading: Reading) -> None:
    size = 500
    while (short := seconds(reading, size)) < ENOUGH and size < LARGEST:
        size *= 2
    if short < ENOUGH:
        return
    long = seconds(reading, LONGER * size)
    for _ in range(TRIES):
        if long < MOST * short:
            return
        # What else a machine does makes a measurement longer, never shorter.
        short = min(short, seconds(reading, size))
        long = min(long, seconds(reading, LONGER * size))
    assert long < MOST * short, f"{size} signs {short:.3f} s, {LONGER} times as many {long:.3f} s"
