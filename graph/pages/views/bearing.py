"""Why a claim matters: the arguments it is used in, and every route from it to a thesis."""

from dataclasses import dataclass

from graph.argument.cruxes import effect
from graph.argument.routes import routes_to_theses
from graph.argument.thesis_sides import thesis_meant
from graph.argument.ways import NEAR, loose_parents
from graph.pages.views.outline import Branch, Outline
from graph.pages.views.reader import ClaimView, Gap, LinkView
from graph.words.sentence import Sentence

SHOWN = 12
"""Routes that a claim page spells out; the rest are counted."""


@dataclass(frozen=True)
class Bearing:
    """One thing that a claim bears on, and the way on from there to a thesis.

    `relation` is the type of the `link` in which the claim is a premise. Without a link it
    is `specifies`, `raised-by` or `answers`. The `target` of what is aimed at a doubt is the claim
    that casts it, and `onward` goes by that doubt, with a `gap` where it is long; it is empty where
    the way would lead back through the claim itself. `effect` tells
    what becomes of the thesis without the claim, None where no argument leads to one, nothing
    changes that can be seen, or that is not worked out.
    """

    relation: str
    link: LinkView | None
    target: ClaimView
    onward: tuple[ClaimView, ...]
    gap: Gap
    thesis: ClaimView | None
    effect: Sentence | None


def bearings(claim: ClaimView) -> tuple[Bearing, ...]:
    """Every argument in which the claim is a premise, the one nearest a thesis first.

    A claim that no chain of links leads up from matters through what it belongs to. The
    first row is always the next step of the claim's breadcrumb, so that whoever follows
    the first row of page after page comes to a thesis.
    """
    reader = claim.reader
    meant = thesis_meant(reader.kb, claim.id)
    rows: list[tuple[tuple[bool, tuple[int, int], str, str], Bearing]] = []

    def add(relation: str, link: LinkView | None, target: ClaimView, on: str = "") -> None:
        length = reader.ways.length(target.id, on)
        down = reader.ways.down(target.id, on)
        way = tuple(reader.claim(each) for each, _ in reversed(down.claims))
        onward, thesis = way[1:], None if length is None else way[-1]
        if claim.id in (each.id for each in onward):
            # Two claims that contradict each other: the way on leads back, and tells nothing.
            onward = ()
        other = thesis is not None and link is not None and thesis.id != claim.id
        without = reader.kb.without(claim.id, thesis.id) if thesis and other else None
        named = None if thesis is None or thesis.id == meant else thesis.id
        told = None if without is None else effect(without, named)
        loose, steps = length or (0, 0)
        cost = (loose, steps + 1) if link else (loose + 1, steps)
        name = link.link.id if link else relation
        gap = Gap(down.left_out, NEAR - 1)
        row = Bearing(relation, link, target, onward, gap, thesis, told)
        rows.append(((length is None, cost, target.id, name), row))

    for link in claim.used_in:
        if link.doubt is None:
            add(link.type, link, link.target)
        else:
            add(link.type, link, link.doubt.claim, link.doubt.link.id)
    if claim.distance is None:
        for relation, parent in loose_parents(reader.kb, claim.id):
            add(relation, None, reader.claim(parent))
    return tuple(row for _, row in sorted(rows, key=lambda each: each[0]))


@dataclass(frozen=True)
class Use:
    """One thing that a claim is used for, and the doubts about the step from there, if there is a
    step. `last` tells that no other use after it leads to the same thesis."""

    bearing: Bearing
    doubts: tuple[Branch, ...]
    last: bool


def uses(claim: ClaimView) -> tuple[Use, ...]:
    """What a claim is used for, the one nearest a thesis first, each with the doubts about that
    use; what bears on these in turn is counted, and stands on their pages."""
    outline = Outline(deepest=1, also=(each for link in claim.used_in for each in link.undercuts))
    rows = bearings(claim)
    theses = [row.thesis and row.thesis.id for row in rows]
    return tuple(
        Use(
            row,
            outline.branches(row.link.undercuts) if row.link else (),
            theses[at] not in theses[at + 1 :],
        )
        for at, row in enumerate(rows)
    )


@dataclass(frozen=True)
class RouteStep:
    """One claim on a route as it reads from the thesis down.

    `link` is the step by which the claim bears on the one before it, None for the thesis;
    `spelled_out` tells that no route before this one took the step.
    """

    claim: ClaimView
    link: LinkView | None
    spelled_out: bool


@dataclass(frozen=True)
class Routes:
    """The routes of a claim to the theses, shortest first.

    `count` is that of all routes; where `many` it only says that there are more than so many, and
    where `given_up` that there are at least so many. `theses` is to how many they lead.
    """

    shown: tuple[tuple[RouteStep, ...], ...]
    count: int
    many: bool
    given_up: bool
    theses: int

    @property
    def more(self) -> int:
        """How many routes are counted and not shown."""
        return self.count - len(self.shown)


def routes_up(claim: ClaimView) -> Routes:
    """Every route from the claim to a thesis."""
    reader = claim.reader
    found = routes_to_theses(reader.kb, claim.id)
    told: set[tuple[str, str]] = set()
    shown = []
    for route in found.routes[:SHOWN]:
        steps = [RouteStep(reader.claim(route.claims[-1]), None, False)]
        for step in reversed(route.steps):
            key = (step.claim, step.link.id)
            steps.append(
                RouteStep(reader.claim(step.claim), reader.link(step.link), key not in told)
            )
            told.add(key)
        shown.append(tuple(steps))
    theses = len({each.claims[-1] for each in found.routes})
    return Routes(tuple(shown), len(found.routes), found.more, found.given_up, theses)
