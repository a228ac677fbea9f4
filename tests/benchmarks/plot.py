"""A plot of seconds by rows, as SVG for a page: a mark for each size, on a logarithmic scale.

Sizes differ by the shape of their marks, and all is drawn in the colour of the text around it, so
that nothing depends on seeing colours and that it is read on light and on dark. No styles and no
scripts.
"""

import math
from collections.abc import Mapping, Sequence

from markupsafe import escape

from tests.benchmarks.results import Measurement
from tests.benchmarks.rows import ROWS

_LEFT, _WIDTH, _LINE, _TOP, _MARGIN = 225, 220, 22, 72, 25
_DRAWN = 'fill="none" stroke="currentColor" stroke-width="2"'
_SHAPES = (
    f'<circle cx="{{x}}" cy="{{y}}" r="5" {_DRAWN}/>',
    '<path d="M{x} {y}m-5 -5h10v10h-10z" fill="currentColor"/>',
    f'<path d="M{{x}} {{y}}m0 -7l6 11h-12z" {_DRAWN}/>',
    f'<path d="M{{x}} {{y}}m-5 -5l10 10m0 -10l-10 10" {_DRAWN}/>',
)


def plot(
    measurements: Sequence[Measurement], language: str, title: str, sizes: Mapping[int, str]
) -> str:
    """The plot; `sizes` says what each number of claims is called, `title` what is shown.

    Raises:
        ValueError: there are more sizes than shapes of marks, or nothing was measured.
    """
    if not 0 < len(measurements) <= len(_SHAPES):
        raise ValueError(f"{len(measurements)} sizes cannot be drawn")
    rows = [row for row in ROWS if any(row in each.costs for each in measurements)]
    seconds = [
        each.costs[row].processor for each in measurements for row in rows if row in each.costs
    ]
    least, most = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    bottom = _TOP + _LINE * len(rows)

    def across(value: float) -> float:
        return round(_LEFT + _WIDTH * (math.log10(value) - least) / (most - least), 1)

    width, height = _LEFT + _WIDTH + _MARGIN, bottom + 30
    box = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    named = f'role="img" aria-label="{escape(title)}"'
    lines = [f'<svg {box} {named} font-size="14" fill="currentColor">']
    for number, each in enumerate(measurements):
        column, line = number % 3, number // 3
        left, y = 8 + 155 * column, 14 + 20 * line
        lines.append(_SHAPES[number].format(x=left, y=y))
        lines.append(_text(left + 14, y + 5, sizes[each.claims]))
    for power in range(least, most + 1):
        line_at = across(10.0**power)
        line_drawn = f'd="M{line_at} {_TOP - 14}V{bottom}" stroke="currentColor"'
        lines.append(f'<path {line_drawn} stroke-opacity=".3"/>')
        lines.append(_text(line_at, bottom + 20, _power(power, language), "middle"))
    for place, row in enumerate(rows):
        y = _TOP + _LINE * place
        lines.append(_text(_LEFT - 15, y + 5, ROWS[row][language], "end"))
        for number, each in enumerate(measurements):
            if row in each.costs:
                lines.append(_SHAPES[number].format(x=across(each.costs[row].processor), y=y))
    return "\n".join(["<figure>", *lines, "</svg>", "</figure>"])


def _power(power: int, language: str) -> str:
    number = f"{10.0**power:.{max(-power, 0)}f}"
    return number.replace(".", ",") if language == "nl" else number


def _text(x: float, y: float, said: str, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(said)}</text>'
