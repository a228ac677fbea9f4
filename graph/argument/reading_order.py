"""The claims of a debate as they are read: by theme, each claim before what bears on it."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple

from graph.argument.debated import bearing, debate_claims, doubting
from graph.base import KnowledgeBase

LARGEST = 1000
"""The claims of a debate that are read one after the other. Of more, those nearest its theses."""


class ReadingOrder(NamedTuple):
    """The claims of a debate in parts, each claim once.

    A claim stands in the theme whose root it is nearest to, counted in steps.
    """

    theses: tuple[str, ...]
    themes: Mapping[str, tuple[str, ...]]
    """The claims of each theme, by the theme's id."""
    others: tuple[str, ...]
    """Those that belong to no theme."""
    left_out: int
    """How many claims are left out for want of room."""

    @property
    def claims(self) -> tuple[str, ...]:
        """All of them, in order."""
        return (*self.theses, *chain(*self.themes.values()), *self.others)


def reading_order(kb: KnowledgeBase, debate: str, most: int = LARGEST) -> ReadingOrder:
    """The order in which a debate reads. Of more claims than `most`, those nearest to its theses,
    in steps, or to the roots of its themes where it has none, and then those tied to neither.

    Raises KeyError for an unknown debate.
    """
    members, starts = debate_claims(kb)[debate], _starts(kb, debate)
    whole = len(members)
    if whole > most:
        roots = kb.theses_of[debate] or [each for some in starts.values() for each in some]
        members = _nearest(kb, roots, members, most)
    theses = tuple(each for each in kb.theses_of[debate] if each in members)
    rest = members.difference(theses)
    theme_of = _themes(kb, starts, rest)
    themes = {
        theme: tuple(_down(kb, some, {each for each in theme_of if theme_of[each] == theme}))
        for theme, some in starts.items()
    }
    rest = rest.difference(theme_of)
    others = tuple(_down(kb, _tops(kb, rest), rest))
    return ReadingOrder(theses, themes, others, whole - len(members))


def _starts(kb: KnowledgeBase, debate: str) -> dict[str, tuple[str, ...]]:
    """Where each theme begins: its roots, and what doubts the steps that they make. For a thesis,
    which stands in no theme, what bears on it."""
    theses = kb.theses_of[debate]
    found = {}
    for theme in kb.debates[debate].themes:
        roots = [each for each in map(kb.resolve, theme.roots) if each in kb.claims]
        steps = [link for root in roots for link in kb.used_in(root)]
        begun = (_below(kb, root) if root in theses else (root,) for root in roots)
        doubts = (each for step in steps for each in doubting(kb, step))
        found[theme.id] = (*chain.from_iterable(begun), *doubts)
    return found


def _below(kb: KnowledgeBase, claim: str) -> Iterator[str]:
    """What bears on a claim: reasons, conditions and objections, the strongest of each first."""
    links = (kb.reasons(claim), kb.conditions(claim), kb.objections(claim))
    return bearing(kb, claim, (link for some in links for link in kb.by_force(some)))


def _nearest(
    kb: KnowledgeBase, roots: Iterable[str], members: frozenset[str], most: int
) -> frozenset[str]:
    """So many of these: the roots and what is nearest to them, then those tied to none."""
    found = dict.fromkeys(roots)
    queue = deque(found)
    while queue and len(found) < most:
        for each in _below(kb, queue.popleft()):
            if each in members and each not in found:
                found[each] = None
                queue.append(each)
    found.update(dict.fromkeys(each for each in kb.claims if each in members))
    return frozenset(islice(found, most))


def _themes(
    kb: KnowledgeBase, starts: Mapping[str, tuple[str, ...]], members: frozenset[str]
) -> dict[str, str]:
    """The theme of each claim that has one: that of the nearest root, the first of several."""
    found: dict[str, str] = {}
    queue = deque((each, theme) for theme, some in starts.items() for each in some)
    while queue:
        claim, theme = queue.popleft()
        if claim in members and claim not in found:
            found[claim] = theme
            queue.extend((each, theme) for each in _below(kb, claim))
    return found


def _down(kb: KnowledgeBase, starts: Iterable[str], members: Iterable[str]) -> Iterator[str]:
    """These members, each before what bears on it, as far down as goes, then the next."""
    left = set(members)
    waiting = list(reversed(tuple(starts)))
    while waiting:
        claim = waiting.pop()
        if claim in left:
            left.discard(claim)
            yield claim
            waiting.extend(reversed([each for each in _below(kb, claim) if each in left]))


def _tops(kb: KnowledgeBase, claims: frozenset[str]) -> Iterator[str]:
    """These claims, those first that bear on none of the others."""
    order = [each for each in kb.claims if each in claims]
    yield from (
        each
        for each in order
        if not any(kb.final_target(link) in claims for link in kb.used_in(each))
    )
    yield from order
