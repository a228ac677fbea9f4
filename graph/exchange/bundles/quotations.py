"""Passages that a bundle gives by what is quoted: recorded by where the words stand in their text.

Of the words themselves only the first and the last few go into a record.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.answers.locate import (
    Found,
    TextAtHand,
    located,
    record_of,
    texts_at_hand,
    why_no_one_place,
)
from graph.base import KnowledgeBase
from graph.check import Finding
from graph.errors import AnswerError
from graph.exchange.bundles.arrivals import Arriving, merged
from graph.exchange.bundles.columns import QUOTE
from graph.exchange.bundles.entry import Bundle, Entry
from graph.exchange.bundles.naming import Names
from graph.passages.similar import Comparing
from graph.records import limits
from graph.store import FieldPath
from graph.text.one_line import without_stop
from graph.text.visible import visible

_OTHERWISE = ("start", "end", "fingerprint")
_STANDING_IN = {"source": "quoted", "start": "quoted"}
"""What stands in for a passage of which all is said: nothing is written then."""


def with_places(kb: KnowledgeBase, bundle: Bundle, names: Names, folder: Path | None) -> Bundle:
    """The bundle with each quotation in its claims replaced by the place of its words, in the
    texts that are published here or in the folder, and what is wrong with the others."""
    if not any(_quotations(each) for each in bundle.entries):
        return bundle
    locating = _Locating(_with_sources(kb, bundle, names), bundle, names, folder)
    entries = tuple(map(locating.entry, bundle.entries))
    return replace(bundle, entries=entries, findings=(*bundle.findings, *locating.findings))


def _quotations(entry: Entry) -> list[int]:
    """Which passages of a record are given by a quotation."""
    passages = entry.fields.get("passages") if entry.kind == "claim" else None
    given = enumerate(passages if isinstance(passages, list) else ())
    return [at for at, each in given if isinstance(each, dict) and QUOTE in each]


def _with_sources(kb: KnowledgeBase, bundle: Bundle, names: Names) -> KnowledgeBase:
    """The knowledge base with the sources that come along."""
    coming = tuple(each for each in bundle.entries if each.kind == "source")
    if not coming:
        return kb
    arrivals = Arriving(kb, replace(bundle, entries=coming), names, None).arrivals
    return merged(kb, (each.file for each in arrivals if each.record is not None))


class _Locating:
    """Where quotations of one bundle stand; each text is read once, each quotation sought once."""

    def __init__(
        self, kb: KnowledgeBase, bundle: Bundle, names: Names, folder: Path | None
    ) -> None:
        self._kb = kb
        self._bundle = bundle
        self._names = names
        self._folder = folder
        self._texts: dict[str | None, tuple[TextAtHand, ...]] = {}
        self._found: dict[tuple[str | None, str, int | None], Found] = {}
        self._comparing = Comparing()
        self.findings: list[Finding] = []

    def entry(self, entry: Entry) -> Entry:
        """The record with its passages as they are recorded."""
        quoted = _quotations(entry)
        if not quoted:
            return entry
        passages = list(entry.fields["passages"])
        places = dict(entry.places)
        blamed = set(entry.blamed)
        for at in quoted:
            way = ("passages", at)
            rest = {name: value for name, value in passages[at].items() if name != QUOTE}
            place = self._place(entry, way, rest, passages[at][QUOTE])
            if place is None:
                blamed.add(way)
            elif not place:
                blamed |= {(*way, each) for each in _STANDING_IN if each not in rest}
            passages[at] = {**_STANDING_IN, **rest, **(place or {})}
            places.setdefault((*way, "start"), entry.place((*way, QUOTE)))
        fields = {**entry.fields, "passages": passages}
        return replace(entry, fields=fields, places=places, blamed=frozenset(blamed))

    def _place(
        self, entry: Entry, way: FieldPath, rest: Mapping[str, Any], quotation: object
    ) -> Mapping[str, Any] | None:
        """What a record says of the place of quoted words; None where it is told why nothing, or
        so much is told that this is to be put right first."""
        fault = self._asked(rest, quotation)
        if fault is not None:
            self._blame(entry, way, *fault)
            return None
        source, paragraph = _text(rest.get("source")), _text(rest.get("paragraph"))
        if paragraph is not None and not (paragraph.isascii() and paragraph.isdigit()):
            # A paragraph that is no number is told as in any record.
            return {}
        if source is not None:
            source = self._names.meant.get(("source", source), source)
            if ("source", self._kb.present("source", source)) not in self._kb.paths:
                # So is a source that is not there.
                return {}
        if len(self.findings) >= limits.FINDINGS:
            return None
        if (texts := self._texts_of(entry, way, source)) is None:
            return None
        number = None if paragraph is None else int(paragraph[:9])
        try:
            found = self._sought(texts, source, str(quotation), number)
        except AnswerError as error:
            said, _, help_ = str(error).partition(": ")
            self._blame(entry, way, said, help_)
            return None
        if len(found.places) != 1:
            ways = "with its `source` or `paragraph`"
            self._blame(entry, way, *_as_finding(why_no_one_place(found, ways)))
            return None
        text, place = found.places[0]
        if text.source is None:
            said = f"the words are in {visible(text.name)}, of which there is no source yet"
            self._blame(entry, way, said, "bring it in with them, as a record of its own")
            return None
        return record_of(text, place).model_dump(exclude_none=True)

    def _asked(self, rest: Mapping[str, Any], quotation: object) -> tuple[str, str] | None:
        """What is wrong with the question where words stand."""
        if not isinstance(quotation, (str, int, float)) or isinstance(quotation, bool):
            return "expected a text", "paste the words of the passage, in quotes"
        if len(str(quotation)) > limits.NOTE:
            said = f"a quotation of more than {limits.NOTE:,} characters"
            return said, "leave out its middle: its first words, …, and its last"
        if any(rest.get(each) is not None for each in _OTHERWISE):
            return "the passage is given twice", f"give `{QUOTE}`, or else `start` and `end`"
        return None

    def _texts_of(
        self, entry: Entry, way: FieldPath, source: str | None
    ) -> tuple[TextAtHand, ...] | None:
        if source not in self._texts:
            try:
                self._texts[source] = texts_at_hand(self._kb, self._folder, source)
            except AnswerError as error:
                # Once: all passages of this source are put right by one text.
                self._texts[source] = ()
                said, _, help_ = str(error).partition(": ")
                self._blame(entry, way, said, help_ or "say with --texts DIR where texts are")
        return self._texts[source] or None

    def _sought(
        self,
        texts: tuple[TextAtHand, ...],
        source: str | None,
        quotation: str,
        paragraph: int | None,
    ) -> Found:
        asked = (source, quotation, paragraph)
        if asked not in self._found:
            self._found[asked] = located(texts, quotation, paragraph, self._comparing)
        return self._found[asked]

    def _blame(self, entry: Entry, way: FieldPath, said: str, help_: str) -> None:
        span = entry.place((*way, QUOTE))
        self.findings.append(self._bundle.fault("F104", span, said, help_))


def _as_finding(told: tuple[str, str]) -> tuple[str, str]:
    """Two sentences as findings have them."""
    said, help_ = (without_stop(each[:1].lower() + each[1:]) for each in told)
    return said, help_


def _text(value: object) -> str | None:
    given = isinstance(value, (str, int)) and not isinstance(value, bool)
    return (str(value).strip() or None) if given else None
