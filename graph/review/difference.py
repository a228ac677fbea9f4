"""What differs between two states of a knowledge base, record by record.

A file that is only laid out differently, or filed elsewhere in the same debate, is no
difference. A claim that got another id and keeps the old one as an alias is the same claim; so is
one that says the very same as the only claim that is gone and said it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.base import KnowledgeBase, Link
from graph.records import Claim, Debate, LocalizedText, Source, Speaker
from graph.records.link_types import LinkType
from graph.review.link_difference import LinkChange, link_changes
from graph.review.record_change import Changes, FieldChange, RecordChange, record_changes
from graph.semantics import Band, Standing
from graph.text.word_difference import Stretch, word_difference

TEXTS = ("claim", "label", "base_score_because")
"""The fields of a claim that hold a text per language."""
ANNOTATION = "annotation"
"""What stands below the front matter, which has a text per language too."""

_LINKS = frozenset(each.value for each in LinkType)
_SETS = frozenset(("specifies", "raises", "answers", "topics", "aliases"))
_REFERENCES = frozenset(("specifies", "raises", "answers"))
_SAME = 1e-9


@dataclass(frozen=True)
class TextChange:
    """A text of a claim or a link in one language that came, went or is worded otherwise.

    `field` is claim, label, base_score_because or annotation, or a link's warrant; `before` and
    `after` are None where there was, or is, no text in that language.
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


@dataclass(frozen=True)
class Weight:
    """Where a claim stands and how strong it is."""

    standing: Standing
    strength: Band


@dataclass(frozen=True)
class StrengthChange:
    """A claim that is as it was, or nearly, and has another strength. Its `id` afterwards."""

    id: str
    before: Weight
    after: Weight

    @property
    def delta(self) -> float:
        """How far its strength moved, from midpoint to midpoint of the bands."""
        return self.after.strength.midpoint - self.before.strength.midpoint

    @property
    def turned(self) -> bool:
        """Whether its standing changed with it."""
        return self.before.standing is not self.after.standing


@dataclass(frozen=True)
class Difference:
    """All that differs between two states.

    Claims and links are in order of their files. `strengths` are those of claims in both
    states, largest change first. `folders` is the debate in which each claim that is named
    here is filed, or was filed last.
    """

    claims: Changes[Claim, ClaimChange]
    links: Changes[Link, LinkChange]
    strengths: tuple[StrengthChange, ...]
    debates: Changes[Debate, RecordChange[Debate]]
    sources: Changes[Source, RecordChange[Source]]
    speakers: Changes[Speaker, RecordChange[Speaker]]
    folders: Mapping[str, str]

    def __bool__(self) -> bool:
        return any(
            (self.claims, self.links, self.strengths, self.debates, self.sources, self.speakers)
        )

    @property
    def standings(self) -> tuple[StrengthChange, ...]:
        """The claims whose standing changed."""
        return tuple(each for each in self.strengths if each.turned)


def difference(before: KnowledgeBase, after: KnowledgeBase) -> Difference:
    """What differs between two states of a knowledge base."""
    names = _Names(before, after)
    pairs = [(claim, names.kept[claim]) for claim in before.claims if claim in names.kept]
    kept = set(names.kept.values())
    annotations = _annotation_changes(names)
    return Difference(
        claims=Changes(
            tuple(after.claims[each] for each in _by_path(after, after.claims.keys() - kept)),
            tuple(
                before.claims[each]
                for each in _by_path(before, before.claims.keys() - names.kept.keys())
            ),
            tuple(
                change
                for old, new in sorted(pairs, key=lambda pair: after.paths["claim", pair[1]])
                if (change := _claim_change(names, old, new, annotations.get(new, [])))
            ),
        ),
        links=link_changes(before, after, names.renamed),
        strengths=_strength_changes(before, after, pairs),
        debates=record_changes(before.debates, after.debates),
        sources=record_changes(before.sources, after.sources),
        speakers=record_changes(before.speakers, after.speakers),
        folders={**before.folders, **after.folders},
    )


