"""Random frameworks, and the plainest possible way to weigh them."""

from collections.abc import Callable, Mapping, Sequence
from math import prod

from hypothesis import strategies as st

from graph.semantics import Framework, FrameworkLink, LinkKind

Values = dict[str, float]
Combine = Callable[[Sequence[float], Sequence[float]], float]

scores = st.sampled_from([0.0, 0.05, 0.3, 0.5, 0.5, 0.5, 0.8, 1.0]) | st.floats(0, 1)


@st.composite
def frameworks(
    draw: st.DrawFn,
    *,
    cyclic: bool = True,
    plain: bool = False,
    kinds: Sequence[LinkKind] = tuple(LinkKind),
    most_claims: int = 8,
    most_links: int = 14,
) -> Framework:
    """A framework. Without `cyclic`, inputs have greater numbers; `plain` links are edges."""
    size = draw(st.integers(1, most_claims))
    base_scores = {f"c{number}": draw(scores) for number in range(size)}
    count = draw(st.integers(0, most_links)) if cyclic or size > 1 else 0
    highest = size - 1 if cyclic else size - 2
    links: list[FrameworkLink] = []
    # The claim that each link ends at; without cycles, its premises have greater numbers.
    ends: list[int] = []
    for number in range(count):
        kind = draw(st.sampled_from(kinds))
        if kind is LinkKind.UNDERCUT and (cyclic or number):
            place = draw(st.integers(0, (count if cyclic else number) - 1))
            target, end = f"l{place}", -1 if cyclic else ends[place]
        else:
            kind = LinkKind.CONTRADICTION if kind is LinkKind.UNDERCUT else kind
            end = draw(st.integers(0, highest))
            target = f"c{end}"
        numbers = st.integers(0 if cyclic else end + 1, size - 1)
        premises = draw(st.lists(numbers, min_size=1, max_size=1 if plain else 3, unique=True))
        relevance = 1.0 if plain else draw(st.sampled_from([1.0, 1.0, 0.7, 0.2]))
        ends.append(end)
        links.append(
            FrameworkLink(f"l{number}", tuple(f"c{p}" for p in premises), target, kind, relevance)
        )
    return Framework(base_scores, tuple(links))


def naive_impact(energy: float) -> float:
    """h as the design writes it."""
    return energy**2 / (1 + energy**2) if energy > 0 else 0.0


def naive_round(
    framework: Framework,
    method: str,
    helping: Values,
    hindering: Values,
    fixed: Mapping[str, float],
) -> Values:
    """Every strength and force once more: what helps and what hinders by its own values.

    Claims are named "claim ID" and links "link ID" in the values.
    """
    new: Values = {}
    for claim, base in framework.base_scores.items():
        supports, contradictions = (
            [
                values[f"link {link.id}"]
                for link in framework.links
                if link.target == claim and link.kind is kind
            ]
            for values, kind in (
                (helping, LinkKind.SUPPORT),
                (hindering, LinkKind.CONTRADICTION),
            )
        )
        if method == "quadratic-energy":
            energy = sum(supports) - sum(contradictions)
            value = base + (1 - base) * naive_impact(energy) - base * naive_impact(-energy)
        else:
            energy = prod(1 - a for a in contradictions) - prod(1 - a for a in supports)
            value = base + (1 - base) * max(energy, 0) + base * min(energy, 0)
        new[f"claim {claim}"] = fixed.get(claim, value)
    for link in framework.links:
        undercuts = [
            hindering[f"link {other.id}"]
            for other in framework.links
            if other.kind is LinkKind.UNDERCUT and other.target == link.id
        ]
        if method == "quadratic-energy":
            left = 1 - naive_impact(sum(undercuts))
        else:
            left = prod(1 - a for a in undercuts)
        weakest = min(helping[f"claim {premise}"] for premise in link.premises)
        new[f"link {link.id}"] = link.relevance * left * weakest
    return new


def everywhere(framework: Framework, value: float) -> Values:
    """The same value for every claim and link."""
    return {f"claim {claim}": value for claim in framework.base_scores} | {
        f"link {link.id}": value for link in framework.links
    }
