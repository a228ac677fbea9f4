"""A site as it is at every moment while somebody writes.

Whoever asks for a page gets it as it is now: before each answer all that a site is made of is
looked at. Of what changed only that is read; then there is another state of the site, of which each
page is made when it is asked for.
"""

import logging
import os
import time
from collections.abc import Collection
from pathlib import Path
from threading import Condition, RLock

from graph.base import KnowledgeBase
from graph.errors import AnswerError, BetoogError
from graph.pages.served import with_findings
from graph.pages.written_last import is_sitemap
from graph.serving.answering import Answer
from graph.serving.findings import KeptFindings
from graph.serving.history import KeptHistory
from graph.serving.records import ServedRecords
from graph.serving.reloading import version_of
from graph.serving.searching import SearchIndex
from graph.serving.stamps import Stamps
from graph.serving.written import Configuration, OthersError, Written
from graph.store import Tree

log = logging.getLogger(__name__)

_MISSING = "404.html"
_TEXTS = (".html", ".md", ".yaml", ".yml")
"""What decides of a page what stands on it, and not only how that looks."""
_AGAIN = 5
"""How often what changed is read again, without another change, where something came in the way."""
_KEPT = 200
"""Files that are kept as they were made, as long as nothing changes."""


class _OtherState(Exception):  # noqa: N818
    """The site became another meanwhile."""


