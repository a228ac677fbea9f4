"""Family A, second half: arguments that go round in a circle or lead nowhere."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from graph.argument.mentions import has_unread_files, is_broken, perhaps_named
from graph.base import KnowledgeBase, Link
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule
from graph.records.link_types import Polarity

_MOST_CIRCLES = 20


def _circles(edges: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """The circles among these edges, each beginning with its first id in the alphabet.

    At most twenty of those that hang together: a dense knot has more than anyone can read.
    """
    pairs = sorted(set(edges))
    if _in_order(pairs):
        return
    # Imported here because it takes as long to load as all the records.
    import networkx as nx

    names = sorted({name for pair in pairs for name in pair})
    number = {name: index for index, name in enumerate(names)}
    # Integers, since the order in which networkx meets strings differs from run to run.
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_edges_from((number[one], number[other]) for one, other in pairs)
    for knot in sorted(map(sorted, nx.strongly_connected_components(graph))):
        if len(knot) < 2:
            continue
        part: nx.DiGraph[int] = nx.DiGraph()
        part.add_edges_from(
            (one, other) for one in knot for other in sorted(graph[one]) if other in set(knot)
        )
        for circle in islice(nx.simple_cycles(part), _MOST_CIRCLES):
            start = circle.index(min(circle))
            yield tuple(names[each] for each in (*circle[start:], *circle[:start]))


def _in_order(edges: Iterable[tuple[str, str]]) -> bool:
    """Whether these edges can be followed without ever coming back."""
    order: TopologicalSorter[str] = TopologicalSorter()
    for one, other in edges:
        order.add(other, one)
    try:
        order.prepare()
    except CycleError:
        return False
    return True


def _drawn(circle: tuple[str, ...]) -> str:
    return " -> ".join((*circle, circle[0]))


@rule("A301", "circular-support", Severity.ERROR)
def circular_support(kb: KnowledgeBase) -> Iterator[Remark]:
    """Claims support each other in a circle.

    ## Why

    A circle of reasons begs the question: each claim rests on the next, and all of them on
    nothing. Claims that contradict each other may form a circle; that is disagreement.

    ## Example

    `cheaper-models -> more-use -> more-competition -> cheaper-models`

    ## Way out

    Remove the weakest link of the circle, or make a claim precise so that it is no longer
    its own ground: cheaper this year, more use the next.
    """
    steps: dict[tuple[str, str], Link] = {}
    for link in kb.links.values():
        if link.type.polarity is Polarity.HELPS:
            for premise in link.premises:
                steps.setdefault((premise, link.target), link)
    for circle in _circles(steps):
        link = steps[circle[0], circle[1]]
        message = f"circular support: {_drawn(circle)}"
        help_ = "remove the weakest link of the circle, or make one of its claims precise"
        yield at(kb, kb.paths["claim", link.claim], (*link.field, "claim"), message, help_)


@rule("A302", "circular-undercut", Severity.ERROR)
def circular_undercut(kb: KnowledgeBase) -> Iterator[Remark]:
    """Undercuts are aimed at each other and at no other link.

    ## Why

    An undercut objects to a step between claims. Undercuts that only object to each other
    never arrive at one.

    ## Example

        # in one claim
        undercuts: [{id: first, link: second}]
        # in another
        undercuts: [{id: second, link: first}]

    ## Way out

    Aim one of them at the link between claims that was meant.
    """
    undercuts = {link.id: link for link in reversed(kb.all_links) if link.type.at_link}
    target = {name: link.target for name, link in undercuts.items() if link.target in undercuts}
    circles = [*_circles(target.items()), *((name,) for name in target if target[name] == name)]
    for circle in circles:
        link = undercuts[circle[0]]
        message = f"undercuts of nothing but each other: {_drawn(circle)}"
        help_ = "aim one of them at a link between claims"
        yield at(kb, kb.paths["claim", link.claim], (*link.field, "link"), message, help_)


@rule("A303", "circular-specification", Severity.ERROR)
def circular_specification(kb: KnowledgeBase) -> Iterator[Remark]:
    """Claims specify each other in a circle.

    ## Why

    `specifies` says that one claim is a part or an instance of another, which cannot at the
    same time be a part of the first.

    ## Example

    `chatbots -> types-of-ai-use -> chatbots`

    ## Way out

    Keep only the way from the part to the whole.
    """
    edges = {
        (claim.id, kb.resolve(whole))
        for claim in kb.claims.values()
        for whole in claim.specifies
        if kb.resolve(whole) in kb.claims and kb.resolve(whole) != claim.id
    }
    for circle in _circles(edges):
        claim = kb.claims[circle[0]]
        index = [kb.resolve(each) for each in claim.specifies].index(circle[1])
        message = f"circular specification: {_drawn(circle)}"
        help_ = "keep only the way from the part to the whole"
        yield at(kb, kb.paths["claim", claim.id], ("specifies", index), message, help_)


@rule("A304", "circular-original", Severity.ERROR)
def circular_original(kb: KnowledgeBase) -> Iterator[Remark]:
    """Sources are each other's originals, in a circle.

    ## Why

    Sources that copy or report one original count as one. In a circle there is no first of
    them, and nobody can tell who said it.

    ## Example

    `newspaper -> agency -> newspaper`

    ## Way out

    Remove the `original:` of the source that said it first.
    """
    originals = {each.id: each.original for each in kb.sources.values()}
    known = [(name, other) for name, other in originals.items() if other in originals]
    circles = [*_circles(known), *((name,) for name, other in known if name == other)]
    for circle in circles:
        message = f"originals in a circle: {_drawn(circle)}"
        help_ = "remove the `original:` of the source that said it first"
        yield at(kb, kb.paths["source", circle[0]], ("original",), message, help_)


@rule("A401", "reaches-no-thesis", Severity.WARNING)
def reaches_no_thesis(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim bears on no thesis, directly or through other claims.

    ## Why

    Readers arrive at a claim by a route from a thesis; without one they never see it. It is
    said once, where the route ends, and not of each of the claims that lead there.

    ## Example

    A claim with neither `supports:` nor `contradicts:`, `undercuts:`, `specifies:`,
    `raises:` or `answers:`, and in no other claim's `with:`.

    ## Way out

    Add the link that says what the claim bears on, or make it a thesis of the debate.
    """
    if any("/debate." in path for path in kb.tree.broken_paths) or not kb.debates:
        return
    if has_unread_files(kb):
        return
    onward: dict[str, set[str]] = {claim: set() for claim in kb.claims}
    for link in kb.links.values():
        for premise in link.premises:
            onward[premise].add(kb.final_target(link))
    for claim in kb.claims.values():
        onward[claim.id].update(kb.resolve(each) for each in (*claim.specifies, *claim.answers))
        for question in claim.raises:
            onward.setdefault(kb.resolve(question), set()).add(claim.id)
    inward: dict[str, set[str]] = {}
    for name, targets in onward.items():
        for target in targets:
            inward.setdefault(target, set()).add(name)
    reached = {*kb.theses, *_excused(kb)}
    queue = deque(reached)
    while queue:
        for before in inward.get(queue.popleft(), ()):
            if before not in reached:
                reached.add(before)
                queue.append(before)
    loose = dict.fromkeys(name for name in kb.claims if name not in reached)
    # Where a route ends comes first; in a circle it ends nowhere, and any of it will do.
    ends = sorted(loose, key=lambda name: any(each in loose for each in onward[name] - {name}))
    for name in ends:
        if name not in loose:
            continue
        number = len(_taken_from(loose, name, inward)) - 1
        message = f"`{name}` reaches no thesis"
        if number:
            message += (
                f", nor do {number} claims that lead to it"
                if number > 1
                else (", nor does a claim that leads to it")
            )
        help_ = "add the link that says what it bears on"
        yield at(kb, kb.paths["claim", name], ("claim",), message, help_, key=True)


