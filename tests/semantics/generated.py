"""Frameworks drawn from a seed, for two programs that must weigh them alike."""

import random
from collections.abc import Iterator

from graph.semantics import Framework, FrameworkLink, LinkKind

SUPPORT, CONTRADICTION, UNDERCUT, CONDITION = LinkKind
_GROUNDS = (0.0, 0.0, 0.0, 1.0, 0.5, 0.5, 0.75, 0.9)
_RELEVANCES = (1.0, 1.0, 1.0, 0.7, 0.2, 0.01)
_KINDS = (SUPPORT, SUPPORT, SUPPORT, CONTRADICTION, CONTRADICTION, UNDERCUT, CONDITION)


def generated_frameworks(count: int, seed: int) -> Iterator[Framework]:
    """So many frameworks, the same for the same seed; every fourth is without cycles.

    There are mutual contradictions, linked premises, conditions, undercuts of links of every
    kind, of each other and of themselves, relevances, and grounds from 0 to 1 with both ends.
    """
    draw = random.Random(seed)
    for number in range(count):
        yield _framework(draw, size=draw.choice((2, 3, 6, 12, 30)), acyclic=number % 4 == 0)


def _framework(draw: random.Random, size: int, acyclic: bool) -> Framework:
    grounds = {f"c{number}": draw.choice((*_GROUNDS, draw.random())) for number in range(size)}
    count = draw.randint(0, 2 * size)
    links: list[FrameworkLink] = []
    # The claim that each link ends at; without cycles, its premises have greater numbers.
    ends: list[int] = []
    for number in range(count):
        kind = draw.choice(_KINDS)
        if kind is UNDERCUT and (number or not acyclic):
            place = draw.randrange(number if acyclic else count)
            target, end = f"l{place}", ends[place] if acyclic else 0
        else:
            kind = SUPPORT if kind is UNDERCUT else kind
            end = draw.randrange(size - 1 if acyclic else size)
            target = f"c{end}"
        possible = range(end + 1 if acyclic else 0, size)
        several = min(len(possible), draw.choice((1, 1, 1, 2, 3)))
        premises = tuple(f"c{premise}" for premise in draw.sample(possible, several))
        relevance = draw.choice((*_RELEVANCES, 1.0 - draw.random()))
        ends.append(end)
        links.append(FrameworkLink(f"l{number}", premises, target, kind, relevance))
        if kind is CONTRADICTION and not acyclic and draw.random() < 0.4:
            # What is contradicted contradicts in turn.
            links.append(FrameworkLink(f"m{number}", (target,), premises[0], CONTRADICTION))
    return Framework(grounds, tuple(links))
