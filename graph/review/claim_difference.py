"""Claims that came, went, or are no longer what they were: in a text, a field or their id."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.base import KnowledgeBase
from graph.records import Claim, LocalizedText, Outcome, Passage
from graph.records.claim import RELATIONS
from graph.records.link_types import LINK_FIELDS
from graph.review.record_change import Changes, FieldChange
from graph.review.same_claims import SameClaims
from graph.text.word_difference import Stretch, word_difference

TEXTS = ("claim", "label", "base_score_because")
"""The fields of a claim that hold a text per language."""
ANNOTATION = "annotation"
"""What stands below the front matter, which has a text per language too."""

_SETS = frozenset((*RELATIONS, "topics", "aliases"))


@dataclass(frozen=True)
class TextChange:
    """A text of a claim or a link in one language that came, went or is worded otherwise.

    `field` is claim, label, base_score_because, annotation or outcome, of which it is the sentence,
    or a link's warrant; `before` and `after` are None where there was, or is, no text in that
    language.
    """

    field: str
    language: str
    before: str | None
    after: str | None

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """What was kept, removed and added."""
        return word_difference(self.before or "", self.after or "")


@dataclass(frozen=True)
class ClaimChange:
    """A claim that is no longer what it was: its texts, its other fields, its id."""

    before: Claim
    after: Claim
    texts: tuple[TextChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()

    @property
    def id(self) -> str:
        """Its id afterwards."""
        return self.after.id

    @property
    def renamed(self) -> bool:
        """Whether it has another id."""
        return self.before.id != self.after.id

    @property
    def id_lost(self) -> bool:
        """Whether it has another id and the old one leads nowhere."""
        return self.renamed and self.before.id not in self.after.aliases

    @property
    def reworded(self) -> tuple[TextChange, ...]:
        """How its sentence changed, in each language in which it did."""
        return tuple(each for each in self.texts if each.field == "claim")


def claim_changes(same: SameClaims) -> Changes[Claim, ClaimChange]:
    """What differs between the claims of two states, in order of their files."""
    before, after, kept = same.before, same.after, same.kept
    annotations = _annotation_changes(same)
    pairs = sorted(kept.items(), key=lambda pair: after.paths["claim", pair[1]])
    compared = (_claim_change(same, old, new, annotations.get(new, [])) for old, new in pairs)
    return Changes(
        _in_order(after, after.claims.keys() - set(kept.values())),
        _in_order(before, before.claims.keys() - kept.keys()),
        tuple(change for change in compared if change is not None),
    )


def _in_order(kb: KnowledgeBase, claims: Iterable[str]) -> tuple[Claim, ...]:
    in_order = sorted(claims, key=lambda claim: kb.paths["claim", claim])
    return tuple(kb.claims[each] for each in in_order)


def _annotation_changes(same: SameClaims) -> dict[str, list[TextChange]]:
    """The annotations that changed of claims in both states, by the claims' ids afterwards."""
    was = {
        (same.kept[claim], language): body.strip()
        for (claim, language), body in same.before.bodies.items()
        if claim in same.kept
    }
    kept = set(same.kept.values())
    now = {key: body.strip() for key, body in same.after.bodies.items() if key[0] in kept}
    found: dict[str, list[TextChange]] = {}
    for claim, language in sorted({*was, *now}):
        old, new = was.get((claim, language), ""), now.get((claim, language), "")
        if old != new:
            change = TextChange(ANNOTATION, language, old or None, new or None)
            found.setdefault(claim, []).append(change)
    return found


def _claim_change(
    same: SameClaims, before: str, after: str, annotations: list[TextChange]
) -> ClaimChange | None:
    old, new = same.before.claims[before], same.after.claims[after]
    texts: list[TextChange] = []
    fields: list[FieldChange] = []
    if old is not new and old != new:
        for field in TEXTS:
            texts.extend(text_changes(field, getattr(old, field), getattr(new, field)))
        said = (None if each.outcome is None else each.outcome.because for each in (old, new))
        texts.extend(text_changes("outcome", *said))
        fields.extend(_field_changes(same, same.named_now[before], new))
    texts.extend(annotations)
    was = same.after.present("debate", same.before.folders[before])
    now = same.after.folders[after]
    if was != now:
        fields.append(FieldChange("debate", was, now))
    if not texts and not fields and before == after:
        return None
    return ClaimChange(old, new, tuple(texts), tuple(fields))


def text_changes(
    field: str, old: LocalizedText | None, new: LocalizedText | None
) -> Iterator[TextChange]:
    """How a text changed, in each language in which it did."""
    was, now = (text.root if text is not None else {} for text in (old, new))
    for language in sorted({*was, *now}):
        if was.get(language) != now.get(language):
            yield TextChange(field, language, was.get(language), now.get(language))


def _field_changes(same: SameClaims, old: Claim, new: Claim) -> Iterator[FieldChange]:
    for field in Claim.model_fields:
        # Marks of what a translation or a fit was made for change nothing about the argument.
        if field in ("id", "translates") or field in TEXTS or field in LINK_FIELDS:
            continue
        was, now = getattr(old, field), getattr(new, field)
        if field in RELATIONS:
            was = [same.present(each) for each in was]
            now = [same.after.resolve(each) for each in now]
        elif field == "outcome":
            was, now = _judged(was, same.present), _judged(now, same.after.resolve)
        elif field == "aliases":
            # The id it had, kept as an alias, is part of getting another.
            now = [each for each in now if each != old.id]
        elif field == "passages":
            was, now = tuple(map(_unmarked, was)), tuple(map(_unmarked, now))
        if field in _SETS:
            was, now = sorted(was), sorted(now)
        if was != now:
            yield FieldChange(field, _plain(was), _plain(now))


def _judged(outcome: Outcome | None, present: Callable[[str], str]) -> dict[str, Any] | None:
    """An outcome without its sentence, which is compared as a text."""
    if outcome is None:
        return None
    claims = [present(each) for each in outcome.claims]
    return {"state": outcome.state.value, "on": outcome.on, "claims": claims}


def _unmarked(passage: Passage) -> Passage:
    if passage.fit is None:
        return passage
    fit = passage.fit.model_copy(update={"wording": None})
    return passage.model_copy(update={"fit": fit})


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    dump = getattr(value, "model_dump", None)
    return dump(mode="json", exclude_none=True) if dump else getattr(value, "value", value)
