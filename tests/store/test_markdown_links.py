"""Whereto on their own site people's texts lead."""

import pytest

from graph.store.markdown_links import LONGEST, links_within


@pytest.mark.parametrize(
    ("markdown", "places"),
    [
        ('[a](x/) and [b](<../y/>), ![c](z.png "so")', ["x/", "../y/", "z.png"]),
        ("[a](x/#part) [b](x/?y) [c](#part) [d](?y)", ["x/", "x/"]),
        ("[a](https://example.org/x/) [b](mailto:x) [c](//x/)", ["//x/"]),
        ("`[a](x/)` [b](y/)", ["y/"]),
        ("```\n[a](x/)\n~~~\n````\n[b](y/)", ["y/"]),
        ("~~~~\n[a](x/)\n~~~\n[b](y/)", []),
        ("[a](" + "x" * LONGEST + ") [b](" + "x" * (LONGEST + 1) + ")", ["x" * LONGEST]),
        ("a] (x/) [b] [c]()", []),
        ("``[a](x/) ` [b](y/)`` [c](z/) ``` [d](w/)", ["z/", "w/"]),
        ("- a\n\n    [a](x/)\n\t[b](y/)\n   [c](z/)", ["z/"]),
        ("<!-- [a](x/)\n[b](y/) --> [c](z/) <!-- [d](w/)", ["z/", "w/"]),
        ("\\[a](x/) [b\\](y/) [c](z/) a](w/) \\\\[d](v/)", ["z/", "w/", "v/"]),
        ("[![a](x.png)](y/)", ["x.png", "y/"]),
    ],
)
def test_links_within_the_site_are_found_outside_of_code(markdown: str, places: list[str]) -> None:
    assert [each.place for each in links_within(markdown)] == places


def test_a_link_stands_where_its_place_is_written() -> None:
    found = [each.span for each in links_within("# A\n\n`[x](y)` [a](b/)", first_line=10)]
    assert found == [(12, 14, 16)]
