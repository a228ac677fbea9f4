"""What was measured as tables of Markdown and as sentences, in English and in Dutch."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from tests.benchmarks.plot import plot
from tests.benchmarks.results import Measurement
from tests.benchmarks.rows import COLD, HUGO, PLAIN, ROWS

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "claims": "claims",
            "links": "links", "files": "files of the site", "bytes": "MB of the site",
            "pages": "pages of HTML", "page": "kB of a page", "plain": "kB of a page, plain MkDocs",
            "memory": "MB of memory, cold build", "read": "MB of memory, records read",
            "commit": "commit",
            "title": "Seconds of processors for each piece of work, by claims",
            "where": "Measured on {machine}, under {system} with {programs}.",
            "and": "and",
        },
        "nl": {
            "claims": "beweringen",
            "links": "verbanden", "files": "bestanden van de site", "bytes": "MB van de site",
            "pages": "pagina’s HTML", "page": "kB van een pagina",
            "plain": "kB van een pagina, kaal MkDocs",
            "memory": "MB geheugen, koude build", "read": "MB geheugen, bestanden lezen",
            "commit": "commit",
            "title": "Seconden van processors voor elk werk, naar aantal beweringen",
            "where": "Gemeten op {machine}, onder {system} met {programs}.",
            "and": "en",
        },
    }
)  # fmt: skip
_MACHINES = MappingProxyType(
    {"two cores of a shared machine": "twee kernen van een gedeelde machine"}
)
"""What machines are called in Dutch."""
_PROGRAMS = MappingProxyType(
    {"python": "Python", "mkdocs": "MkDocs", "properdocs": "properdocs", "hugo": "Hugo"}
)


def number(value: float, language: str) -> str:
    """Whole numbers and hundreds in full, others with two or three figures that matter."""
    places = 0
    if value < 100 and not isinstance(value, int):
        first = math.floor(math.log10(value)) if value > 0 else 0
        places = max(1 - first, 1) if value < 1 else 2 - first
    said = f"{value:,.{places}f}"
    return said.translate(str.maketrans(",.", ".,")) if language == "nl" else said


def costs(measurements: Sequence[Measurement], language: str) -> str:
    """Seconds of each row at each size, and how many times those of plain MkDocs they are."""
    heads = (_size(each, language) for each in measurements)
    rows = [
        (names[language], *(_cost(each, row, language) for each in measurements))
        for row, names in ROWS.items()
    ]
    return _table(("", *heads), rows)


def _cost(found: Measurement, row: str, language: str) -> str:
    cost, ratio = found.costs.get(row), found.ratio(row)
    if cost is None or ratio is None:
        return "–"
    said = (number(each, language) for each in (cost.processor, cost.seconds, ratio))
    return "{} s ({}); {}×".format(*said)


def sizes(measurements: Sequence[Measurement], language: str) -> str:
    """What was made of each size, and the memory that took."""
    words = _WORDS[language]

    def count(key: str, value: Callable[[Measurement], float]) -> tuple[str, ...]:
        return (words[key], *(number(value(each), language) for each in measurements))

    mega = 1.048576
    rows = [
        count("links", lambda each: each.links),
        count("files", lambda each: each.files),
        count("bytes", lambda each: each.site_bytes / 1e6),
        count("pages", lambda each: each.pages),
        count("page", lambda each: each.page_bytes / each.pages / 1e3),
        count("plain", lambda each: each.plain_bytes / each.pages / 1e3),
        count("memory", lambda each: each.costs[COLD].mebibytes * mega),
        count("read", lambda each: each.costs["read"].mebibytes * mega),
        (words["commit"], *(f"`{each.commit}`" for each in measurements)),
    ]
    return _table(("", *(_size(each, language) for each in measurements)), rows)


def where(measurements: Sequence[Measurement], language: str) -> str:
    """On which machines it was measured, and with which versions, in a sentence for each."""
    words = _WORDS[language]
    said = []
    for each in measurements:
        found = [f"{called} {each.versions[key]}" for key, called in _PROGRAMS.items()
                 if key in each.versions]  # fmt: skip
        machine = _MACHINES.get(each.machine, each.machine) if language == "nl" else each.machine
        *most, last = found
        programs = f"{', '.join(most)} {words['and']} {last}" if most else last
        said.append(words["where"].format(machine=machine, system=each.system, programs=programs))
    return "\n".join(dict.fromkeys(said))


def ratios(measurements: Sequence[Measurement], language: str) -> str:
    """A cold build over plain MkDocs and over Hugo, of as many pages in the same run."""
    heads = ("", *(_size(each, language) for each in measurements))
    rows = []
    for row in (COLD, "unsearched"):
        for other in (PLAIN, HUGO):
            found = [each.ratio(row, other) for each in measurements]
            cells = ("–" if each is None else number(each, language) for each in found)
            rows.append((f"{ROWS[row][language]} / {ROWS[other][language]}", *cells))
    return _table(heads, rows)


def picture(measurements: Sequence[Measurement], language: str) -> str:
    """The plot of all rows."""
    called = {each.claims: _size(each, language) for each in measurements}
    return plot(measurements, language, _WORDS[language]["title"], called)


def _size(found: Measurement, language: str) -> str:
    count = f"{found.claims:,}"
    count = count.replace(",", ".") if language == "nl" else count
    return f"{count} {_WORDS[language]['claims']}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
