"""Newton steps towards bounds that converge slowly, made so that they cannot overshoot.

Write x for the lower bounds and the negated upper bounds together. One round of tightening is
then an increasing map G, and the bounds sought are its least fixed point x*. Let w lie above x,
and let each value move, on all ways from x that stay below w, at least by J times the moves of
its inputs. The map min(G, w) has its own least fixed point z between x and x*, and

    z - x  >=  min((G(x) - x) + J·(z - x), w - x).

So z - x is not below the least solution D of the same with = for >=, whose right side is a concave
map. Two steps are safe for that reason:

- D = (I - J)⁻¹·(G(x) - x) itself, where the inverse has no negative entry and D <= w - x. With the
  slopes on the way to x + D the step is shorter than with those at x, so there always is one.
- all of w - x, where w - x <= (G(x) - x) + J·(w - x) and w - x is 0 for whatever no gap reaches: an
  increasing concave map that moves everything else away from 0 has no other solution. This one
  also helps where I - J has no inverse, because a round moves everything on by as much as it was
  moved.

How near x* is tells a point y with G(y) <= y, which is beyond it (Tarski 1955, "A
lattice-theoretical fixpoint theorem and its applications").

Where a value moves with the laziest of several inputs, as a minimum does upwards, J has a row for
every choice of input. The least step is that of the choice under which no other input is lazier.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from graph.semantics.band import Band
from graph.semantics.bounds import Bounds
from graph.semantics.least_moves import LeastMoves, Steps

_CAUTION = 1e-6
"""The part of a step that is left out, for the rounding errors in the step itself."""
_SLACK = 2.0**-48
_BEYOND = 3.5
"""How much further than a Newton step a limit is looked for: at a triple root it is three steps
away."""
_STRAIGHTENINGS = 8
_MOST_WAYS = 12
_MOST_STEPS = 40
_UNTOLD = 2.0**-48
"""A round that moves bounds by less, about 4e-15, no longer tells where they go: the rounding
errors of a long row of products are as large. Where three solutions meet in one, that is about
2e-5 from the limit, the cube root; where two do, about 1e-7."""

CLOSE = 2.0**-22
"""How near to its limit a bound is near enough, about 2e-7."""


@dataclass(frozen=True)
class Leap:
    """What came of Newton steps: whether any bound moved, and whether all are as near to their
    limits as `CLOSE`, or as numbers can tell."""

    moved: bool
    done: bool


def leap(bounds: Bounds, nodes: Sequence[int]) -> Leap:
    """Move the bounds of these nodes by Newton steps, as far as that helps.

    Takes the bounds of all other inputs as final.
    """
    moved = False
    for _ in range(_MOST_STEPS):
        gaps = _gaps(bounds, nodes)
        if _longest(gaps) < _UNTOLD:
            return Leap(moved, done=True)
        guess = LeastMoves(bounds, bounds, nodes, gaps).steps()
        if guess is None:
            break
        if _longest(guess) < CLOSE / 4 and _near(bounds, nodes, gaps):
            return Leap(moved, done=True)
        steps = _safe(bounds, nodes, gaps, guess)
        if steps is None or _longest(steps) < _SLACK:
            break
        for node, (up, down) in zip(nodes, steps, strict=True):
            lower = bounds.lower[node] + (1.0 - _CAUTION) * up
            upper = bounds.upper[node] - (1.0 - _CAUTION) * down
            bounds.lower[node] = min(1.0, lower)
            bounds.upper[node] = max(bounds.floor(node), upper)
            if bounds.lower[node] > bounds.upper[node]:
                # They met, and rounding carried them past each other.
                bounds.fix(node, Band(bounds.upper[node], bounds.lower[node]))
        moved = True
    return Leap(moved, done=False)


def _longest(steps: Steps) -> float:
    return max(map(max, steps))


def _gaps(bounds: Bounds, nodes: Sequence[int]) -> Steps:
    return [
        (
            max(0.0, bounds.lower_from(node) - bounds.lower[node]),
            max(0.0, bounds.upper[node] - bounds.upper_from(node)),
        )
        for node in nodes
    ]


def _safe(bounds: Bounds, nodes: Sequence[int], gaps: Steps, guess: Steps) -> Steps | None:
    """The longest of some steps that stay within the way for which their slopes hold."""
    best: Steps | None = None
    share, carried, failed = 1.0, 0.0, 1.0
    for _ in range(_MOST_WAYS):
        ways = LeastMoves(bounds, _moved(bounds, nodes, guess, share), nodes, gaps)
        if ways.carry():
            best, carried = _longer(best, ways.whole()), share
            if share == 1.0:
                break
        else:
            failed = share
            steps = ways.steps()
            reached = 1.0 if steps is None else max(_shares(steps, guess), default=0.0)
            if reached <= share:
                best = _longer(best, steps)
            if not carried and (reached > share or share < 2.0 * reached):
                break
        # Between what was tried and what came of it; the slopes are better on a shorter way.
        share = sqrt(failed * (carried or reached))
        if carried and failed < 1.5 * carried:
            break
    return best


def _longer(best: Steps | None, steps: Steps | None) -> Steps | None:
    if best is None or steps is None:
        return steps or best
    return max(best, steps, key=_longest)


def _shares(steps: Steps, guess: Steps) -> Iterator[float]:
    for pair, most in zip(steps, guess, strict=True):
        for own, whole in zip(pair, most, strict=True):
            if whole > 0.0:
                yield own / whole


def _near(bounds: Bounds, nodes: Sequence[int], gaps: Steps) -> bool:
    """Whether a point beyond the limit is found that is no further than `CLOSE`."""
    slack = [(up + _SLACK, down + _SLACK) for up, down in gaps]
    guess = LeastMoves(bounds, bounds, nodes, slack).steps()
    if guess is None:
        return False
    there = _moved(bounds, nodes, guess, _BEYOND)
    # The way to the limit may bend. What is off it is soon gone, as rounds go by; what is beyond
    # the limit comes back to it slowly.
    for _ in range(_STRAIGHTENINGS):
        if all(
            there.lower_from(node) <= there.lower[node]
            and there.upper_from(node) >= there.upper[node]
            for node in nodes
        ):
            return all(
                there.lower[node] - bounds.lower[node] < CLOSE
                and bounds.upper[node] - there.upper[node] < CLOSE
                for node in nodes
            )
        for node in nodes:
            there.fix(node, Band(there.lower_from(node), there.upper_from(node)))
    return False


def _moved(bounds: Bounds, nodes: Sequence[int], steps: Steps, distance: float) -> Bounds:
    there = replace(bounds, lower={}, upper={})
    for node in nodes:
        for other in bounds.incidence.inputs[node]:
            there.fix(other, bounds.band(other))
    for node, (up, down) in zip(nodes, steps, strict=True):
        there.lower[node] = min(1.0, bounds.lower[node] + distance * up)
        there.upper[node] = max(bounds.floor(node), bounds.upper[node] - distance * down)
    return there
