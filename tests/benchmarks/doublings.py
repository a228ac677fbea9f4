"""`python -m tests.benchmarks.doublings`: every answer on arguments of one shape, doubled.

Seconds of the processor at a size and at twice that size, and the ratio of the two: 2 is linear.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
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
from graph.records import Claim, Kind
from graph.review.difference import difference
from graph.semantics import reject
from graph.store import Tree
from graph.store.file_reading import read_file
from graph.store.layout import laid_out
from graph.store.writing import claim_text
from tests.conftest import ROOT
from tests.shapes import SHAPES, hub, shaped

Work = Callable[[KnowledgeBase, str, str], object]


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
        "difference": lambda kb, top, last: difference(kb, _reworded(kb)),
        "read from files": lambda kb, top, last: _read(kb),
    }
)
"""What is measured, given a knowledge base, its thesis and its last claim."""
PAGES = "pages"
"""What is measured for each kind of page apart."""
SOURCES = "sources"
"""A shape of which all claims are read from one source and made by one speaker."""
_KINDS = {
    "index.html": "home",
    "claims": "claims",
    "themes": "themes",
    "sources": "sources",
    "speakers": "speakers",
    "weak-spots": "weak spots",
    "outcomes": "outcomes",
    "lists": "all claims",
    "changes": "changes",
    "add": "form",
    "debates": "debates",
    "frameworks": "frameworks",
    "trace": "trace",
    "downloads": "downloads",
    "knowledge-base.json": "downloads",
    "knowledge-base.jsonl": "downloads",
    "knowledge-base.yaml": "downloads",
    "knowledge-base.csv": "downloads",
}
"""Kinds of pages, by the first part of their files."""
_LEAST = 0.005
"""Seconds below which a ratio tells nothing."""


def _reworded(kb: KnowledgeBase) -> KnowledgeBase:
    """The same in which every other claim says something else."""
    files = [
        replace(file, record=file.record.model_copy(update={"kind": Kind.FACT}))
        if number % 2 and isinstance(file.record, Claim)
        else file
        for number, file in enumerate(kb.tree.files)
    ]
    return KnowledgeBase(Tree(Path(), tuple(files), ()))


def _read(kb: KnowledgeBase) -> None:
    for file in kb.tree.files:
        if isinstance(file.record, Claim):
            text = claim_text(file.record, "")
            read_file(file.path, text)
            laid_out("claim", text)


def _knowledge_base(shape: str, size: int) -> tuple[KnowledgeBase, str, str]:
    """A fresh knowledge base of a shape, its thesis and its last claim."""
    cited = shape == SOURCES
    claims = hub(size) if cited else SHAPES[shape](size)
    names = list(claims)
    return shaped(claims, cited), names[0], names[-1]


def seconds(shape: str, size: int, works: Sequence[str]) -> dict[str, float]:
    """How long each piece of work takes, each on a fresh knowledge base of a shape."""
    found = {}
    for work in works:
        if work != PAGES:
            given = _knowledge_base(shape, size)
            begun = time.process_time()
            WORKS[work](*given)
            found[work] = time.process_time() - begun
    if PAGES in works:
        found |= _pages(_knowledge_base(shape, size)[0])
    return found


def _pages(kb: KnowledgeBase) -> dict[str, float]:
    """How long the pages of each kind take, in English and without a language. What several kinds
    need is worked out with the first of them."""
    found: dict[str, float] = defaultdict(float)
    site = Site(kb, Settings((ROOT / "templates",)))
    begun = time.process_time()
    for page in site.pages():
        if page.language in ("", "en"):
            page.content()
            folder = page.file.partition("/")[0]
            kind = _KINDS.get(folder, "others")
            if folder == "claims" and page.file.endswith(".json"):
                kind = "previews"
            now = time.process_time()
            found[f"{PAGES}, {kind}"] += now - begun
            begun = now
    return dict(found)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.doublings")
    parser.add_argument("--size", type=int, default=500)
    shapes, works = (*SHAPES, SOURCES), (*WORKS, PAGES)
    parser.add_argument("--shapes", nargs="+", default=shapes, choices=shapes)
    parser.add_argument("--works", nargs="+", default=works, choices=works)
    wanted = parser.parse_args()
    print(f"{'':10}{'':22}{wanted.size:>9,}{2 * wanted.size:>9,}{'ratio':>7}")
    # What is imported and compiled when first needed is no part of it.
    seconds(SOURCES, 10, wanted.works)
    for shape in wanted.shapes:
        one, two = (seconds(shape, size, wanted.works) for size in (wanted.size, 2 * wanted.size))
        for work, most in two.items():
            least = one.get(work, 0.0)
            ratio = f"{most / least:7.1f}" if least > _LEAST else f"{'':>7}"
            print(f"{shape:10}{work:22}{least:9.3f}{most:9.3f}{ratio}", flush=True)


if __name__ == "__main__":
    main()
