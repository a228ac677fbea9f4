"""Debates and themes as a reader meets them: their claims, roots and cruxes."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from graph.base import KnowledgeBase
from graph.pages.views import ClaimView, Reader
from graph.records import Debate, Source, Theme
from graph.semantics import Standing, cruxes

CRUXES = 8
"""Cruxes listed for a thesis or a theme."""


@dataclass(frozen=True)
class CruxView:
    """A claim on which another turns, and where that one would come to stand without it."""

    claim: ClaimView
    before: str
    after: str
    standing_before: str
    standing_after: str


@dataclass(frozen=True)
class ThemeView:
    """A theme with its roots, everything below them and what the first root turns on."""

    theme: Theme
    path: str
    list_path: str
    debate: Debate
    debate_path: str
    roots: tuple[ClaimView, ...]
    members: frozenset[str]
    cruxes: tuple[CruxView, ...]

    @property
    def key(self) -> str:
        """The theme's name in addresses, unique among the themes of all debates."""
        return f"{self.debate.id}-{self.theme.id}"


@dataclass(frozen=True)
class DebateView:
    """A debate with its theses and themes."""

    debate: Debate
    path: str
    source: Source | None
    theses: tuple[ClaimView, ...]
    themes: tuple[ThemeView, ...]
    cruxes: tuple[CruxView, ...]


def below(kb: KnowledgeBase, roots: Iterable[str]) -> frozenset[str]:
    """The claims from which a root can be reached, the roots included.

    Follows links, undercuts of links, parts and instances.
    """
    seen = set(roots)
    queue = deque(seen)
    while queue:
        claim = queue.popleft()
        links = deque((*kb.reasons(claim), *kb.objections(claim)))
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


class Topography:
    """The debates of a knowledge base for one reader, worked out once.

    `shared` carries what does not depend on the language between the readers of one
    knowledge base.
    """

    def __init__(self, reader: Reader, shared: "Survey") -> None:
        self.reader = reader
        kb = reader.kb
        debates = []
        for debate in kb.debates.values():
            path = f"debates/{debate.id}/"
            themes = tuple(
                ThemeView(
                    theme,
                    f"{path}{theme.id}/",
                    f"lists/theme/{debate.id}-{theme.id}/",
                    debate,
                    path,
                    self._claims(theme.roots),
                    shared.members[debate.id, theme.id],
                    self._cruxes(shared, self._first(theme.roots)),
                )
                for theme in debate.themes
            )
            debates.append(
                DebateView(
                    debate,
                    path,
                    kb.sources.get(debate.source or ""),
                    self._claims(debate.theses),
                    themes,
                    self._cruxes(shared, self._first(debate.theses)),
                )
            )
        self.debates = tuple(debates)
        self.themes_of: dict[str, list[ThemeView]] = {}
        for view in self.debates:
            for theme_view in view.themes:
                for claim in theme_view.members:
                    self.themes_of.setdefault(claim, []).append(theme_view)

    def _claims(self, ids: Iterable[str]) -> tuple[ClaimView, ...]:
        kb = self.reader.kb
        return tuple(
            self.reader.claim(kb.resolve(each)) for each in ids if kb.resolve(each) in kb.claims
        )

    def _first(self, ids: Iterable[str]) -> str | None:
        return next((view.id for view in self._claims(ids)), None)

    def _cruxes(self, shared: "Survey", claim: str | None) -> tuple[CruxView, ...]:
        if claim is None:
            return ()
        reader = self.reader
        target = reader.claim(claim)
        return tuple(
            CruxView(
                reader.claim(row.claim),
                target.strength,
                reader.language.number(row.after),
                target.standing_word.lower(),
                reader.standing_word(row.standing).lower(),
            )
            for row in shared.cruxes_of(claim)
        )


@dataclass(frozen=True)
class CruxRow:
    """A crux without words."""

    claim: str
    after: float
    standing: Standing


class Survey:
    """What debates and themes have in common in every language."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._cruxes: dict[str, tuple[CruxRow, ...]] = {}
        self.members = {
            (debate.id, theme.id): below(
                kb, [kb.resolve(each) for each in theme.roots if kb.resolve(each) in kb.claims]
            )
            for debate in kb.debates.values()
            for theme in debate.themes
        }

    def cruxes_of(self, claim: str) -> tuple[CruxRow, ...]:
        """The claims on which this one turns most."""
        if claim not in self._cruxes:
            kb = self._kb
            middle = kb.assessment.strengths[claim].midpoint
            self._cruxes[claim] = tuple(
                CruxRow(row.id, middle + row.delta, row.standing[1])
                for row in cruxes(kb.framework, kb.assessment, claim, CRUXES)
            )
        return self._cruxes[claim]
