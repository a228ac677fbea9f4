"""What is said of lines of argument: sentences without their words."""

from collections.abc import Sequence

from graph.argument.lines import Line, LineState, Part, Why, carried_by
from graph.argument.pull import counts_for
from graph.base import KnowledgeBase, Link
from graph.words.sentence import Sentence


def weakest_told(kb: KnowledgeBase, line: Line) -> Sentence:
    """Where a line is weakest: at which claim or step, and why.

    An objection or a doubt goes by the claim that makes it, whatever it rests on in turn.
    """
    group = "holds" if line.state is LineState.HOLDS else "fails"
    why, claim = line.weakest.why, line.weakest.claim
    link = kb.links[line.links[-1]]
    step = _step(link)
    if why is Why.RELEVANCE:
        return Sentence(f"lines.{group}.relevance.{counts_for(link) or 'most'}", step)
    assert claim is not None  # every other reason names one
    if why in (Why.OBJECTION, Why.UNDERCUT) and line.struck is not None:
        claim = kb.links[line.struck].claim
    if why is Why.UNDERCUT:
        return Sentence(f"lines.{group}.undercut", {**step, "weakest": claim})
    if why in (Why.OBJECTION, Why.CONDITION):
        # What one bound of a condition takes away, the other may not.
        open_ = why is Why.CONDITION and kb.assessment.balances[claim].upper >= 0.0
        word = f"{why.value}_open" if open_ else why.value
        return Sentence(f"lines.{group}.{word}", {"target": line.claims[-1], "weakest": claim})
    if why is Why.CIRCLE:
        return Sentence(f"lines.{group}.circle", {"weakest": claim})
    own = "own" if len(line.claims) == 1 else "other"
    # There may be reasons that add little: then it is not so that nobody gives one.
    word = "argued" if why is Why.GRANTED and kb.reasons(claim) else why.value
    return Sentence(f"lines.{group}.{word}.{own}", {"weakest": claim})


def longest_told(kb: KnowledgeBase, lines: Sequence[Line]) -> Sentence | None:
    """Which of several lines is the longest, and what becomes of it; None where none stands out.

    What carries its weakest link belongs to a line. It gives way at a claim or a step of its own,
    not at the objection.
    """

    def length(line: Line) -> int:
        return len(line.claims) + sum(1 for _ in carried_by(kb, line.claims[-1]))

    ranked = sorted(lines, key=lambda line: -length(line))
    if len(ranked) < 2 or length(ranked[0]) == length(ranked[1]):
        return None
    line = ranked[0]
    names = {"line": line.link.claim}
    if line.weakest.why in (Why.UNDERCUT, Why.RELEVANCE):
        step = _step(kb.links[line.links[-1]])
        return Sentence(f"lines.longest.{line.state.value}.step", {**names, **step})
    place = line.weakest.claim if line.struck is None else line.claims[-1]
    if place is None or place == line.link.claim:
        return Sentence(f"lines.longest.{line.state.value}.alone", names)
    return Sentence(f"lines.longest.{line.state.value}.at", {**names, "weakest": place})


def _step(link: Link) -> dict[str, str]:
    """The claims that a sentence about a step names."""
    return {"from": link.claim, "to": link.target}


def part_told(part: Part, meant: str | None) -> Sentence:
    """What a claim does in a line of argument. A thesis that is not the one `meant` where nothing
    else is said is named."""
    line = {"line": part.line.link.claim}
    if part.thesis == meant:
        return Sentence(f"lines.part.{part.role.value}", line)
    return Sentence(f"lines.part.named.{part.role.value}", {**line, "thesis": part.thesis})
