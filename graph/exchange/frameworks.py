"""The argument in numbers, for programs that weigh it: a framework for each connected part.

A reader who rejects a claim has its consequences computed on the spot. What that needs is the
part of the argument that hangs together with the claim and no more, so it does not grow with
the rest of the knowledge base. To say which claims change it has their labels in every language,
the theses among them, and the older ids of claims, all by the numbers of the claims.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from typing_extensions import TypedDict

from graph.argument.debated import doubting
from graph.base import KnowledgeBase
from graph.base.reads import noting
from graph.exchange.format import ExportedFile, Format, Subject, json_text
from graph.semantics import Framework, GroundKind, LinkKind

FOLDER = "frameworks/"

_MARKS = {
    LinkKind.SUPPORT: "+",
    LinkKind.CONTRADICTION: "-",
    LinkKind.UNDERCUT: "/",
    LinkKind.CONDITION: "?",
}

LinkRow = tuple[str, str, list[int], int, float]
"""A link: its id, what it is ("+" support, "-" contradiction, "/" undercut, "?" condition), the
numbers of its premises, that of its target, and its relevance."""


class FrameworkData(TypedDict):
    """A framework in numbers.

    Claims are numbered as listed, links go on from there, so that a target is a number too.
    `grounds` are in the order of the claims: where each is from, and its value.
    """

    claims: list[str]
    grounds: list[tuple[str, float]]
    links: list[LinkRow]


class PartData(FrameworkData):
    """A connected part: with its theses, the older ids of its claims, and the labels of all claims
    in each language. The scripts know the same shape by the name `FrameworkFile`."""

    theses: list[int]
    aliases: dict[str, int]
    labels: dict[str, list[str]]


class Frameworks:
    """The connected parts of a knowledge base, each named after the first of its claims."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._name_of: dict[str, str] = {}

    def name(self, claim: str) -> str:
        """The name of the part a claim is in; empty for a claim that is linked to none."""
        if claim not in self._name_of:
            # A page with the name of a part reads of that part how it stands, which is noted there.
            with noting():
                members = _around(self._kb, claim)
            self._name_of.update(dict.fromkeys(members, _name(members)))
        return self._name_of[claim]

    def files(self, languages: tuple[str, ...]) -> Iterator[ExportedFile]:
        """A file for each part, with labels of the claims in each of the languages."""
        links: dict[str, list[int]] = {}
        for number, link in enumerate(self._kb.framework.links):
            links.setdefault(self.name(link.premises[0]), []).append(number)
        members: dict[str, list[str]] = {}
        for claim in self._kb.claims:
            members.setdefault(self.name(claim), []).append(claim)
        members.pop("", None)
        for name, claims in members.items():
            numbers = links.get(name, [])
            text = partial(self._text, frozenset(claims), numbers, languages)
            yield ExportedFile(f"{FOLDER}{name}.json", text)

    def _text(self, members: frozenset[str], numbers: list[int], languages: tuple[str, ...]) -> str:
        whole = self._kb.framework
        part = Framework(
            {claim: whole.grounds[claim] for claim in sorted(members)},
            tuple(whole.links[number] for number in numbers),
        )
        number = part.incidence.claim_numbers
        aliases = self._kb.aliases.items()
        kinds = {claim: self._kb.grounds[claim].kind for claim in members}
        data: PartData = {
            **framework_data(part, kinds),
            "theses": [number[thesis] for thesis in self._kb.theses if thesis in members],
            "aliases": {old: number[claim] for old, claim in aliases if claim in members},
            "labels": {
                language: [self._kb.claims[claim].label_in(language) for claim in number]
                for language in languages
            },
        }
        return json_text(data)


def _around(kb: KnowledgeBase, claim: str) -> set[str]:
    """The claims that a claim hangs together with by links, and itself."""
    found = {claim}
    waiting = [claim]
    while waiting:
        here = waiting.pop()
        near = {kb.final_target(link) for link in kb.used_in(here)}
        for link in kb.bearing_on(here):
            near.update(link.premises, doubting(kb, link))
        near -= found
        found |= near
        waiting.extend(near)
    return found


def _name(members: set[str]) -> str:
    return min(members) if len(members) > 1 else ""


def framework_data(framework: Framework, kinds: Mapping[str, GroundKind]) -> FrameworkData:
    """A framework in numbers; `kinds` says where each claim has its ground from."""
    graph = framework.incidence
    by_id = {link.id: link for link in framework.links}
    rows: list[LinkRow] = []
    for link_id in graph.links:
        link = by_id[link_id]
        targets = graph.link_numbers if link.kind is LinkKind.UNDERCUT else graph.claim_numbers
        premises = [graph.claim_numbers[premise] for premise in link.premises]
        mark = _MARKS[link.kind]
        rows.append((link.id, mark, premises, targets[link.target], link.relevance))
    return {
        "claims": list(graph.claims),
        "grounds": [(kinds[claim].value, framework.grounds[claim]) for claim in graph.claims],
        "links": rows,
    }


FRAMEWORKS = Format(
    name="frameworks",
    label="JSON",
    subject=Subject.ARGUMENT,
    path=FOLDER,
    media_type="application/json",
    files=lambda kb, languages: Frameworks(kb).files(languages),
)
