import pytest

from graph.passages import SourceText, as_numbered
from graph.records import LocalizedText, Paragraph, Passage

FIRST = "Whoever rides to work every day stays fit, the doctors say."
SECOND = "A path costs as much as a bus, and it takes a year to build."
THIRD = "Who will ride there when it rains, we may ask in the end."
WITHOUT = SourceText((FIRST, SECOND, THIRD), {2: ("Rain",)})
NUMBERED = SourceText(("", FIRST, SECOND, THIRD))


def passage(paragraph: int | None, start: str) -> Passage:
    return Passage(source="essay", paragraph=paragraph, start=start)


FIT, COST = passage(1, "stays fit"), passage(2, "as much as a bus")


def test_a_text_in_which_all_is_one_earlier_has_no_headline() -> None:
    numbered = as_numbered(WITHOUT, [FIT, COST])
    assert numbered == NUMBERED
    assert numbered.headings == {3: ("Rain",)}


def test_a_guide_shows_it_too() -> None:
    gist = LocalizedText({"en": "Rain."})
    guide = [
        Paragraph(number=2, start="a path costs", end="to build", gist=gist),
        Paragraph(number=3, start="who will ride", end="in the end", gist=gist),
    ]
    assert as_numbered(WITHOUT, [], guide) == NUMBERED


@pytest.mark.parametrize(
    "passages",
    [
        [],
        [FIT],
        [FIT, passage(1, "the doctors say")],
        [FIT, COST, passage(2, "when it rains")],
        [FIT, COST, passage(0, "stays fit")],
        [passage(None, "stays fit"), COST],
        [passage(1, "no such words"), COST],
    ],
)
def test_what_does_not_show_it_leaves_a_text_as_it_is(passages: list[Passage]) -> None:
    assert as_numbered(WITHOUT, passages) is WITHOUT


def test_a_text_that_begins_with_what_looks_like_a_headline_has_one() -> None:
    shorter = SourceText(("Why cycle paths", SECOND, THIRD))
    moved = [passage(2, "as much as a bus"), passage(3, "when it rains")]
    assert as_numbered(shorter, moved) is shorter
    assert as_numbered(SourceText(()), moved) == SourceText(())
