"""The picture of a single claim: the right size, few colours, whatever it must hold."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from graph.pages.sharing.claim_picture import HEIGHT, WIDTH, ClaimPicture
from graph.pages.sharing.picture import Step, Weighed
from graph.records.link_types import LinkType
from graph.semantics import Standing
from tests.pages.sharing.test_picture import PAPER, _stand

PICTURE = ClaimPicture(
    path="share/claim/paths.png",
    alt="",
    title="We should build paths.",
    rows=(
        Weighed("", _stand(Standing.SUPPORTED, 0.7, 0.2)),
        Step(LinkType.SUPPORT, "because", "Riding keeps us fit"),
        Step(LinkType.CONTRADICTION, "but", "Paths cost money"),
    ),
    site="Betoog",
)
BLUE, ORANGE = (0, 104, 163), (168, 74, 0)


def _image(picture: ClaimPicture) -> Image.Image:
    return Image.open(io.BytesIO(picture.png())).convert("RGB")


def _colours(picture: ClaimPicture) -> set[object]:
    found = _image(picture).getcolors(16)
    assert found is not None
    return {colour for _, colour in found}


@pytest.mark.parametrize(
    "title",
    [
        "Yes",
        "Paths " * 60,
        "Wegverkeersveiligheidsbevorderingsmaatregelenpakket " * 3,
        "x" * 2_000,
        "Eén “ï” – €",
        "\N{CJK UNIFIED IDEOGRAPH-6F22} \N{GRINNING FACE}",
        "",
    ],
)
def test_it_has_its_size_and_keeps_its_margin_whatever_it_holds(title: str) -> None:
    rows = (*PICTURE.rows[:1], *(replace(each, label=title) for each in PICTURE.rows[1:]))
    image = _image(replace(PICTURE, title=title, rows=rows, site=title))
    assert image.size == (WIDTH, HEIGHT)
    for edge in ((0, 0, 34, HEIGHT), (WIDTH - 34, 0, WIDTH, HEIGHT), (0, 0, WIDTH, 20)):
        assert image.crop(edge).getcolors() == [((edge[2] - edge[0]) * (edge[3] - edge[1]), PAPER)]


def test_reasons_and_objections_have_their_colours_and_what_has_none_is_grey() -> None:
    assert {BLUE, ORANGE} <= _colours(PICTURE)
    granted = replace(PICTURE, rows=(Weighed("", _stand(Standing.GRANTED, 0.5)),))
    assert not {BLUE, ORANGE} & _colours(granted)


def test_a_change_of_words_or_of_weight_shows() -> None:
    steps = PICTURE.rows[1:]
    pictures = [
        PICTURE,
        replace(PICTURE, title="We should build no paths."),
        replace(PICTURE, rows=(Weighed("", _stand(Standing.SUPPORTED, 0.5, 0.2)), *steps)),
        replace(PICTURE, rows=(Weighed("", _stand(Standing.SUPPORTED, 0.7, 0.2, 0.2)), *steps)),
        replace(PICTURE, rows=(Weighed("", _stand(Standing.GRANTED, 0.5)), *steps)),
        replace(PICTURE, rows=(Weighed("", _stand(Standing.DOCUMENTED, 0.9)), *steps)),
        replace(PICTURE, rows=PICTURE.rows[:2]),
        replace(PICTURE, site="Another"),
    ]
    assert len({each.png() for each in pictures}) == len(pictures)
    assert PICTURE.png() == PICTURE.png()
