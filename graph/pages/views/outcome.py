"""What became of a prediction, as a page in one language shows it."""

from markupsafe import Markup

from graph.argument.outcomes import UNJUDGED
from graph.pages.views.localized import said
from graph.records import Outcome, State
from graph.words.language import Language

SIGNS = {State.CAME_TRUE: "✓", State.PARTLY: "◐", State.FAILED: "✕", State.OPEN: "○"}
"""A sign for each state, which repeats its word."""


class OutcomeText:
    """How a prediction turned out, as of when, and why one says so."""

    def __init__(self, language: Language, outcome: Outcome) -> None:
        self.state = outcome.state.value
        self.sign = SIGNS[outcome.state]
        self.word = state_word(language, outcome.state)
        self.on = outcome.on
        self.day = language.date(outcome.on)
        self.because: Markup = said(outcome.because, language.code)

    @property
    def is_open(self) -> bool:
        """Whether it is too early to tell."""
        return self.state == State.OPEN.value


def state_word(language: Language, state: State | None) -> str:
    """How a prediction turned out, as a word; None where nobody has judged it."""
    return language.t(f"outcomes.state.{state_key(state)}")


def state_key(state: State | None) -> str:
    """How a state is called in addresses and among words."""
    return UNJUDGED if state is None else state.value
