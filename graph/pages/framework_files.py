"""The argument as data for the browser: one framework for each connected part of it.

A reader who rejects a claim has its consequences computed on the spot. What that needs is the
part of the argument that hangs together with the claim and no more, so it does not grow with
the rest of the knowledge base. To say which claims change it has their labels in every language,
the theses among them, and the older ids of claims, all by the numbers of the claims.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import networkx as nx

from graph.base import KnowledgeBase
from graph.pages.export import json_text
from graph.pages.frame import SitePage
from graph.pages.views.reader import Reader
from graph.semantics import Framework

FOLDER = "frameworks/"


class Frameworks:
    """The connected parts of a knowledge base, each named after the first of its claims."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._name_of: dict[str, str] = {}
        self._parts: dict[str, frozenset[str]] = {}
        for members in nx.weakly_connected_components(kb.graph):
            if len(members) == 1:
                continue
            name = min(members)
            self._parts[name] = frozenset(members)
            self._name_of.update(dict.fromkeys(members, name))

    def name(self, claim: str) -> str:
        """The name of the part a claim is in; empty for a claim that is linked to none."""
        return self._name_of.get(claim, "")

    def files(self, readers: Iterable[Reader]) -> Iterator[SitePage]:
        """A data file for each part, with labels of the claims for each of the readers."""
        readers = tuple(readers)
        links: dict[str, list[int]] = {}
        for number, link in enumerate(self._kb.framework.links):
            links.setdefault(self._name_of[link.premises[0]], []).append(number)
        for name, members in self._parts.items():
            numbers = links.get(name, [])
            yield SitePage(f"{FOLDER}{name}.json", partial(self._text, members, numbers, readers))

    def _text(
        self, members: frozenset[str], numbers: list[int], readers: tuple[Reader, ...]
    ) -> str:
        whole = self._kb.framework
        part = Framework(
            {claim: whole.base_scores[claim] for claim in sorted(members)},
            tuple(whole.links[number] for number in numbers),
        )
        number = part.incidence.claim_numbers
        aliases = self._kb.aliases.items()
        names = {
            "theses": [number[thesis] for thesis in self._kb.theses if thesis in members],
            "aliases": {old: number[claim] for old, claim in aliases if claim in members},
            "labels": {
                reader.language.code: [reader.claim(claim).label for claim in number]
                for reader in readers
            },
        }
        return json_text({**framework_data(part), **names})


def framework_data(framework: Framework) -> dict[str, Any]:
    """A framework in numbers: claims by id, links as `[id, kind, premises, target, relevance]`.

    Claims are numbered as listed, links go on from there, so that a target is a number too.
    `base` holds the base scores other than 0.5. `kind` is "+", "-" or "/", for supports,
    contradictions and undercuts.
    """
    graph = framework.incidence
    signs = {"support": "+", "contradiction": "-", "undercut": "/"}
    by_id = {link.id: link for link in framework.links}
    rows = []
    for link_id in graph.links:
        link = by_id[link_id]
        kind = signs[link.kind.value]
        target = (graph.link_numbers if kind == "/" else graph.claim_numbers)[link.target]
        premises = [graph.claim_numbers[premise] for premise in link.premises]
        rows.append([link.id, kind, premises, target, link.relevance])
    bases = enumerate(framework.base_scores[claim] for claim in graph.claims)
    return {
        "claims": list(graph.claims),
        "base": {str(number): base for number, base in bases if base != 0.5},
        "links": rows,
    }
