"""One claim with everything that bears on it."""

from collections.abc import Iterator, Sequence
from typing import Literal, cast

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.measures import Balanced, Interval, Unit
from graph.answers.printed import aimed_at, claim_line, indented, joining_word, standing_word
from graph.answers.standing import GroundAnswer, Objections, Roots, claim_standing, objections_line
from graph.answers.trace import RouteAnswer, route_answer, route_line, unlisted
from graph.argument.attribution import own_certainty, own_stance
from graph.argument.explanation import explained_plainly, ground_apart, plainly
from graph.argument.objections import doubted, doubts_about, reply
from graph.argument.outcomes import deciding, has_fallen
from graph.argument.phrases import LANGUAGE, ROLE, count, in_figures, role, sentence, worded
from graph.argument.routes import Found, routes_to_theses
from graph.base import KnowledgeBase, Link
from graph.errors import AnswerError
from graph.records import Outcome, Passage
from graph.records.link_types import LinkType, Polarity, types_that
from graph.semantics import Label, Standing
from graph.text.visible import visible
from graph.words.language import language

_INDENT = 3
_NESTED = 100
"""Doubts that stand within each other in data at most."""
_DEEPEST = 12
"""Levels that what is shown is indented by at most: of more, a terminal has no room."""
_ROUTES = 12
"""Routes that are told in words."""
_REPLIED = types_that(Polarity.HINDERS, Polarity.UNDERCUTS)


class LinkAnswer(TypedDict):
    """A link with how it is weighed, and the undercuts of it, and theirs."""

    id: str
    """Its name, `claim -> target` unless it has one of its own."""
    type: LinkType
    premises: list[str]
    """The arguing claim first, then those that carry the step only together with it."""
    target: str
    """A claim's id, or the name of the link that is undercut."""
    scheme: str | None
    """The argumentation scheme, by its id."""
    because: dict[str, str] | None
    """The warrant per language."""
    relevance: Unit
    force: Interval
    """What arrives of it at its target."""
    label: Label
    """Whether it holds out against what is said against it."""
    undercuts: list["LinkAnswer"]


class ShowAnswer(TypedDict):
    """What is derived for a claim; in the answer it stands behind the record's own fields."""

    path: str
    """The record's file."""
    debate: str
    annotation: dict[str, str]
    """The analyst's note per language, in Markdown."""
    ground: GroundAnswer
    balance: Balanced
    """What carries it less what is taken from it."""
    strength: Interval
    """What it passes on."""
    standing: Standing
    firm: bool
    """Whether its side is the same however sources are graded and several reasons counted."""
    roots: Roots
    """How many independent sources stand for and against it."""
    side: Literal["for", "against"] | None
    """The side that it is on of the first thesis to which it does something, one of its own debate
    first; null where it does nothing to any."""
    side_known: bool
    """Whether that is worked out; where it would take too much work, the side is null."""
    sides: dict[str, Literal["for", "against"]]
    """The side of each thesis that it is on, by the thesis; none of those to which it does nothing,
    and of those of which that is not worked out."""
    explanation: list[str]
    """Why it stands where it stands and what would change that, a sentence each, in English."""
    objection_counts: Objections
    reasons: list[LinkAnswer]
    objections: list[LinkAnswer]
    conditions: list[LinkAnswer]
    """What it can hold only with."""
    bears_on: list[LinkAnswer]
    """The links in which it is a premise."""
    specified_by: list[str]
    raised_by: list[str]
    answered_by: list[str]
    routes: list[RouteAnswer]
    """Its routes to the theses, shortest first."""
    more_routes: bool
    """Whether there are more than these, or may be: the search is given up in time."""


