"""The formulas of weighing a second time, as they are written down, to hold the program to.

Nothing here is taken from the program but the shape of frameworks. Values are found by plain
rounds, without an order of work and without steps ahead.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from graph.semantics import Framework, LinkKind

Values = dict[str, float]
"""Values of claims and links, by id."""
Formula = Callable[[float, Sequence[float], Sequence[float]], float]
"""A claim from its ground and the forces for and against it."""


def together(forces: Sequence[float]) -> float:
    """1 - Π(1 - a)."""
    return 1 - prod(1 - force for force in forces)


def impact(energy: float) -> float:
    """h of the quadratic energy model."""
    return energy**2 / (1 + energy**2) if energy > 0 else 0.0


def _accrual(ground: float, pro: Sequence[float], con: Sequence[float]) -> float:
    return 1 - (1 - ground) * prod(1 - a for a in pro) - (1 - prod(1 - a for a in con))


def _strongest(ground: float, pro: Sequence[float], con: Sequence[float]) -> float:
    return max([ground, *pro]) - max([0.0, *con])


def _quadratic_energy(base: float, pro: Sequence[float], con: Sequence[float]) -> float:
    energy = sum(pro) - sum(con)
    return base + (1 - base) * impact(energy) - base * impact(-energy)


def _df_quad(base: float, pro: Sequence[float], con: Sequence[float]) -> float:
    energy = together(pro) - together(con)
    return base + (1 - base) * max(energy, 0) + base * min(energy, 0)


FORMULAS: Mapping[str, Formula] = {
    "accrual": _accrual,
    "strongest": _strongest,
    "quadratic-energy": _quadratic_energy,
    "df-quad": _df_quad,
}
BALANCES = ("accrual", "strongest")


@dataclass
class Rounds:
    """A framework weighed by rounds; `fixed` are the values that a reader decides."""

    framework: Framework
    method: str
    fixed: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._at: dict[tuple[str, LinkKind], list[str]] = defaultdict(list)
        for link in self.framework.links:
            self._at[link.target, link.kind].append(link.id)

    def ends(self) -> tuple[Values, Values]:
        """The least and the greatest that everything can be."""
        least = -1.0 if self.method in BALANCES else 0.0
        links = [link.id for link in self.framework.links]
        lower = dict.fromkeys(self.framework.grounds, least) | dict.fromkeys(links, 0.0)
        return lower | dict(self.fixed), dict.fromkeys(lower, 1.0) | dict(self.fixed)

    def once(self, same: Values, other: Values) -> Values:
        """Everything anew: what it rises with from `same`, what it falls with from `other`."""
        new: Values = {}
        for claim, ground in self.framework.grounds.items():
            pro = [same[link] for link in self._at[claim, LinkKind.SUPPORT]]
            con = [
                other[link]
                for kind in (LinkKind.CONTRADICTION, LinkKind.CONDITION)
                for link in self._at[claim, kind]
            ]
            new[claim] = self.fixed.get(claim, FORMULAS[self.method](ground, pro, con))
        for link in self.framework.links:
            undercuts = [other[each] for each in self._at[link.id, LinkKind.UNDERCUT]]
            if self.method == "quadratic-energy":
                left = 1 - impact(sum(undercuts))
            else:
                left = prod(1 - a for a in undercuts)
            if link.kind is LinkKind.CONDITION:
                premise = max(max(0.0, -other[each]) for each in link.premises)
            else:
                premise = min(max(0.0, same[each]) for each in link.premises)
            new[link.id] = link.relevance * left * premise
        return new

    def limits(self, most: int = 1000, still: float = 1e-14) -> tuple[Values, Values, float]:
        """Lower and upper bounds after so many rounds from the ends, and the last move of any."""
        lower, upper = self.ends()
        moved = 1.0
        for _ in range(most):
            ends = self.once(lower, upper), self.once(upper, lower)
            moved = max(furthest(lower, ends[0]), furthest(upper, ends[1]))
            lower, upper = ends
            if moved < still:
                break
        return lower, upper, moved

    def fixed_point(self, start: Values, most: int = 400) -> tuple[Values, float]:
        """Where rounds with single values lead, and how far the last of them moved any."""
        values, moved = start | dict(self.fixed), 1.0
        for _ in range(most):
            new = self.once(values, values)
            moved, values = furthest(values, new), new
            if moved < 1e-14:
                break
        return values, moved


def furthest(one: Values, other: Values) -> float:
    """How far two sets of values are apart at most."""
    return max((abs(one[each] - other[each]) for each in one), default=0.0)
