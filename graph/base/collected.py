"""The records of a tree by their ids, and what they say of one another outside the links."""

import posixpath
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeVar

from graph.base.older_ids import Older, WithOlder, as_named_now, older_ids
from graph.records import Claim, Debate, Kind, Passage, Scheme, Source, Speaker
from graph.records.text import FALLBACK
from graph.store import Tree, schemes

V = TypeVar("V")


class Citation(NamedTuple):
    """A claim's passage in a source; `position` counts the claim's passages from 0."""

    claim: str
    position: int
    passage: Passage


class Collected:
    """All records of one tree, by id.

    Where an id is used twice the first file in path order wins. Records name sources by their
    present ids here, and speakers, whatever stands in their files.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        claims: dict[str, Claim] = {}
        debates: dict[str, Debate] = {}
        sources: dict[str, Source] = {}
        speakers: dict[str, Speaker] = {}
        paths: dict[tuple[str, str], str] = {}
        bodies: dict[tuple[str, str], str] = {}
        folders: dict[str, str] = {}
        below: dict[str, str] = {}
        for file in tree.files:
            record = file.record
            if file.kind == "annotation":
                bodies.setdefault((file.id, file.language), file.body)
            if record is None or (file.kind, file.id) in paths:
                continue
            paths[file.kind, file.id] = file.path
            if isinstance(record, Claim):
                claims[file.id] = record
                folders[file.id] = file.debate
                below[file.id] = file.body
            elif isinstance(record, Debate):
                debates[file.id] = record
            elif isinstance(record, Source):
                sources[file.id] = record
            elif isinstance(record, Speaker):
                speakers[file.id] = record
        kinds: dict[str, Mapping[str, WithOlder]] = {
            "claim": claims,
            "source": sources,
            "speaker": speakers,
            "debate": debates,
        }
        self.older: Older = {kind: older_ids(each) for kind, each in kinds.items()}
        self.aliases = self.older["claim"]
        self.claims: Mapping[str, Claim] = as_named_now(dict(sorted(claims.items())), self.older)
        self.sources: Mapping[str, Source] = as_named_now(sources, self.older)
        self.debates: Mapping[str, Debate] = as_named_now(debates, self.older)
        self.speakers: Mapping[str, Speaker] = speakers
        self.paths: Mapping[tuple[str, str], str] = paths
        self.folders: Mapping[str, str] = folders
        for claim, body in below.items():
            if body.strip():
                written_in, *_ = self.languages_of(folders[claim])
                bodies.setdefault((claim, written_in), body)
        self.bodies: Mapping[tuple[str, str], str] = bodies

    @property
    def by_kind(self) -> Mapping[str, Mapping[str, WithOlder]]:
        """All records by their kinds, then by their ids."""
        return {
            "claim": self.claims,
            "source": self.sources,
            "speaker": self.speakers,
            "debate": self.debates,
        }

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages in which every text is expected: those of the debates together, in the
        debates' order."""
        named = (code for debate in self.debates.values() for code in debate.languages)
        return tuple(dict.fromkeys(named)) or (FALLBACK,)

    def languages_of(self, debate: str) -> tuple[str, ...]:
        """The languages in which a debate is written; the first is that of the text below a
        claim's record, too."""
        return self.debates[debate].languages if debate in self.debates else self.languages

    def present(self, kind: str, id_: str) -> str:
        """The present id of a claim, source, speaker or debate that may be named by an older one;
        of anything else, what it is named by."""
        return self.older.get(kind, {}).get(id_, id_)

    @property
    def schemes(self) -> Mapping[str, Scheme]:
        """The catalogue of argumentation schemes."""
        return schemes()

    @cached_property
    def known_ids(self) -> frozenset[str]:
        """Every claim id that a file claims, also where its record could not be read."""
        return frozenset(file.id for file in self.tree.of_kind("claim"))

    def resolve(self, claim: str) -> str:
        """The present id of a claim that may be named by an older one."""
        return self.aliases.get(claim, claim)

    def is_question(self, claim: str) -> bool:
        """Whether the claim is an open question."""
        return self.claims[claim].kind is Kind.QUESTION

    @cached_property
    def cited(self) -> Mapping[str, tuple[Citation, ...]]:
        """For each source, the passages that claims are read from, in order of claim."""
        return grouped(
            (passage.source, Citation(claim.id, position, passage))
            for claim in self.claims.values()
            for position, passage in enumerate(claim.passages)
        )

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The texts of the sources that may be published and are there."""
        found: dict[str, str] = {}
        for source in self.sources.values():
            file = self.tree.by_path.get(self.text_path(source))
            if file is None or file.path in self.tree.broken_paths:
                continue
            if source.licence is not None and file.kind == "text":
                found[source.id] = file.body
        return found

    def text_path(self, source: Source) -> str:
        """Where the text of a source should stand, below the root; empty for none.

        Begins with `..` where it leads out of the root.
        """
        if source.text is None:
            return ""
        record = self.paths["source", source.id]
        return posixpath.normpath(posixpath.join(posixpath.dirname(record), source.text))

    @cached_property
    def specified_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each claim, the claims that are a part or an instance of it."""
        return self._inverse("specifies")

    @cached_property
    def raised_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each question, the claims that raise it."""
        return self._inverse("raises")

    @cached_property
    def answered_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each question, the claims that answer it."""
        return self._inverse("answers")

    def _inverse(self, field: str) -> Mapping[str, tuple[str, ...]]:
        return grouped(
            (self.resolve(target), claim.id)
            for claim in self.claims.values()
            for target in getattr(claim, field)
        )

    @cached_property
    def theses(self) -> tuple[str, ...]:
        """The theses of all debates that exist as claims."""
        return tuple(dict.fromkeys(chain.from_iterable(self.theses_of.values())))

    @cached_property
    def theses_of(self) -> Mapping[str, tuple[str, ...]]:
        """The theses of each debate that exist as claims."""
        return {
            debate.id: tuple(
                dict.fromkeys(
                    resolved
                    for thesis in debate.theses
                    if (resolved := self.resolve(thesis)) in self.claims
                )
            )
            for debate in self.debates.values()
        }


def grouped(pairs: Iterable[tuple[str, V]]) -> dict[str, tuple[V, ...]]:
    """The values of each key, in the order in which they come."""
    groups: dict[str, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
