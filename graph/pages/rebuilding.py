"""Building a site again: what would be made as it stands is taken over from the former one."""

import os
import shutil
from array import array
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import cached_property
from pathlib import Path

from graph.base import KnowledgeBase
from graph.base.read_fingerprints import GONE, ReadFingerprints
from graph.base.reads import Read
from graph.pages.former_site import (
    FORMER,
    FormerSite,
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
from graph.pages.search_index import INDEX
from graph.pages.site import Site


class Rebuilding:
    """One build of a site into `folder`. `former` is what is known of the site that stands in
    `there`; `now` gives fingerprints of what can be read."""

    def __init__(
        self, now: ReadFingerprints, former: FormerSite, there: Path, folder: Path
    ) -> None:
        self._now = now
        self._given = Given(now)
        self._former = former
        self._there = there
        self._folder = folder
        self._reads = list(former.reads)
        self._numbers = {read: number for number, read in enumerate(former.reads)}
        self._to_come: dict[str, bytes] = {}
        self._files: dict[str, Written] = {}
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

    def expect(self, files: Iterable[SitePage | SiteImage]) -> None:
        """These are the files of the site."""
        self._to_come.update((file.file, self._given(file)) for file in files)

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
                    self._note(each)

    def _note(self, made: Made) -> None:
        mark = mark_of(self._folder / made.file)
        if mark is not None:
            numbers = array("I", sorted(map(self._number, made.reads)))
            self._files[made.file] = Written(self._to_come[made.file], numbers, mark)

    def search_taken_over(self) -> bool:
        """Put the search index of the former site in its place, where every page it was made of is
        as it was; whether that was done."""
        index = self._there / INDEX
        if not self._former.files or not (index / "pagefind-entry.json").is_file():
            return False
        pages = {each.relative_to(self._folder) for each in self._folder.rglob("*.html")}
        former = {
            each.relative_to(self._there)
            for each in self._there.rglob("*.html")
            if not each.is_relative_to(index)
        }
        if pages != former or not all(map(self._as_it_was, pages)):
            return False
        shutil.copytree(index, self._folder / INDEX)
        return True

    def _as_it_was(self, page: Path) -> bool:
        if page.as_posix() in self.taken_over:
            return True
        return (self._there / page).read_bytes() == (self._folder / page).read_bytes()

    def keep(self, site: Site) -> None:
        """Keep what is known now for the next build."""
        keep(kept_at(self._there), made_by(site), self.known())

    def known(self) -> FormerSite:
        """What is known now, to be kept for the next build."""
        used = sorted(set().union(*(each.reads for each in self._files.values())))
        places = {number: place for place, number in enumerate(used)}
        reads = [self._reads[number] for number in used]
        files = {
            file: each._replace(reads=array("I", map(places.__getitem__, each.reads)))
            for file, each in self._files.items()
        }
        return FormerSite(reads, [self._now(each) for each in reads], files)

    def _number(self, read: Read) -> int:
        number = self._numbers.setdefault(read, len(self._reads))
        if number == len(self._reads):
            self._reads.append(read)
        return number

    def _unchanged(self, file: str, given: bytes) -> Written | None:
        written = self._former.files.get(file)
        if written is None or written.given != given or not self._changed.isdisjoint(written.reads):
            return None
        return written if mark_of(self._there / file) == written.mark else None

    @cached_property
    def _changed(self) -> frozenset[int]:
        """The numbers of what was read for the former site and is another thing by now."""
        former = enumerate(zip(self._former.reads, self._former.fingerprints, strict=True))
        return frozenset(
            number
            for number, (read, fingerprint) in former
            if fingerprint == GONE or self._now(read) != fingerprint
        )

    def _take_over(self, file: str, written: Written) -> bool:
        """Put a file of the former site in its place; whether that could be done."""
        target = self._folder / file
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(self._there / file, target)
            except OSError:
                # Not every file system can let a file have two names.
                shutil.copy2(self._there / file, target)
            mark = mark_of(target)
        except OSError:
            return False
        if mark is None or mark[0] != written.mark[0]:
            return False
        self._files[file] = written._replace(mark=mark)
        self.taken_over.add(file)
        return True
