"""What a hand-written page says of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from graph.store.page_head import page_head

_LINES = (
    *(
        "---",
        "...",
        "--- ",
        "title: A",
        "  title: B",
        "Title:C",
        "    more",
        "\tmore",
        "",
        " ",
        "# A",
    ),
    *(
        "- a",
        "x: [",
        "x: {a: b}",
        "Template: t.html",
        "a b: c",
        "x_y-z:",
        "text",
        "title: A",
        "é: x",
    ),
)


@given(st.lists(st.sampled_from(_LINES), max_size=8).map("\n".join))
def test_a_page_is_split_as_mkdocs_does_it(text: str) -> None:
    head = page_head(text)
    assert (head.markdown, dict(head.fields)) == get_data(text)
    assert text.endswith(head.markdown)
    assert set(map(str, head.fields)) == set(head.places)
    lines = text.split("\n")
    for name, (line, column, end) in head.places.items():
        assert lines[line - 1][column - 1 : end - 1].lower() == name.lower()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\ntitle: [\n---\n# A\n", "it is no YAML in line 3: "),
        ("---\n- a\n---\n# A\n", "there is no field in it"),
        ("---\ntitle: A\n---\n# A\n", ""),
        ("# A\n\n---\nx\n---\n", ""),
        ("Note: x\n", ""),
    ],
)
def test_a_head_without_fields_is_broken(text: str, why: str) -> None:
    assert page_head(text).broken.startswith(why)
    assert bool(page_head(text).broken) == bool(why)
