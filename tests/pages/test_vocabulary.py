"""What browsers are told of the types of link."""

from pathlib import Path

import pytest

from graph.pages.vocabulary import STYLE_SHEET, files

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", files(ROOT))
def test_what_is_written_is_what_the_table_says(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == files(ROOT)[path], "run make vocabulary"


def test_a_style_sheet_without_the_place_is_refused(tmp_path: Path) -> None:
    sheet = tmp_path / STYLE_SHEET
    sheet.parent.mkdir(parents=True)
    sheet.write_text("a { color: inherit; }\n")
    with pytest.raises(ValueError, match="does not say where"):
        files(tmp_path)
