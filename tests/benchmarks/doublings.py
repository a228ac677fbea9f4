"""`python -m tests.benchmarks.doublings`: every answer on arguments of one shape, doubled.

Seconds of the processor at a size and at twice that size, and the ratio of the two: 2 is linear.
"""

import argparse
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

from graph.answers.show import show_answer
from graph.answers.standing import standing_answer
from graph.argument.cruxes import cruxes_of
from graph.argument.downfall import brought_down_by
from graph.argument.lines import lines_of, parts_of
from graph.argument.routes import find_routes
from graph.base import KnowledgeBase
from graph.check import check
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.semantics import reject
from tests.conftest import ROOT
from tests.shapes import SHAPES, shaped

Work = Callable[[KnowledgeBase, str, str], object]


def _pages(kb: KnowledgeBase, top: str, last: str) -> object:
    site = Site(kb, Settings((ROOT / "templates",)))
    return sum(len(each.content()) for each in site.pages() if each.language in ("", "en"))


WORKS: Mapping[str, Work] = MappingProxyType(
    {
        "weigh": lambda kb, top, last: kb.assessment.firm,
        "check": lambda kb, top, last: check(kb),
        "standing": lambda kb, top, last: standing_answer(kb),
        "show, the thesis": lambda kb, top, last: show_answer(kb, top),
        "show, the last": lambda kb, top, last: show_answer(kb, last),
        "trace": lambda kb, top, last: find_routes(kb, last, frozenset((top,))),
        "reject": lambda kb, top, last: reject(kb.assessment, [last]),
        "lines": lambda kb, top, last: (lines_of(kb, top), brought_down_by(kb, top)),
        "parts of lines": lambda kb, top, last: parts_of(kb, last),
        "cruxes": lambda kb, top, last: cruxes_of(kb, top, thesis=True),
        "pages": _pages,
    }
)
"""What is measured, given a knowledge base, its thesis and its last claim."""


def seconds(shape: str, size: int, work: str) -> float:
    """How long a piece of work takes on a fresh knowledge base of a shape."""
    claims = SHAPES[shape](size)
    names = list(claims)
    kb = shaped(claims)
    begun = time.process_time()
    WORKS[work](kb, names[0], names[-1])
    return time.process_time() - begun


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.doublings")
    parser.add_argument("--size", type=int, default=500)
    parser.add_argument("--shapes", nargs="+", default=list(SHAPES), choices=list(SHAPES))
    parser.add_argument("--works", nargs="+", default=list(WORKS), choices=list(WORKS))
    wanted = parser.parse_args()
    print(f"{'':10}{'':18}{wanted.size:>9,}{2 * wanted.size:>9,}{'ratio':>7}")
    for shape in wanted.shapes:
        for work in wanted.works:
            one, two = (seconds(shape, size, work) for size in (wanted.size, 2 * wanted.size))
            print(f"{shape:10}{work:18}{one:9.3f}{two:9.3f}{two / one:7.1f}", flush=True)


if __name__ == "__main__":
    main()