def _taken_from(
    loose: dict[str, None], end: str, inward: Mapping[str, Collection[str]]
) -> list[str]:
    """A claim with those that lead to it, which are no longer loose."""
    del loose[end]
    found = [end]
    for name in found:
        for before in inward.get(name, ()):
            if before in loose:
                del loose[before]
                found.append(before)
    return found


def _excused(kb: KnowledgeBase) -> Iterator[str]:
    """Claims and mentioned ids at which another finding explains why a route ends there, and those
    of debates that have no thesis yet."""
    yield from perhaps_named(kb)
    beginning = {debate.id for debate in kb.debates.values() if not debate.theses}
    for claim in kb.claims.values():
        if kb.paths["claim", claim.id].split("/")[1] in beginning:
            yield claim.id
        if is_broken(kb, claim.id):
            yield claim.id
        for other in (*claim.specifies, *claim.answers, *claim.raises):
            resolved = kb.resolve(other)
            if resolved not in kb.claims or resolved == claim.id:
                yield claim.id
    kept = {id(link) for link in kb.links.values()}
    for link in kb.all_links:
        if id(link) not in kept:
            yield from (premise for premise in link.premises)
    for debate in kb.debates.values():
        if any(kb.resolve(thesis) not in kb.claims for thesis in debate.theses):
            # The claims may bear on the thesis that is missing.
            yield from (claim for claim in kb.claims if kb.folders[claim] == debate.id)
