"""Where a link stands in the file of a page."""

from collections.abc import Sequence

import pytest

from graph.pages.proofs.link_places import LinkPlaces
from graph.pages.proofs.page_reading import PageReading, read_page
from graph.store.problem import Span
from graph.store.splices import Splice

EXTENSIONS: dict[str, dict[str, object]] = {"toc": {}, "tables": {}, "fenced_code": {}}


def _places(
    text: str, link: str, markdown: str | None = None, splices: Sequence[Splice] = ()
) -> tuple[Span, ...]:
    whole = text if markdown is None else markdown
    return LinkPlaces(text, whole, splices, lambda tried: read_page(tried, EXTENSIONS)).of(link)


@pytest.mark.parametrize(
    ("text", "link", "expected"),
    [
        ("[x](a.md)", "a.md", [(1, 5, 9)]),
        ("# A\n\nand [x](a.md) and ![y](a.md)\n", "a.md", [(3, 9, 13), (3, 24, 28)]),
        ("`[x](a.md)` [a.md](a.md)", "a.md", [(1, 20, 24)]),
        ("    [x](a.md)\n\n[x](a.md)\n", "a.md", [(3, 5, 9)]),
        ("[x](b/a.md) [y](a.md)", "a.md", [(1, 17, 21)]),
        ("[x][y]\n\n[y]: a.md\n\n`a.md`", "a.md", [(3, 6, 10)]),
        ("[x](a\\_b.md)", "a_b.md", [(1, 5, 12)]),
        ("[x](a&amp;b.md)", "a&b.md", [(1, 5, 15)]),
        ("<!-- [x](a.md) -->\n[x](<a.md>)", "a.md", [(2, 6, 10)]),
        ("nothing of it", "a.md", []),
    ],
)
def test_a_link_is_found_where_it_is_one(
    text: str, link: str, expected: list[tuple[int, int, int]]
) -> None:
    assert list(_places(text, link)) == expected


def test_what_stands_above_the_text_is_counted() -> None:
    text = "---\ntitle: A\n---\n\n[x](a.md)\n"
    assert _places(text, "a.md", "[x](a.md)\n") == ((5, 5, 9),)


def test_a_link_that_becomes_another_is_found_where_it_was_written() -> None:
    text = "[x](a.md) and [y](b.md) [z](c.md)\n"
    splices = [Splice(4, 8, "a.nl.md"), Splice(18, 22, "longer/b.nl.md")]
    assert _places(text, "longer/b.nl.md", splices=splices) == ((1, 19, 23),)
    assert _places(text, "a.nl.md", splices=splices) == ((1, 5, 9),)
    assert _places(text, "c.md", splices=splices) == ((1, 29, 33),)


def test_many_places_are_tried_and_not_more() -> None:
    assert len(_places("[x](a.md)\n\n" * 1_000, "a.md")) == 200


def test_a_page_is_read_again_a_few_times_however_many_links_are_written_twice() -> None:
    read: list[str] = []

    def reading(tried: str) -> PageReading:
        read.append(tried)
        return read_page(tried, EXTENSIONS)

    text = "".join(f"[x](a{number}.md)\n\n[y](a{number}.md)\n\n" for number in range(100))
    places = LinkPlaces(text, text, (), reading)
    found = [places.of(f"a{number}.md") for number in range(100)]
    assert [len(each) for each in found] == [2] * len(read) + [1] * (100 - len(read))
    assert [each[0].line for each in found] == list(range(1, 401, 4))
    assert 0 < len(read) <= 20
