"""The argument in numbers, for programs that weigh it: a framework for each connected part.

A reader who rejects a claim has its consequences computed on the spot. What that needs is the
part of the argument that hangs together with the claim and no more, so it does not grow with
the rest of the knowledge base. To say which claims change it has their labels in every language,
the theses among them, and the older ids of claims, all by the numbers of the claims.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from graph.base import KnowledgeBase
from graph.exchange.format import ExportedFile, Format, Subject, json_text
from graph.records import LocalizedText
from graph.semantics import Framework

FOLDER = "frameworks/"


class Frameworks:
    """The connected parts of a knowledge base, each named after the first of its claims."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._name_of: dict[str, str] = {}
        self._parts: dict[str, frozenset[str]] = {}
        # Imported here because it takes long to load, and the other formats do not need it.
        import networkx as nx

        for members in nx.weakly_connected_components(kb.graph):
            if len(members) == 1:
                continue
            name = min(members)
            self._parts[name] = frozenset(members)
            self._name_of.update(dict.fromkeys(members, name))

    def name(self, claim: str) -> str:
        """The name of the part a claim is in; empty for a claim that is linked to none."""
        return self._name_of.get(claim, "")

    def files(self, languages: tuple[str, ...]) -> Iterator[ExportedFile]:
        """A file for each part, with labels of the claims in each of the languages."""
        links: dict[str, list[int]] = {}
        for number, link in enumerate(self._kb.framework.links):
            links.setdefault(self._name_of[link.premises[0]], []).append(number)
        for name, members in self._parts.items():
            numbers = links.get(name, [])
            text = partial(self._text, members, numbers, languages)
            yield ExportedFile(f"{FOLDER}{name}.json", text)

    def _text(self, members: frozenset[str], numbers: list[int], languages: tuple[str, ...]) -> str:
        whole = self._kb.framework
        part = Framework(
            {claim: whole.grounds[claim] for claim in sorted(members)},
            tuple(whole.links[number] for number in numbers),
        )
        number = part.incidence.claim_numbers
        aliases = self._kb.aliases.items()
        names = {
            "theses": [number[thesis] for thesis in self._kb.theses if thesis in members],
            "aliases": {old: number[claim] for old, claim in aliases if claim in members},
            "labels": {
                language: [self._kb.claims[claim].label_in(language) for claim in number]
                for language in languages
            },
        }
        return json_text({**framework_data(part), **names})


def framework_data(framework: Framework) -> dict[str, Any]:
    """A framework in numbers: claims by id, links as `[id, kind, premises, target, relevance]`.

    Claims are numbered as listed, links go on from there, so that a target is a number too.
    `base` holds the base scores other than 0.5. `kind` is "+", "-", "/" or "?", for supports,
    contradictions, undercuts and conditions.
    """
    graph = framework.incidence
    signs = {"support": "+", "contradiction": "-", "undercut": "/", "condition": "?"}
    by_id = {link.id: link for link in framework.links}
    rows = []
    for link_id in graph.links:
        link = by_id[link_id]
        kind = signs[link.kind.value]
        target = (graph.link_numbers if kind == "/" else graph.claim_numbers)[link.target]
        premises = [graph.claim_numbers[premise] for premise in link.premises]
        rows.append([link.id, kind, premises, target, link.relevance])
    bases = enumerate(framework.grounds[claim] for claim in graph.claims)
    return {
        "claims": list(graph.claims),
        "base": {str(number): base for number, base in bases if base != 0.5},
        "links": rows,
    }


FRAMEWORKS = Format(
    name="frameworks",
    label="JSON",
    subject=Subject.ARGUMENT,
    path=FOLDER,
    media_type="application/json",
    title=LocalizedText({"en": "The argument in numbers", "nl": "Het betoog in getallen"}),
    description=LocalizedText(
        {
            "en": "For programs that weigh arguments: numbered claims with their base scores, and "
            "links between them. A file for each part that hangs together.",
            "nl": "Voor programma’s die argumenten wegen: genummerde beweringen met hun "
            "uitgangswaarde, en de verbindingen ertussen. Eén bestand per samenhangend deel.",
        }
    ),
    files=lambda kb, languages: Frameworks(kb).files(languages),
)
