"""`python -m tests.benchmarks.extremes`: every answer on arguments that are extreme in one way.

Seconds of the processor for each answer, each on what was worked out for those before it, and
`given up` beside what says that it was cut off. The files of such a knowledge base are not read:
what that costs is a row of the benchmark of reading.
"""

import argparse
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

from graph.argument.cruxes import all_cruxes_of, cruxes_of
from graph.argument.downfall import brought_down_by
from graph.argument.lines import lines_of
from graph.argument.routes import find_routes
from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.semantics import Framework
from tests.benchmarks.doublings import WORKS
from tests.conftest import ROOT
from tests.shapes import Shape, chain, doubts, hub, knot, ring, rivals, rungs, shaped, tangle

EXTREMES: Mapping[str, Callable[[], Shape]] = MappingProxyType(
    {
        "a chain of 20,000": lambda: chain(20_000),
        "30 rungs": lambda: rungs(60),
        "10,000 links at one claim": lambda: hub(10_001),
        "10,000 doubts about doubts": lambda: doubts(10_000),
        "5,000 rivals in tens": lambda: rivals(5_001),
        "5,000 rivals in a ring": lambda: ring(5_001),
        "5,000 rivals in a tangle": lambda: tangle(5_001),
        "60 rivals, each of all": lambda: knot(62),
        "250 rivals, each of all": lambda: knot(252),
    }
)
_LEFT_OUT = ("difference", "read from files", "cruxes", "lines", "trace")
"""What is measured by doublings, or by itself below."""

Work = Callable[[KnowledgeBase, str, str], object]


def _work(kb: KnowledgeBase) -> dict[str, Work]:
    """What is measured, in this order; what it gives is true where something was cut off."""
    site: list[Site] = []

    def page(of: str) -> None:
        if not site:
            site.append(Site(kb, Settings((ROOT / "templates",))))
        for each in site[0].pages():
            if each.file == f"claims/{of}/index.html":
                each.content()

    def framework(kb: KnowledgeBase, top: str, last: str) -> None:
        Framework(kb.framework.grounds, kb.framework.links)

    def lines(kb: KnowledgeBase, top: str, last: str) -> bool:
        lines_of(kb, top)
        return brought_down_by(kb, top).given_up

    def turning(kb: KnowledgeBase, top: str, last: str) -> bool:
        return cruxes_of(kb, top, thesis=True).unknown is not None

    def command(kb: KnowledgeBase, top: str, last: str) -> bool:
        return all_cruxes_of(kb, top).unknown > 0

    def trace(kb: KnowledgeBase, top: str, last: str) -> bool:
        found = find_routes(kb, last, frozenset((top,)))
        return found.more or found.given_up

    return {
        "framework": framework,
        **{name: work for name, work in WORKS.items() if name not in _LEFT_OUT},
        "trace": trace,
        "lines": lines,
        "cruxes": turning,
        "cruxes, as the command": command,
        "page of the thesis": lambda kb, top, last: page(top),
        "page of the last": lambda kb, top, last: page(last),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.extremes")
    parser.add_argument("--only", nargs="+", default=tuple(EXTREMES), choices=EXTREMES)
    parser.add_argument("--works", nargs="+")
    wanted = parser.parse_args()
    for name in wanted.only:
        shape = EXTREMES[name]()
        kb, names = shaped(shape), list(shape)
        for work, done in _work(kb).items():
            if wanted.works and work not in wanted.works:
                continue
            begun = time.process_time()
            given_up = done(kb, names[0], names[-1])
            taken = time.process_time() - begun
            said = "  given up in part" if given_up is True else ""
            print(f"{name:28}{work:24}{taken:9.3f}{said}", flush=True)


if __name__ == "__main__":
    main()
