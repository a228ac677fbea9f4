"""Frameworks alone, weighed in every way there is: `python -m tests.benchmarks.weighing`.

Prints seconds at several sizes and the growth, the ways of this program beside the methods as
they were published, all in one run.
"""

import argparse
import math
import random
import time
from collections.abc import Callable, Collection
from functools import partial

from graph.semantics import (
    ACCOUNTINGS,
    METHODS,
    Framework,
    FrameworkLink,
    LinkKind,
    assess,
    balances,
    labelling,
    reassess,
    reject,
    strength,
)
from graph.semantics.weighing import weigh_graph

SEED = 2025
LINKS_PER_CLAIM = 2
LINKED_PREMISES = 0.2
MUTUAL = 0.03
"""Contradictions of a recent claim that contradicts in turn, so that there are small cycles."""
_SHARES = {
    LinkKind.SUPPORT: 12,
    LinkKind.CONTRADICTION: 6,
    LinkKind.UNDERCUT: 1,
    LinkKind.CONDITION: 1,
}


def framework(size: int, seed: int = SEED) -> Framework:
    """A framework of so many claims with twice as many links, the same for the same seed.

    A claim argues about earlier ones, most often recent ones; some contradictions are mutual.
    """
    draw = random.Random(seed)
    links: list[FrameworkLink] = []
    reasons: set[int] = set()
    while len(links) < LINKS_PER_CLAIM * size:
        number = len(links)
        claim = 1 + number * (size - 1) // (LINKS_PER_CLAIM * size)
        kind = LinkKind.SUPPORT
        if links:
            [kind] = draw.choices([*_SHARES], [*_SHARES.values()])
        recent = draw.random() < 0.5
        target = max(0, claim - draw.randint(1, 30)) if recent else draw.randrange(claim)
        premises = [f"c{claim}"]
        if draw.random() < LINKED_PREMISES and claim + 1 < size:
            premises.append(f"c{draw.randrange(claim + 1, size)}")
        at = f"c{target}"
        if kind is LinkKind.UNDERCUT:
            at = links[draw.randrange(len(links))].id
        elif kind is LinkKind.SUPPORT:
            reasons.add(target)
        relevance = draw.choice((1.0, 1.0, 0.7))
        links.append(FrameworkLink(f"l{number}", tuple(premises), at, kind, relevance))
        if kind is LinkKind.CONTRADICTION and recent and draw.random() < MUTUAL:
            links.append(FrameworkLink(f"l{number}b", (at,), f"c{claim}", kind))
    grounds = {
        f"c{number}": 0.0 if number in reasons else draw.choice((0.5, 0.75, 0.9))
        for number in range(size)
    }
    return Framework(grounds, tuple(links))


def measure(size: int, repeat: int = 1, only: Collection[str] = ()) -> dict[str, float]:
    """Seconds of the processor for each piece of work on a framework of this size, the fastest of
    several times; `only` for these pieces, where some are named."""
    made = framework(size)
    assessment = assess(made)
    edited = Framework({**made.grounds, f"c{size - 1}": 0.3}, made.links)
    pieces: dict[str, Callable[[], object]] = {
        # A large one is numbered when it is made.
        "framework": lambda: Framework(made.grounds, made.links),
        # A framework that has worked out nothing yet.
        "numbering": lambda: Framework(made.grounds, made.links).incidence.components,
        "one by one": lambda: weigh_graph(made.incidence),
    }
    for accounting in ACCOUNTINGS:
        pieces[f"balances, {accounting}"] = partial(balances, made, method=accounting)
    pieces["another ground"] = lambda: reassess(assessment, edited, assessment.kinds)
    for method in METHODS:
        pieces[f"strength, {method}"] = partial(strength, made, method)
    pieces["labelling"] = partial(labelling, made)
    pieces["one rejection"] = partial(reject, assessment, [f"c{size - size // 4}"])
    return {
        name: min(_seconds(piece) for _ in range(repeat))
        for name, piece in pieces.items()
        if not only or name in only
    }


def _seconds(piece: Callable[[], object]) -> float:
    start = time.process_time()
    piece()
    return time.process_time() - start


def table(sizes: list[int], repeat: int, only: Collection[str] = ()) -> str:
    """Seconds at each size beside one another, and the growth: 1 is linear."""
    found = [measure(size, repeat, only) for size in sizes]
    titles = "".join(f"{f'{size:,} claims':>16}" for size in sizes)
    lines = [f"{'seconds':28}{titles}{'growth':>10}"]
    factor = sizes[-1] / sizes[0]
    for name in found[0]:
        cells = "".join(f"{each[name]:16.3f}" for each in found)
        # What took no time that could be measured has no growth.
        growth = found[-1][name] / (found[0][name] or math.inf) / factor
        lines.append(f"{name:28}{cells}{growth:10.2f}")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.weighing")
    parser.add_argument("--sizes", type=int, nargs="+", default=[5_000, 20_000])
    parser.add_argument("--repeat", type=int, default=3, help="the fastest of so many times")
    parser.add_argument("--only", nargs="+", default=(), help="these pieces of work and no others")
    wanted = parser.parse_args()
    print(table(sorted(wanted.sizes), wanted.repeat, wanted.only))


if __name__ == "__main__":
    main()
