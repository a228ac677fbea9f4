"""What is said of lines of argument: sentences without their words."""

from collections.abc import Sequence

from graph.argument.lines import Line, LineState, Part, Why
from graph.base import KnowledgeBase
from graph.words.sentence import Sentence


def weakest_told(kb: KnowledgeBase, line: Line) -> Sentence:
    """Where a line is weakest: at which claim or step, and why."""
    group = "holds" if line.state is LineState.HOLDS else "fails"
    why, claim = line.weakest.why, line.weakest.claim
    link = kb.links[line.links[-1]]
    if why in (Why.RELEVANCE, Why.UNDERCUT):
        names = {"from": link.claim, "to": link.target}
        if claim is not None:
            names["weakest"] = claim
        return Sentence(f"lines.{group}.{why.value}", names)
    assert claim is not None  # every other reason names one
    if why in (Why.OBJECTION, Why.CONDITION):
        return Sentence(f"lines.{group}.{why.value}", {"target": line.claims[-1], "weakest": claim})
    if why is Why.CIRCLE:
        return Sentence(f"lines.{group}.circle", {"weakest": claim})
    own = "own" if len(line.claims) == 1 else "other"
    return Sentence(f"lines.{group}.{why.value}.{own}", {"weakest": claim})


def longest_told(lines: Sequence[Line]) -> Sentence | None:
    """Which of several lines is the longest, and what becomes of it; None where none stands out."""
    ranked = sorted(lines, key=lambda line: -len(line.claims))
    if len(ranked) < 2 or len(ranked[0].claims) == len(ranked[1].claims):
        return None
    line = ranked[0]
    names = {"line": line.link.claim}
    if line.weakest.claim is None or line.weakest.claim == line.link.claim:
        return Sentence(f"lines.longest.{line.state.value}.alone", names)
    return Sentence(
        f"lines.longest.{line.state.value}.at", {**names, "weakest": line.weakest.claim}
    )


def part_told(part: Part) -> Sentence:
    """What a claim does in a line of argument."""
    return Sentence(f"lines.part.{part.role.value}", {"line": part.line.link.claim})
