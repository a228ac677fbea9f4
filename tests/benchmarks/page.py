"""The page of the site about what things cost, of which figures are written by the program.

Each part of it that is written stands between two comments with its name.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tests.benchmarks import tables
from tests.benchmarks.results import RESULTS, Measurement, from_json

_GUIDES = Path(__file__).resolve().parents[2] / "site" / "guides"
PAGES: Mapping[str, Path] = MappingProxyType(
    {"en": _GUIDES / "benchmarks.md", "nl": _GUIDES / "benchmarks.nl.md"}
)
_PARTS: Mapping[str, Callable[[Sequence[Measurement], str], str]] = MappingProxyType(
    {
        "where": tables.where,
        "costs": tables.costs,
        "plot": tables.picture,
        "ratios": tables.ratios,
        "sizes": tables.sizes,
    }
)
_PART = re.compile(r"(<!-- measured: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def written(text: str, measurements: Sequence[Measurement], language: str) -> str:
    """The text of a page with the parts in it that are made of measurements.

    Raises:
        KeyError: a part has a name that nothing is written for.
    """

    def part(found: re.Match[str]) -> str:
        made = _PARTS[found[2]](measurements, language)
        return f"{found[1]}\n{made}\n\n{found[3]}"

    return _PART.sub(part, text)


def write_pages() -> None:
    """Write the figures that are kept into the page, in every language."""
    measurements = from_json(RESULTS.read_text("utf-8"))
    for language, page in PAGES.items():
        text = page.read_text("utf-8")
        page.write_text(written(text, measurements, language), "utf-8")
