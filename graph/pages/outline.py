"""The argument below a claim as a nested list, no larger than a page can bear."""

from dataclasses import dataclass

from graph.pages.link_view import LinkView
from graph.pages.views import ClaimView

DEEPEST = 3
"""Levels of links shown below a claim; what lies deeper is counted and linked."""


@dataclass(frozen=True)
class Branch:
    """A link, what bears on its arguing claim, and what undercuts the link itself.

    `repeated` marks a claim that was opened before, higher up or to the left: it is shown
    as a link only. `hidden` counts the reasons and objections that are not shown.
    """

    view: LinkView
    undercuts: tuple["Branch", ...]
    below: tuple["Branch", ...]
    repeated: bool
    hidden_reasons: int
    hidden_objections: int

    @property
    def empty(self) -> bool:
        """Whether there is nothing to open."""
        return not (self.below or self.undercuts or self.hidden)

    @property
    def hidden(self) -> int:
        """How many reasons and objections are not shown."""
        return self.hidden_reasons + self.hidden_objections


class Outline:
    """Grows branches; one outline never opens the same claim twice."""

    def __init__(self, root: ClaimView, deepest: int = DEEPEST) -> None:
        self._opened = {root.id}
        self._deepest = deepest

    def branches(self, links: tuple[LinkView, ...], level: int = 1) -> tuple[Branch, ...]:
        """One branch a link, in order."""
        return tuple(self._branch(view, level) for view in links)

    def _branch(self, view: LinkView, level: int) -> Branch:
        claim = view.claim
        repeated = claim.id in self._opened
        undercuts = self.branches(view.undercuts, level + 1) if level < self._deepest + 1 else ()
        if repeated:
            return Branch(view, undercuts, (), True, 0, 0)
        self._opened.add(claim.id)
        if level >= self._deepest:
            return Branch(view, undercuts, (), False, len(claim.reasons), len(claim.objections))
        below = self.branches((*claim.reasons, *claim.objections), level + 1)
        return Branch(view, undercuts, below, False, 0, 0)
