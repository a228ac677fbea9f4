"""What a site takes for each claim, from which the guide to large knowledge bases is worked out.

    python -m tests.benchmarks.scale [CLAIMS]

Prints a row of the table in `site/guides/scale.md`. A sample of the site is made: some batches
that follow one another, at places that are spread evenly over the list of its files.
"""

import pickle
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.base import KnowledgeBase
from graph.pages.batches import Batch, batches
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import Settings
from graph.pages.making import Making
from graph.pages.site import Site
from graph.pages.workshop import Workshop
from graph.words.interface import read_interface
from tests.benchmarks.argument import write_argument

_PLACES, _EACH = 12, 4
COLUMNS = (
    "Claims", "Files a claim", "kB a file", "Files a second", "Seconds before the first file",
    "kB of memory a claim", "kB sent to a worker a claim",
)  # fmt: skip


def row(root: Path, claims: int) -> tuple[float, ...]:
    """The figures of a knowledge base, in the order of the columns."""
    before, began = _memory(), time.process_time()
    kb = KnowledgeBase.load(root).addressable
    interface = read_interface(root, kb.languages, "Betoog", [])
    settings = Settings((TEMPLATES,), "https://example.org/", interface=interface)
    making = Making(Site(kb, settings))
    work = list(batches((place, file.file) for place, file in making.numbered()))
    shop = Workshop.of(making)
    shop.prepare()
    first = time.process_time() - began
    files, size, seconds = 0, 0, 0.0
    for batch in _sample(work):
        began = time.process_time()
        made = shop.make(batch)
        seconds += time.process_time() - began
        files += len(made)
        size += sum(len(each.content or b"") for each in made)
    memory = _memory() - before
    return (
        claims,
        sum(len(each.files) for each in work) / claims,
        size / files / 1000,
        files / seconds,
        first,
        memory / claims / 1000,
        len(pickle.dumps(shop)) / claims / 1000,
    )


def _sample(work: list[Batch]) -> list[Batch]:
    """Without the few pages at the beginning, of which a site has one whatever its size."""
    starts = [len(work) * (2 * place + 1) // (2 * _PLACES) for place in range(_PLACES)]
    return [batch for start in starts for batch in work[start : start + _EACH]]


def _memory() -> int:
    """The bytes of this process that are in memory now, as Linux tells."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * 4096


def main(claims: int) -> None:
    """Print the head of the table and the row of so many generated claims."""
    with TemporaryDirectory() as folder:
        write_argument(Path(folder), claims)
        figures = row(Path(folder), claims)
    print(f"| {' | '.join(COLUMNS)} |")
    print(f"|{' ---: |' * len(COLUMNS)}")
    print(
        f"| {' | '.join(f'{each:,.3g}' if each < 1000 else f'{each:,.0f}' for each in figures)} |"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1_000)
