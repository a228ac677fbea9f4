"""What a file of the site is made of beside what is read while it is made: what it was given when
the files were listed."""

from collections.abc import Callable
from dataclasses import fields
from functools import partial
from types import CellType, FunctionType, MethodType
from typing import Any

from graph.base import KnowledgeBase
from graph.base.fingerprint import fingerprint
from graph.base.followed_record import read_of
from graph.base.read_fingerprints import ReadFingerprints
from graph.check.rule import Rule
from graph.exchange.frameworks import Frameworks
from graph.pages.edition import Edition
from graph.pages.frame import Frame, Settings, SiteImage, SitePage
from graph.pages.reading.reliance import Reliances
from graph.pages.sharing.cards import Sharing
from graph.pages.sharing.structured_data import StructuredData
from graph.pages.site import Site
from graph.pages.template import Template
from graph.pages.views.debates import Debates, DebateView
from graph.pages.views.facets import Facet, Option
from graph.pages.views.reader import ClaimView, LinkView, Reader
from graph.pages.views.shared_debates import SharedDebates
from graph.pages.views.walk import WalkView
from graph.words.language import Language

_EVERYWHERE = (KnowledgeBase, Site, Frame, Settings, Frameworks, Reliances, SharedDebates)
"""What a site has one of. What is read of it is noted, or is the same for the whole site."""

_OF_A_LANGUAGE: dict[type, Callable[..., str]] = {
    Edition: lambda edition: edition.lang.code,
    Reader: lambda reader: reader.language.code,
    Debates: lambda debates: debates.reader.language.code,
    Sharing: lambda sharing: sharing.code,
    StructuredData: lambda data: data.code,
    Language: lambda language: language.code,
}

_SHARED = frozenset((DebateView, Facet, Option, Rule))
"""What is given to many files."""


class Given:
    """The fingerprints of what files were given, as things are now."""

    def __init__(self, now: ReadFingerprints) -> None:
        self._now = now
        self._known: dict[int, tuple[object, bytes]] = {}

    def __call__(self, file: SitePage | SiteImage) -> bytes:
        """That of what a file was given.

        Raises:
            TypeError: it is not known what tells one such thing from another.
        """
        making = file.render if isinstance(file, SitePage) else file.content
        return fingerprint((making, file.path if isinstance(file, SitePage) else ""), self._told)

    def _told(self, value: Any) -> object:
        kind = type(value)
        if kind is ClaimView:
            return value.reader.language.code, value.id
        if (read := read_of(value)) is not None:
            return read
        if kind is CellType:
            return value.cell_contents
        if kind is FunctionType:
            names = value.__module__, value.__qualname__, value.__code__.co_firstlineno
            return names, value.__defaults__ or (), value.__closure__ or ()
        if kind is partial:
            return value.func, value.args, dict(value.keywords)
        if (code := _OF_A_LANGUAGE.get(kind)) is not None:
            return code(value)
        if kind in _SHARED:
            return self._shared(value)
        match value:
            case MethodType():
                return value.__func__.__qualname__, value.__self__
            case LinkView():
                of_claim = self._now(("weighed", value.link.claim))
                return value.reader.language.code, value.link.id, of_claim
            case Template():
                return value.file
            case WalkView():
                return value.reader.language.code, value.walk
            case type():
                return value.__qualname__
        if isinstance(wrapped := getattr(value, "__wrapped__", None), FunctionType):
            return wrapped
        return kind.__name__ if isinstance(value, _EVERYWHERE) else NotImplemented

    def _shared(self, value: Any) -> bytes:
        known = self._known.get(id(value))
        if known is None:
            told = [getattr(value, each.name) for each in fields(value)]
            # With the value, so that no other gets its number.
            known = self._known[id(value)] = value, fingerprint(told, self._told)
        return known[1]
