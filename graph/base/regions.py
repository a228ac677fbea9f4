"""The regions of a knowledge base: debates whose claims name each other, in whatever way.

What is said of a claim by what is around it follows from the records of its region, and of those
that belong to none. So where no file of a region has changed, none of that has to be looked at.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from graph.base.fingerprint import combined, fingerprint
from graph.base.joined import Joined
from graph.base.knowledge_base import KnowledgeBase
from graph.store import RecordFile


class Regions:
    """The regions of a knowledge base, each with a fingerprint of all that is recorded in it and of
    what belongs to none: debates, sources, speakers, and which claims there are."""

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
        rest: list[bytes] = [fingerprint((list(kb.folders.items()), dict(kb.older)))]
        for file in kb.tree.files:
            claims = file.kind in ("claim", "annotation") and file.id in self._tops
            rows = files.setdefault(self._tops[file.id], []) if claims else rest
            rows.append(_told(file))
        whole = combined(rest)
        return {top: combined([whole, *rows]) for top, rows in files.items()}

    @cached_property
    def _tops(self) -> Mapping[str, str]:
        joined = Joined()
        for together in self._together():
            joined.join(together)
        return {claim: joined.top(claim) for claim in self._kb.claims}

    def _together(self) -> Iterator[list[str]]:
        kb = self._kb
        folders: dict[str, list[str]] = {}
        for claim, folder in kb.folders.items():
            folders.setdefault(folder, []).append(claim)
        for debate in kb.debates.values():
            named = folders.setdefault(debate.id, [])
            named.extend(debate.theses)
            for theme in debate.themes:
                named.extend(theme.roots)
            for finding in debate.findings:
                named.extend(finding.claims)
        for claims in folders.values():
            yield [kb.resolve(each) for each in claims]
        for link in kb.links.values():
            yield [*link.premises, kb.final_target(link)]
        for record in kb.claims.values():
            outcome = () if record.outcome is None else record.outcome.claims
            others = (*record.specifies, *record.raises, *record.answers, *outcome)
            if others:
                yield [record.id, *(kb.resolve(each) for each in others)]


def _told(file: RecordFile) -> bytes:
    return fingerprint((file.path, file.kind, file.id, file.language, file.text))
