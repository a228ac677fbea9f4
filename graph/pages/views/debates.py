"""Debates and themes as a reader meets them: their claims, roots and cruxes."""

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph.argument.cruxes import Cruxes, cruxes_of
from graph.argument.downfall import Downfall, brought_down_by
from graph.argument.lines import Line, lines_of
from graph.base import KnowledgeBase
from graph.pages.views.lines import LinesView, lines_view
from graph.pages.views.reader import ClaimView, Reader
from graph.records import Debate, Source, Theme


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
    roots: tuple[ClaimView, ...]
    members: frozenset[str]
    shared: "SharedDebates"

    @cached_property
    def cruxes(self) -> tuple[Cruxes, ...]:
        """What each root turns on."""
        return tuple(self.shared.cruxes(root.id) for root in self.roots)

    @cached_property
    def lines(self) -> tuple[LinesView, ...]:
        """The lines of argument of each root."""
        return tuple(lines_view(root, *self.shared.lines(root.id)) for root in self.roots)

    @property
    def crux(self) -> ClaimView | None:
        """The claim on which the theme turns most: that of the first root that has one."""
        for root, each in zip(self.roots, self.cruxes, strict=True):
            if each.rows:
                return root.reader.claim(each.rows[0].id)
        return None


@dataclass(frozen=True)
class DebateView:
    """A debate with its theses and themes."""

    debate: Debate
    path: str
    sources: tuple[Source, ...]
    theses: tuple[ClaimView, ...]
    themes: tuple[ThemeView, ...]
    shared: "SharedDebates"

    @cached_property
    def cruxes(self) -> tuple[Cruxes, ...]:
        """What each thesis turns on."""
        return tuple(self.shared.cruxes(thesis.id, thesis=True) for thesis in self.theses)

    @cached_property
    def lines(self) -> tuple[LinesView, ...]:
        """The lines of argument of each thesis."""
        return tuple(lines_view(thesis, *self.shared.lines(thesis.id)) for thesis in self.theses)


def below(kb: KnowledgeBase, roots: Iterable[str]) -> frozenset[str]:
    """The claims from which a root can be reached, the roots included.

    Follows links, undercuts of links, parts and instances.
    """
    seen = set(roots)
    queue = deque(seen)
    while queue:
        claim = queue.popleft()
        links = deque((*kb.reasons(claim), *kb.conditions(claim), *kb.objections(claim)))
        found = list(kb.specified_by.get(claim, ()))
        while links:
            link = links.popleft()
            found.extend(link.premises)
            links.extend(kb.undercuts(link.id))
        for each in found:
            if each not in seen:
                seen.add(each)
                queue.append(each)
    return frozenset(seen)


class Debates:
    """The debates of a knowledge base for one reader, worked out once.

    `shared` carries what does not depend on the language between the readers of one
    knowledge base.
    """

    def __init__(self, reader: Reader, shared: "SharedDebates") -> None:
        self.reader = reader
        self._shared = shared
        kb = reader.kb
        debates = []
        keys = _theme_keys(kb)
        for debate in kb.debates.values():
            path = f"debates/{debate.id}/"
            themes = tuple(
                ThemeView(
                    theme,
                    f"{path}{theme.id}/",
                    f"lists/theme/{keys[debate.id, theme.id]}/",
                    debate,
                    path,
                    keys[debate.id, theme.id],
                    self._claims(theme.roots),
                    shared.members[debate.id, theme.id],
                    shared,
                )
                for theme in debate.themes
            )
            debates.append(
                DebateView(
                    debate,
                    path,
                    tuple(kb.sources[each] for each in debate.sources if each in kb.sources),
                    self._claims(debate.theses),
                    themes,
                    shared,
                )
            )
        self.all = tuple(debates)
        self.themes_of: dict[str, list[ThemeView]] = {}
        for view in self.all:
            for theme_view in view.themes:
                for claim in theme_view.members:
                    self.themes_of.setdefault(claim, []).append(theme_view)

    def lines(self, claim: ClaimView) -> LinesView:
        """The lines of argument that lead to a claim."""
        return lines_view(claim, *self._shared.lines(claim.id))

    def _claims(self, ids: Iterable[str]) -> tuple[ClaimView, ...]:
        kb = self.reader.kb
        return tuple(
            self.reader.claim(kb.resolve(each)) for each in ids if kb.resolve(each) in kb.claims
        )


def _theme_keys(kb: KnowledgeBase) -> dict[tuple[str, str], str]:
    """A name for each theme by its debate's id and its own; no id has two hyphens in a row."""
    pairs = [(debate.id, theme.id) for debate in kb.debates.values() for theme in debate.themes]
    joined = Counter(map("-".join, set(pairs)))
    return {pair: ("-" if joined["-".join(pair)] == 1 else "--").join(pair) for pair in pairs}


class SharedDebates:
    """What debates and themes have in common in every language."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._cruxes: dict[tuple[str, bool], Cruxes] = {}
        self._lines: dict[str, tuple[tuple[Line, ...], Downfall]] = {}
        self.members = {
            (debate.id, theme.id): below(
                kb, [kb.resolve(each) for each in theme.roots if kb.resolve(each) in kb.claims]
            )
            for debate in kb.debates.values()
            for theme in debate.themes
        }

    def lines(self, claim: str) -> tuple[tuple[Line, ...], Downfall]:
        """The lines of argument of a claim, and the sets of claims that would bring it down."""
        if claim not in self._lines:
            self._lines[claim] = lines_of(self._kb, claim), brought_down_by(self._kb, claim)
        return self._lines[claim]

    def cruxes(self, claim: str, thesis: bool = False) -> Cruxes:
        """What a claim turns on; worked out when first asked for."""
        key = claim, thesis
        if key not in self._cruxes:
            self._cruxes[key] = cruxes_of(self._kb, claim, thesis)
        return self._cruxes[key]
