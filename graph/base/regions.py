"""The regions of a knowledge base: debates whose claims name each other, in whatever way.

What is said of a claim by what is around it follows from the records of its region, and of those
that belong to none. So where no file of a region has changed, none of that has to be looked at.
"""

from collections.abc import Mapping
from functools import cached_property

from graph.base.fingerprint import combined, fingerprint
from graph.base.knowledge_base import KnowledgeBase
from graph.base.naming_each_other import of_a_region
from graph.store import RecordFile


class Regions:
    """The regions of a knowledge base, each with a fingerprint of all that is recorded in it and of
    what belongs to none: debates, sources, speakers, and how much is worked out for each claim."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

    def fingerprint(self, claim: str) -> bytes:
        """That of the region that a claim is in; empty where there is no such claim."""
        return self.fingerprints.get(self._tops.get(claim, ""), b"")

    @cached_property
    def fingerprints(self) -> Mapping[str, bytes]:
        """Those of all regions, each by the name of one of its claims."""
        kb = self._kb
        files: dict[str, list[bytes]] = {}
        # Another claim that has nothing to do with a region bears on it by how much work there is.
        rest: list[bytes] = [fingerprint((kb.share, dict(kb.older)))]
        for file in kb.tree.files:
            own = of_a_region(file, kb)
            rows = files.setdefault(self._tops[file.id], []) if own else rest
            rows.append(_told(file))
        whole = combined(rest)
        return {top: combined([whole, *rows]) for top, rows in files.items()}

    @cached_property
    def _tops(self) -> Mapping[str, str]:
        return {claim: self._kb.regions.top(claim) for claim in self._kb.claims}


def _told(file: RecordFile) -> bytes:
    return fingerprint((file.path, file.kind, file.id, file.language, file.text))