def show_answer(kb: KnowledgeBase, claim: str) -> ShowAnswer:
    """The record of a claim that exists, with everything derived from it.

    The record's own fields come first, under their own names, those that are absent left out.
    """
    record = kb.claims[claim].model_dump(mode="json", by_alias=True, exclude_none=True)
    found = _routes(kb, claim)
    weighed = claim_standing(kb, claim)
    derived: ShowAnswer = {
        "path": kb.paths["claim", claim],
        "debate": kb.folders[claim],
        "annotation": {
            code: kb.bodies[claim, code] for code in kb.languages if (claim, code) in kb.bodies
        },
        "ground": weighed["ground"],
        "balance": weighed["balance"],
        "strength": weighed["strength"],
        "standing": weighed["standing"],
        "firm": weighed["firm"],
        "roots": weighed["roots"],
        "side": weighed["side"],
        "side_known": weighed["side_known"],
        "sides": weighed["sides"],
        "explanation": list(_explanation(kb, claim)),
        "objection_counts": weighed["objections"],
        "reasons": [link_answer(kb, link) for link in kb.reasons(claim)],
        "objections": [link_answer(kb, link) for link in kb.objections(claim)],
        "conditions": [link_answer(kb, link) for link in kb.conditions(claim)],
        "bears_on": [link_answer(kb, link) for link in kb.used_in(claim)],
        "specified_by": list(kb.specified_by.get(claim, ())),
        "raised_by": list(kb.raised_by.get(claim, ())),
        "answered_by": list(kb.answered_by.get(claim, ())),
        "routes": [route_answer(route) for route in found.routes],
        "more_routes": found.more or found.given_up,
    }
    return cast(ShowAnswer, {**record, **derived})


def link_answer(kb: KnowledgeBase, link: Link, above: frozenset[str] = frozenset()) -> LinkAnswer:
    """A link as data; undercuts that are `above` it are not repeated.

    Raises:
        AnswerError: they stand within each other deeper than programs read.
    """
    above |= {link.id}
    if len(above) > _NESTED:
        raise AnswerError(
            f"more than {_NESTED} doubts about doubts stand within each other here, deeper than "
            "programs read JSON: ask without --json"
        )
    because = link.record.because
    return {
        "id": link.id,
        "type": link.type,
        "premises": list(link.premises),
        "target": link.target,
        "scheme": link.record.scheme,
        "because": None if because is None else because.model_dump(),
        "relevance": link.record.relevance,
        "force": list(kb.assessment.forces[link.id]),
        "label": kb.assessment.labelling.links[link.id],
        "undercuts": [
            link_answer(kb, each, above) for each in kb.undercuts(link.id) if each.id not in above
        ],
    }


def _explanation(kb: KnowledgeBase, claim: str) -> tuple[str, ...]:
    return explained_plainly(kb, claim, language(LANGUAGE))


def _routes(kb: KnowledgeBase, claim: str) -> Found:
    return routes_to_theses(kb, claim)


def _route_lines(kb: KnowledgeBase, claim: str) -> Iterator[Text]:
    """Routes in labels, each once: two steps between the same claims read alike."""
    found = _routes(kb, claim)
    lines = (route_line(kb, route) for route in found.routes if route.steps)
    distinct = list(dict.fromkeys(lines))
    yield from map(Text, distinct[:_ROUTES])
    if len(distinct) > _ROUTES or found.more:
        yield Text(f"There are more than these: betoog trace {claim} shows them.", "dim")
    elif found.given_up:
        yield Text(unlisted(found), "dim")


