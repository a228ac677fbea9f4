"""The list of a site's files, as it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.pages.listed import Listed, from_columns, in_columns

NAME = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
FILES = st.lists(st.builds(Listed, NAME, NAME, NAME, NAME, st.booleans()), max_size=8)


@given(FILES)
def test_files_come_out_of_columns_as_they_went_in(files: list[Listed]) -> None:
    assert from_columns(in_columns(files)) == tuple(files)


def test_columns_of_different_lengths_are_refused() -> None:
    file, record, path, language, _ = in_columns([Listed("a", "b"), Listed("c", "d")])
    with pytest.raises(ValueError, match="zip"):
        from_columns((file, record, path, language, b"\1"))
