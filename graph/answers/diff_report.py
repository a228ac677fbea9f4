"""A review in sentences: the same for a terminal, for Markdown and for a page."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from graph.answers.diff import Review
from graph.answers.diff_drawing import diff_drawing
from graph.answers.diff_topics import diff_topics
from graph.answers.wording import JOINING, count, sentence, strength_figures, worded
from graph.base import KnowledgeBase, Link
from graph.review.difference import ClaimChange, StrengthChange, TextChange, Weight
from graph.review.link_difference import Aspect, LinkChange
from graph.review.record_change import Changes
from graph.review.report import Line, Part, Report, Role, Section
from graph.review.wording import Edit, word_difference

_TOLD_AS_SUSPECT = frozenset(("A501", "T301"))
"""Findings on links and translations whose words have changed: they have a section of their own."""

_LEAST = 0.0005
"""A smaller difference in strength is none in three decimals."""


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
    yield "Theses", (_strength(review, each) for each in theses)
    yield (
        "Claims that stand differently",
        (_strength(review, each) for each in others if each.turned),
    )
    yield (
        "New objections without a reply",
        (_link(review.after, each) for each in review.open_objections),
    )
    yield (
        "Findings new with this change",
        (_finding(each) for each in review.findings if each.code not in _TOLD_AS_SUSPECT),
    )
    yield "Claims added", (_added(review, each.id) for each in claims.added)
    yield "Claims removed", (Line(_claim(review.before, each.id)) for each in claims.removed)
    yield "Claims reworded", (_reworded(review, each) for each in claims.changed if each.reworded)
    yield "Claims renamed", (_renamed(review, each) for each in claims.changed if each.renamed)
    yield (
        "Claims changed otherwise",
        (line for each in claims.changed if (line := _otherwise(review, each)) is not None),
    )
    yield "Links added", (_link(review.after, each) for each in links.added)
    yield "Links removed", (_link(review.before, each) for each in links.removed)
    yield "Links moved", (_moved(review, each) for each in links.changed if each.moved)
    yield (
        "Links with another warrant",
        (
            _warranted(review, each)
            for each in links.changed
            if Aspect.WARRANT in each.aspects and not each.moved
        ),
    )
    yield (
        "Links changed otherwise",
        (
            _link_otherwise(review, each)
            for each in links.changed
            if set(each.aspects) - {Aspect.WARRANT, Aspect.TARGET}
        ),
    )
    yield "To be looked at again, since the words have changed", _suspects(review)
    for title, changes in (
        ("Debates", found.debates), ("Sources", found.sources), ("Speakers", found.speakers),
    ):  # fmt: skip
        yield title, _records(changes)
    yield (
        "Claims that only change in strength",
        (_strength(review, each) for each in others if not each.turned),
    )


def words(text: str) -> Part:
    """Our own words."""
    return Part(Role.WORDS, text)


def _quote(text: str) -> Part:
    return Part(Role.QUOTE, text)


def _id(text: str) -> Part:
    return Part(Role.ID, text)


def _claim(kb: KnowledgeBase, claim: str) -> tuple[Part, ...]:
    if claim not in kb.claims:
        return (_id(claim),)
    return (_quote(sentence(kb, claim)), words(" "), _id(claim))


def _weight(weight: Weight) -> str:
    return f"{weight.standing.value} {strength_figures(weight.strength)}"


def _figures(before: Weight, after: Weight) -> str:
    """Both strengths, or the one where they look alike."""
    was, now = strength_figures(before.strength), strength_figures(after.strength)
    return now if was == now else f"{was} → {now}"


def _by(delta: float) -> str:
    return "by less than 0.001" if abs(delta) < _LEAST else f"{delta:+.3f}"


def _strength(review: Review, change: StrengthChange) -> Line:
    before, after = change.before, change.after
    if change.turned:
        figures: tuple[Part, ...] = (
            words("from "),
            Part(Role.STRONG, _weight(before)),
            words(" to "),
        )
        figures += (Part(Role.STRONG, _weight(after)),)
    else:
        figures = (
            words(f"stays {after.standing.value}, "),
            Part(Role.STRONG, _figures(before, after)),
            words(f" ({_by(change.delta)})"),
        )
    line = (*_claim(review.after, change.id), words(": "), *figures)
    route = review.spread.get(change.id)
    below: tuple[Line, ...] = ()
    if route is not None and (len(route.claims) > 1 or route.removed):
        names = [part for claim in route.claims for part in (words(" → "), _id(claim))][1:]
        start = "after an argument on the first was removed: " if route.removed else "by way of "
        below = (Line((words(start), *names)),)
    return Line(line, below)


def _added(review: Review, claim: str) -> Line:
    kb = review.after
    record = kb.claims[claim]
    said = [words(f": {record.kind.value}")]
    if not kb.is_question(claim):
        weight = Weight(kb.assessment.standings[claim], kb.assessment.strengths[claim])
        said.append(words(f", {_weight(weight)}"))
    below = tuple(
        Line(
            (
                words("looks like the opposite of " if each.opposite else "looks like "),
                *_claim(kb, each.claim),
            )
        )
        for each in review.alike.get(claim, ())
    )
    return Line((*_claim(kb, claim), *said), below)


def _edits(change: TextChange) -> tuple[Part, ...]:
    if change.before is None:
        return (Part(Role.ADDED, change.after or ""),)
    if change.after is None:
        return (Part(Role.REMOVED, change.before),)
    roles = {Edit.KEPT: Role.QUOTE, Edit.REMOVED: Role.REMOVED, Edit.ADDED: Role.ADDED}
    return tuple(
        Part(roles[each.edit], each.text) for each in word_difference(change.before, change.after)
    )


def _reworded(review: Review, change: ClaimChange) -> Line:
    below = tuple(Line((words(f"{each.language}: "), *_edits(each))) for each in change.reworded)
    return Line(_claim(review.after, change.id), below)


def _renamed(review: Review, change: ClaimChange) -> Line:
    parts = (words(" "), _id(change.before.id), words(" is now "), _id(change.id))
    lost = Line((words("the old id leads nowhere: keep it under aliases"),))
    return Line(
        (_quote(sentence(review.after, change.id)), *parts), (lost,) if change.id_lost else ()
    )


def _value(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _fields(fields: Iterable[Any]) -> tuple[Line, ...]:
    lines = []
    for each in fields:
        parts = [words(f"{each.field}: ")]
        if each.before is not None:
            parts.append(Part(Role.REMOVED, _value(each.before)))
        if each.before is not None and each.after is not None:
            parts.append(words(" → "))
        if each.after is not None:
            parts.append(Part(Role.ADDED, _value(each.after)))
        lines.append(Line(tuple(parts)))
    return tuple(lines)


def _otherwise(review: Review, change: ClaimChange) -> Line | None:
    texts = [each for each in change.texts if each.field != "claim"]
    below = tuple(
        Line((words(f"{each.field} ({each.language}): "), *_edits(each))) for each in texts
    )
    below += _fields(change.fields)
    return Line(_claim(review.after, change.id), below) if below else None


def _step(kb: KnowledgeBase, link: Link) -> tuple[Part, ...]:
    """A link as it is read: the target, because, but or unless, and the premises."""
    if link.target in kb.claims:
        about = _claim(kb, link.target)
    elif link.target in kb.links:
        step = kb.links[link.target]
        about = (words("the step "), _id(step.id))
    else:
        about = (_id(link.target),)
    said = [*about, Part(Role.STRONG, f" {JOINING[link.type]} ")]
    for number, premise in enumerate(link.premises):
        said += [words(" and " if number else ""), *_claim(kb, premise)]
    return tuple(said)


def _link(kb: KnowledgeBase, link: Link) -> Line:
    because = worded(link.record.because)
    return Line(_step(kb, link), (Line((words("since: "), _quote(because))),) if because else ())


def _moved(review: Review, change: LinkChange) -> Line:
    before = (words("before: "), *_step(review.before, change.before))
    return Line(_step(review.after, change.after), (Line(before),))


def _warranted(review: Review, change: LinkChange) -> Line:
    was, now = worded(change.before.record.because), worded(change.after.record.because)
    if was == now:
        parts: tuple[Part, ...] = (words("in another language"),)
    else:
        parts = _edits(TextChange("because", "", was or None, now or None))
    return Line(_step(review.after, change.after), (Line(parts),))


def _link_otherwise(review: Review, change: LinkChange) -> Line:
    aspects = [each.value for each in change.aspects if each is not Aspect.WARRANT]
    below = []
    if Aspect.SCHEME in change.aspects:
        was, now = change.before.record.scheme, change.after.record.scheme
        below.append(Line((words(f"scheme: {was or 'none'} → {now or 'none'}"),)))
    if Aspect.TYPE in change.aspects or Aspect.PREMISES in change.aspects:
        below.append(Line((words("before: "), *_step(review.before, change.before))))
    if Aspect.RELEVANCE in change.aspects:
        was_, now_ = change.before.record.relevance, change.after.record.relevance
        below.append(Line((words(f"relevance: {was_} → {now_}"),)))
    return Line(
        (*_step(review.after, change.after), words(f": {', '.join(aspects)}")), tuple(below)
    )


def _suspects(review: Review) -> Iterator[Line]:
    for link in review.suspect_links:
        yield _link(review.after, link)
    for claim, language in review.suspect_translations:
        yield Line((words(f"the text in {language} of "), *_claim(review.after, claim)))


def _finding(finding: Any) -> Line:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return Line(
        (
            Part(Role.STRONG, f"{finding.severity.value} {finding.code} "),
            _id(place),
            words(" "),
            _quote(finding.message),
        )
    )


def _records(changes: Changes[Any, Any]) -> Iterator[Line]:
    for each in changes.added:
        yield Line((words("added: "), _quote(_title(each)), words(" "), _id(each.id)))
    for each in changes.removed:
        yield Line((words("removed: "), _quote(_title(each)), words(" "), _id(each.id)))
    for each in changes.changed:
        yield Line((words("changed: "), _id(each.after.id)), _fields(each.fields))


def _title(record: Any) -> str:
    text = getattr(record, "title", None) or getattr(record, "name", None)
    return text if isinstance(text, str) else worded(text)