class ServedSite:
    """The site of a configuration, from which pages are asked by one or many threads at once.

    `temporary` is a folder of its own for what is not to stay.

    Raises:
        BetoogError: there is no site to be made there.
    """

    def __init__(self, file: Path, temporary: Path) -> None:
        self._file = file
        self._temporary = temporary
        self._changed = Condition(RLock())
        self._stamps = Stamps()
        self._unread: set[str] = set()
        self._failed = 0
        self._configuration = self._configured()
        root = self._configuration.plugin.root
        self._root = f"{root}{os.sep}"
        self._records = ServedRecords(root)
        self._history = KeptHistory(root)
        self._findings = KeptFindings()
        self._obstacle = ""
        self._read: Tree | None = None
        self._shown: Tree | None = None
        self._kb: KnowledgeBase | None = None
        self._written: Written | None = None
        self._state = self._checked = self._look = 0
        self._asked = self._looked = 0.0
        self._made: dict[str, bytes | None] = {}
        self._index = SearchIndex(file, temporary, self._indexed)
        self.look()
        if self._written is None:
            raise BetoogError(self._obstacle)

    @property
    def mount(self) -> str:
        """The folder of the site at its host, with a slash at both ends."""
        return self._configuration.mount

    @property
    def places(self) -> tuple[Path, ...]:
        """The folders and files that the site is made of."""
        return (
            Path(self._root, "claims"),
            *self._configuration.places,
            *self._history.places,
        )

    @property
    def state(self) -> int:
        """How often the site became another."""
        return self._state

    def _beside(self, address: str) -> str:
        """What tells whether all is as it was that shows with a page: styles and scripts, and what
        there is to search."""
        searched = self._index.number if address.endswith("search/index.html") else 0
        return f"{self._look} {searched}"

    def look(self) -> bool:
        """Look at all that the site is made of, and read what changed; whether by that the site is
        another, or what is said of it."""
        with self._changed:
            self._looked = time.monotonic()
            before = self._state, self.wrong
            places = None
            # What changed may name other places to look at.
            while places != self.places:
                places = self.places
                if changed := self._stamps.look(places):
                    self._unread |= changed
                    self._failed = 0
                # What came in the way may be gone by itself.
                if changed or (self._unread and self._failed <= _AGAIN):
                    self._renew()
            other = (self._state, self.wrong) != before
            if other:
                self._changed.notify_all()
            return other

    def content(self, address: str) -> Answer:
        """The bytes of the file at an address, or those of the page for missing ones; where
        something is wrong, pages say so."""
        asked = time.monotonic()
        with self._changed:
            self._look_since(asked)
            return self._content(address)

    def _look_since(self, asked: float) -> None:
        """Look at everything, unless somebody began to after this was asked, and is done by now: a
        page and all that goes with it are asked for at once."""
        if self._looked <= asked:
            self.look()

    def _content(self, address: str) -> Answer:
        with self._changed:
            content = self.made(address)
            page = content if content is not None else self.made(_MISSING)
            if page is not None and (content is None or address.endswith(".html")):
                interface = self._configuration.plugin.interface
                page = with_findings(page, self.wrong, interface)
            self._asked = time.monotonic()
            version = version_of(page or b"", self._beside(address))
            return Answer(page or b"", content is not None, version)

    def made(self, address: str) -> bytes | None:
        """The bytes of a file as a build would write it of what was read last; None for none."""
        with self._changed:
            if address not in self._made:
                if len(self._made) >= _KEPT:
                    del self._made[next(iter(self._made))]
                self._made[address] = self._make(address)
            return self._made[address]

    def has(self, address: str) -> bool:
        """Whether a page or a data file of the site stands at an address, made or not."""
        with self._changed:
            assert self._written is not None
            page = self._written.making.at(address)
            return page is not None and page.file == address

    @property
    def obstacle(self) -> str:
        """Why the site is as it was before; empty where it is as it should be."""
        return self._obstacle

    def _make(self, address: str) -> bytes | None:
        written = self._written
        assert written is not None
        if is_sitemap(address) and written.has_sitemap:
            text = written.sitemaps().get(address)
            return None if text is None else text.encode()
        page = written.making.at(address)
        if page is not None:
            return written.making.content(page) if page.file == address else None
        return written.content(address)

    @property
    def wrong(self) -> tuple[str, ...]:
        """What is wrong, in words, that of the site as a whole first."""
        obstacle = (self._obstacle,) if self._obstacle else ()
        told = self._findings.told if self._configuration.plugin.config.check else ()
        double = () if self._written is None else self._written.double
        return tuple(dict.fromkeys((*obstacle, *told, *double)))

    def indexed(self, address: str) -> bytes | None:
        """The bytes of a file of the search index; None where it is not there, or not yet."""
        if not self._configuration.plugin.config.search:
            return None
        return self._index.file(address, self._state)

    def changed(self, address: str, version: str, patience: float) -> bool:
        """Whether what is at an address is, or becomes in so many seconds, another version."""
        asked = time.monotonic()
        late = asked + patience
        with self._changed:
            self._look_since(asked)
            # From here on whoever looks tells of it.
            while self._content(address).version == version:
                left = late - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    return False
            return True

    def check(self) -> bool:
        """Apply all rules to the records as they were read last, for pages to say what is wrong;
        whether that is known now. It is not where meanwhile something changed."""
        with self._changed:
            state, tree, former = self._state, self._read, self._kb
        assert tree is not None
        assert former is not None

        def go_on() -> None:
            # Whoever writes or reads is not to wait for this: what is being made is made first.
            with self._changed:
                if state != self._state:
                    raise _OtherState

        try:
            found = self._findings.check(tree, former, go_on)
        except _OtherState:
            return False
        with self._changed:
            if state != self._state:
                return False
            before = self.wrong
            self._findings.checked(found)
            self._checked = state
            for each in self.wrong:
                if each not in before:
                    log.warning(each)
            if self.wrong != before:
                self._changed.notify_all()
            return True

    def wait_unchecked(self, quiet: float) -> None:
        """Wait until there is a state of the site to which the rules were not applied, and until
        nothing was asked for in so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._checked != self._state)
            while (left := self._asked + quiet - time.monotonic()) > 0:
                self._changed.wait(left)

    def _configured(self) -> Configuration:
        return Configuration(self._file, self._temporary / "site")

    def _configured_anew(self) -> Configuration:
        try:
            configuration = self._configured()
        except OthersError as error:
            raise AnswerError(f"{self._file.name}: {error}; begin serving again") from error
        if f"{configuration.plugin.root}{os.sep}" != self._root:
            raise AnswerError(f"{self._file.name} names another folder; begin serving again")
        return configuration

    def _renew(self) -> None:
        try:
            self._become(frozenset(self._unread))
        except Exception as error:
            # Whatever it is: who asks for a page gets one, and what looks at files goes on.
            self._failed += 1
            known = isinstance(error, BetoogError | OSError)
            obstacle = str(error) if known else f"{type(error).__name__}: {error}"
            if obstacle != self._obstacle:
                log.error("The site is shown as it was: %s", obstacle)
            self._obstacle = obstacle
        else:
            self._obstacle = ""
            self._failed = 0
            self._unread.clear()

    def _become(self, changed: frozenset[str]) -> None:
        """Make another state of the site, if by these paths it is another."""
        configuration = self._configuration
        if self._written is not None and any(str(each) in changed for each in configuration.files):
            configuration = self._configured_anew()
            self._history.forget()
        below = {each.removeprefix(self._root) for each in changed}
        tree = self._records.tree(below)
        beside = _beside(changed, (f"{self._root}claims{os.sep}", *self._history.beginnings))
        shown = tree if self._shown is None else tree.with_former(self._shown)
        same = self._read is not None and _same(tree, self._read) and not beside
        # What a record that changed has nothing to do with is taken over.
        sound = shown.addressable
        kb = KnowledgeBase(sound) if self._kb is None else self._kb.renewed(sound)
        former = self._history.known
        history = self._history.history(
            changed, configuration.plugin.config.history, lambda: configuration.plugin.history(kb)
        )
        if same and history is former:
            return
        self._written, self._kb = configuration.laid_out(kb, history), kb
        self._configuration, self._read, self._shown = configuration, tree, shown
        self._findings.read(tree, below)
        self._look += any(not each.endswith(_TEXTS) for each in beside)
        self._state += 1
        self._made.clear()

    def _indexed(self, said: str) -> None:
        with self._changed:
            if said:
                log.warning("The site cannot be searched: %s", said)
            self._changed.notify_all()


def _beside(changed: Collection[str], beginnings: tuple[str, ...]) -> set[str]:
    return {each for each in changed if not each.startswith(beginnings)}


def _same(one: Tree, other: Tree) -> bool:
    return one.files == other.files and one.problems == other.problems
