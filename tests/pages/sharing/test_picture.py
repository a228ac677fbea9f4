"""The picture beside a shared link: the right size, whatever it must hold; drawn once."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from graph.pages.sharing import picture as share_picture
from graph.pages.sharing.picture import HEIGHT, WIDTH, SharePicture, Step, Weighed
from graph.pages.views.mark import Stand
from graph.records.link_types import LinkType
from graph.semantics import Band, Sides, Standing
from graph.words.language import language


def _stand(standing: Standing, carried: float, taken: float = 0.0, more: float = 0.0) -> Stand:
    sides = Sides(Band(carried, carried + more), Band(taken, taken))
    return Stand.of(language("en"), standing, sides)


PICTURE = SharePicture(
    path="share/thesis/paths.png",
    alt="",
    eyebrow="Should we build paths?",
    title="We should build paths.",
    subtitle="",
    rows=(
        Weighed("", _stand(Standing.SUPPORTED, 0.7)),
        Step(LinkType.SUPPORT, "because", "Riding keeps us fit"),
        Step(LinkType.CONTRADICTION, "but", "Paths cost money"),
    ),
    site="Betoog",
    tagline="An argument, claim by claim",
)
PAPER = (251, 250, 246)


def _image(picture: SharePicture) -> Image.Image:
    return Image.open(io.BytesIO(picture.png())).convert("RGB")


@pytest.mark.parametrize(
    "title",
    [
        "Yes",
        "Paths " * 60,
        "Wegverkeersveiligheidsbevorderingsmaatregelenpakket " * 3,
        "Eén “ï” – €",
    ],
)
def test_a_picture_has_its_size_and_keeps_its_margin_whatever_the_title(title: str) -> None:
    image = _image(replace(PICTURE, title=title, subtitle=title))
    assert image.size == (WIDTH, HEIGHT)
    for edge in ((0, 0, 60, HEIGHT), (WIDTH - 60, 0, WIDTH, HEIGHT), (0, 0, WIDTH, 60)):
        assert image.crop(edge).getcolors() == [((edge[2] - edge[0]) * (edge[3] - edge[1]), PAPER)]


def test_reasons_and_objections_have_their_colours() -> None:
    def colours(picture: SharePicture) -> set[object]:
        found = _image(picture).getcolors(WIDTH * HEIGHT)
        assert found is not None
        return {colour for _, colour in found}

    blue, orange = (0, 104, 163), (168, 74, 0)
    assert {blue, orange} <= colours(PICTURE)
    granted = Weighed("", _stand(Standing.GRANTED, 0.5))
    assert not {blue, orange} & colours(replace(PICTURE, rows=(granted,)))


def test_an_open_side_looks_otherwise_than_a_closed_one() -> None:
    opened, closed, shorter = (
        replace(PICTURE, rows=(Weighed("", _stand(Standing.DISPUTED, carried, 0.2, more)),)).png()
        for carried, more in ((0.4, 0.4), (0.8, 0.0), (0.4, 0.0))
    )
    assert len({opened, closed, shorter}) == 3


def test_every_standing_looks_different_from_every_other() -> None:
    sides = {
        Standing.SUPPORTED: (0.8, 0.2),
        Standing.DOCUMENTED: (0.8, 0.0),
        Standing.GRANTED: (0.5, 0.0),
        Standing.OPPOSED: (0.2, 0.8),
        Standing.DISPUTED: (0.5, 0.5),
        Standing.BARE: (0.0, 0.0),
    }
    drawn = {
        replace(PICTURE, rows=(Weighed("", replace(_stand(each, *both), word="word")),)).png()
        for each, both in sides.items()
    }
    assert len(drawn) == len(sides) == len(Standing)


def test_the_letters_of_both_languages_are_in_the_typeface() -> None:
    drawn = {letter: _image(replace(PICTURE, title=letter)).tobytes() for letter in "éëïóü’“–…€▲▼"}
    missing = _image(replace(PICTURE, title="\uffff")).tobytes()
    assert missing not in drawn.values()
    assert len(set(drawn.values())) == len(drawn)


def test_a_picture_is_drawn_once_and_again_only_when_it_would_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, anew = PICTURE.png(tmp_path), b"drawn anew"
    drawn: list[str] = []

    def draw(picture: SharePicture) -> bytes:
        drawn.append(picture.title)
        return anew

    monkeypatch.setattr(share_picture, "_draw", draw)
    assert PICTURE.png(tmp_path) == first
    assert drawn == []
    assert replace(PICTURE, title="Another").png(tmp_path) == anew
    assert drawn == ["Another"]


def test_drawing_twice_gives_the_same_bytes() -> None:
    assert PICTURE.png() == PICTURE.png()
