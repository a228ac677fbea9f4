"""What a change did to one claim or one link, as a line on a page in one language."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from markupsafe import Markup

from graph.base import Link
from graph.pages.views.link import LinkText
from graph.pages.views.reader import Reader
from graph.records import Claim
from graph.records.text import ANY_LANGUAGE
from graph.review.claim_difference import ANNOTATION, ClaimChange, TextChange
from graph.review.difference import BalanceChange, Weight
from graph.review.link_difference import Aspect, LinkChange
from graph.review.record_change import FieldChange
from graph.review.spread import led_to
from graph.review.telling.told import (
    ClaimWithLinks,
    Detail,
    Telling,
    claim_details,
    link_details,
    only_words,
)
from graph.text.word_difference import Edit, Stretch

SHOWN = 8
"""How many lines of a kind are listed; the rest is counted."""
T = TypeVar("T")


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
class Row:
    """A line about a claim.

    `link` is the link that it is about, or the first that a new claim came with, and `target`
    what that bears on. `before` and `after` say how the claim stood and stands.
    """

    claim: Mention
    notes: tuple[Note, ...] = ()
    link: LinkText | None = None
    target: Mention | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Rows:
    """The first lines of a group, how many there are, and how many are left out. `words` tells that
    nothing but words changed in any of them."""

    key: str
    shown: tuple[Row, ...]
    count: int
    words: bool

    @property
    def more(self) -> int:
        """How many are left out."""
        return self.count - len(self.shown)


def _rows(key: str, told: Sequence[T], row: Callable[[T], Row]) -> Rows:
    changed = (isinstance(each, ClaimChange | LinkChange) and only_words(each) for each in told)
    return Rows(key, tuple(map(row, told[:SHOWN])), len(told), all(changed))


class RowMaker:
    """Makes lines in a reader's language.

    `gone` are the records of claims that a change removed: they have words and no page.
    """

    def __init__(self, reader: Reader, gone: Mapping[str, Claim]) -> None:
        self._reader = reader
        self._t = reader.language.t
        self._gone = gone
        # How values are said; of a field that is not here it is only said that it changed.
        self._values: Mapping[str, Callable[[Any], str]] = {
            "id": str,
            "kind": partial(self._word, "kind"),
            "stance": partial(self._word, "stance"),
            "certainty": partial(self._word, "certainty"),
            "base_score": reader.language.number,
            "outcome": self._outcome,
            "type": partial(self._word, "word"),
            "premises": lambda claims: ", ".join(map(self._short, claims)),
            "target": self._short,
            "scheme": self._scheme,
            "relevance": reader.language.number,
        }

    def groups(self, told: Telling) -> tuple[Rows, ...]:
        """The groups in which a change is told on a page, in their order there."""
        return (
            _rows("added", told.added, self._added),
            _rows("removed", told.removed, self._removed),
            _rows("reworded", told.reworded, self._reworded),
            _rows("standings", told.standings, self._standing),
            _rows("links_added", told.links_added, self._link),
            _rows("links_removed", told.links_removed, self._link),
            _rows("links_changed", told.links_changed, self._changed_link),
            _rows("other", told.other, self._other),
        )

    def _added(self, told: ClaimWithLinks) -> Row:
        claim = self._mention(told.id, told.claim)
        return replace(self._link(told.links[0]), claim=claim) if told.links else Row(claim)

    def _removed(self, told: ClaimWithLinks) -> Row:
        return Row(self._mention(told.id, told.claim))

    def _reworded(self, change: ClaimChange) -> Row:
        """The sentence in the reader's language before others, and what else changed."""
        here = (self._reader.language.code, ANY_LANGUAGE)
        texts = sorted(change.reworded, key=lambda each: each.language not in here)
        notes = (self._text(each, "") for each in texts)
        claim = self._mention(change.id, change.after, short=True)
        return Row(claim, (*notes, *self._notes("field", claim_details(change))))

    def _other(self, change: ClaimChange) -> Row:
        claim = self._mention(change.id, change.after)
        return Row(claim, self._notes("field", claim_details(change)))

    def _link(self, link: Link, notes: tuple[Note, ...] = ()) -> Row:
        reader = self._reader
        target = self._mention(led_to(reader.kb, link), short=True)
        said = LinkText(reader.kb, reader.language, link)
        return Row(self._mention(link.claim), notes, said, target)

    def _changed_link(self, change: LinkChange) -> Row:
        was, now = (led_to(self._reader.kb, each) for each in (change.before, change.after))
        # An undercut is told by the claim that the step leads to.
        details = (
            FieldChange(each.field, was, now) if each.field == Aspect.TARGET else each
            for each in link_details(change)
        )  # fmt: skip
        return self._link(change.after, self._notes("aspect", details))

    def _standing(self, change: BalanceChange) -> Row:
        before, after = (self._weight(each) for each in (change.before, change.after))
        return Row(self._mention(change.id), before=before, after=after)

    def _mention(self, claim: str, record: Claim | None = None, short: bool = False) -> Mention:
        """A claim in the words of a record of its time, or else as it reads now."""
        kb = self._reader.kb
        present = kb.resolve(claim)
        path = f"claims/{present}/" if present in kb.claims else ""
        if short and path:
            return Mention(Markup.escape(self._reader.claim(present).label), path)
        record = record or kb.claims.get(present) or self._gone.get(claim)
        words = self._reader.say(record.claim) if record is not None else Markup.escape(claim)
        return Mention(words, path)

    def _notes(self, group: str, details: Iterable[Detail]) -> tuple[Note, ...]:
        """What changed, and at the end the names of what else did."""
        notes: list[Note] = []
        bare: dict[str, None] = {}
        for each in details:
            word = self._t(f"changes.{group}.{each.field}")
            if isinstance(each, TextChange) and each.field != ANNOTATION:
                notes.append(self._text(each, word))
            elif each.field in self._values:
                notes.append(Note(word, tuple(self._swap(each))))
            else:
                bare[word] = None
        if bare:
            notes.append(Note(self._t("changes.otherwise", what=", ".join(bare))))
        return tuple(notes)

    def _swap(self, detail: Detail) -> Iterator[Stretch]:
        for edit, value in ((Edit.REMOVED, detail.before), (Edit.ADDED, detail.after)):
            if value is not None and (said := self._values[detail.field](value)):
                yield Stretch(edit, said)

    def _text(self, change: TextChange, word: str) -> Note:
        code, language = change.language, self._reader.language
        if code in (language.code, ANY_LANGUAGE):
            return Note(word, change.stretches)
        return Note(word, change.stretches, code, language.language_name(code))

    def _word(self, group: str, value: str) -> str:
        return self._t(f"{group}.{value}")

    def _outcome(self, value: Mapping[str, str]) -> str:
        day = self._reader.language.date(value["on"])
        word = self._word("outcomes.state", value["state"])
        return f"{word}, {self._t('outcomes.as_of', date=day)}"

    def _short(self, claim: str) -> str:
        return self._mention(claim, short=True).words.striptags()

    def _scheme(self, name: str) -> str:
        return self._t(f"scheme.{name}.name") if name in self._reader.kb.schemes else name

    def _weight(self, weight: Weight) -> str:
        return self._reader.standing_word(weight.standing).lower()