def show_text(kb: KnowledgeBase, claim: str, numbers: bool = False) -> RenderableType:
    """The claim as a page: sentence, standing, passage, what argues about it, what it is for."""
    parts: list[RenderableType] = [
        Text(sentence(kb, claim), "bold"),
        Text(_particulars(kb, claim), "dim"),
        _standing_line(kb, claim, numbers),
        Text(visible(" ".join(_explanation(kb, claim)))),
    ]
    ground = ground_apart(kb, claim)
    if ground is not None:
        parts.append(Text(visible(plainly(kb, ground, language(LANGUAGE)))))
    record = kb.claims[claim]
    if record.outcome is not None:
        parts.append(_outcome_line(record.outcome))
    sections: list[tuple[str, list[RenderableType]]] = [
        ("Shown by", [_showing(kb, each) for each in deciding(kb, record)]),
        ("Said in", [Text(_passage_line(kb, each)) for each in record.passages]),
        ("Because", list(_arguing(kb, _strongest(kb, kb.reasons(claim)), numbers))),
        ("But", list(_arguing(kb, _strongest(kb, kb.objections(claim)), numbers))),
        ("Only if", list(_arguing(kb, _strongest(kb, kb.conditions(claim)), numbers))),
        ("Bears on", [line for link in kb.used_in(claim) for line in _bearing(kb, link, numbers)]),
        ("Part or instance of", _related(kb, record.specifies)),
        ("Parts and instances", _related(kb, kb.specified_by.get(claim, ()))),
        ("Raises", _related(kb, record.raises)),
        ("Raised by", _related(kb, kb.raised_by.get(claim, ()))),
        ("Answers", _related(kb, record.answers)),
        ("Answered by", _related(kb, kb.answered_by.get(claim, ()))),
        ("Routes", list(_route_lines(kb, claim))),
        ("Annotation", list(_annotation(kb, claim))),
        ("Record", [Text(kb.paths["claim", claim])]),
    ]
    for heading, lines in sections:
        if lines:
            parts.append(Text(f"\n{heading}", "bold"))
            parts += [indented(line, _INDENT) for line in lines]
    return Group(*parts)


def _particulars(kb: KnowledgeBase, claim: str) -> str:
    record = kb.claims[claim]
    parts = [claim, record.kind.value]
    if record.implicit and not kb.is_question(claim):
        parts.append("unstated premise")
    elif record.speaker is not None:
        speaker = kb.speakers.get(record.speaker)
        parts.append(worded(speaker.name) if speaker else record.speaker)
    stance, certainty = own_stance(kb, claim), own_certainty(kb, claim)
    if certainty is not None:
        parts.append(_words(f"claim.put_forward.{certainty.value}"))
    if stance is not None:
        parts.append(_words(f"claim.stance.{stance.stance.value}", by=stance.by))
    return " · ".join(parts)


def _words(key: str, **slots: str) -> str:
    return language(LANGUAGE).t(key, **slots)


def _standing_line(kb: KnowledgeBase, claim: str, numbers: bool) -> Text:
    if kb.is_question(claim):
        answers = count(len(kb.answered_by.get(claim, ())), "claim answers", "claims answer")
        return Text(f"an open question · {answers} it")
    weighed, answer = kb.assessment, claim_standing(kb, claim)
    objections = objections_line(answer["objections"])
    number, _, rest = objections.partition(", ")
    conditions, doubts = len(kb.conditions(claim)), len(doubts_about(kb, claim))
    parts = [
        *([f"balance {in_figures(weighed.balances[claim])}"] if numbers else []),
        count(answer["reasons"], "reason"),
        *([count(conditions, "condition")] if conditions else []),
        f"{count(int(number), 'objection')}, {rest}" if objections else "no objections",
        *([count(doubts, "doubt about the steps", "doubts about the steps")] if doubts else []),
    ]
    if not answer["firm"]:
        parts.append("close")
    return Text.assemble(standing_word(weighed.standings[claim]), " · ", " · ".join(parts))


def _outcome_line(outcome: Outcome) -> Text:
    """What became of a prediction, as of which day, and why one says so."""
    word = _words(f"outcomes.state.{outcome.state.value}")
    judged = f"{word} as of {outcome.on}"
    return Text.assemble((judged, "bold"), ": ", worded(outcome.because))


