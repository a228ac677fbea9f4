"""The ids that the records of a bundle get, and by which names the bundle may call them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import NoneType
from typing import Any

from graph.base import KnowledgeBase
from graph.check import Finding
from graph.drafting.writing import taken_ids
from graph.exchange.bundles.entry import Bundle, Entry
from graph.records.kinds import RECORD_KINDS
from graph.records.scalars import RecordId, is_well_formed_id, misfit
from graph.text.naming import slug, slug_of, unique
from graph.text.nearest import formed_id


@dataclass
class Names:
    """The id of each entry by its row, and the ids that are meant by names, per kind of record."""

    ids: dict[int, str] = field(default_factory=dict)
    meant: dict[tuple[str, str], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    twice: set[int] = field(default_factory=set)
    """The rows whose id an earlier row has."""


def text_of(entry: Entry, name: str) -> str:
    """What a field says that holds one word or line; empty where it is absent or no text."""
    value = entry.fields.get(name)
    return str(value).strip() if isinstance(value, (str, int)) else ""


def named(kb: KnowledgeBase, bundle: Bundle) -> Names:
    """The names in a bundle: ids as they are given, and made of label, sentence, title or name
    where they are not."""
    names = Names()
    there = _there(kb)
    keys: dict[tuple[str, str], int] = {}
    stated: dict[tuple[str, str], int] = {}
    for entry in bundle.entries:
        _say_texts(bundle, entry, names)
        _state(bundle, entry, names, stated)
        if key := text_of(entry, "key"):
            other = keys.setdefault((entry.kind, key), entry.row)
            if other != entry.row:
                said = f"the key `{key}` is that of row {other} too"
                _blame(bundle, entry, names, "key", said, "give each row a key of its own")
            elif key in there.get(entry.kind, ()) and key != text_of(entry, "id"):
                said = f"the key `{key}` is the id of a {entry.kind} that is there"
                _blame(bundle, entry, names, "key", said, "take another key, such as a number")
    by_row = {each.row: each for each in bundle.entries}
    for kind, key in keys:
        other = stated.get((kind, key), keys[kind, key])
        if other != keys[kind, key] and key not in there.get(kind, ()):
            entry = by_row[keys[kind, key]]
            said = f"the key `{key}` is the id of row {other}"
            _blame(bundle, entry, names, "key", said, "take another key, such as a number")
    taken = {kind: {*there.get(kind, ())} for kind in RECORD_KINDS}
    for kind, id_ in stated:
        taken[kind].add(id_)
    for entry in bundle.entries:
        if entry.row not in names.ids:
            wanted = _made(entry)
            made = wanted if _says_so(kb, entry, wanted) else unique(wanted, taken[entry.kind])
            taken[entry.kind].add(made)
            names.ids[entry.row] = made
        for name in (text_of(entry, "key"), text_of(entry, "id")):
            if name:
                names.meant.setdefault((entry.kind, name), names.ids[entry.row])
    return names


def _say_texts(bundle: Bundle, entry: Entry, names: Names) -> None:
    """Blame what stands beside the fields of a record and is no text."""
    single, claim = RECORD_KINDS[entry.kind].single, entry.kind == "claim"
    for name in () if single else ("id", "key", *(("debate", "folder") if claim else ())):
        if not isinstance(entry.fields.get(name), (str, int, NoneType)):
            help_ = f"write the {name} as one text"
            _blame(bundle, entry, names, name, "expected text", help_, "F103")


def _state(bundle: Bundle, entry: Entry, names: Names, stated: dict[tuple[str, str], int]) -> None:
    """Take the id that an entry has, where it is one."""
    if RECORD_KINDS[entry.kind].single:
        names.ids[entry.row] = entry.kind
        if stated.setdefault((entry.kind, entry.kind), entry.row) != entry.row:
            names.twice.add(entry.row)
            said = "there is one record of this kind at most"
            names.findings.append(bundle.fault("I103", entry.place(), said, "join the two"))
        return
    if not (id_ := text_of(entry, "id")):
        return
    if not is_well_formed_id(id_):
        help_ = f"write it as `{formed_id(id_)}`, or leave it out and call the row by its `key`"
        _blame(bundle, entry, names, "id", f"`{id_[:100]}`: {misfit(RecordId, id_)}", help_, "I101")
        return
    names.ids[entry.row] = id_
    other = stated.setdefault((entry.kind, id_), entry.row)
    if other != entry.row:
        names.twice.add(entry.row)
        said = f"the id `{id_}` is that of row {other} too"
        _blame(bundle, entry, names, "id", said, "leave out one of the two, or give it another id")


def _blame(
    bundle: Bundle,
    entry: Entry,
    names: Names,
    name: str,
    said: str,
    help_: str,
    code: str = "I103",
) -> None:
    names.findings.append(bundle.fault(code, entry.place((name,)), said, help_))


def _there(kb: KnowledgeBase) -> Mapping[str, frozenset[str]]:
    taken = taken_ids(kb)
    return {
        "claim": frozenset(taken.claims),
        "source": frozenset(taken.sources),
        "speaker": frozenset(taken.speakers),
        "debate": frozenset(kb.debates),
    }


def _made(entry: Entry) -> str:
    """An id of what a record says."""
    fields = entry.fields
    if entry.kind == "source":
        authors = fields.get("author")
        first = authors[0] if isinstance(authors, list) and authors else None
        names = first if isinstance(first, dict) else {}
        by = names.get("family") or names.get("literal") or fields.get("title") or ""
        year = text_of(entry, "issued")[:4]
        parts = (slug(str(by), "source"), year if year.isdigit() else "")
        return "-".join(filter(None, parts))
    told = {"claim": ("label", "claim"), "speaker": ("name",), "debate": ("title",)}
    texts = (fields.get(each) for each in told[entry.kind])
    return slug_of((said for each in texts for said in _said(each)), entry.kind)


def _said(text: Any) -> tuple[str, ...]:
    """A text, or those in several languages."""
    found = text.values() if isinstance(text, dict) else (text,)
    return tuple(each for each in found if isinstance(each, str) and each)


def _says_so(kb: KnowledgeBase, entry: Entry, id_: str) -> bool:
    """Whether the record of an id says what an entry says: perhaps it came in before."""
    if entry.kind == "claim":
        claim = kb.claims.get(id_)
        return claim is not None and dict(claim.claim.root) == entry.fields.get("claim")
    if entry.kind == "source":
        source = kb.sources.get(id_)
        return source is not None and source.title == entry.fields.get("title")
    if entry.kind == "speaker":
        speaker = kb.speakers.get(id_)
        return speaker is not None and _said(dict(speaker.name.root)) == _said(
            entry.fields.get("name")
        )
    debate = kb.debates.get(id_)
    return debate is not None and dict(debate.title.root) == entry.fields.get("title")
