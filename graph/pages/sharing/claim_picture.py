"""The picture of a single claim: half as wide as that of a thesis, of sixteen colours, and made to
cost little, as there may be thousands.

What is the same on all of them is drawn once; letters are, too (see `Face`).
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw

from graph.pages.sharing.drawn_mark import LENGTH, Inks, draw_stand, has_shape
from graph.pages.sharing.face import Face
from graph.pages.sharing.picture import INK, PAPER, Step, Weighed
from graph.records.link_types import LinkType, Polarity

WIDTH, HEIGHT = 600, 315
"""The least size that services show across the whole width of a message."""
_MARGIN = 38
_WITHIN = WIDTH - 2 * _MARGIN
_FOOT = HEIGHT - 46
_ROW = 27
_LEADING = 1.2
_SIZES = (32, 28, 25, 22, 20)
_NARROW = 0.42
"""How wide letters of a text are at least on average, as a share of their size."""
_SHADES, _TINTS = 10, 3
"""The colours from that of the paper to that of the ink, and those on to each of the others."""
_INK, _MUTED, _LINE = _SHADES - 1, 6, 1
_HELPS, _HINDERS = _INK + _TINTS, _INK + 2 * _TINTS
_INKS: Final = Inks(_HELPS, _HINDERS, _INK, _MUTED, _LINE)
_COMPRESSION = 1
"""Higher levels save a sixth of the size, and cost as much as all of the drawing."""


@dataclass(frozen=True)
class ClaimPicture:
    """What a picture shows, from top to bottom, and `alt`, the same in words.

    `path` is that of the file below the site's root.
    """

    path: str
    alt: str
    title: str
    rows: tuple[Weighed | Step, ...]
    site: str

    @property
    def width(self) -> int:
        """In pixels."""
        return WIDTH

    @property
    def height(self) -> int:
        """In pixels."""
        return HEIGHT

    def png(self) -> bytes:
        """The picture as a PNG file."""
        image = _background(self.site).copy()
        top = _FOOT - 6 - _ROW * len(self.rows)
        _set_title(image, self.title, top - 24)
        for index, row in enumerate(self.rows):
            _set_row(image, row, top + _ROW * index + 18)
        file = io.BytesIO()
        image.save(file, "PNG", bits=4, compress_level=_COMPRESSION)
        return file.getvalue()


@lru_cache(maxsize=16)
def _face(size: int, weight: str = "Regular") -> Face:
    return Face(size, weight)


@lru_cache(maxsize=8)
def _background(site: str) -> Image.Image:
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    image.putpalette(_palette())
    ImageDraw.Draw(image).line((_MARGIN, _FOOT, WIDTH - _MARGIN, _FOOT), _LINE, 1)
    name = _face(17, "Semibold")
    name.write(image, (_MARGIN, _FOOT + 27), name.cut(site, _WITHIN), _INK)
    return image


def _palette() -> list[int]:
    paper, ink = _channels(PAPER), _channels(INK)
    helps, hinders = (
        _channels(each.traits.colour.light) for each in (LinkType.SUPPORT, LinkType.CONTRADICTION)
    )
    colours = [_between(paper, ink, at / _INK) for at in range(_SHADES)]
    for colour in (helps, hinders):
        colours += [_between(paper, colour, (at + 1) / _TINTS) for at in range(_TINTS)]
    return [channel for colour in colours for channel in colour]


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _between(one: Sequence[int], other: Sequence[int], share: float) -> list[int]:
    return [round(a + (b - a) * share) for a, b in zip(one, other, strict=True)]


def _set_title(image: Image.Image, title: str, height: int) -> None:
    """The largest size at which the title fits, or the smallest, cut."""
    for size in _SIZES:
        face, most = _face(size, "Semibold"), int(height / (size * _LEADING))
        # What cannot fit is not measured; the last size is taken in any case.
        if size > _SIZES[-1] and len(title) * size * _NARROW > most * _WITHIN:
            continue
        lines = face.wrapped(title, _WITHIN)
        if len(lines) <= most:
            break
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    for index, line in enumerate(lines):
        y = 24 + round(size * (0.95 + _LEADING * index))
        face.write(image, (_MARGIN, y), face.cut(line, _WITHIN), _INK)


def _set_row(image: Image.Image, row: Weighed | Step, y: int) -> None:
    bold, plain = _face(17, "Semibold"), _face(17)
    if isinstance(row, Step):
        helps = row.relation.traits.polarity is Polarity.HELPS
        word = f"{row.relation.traits.sign} {row.word}"
        x = _set_tinted(image, bold, (_MARGIN, y), word, _HELPS if helps else _HINDERS) + 8
        plain.write(image, (x, y), plain.cut(row.label, WIDTH - _MARGIN - x), _INK)
        return
    x = bold.write(image, (_MARGIN, y), row.stand.word, _INK) + 16
    if x + LENGTH / 2 <= WIDTH - _MARGIN or has_shape(row.stand):
        draw_stand(ImageDraw.Draw(image), row.stand, (x, y), _INKS, 0.5)


def _set_tinted(image: Image.Image, face: Face, at: tuple[int, int], text: str, ink: int) -> float:
    """Set a word in a colour whose tints do not begin at that of the paper."""
    mask = Image.new("P", (min(round(face.width(text)) + 4, _WITHIN), face.size + 8), 0)
    end = face.write(mask, (1, face.size + 1), text, _TINTS)
    # The numbers from 0 to that of the full tint are those of the colours on to it.
    tinted = mask.point([each + ink - _TINTS if each else 0 for each in range(256)])
    image.paste(tinted, (at[0] - 1, at[1] - face.size - 1))
    return at[0] - 1 + end
