"""What a change did to one claim or one link, as a line on a page in one language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from markupsafe import Markup

from graph.base import Link
from graph.pages.views.link import SIGNS
from graph.pages.views.reader import Reader
from graph.records import Claim, LocalizedText
from graph.records.link_name import LinkName
from graph.records.text import ANY_LANGUAGE
from graph.review.difference import ANNOTATION, ClaimChange, StrengthChange, TextChange, Weight
from graph.review.link_difference import Aspect, LinkChange
from graph.text.word_difference import Edit, Stretch, word_difference

SHOWN = 8
"""How many lines of a kind are listed; the rest is counted."""

_WORDED = {"kind": "kind", "stance": "stance", "certainty": "certainty"}
T = TypeVar("T")


@dataclass(frozen=True)
class Rows(Generic[T]):
    """The first lines of a list, how many there are, and how many are left out."""

    shown: tuple[T, ...]
    count: int

    @property
    def more(self) -> int:
        """How many are left out."""
        return self.count - len(self.shown)


@dataclass(frozen=True)
class Mention:
    """A claim in words, with its page where it still has one."""

    words: Markup
    path: str


@dataclass(frozen=True)
class Note:
    """What about a claim or a link changed: a word for it, and the old and new words.

    `lang` is their language where that is not the page's, `language` what it is called. Without
    `stretches` it is only said that something changed.
    """

    word: str
    stretches: tuple[Stretch, ...] = ()
    lang: str = ""
    language: str = ""


@dataclass(frozen=True)
class ClaimRow:
    """A claim, the link it came with if it is new, and what changed if it is not."""

    claim: Mention
    notes: tuple[Note, ...] = ()
    step: "LinkRow | None" = None


@dataclass(frozen=True)
class LinkRow:
    """A link, from the arguing claim to the claim it bears on, and what about it changed."""

    type: str
    sign: str
    word: str
    bears: str
    claim: Mention
    target: Mention
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class StandingRow:
    """A claim whose standing changed: the old one and the new, each with the strength."""

    claim: Mention
    before: str
    after: str


class RowMaker:
    """Makes lines in a reader's language.

    `gone` are the records of claims that a change removed: they have words and no page.
    """

    def __init__(self, reader: Reader, gone: Mapping[str, Claim]) -> None:
        self._reader = reader
        self._t = reader.language.t
        self._gone = gone

    def mention(self, claim: str, record: Claim | None = None, short: bool = False) -> Mention:
        """A claim in the words of a record of its time, or else as it reads now."""
        kb = self._reader.kb
        present = kb.resolve(claim)
        path = f"claims/{present}/" if present in kb.claims else ""
        if short and path:
            return Mention(Markup.escape(self._reader.claim(present).label), path)
        record = record or kb.claims.get(present) or self._gone.get(claim)
        words = self._reader.say(record.claim) if record is not None else Markup.escape(claim)
        return Mention(words, path)

    def new(self, claim: Claim, links: Mapping[str, list[Link]]) -> ClaimRow:
        """A claim that was added, with the first link it came with."""
        steps = links.get(claim.id)
        return ClaimRow(self.mention(claim.id, claim), step=self.link(steps[0]) if steps else None)

    def reworded(self, change: ClaimChange) -> ClaimRow:
        """A claim whose sentence changed, in the reader's language before others, and what else."""
        code = self._reader.language.code
        texts = sorted(change.reworded, key=lambda each: each.language not in (code, ANY_LANGUAGE))
        short = self.mention(change.id, change.after, short=True)
        return ClaimRow(short, (*(self._text(each, "") for each in texts), *self._notes(change)))

    def otherwise(self, change: ClaimChange) -> ClaimRow:
        """A claim of which something else changed."""
        return ClaimRow(self.mention(change.id, change.after), self._notes(change))

    def _notes(self, change: ClaimChange) -> tuple[Note, ...]:
        notes = list(self._fields(change))
        bare = dict.fromkeys(note.word for note in notes if not note.stretches)
        last = (Note(self._t("changes.otherwise", what=", ".join(bare))),) if bare else ()
        return (*(note for note in notes if note.stretches), *last)

    def _fields(self, change: ClaimChange) -> Iterator[Note]:
        if change.renamed:
            yield Note(self._t("changes.field.id"), _swap(change.before.id, change.id))
        for text in change.texts:
            if text.field == ANNOTATION:
                yield Note(self._t("changes.field.annotation"))
            elif text.field != "claim":
                yield self._text(text, self._t(f"changes.field.{text.field}"))
        for each in change.fields:
            word = self._t(f"changes.field.{each.field}")
            if each.field in _WORDED:
                group = _WORDED[each.field]
                old, new = (self._word(group, value) for value in (each.before, each.after))
                yield Note(word, _swap(old, new))
            elif each.field == "base_score":
                number = self._reader.language.number
                yield Note(word, _swap(number(each.before), number(each.after)))
            else:
                yield Note(word)

    def _word(self, group: str, value: Any) -> str:
        return self._t(f"{group}.{value}") if value else ""

    def _text(self, change: TextChange, word: str) -> Note:
        lang, language = self._language(change.language)
        stretches = word_difference(change.before or "", change.after or "")
        return Note(word, stretches, lang, language)

    def _language(self, code: str) -> tuple[str, str]:
        if code in (self._reader.language.code, ANY_LANGUAGE):
            return "", ""
        return code, self._reader.language.language_name(code)

    def link(self, link: Link, change: LinkChange | None = None) -> LinkRow:
        """A link that came or went, or one that changed."""
        return LinkRow(
            link.type.value,
            SIGNS[link.type],
            self._t(f"word.{link.type.value}"),
            self._t(f"changes.bears.{link.type.value}"),
            self.mention(link.claim),
            self.mention(self._target(link), short=True),
            tuple(self._aspects(change)) if change is not None else (),
        )

    def _target(self, link: Link) -> str:
        if not link.type.at_link:
            return link.target
        kb = self._reader.kb
        if link.target in kb.links:
            return kb.final_target(kb.links[link.target])
        # A link that is gone says in its name where it led.
        return LinkName.meant(link.target).final

    def _aspects(self, change: LinkChange) -> Iterator[Note]:
        was, now = change.before, change.after
        for aspect in change.aspects:
            word = self._t(f"changes.aspect.{aspect.value}")
            if aspect is Aspect.WARRANT:
                yield from self._warrants(word, was.record.because, now.record.because)
                continue
            old, new = (self._aspect(aspect, each) for each in (was, now))
            yield Note(word, _swap(old, new))

    def _aspect(self, aspect: Aspect, link: Link) -> str:
        if aspect is Aspect.TYPE:
            return self._t(f"word.{link.type.value}")
        if aspect is Aspect.TARGET:
            return self._short(self._target(link))
        if aspect is Aspect.PREMISES:
            return ", ".join(map(self._short, link.premises))
        if aspect is Aspect.SCHEME:
            scheme = self._reader.kb.schemes.get(link.record.scheme or "")
            return self._reader.wording(scheme.name).text if scheme else link.record.scheme or ""
        return self._reader.language.number(link.record.relevance)

    def _short(self, claim: str) -> str:
        return self.mention(claim, short=True).words.striptags()

    def _warrants(
        self, word: str, was: LocalizedText | None, now: LocalizedText | None
    ) -> Iterator[Note]:
        old, new = (text.root if text is not None else {} for text in (was, now))
        for code in sorted({*old, *new}):
            if old.get(code) != new.get(code):
                yield self._text(TextChange("because", code, old.get(code), new.get(code)), word)

    def standing(self, change: StrengthChange) -> StandingRow:
        """A claim whose standing changed."""
        return StandingRow(
            self.mention(change.id), self._weight(change.before), self._weight(change.after)
        )

    def _weight(self, weight: Weight) -> str:
        word = self._reader.standing_word(weight.standing).lower()
        return f"{word} {self._reader.language.band(weight.strength)}"


def _swap(old: str, new: str) -> tuple[Stretch, ...]:
    both = ((Edit.REMOVED, old), (Edit.ADDED, new))
    return tuple(Stretch(edit, text) for edit, text in both if text)