class _Names:
    """Which claim of one state is which of the other.

    `kept` are the claims in both, by their ids before, with their ids after; `renamed` those
    that go by another id afterwards, also where another claim has taken their id as an alias.
    """

    def __init__(self, before: KnowledgeBase, after: KnowledgeBase) -> None:
        self.before, self.after = before, after
        self.kept = {claim: claim for claim in before.claims if claim in after.claims}
        self.renamed: dict[str, str] = {}
        for claim in before.claims.keys() - self.kept.keys():
            if (new := after.resolve(claim)) != claim:
                self.renamed[claim] = new
        taken = set(self.kept.values())
        for claim, new in sorted(self.renamed.items()):
            if new not in taken:
                self.kept[claim] = new
                taken.add(new)
        for claim, new in _same_sentences(before, after, self.kept):
            self.kept[claim] = self.renamed[claim] = new

    def present(self, claim: str) -> str:
        """The id afterwards of a claim named by an id from before."""
        then = self.before.resolve(claim)
        return self.renamed.get(then, then)


def _same_sentences(
    before: KnowledgeBase, after: KnowledgeBase, kept: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Claims that are gone, each with the one new claim that says the same in every language."""
    taken = set(kept.values())
    gone = _by_sentence(before, before.claims.keys() - kept.keys())
    come = _by_sentence(after, after.claims.keys() - taken)
    for said in sorted(gone.keys() & come.keys()):
        if len(gone[said]) == len(come[said]) == 1:
            yield gone[said][0], come[said][0]


def _by_sentence(
    kb: KnowledgeBase, claims: Iterable[str]
) -> dict[tuple[tuple[str, str], ...], list[str]]:
    found: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for claim in claims:
        said = tuple(sorted(kb.claims[claim].claim.root.items()))
        found.setdefault(said, []).append(claim)
    return found


def _by_path(kb: KnowledgeBase, claims: Iterable[str]) -> list[str]:
    return sorted(claims, key=lambda claim: kb.paths["claim", claim])


def _annotation_changes(names: _Names) -> dict[str, list[TextChange]]:
    """The annotations that changed of claims in both states, by the claims' ids afterwards."""
    was = {
        (names.kept[claim], language): body.strip()
        for (claim, language), body in names.before.bodies.items()
        if claim in names.kept
    }
    kept = set(names.kept.values())
    now = {key: body.strip() for key, body in names.after.bodies.items() if key[0] in kept}
    found: dict[str, list[TextChange]] = {}
    for claim, language in sorted({*was, *now}):
        old, new = was.get((claim, language), ""), now.get((claim, language), "")
        if old != new:
            change = TextChange(ANNOTATION, language, old or None, new or None)
            found.setdefault(claim, []).append(change)
    return found


def _claim_change(
    names: _Names, before: str, after: str, annotations: list[TextChange]
) -> ClaimChange | None:
    old, new = names.before.claims[before], names.after.claims[after]
    texts: list[TextChange] = []
    fields: list[FieldChange] = []
    if old is not new and old != new:
        for field in TEXTS:
            texts.extend(text_changes(field, getattr(old, field), getattr(new, field)))
        fields.extend(_field_changes(names, old, new))
    texts.extend(annotations)
    was, now = names.before.folders[before], names.after.folders[after]
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


def _field_changes(names: _Names, old: Claim, new: Claim) -> Iterator[FieldChange]:
    for field in Claim.model_fields:
        # That a translation was read again changes nothing about the argument.
        if field in ("id", "translates") or field in TEXTS or field in _LINKS:
            continue
        was, now = getattr(old, field), getattr(new, field)
        if field in _REFERENCES:
            was = [names.present(each) for each in was]
            now = [names.after.resolve(each) for each in now]
        elif field == "aliases":
            # The id it had, kept as an alias, is part of getting another.
            now = [each for each in now if each != old.id]
        if field in _SETS:
            was, now = sorted(was), sorted(now)
        if was != now:
            yield FieldChange(field, _plain(was), _plain(now))


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    dump = getattr(value, "model_dump", None)
    return dump(mode="json", exclude_none=True) if dump else getattr(value, "value", value)


def _strength_changes(
    before: KnowledgeBase, after: KnowledgeBase, pairs: list[tuple[str, str]]
) -> tuple[StrengthChange, ...]:
    if not pairs or before.framework == after.framework:
        return ()
    found = [
        StrengthChange(new, was, now)
        for old, new in pairs
        if not before.is_question(old) and not after.is_question(new)
        if _differ(was := _weight(before, old), now := _weight(after, new))
    ]
    found.sort(key=lambda each: (-round(abs(each.delta), 9), each.id))
    return tuple(found)


def _weight(kb: KnowledgeBase, claim: str) -> Weight:
    return Weight(kb.assessment.standings[claim], kb.assessment.strengths[claim])


def _differ(was: Weight, now: Weight) -> bool:
    return was.standing is not now.standing or any(
        abs(one - other) > _SAME for one, other in zip(was.strength, now.strength, strict=True)
    )
