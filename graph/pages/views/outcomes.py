"""The predictions of a debate, or of all, with what became of them."""

from collections.abc import Container
from dataclasses import dataclass
from itertools import groupby

from graph.argument.outcomes import Prediction, predictions
from graph.pages.views.outcome import SIGNS, state_key, state_word
from graph.pages.views.reader import ClaimView, Reader


@dataclass(frozen=True)
class PredictionView:
    """A prediction and when it was said, as precise as the date of its source; empty where that is
    not known."""

    claim: ClaimView
    said: str


@dataclass(frozen=True)
class PredictionGroup:
    """The predictions that turned out alike: the state, its sign and word, and they themselves,
    those judged last first."""

    state: str
    sign: str
    word: str
    predictions: tuple[PredictionView, ...]


def prediction_groups(
    reader: Reader, among: Container[str] | None = None
) -> tuple[PredictionGroup, ...]:
    """All predictions by how they turned out, or those among some claims."""
    return tuple(
        PredictionGroup(
            state_key(state),
            "" if state is None else SIGNS[state],
            state_word(reader.language, state),
            tuple(_view(reader, each) for each in alike),
        )
        for state, alike in groupby(predictions(reader.kb, among), lambda each: each.state)
    )


def _view(reader: Reader, each: Prediction) -> PredictionView:
    return PredictionView(reader.claim(each.claim), each.said)