def _passage_line(kb: KnowledgeBase, passage: Passage) -> str:
    source = kb.sources.get(passage.source)
    where = {None: "", 0: ", headline"}.get(passage.paragraph, f", paragraph {passage.paragraph}")
    words = passage.start if passage.end is None else f"{passage.start} … {passage.end}"
    title = source.title if source else passage.source
    fit = passage.fit
    read = _words(f"fit.{fit.bears.value}", date=language(LANGUAGE).date(fit.read)) if fit else ""
    return visible(f"{title} ({passage.source}){where}: “{words}”" + (f" · {read}" if read else ""))


def _strongest(kb: KnowledgeBase, links: Sequence[Link]) -> list[Link]:
    return sorted(links, key=lambda each: (-kb.assessment.forces[each.id].midpoint, each.id))


def _arguing(
    kb: KnowledgeBase,
    links: Sequence[Link],
    numbers: bool,
    above: frozenset[str] = frozenset(),
) -> Iterator[RenderableType]:
    """Links as they bear on what they are aimed at, with their undercuts further in; however long a
    row of doubts about doubts is."""
    waiting = [(link, 0, above) for link in reversed(links)]
    while waiting:
        link, depth, above = waiting.pop()
        details: list[RenderableType] = [
            Text("and ", "bold").append(claim_line(kb, other)) for other in link.premises[1:]
        ]
        if link.record.because is not None:
            details.append(Text(worded(link.record.because), "italic"))
        details.append(Text(_weight(kb, link, numbers), "dim"))
        first = Text.assemble(joining_word(link), " ", claim_line(kb, link.claim))
        told = Group(first, *(indented(each, 2) for each in details))
        yield indented(told, _INDENT * min(depth, _DEEPEST)) if depth else told
        undercuts = [each for each in kb.undercuts(link.id) if each.id not in above]
        further = above | {link.id}
        waiting += [(each, depth + 1, further) for each in reversed(_strongest(kb, undercuts))]


def _weight(kb: KnowledgeBase, link: Link, numbers: bool) -> str:
    parts = [f"force {in_figures(kb.assessment.forces[link.id])}"] if numbers else []
    if link.type in _REPLIED:
        parts.append(_words(f"label.{reply(kb, link.id).value}"))
    if link.record.scheme is not None:
        scheme = kb.schemes.get(link.record.scheme)
        parts.append(worded(scheme.name) if scheme else link.record.scheme)
    return " · ".join(parts)


def _bearing(kb: KnowledgeBase, link: Link, numbers: bool) -> Iterator[RenderableType]:
    """What a claim bears on by a link, and further in the doubts about that."""
    doubt = doubted(kb, link)
    if not link.type.at_link:
        yield Text.assemble(ROLE[link.type], " ", claim_line(kb, link.target))
    elif doubt is None:
        yield Text(f"{ROLE[link.type]} {link.target}")
    else:
        target = claim_line(kb, doubt.claim)
        yield Text.assemble(role(kb, link), " ", target, f" {aimed_at(kb, link)}")
    undercuts = _strongest(kb, kb.undercuts(link.id))
    for each in _arguing(kb, undercuts, numbers, frozenset([link.id])):
        yield indented(each, _INDENT)


def _related(kb: KnowledgeBase, claims: Sequence[str]) -> list[RenderableType]:
    present = [kb.resolve(each) for each in claims]
    return [claim_line(kb, each) for each in present if each in kb.claims]


def _showing(kb: KnowledgeBase, claim: str) -> Text:
    """A claim that decides an outcome; where it no longer does so for sure, how it stands too."""
    line = claim_line(kb, claim)
    if has_fallen(kb, claim):
        line = Text.assemble(line, " · ", standing_word(kb.assessment.standings[claim]))
    return line


def _annotation(kb: KnowledgeBase, claim: str) -> Iterator[RenderableType]:
    codes = (LANGUAGE, *kb.languages_of(kb.folders[claim]))
    body = next((kb.bodies[claim, each] for each in codes if (claim, each) in kb.bodies), "")
    for paragraph in body.strip().split("\n"):
        if body.strip():
            yield Text(visible(paragraph))
