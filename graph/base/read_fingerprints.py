"""What has been read of a knowledge base, to be compared with what is there now."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from graph.base.fingerprint import combined, fingerprint
from graph.base.followed_record import field_now
from graph.base.knowledge_base import KnowledgeBase
from graph.base.parts import Parts
from graph.base.reads import Read
from graph.base.regions import Regions
from graph.store import RecordFile

GONE = b""
"""What is no fingerprint of anything."""
_AROUND = frozenset(
    (
        "said", "folder", "noted", "weighed", "part", "effect", "analysed", "specified_by",
        "raised_by", "answered_by",
    )
)  # fmt: skip
"""What is read of one claim, on which nothing outside of its region bears."""


class ReadFingerprints:
    """Of everything that a followed knowledge base notes, a fingerprint: it is another one where
    somebody who reads it would read something else. `others` give what is read beside; `around`
    says of such a thing which claim it is around, if nothing outside of that claim's region
    bears on it."""

    def __init__(
        self,
        plain: KnowledgeBase,
        others: Mapping[str, Callable[..., object]] = MappingProxyType({}),
        around: Callable[[Read], str | None] = lambda _: None,
    ) -> None:
        self._kb = plain
        self._around = around
        self._regions = Regions(plain)
        self._parts = Parts(plain)
        self._known: dict[Read, bytes] = {}
        self._links: dict[str, bytes] = {}
        self._of: Mapping[str, Callable[..., object]] = {
            "said": self._said,
            "folder": plain.folders.get,
            "step": self._step,
            "path": lambda *key: plain.paths.get(key),
            "noted": self._noted,
            "weighed": self._weighed,
            "source": lambda id_: self._record("source", id_),
            "speaker": lambda id_: self._record("speaker", id_),
            "debate": lambda id_: self._record("debate", id_),
            "text": lambda id_: self._record("text", id_),
            "annotation": lambda id_: self._record("annotation", id_),
            "link": plain.links.get,
            "ids": self._ids,
            "all": self._all,
            "part": self._parts.fingerprint,
            "effect": plain.effect,
            "whole": self._whole,
            "present": plain.present,
            "analysed": self._analysed,
            "cited": plain.cited.get,
            "texts": plain.texts.get,
            "specified_by": plain.specified_by.get,
            "raised_by": plain.raised_by.get,
            "answered_by": plain.answered_by.get,
            "theses_of": plain.theses_of.get,
            **others,
        }

    def __call__(self, read: Read) -> bytes:
        """The fingerprint of something that was read, of what is there now."""
        known = self._known.get(read)
        if known is None:
            known = self._known[read] = self._now(read)
        return known

    @property
    def regions(self) -> list[bytes]:
        """The fingerprints of all regions, as things are now."""
        return list(self._regions.fingerprints.values())

    @property
    def effects(self) -> Mapping[str, Mapping[str, float | None]]:
        """What claims do to theses, as far as it is known."""
        return self._kb.known_effects()

    def recall(
        self, effects: Mapping[str, Mapping[str, float | None]], regions: Iterable[bytes]
    ) -> None:
        """Let the knowledge base know again what claims did to theses when there were these
        `regions`, where that of the thesis is one of them."""
        former = frozenset(regions)
        for thesis, each in effects.items():
            if self._regions.fingerprint(thesis) in former:
                self._kb.recall_effects(thesis, each)

    def changed(
        self, reads: Iterable[Read], fingerprints: Iterable[bytes], regions: Iterable[bytes]
    ) -> Iterator[int]:
        """Of what was read when it had these fingerprints, and there were these `regions`, the
        numbers of what is another thing now."""
        former = frozenset(regions)
        for number, (read, fingerprint_then) in enumerate(zip(reads, fingerprints, strict=True)):
            if fingerprint_then == GONE:
                yield number
                continue
            claim = read[1] if read[0] in _AROUND else self._claim_of(read)
            if claim is not None and self._regions.fingerprint(claim) in former:
                self._known[read] = fingerprint_then
            elif self(read) != fingerprint_then:
                yield number

    def _claim_of(self, read: Read) -> str | None:
        if read[0] == "step":
            # What a claim says of a step without a name of its own is said in the claim's record.
            claim, arrow, _ = read[1].partition(" -> ")
            return claim if arrow else None
        return self._around(read)

    def _now(self, read: Read) -> bytes:
        try:
            return fingerprint(self._of[read[0]](*read[1:]))
        except (LookupError, ValueError):
            # There is nothing of this name any more, and it is another thing than there was.
            return GONE

    def _said(self, claim: str, *what: str) -> object:
        record = self._kb.claims.get(claim)
        if record is None:
            return None
        return field_now(record, *what) if what else self._record("claim", claim)

    def _step(self, link: str, *what: str) -> object:
        found = self._kb.links.get(link)
        if found is None:
            return None
        return field_now(found.record, *what) if what else found.record

    def _noted(self, claim: str) -> object:
        return [self._kb.bodies.get((claim, code)) for code in self._codes]

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return tuple(sorted({code for _, code in self._kb.bodies}))

    def _record(self, kind: str, id_: str) -> object:
        kb = self._kb
        path = kb.paths.get((kind, id_))
        file = None if path is None or self._renamed else kb.tree.by_path.get(path)
        # Much faster than going through the record, which is made of nothing else.
        told = kb.by_kind.get(kind, {}).get(id_) if file is None else _fields(file)
        return path, told

    @cached_property
    def _renamed(self) -> bool:
        """Whether a record may name another by an older id, and so say something else than its
        file."""
        return any(self._kb.older.values())

    def _weighed(self, claim: str) -> object:
        kb = self._kb
        if claim not in kb.claims:
            return None
        at = kb.assessment
        return (
            kb.grounds[claim],
            at.balances[claim],
            at.sides[claim],
            at.standings[claim],
            at.labelling.claims[claim],
            at.turns_on(claim),
            [self._link(each.id) for each in kb.bearing_on(claim)],
            [self._link(each.id) for each in kb.used_in(claim)],
        )

    def _link(self, link: str) -> bytes:
        known = self._links.get(link)
        if known is None:
            at, kb = self._kb.assessment, self._kb
            force, label = at.forces[link], at.labelling.links[link]
            undercuts = [each.apart for each in kb.undercuts(link)]
            known = fingerprint((kb.links[link].apart, force, label, undercuts))
            self._links[link] = known
        return known

    def _ids(self, kind: str) -> object:
        return tuple(self._kb.links if kind == "link" else self._kb.by_kind[kind])

    def _all(self, name: str, *what: str) -> object:
        if what:
            return [field_now(each, *what) for each in self._kb.claims.values()]
        kind = "claim" if name in ("said", "weighed") else name
        return combined([self((name, each)) for each in self._kb.by_kind[kind]])

    def _whole(self, name: str) -> object:
        kb = self._kb
        if name == "framework":
            return [self._parts.fingerprint(claim) for claim in kb.claims]
        if name == "tree":
            files = kb.tree.files
            return [(each.path, each.kind, each.id, each.language, each.text) for each in files]
        return getattr(kb, name)

    def _analysed(self, claim: str, source: str) -> object:
        return claim in self._kb.claims and self._kb.is_analysed(claim, source)


def _fields(file: RecordFile) -> str:
    """The text of a file without what is noted below its fields."""
    whole = not file.body or not file.text.endswith(file.body)
    return file.text if whole else file.text[: -len(file.body)]
