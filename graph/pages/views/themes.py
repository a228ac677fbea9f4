"""A theme as a reader meets it: its roots, what bears on them, and how it bears on the thesis."""

from dataclasses import dataclass
from typing import NamedTuple

from graph.argument.lines import LineState
from graph.argument.theme_bearing import ThemeBearing, ways_told
from graph.base.reads import remembered
from graph.pages.views.lines import LinesView, lines_view
from graph.pages.views.reader import ClaimView, LinkView, Reader
from graph.pages.views.shared_debates import SharedDebates
from graph.records import Debate, Theme
from graph.words.sentence import Sentence


class StrandView(NamedTuple):
    """A line of argument in which a theme has a part: its direct reason, its state, and whether
    the theme weakens it."""

    claim: ClaimView
    state: LineState
    weakens: bool


class TurningView(NamedTuple):
    """A claim on which a theme's link to a thesis turns, and what the thesis does without it, or if
    it is accepted; no sentence where that cannot be seen."""

    claim: ClaimView
    effect: Sentence | None


@dataclass(frozen=True)
class ThemeView:
    """A theme with its roots and everything below them."""

    theme: Theme
    path: str
    list_path: str
    debate: Debate
    debate_path: str
    key: str
    """Its name in addresses, unique among the themes of all debates."""
    reader: Reader
    shared: SharedDebates
    bar: tuple[tuple[str, str], ...]
    """That of its debate."""

    @remembered
    def roots(self) -> tuple[ClaimView, ...]:
        """Its roots."""
        return self.reader.claims(self.theme.roots)

    @property
    def members(self) -> frozenset[str]:
        """The claims that belong to it: its roots and everything below them."""
        return self.shared.members[self.debate.id, self.theme.id]

    @remembered
    def doubted(self) -> tuple[tuple[LinkView, ...], ...]:
        """For each root, the steps it makes about which somebody has doubts, each step once. Left
        out is what stands elsewhere on the page: a step to another root, or a doubt about one of
        these steps."""
        found = {
            view.link.id: root.id
            for root in reversed(self.roots)
            for view in root.used_in
            if view.undercuts and view.target.id not in self.members
        }
        return tuple(
            tuple(
                view
                for view in root.used_in
                if found.get(view.link.id) == root.id and found.keys().isdisjoint(view.doubted_ids)
            )
            for root in self.roots
        )

    @remembered
    def lines(self) -> tuple[LinesView, ...]:
        """The lines of argument of each root."""
        return tuple(lines_view(root, *self.shared.lines(root.id)) for root in self.roots)

    @remembered
    def bearing(self) -> ThemeBearing:
        """How it bears on the theses of its debate."""
        return self.shared.bearing(self.debate.id, self.theme.id)

    @property
    def strands(self) -> tuple[StrandView, ...]:
        """The lines of argument in which it has a part."""
        reader = self.reader
        return tuple(
            StrandView(reader.claim(line.link.claim), line.state, weakens)
            for line, weakens in self.bearing.strands
        )

    @property
    def ways(self) -> tuple[Sentence, ...]:
        """How it leads to a thesis other than by a part in a line."""
        return ways_told(self.reader.kb, self.debate.id, self.bearing)

    @remembered
    def turning(self) -> tuple[TurningView, ...]:
        """The claims on which its link to a thesis turns, the one that does most first."""
        reader = self.reader
        return tuple(
            TurningView(reader.claim(claim), self.shared.told_effect(claim, self.debate.id))
            for claim in self.bearing.turning
        )
