"""What a review tells, one thing a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from graph.argument.phrases import JOINING, ROLE, sentence, strength_figures, worded
from graph.base import KnowledgeBase, Link
from graph.check import Finding
from graph.review.difference import ClaimChange, StrengthChange, TextChange, Weight
from graph.review.link_difference import Aspect, LinkChange
from graph.review.record_change import Changes
from graph.review.review import Review
from graph.review.telling.report import Line, Part, Role
from graph.text.word_difference import Edit, word_difference

_LEAST = 0.0005
"""A smaller difference in strength is none in three decimals."""


def _words(text: str) -> Part:
    """Our own words."""
    return Part(Role.WORDS, text)


def _quote(text: str) -> Part:
    return Part(Role.QUOTE, text)


def _id(text: str) -> Part:
    return Part(Role.ID, text)


def _claim(kb: KnowledgeBase, claim: str) -> tuple[Part, ...]:
    if claim not in kb.claims:
        return (_id(claim),)
    return (_quote(sentence(kb, claim)), _words(" "), _id(claim))


def _weight(weight: Weight) -> str:
    return f"{weight.standing.value} {strength_figures(weight.strength)}"


def _figures(before: Weight, after: Weight) -> str:
    """Both strengths, or the one where they look alike."""
    was, now = strength_figures(before.strength), strength_figures(after.strength)
    return now if was == now else f"{was} → {now}"


def _by(delta: float) -> str:
    return "by less than 0.001" if abs(delta) < _LEAST else f"{delta:+.3f}".replace("-", "−")


def strength_line(review: Review, change: StrengthChange) -> Line:
    """How a claim stands before and after, and by which route the change came to it."""
    before, after = change.before, change.after
    if change.turned:
        figures: tuple[Part, ...] = (
            _words("from "),
            Part(Role.STRONG, _weight(before)),
            _words(" to "),
        )
        figures += (Part(Role.STRONG, _weight(after)),)
    else:
        figures = (
            _words(f"stays {after.standing.value}, "),
            Part(Role.STRONG, _figures(before, after)),
            _words(f" ({_by(change.delta)})"),
        )
    line = (*_claim(review.after, change.id), _words(": "), *figures)
    route = review.spread.get(change.id)
    below: tuple[Line, ...] = ()
    if route is not None and (len(route.claims) > 1 or route.removed):
        names = [part for claim in route.claims for part in (_words(" → "), _id(claim))][1:]
        start = "after an argument on the first was removed: " if route.removed else "by way of "
        below = (Line((_words(start), *names)),)
    return Line(line, below)


def added_line(review: Review, claim: str) -> Line:
    """A claim that is new, with its links and with claims like it."""
    kb = review.after
    record = kb.claims[claim]
    said = [_words(f": {record.kind.value}")]
    if not kb.is_question(claim):
        weight = Weight(kb.assessment.standings[claim], kb.assessment.strengths[claim])
        said.append(_words(f", {_weight(weight)}"))
    below = _argues(kb, review.difference.links.added, claim)
    below += tuple(
        Line(
            (
                _words("looks like the opposite of " if each.opposite else "looks like "),
                *_claim(kb, each.claim),
            )
        )
        for each in review.alike.get(claim, ())
    )
    return Line((*_claim(kb, claim), *said), below)


def removed_line(review: Review, claim: str) -> Line:
    """A claim that is gone, with its links."""
    below = _argues(review.before, review.difference.links.removed, claim)
    return Line(_claim(review.before, claim), below)


def _argues(kb: KnowledgeBase, links: Iterable[Link], claim: str) -> tuple[Line, ...]:
    """What a claim is a reason for, or an objection to, by some links of it."""
    found = []
    for link in links:
        if link.claim != claim:
            continue
        others = [part for each in link.premises if each != claim
                  for part in (_words(" and "), *_claim(kb, each))]  # fmt: skip
        together = (_words(", together with "), *others[1:]) if others else ()
        about = (_id(link.target),) if link.type.at_link else _target(kb, link)
        parts = (_words(f"{ROLE[link.type]} "), *about, *together)
        found.append(Line(parts, _warrant(link)))
    return tuple(found)


def _edits(change: TextChange) -> tuple[Part, ...]:
    if change.before is None:
        return (Part(Role.ADDED, change.after or ""),)
    if change.after is None:
        return (Part(Role.REMOVED, change.before),)
    roles = {Edit.KEPT: Role.QUOTE, Edit.REMOVED: Role.REMOVED, Edit.ADDED: Role.ADDED}
    return tuple(
        Part(roles[each.edit], each.text) for each in word_difference(change.before, change.after)
    )


def reworded_line(review: Review, change: ClaimChange) -> Line:
    """How the sentence of a claim changed, in each language."""
    below = tuple(Line((_words(f"{each.language}: "), *_edits(each))) for each in change.reworded)
    return Line(_claim(review.after, change.id), below)


def renamed_line(review: Review, change: ClaimChange) -> Line:
    """A claim that goes by another id."""
    parts = (_words(" "), _id(change.before.id), _words(" is now "), _id(change.id))
    lost = Line((_words("the old id leads nowhere: keep it under aliases"),))
    return Line(
        (_quote(sentence(review.after, change.id)), *parts), (lost,) if change.id_lost else ()
    )


def _value(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _fields(fields: Iterable[Any]) -> tuple[Line, ...]:
    lines = []
    for each in fields:
        parts = [_words(f"{each.field}: ")]
        if each.before is not None:
            parts.append(Part(Role.REMOVED, _value(each.before)))
        if each.before is not None and each.after is not None:
            parts.append(_words(" → "))
        if each.after is not None:
            parts.append(Part(Role.ADDED, _value(each.after)))
        lines.append(Line(tuple(parts)))
    return tuple(lines)


def changed_line(review: Review, change: ClaimChange) -> Line | None:
    """What else changed about a claim; None where nothing did."""
    texts = [each for each in change.texts if each.field != "claim"]
    below = tuple(
        Line((_words(f"{each.field} ({each.language}): "), *_edits(each))) for each in texts
    )
    below += _fields(change.fields)
    return Line(_claim(review.after, change.id), below) if below else None


def _step(kb: KnowledgeBase, link: Link) -> tuple[Part, ...]:
    """A link as it is read: the target, because, but or unless, and the premises."""
    return (*_target(kb, link), _words(" "), *_argument(kb, link))


def _argument(kb: KnowledgeBase, link: Link) -> tuple[Part, ...]:
    said = [Part(Role.STRONG, f"{JOINING[link.type]} ")]
    for number, premise in enumerate(link.premises):
        said += [_words(" and " if number else ""), *_claim(kb, premise)]
    return tuple(said)


def _target(kb: KnowledgeBase, link: Link) -> tuple[Part, ...]:
    if link.type.at_link:
        return (_words("the step "), _id(link.target))
    return _claim(kb, link.target)


def _warrant(link: Link) -> tuple[Line, ...]:
    because = worded(link.record.because)
    return (Line((_words("since: "), _quote(because))),) if because else ()


def link_line(kb: KnowledgeBase, link: Link) -> Line:
    """A link with its warrant."""
    return Line(_step(kb, link), _warrant(link))


def moved_line(review: Review, change: LinkChange) -> Line:
    """A link that bears on something else now."""
    before = (_words("before: "), *_step(review.before, change.before))
    return Line(_step(review.after, change.after), (Line(before),))


def warranted_line(review: Review, change: LinkChange) -> Line:
    """A link with another warrant."""
    was, now = worded(change.before.record.because), worded(change.after.record.because)
    if was == now:
        parts: tuple[Part, ...] = (_words("in another language"),)
    else:
        parts = _edits(TextChange("because", "", was or None, now or None))
    return Line(_step(review.after, change.after), (Line(parts),))


def changed_link_line(review: Review, change: LinkChange) -> Line:
    """What else changed about a link."""
    aspects = [each.value for each in change.aspects if each is not Aspect.WARRANT]
    below = []
    if Aspect.SCHEME in change.aspects:
        was, now = change.before.record.scheme, change.after.record.scheme
        below.append(Line((_words(f"scheme: {was or 'none'} → {now or 'none'}"),)))
    if Aspect.TYPE in change.aspects or Aspect.PREMISES in change.aspects:
        below.append(Line((_words("before: "), *_step(review.before, change.before))))
    if Aspect.RELEVANCE in change.aspects:
        was_, now_ = change.before.record.relevance, change.after.record.relevance
        below.append(Line((_words(f"relevance: {was_} → {now_}"),)))
    return Line(
        (*_step(review.after, change.after), _words(f": {', '.join(aspects)}")), tuple(below)
    )


def suspect_lines(review: Review) -> Iterator[Line]:
    """Links by what they bear on, and translations, whose words have changed."""
    kb = review.after
    targets: dict[str, list[Link]] = {}
    for link in review.suspect_links:
        targets.setdefault(link.target, []).append(link)
    for links in targets.values():
        below = tuple(Line(_argument(kb, link), _warrant(link)) for link in links)
        yield Line(_target(kb, links[0]), below)
    for claim, language in review.suspect_translations:
        yield Line((_words(f"the text in {language} of "), *_claim(kb, claim)))


def finding_line(finding: Finding) -> Line:
    """A finding with its place."""
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return Line(
        (
            Part(Role.STRONG, f"{finding.severity.value} {finding.code} "),
            _id(place),
            _words(" "),
            _quote(finding.message),
        )
    )


def record_lines(changes: Changes[Any, Any]) -> Iterator[Line]:
    """Records of one kind that came, went or changed."""
    for each in changes.added:
        yield Line((_words("added: "), _quote(_title(each)), _words(" "), _id(each.id)))
    for each in changes.removed:
        yield Line((_words("removed: "), _quote(_title(each)), _words(" "), _id(each.id)))
    for each in changes.changed:
        yield Line((_words("changed: "), _id(each.after.id)), _fields(each.fields))


def _title(record: Any) -> str:
    text = getattr(record, "title", None) or getattr(record, "name", None)
    return text if isinstance(text, str) else worded(text)
