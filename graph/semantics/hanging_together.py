"""What a change of a framework can bear on: what hangs together by links with what changed."""

from collections.abc import Iterable, Iterator

from graph.semantics.assessment import Assessment
from graph.semantics.framework import Framework
from graph.semantics.incidence import Incidence
from graph.semantics.link import FrameworkLink


def touched_by_change(former: Assessment, assessment: Assessment) -> frozenset[str]:
    """The claims that hang together, by links either way, with a claim or a link that is not in
    both, or not the same in both.

    All others stand in a part of the argument that is as it was: whatever is worked out of that
    part alone is, too. Takes a little time for each claim and link, and more for those that are
    found.
    """
    graph = assessment.framework.incidence
    nodes = {
        *(graph.claim_numbers[each] for each in _changed(former, assessment)),
        *_ends(graph, _other_links(former.framework, assessment.framework)),
    }
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        for around in (graph.inputs[node], graph.dependents[node]):
            waiting.extend(each for each in around if each not in nodes)
            nodes.update(around)
    claims = graph.claims
    return frozenset(claims[node] for node in nodes if node < len(claims))


def _changed(former: Assessment, assessment: Assessment) -> Iterator[str]:
    before, kinds = former.framework.grounds, former.kinds
    for claim, ground in assessment.framework.grounds.items():
        if before.get(claim) != ground or kinds[claim] is not assessment.kinds[claim]:
            yield claim


def _other_links(one: Framework, other: Framework) -> Iterator[FrameworkLink]:
    """The links that only one of two frameworks has."""
    for links, others in ((one.links, other.links), (other.links, one.links)):
        # Most are the same objects, of which it need not be asked whether they are equal.
        same = set(map(id, others))
        rest = [each for each in links if id(each) not in same]
        equal = {each.id: each for each in others} if rest else {}
        yield from (each for each in rest if equal.get(each.id) != each)


def _ends(graph: Incidence, links: Iterable[FrameworkLink]) -> Iterator[int]:
    """The nodes, as far as they are there, of links and of what these lead from and to."""
    for link in links:
        for name in (*link.premises, link.target):
            if name in graph.claim_numbers:
                yield graph.claim_numbers[name]
        for name in (link.id, link.target):
            if name in graph.link_numbers:
                yield graph.link_numbers[name]
