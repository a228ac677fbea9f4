"""What belongs to a debate and to a theme. A claim may belong to several of them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.argument.above import SeedsAbove
from graph.argument.kept import around_claim, kept, kept_as_value
from graph.argument.objections import open_objections
from graph.argument.sides import link_side
from graph.base import KnowledgeBase, Link
from graph.base.collected import grouped
from graph.base.worked_out import WorkedOut
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
        for each in bearing(kb, claim, kb.bearing_on(claim)):
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

    def claims(id_: str) -> frozenset[str]:
        return below(kb, kb.theses_of[id_]).union(
            own.get(id_, ()),
            *(theme_claims(kb)[id_, theme.id] for theme in kb.debates[id_].themes),
        )

    return WorkedOut(kb.debates, claims)


@kept_as_value
def has_claims(kb: KnowledgeBase, debate: str) -> bool:
    """Whether any claim belongs to a debate. Raises KeyError for an unknown one."""
    return bool(debate_claims(kb)[debate])


@around_claim
@kept
def debates_with(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """For each claim, the debates that it belongs to, as `debate_claims` has them."""
    debates, seeds = list(kb.debates), dict[str, int]()
    place = {debate: number for number, debate in enumerate(debates)}
    for (debate, _), roots in _roots(kb).items():
        _sow(seeds, beginnings(kb, roots), place[debate])
    for number, debate in enumerate(debates):
        _sow(seeds, kb.theses_of[debate], number)
    found = SeedsAbove(seeds, _above(kb))

    def of(claim: str) -> tuple[str, ...]:
        own = kb.folders[claim]
        numbers = {*found.of(claim), *([place[own]] if own in place else ())}
        return tuple(debates[number] for number in sorted(numbers))

    return WorkedOut(kb.claims, of)


@kept
def theme_claims(kb: KnowledgeBase) -> Mapping[tuple[str, str], frozenset[str]]:
    """The claims of each theme, by its debate's id and its own: its roots, what bears on them, and
    the doubts about the steps that its roots make."""
    roots = _roots(kb)
    return WorkedOut(roots, lambda theme: below(kb, beginnings(kb, roots[theme])))


@around_claim
@kept
def themes_with(kb: KnowledgeBase) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each claim, the themes that it belongs to: their debates' ids and their own."""
    roots = _roots(kb)
    themes, seeds = list(roots), dict[str, int]()
    for number, theme in enumerate(themes):
        _sow(seeds, beginnings(kb, roots[theme]), number)
    found = SeedsAbove(seeds, _above(kb))
    return WorkedOut(kb.claims, lambda claim: tuple(themes[each] for each in found.of(claim)))


def _sow(seeds: dict[str, int], claims: Iterable[str], number: int) -> None:
    for claim in claims:
        seeds[claim] = seeds.get(claim, 0) | 1 << number


def _above(kb: KnowledgeBase) -> Callable[[str], Iterator[str]]:
    """What a claim is below, as `below` follows it."""

    def above(claim: str) -> Iterator[str]:
        yield from (kb.final_target(link) for link in kb.used_in(claim))
        yield from filter(kb.claims.__contains__, map(kb.resolve, kb.claims[claim].specifies))

    return above


def _roots(kb: KnowledgeBase) -> dict[tuple[str, str], tuple[str, ...]]:
    """The claims that are roots of each theme."""
    return {
        (debate.id, theme.id): tuple(filter(kb.claims.__contains__, map(kb.resolve, theme.roots)))
        for debate in kb.debates.values()
        for theme in debate.themes
    }


def beginnings(kb: KnowledgeBase, roots: Sequence[str]) -> Iterator[str]:
    """The roots of a theme, and the claims that cast doubt on the steps from there."""
    yield from roots
    for root in roots:
        for step in kb.used_in(root):
            yield from doubting(kb, step)


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


def doubting(kb: KnowledgeBase, link: Link) -> Iterator[str]:
    """The premises of the doubts about a link, of the replies to them, and so on."""
    waiting = list(kb.undercuts(link.id))
    while waiting:
        doubt = waiting.pop()
        yield from doubt.premises
        waiting.extend(kb.undercuts(doubt.id))
