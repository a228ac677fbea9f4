"""A thesis as a reader leaves it who accepts some claims and rejects others.

What nobody decides on stands as the records have it. `site/assets/js/answered.js` works out the
same in the browser.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.argument.lines import LineState, line_state
from graph.base import KnowledgeBase
from graph.semantics import Band, Standing
from graph.semantics.rejection import shift_at
from graph.semantics.solving import fixed_bands


@dataclass(frozen=True)
class Answered:
    """A thesis under a reader's answers: balance, standing, and the states of lines by their
    links to it."""

    balance: Band
    standing: Standing
    lines: Mapping[str, LineState]


def answered(
    kb: KnowledgeBase,
    thesis: str,
    lines: Iterable[str],
    rejected: Iterable[str] = (),
    accepted: Iterable[str] = (),
    most: int | None = None,
) -> Answered:
    """A thesis, and these of its lines, with some claims rejected and others accepted.

    Raises KeyError for an unknown claim and ValueError for one that is both.

    Raises:
        TooMuchWorkError: it takes more than computing `most` values.
    """
    graph, forces = kb.framework_of(thesis).incidence, kb.assessment.forces
    fixed = fixed_bands(graph, rejected, accepted, -1.0)
    goal = graph.claim_numbers[thesis]
    after = kb.reweighing_of(thesis).after(fixed, goal, graph.upstream(goal), most)
    shift = shift_at(kb.assessment_of(thesis), goal, after)
    states = {
        link: line_state(after.get(graph.link_numbers[link]) or forces[link]) for link in lines
    }
    return Answered(shift.after, shift.standing[1], states)
