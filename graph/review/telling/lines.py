"""What is told of a change, one thing a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from graph.argument.objections import doubted
from graph.argument.phrases import JOINING, ROLE, in_figures, role, sentence, worded
from graph.base import KnowledgeBase, Link
from graph.check import Finding
from graph.review.claim_difference import ClaimChange, TextChange, text_changes
from graph.review.difference import BalanceChange, Weight
from graph.review.finding_difference import (
    finding_changes,
    findings_in_another_order,
    findings_naming,
)
from graph.review.link_difference import Aspect, LinkChange
from graph.review.record_change import Changes, FieldChange
from graph.review.review import Review
from graph.review.spread import Spread
from graph.review.telling.english import Said, joined, phrase, say
from graph.review.telling.report import Line, Part, Role, named, quoted, strong
from graph.review.telling.told import LEAST, ClaimWithLinks, Detail, claim_details, link_details
from graph.semantics import Band, GroundKind
from graph.text.word_difference import Edit

_ROLES = {Edit.KEPT: Role.QUOTE, Edit.REMOVED: Role.REMOVED, Edit.ADDED: Role.ADDED}


def _claim(kb: KnowledgeBase, claim: str) -> Said:
    if claim not in kb.claims:
        return (named(claim),)
    return say("claim", sentence=quoted(sentence(kb, claim)), id=named(claim))


def _figures(before: Weight, after: Weight) -> str:
    """Both balances, or the one where they look alike."""
    was, now = in_figures(before.balance), in_figures(after.balance)
    return now if was == now else phrase("from_to", before=was, after=now)


def _direction(delta: float) -> str:
    if abs(delta) < LEAST:
        return phrase("hardly")
    return phrase("stronger" if delta > 0.0 else "weaker")


def balance_line(review: Review, change: BalanceChange) -> Line:
    """How a claim stands before and after, and by which route the change came to it."""
    claim, before, after = _claim(review.after, change.id), change.before, change.after
    was, now = strong(before.standing.value), strong(after.standing.value)
    figures = _figures(before, after)
    if change.turned:
        line = say("turned", claim=claim, before=was, after=now, figures=figures)
    else:
        direction = _direction(change.delta)
        line = say("shifted", claim=claim, direction=direction, standing=now, figures=figures)
    below: list[Line] = []
    route = review.spread.get(change.id)
    if route is not None and not _goes_without_saying(route):
        below.append(_way(route))
    below += (Line(said) for said in _granted(review, change.id))
    if change.turned:
        below += (
            Line(say("named_by_finding", finding=quoted(worded(each.finding))))
            for each in findings_naming(review.after, change.id)
        )
    return Line(line, tuple(below))


def _granted(review: Review, claim: str) -> Iterator[Said]:
    """That a claim is no longer granted, or is granted now, since its own text gives a reason for
    it or gives none: a reason can make it weaker, by which whoever reviews is puzzled."""
    was, now = review.grounds_of(claim)
    if (was.kind, now.kind) == (GroundKind.GRANTED, GroundKind.CONCLUDED):
        yield say("no_longer_granted", figure=in_figures(Band(was.value, was.value)))
    if (was.kind, now.kind) == (GroundKind.CONCLUDED, GroundKind.GRANTED):
        yield say("granted_now", figure=in_figures(Band(now.value, now.value)))


def _goes_without_saying(route: Spread) -> bool:
    """Whether a claim was changed itself, as is told elsewhere, or the table of grades was, which
    all claims have their ground by."""
    own = all(each.kind == "grounds" for each in route.records)
    return len(route.claims) == 1 and not route.removed and own


def _way(route: Spread) -> Line:
    way = joined(((named(each),) for each in route.claims), " → ")
    if not route.records:
        return Line(say("after_removal" if route.removed else "by_way_of", route=way))
    records = joined(
        # Not as an id is told, which is that of a claim here.
        (say(f"record_{each.kind}", id=strong(each.id)) for each in route.records),
        phrase("and"),
    )
    if len(route.claims) == 1:
        return Line(say("since_records", records=records))
    return Line(say("since_records_by_way", records=records, route=way))


def added_line(review: Review, told: ClaimWithLinks) -> Line:
    """A claim that is new, with its links and with claims like it."""
    kb, id_ = review.after, told.id
    claim, kind = _claim(kb, id_), told.claim.kind.value
    if kb.is_question(id_):
        line = say("new_question", claim=claim, kind=kind)
    else:
        standing = kb.assessment.standings[id_].value
        line = say("new", claim=claim, kind=kind, standing=standing)
    alike = (
        Line(say("opposite" if each.opposite else "alike", claim=_claim(kb, each.claim)))
        for each in review.alike.get(id_, ())
    )
    return Line(line, (*_argues(kb, told.links), *alike))


def removed_line(review: Review, told: ClaimWithLinks) -> Line:
    """A claim that is gone, with its links."""
    return Line(_claim(review.before, told.id), _argues(review.before, told.links))


def _argues(kb: KnowledgeBase, links: Iterable[Link]) -> tuple[Line, ...]:
    """What a claim is a reason for, or an objection to, by its links."""
    found = []
    for link in links:
        target = named(link.target) if link.type.at_link else _claim(kb, link.target)
        others = joined(
            (_claim(kb, each) for each in link.premises if each != link.claim), phrase("and")
        )
        key = "argues_together" if others else "argues"
        said = say(key, role=role(kb, link), target=target, others=others)
        found.append(Line(said, _warrant(link)))
    return tuple(found)


def reworded_line(review: Review, change: ClaimChange) -> Line:
    """How the sentence of a claim changed, in each language."""
    below = (
        Line(say("in_language", language=each.language, wording=_wording(each)))
        for each in change.reworded
    )
    return Line(_claim(review.after, change.id), tuple(below))


def _wording(change: TextChange) -> Said:
    return tuple(Part(_ROLES[each.edit], each.text) for each in change.stretches)


def renamed_line(review: Review, change: ClaimChange) -> Line:
    """A claim that goes by another id."""
    said = quoted(sentence(review.after, change.id))
    line = say("renamed", sentence=said, before=named(change.before.id), after=named(change.id))
    return Line(line, (Line(say("id_lost")),) if change.id_lost else ())


def changed_line(review: Review, change: ClaimChange) -> Line | None:
    """What else changed about a claim; None where nothing did."""
    below = tuple(_detail(each) for each in claim_details(change) if each.field != "id")
    return Line(_claim(review.after, change.id), below) if below else None


def _detail(detail: Detail) -> Line:
    if isinstance(detail, TextChange):
        said, language = _wording(detail), detail.language
        return Line(say("field_in_language", field=detail.field, language=language, wording=said))
    before, after = _apart(detail.before, detail.after)
    both = ((Role.REMOVED, before), (Role.ADDED, after))
    told = _outcome if detail.field == "outcome" else _value
    values = ((Part(role, told(value)),) for role, value in both if value is not None)
    return Line(say("field", field=detail.field, values=joined(values, " → ")))


def _apart(before: Any, after: Any) -> tuple[Any, Any]:
    """Of two lists of parts, such as passages, those parts that are in one of them only."""
    lists = isinstance(before, list) and isinstance(after, list)
    if not lists or not all(isinstance(each, dict) for each in (*before, *after)):
        return before, after
    gone = [each for each in before if each not in after]
    come = [each for each in after if each not in before]
    # In another order they are the same.
    return (gone or None, come or None) if gone or come else (before, after)


def _outcome(value: Any) -> str:
    judged = phrase("judged", state=value["state"], on=value["on"])
    return f"{judged} ({', '.join(value['claims'])})" if value["claims"] else judged


def _value(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _step(kb: KnowledgeBase, link: Link) -> Said:
    """A link as it is read: the target, because or another joining word, and the premises."""
    return say("step", target=_target(kb, link), argument=_argument(kb, link))


def _argument(kb: KnowledgeBase, link: Link) -> Said:
    premises = joined((_claim(kb, each) for each in link.premises), phrase("and"))
    return say("argument", joining=strong(JOINING[link.type]), premises=premises)


def _target(kb: KnowledgeBase, link: Link) -> Said:
    if link.type.at_link:
        key = "the_step" if doubted(kb, link) is None else "the_doubt"
        return say(key, link=named(link.target))
    return _claim(kb, link.target)


def _warrant(link: Link) -> tuple[Line, ...]:
    because = worded(link.record.because)
    return (Line(say("since", because=quoted(because))),) if because else ()


def link_line(kb: KnowledgeBase, link: Link) -> Line:
    """A link with its warrant."""
    return Line(_step(kb, link), _warrant(link))


def _before(review: Review, change: LinkChange) -> Line:
    return Line(say("step_before", step=_step(review.before, change.before)))


def moved_line(review: Review, change: LinkChange) -> Line:
    """A link that bears on something else now."""
    return Line(_step(review.after, change.after), (_before(review, change),))


def warranted_line(review: Review, change: LinkChange) -> Line:
    """A link with another warrant."""
    was, now = worded(change.before.record.because), worded(change.after.record.because)
    said = say("in_another_language")
    if was != now:
        said = _wording(TextChange(Aspect.WARRANT.value, "", was, now))
    return Line(_step(review.after, change.after), (Line(said),))


def changed_link_line(review: Review, change: LinkChange) -> Line:
    """What else than its warrant changed about a link."""
    details = {Aspect(each.field): each for each in link_details(change)}
    details.pop(Aspect.WARRANT, None)
    below = [_aspect(_as_roles(change))] if Aspect.TYPE in details else []
    if Aspect.SCHEME in details:
        below.append(_aspect(details[Aspect.SCHEME]))
    if Aspect.TYPE in details or Aspect.PREMISES in details:
        below.append(_before(review, change))
    if Aspect.RELEVANCE in details:
        below.append(_aspect(details[Aspect.RELEVANCE]))
    if Aspect.ID in details:
        below.append(_aspect(details[Aspect.ID]))
    step, aspects = _step(review.after, change.after), ", ".join(details)
    return Line(say("aspects", step=step, aspects=aspects), tuple(below))


def _as_roles(change: LinkChange) -> Detail:
    """What a link of another type was, and what it is now."""
    was, now = (ROLE[each.type] for each in (change.before, change.after))
    return FieldChange(Aspect.TYPE.value, was, now)


def _aspect(detail: Detail) -> Line:
    was, now = (
        phrase("none") if each is None else str(each) for each in (detail.before, detail.after)
    )
    return Line(say("field", field=detail.field, values=phrase("from_to", before=was, after=now)))


def suspect_lines(review: Review) -> Iterator[Line]:
    """Links by what they bear on, and translations, whose words have changed."""
    kb = review.after
    targets: dict[str, list[Link]] = {}
    for link in review.suspect_links:
        targets.setdefault(link.target, []).append(link)
    for links in targets.values():
        below = (Line(_argument(kb, link), _warrant(link)) for link in links)
        yield Line(_target(kb, links[0]), tuple(below))
    for claim, language in review.suspect_translations:
        yield Line(say("translation", language=language, claim=_claim(kb, claim)))


def finding_line(finding: Finding) -> Line:
    """A finding with its place."""
    place = f"{finding.path}:{finding.line}:{finding.column}"
    what = strong(f"{finding.severity.value} {finding.code}")
    return Line(say("finding", what=what, place=named(place), message=quoted(finding.message)))


def found_lines(review: Review) -> Iterator[Line]:
    """What the analysis of a debate found that came, went, changed or stands elsewhere."""
    for each in finding_changes(review.before, review.after):
        was, now = each.before, each.after
        if was is None or now is None:
            kb = review.before if now is None else review.after
            key = "found_removed" if now is None else "found_added"
            only = was or now
            if only is not None:
                claims = [kb.resolve(claim) for claim in only.claims]
                said = say(key, finding=quoted(worded(only.finding)))
                yield Line(said, tuple(Line(_claim(kb, claim)) for claim in claims))
            continue
        below = [
            Line(say("in_language", language=text.language, wording=_wording(text)))
            for text in text_changes("finding", was.finding, now.finding)
        ]
        if was.claims != now.claims:
            below.append(_detail(FieldChange("claims", list(was.claims), list(now.claims))))
        yield Line(say("found_changed", finding=quoted(worded(now.finding))), tuple(below))
    for debate in findings_in_another_order(review.before, review.after):
        yield Line(say("found_in_order", debate=strong(debate)))


def record_lines(changes: Changes[Any, Any], told_apart: tuple[str, ...] = ()) -> Iterator[Line]:
    """Records of one kind that came, went or changed, but for fields that are told elsewhere."""
    for key, records in (("record_added", changes.added), ("record_removed", changes.removed)):
        for each in records:
            yield Line(say(key, title=quoted(_title(each)), id=named(each.id)))
    for each in changes.changed:
        fields = tuple(field for field in each.fields if field.field not in told_apart)
        if fields:
            line = say("record_changed", id=named(each.after.id))
            yield Line(line, tuple(map(_detail, fields)))


def text_lines(sources: Iterable[str]) -> Iterator[Line]:
    """Sources of which readers are shown another text."""
    for each in sources:
        yield Line(say("text_changed", id=named(each)))


def grade_lines(changes: Iterable[FieldChange]) -> Iterator[Line]:
    """Grades that changed, before and after."""
    return map(_aspect, changes)


def _title(record: Any) -> str:
    found = getattr(record, "title", None) or getattr(record, "name", None)
    return found if isinstance(found, str) else worded(found)
