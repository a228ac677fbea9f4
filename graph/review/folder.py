"""A folder of records as git keeps it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graph.records import Claim, ClaimLink, Debate, Source
from graph.records.link_name import LinkName
from graph.store import Problem, RecordFile

RECORDS = "claims"
FOLDER, FILES, LINK, REPOSITORY = "40000", ("100644", "100755", "100664"), "120000", "160000"
"""How git keeps a folder, files, a symbolic link, and another repository."""


class Listed(NamedTuple):
    """What stands in a folder of records: its path from there, how git keeps it, and its id."""

    path: str
    mode: str
    id: str


@dataclass(frozen=True)
class Folder:
    """The records in one folder below `claims/` at some revision, or in a file beside folders."""

    name: str
    files: tuple[RecordFile, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def claims(self) -> frozenset[str]:
        """The ids of its claims, older ones included."""
        records = self._claims()
        return frozenset(each for claim in records for each in (claim.id, *claim.aliases))

    @cached_property
    def steps(self) -> frozenset[str]:
        """The ids that its links carry themselves."""
        own = (step.id for claim in self._claims() for _, _, step in claim.steps)
        return frozenset(each for each in own if each is not None)

    @cached_property
    def linked(self) -> frozenset[str]:
        """The ids of claims elsewhere, and of links there, that its claims are linked with."""
        named: set[str] = set()
        for claim in self._claims():
            for _, _, step in claim.steps:
                target = step.claim if isinstance(step, ClaimLink) else step.link
                named.update((*LinkName.meant(target).words, *step.premises))
        return frozenset(named - self.claims)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The ids of the sources in which its claims have passages, as they are written there."""
        return frozenset(each.source for claim in self._claims() for each in claim.passages)

    @cached_property
    def lacks_debate(self) -> bool:
        """Whether it has claims and no debate: the texts of all debates are analysed there."""
        return bool(self.claims) and not any(isinstance(each.record, Debate) for each in self.files)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Its sources by their ids."""
        return {each.id: each.record for each in self.files if isinstance(each.record, Source)}

    def _claims(self) -> Iterator[Claim]:
        return (each.record for each in self.files if isinstance(each.record, Claim))
