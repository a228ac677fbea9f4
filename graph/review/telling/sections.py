"""A review in sentences: the same for a terminal, for Markdown and for a page."""

from collections.abc import Iterable, Iterator, Sequence

from graph.check import Severity
from graph.review.difference import BalanceChange
from graph.review.link_difference import Aspect
from graph.review.review import Review
from graph.review.telling.drawing import diff_drawing
from graph.review.telling.english import TITLES, counted, phrase
from graph.review.telling.lines import (
    added_line,
    balance_line,
    changed_line,
    changed_link_line,
    finding_line,
    found_lines,
    grade_lines,
    link_line,
    moved_line,
    record_lines,
    removed_line,
    renamed_line,
    reworded_line,
    suspect_lines,
    text_lines,
    warranted_line,
)
from graph.review.telling.report import Line, Report, Section
from graph.review.telling.told import moves, tell
from graph.review.telling.topics import diff_topics

_TOLD_AS_SUSPECT = frozenset(("A501", "T301"))
"""Findings on links and translations whose words have changed: they have a section of their own."""


def report(review: Review) -> Report:
    """The report of a review. Sections with nothing in them are left out."""
    found = {key: tuple(lines) for key, lines in _sections(review)}
    sections = (Section(title, found[key]) for key, title in TITLES.items() if found[key])
    return Report(
        review.names, _gist(review), tuple(sections), diff_drawing(review), diff_topics(review)
    )


def _gist(review: Review) -> tuple[str, ...]:
    found = review.difference
    claims, links = found.claims, found.links
    if not review:
        return (phrase("nothing"),)
    deeds = {
        "added": len(claims.added),
        "removed": len(claims.removed),
        "reworded": sum(bool(each.reworded) for each in claims.changed),
        "renamed": sum(each.renamed for each in claims.changed),
        "links_added": len(links.added),
        "links_removed": len(links.removed),
        "links_changed": len(links.changed),
    }
    done = ", ".join(counted(number, key) for key, number in deeds.items() if number)
    told = tell(found, review.theses).balances
    effect = _effect(review, told) if told else phrase("no_effect")
    return (f"{done}.", effect) if done else (effect,)


def _effect(review: Review, told: Sequence[BalanceChange]) -> str:
    """How many claims stand otherwise; a word can change where the balance hardly does, as that of
    a claim put forward as such for which a first reason says as much."""
    found = review.difference
    moved = sum(moves(each) for each in told)
    theses = sum(each.id in review.theses for each in found.balances)
    among = "theses_among_them" if theses else "no_thesis"
    return phrase(
        "effect" if moved == len(told) else "effect_apart",
        claims=counted(len(told), "balances"),
        moved=moved or phrase("none"),
        turned=len(found.standings) or phrase("none"),
        theses=phrase(among, theses=counted(theses, "theses")),
    )


def _sections(review: Review) -> Iterator[tuple[str, Iterable[Line]]]:
    """The lines of each section, in whatever order."""
    before, after, found = review.before, review.after, review.difference
    told = tell(found, review.theses)
    claims, links = found.claims.changed, told.links_changed
    yield "theses", (balance_line(review, each) for each in told.theses)
    yield "standings", (balance_line(review, each) for each in told.standings)
    yield "shifts", (balance_line(review, each) for each in told.shifts)
    yield "open", (link_line(after, each) for each in review.open_objections)
    others = [each for each in review.findings if each.code not in _TOLD_AS_SUSPECT]
    yield "errors", (finding_line(each) for each in others if each.severity is Severity.ERROR)
    yield "findings", (finding_line(each) for each in others if each.severity is not Severity.ERROR)
    yield "added", (added_line(review, each) for each in told.added)
    yield "removed", (removed_line(review, each) for each in told.removed)
    yield "reworded", (reworded_line(review, each) for each in told.reworded)
    yield "renamed", (renamed_line(review, each) for each in claims if each.renamed)
    otherwise = (changed_line(review, each) for each in claims)
    yield "other", (line for line in otherwise if line is not None)
    yield "links_added", (link_line(after, each) for each in told.links_added)
    yield "links_removed", (link_line(before, each) for each in told.links_removed)
    yield "links_moved", (moved_line(review, each) for each in links if each.moved)
    warranted = (each for each in links if Aspect.WARRANT in each.aspects and not each.moved)
    yield "links_warranted", (warranted_line(review, each) for each in warranted)
    rest = (each for each in links if set(each.aspects) - {Aspect.WARRANT, Aspect.TARGET})
    yield "links_other", (changed_link_line(review, each) for each in rest)
    yield "suspect", suspect_lines(review)
    yield "found", found_lines(review)
    yield "grades", grade_lines(found.grades)
    yield "debates", record_lines(found.debates, told_apart=("findings",))
    yield "sources", (*record_lines(found.sources), *text_lines(found.texts))
    yield "speakers", record_lines(found.speakers)
