"""A review in sentences: the same for a terminal, for Markdown and for a page."""

from collections.abc import Iterable, Iterator

from graph.argument.phrases import count
from graph.review.link_difference import Aspect
from graph.review.review import Review
from graph.review.telling.drawing import diff_drawing
from graph.review.telling.lines import (
    added_line,
    changed_line,
    changed_link_line,
    finding_line,
    link_line,
    moved_line,
    record_lines,
    removed_line,
    renamed_line,
    reworded_line,
    strength_line,
    suspect_lines,
    warranted_line,
)
from graph.review.telling.report import Line, Report, Section
from graph.review.telling.topics import diff_topics

_TOLD_AS_SUSPECT = frozenset(("A501", "T301"))
"""Findings on links and translations whose words have changed: they have a section of their own."""


def report(review: Review) -> Report:
    """The report of a review. Sections with nothing in them are left out."""
    sections = (Section(title, tuple(lines)) for title, lines in _sections(review))
    return Report(
        review.names,
        _gist(review),
        tuple(each for each in sections if each.lines),
        diff_drawing(review),
        diff_topics(review),
    )


def _gist(review: Review) -> tuple[str, ...]:
    found = review.difference
    if not review:
        return ("Nothing that matters to the argument changes.",)
    deeds = (
        (len(found.claims.added), "claim added", "claims added"),
        (len(found.claims.removed), "claim removed", "claims removed"),
        (
            sum(bool(each.reworded) for each in found.claims.changed),
            "claim reworded",
            "claims reworded",
        ),
        (sum(each.renamed for each in found.claims.changed), "claim renamed", "claims renamed"),
        (len(found.links.added), "link added", "links added"),
        (len(found.links.removed), "link removed", "links removed"),
        (len(found.links.changed), "link changed", "links changed"),
    )
    done = ", ".join(count(number, one, many) for number, one, many in deeds if number)
    theses = [each for each in found.strengths if each.id in review.theses]
    turned = len(found.standings)
    if not found.strengths:
        effect = "No claim that was there changes its strength."
    else:
        effect = (
            f"{count(len(found.strengths), 'claim changes', 'claims change')} in strength, "
            f"{turned or 'none'} of them in standing; "
            + (f"{count(len(theses), 'thesis', 'theses')} among them." if theses else "no thesis.")
        )
    return tuple(each for each in (f"{done}." if done else "", effect) if each)


def _sections(review: Review) -> Iterator[tuple[str, Iterable[Line]]]:
    found = review.difference
    theses = [each for each in found.strengths if each.id in review.theses]
    others = [each for each in found.strengths if each.id not in review.theses]
    claims, links = found.claims, found.links
    yield "Theses", (strength_line(review, each) for each in theses)
    yield (
        "Claims that stand differently",
        (strength_line(review, each) for each in others if each.turned),
    )
    yield (
        "New objections without a reply",
        (link_line(review.after, each) for each in review.open_objections),
    )
    yield (
        "Findings new with this change",
        (finding_line(each) for each in review.findings if each.code not in _TOLD_AS_SUSPECT),
    )
    yield "Claims added", (added_line(review, each.id) for each in claims.added)
    yield "Claims removed", (removed_line(review, each.id) for each in claims.removed)
    yield (
        "Claims reworded",
        (reworded_line(review, each) for each in claims.changed if each.reworded),
    )
    yield "Claims renamed", (renamed_line(review, each) for each in claims.changed if each.renamed)
    yield (
        "Claims changed otherwise",
        (line for each in claims.changed if (line := changed_line(review, each)) is not None),
    )
    # Those of claims that came or went are told with these.
    new, gone = ({each.id for each in several} for several in (claims.added, claims.removed))
    yield (
        "Links added",
        (link_line(review.after, each) for each in links.added if each.claim not in new),
    )
    yield (
        "Links removed",
        (link_line(review.before, each) for each in links.removed if each.claim not in gone),
    )
    yield "Links moved", (moved_line(review, each) for each in links.changed if each.moved)
    yield (
        "Links with another warrant",
        (
            warranted_line(review, each)
            for each in links.changed
            if Aspect.WARRANT in each.aspects and not each.moved
        ),
    )
    yield (
        "Links changed otherwise",
        (
            changed_link_line(review, each)
            for each in links.changed
            if set(each.aspects) - {Aspect.WARRANT, Aspect.TARGET}
        ),
    )
    yield "To be looked at again, since the words have changed", suspect_lines(review)
    for title, changes in (
        ("Debates", found.debates), ("Sources", found.sources), ("Speakers", found.speakers),
    ):  # fmt: skip
        yield title, record_lines(changes)
    yield (
        "Claims that only change in strength",
        (strength_line(review, each) for each in others if not each.turned),
    )
