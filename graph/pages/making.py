"""Making the files of a site, each by itself: one that cannot be made keeps no other from it."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from traceback import format_exception, walk_tb

from graph.argument.phrases import count
from graph.base import KnowledgeBase
from graph.base.reads import noting
from graph.check import Finding
from graph.check.rule import TOP
from graph.pages.addresses import Addresses
from graph.pages.faults import double, unmade
from graph.pages.frame import SiteImage, SitePage
from graph.pages.kinds.unmade import unmade_page
from graph.pages.listed import Place
from graph.pages.made import Cause, Failure, Made
from graph.pages.site import Group, Run, Site
from graph.pages.views.claim import ClaimText
from graph.pages.written_last import WrittenLast
from graph.records import Claim, Debate, Source, Speaker
from graph.store import Span
from graph.text.documents import document
from graph.text.visible import visible

_KINDS = {Claim: "claim", Debate: "debate", Source: "source", Speaker: "speaker"}
_LONGEST = 300
"""As much of what an error says as a person reads."""


class Making:
    """The files of a site, and what went wrong while they were made."""

    def __init__(self, site: Site) -> None:
        self.site = site
        """The site whose files they are."""
        self._unmade: dict[Cause, list[str]] = {}
        self._doubles: list[Finding] = []
        self._addresses = Addresses()
        self.traces: list[str] = []
        """Where in the program it broke, once for each cause."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """A finding for each cause, which may be that of many files, and for each address that
        two pages would have."""
        found = (
            unmade(path, f"{_these(files)} could not be made: {why}", Span(line, *TOP[1:]))
            for (path, line, why), files in self._unmade.items()
        )
        return tuple(sorted((*found, *self._doubles)))

    def files(self) -> Iterator[SitePage | SiteImage]:
        """Every file of the site, each path once; where two would have it, the first has it."""
        yield from (file for _, file in self.numbered())

    def numbered(self) -> Iterator[tuple[Place, SitePage | SiteImage]]:
        """The same, each with its place among all that are `listed`."""
        for number, run in enumerate(self.site.runs()):
            for at, file in enumerate(self.listed(run, self.failed)):
                if self.has_room(file.file, file.record):
                    yield Place(number, at), file

    def listed(
        self, run: Run, failed: Callable[[str, Exception], object] = lambda _name, _error: None
    ) -> Iterator[SitePage | SiteImage]:
        """Every file of a run in its order, also those for which there is no room. What goes wrong
        in a group is told to `failed`, and not kept in mind."""
        for file in _in_turn(run.groups, failed):
            yield file
            self.site.tidy()

    def has_room(self, address: str, path: str) -> bool:
        """Whether a file that is made of what is at a path can stand at an address: no other file
        does, none is a folder of it, and it is the folder of none. Where it cannot, that is a
        finding."""
        obstacle = self._addresses.take(address, path)
        if obstacle is not None:
            self._doubles.append(double(address, path, obstacle))
        return obstacle is None

    def leave(self, last: WrittenLast) -> None:
        """Let no file that is asked about from here on stand where something is written last."""
        self._addresses.leave(last)

    def expect(self, address: str, path: str) -> None:
        """Let no file stand where one of the folders is that a file of this address is in, which is
        made of what is at a path, unless there is no room for that itself."""
        self._addresses.expect(address, path)

    def taken(self, made: Iterable[Made]) -> Generator[Made, None, None]:
        """The same files, wherever they were made; keeps in mind which could not be."""
        for each in made:
            if each.failure is not None:
                self._keep(each.file, each.failure)
            yield each

    def make(self, file: SitePage | SiteImage) -> Made:
        """Make a file, and keep nothing of it in mind. Of a page that cannot be made, there is the
        content of a page that says so; any other file is left out then."""
        try:
            with noting() as reads:
                content: bytes | None = file.content()
            return Made(file.file, content, reads=frozenset(reads))
        except Exception as error:
            failure = self._failure(error, file.record)
        content = None
        if isinstance(file, SitePage) and file.language:
            path, line, why = failure.cause
            language = self.site.frame.interface.language(file.language)
            content = document(unmade_page(language, file.path, f"{path}:{line}: B101 {why}"))
        return Made(file.file, content, failure)

    def failed(self, file: str, error: Exception, record: str = "") -> Cause:
        """Keep in mind that a file could not be made; `record` is the one that it is about."""
        failure = self._failure(error, record)
        self._keep(file, failure)
        return failure.cause

    def _keep(self, file: str, failure: Failure) -> None:
        if failure.cause not in self._unmade:
            self.traces.append(failure.trace)
        self._unmade.setdefault(failure.cause, []).append(file)

    def _failure(self, error: Exception, record: str) -> Failure:
        said = visible(" ".join(f"{type(error).__name__}: {error}".split()))
        cut = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
        cause = Cause(*self._place(error, record), cut)
        return Failure(cause, "".join(format_exception(error)))

    def _place(self, error: Exception, record: str) -> tuple[str, int]:
        """The place in a template of the knowledge base's own, or the record, that was worked on
        where it broke; that of the page where neither is known."""
        own = cache(self._own_template)
        for frame, line in reversed(list(walk_tb(error.__traceback__))):
            if template := own(frame.f_code.co_filename):
                return template, line
            for value in frame.f_locals.values():
                if path := _record_file(self.site.kb, value):
                    return path, 1
        return record or "claims", 1

    def _own_template(self, code: str) -> str:
        file = Path(code)
        root, bundled = self.site.kb.tree.root.resolve(), self.site.settings.bundled
        for folder in map(Path.resolve, self.site.settings.templates):
            if file.resolve().is_relative_to(folder) and folder.is_relative_to(root):
                return "" if folder == bundled else file.resolve().relative_to(root).as_posix()
        return ""


def _in_turn(
    groups: Sequence[Group], failed: Callable[[str, Exception], object]
) -> Iterator[SitePage | SiteImage]:
    """The files of groups, one of each in turn, so that what they have in common is at hand."""
    going = [(group.name, _started(group)) for group in groups]
    while going:
        for each in tuple(going):
            name, files = each
            try:
                file = next(files, None)
            except Exception as error:
                failed(name, error)
                file = None
            if file is None:
                going.remove(each)
            else:
                yield file


def _started(group: Group) -> Iterator[SitePage | SiteImage]:
    yield from group.files()


def _record_file(kb: KnowledgeBase, value: object) -> str:
    # What was being made when it broke off has no fields yet.
    record = getattr(value, "record", None) if isinstance(value, ClaimText) else value
    if isinstance(record, Claim | Debate | Source | Speaker):
        return kb.paths.get((_KINDS[record.__class__], getattr(record, "id", "")), "")
    return ""


def _these(files: list[str]) -> str:
    return files[0] + (f" and {count(len(files) - 1, 'other file')}" if files[1:] else "")
