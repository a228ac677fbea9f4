"""Text on maps: how wide it may come out and where it breaks.

A drawing is made before anybody knows the reader's font, so widths are bounded from above:
by those of DejaVu Sans, about the widest sans that systems set by default. Everything is in
whole numbers, so that `map_layout.js`, which draws what a reader opens, finds the same breaks.
"""

_CLASSES = (
    (340, " .,:;'’‘|ijlI"),
    (420, "!()[]/-frt"),
    (530, '“”"?–_'),
    (600, "cksvxyzJ"),
    (990, "mwMW%@&—…"),
    (790, "ABCDEFGHKLNOPQRSTUVXYZ"),
)
_OTHER = 640
_WIDE = 1000
"""What is beyond the alphabets, as Chinese is, takes a square."""


class _Widths(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        return _WIDE if ord(letter) > 0x2E7F else _OTHER


_WIDTH = _Widths({letter: width for width, letters in _CLASSES for letter in letters})


def text_width(text: str) -> int:
    """The most that a text takes, in thousandths of its size."""
    return sum(map(_WIDTH.__getitem__, text))


def fits(text: str, room: int, size: int, bold: bool = False) -> bool:
    """Whether a text of this size, in pixels, stays within `room` pixels."""
    return text_width(text) * size * (114 if bold else 100) <= room * 100_000


def lines(text: str, room: int, size: int, bold: bool = False) -> tuple[str, ...]:
    """A text broken between words, and within a word only where that is too long for a line."""
    found: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if fits(longer, room, size, bold):
            line = longer
            continue
        if line:
            found.append(line)
        line = word
        while len(line) > 1 and not fits(line, room, size, bold):
            cut = next(
                n for n in range(len(line) - 1, 0, -1) if n == 1 or fits(line[:n], room, size, bold)
            )
            found.append(line[:cut])
            line = line[cut:]
    return (*found, line)
