"""Lines set letter by letter: as wide as they are measured, and no wider than they may be."""

from pathlib import Path

import pytest
from PIL import Image, ImageFont

from graph.pages.sharing import face
from graph.pages.sharing.face import Face

FACE = Face(24)


def test_a_line_ends_where_its_width_says() -> None:
    image = Image.new("P", (400, 60), 0)
    end = FACE.write(image, (10, 40), "AVATAR fjord", 9)
    assert end == pytest.approx(10 + FACE.width("AVATAR fjord"))
    box = image.getbbox()
    assert box is not None
    assert 8 <= box[0] <= 12
    assert end - 4 <= box[2] <= end + 2


def test_a_line_is_as_wide_as_pillow_sets_it() -> None:
    file = Path(face.__file__).parent / "fonts" / "SourceSerifPro-Regular.otf"
    font = ImageFont.truetype(file, 24, layout_engine=ImageFont.Layout.BASIC)
    for text in ("AVATAR fjord", "Te veel, “ï” – €", ""):
        assert FACE.width(text) == pytest.approx(font.getlength(text))


@pytest.mark.parametrize("text", ["short", "a line that is too long for it", "x" * 3_000])
def test_a_cut_line_fits_and_begins_as_before(text: str) -> None:
    cut = FACE.cut(text, 120)
    assert FACE.width(cut) <= 120
    assert text.startswith(cut.removesuffix("…"))
    assert cut == text or cut.endswith("…")


def test_words_are_set_in_lines_that_fit_and_none_is_lost() -> None:
    text = "one two three four five six seven eight"
    lines = FACE.wrapped(text, 130)
    assert " ".join(lines) == text
    assert len(lines) > 1
    assert all(FACE.width(each) <= 130 for each in lines)
    assert FACE.wrapped("", 130) == []
