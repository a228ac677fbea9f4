"""Debates and themes as a reader meets them: their claims, roots and cruxes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from graph.argument.cruxes import Cruxes
from graph.argument.debated import Numbers, has_claims, themes_with
from graph.argument.kept import kept
from graph.argument.positions import positions_of
from graph.base import KnowledgeBase
from graph.base.reads import RememberedBy, forget_remembered, remembered
from graph.pages.views.lines import LinesView, lines_view
from graph.pages.views.outcome import SIGNS
from graph.pages.views.positions import positions_path
from graph.pages.views.reader import ClaimView, LinkView, Reader
from graph.pages.views.shared_debates import SharedDebates
from graph.pages.views.themes import ThemeView
from graph.records import Debate, LocalizedText, Source, State


class OutcomeCount(NamedTuple):
    """How many predictions turned out alike: the state's key, its sign, and the number."""

    state: str
    sign: str
    number: int


@dataclass(frozen=True)
class FindingView:
    """What the analysis of a debate found, and the claims that bear it out."""

    finding: LocalizedText
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True)
class DebateView:
    """A debate with its theses and themes."""

    debate: Debate
    path: str
    sources: tuple[Source, ...]
    theses: tuple[ClaimView, ...]
    findings: tuple[FindingView, ...]
    """What its analysis found, in the order of its record."""
    themes: tuple[ThemeView, ...]
    reader: Reader
    shared: SharedDebates
    bar: tuple[tuple[str, str], ...]
    """Where one gets from its pages within the debate, as the header says for the site: paths, and
    the names of their words. Empty where there is no other debate."""

    @property
    def members(self) -> frozenset[str]:
        """The claims that belong to it."""
        return self.shared.belonging[self.debate.id]

    @property
    def booklet(self) -> str:
        """The page of it as a booklet, below its language's folder."""
        return f"{self.path}booklet/"

    @property
    def positions(self) -> str:
        """The page of the positions in it, below its language's folder; empty where there are
        none."""
        there = positions_of(self.reader.kb, self.debate.id)
        return positions_path(self.debate.id) if there else ""

    @property
    def epub(self) -> str:
        """The file of it as an e-book, below its language's folder."""
        return f"downloads/{self.debate.id}.epub"

    @remembered
    def numbers(self) -> Numbers:
        """How large it is."""
        return self.shared.numbers(self.debate.id)

    @remembered
    def cruxes(self) -> tuple[Cruxes, ...]:
        """What each thesis turns on."""
        return tuple(self.shared.cruxes(thesis.id, thesis=True) for thesis in self.theses)

    @remembered
    def lines(self) -> tuple[LinesView, ...]:
        """The lines of argument of each thesis."""
        return tuple(lines_view(thesis, *self.shared.lines(thesis.id)) for thesis in self.theses)

    @property
    def outcomes(self) -> tuple[OutcomeCount, ...]:
        """How its predictions turned out, as far as anybody has judged them."""
        numbers = self.shared.outcomes(self.debate.id)
        return tuple(
            OutcomeCount(state.value, SIGNS[state], numbers[state])
            for state in State
            if numbers[state]
        )

    @property
    def unanswered(self) -> tuple[LinkView, ...]:
        """The objections and doubts against its theses without a reply that holds, that which does
        most first."""
        return tuple(map(self.reader.link, self.shared.unanswered(self.debate.id)))


