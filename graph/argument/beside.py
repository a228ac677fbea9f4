"""What stands beside a claim: the claims before and after it that bear on the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graph.argument.kept import around_claim, kept_as_value, kept_for
from graph.argument.sides import ways_to_theses
from graph.argument.ways import step_by
from graph.base import KnowledgeBase, Link


class Beside(NamedTuple):
    """The claims before and after a claim among those that bear on what it bears on, None at
    either end."""

    above: str
    """What all of them bear on: the claim above this one on its shortest way to a thesis."""
    before: str | None
    after: str | None


@dataclass(frozen=True)
class _Row:
    """Claims that bear on the same, in order."""

    claims: tuple[str, ...]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each stands."""
        return {claim: place for place, claim in enumerate(self.claims)}

    def at(self, place: int) -> str | None:
        """The claim at a place; None beyond either end."""
        return self.claims[place] if 0 <= place < len(self.claims) else None


@around_claim
@kept_as_value
def beside(kb: KnowledgeBase, claim: str) -> Beside | None:
    """The neighbours of a claim; None where it has none, and for a thesis.

    Reasons, conditions and objections of one claim follow each other as they are listed there, the
    most forceful of each first, each with the premises it needs; doubts about one step, and parts,
    answers and questions of one claim, likewise.
    """
    way = ways_to_theses(kb).up(claim)
    if len(way) < 2:
        return None
    relation, above = way[1]
    row = _row_of(kb, claim, relation, above)
    if row is None or claim not in row.places or len(row.claims) < 2:
        return None
    place = row.places[claim]
    return Beside(above, row.at(place - 1), row.at(place + 1))


def _row_of(kb: KnowledgeBase, claim: str, relation: str, above: str) -> _Row | None:
    """The claims that bear on the one above as this one does; None where no link says so."""
    if relation in _LOOSE:
        return _row(kb, relation, above)
    steps = (step_by(kb, claim, link) for link in kb.used_in(claim))
    found = [step.link for step in steps if step.target == above and step.link.type == relation]
    if not found:
        return None
    first = min(found, key=lambda link: link.id)
    return _row(kb, _DOUBTS if first.type.at_link else _ARGUMENTS, first.target)


_LOOSE = ("specifies", "answers", "raised-by")
_ARGUMENTS, _DOUBTS = "arguments", "doubts"


@kept_for
def _row(kb: KnowledgeBase, how: str, above: str) -> _Row:
    """The claims that bear on a claim or, as doubts, on a link: worked out once for all of them."""
    return _Row(tuple(dict.fromkeys(_bearing(kb, how, above))))


def _bearing(kb: KnowledgeBase, how: str, above: str) -> Iterable[str]:
    if how in _LOOSE:
        loose = {
            "specifies": kb.specified_by.get(above, ()),
            "answers": kb.answered_by.get(above, ()),
            "raised-by": tuple(kb.resolve(each) for each in kb.claims[above].raises),
        }
        return (each for each in loose[how] if each in kb.claims)
    links: Iterable[Link]
    if how == _DOUBTS:
        links = kb.by_force(kb.undercuts(above))
    else:
        groups = (kb.reasons(above), kb.conditions(above), kb.objections(above))
        links = (each for group in groups for each in kb.by_force(group))
    return (premise for link in links for premise in link.premises)
