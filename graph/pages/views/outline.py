"""The argument below claims as nested lists, no larger than a page can bear."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from graph.pages.views.link import widest
from graph.pages.views.reader import ClaimView, LinkView

DEEPEST = 3
"""Levels of links shown below a claim; what lies deeper is counted and linked."""
_MOST = 2_000
"""Links shown of the claims that are opened in one outline, beside those to its roots. Of a claim
whose links would be more, they are counted and linked."""


@dataclass(frozen=True)
class Branch:
    """A link, what bears on its arguing claim, and what undercuts the link itself.

    `elsewhere` is the id of the place on the page where the claim is opened, when that is
    not here: then it is shown as a link only. `further` tells that the place comes later.
    `hidden` are the links that bear on the claim and are not shown.
    """

    view: LinkView
    undercuts: tuple["Branch", ...]
    below: tuple["Branch", ...]
    elsewhere: str
    further: bool
    hidden: tuple[LinkView, ...] = ()

    @property
    def views_below(self) -> tuple[LinkView, ...]:
        """The steps from what is below it."""
        return tuple(each.view for each in self.below)

    @property
    def folds(self) -> bool:
        """Whether there is anything to open in it, or in the doubts that hang on it."""
        return bool(self.below) or any(each.folds for each in self.undercuts)

    @property
    def folds_within(self) -> bool:
        """The same of what is in it, and of the doubts."""
        return any(each.folds for each in (*self.below, *self.undercuts))


def place_of(claim: str) -> str:
    """The id of the place where a page opens a claim at the root of an outline."""
    return f"claim-{claim}"


class Outline:
    """Grows the branches of one page, which never opens the same claim twice.

    A claim that is used more than once is opened at the place nearest to a root, if there is room
    for what bears on it. Beside what bears on the roots, branches of the links in `also` can be
    grown.
    """

    def __init__(
        self, *roots: ClaimView, deepest: int = DEEPEST, also: Iterable[LinkView] = ()
    ) -> None:
        self._deepest = deepest
        self._places = {root.id: place_of(root.id) for root in roots}
        self._passed = set(self._places.values()) if len(roots) == 1 else set()
        first = (*(view for root in roots for view in widest(root.arguments)), *also)
        queue = deque((view, 1) for view in first)
        self._opened = set[str]()
        room = _MOST
        while queue:
            view, level = queue.popleft()
            if level <= deepest:
                queue.extend((each, level + 1) for each in widest(view.undercuts))
            if view.claim.id not in self._places:
                self._places[view.claim.id] = view.anchor
                if level < deepest and (size := _size(view.claim)) <= room:
                    self._opened.add(view.claim.id)
                    room -= size
                    queue.extend((each, level + 1) for each in widest(view.claim.arguments))

    def tree(self, root: ClaimView) -> tuple[Branch, ...]:
        """What bears on a root."""
        self._passed.add(self._places[root.id])
        return self.branches(root.arguments)

    def branches(self, links: tuple[LinkView, ...], level: int = 1) -> tuple[Branch, ...]:
        """One branch a link, in order, of those that are shown."""
        return tuple(self._branch(view, level) for view in widest(links))

    def _branch(self, view: LinkView, level: int) -> Branch:
        claim = view.claim
        place = self._places[claim.id]
        self._passed.add(view.anchor)
        if place != view.anchor:
            further = place not in self._passed
            return Branch(view, self._doubts(view, level), (), place, further)
        if claim.id not in self._opened:
            return Branch(view, self._doubts(view, level), (), "", False, claim.arguments)
        # In the order in which they are read: what the claim rests on, then the step from it.
        below = self.branches(claim.arguments, level + 1)
        undercuts = self._doubts(view, level)
        hidden: tuple[LinkView, ...] = ()
        if len(below) < len(claim.arguments):
            shown = {branch.view.link.id for branch in below}
            hidden = tuple(each for each in claim.arguments if each.link.id not in shown)
        return Branch(view, undercuts, below, "", False, hidden)

    def _doubts(self, view: LinkView, level: int) -> tuple[Branch, ...]:
        return self.branches(view.undercuts, level + 1) if level <= self._deepest else ()


def _size(claim: ClaimView) -> int:
    """How many links are shown where a claim is opened: to it, and to these."""
    return sum(1 + len(widest(each.undercuts)) for each in widest(claim.arguments))
