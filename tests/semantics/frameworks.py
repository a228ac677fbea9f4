"""Random frameworks, for properties."""

from collections.abc import Sequence

from hypothesis import strategies as st

from graph.semantics import Framework, FrameworkLink, LinkKind

# In steps that are no smaller than they are in records: a cycle that gains 1e-7 a round takes long.
grounds = st.sampled_from([0.0, 0.5, 0.5, 0.9, 1.0]) | st.integers(0, 40).map(lambda n: n / 40)

ARGUING = (LinkKind.SUPPORT, LinkKind.CONTRADICTION)
PUBLISHED = (*ARGUING, LinkKind.UNDERCUT)
"""What the bare methods weigh: all but conditions."""


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
    """A framework. Without `cyclic`, inputs have greater numbers; `plain` links are edges.

    Claims are called c0, c1 and so on, links l0, l1.
    """
    size = draw(st.integers(1, most_claims))
    of_itself = {f"c{number}": draw(grounds) for number in range(size)}
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
    return Framework(of_itself, tuple(links))


@st.composite
def decisions(draw: st.DrawFn, framework: Framework) -> tuple[list[str], list[str]]:
    """Claims of a framework that a reader rejects, and others that the reader accepts."""
    ids = draw(st.lists(st.sampled_from(sorted(framework.grounds)), max_size=4, unique=True))
    cut = draw(st.integers(0, len(ids)))
    return ids[:cut], ids[cut:]
