"""The mark of how a claim stands, and the shape of one that stands by itself, in a picture."""

from typing import NamedTuple

from PIL import ImageDraw

from graph.pages.views.mark import STEPS, Stand
from graph.semantics import Standing

LENGTH = 216.0
"""The length of a mark with two sides in a picture of full size."""
_SHAPES = (Standing.DOCUMENTED, Standing.GRANTED)

Ink = str | int
"""A colour, or its number in a palette."""


class Inks(NamedTuple):
    """The colours of a mark: of what helps, of what hinders, of its lines and its base."""

    helps: Ink
    hinders: Ink
    ink: Ink
    muted: Ink
    line: Ink


def has_shape(stand: Stand) -> bool:
    """Whether a shape says how a claim stands, and no mark."""
    return stand.standing in _SHAPES and not (stand.mark.taken or stand.mark.taken_open)


def draw_stand(
    on: ImageDraw.ImageDraw, stand: Stand, at: tuple[float, float], inks: Inks, scale: float = 1.0
) -> None:
    """Draw the mark, as pages do: solid for, hatched against, outlined what is open; or the shape.

    `at` is where the line of text on which it stands begins.
    """
    if has_shape(stand):
        _draw_shape(on, stand.standing, at, inks, scale)
    else:
        _draw_mark(on, stand, at, inks, scale)


def _draw_mark(
    on: ImageDraw.ImageDraw, stand: Stand, at: tuple[float, float], inks: Inks, scale: float
) -> None:
    mark, (x, y) = stand.mark, at
    whole, thick, thin = LENGTH * scale, _pixels(3 * scale), _pixels(2 * scale)
    step, middle, top, low = whole / 2 / STEPS, x + whole / 2, y - 24 * scale, y - 2 * scale
    on.line((x, y + 2 * scale, x + whole, y + 2 * scale), inks.line, thick)
    if width := step * mark.carried:
        on.rectangle((middle, top, middle + width, low), inks.helps)
    if width := step * (mark.carried + mark.carried_open):
        on.rectangle((middle, top, middle + width, low), None, inks.helps, thin)
    solid = int(middle - step * mark.taken)
    apart = _pixels(9 * scale)
    for begin in range(solid, int(middle), apart):
        on.line((begin, low, min(begin + apart + 1, middle), top), inks.hinders, thick)
    if width := step * (mark.taken + mark.taken_open):
        on.rectangle((middle - width, top, middle, low), None, inks.hinders, thin)
    on.line((middle, top - 5 * scale, middle, y + 2 * scale), inks.ink, thick)


def _draw_shape(
    on: ImageDraw.ImageDraw,
    standing: Standing,
    at: tuple[float, float],
    inks: Inks,
    scale: float,
) -> None:
    x, y = at
    if standing is Standing.GRANTED:
        box = (x, y - 23 * scale, x + 24 * scale, y + scale)
        on.ellipse(box, None, inks.muted, _pixels(3 * scale))
    else:
        corners = ((0, 23), (16, 23), (24, 15), (24, 0), (0, 0))
        on.polygon([(x + right * scale, y - up * scale) for right, up in corners], inks.ink)


def _pixels(length: float) -> int:
    return max(round(length), 1)
