"""The grounded labelling: which claims and links hold out against the objections to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.semantics.framework import Framework
from graph.semantics.link import LinkKind


class Label(StrEnum):
    """Accepted, rejected, or neither (Caminada 2006, "On the issue of reinstatement")."""

    IN = "in"
    OUT = "out"
    UNDEC = "undec"


@dataclass(frozen=True)
class Labelling(Mapping[str, Label]):
    """The label of every claim, by id, and in `links` that of every link.

    An objection is open when its link is IN, replied to when OUT and disputed when UNDEC.
    """

    claims: Mapping[str, Label]
    links: Mapping[str, Label]

    def __getitem__(self, claim: str) -> Label:
        return self.claims[claim]

    def __iter__(self) -> Iterator[str]:
        return iter(self.claims)

    def __len__(self) -> int:
        return len(self.claims)


def labelling(framework: Framework) -> Labelling:
    """The grounded labelling of a framework, in time linear in its size.

    A claim is IN when every contradiction of it is OUT, and OUT when one is IN. A link is IN
    when all its premises are IN and every undercut of it is OUT, and OUT when a premise is OUT
    or an undercut IN. The least fixpoint of these rules decides; what it leaves open is UNDEC.
    Supports and conditions play no part at claims. With single-premise contradictions alone this
    is the grounded labelling of Dung (1995), "On the acceptability of arguments".
    """
    graph = framework.incidence
    size, first_link = len(graph.weights), len(graph.claims)
    # The target of each link, but that of a support or a condition only matters to the balances.
    opposes = [-1] * size
    # What must still be settled in its favour before a node is IN.
    pending = [len(graph.inputs[node]) if node >= first_link else 0 for node in range(size)]
    for link in framework.links:
        if link.kind in (LinkKind.CONTRADICTION, LinkKind.UNDERCUT):
            node = graph.link_numbers[link.id]
            opposes[node] = graph.dependents[node][0]
            if link.kind is LinkKind.CONTRADICTION:
                pending[opposes[node]] += 1
    labels = [Label.UNDEC] * size
    settled = [node for node in range(size) if not pending[node]]
    for node in settled:
        labels[node] = Label.IN
    while settled:
        node = settled.pop()
        accepted = labels[node] is Label.IN
        if node < first_link:
            followers, favourable = graph.dependents[node], accepted
        else:
            followers = (opposes[node],) if opposes[node] >= 0 else ()
            favourable = not accepted
        for follower in followers:
            if labels[follower] is not Label.UNDEC:
                continue
            if not favourable:
                labels[follower] = Label.OUT
                settled.append(follower)
                continue
            pending[follower] -= 1
            if not pending[follower]:
                labels[follower] = Label.IN
                settled.append(follower)
    return Labelling(
        claims=dict(zip(graph.claims, labels[:first_link], strict=True)),
        links=dict(zip(graph.links, labels[first_link:], strict=True)),
    )
