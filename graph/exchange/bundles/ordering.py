"""The order in which records are written, so that all that is named is there at every moment."""

from collections.abc import Collection, Iterator

from graph.argument.mentions import mentions
from graph.base import KnowledgeBase
from graph.records.link_name import LinkName


def named_first(kb: KnowledgeBase, paths: Collection[str]) -> list[str]:
    """The paths of new records of a knowledge base, what is named before what names it; of
    records that name each other any may come first."""
    # What weighs nothing asks for no graph.
    import networkx as nx

    naming: nx.DiGraph[str] = nx.DiGraph()
    naming.add_nodes_from(sorted(paths))
    naming.add_edges_from(each for each in _naming(kb) if set(each) <= naming.nodes)
    circles = nx.condensation(naming)
    order = reversed(list(nx.topological_sort(circles)))
    return [path for each in order for path in sorted(circles.nodes[each]["members"])]


def _naming(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Which record names which, by their paths."""
    for each in mentions(kb):
        if (path := kb.paths.get((each.kind, each.id))) is not None:
            yield each.path, path
    for link in kb.all_links:
        for claim in LinkName.meant(link.target).words if link.type.at_link else ():
            if (path := kb.paths.get(("claim", claim))) is not None:
                yield kb.paths["claim", link.claim], path
