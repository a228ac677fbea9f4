"""The lines of argument of a thesis, and what would bring it down."""

from collections.abc import Sequence
from typing import NotRequired

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.measures import Interval
from graph.answers.printed import claim_line, indented, standing_of
from graph.argument.downfall import Downfall
from graph.argument.explanation import named
from graph.argument.line_sentences import longest_told, weakest_told
from graph.argument.lines import Line, LineState, Why, lines_of
from graph.argument.phrases import LANGUAGE, in_figures
from graph.base import KnowledgeBase
from graph.words.language import language
from graph.words.sentence import Sentence, told_plainly

_STYLES = {LineState.HOLDS: "blue", LineState.CONTESTED: "", LineState.BROKEN: "yellow"}


class WeakestAnswer(TypedDict):
    """The weakest link of a line: a claim, or a link that counts for little."""

    claim: NotRequired[str]
    link: NotRequired[str]
    why: Why


class LineAnswer(TypedDict):
    """One line of argument: a direct reason of the thesis."""

    link: str
    premises: list[str]
    force: Interval
    """How much of it arrives."""
    state: LineState
    claims: list[str]
    """The way down from the thesis to where the line is weakest."""
    weakest: WeakestAnswer


class LinesAnswer(TypedDict):
    """The lines of a thesis, the one of which most arrives first."""

    lines: list[LineAnswer]
    brought_down_by: list[list[str]]
    """The smallest sets of up to three claims whose rejection leaves it without support."""
    given_up: bool
    """Whether there may be other such sets, or smaller ones: to look for all of them would take too
    much work."""


def lines_answer(lines: Sequence[Line], downfall: Downfall) -> LinesAnswer:
    """Lines of argument and the sets of claims that would bring their thesis down."""
    return {
        "lines": [_line(line) for line in lines],
        "brought_down_by": [list(each) for each in downfall.sets],
        "given_up": downfall.given_up,
    }


def _line(line: Line) -> LineAnswer:
    weakest: WeakestAnswer = {"why": line.weakest.why}
    if line.weakest.claim is not None:
        weakest["claim"] = line.weakest.claim
    if line.weakest.link is not None:
        weakest["link"] = line.weakest.link
    return {
        "link": line.link.id,
        "premises": list(line.link.premises),
        "force": list(line.force),
        "state": line.state,
        "claims": list(line.claims),
        "weakest": weakest,
    }


def lines_text(
    kb: KnowledgeBase, thesis: str, downfall: Downfall, numbers: bool = False
) -> RenderableType:
    """The thesis, each line with its way down and its weakest link, and what brings it down."""
    heading = claim_line(kb, thesis)
    parts: list[RenderableType] = [heading, standing_of(kb, thesis)]
    lines = lines_of(kb, thesis)
    for line in lines:
        force = f" {in_figures(line.force)}" if numbers else ""
        state = Text(f"{line.state.value}{force}", _STYLES[line.state])
        parts.append(Text.assemble("\n", state, ": ", claim_line(kb, line.claims[0])))
        parts += [
            indented(Text.assemble(("because ", "dim"), claim_line(kb, each)), 2)
            for each in line.claims[1:]
        ]
        parts.append(indented(Text(_said(kb, weakest_told(kb, line)), "italic"), 2))
    longest = longest_told(kb, lines)
    if longest is not None:
        parts.append(Text(f"\n{_said(kb, longest)}"))
    if downfall.sets:
        parts.append(Text("\nLosing any one of these brings it down:"))
        parts += [indented(Text(" + ".join(each)), 2) for each in downfall.sets]
    if downfall.given_up:
        others = "other claims" if downfall.sets else "claims"
        parts.append(
            Text(
                f"\nThere may be {others} without which it falls. Looking for them was "
                "given up: too many claims bear on it."
            )
        )
    return Group(*parts)


def _said(kb: KnowledgeBase, sentence: Sentence) -> str:
    return told_plainly(
        sentence, language(LANGUAGE), lambda claim: named(kb.claims[claim], LANGUAGE)
    )