class Debates:
    """The debates of a knowledge base for one reader, each worked out when first asked for.

    `shared` carries what does not depend on the language between the readers of one
    knowledge base.
    """

    def __init__(self, reader: Reader, shared: SharedDebates) -> None:
        self.reader = reader
        self._shared = shared
        self._views = RememberedBy[DebateView]()
        self._themes = RememberedBy[ThemeView]()

    def forget(self) -> None:
        """Let go of all views, as a reader does."""
        for view in (*self._views, *self._themes):
            forget_remembered(view)
        self._views.forget()
        self._themes.forget()

    def __len__(self) -> int:
        return len(self.reader.kb.debates)

    def __iter__(self) -> Iterator[DebateView]:
        """The debates in their order, each when it is asked for."""
        return map(self.view, self.reader.kb.debates)

    @property
    def all(self) -> tuple[DebateView, ...]:
        """The debates in their order."""
        return tuple(map(self.view, self.reader.kb.debates))

    def view(self, debate: str) -> DebateView:
        """The view of a debate. Raises KeyError for an unknown one."""
        return self._views.of(Debates._view, self, debate)

    def themes_of(self, claim: str) -> tuple[ThemeView, ...]:
        """The themes that a claim belongs to, in their order."""
        return tuple(self.theme(*each) for each in themes_with(self.reader.kb).get(claim, ()))

    def themes_of_most(self, claims: Iterable[str]) -> list[tuple[ThemeView, int]]:
        """The themes that any of these claims belong to, each with how many of them do: those of
        most of them first, those of as many in their order."""
        with_, places = themes_with(self.reader.kb), _theme_places(self.reader.kb)
        numbers = Counter(theme for claim in claims for theme in with_.get(claim, ()))
        found = sorted(numbers, key=lambda theme: (-numbers[theme], places[theme]))
        return [(self.theme(*theme), numbers[theme]) for theme in found]

    def in_order(self, themes: Iterable[ThemeView]) -> list[ThemeView]:
        """These themes in the order of all."""
        places = _theme_places(self.reader.kb)
        return sorted(themes, key=lambda view: places[view.debate.id, view.theme.id])

    def theme(self, debate: str, theme: str) -> ThemeView:
        """The view of a theme of a debate. Raises KeyError for an unknown one."""
        return self._themes.of(Debates._theme, self, debate, theme)

    def _view(self, name: str) -> DebateView:
        kb = self.reader.kb
        debate = kb.debates[name]
        return DebateView(
            debate,
            _path(name),
            tuple(kb.sources[each] for each in debate.sources if each in kb.sources),
            self.reader.claims(debate.theses),
            tuple(
                FindingView(each.finding, self.reader.claims(each.claims))
                for each in debate.findings
            ),
            tuple(self.theme(name, theme.id) for theme in debate.themes),
            self.reader,
            self._shared,
            self._bar(debate),
        )

    def _theme(self, name: str, id_: str) -> ThemeView:
        debate, key = self.reader.kb.debates[name], theme_keys(self.reader.kb)[name, id_]
        theme = next(each for each in debate.themes if each.id == id_)
        return ThemeView(
            theme,
            f"{_path(name)}{id_}/",
            f"lists/theme/{key}/",
            debate,
            _path(name),
            key,
            self.reader,
            self._shared,
            self._bar(debate),
        )

    def _bar(self, debate: Debate) -> tuple[tuple[str, str], ...]:
        if len(self.reader.kb.debates) < 2:
            return ()
        return _bar(debate, _path(debate.id), has_claims(self.reader.kb, debate.id))

    @property
    def section(self) -> str:
        """The entry of the header to which a page of a debate belongs."""
        return argument_entry(self.reader.kb)[1]

    @property
    def several(self) -> tuple[DebateView, ...]:
        """All debates where there are several, each with what is its own; else none."""
        return self.all if len(self) > 1 else ()

    def lines(self, claim: ClaimView) -> LinesView:
        """The lines of argument that lead to a claim."""
        return lines_view(claim, *self._shared.lines(claim.id))


def _path(debate: str) -> str:
    return f"debates/{debate}/"


def argument_entry(kb: KnowledgeBase) -> tuple[str, str]:
    """Where the header leads to the argument, and the name of its words: to the debate, or to the
    list of several. Empty where there is none."""
    first = next(iter(kb.debates), None)
    if first is None:
        return "", ""
    if len(kb.debates) > 1:
        return "debates/", "site.debates"
    return f"debates/{first}/", "site.argument"


def _bar(debate: Debate, path: str, claims: bool) -> tuple[tuple[str, str], ...]:
    themes = ((f"themes/#debate-{debate.id}", "site.themes"),) if debate.themes else ()
    return (
        (path, "site.argument"),
        (f"{path}map/", "map.heading"),
        *themes,
        # A list that nothing is in is not made.
        *(((f"lists/debate/{debate.id}/", "debate.claims"),) if claims else ()),
        (f"weak-spots/{debate.id}/", "site.weak_spots"),
        (f"outcomes/{debate.id}/", "outcomes.title"),
    )


@kept
def theme_keys(kb: KnowledgeBase) -> Mapping[tuple[str, str], str]:
    """A name for each theme by its debate's id and its own; no id has two hyphens in a row."""
    pairs = [(debate.id, theme.id) for debate in kb.debates.values() for theme in debate.themes]
    joined = Counter(map("-".join, set(pairs)))
    return {pair: ("-" if joined["-".join(pair)] == 1 else "--").join(pair) for pair in pairs}


@kept
def _theme_places(kb: KnowledgeBase) -> Mapping[tuple[str, str], int]:
    """The place of each theme in the order of all."""
    return {theme: place for place, theme in enumerate(theme_keys(kb))}
