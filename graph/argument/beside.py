"""What stands beside a claim: the claims before and after it that bear on the same."""

from typing import NamedTuple

from graph.argument.ways import Ways, step_by
from graph.base import KnowledgeBase, Link


class Beside(NamedTuple):
    """The claims before and after a claim among those that bear on what it bears on, None at
    either end."""

    above: str
    """What all of them bear on: the claim above this one on its shortest way to a thesis."""
    before: str | None
    after: str | None


def beside(kb: KnowledgeBase, ways: Ways, claim: str) -> Beside | None:
    """The neighbours of a claim; None where it has none, and for a thesis.

    Reasons, conditions and objections of one claim follow each other as they are listed there, the
    most forceful of each first, each with the premises it needs; doubts about one step, and parts,
    answers and questions of one claim, likewise.
    """
    way = ways.up(claim)
    if len(way) < 2:
        return None
    relation, above = way[1]
    row = list(dict.fromkeys(_row(kb, claim, relation, above)))
    if claim not in row or len(row) < 2:
        return None
    place = row.index(claim)
    before = row[place - 1] if place else None
    return Beside(above, before, row[place + 1] if place + 1 < len(row) else None)


def _row(kb: KnowledgeBase, claim: str, relation: str, above: str) -> tuple[str, ...]:
    """The claims that bear on the one above as this one does, in order."""
    loose = {
        "specifies": kb.specified_by.get(above, ()),
        "answers": kb.answered_by.get(above, ()),
        "raised-by": tuple(kb.resolve(each) for each in kb.claims[above].raises),
    }
    if relation in loose:
        return tuple(each for each in loose[relation] if each in kb.claims)
    steps = (step_by(kb, claim, link) for link in kb.used_in(claim))
    found = [step.link for step in steps if step.target == above and step.link.type == relation]
    links = _links(kb, min(found, key=lambda link: link.id)) if found else ()
    return tuple(premise for link in links for premise in link.premises)


def _links(kb: KnowledgeBase, link: Link) -> tuple[Link, ...]:
    """The links that are listed together with one."""
    if link.type.at_link:
        return kb.by_force(kb.undercuts(link.target))
    groups = (kb.reasons(link.target), kb.conditions(link.target), kb.objections(link.target))
    return tuple(each for group in groups for each in kb.by_force(group))
