"""How a claim bears on another, or on the theses."""

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.printed import aimed_at, claim_line, indented, joining_word
from graph.argument.phrases import count, sentence, worded
from graph.argument.routes import LONGEST, Found, find_routes
from graph.argument.ways import Route, Step
from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.records.link_types import LinkType


class RouteAnswer(TypedDict):
    """A route: its claims from the first to the last, and the kind of each step between."""

    claims: list[str]
    links: list[LinkType]


class StepAnswer(TypedDict):
    """A step of a route, from one of its claims to the next."""

    id: str
    """The link's."""
    type: LinkType
    claim: str
    target: str
    """For an undercut, the claim that the step it is aimed at bears on, or that casts the doubt."""
    together: list[str]
    """The claims that are premises beside this one."""
    aimed_at: str | None
    """The step or doubt at which an undercut is aimed."""
    because: dict[str, str] | None
    """Why the step holds, per language."""


class TracedRoute(RouteAnswer):
    """A route with what is known of each of its steps."""

    steps: list[StepAnswer]


class TraceAnswer(TypedDict):
    """Routes, shortest first."""

    routes: list[TracedRoute]
    more: bool
    """Whether there are more than these, or may be: the search is given up in time."""


def traced(kb: KnowledgeBase, start: str, end: str | None, limit: int = 50) -> Found:
    """Routes between claims that exist; without an end, to the theses of all debates.

    Raises:
        AnswerError: there is no end, and no debate has a thesis.
    """
    ends = frozenset(kb.theses) if end is None else frozenset([end])
    if not ends:
        raise AnswerError("no debate has a thesis that exists: say which claim to trace to")
    return find_routes(kb, start, ends, limit)


def route_answer(route: Route) -> RouteAnswer:
    """One route."""
    return {
        "claims": list(route.claims),
        "links": [step.link.type for step in route.steps],
    }


def trace_answer(found: Found) -> TraceAnswer:
    """All routes that were found."""
    return {
        "routes": [
            {**route_answer(route), "steps": [_step_answer(step) for step in route.steps]}
            for route in found.routes
        ],
        "more": found.more or found.given_up,
    }


def _step_answer(step: Step) -> StepAnswer:
    link, because = step.link, step.link.record.because
    return {
        "id": link.id,
        "type": link.type,
        "claim": step.claim,
        "target": step.target,
        "together": [each for each in link.premises if each != step.claim],
        "aimed_at": link.target if link.type.at_link else None,
        "because": None if because is None else dict(because.root),
    }


def unlisted(found: Found) -> str:
    """What is said where there are more routes than were found, or may be."""
    if found.given_up:
        return "Looking for more was given up: too many claims here argue about each other."
    return f"There are more than these {len(found.routes)}."


def trace_text(kb: KnowledgeBase, start: str, end: str | None, found: Found) -> RenderableType:
    """Each route from its end down to its start, with joining words and warrants."""
    goal = end or "any thesis"
    if not found.routes:
        if found.given_up:
            return Text(f"No route from {start} to {goal} was found. {unlisted(found)}")
        return Text(f"No route of at most {LONGEST} steps leads from {start} to {goal}.")
    if not found.routes[0].steps:
        what = "a thesis itself" if end is None else "the claim itself"
        return Group(claim_line(kb, start), Text(f"is {what}: there is nothing to trace."))
    parts: list[RenderableType] = [
        Text(f"{count(len(found.routes), 'route')} from {start} to {goal}, shortest first.")
    ]
    for number, route in enumerate(found.routes, start=1):
        parts += [
            Text(f"\n{number}. {count(len(route.steps), 'step')}", "bold"),
            route_text(kb, route),
        ]
    if found.more or found.given_up:
        parts.append(Text(f"\n{unlisted(found)}", "dim"))
    return Group(*parts)


def route_text(kb: KnowledgeBase, route: Route) -> RenderableType:
    """A route as it reads: the conclusion first, each premise one step further in."""
    lines: list[RenderableType] = [indented(claim_line(kb, route.claims[-1]), 3)]
    for depth, step in enumerate(reversed(route.steps), start=1):
        lines.append(indented(_step_text(kb, step), 3 + 2 * depth))
    return Group(*lines)


def _step_text(kb: KnowledgeBase, step: Step) -> RenderableType:
    details: list[RenderableType] = [
        Text("together with ", "dim").append(claim_line(kb, other))
        for other in step.link.premises
        if other != step.claim
    ]
    if step.link.type.at_link:
        details.append(Text(aimed_at(kb, step.link), "dim"))
    if step.link.record.because is not None:
        details.append(Text(worded(step.link.record.because), "italic"))
    first = Text.assemble(joining_word(step.link), " ", claim_line(kb, step.claim))
    return Group(first, *(indented(each, 2) for each in details))


def route_line(kb: KnowledgeBase, route: Route) -> str:
    """A route on one line, by labels: the thesis, then because, but or unless."""
    parts = [_short(kb, route.claims[-1])]
    parts += [
        f"{joining_word(step.link).plain} {_short(kb, step.claim)}"
        for step in reversed(route.steps)
    ]
    return " › ".join(parts)


def _short(kb: KnowledgeBase, claim: str) -> str:
    return worded(kb.claims[claim].label) or sentence(kb, claim)
