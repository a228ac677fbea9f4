"""The picture that stands beside a link to a page wherever the link is shared.

Drawn with a typeface that comes along, so that every machine draws the same: Source Serif Pro
by Adobe, under the licence beside it.
"""

import hashlib
import io
from bisect import bisect
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

from graph.pages.sharing.drawn_mark import LENGTH, Inks, draw_stand, has_shape
from graph.pages.sharing.kept_pictures import kept
from graph.pages.views.mark import Stand
from graph.records.link_types import LINK_TYPES, LinkType

WIDTH, HEIGHT = 1200, 630
"""The size that services show uncropped."""

_FONTS = Path(__file__).parent / "fonts"
_MARGIN = 76
_MOST_LETTERS = 500
_FOOT = HEIGHT - 92
PAPER, INK, _MUTED, _LINE = "#fbfaf6", "#1d1d1a", "#5d5a52", "#dedacf"
_INKS = Inks(
    LinkType.SUPPORT.traits.colour.light,
    LinkType.CONTRADICTION.traits.colour.light,
    INK,
    _MUTED,
    _LINE,
)


@dataclass(frozen=True)
class Weighed:
    """A row that tells where a claim stands; `label` is empty for the title's own claim."""

    label: str
    stand: Stand


@dataclass(frozen=True)
class Step:
    """A row that names a reason or an objection; `relation` is the type of its link."""

    relation: LinkType
    word: str
    label: str


@dataclass(frozen=True)
class SharePicture:
    """What a picture shows, from top to bottom, and `alt`, the same in words.

    `path` is that of the file below the site's root, `record` that of the record it is about.
    """

    path: str
    alt: str
    eyebrow: str
    title: str
    subtitle: str
    rows: tuple[Weighed | Step, ...]
    site: str
    tagline: str
    record: str = field(default="", repr=False)

    @property
    def width(self) -> int:
        """In pixels."""
        return WIDTH

    @property
    def height(self) -> int:
        """In pixels."""
        return HEIGHT

    def png(self, folder: Path | None = None) -> bytes:
        """The picture as a PNG file, taken from the folder if it was drawn before."""
        return kept(folder, self._fingerprint(), lambda: _draw(self))

    def _fingerprint(self) -> str:
        content = f"{self!r}\n{dict(LINK_TYPES)!r}\n{PIL.__version__}\n{_own_source()}"
        return hashlib.sha256(content.encode("utf-8")).hexdigest()


@lru_cache(maxsize=1)
def _own_source() -> str:
    mark = Path(__file__).with_name("drawn_mark.py")
    return Path(__file__).read_text("utf-8") + mark.read_text("utf-8")


@lru_cache(maxsize=32)
def _font(size: int, weight: str = "Regular") -> ImageFont.FreeTypeFont:
    file = _FONTS / f"SourceSerifPro-{weight}.otf"
    # The other way of setting text depends on a library of the machine.
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def _draw(picture: SharePicture) -> bytes:
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    on = ImageDraw.Draw(image)
    within = WIDTH - 2 * _MARGIN
    eyebrow = _font(28)
    on.text((_MARGIN, 96), _cut(picture.eyebrow, eyebrow, within), _MUTED, eyebrow, "ls")
    rows_top = _FOOT - 20 - 58 * len(picture.rows)
    size, lines = _title(picture, rows_top - 130)
    y = 110.0
    for line in lines:
        y += size * 1.16
        on.text((_MARGIN, y), line, INK, _font(size, "Semibold"), "ls")
    if picture.subtitle:
        subtitle = _font(34)
        y += 62
        on.text((_MARGIN, y), _cut(picture.subtitle, subtitle, within), _MUTED, subtitle, "ls")
    for index, row in enumerate(picture.rows):
        _draw_row(on, row, rows_top + 58 * index + 42)
    _draw_foot(on, picture)
    file = io.BytesIO()
    # A level higher takes three times as long, for a thirtieth of the size.
    image.save(file, "PNG", compress_level=6)
    return file.getvalue()


def _title(picture: SharePicture, height: float) -> tuple[int, list[str]]:
    """The largest size at which the title fits, and its lines."""
    height -= 62 if picture.subtitle else 0
    within = WIDTH - 2 * _MARGIN
    for size in (76, 68, 60, 54, 48, 42):
        font = _font(size, "Semibold")
        lines = _wrapped(picture.title, font, within)
        wide = any(font.getlength(line) > within for line in lines)
        if not wide and len(lines) * size * 1.16 <= height:
            return size, lines
    most = max(int(height / (size * 1.16)), 1)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return size, [_cut(line, font, within) for line in lines]


def _draw_row(on: ImageDraw.ImageDraw, row: Weighed | Step, y: float) -> None:
    if isinstance(row, Step):
        colour = row.relation.traits.colour.light
        word = _font(32, "Semibold")
        text = f"{row.relation.traits.sign} {row.word}"
        on.text((_MARGIN, y), text, colour, word, "ls")
        x = _MARGIN + word.getlength(text) + 16
        label = _font(32)
        on.text((x, y), _cut(row.label, label, WIDTH - _MARGIN - x), INK, label, "ls")
        return
    stand = row.stand
    name = _font(32, "Regular" if row.label else "Semibold")
    if row.label:
        x = 640.0
        on.text((_MARGIN, y), _cut(row.label, name, x - _MARGIN - 28), INK, name, "ls")
        on.text((x + LENGTH + 28, y), stand.word.lower(), INK, _font(30), "ls")
    else:
        on.text((_MARGIN, y), stand.word, INK, name, "ls")
        x = _MARGIN + name.getlength(stand.word) + 32
    aside = LENGTH - 26 if has_shape(stand) and row.label else 0
    draw_stand(on, stand, (x + aside, y), _INKS)


def _draw_foot(on: ImageDraw.ImageDraw, picture: SharePicture) -> None:
    on.line((_MARGIN, _FOOT, WIDTH - _MARGIN, _FOOT), _LINE, 2)
    y = _FOOT + 50
    name, tagline = _font(32, "Semibold"), _font(26)
    on.text((_MARGIN, y), picture.site, INK, name, "ls")
    on.text((WIDTH - _MARGIN, y), picture.tagline, _MUTED, tagline, "rs")


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    if font.getlength(text) <= width:
        return text
    # No line is so wide that more letters than this are looked at.
    text = text[:_MOST_LETTERS]
    ends = range(len(text) + 1)
    fit = bisect(ends, width, key=lambda end: font.getlength(f"{text[:end].rstrip()}…")) - 1
    return f"{text[: max(fit, 0)].rstrip()}…"
