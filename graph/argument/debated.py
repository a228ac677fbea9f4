"""What belongs to a debate and to a theme. A claim may belong to several of them."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from graph.argument.kept import kept
from graph.argument.objections import open_objections
from graph.argument.sides import link_side
from graph.base import KnowledgeBase, Link
from graph.base.collected import grouped
from graph.semantics import Side


class Numbers(NamedTuple):
    """How large a debate is: its claims, the links between them, and those objections and doubts
    among them without a reply that holds which work against one of its theses."""

    claims: int
    links: int
    open: int


def below(kb: KnowledgeBase, roots: Iterable[str]) -> frozenset[str]:
    """The claims from which a root can be reached, the roots included.

    Follows links, undercuts of links, parts and instances.
    """
    seen = set(roots)
    queue = deque(seen)
    while queue:
        claim = queue.popleft()
        links = (*kb.reasons(claim), *kb.conditions(claim), *kb.objections(claim))
        for each in bearing(kb, claim, links):
            if each not in seen:
                seen.add(each)
                queue.append(each)
    return frozenset(seen)


def bearing(kb: KnowledgeBase, claim: str, links: Iterable[Link]) -> Iterator[str]:
    """The claims that bear on a claim by these links to it, each step's premises before those of
    the doubts about it; then its parts and instances."""
    for link in links:
        yield from link.premises
        yield from doubting(kb, link)
    yield from kb.specified_by.get(claim, ())


@kept
def debate_claims(kb: KnowledgeBase) -> Mapping[str, frozenset[str]]:
    """The claims of each debate: those in its folder, and those of others that bear on its theses
    or on a root of its themes."""
    own = grouped((folder, claim) for claim, folder in kb.folders.items())
    return {
        debate.id: below(kb, kb.theses_of[debate.id]).union(
            own.get(debate.id, ()),
            *(theme_claims(kb)[debate.id, theme.id] for theme in debate.themes),
        )
        for debate in kb.debates.values()
    }


@kept
def theme_claims(kb: KnowledgeBase) -> Mapping[tuple[str, str], frozenset[str]]:
    """The claims of each theme, by its debate's id and its own: its roots, what bears on them, and
    the doubts about the steps that its roots make."""
    return {
        (debate.id, theme.id): _of_roots(
            kb, [kb.resolve(each) for each in theme.roots if kb.resolve(each) in kb.claims]
        )
        for debate in kb.debates.values()
        for theme in debate.themes
    }


@kept
def themes_with(kb: KnowledgeBase) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each claim, the themes that it belongs to: their debates' ids and their own."""
    found: dict[str, list[tuple[str, str]]] = {}
    for theme, claims in theme_claims(kb).items():
        for claim in claims:
            found.setdefault(claim, []).append(theme)
    return {claim: tuple(themes) for claim, themes in found.items()}


def debate_links(kb: KnowledgeBase, debate: str) -> tuple[Link, ...]:
    """The links whose claims all belong to a debate, in order of id."""
    claims = debate_claims(kb)[debate]
    own = {link.id: link for claim in claims for link in kb.used_in(claim)}
    return tuple(
        link
        for _, link in sorted(own.items())
        if claims.issuperset(link.premises) and kb.final_target(link) in claims
    )


def debate_numbers(kb: KnowledgeBase, debate: str) -> Numbers:
    """How large a debate is. Raises KeyError for an unknown one."""
    links, without_reply = debate_links(kb, debate), open_objections(kb)
    against = (
        link_side(kb, link, debate) is Side.AGAINST for link in links if link.id in without_reply
    )
    return Numbers(len(debate_claims(kb)[debate]), len(links), sum(against))


def _of_roots(kb: KnowledgeBase, roots: list[str]) -> frozenset[str]:
    steps = (link for root in roots for link in kb.used_in(root))
    return below(kb, [*roots, *(each for step in steps for each in doubting(kb, step))])


def doubting(kb: KnowledgeBase, link: Link) -> Iterator[str]:
    """The premises of the doubts about a link, of the replies to them, and so on."""
    waiting = list(kb.undercuts(link.id))
    while waiting:
        doubt = waiting.pop()
        yield from doubt.premises
        waiting.extend(kb.undercuts(doubt.id))
