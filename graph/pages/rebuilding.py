"""Building a site again: what would be made as it stands is taken over from the former one."""

import os
from array import array
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import cached_property
from itertools import count
from pathlib import Path

from graph.base import KnowledgeBase
from graph.base.read_fingerprints import ReadFingerprints
from graph.base.reads import Read
from graph.pages.former_site import (
    FORMER,
    FormerSite,
    Part,
    Written,
    keep,
    kept_at,
    mark_of,
    recalled,
)
from graph.pages.frame import SiteImage, SitePage
from graph.pages.given import Given
from graph.pages.made import Made
from graph.pages.program import made_by
from graph.pages.search_index import (
    FormerIndex,
    fingerprint_searched,
    make_search_index,
)
from graph.pages.site import Site
from graph.pages.taking_over import take_over

_USED = 0.8
"""The share of what is known of a site's reads that is still read, at least."""


class _Numbers(dict[Read, int]):
    """The numbers of reads: what is asked for the first time gets the next one."""

    def __missing__(self, read: Read) -> int:
        self[read] = number = len(self)
        return number


class Rebuilding:
    """One build of a site into `folder`. `former` is what is known of the site that stands in
    `there`; `now` gives fingerprints of what can be read."""

    def __init__(
        self, now: ReadFingerprints, former: FormerSite, there: Path, folder: Path
    ) -> None:
        self._now = now
        self._former = former
        now.recall(former.effects, former.regions)
        self._there = there
        self._folder = folder
        self._numbers = _Numbers(zip(former.reads, count(), strict=False))
        self._to_come: dict[str, bytes] = {}
        self._files: dict[str, Written] = {}
        self._index: list[Part] = []
        self._made: set[str] = set()
        self.taken_over: set[str] = set()
        """The files that were, by their paths."""

    @classmethod
    def begun(cls, site: Site, plain: KnowledgeBase, folder: Path) -> "Rebuilding | None":
        """A build of a site that follows the knowledge base `plain`; None where it is not told of a
        former one."""
        told = os.environ.get(FORMER)
        if not told:
            return None
        there = Path(told)
        former = recalled(kept_at(there), made_by(site))
        return cls(site.fingerprints(plain), former, there, folder)

    def expected(self, files: Iterable[SitePage | SiteImage]) -> Iterator[SitePage | SiteImage]:
        """The same files: those of the site. Once the next is asked for, it is known what each was
        given."""
        given = Given(self._now)
        for file in files:
            self._to_come[file.file] = given(file)
            yield file

    def left(self, listed: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        """Of files, each with its place in a list, those that have to be made; the others are put
        where they stand."""
        for number, file in listed:
            written = self._unchanged(file, self._to_come[file])
            if written is None or not self._take_over(file, written):
                yield number, file

    def noted(self, made: Generator[Made, None, None]) -> Generator[Made, None, None]:
        """The same files; once one has been written, and the next is asked for, it is known how it
        was."""
        with closing(made):
            for each in made:
                yield each
                if each.failure is None and each.content is not None:
                    self._note(each, each.content)

    def _note(self, made: Made, content: bytes) -> None:
        mark = mark_of(self._folder / made.file)
        if mark is not None:
            numbers = array("I", sorted(map(self._numbers.__getitem__, made.reads)))
            searched = fingerprint_searched(content) if made.file.endswith(".html") else b""
            self._files[made.file] = Written(self._to_come[made.file], numbers, mark, searched)

    def search_index(self) -> None:
        """Make the index of the finished site's pages, as far as it is not as it was.

        Raises:
            SearchIndexError: it cannot be made.
        """
        known = {file: each.searched for file, each in self._files.items()}
        former = FormerIndex(self._there, self._former.index)
        self._index = make_search_index(self._folder, known, former)

    def keep(self, site: Site) -> None:
        """Keep what is known now for the next build."""
        keep(kept_at(self._there), made_by(site), self.known())

    def known(self) -> FormerSite:
        """What is known now, to be kept for the next build."""
        reads, files = list(self._numbers), self._files
        # Where no former site was known, somebody reads all of it.
        anew = not self._former.reads
        used = set[int]() if anew else set().union(*(each.reads for each in files.values()))
        if not anew and len(used) < _USED * len(reads):
            # What nobody reads any more is not looked at for ever.
            places = {number: place for place, number in enumerate(sorted(used))}
            reads = [reads[number] for number in places]
            files = {
                file: each._replace(reads=array("I", map(places.__getitem__, each.reads)))
                for file, each in files.items()
            }
        told = [self._now(each) for each in reads]
        now = self._now
        return FormerSite(reads, told, files, self._index, now.regions, now.effects)

    def _unchanged(self, file: str, given: bytes) -> Written | None:
        written = self._former.files.get(file)
        if written is None or written.given != given or not self._changed.isdisjoint(written.reads):
            return None
        return written if mark_of(f"{self._there}/{file}") == written.mark else None

    @cached_property
    def _changed(self) -> frozenset[int]:
        """The numbers of what was read for the former site and is another thing by now."""
        former = self._former
        return frozenset(self._now.changed(former.reads, former.fingerprints, former.regions))

    def _take_over(self, file: str, written: Written) -> bool:
        """Put a file of the former site in its place; whether that could be done."""
        target, above = f"{self._folder}/{file}", file.rpartition("/")[0]
        try:
            if above not in self._made:
                (self._folder / above).mkdir(parents=True, exist_ok=True)
                self._made.add(above)
            # Of the same file, the mark has just been looked at.
            same = take_over(f"{self._there}/{file}", target)
            mark = written.mark if same else mark_of(target)
        except OSError:
            return False
        if mark is None or mark[0] != written.mark[0]:
            return False
        self._files[file] = written if same else written._replace(mark=mark)
        self.taken_over.add(file)
        return True
