"""The picture that stands beside a link to a page wherever the link is shared.

Drawn with a typeface that comes along, so that every machine draws the same: Source Serif Pro
by Adobe, under the licence beside it.
"""

import hashlib
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

from graph.records.link_types import LINK_TYPES, LinkType
from graph.semantics import Band

WIDTH, HEIGHT = 1200, 630
"""The size that services show uncropped."""

_FONTS = Path(__file__).parent / "fonts"
_MARGIN = 76
_FOOT = HEIGHT - 92
_PAPER, _INK, _MUTED, _LINE = "#fbfaf6", "#1d1d1a", "#5d5a52", "#dedacf"


@dataclass(frozen=True)
class Weighed:
    """A row that tells where a claim stands; `label` is empty for the title's own claim."""

    label: str
    standing: str
    strength: str
    band: Band


@dataclass(frozen=True)
class Step:
    """A row that names a reason or an objection; `relation` is the type of its link."""

    relation: LinkType
    word: str
    label: str


@dataclass(frozen=True)
class SharePicture:
    """What a picture shows, from top to bottom, and `alt`, the same in words.

    `path` is that of the file below the site's root.
    """

    path: str
    alt: str
    eyebrow: str
    title: str
    subtitle: str
    rows: tuple[Weighed | Step, ...]
    site: str
    tagline: str

    @property
    def width(self) -> int:
        """In pixels."""
        return WIDTH

    @property
    def height(self) -> int:
        """In pixels."""
        return HEIGHT

    def png(self, cache: Path | None = None) -> bytes:
        """The picture as a PNG file, taken from the cache's folder if it was drawn before."""
        if cache is None:
            return _draw(self)
        file = cache / f"{self._fingerprint()}.png"
        if file.is_file():
            return file.read_bytes()
        drawn = _draw(self)
        cache.mkdir(parents=True, exist_ok=True)
        # Another build may be at it too: a file has its name only when it is whole.
        unfinished = file.with_suffix(".part")
        unfinished.write_bytes(drawn)
        unfinished.replace(file)
        return drawn

    def _fingerprint(self) -> str:
        content = f"{self!r}\n{dict(LINK_TYPES)!r}\n{PIL.__version__}\n{_own_source()}"
        return hashlib.sha256(content.encode("utf-8")).hexdigest()


@lru_cache(maxsize=1)
def _own_source() -> str:
    return Path(__file__).read_text("utf-8")


@lru_cache(maxsize=32)
def _font(size: int, weight: str = "Regular") -> ImageFont.FreeTypeFont:
    file = _FONTS / f"SourceSerifPro-{weight}.otf"
    # The other way of setting text depends on a library of the machine.
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def _draw(picture: SharePicture) -> bytes:
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    on = ImageDraw.Draw(image)
    within = WIDTH - 2 * _MARGIN
    eyebrow = _font(28)
    on.text((_MARGIN, 96), _cut(picture.eyebrow, eyebrow, within), _MUTED, eyebrow, "ls")
    rows_top = _FOOT - 20 - 58 * len(picture.rows)
    size, lines = _title(picture, rows_top - 130)
    y = 110.0
    for line in lines:
        y += size * 1.16
        on.text((_MARGIN, y), line, _INK, _font(size, "Semibold"), "ls")
    if picture.subtitle:
        subtitle = _font(34)
        y += 62
        on.text((_MARGIN, y), _cut(picture.subtitle, subtitle, within), _MUTED, subtitle, "ls")
    for index, row in enumerate(picture.rows):
        _draw_row(on, row, rows_top + 58 * index + 42)
    _draw_foot(on, picture)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
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
        on.text((x, y), _cut(row.label, label, WIDTH - _MARGIN - x), _INK, label, "ls")
        return
    name = _font(32, "Regular" if row.label else "Semibold")
    figures = f"{row.standing.lower()} {row.strength}" if row.label else row.strength
    if not row.label:
        on.text((_MARGIN, y), row.standing, _INK, name, "ls")
        x = _MARGIN + name.getlength(row.standing) + 32
    else:
        x = 640.0
        on.text((_MARGIN, y), _cut(row.label, name, x - _MARGIN - 28), _INK, name, "ls")
    _draw_scale(on, row.band, x, y - 10)
    on.text((x + 244, y), figures, _MUTED, _font(30), "ls")


def _draw_scale(on: ImageDraw.ImageDraw, band: Band, x: float, y: float) -> None:
    length = 216.0
    on.line((x, y, x + length, y), _LINE, 4)
    on.line((x + length / 2, y - 16, x + length / 2, y + 16), _MUTED, 2)
    if band.upper - band.lower > 0.005:
        on.rounded_rectangle(
            (x + length * band.lower, y - 5, x + length * band.upper, y + 5), 4, _MUTED
        )
    on.circle((x + length * band.midpoint, y), 13, _INK, _PAPER, 3)


def _draw_foot(on: ImageDraw.ImageDraw, picture: SharePicture) -> None:
    on.line((_MARGIN, _FOOT, WIDTH - _MARGIN, _FOOT), _LINE, 2)
    y = _FOOT + 50
    name, tagline = _font(32, "Semibold"), _font(26)
    on.text((_MARGIN, y), picture.site, _INK, name, "ls")
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
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1].rstrip()
    return f"{text}…"
