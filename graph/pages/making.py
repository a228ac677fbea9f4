"""Making the files of a site, each by itself: one that cannot be made keeps no other from it."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from traceback import walk_tb
from typing import NamedTuple

from graph.argument.phrases import count
from graph.base import KnowledgeBase
from graph.check import RULES, Finding
from graph.check.rule import TOP
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import SiteImage, SitePage
from graph.pages.kinds.unmade import unmade_page
from graph.pages.site import Site
from graph.pages.views.claim import ClaimText
from graph.records import Claim, Debate, Source, Speaker
from graph.text.documents import document
from graph.text.visible import visible

_KINDS = {Claim: "claim", Debate: "debate", Source: "source", Speaker: "speaker"}
_LONGEST = 300
"""As much of what an error says as a person reads."""


class _Cause(NamedTuple):
    """Why something could not be made: the place that was worked on, and what happened there."""

    path: str
    line: int
    why: str


class Making:
    """The files of a site, and what went wrong while they were made."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._unmade: dict[_Cause, list[str]] = {}
        self._doubles: list[Finding] = []
        # By address what stands there, as far as it is known of which record or text it is made.
        self._taken: dict[str, str] = {}
        self.errors: list[Exception] = []
        """What was raised, once for each cause."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """A finding for each cause, which may be that of many files, and for each address that
        two pages would have."""
        help_ = "mend what stands there, or leave it out and report it"
        unmade = (
            _finding("B101", path, line, f"{_these(files)} could not be made: {why}", help_)
            for (path, line, why), files in self._unmade.items()
        )
        return tuple(sorted((*unmade, *self._doubles)))

    def files(self) -> Iterator[SitePage | SiteImage]:
        """Every file of the site, each path once; where two would have it, the first has it."""
        for file in self._listed():
            if self.has_room(file.file, file.record):
                yield file

    def has_room(self, address: str, path: str) -> bool:
        """Whether a file that is made of what is at a path can stand at an address, and none does
        yet. Where it cannot, that is a finding."""
        # On many machines names that differ in letter case only are one.
        key = address.casefold()
        if key not in self._taken:
            self._taken[key] = path
            return True
        self._doubles.append(_double(address, path, self._taken[key]))
        return False

    def content(self, file: SitePage | SiteImage) -> bytes | None:
        """The file's bytes. Of a page that cannot be made, those of a page that says so; None for
        any other file, which is left out then."""
        try:
            return file.content()
        except Exception as error:
            path, line, why = self.failed(file.file, error, file.record)
        if isinstance(file, SitePage) and file.language:
            language = self._site.frame.interface.language(file.language)
            return document(unmade_page(language, file.path, f"{path}:{line}: B101 {why}"))
        return None

    def failed(self, file: str, error: Exception, record: str = "") -> tuple[str, int, str]:
        """Keep in mind that a file could not be made; `record` is the one that it is about.

        Where it broke, path and line, and why.
        """
        said = visible(" ".join(f"{type(error).__name__}: {error}".split()))
        cut = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
        cause = _Cause(*self._place(error, record), cut)
        if cause not in self._unmade:
            self.errors.append(error)
        self._unmade.setdefault(cause, []).append(file)
        return cause

    def _listed(self) -> Iterator[SitePage | SiteImage]:
        for group in self._site.groups():
            try:
                yield from group.files()
            except Exception as error:
                self.failed(group.name, error)

    def _place(self, error: Exception, record: str) -> tuple[str, int]:
        """The place in a template of the knowledge base's own, or the record, that was worked on
        where it broke; that of the page where neither is known."""
        for frame, line in reversed(list(walk_tb(error.__traceback__))):
            if own := self._own_template(Path(frame.f_code.co_filename)):
                return own, line
            for value in frame.f_locals.values():
                if path := _record_file(self._site.kb, value):
                    return path, 1
        return record or "claims", 1

    def _own_template(self, file: Path) -> str:
        root = self._site.kb.tree.root.resolve()
        for folder in map(Path.resolve, self._site.settings.templates):
            if file.resolve().is_relative_to(folder) and folder.is_relative_to(root):
                return "" if folder == TEMPLATES else file.resolve().relative_to(root).as_posix()
        return ""


def _double(address: str, path: str, first: str) -> Finding:
    place = PurePosixPath(address)
    where = f"{place.parent}/" if place.name == "index.html" else address
    other = f"that of {first}" if first else "another page of the site"
    message = f"its page would stand at {where}, where {other} stands"
    return _finding("B102", path or "claims", 1, message, "give one of the two another name")


def _finding(code: str, path: str, line: int, message: str, help_: str) -> Finding:
    return Finding(code, RULES[code].severity, path, line, *TOP[1:], message, help_)


def _record_file(kb: KnowledgeBase, value: object) -> str:
    record = value.record if isinstance(value, ClaimText) else value
    if isinstance(record, Claim | Debate | Source | Speaker):
        return kb.paths.get((_KINDS[type(record)], record.id), "")
    return ""


def _these(files: list[str]) -> str:
    return files[0] + (f" and {count(len(files) - 1, 'other file')}" if files[1:] else "")
