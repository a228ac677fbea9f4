"""A typeface at one size, set letter by letter from letters that are drawn once.

Setting a line anew through Pillow costs some four times as much, which tells where thousands of
pictures hold little else than words. Letters stand as far apart as each of them is wide: Pillow's
own way of setting text, the one that is the same on every machine, moves no pairs of this typeface
closer together.
"""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_FONTS = Path(__file__).parent / "fonts"
_MOST_LETTERS = 500
"""No line is so wide that more letters than this are looked at."""


class Face:
    """Letters of one size in pixels and one weight, as masks, and how far apart they stand."""

    def __init__(self, size: int, weight: str = "Regular") -> None:
        file = _FONTS / f"SourceSerifPro-{weight}.otf"
        # The other way of setting text depends on a library of the machine.
        self._font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
        self._letters: dict[str, tuple[int, int, Image.Image]] = {}
        self._widths: dict[str, float] = {}
        self.size = size

    def write(self, image: Image.Image, at: tuple[float, int], text: str, ink: int) -> float:
        """Set a line whose base begins at a place, in a colour of the image's palette; the edges
        of letters have the colours between 0 and that. Gives where it ends."""
        x, y = at
        for letter in text:
            left, top, mask = self._letter(letter)
            image.paste(ink, (round(x) + left, y + top), mask)
            x += self._widths[letter]
        return x

    def width(self, text: str) -> float:
        """The pixels that a line takes."""
        return sum(map(self._width, text))

    def cut(self, text: str, width: float) -> str:
        """The line as far as it fits, with an ellipsis where something was left out."""
        if len(text) <= _MOST_LETTERS and self.width(text) <= width:
            return text
        room, end = width - self.width("…"), 0
        for letter in text[:_MOST_LETTERS]:
            room -= self._width(letter)
            if room < 0:
                break
            end += 1
        return f"{text[:end].rstrip()}…"

    def wrapped(self, text: str, width: float) -> list[str]:
        """The lines that words are set in, none of them wider, unless by one word."""
        lines: list[str] = []
        space, taken = self.width(" "), 0.0
        for word in text.split():
            wide = self.width(word)
            if lines and taken + space + wide <= width:
                lines[-1] += f" {word}"
                taken += space + wide
            else:
                lines.append(word)
                taken = wide
        return lines

    def _width(self, letter: str) -> float:
        width = self._widths.get(letter)
        if width is None:
            width = self._widths[letter] = self._font.getlength(letter)
        return width

    def _letter(self, letter: str) -> tuple[int, int, Image.Image]:
        found = self._letters.get(letter)
        if found is None:
            left, top, right, bottom = map(round, self._font.getbbox(letter, anchor="ls"))
            # A pixel to spare on each side for what rounding takes off.
            left, top = left - 1, top - 1
            mask = Image.new("L", (right + 1 - left, bottom + 1 - top))
            ImageDraw.Draw(mask).text((-left, -top), letter, 255, self._font, "ls")
            self._width(letter)
            found = self._letters[letter] = left, top, mask
        return found
