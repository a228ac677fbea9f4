"""Building a site again: what would be made as it stands is taken over from the former one."""

import os
from array import array
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import cached_property
from itertools import chain, count
from pathlib import Path

from graph.base import KnowledgeBase
from graph.base.read_fingerprints import ReadFingerprints
from graph.base.reads import Read, noting
from graph.pages.former_site import (
    FORMER,
    FormerSite,
    ListedRun,
    Part,
    Written,
    keep,
    kept_at,
    mark_of,
    recalled,
)
from graph.pages.given import Given
from graph.pages.listed import Listed, Place
from graph.pages.made import Made
from graph.pages.making import Making
from graph.pages.program import made_by
from graph.pages.search_index import (
    FormerIndex,
    fingerprint_searched,
    make_search_index,
)
from graph.pages.site import Run, Site
from graph.pages.taking_over import take_over

_MOVED = 0.1
"""The share of what is known of a site's reads that may change or come before those are looked for
that nobody reads any more."""


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
        self._runs: dict[int, ListedRun] = {}
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

    def listed(self, making: Making) -> Iterator[tuple[Place, Listed]]:
        """Every file of the site for which there is room, with its place in the list. What was
        listed for the former site and would be listed again as it stands is not."""
        given = Given(self._now)
        for number, run in enumerate(making.site.runs()):
            files = self._as_before(number) or self._anew(making, number, run, given)
            for at, each in enumerate(files):
                if making.has_room(each.file, each.record):
                    yield Place(number, at), each

    def _as_before(self, number: int) -> tuple[Listed, ...] | None:
        """The files of a run as they were listed; None where they have to be listed again."""
        former = self._former.runs.get(number)
        if former is None or not self._changed.isdisjoint(former.reads):
            return None
        self._expect(number, former)
        return former.files

    def _anew(self, making: Making, number: int, run: Run, given: Given) -> tuple[Listed, ...]:
        """The files of a run, and what is read to list them."""
        listed: list[Listed] = []
        told: list[bytes] = []
        failures: list[object] = []

        def failed(name: str, error: Exception) -> None:
            failures.append(making.failed(name, error))

        files, read = making.listed(run, failed), set[Read]()
        while True:
            with noting() as reads:
                file = next(files, None)
            read |= reads
            if file is None:
                break
            listed.append(file.as_listed)
            told.append(given(file))
        now = ListedRun(self._numbered(read), tuple(listed), tuple(told))
        self._expect(number, now)
        if failures:
            # They are to be told of by the next build, too.
            del self._runs[number]
        return now.files

    def _expect(self, number: int, listed: ListedRun) -> None:
        self._runs[number] = listed
        for each, given in zip(listed.files, listed.given, strict=True):
            # Of two at one address, the first has it.
            self._to_come.setdefault(each.file, given)

    def _numbered(self, reads: Iterable[Read]) -> "array[int]":
        return array("I", map(self._numbers.__getitem__, reads))

    def left(self, listed: Iterable[tuple[Place, str]]) -> Iterator[tuple[Place, str]]:
        """Of files, each with its place in the list, those that have to be made; the others are put
        where they stand."""
        for place, file in listed:
            written = self._unchanged(file, self._to_come[file])
            if written is None or not self._take_over(file, written):
                yield place, file

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
            searched = fingerprint_searched(content) if made.file.endswith(".html") else b""
            self._files[made.file] = Written(
                self._to_come[made.file], self._numbered(made.reads), mark, searched
            )

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
        reads, files, runs = list(self._numbers), self._files, self._runs
        former, told = self._former, self._told(reads)
        moved = former.moved + len(self._changed) + len(reads) - len(former.reads)
        # Where no former site was known, somebody reads all of it.
        if not former.reads:
            moved = 0
        elif moved > _MOVED * len(reads):
            # What nobody reads any more is not looked at for ever.
            noted = chain[Written | ListedRun](files.values(), runs.values())
            used = set[int]().union(*(each.reads for each in noted))
            places = {number: place for place, number in enumerate(sorted(used))}
            reads, told = [reads[each] for each in places], [told[each] for each in places]
            files = {
                file: each._replace(reads=array("I", map(places.__getitem__, each.reads)))
                for file, each in files.items()
            }
            runs = {
                number: run._replace(reads=array("I", map(places.__getitem__, run.reads)))
                for number, run in runs.items()
            }
            moved = 0
        now = self._now
        return FormerSite(reads, told, files, self._index, now.regions, now.effects, runs, moved)

    def _told(self, reads: list[Read]) -> list[bytes]:
        """The fingerprints of what was read, as it is now."""
        told = self._former.fingerprints.copy()
        for number in self._changed:
            told[number] = self._now(reads[number])
        told += map(self._now, reads[len(told) :])
        return told

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
                _make_folder(f"{self._folder}/{above}")
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


def _make_folder(place: str) -> None:
    # For a folder or more of every claim: a path for each would take as long again, and so would
    # to ask for what it is in.
    try:
        os.mkdir(place)  # noqa: PTH102
    except FileNotFoundError:
        os.makedirs(place, exist_ok=True)  # noqa: PTH103
    except FileExistsError:
        if not os.path.isdir(place):  # noqa: PTH112
            raise
