"""The worked example of the method page: a small argument, weighed step by step.

The argument is made up; its sentences are among the words of the interface. What is reckoned is
reckoned by the program, with the grades of the knowledge base, and is never written down.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.base.reads import remembered
from graph.exchange.frameworks import FrameworkData, framework_data
from graph.pages.views.mark import Mark
from graph.records import Quality
from graph.records.grades import Grades
from graph.records.link_types import LinkType
from graph.records.source import Level
from graph.semantics import (
    Assessment,
    Band,
    Framework,
    FrameworkLink,
    GroundKind,
    LinkKind,
    assess,
)
from graph.words.language import Language

THESIS = "open"
ADDED = ("open", "used", "survey", "mean", "cost", "grant", "staff")
"""The claims in the order in which the example adds them; the thesis first."""
CONCLUDED = frozenset(("open", "used"))
_LINKS = (
    FrameworkLink("used -> open", ("used",), "open", LinkKind.SUPPORT),
    FrameworkLink("survey -> used", ("survey", "mean"), "used", LinkKind.SUPPORT),
    FrameworkLink("cost -> open", ("cost",), "open", LinkKind.CONTRADICTION),
    FrameworkLink("grant -> cost -> open", ("grant",), "cost -> open", LinkKind.UNDERCUT),
    FrameworkLink("staff -> open", ("staff",), "open", LinkKind.CONDITION),
)
_WORDS: Mapping[str, str] = {
    "used": LinkType.SUPPORT.value,
    "survey": LinkType.SUPPORT.value,
    "mean": "together",
    "cost": LinkType.CONTRADICTION.value,
    "grant": LinkType.UNDERCUT.value,
    "staff": LinkType.CONDITION.value,
}
_DEEPER = frozenset(("survey", "mean", "grant"))
"""The claims that stand two levels below the thesis; the others stand one."""


def _grounds(grades: Grades) -> dict[str, tuple[GroundKind, float]]:
    """What each claim of the example has of itself, by these grades."""
    found = dict.fromkeys(ADDED, (GroundKind.GRANTED, grades.granted))
    found.update(dict.fromkeys(CONCLUDED, (GroundKind.CONCLUDED, 0.0)))
    found["survey"] = (GroundKind.DOCUMENTED, grades.of(Quality(level=Level.PRIMARY)))
    found["cost"] = (GroundKind.DOCUMENTED, grades.of(None))
    return found


def example(grades: Grades, claims: int = len(ADDED)) -> Assessment:
    """The first so many claims of the example, weighed; a step waits for its target only."""
    there = frozenset(ADDED[:claims])
    grounds = _grounds(grades)
    links = (
        FrameworkLink(
            link.id,
            tuple(premise for premise in link.premises if premise in there),
            link.target,
            link.kind,
        )
        for link in _LINKS
        if link.premises[0] in there
    )
    return assess(
        Framework({claim: grounds[claim][1] for claim in ADDED if claim in there}, tuple(links)),
        {claim: grounds[claim][0] for claim in there},
    )


class ExampleClaim:
    """One claim of the example as it stands when some of them are there."""

    def __init__(self, words: Language, weighed: Assessment, claim: str) -> None:
        self._words = words
        self._weighed = weighed
        self.id = claim
        self.sentence = words.t(f"example.claims.{claim}")
        self.relation = _WORDS.get(claim, "")
        self.indented = 0 if claim == THESIS else 1 + (claim in _DEEPER)
        self.ground = weighed.framework.grounds[claim]
        self.kind = weighed.kinds[claim]
        self.standing = weighed.standings[claim]
        self.standing_word = words.t(f"standing.{self.standing.value}")

    @property
    def ground_words(self) -> str:
        """Where the claim has its ground from."""
        return self._words.t(f"example.grounds.{self.id}")

    @property
    def ground_figure(self) -> str:
        """The ground in figures."""
        return self._words.number(self.ground)

    @property
    def adjustable(self) -> bool:
        """Whether it has anything of itself, so that readers can say how much."""
        return self.kind is not GroundKind.CONCLUDED

    @property
    def mark(self) -> Mark:
        """The mark of its standing."""
        return Mark.of(self._weighed.sides[self.id])

    @property
    def balance(self) -> str:
        """The balance in figures."""
        return self._words.band(self._weighed.balances[self.id])

    @property
    def figures(self) -> str:
        """What carries it, what is taken from it, and the balance, in figures."""
        return self._words.t("example.figures", **figures(self._weighed, self.id, self._words))

    @property
    def firm(self) -> bool:
        """Whether its side is firm."""
        return self._weighed.firm[self.id]

    @property
    def close(self) -> str:
        """What a close standing turns on, as a sentence; empty where it is firm."""
        turns = self._weighed.turns_on(self.id)
        return _plain(self._words, turns) if turns else ""


def figures(weighed: Assessment, claim: str, words: Language) -> dict[str, str]:
    """What sentences about the standing of a claim name, in figures."""
    bands: Mapping[str, Band] = {
        "carried": weighed.carried[claim],
        "taken": weighed.taken[claim],
        "balance": weighed.balances[claim],
    }
    return {name: words.band(band) for name, band in bands.items()}


def _plain(words: Language, turns: tuple[str, ...]) -> str:
    """That a standing is close, and on what it turns, without the link to this very page."""
    return words.t(f"explain.close.{'_and_'.join(turns)}").replace("[", "").replace("]", "")


@dataclass(frozen=True)
class Step:
    """A row of the table: the claim that is added, what is reckoned, and how the thesis stands."""

    added: ExampleClaim
    reckoned: str
    thesis: ExampleClaim


class WorkedExample:
    """The example in one language, by the grades of one knowledge base."""

    def __init__(self, words: Language, grades: Grades) -> None:
        self._words = words
        self._grades = grades

    @remembered
    def weighed(self) -> Assessment:
        """The whole example."""
        return example(self._grades)

    @property
    def claims(self) -> Iterator[ExampleClaim]:
        """All its claims, the thesis first and the others below what they bear on."""
        return (ExampleClaim(self._words, self.weighed, claim) for claim in ADDED)

    @property
    def thesis(self) -> ExampleClaim:
        """What the example is about."""
        return ExampleClaim(self._words, self.weighed, THESIS)

    @property
    def steps(self) -> Iterator[Step]:
        """The example, a claim at a time."""
        for count, claim in enumerate(ADDED, 1):
            weighed = example(self._grades, count)
            balances = {each: self._words.band(band) for each, band in weighed.balances.items()}
            named = {**balances, **figures(weighed, THESIS, self._words)}
            yield Step(
                ExampleClaim(self._words, weighed, claim),
                self._words.t(f"example.steps.{claim}", **named),
                ExampleClaim(self._words, weighed, THESIS),
            )

    @property
    def said(self) -> str:
        """How the thesis stands, as a sentence."""
        return self._words.t(
            "example.said",
            claim=self.thesis.sentence,
            standing=self.thesis.standing_word.lower(),
            **figures(self.weighed, THESIS, self._words),
        )

    @property
    def data(self) -> "ExampleData":
        """What the script of the example weighs, and says."""
        turns = ("sources", "accrual", "sources_and_accrual")
        return {
            **framework_data(self.weighed.framework, self.weighed.kinds),
            "thesis": THESIS,
            "sentence": self.thesis.sentence,
            "figures": self._words.t("example.figures"),
            "said": self._words.t("example.said"),
            "decided": {
                "reject": self._words.t("example.you_reject"),
                "accept": self._words.t("example.you_accept"),
            },
            "close": self._words.t("standing.close"),
            "turns": {turn: _plain(self._words, (turn,)) for turn in turns},
        }


class ExampleData(FrameworkData):
    """The example in numbers, with the words in which it is told."""

    thesis: str
    sentence: str
    figures: str
    said: str
    decided: dict[str, str]
    close: str
    turns: dict[str, str]
