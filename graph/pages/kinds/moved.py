"""The pages at older addresses: each leads on to where the claim stands by now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from graph.argument.walk import walk_of
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.claims import claim_data
from graph.pages.kinds.page_kind import PageKind
from graph.pages.shared_context import Alternate
from graph.pages.template import Template
from graph.pages.views.positions import positions_path
from graph.pages.views.walk import walk_path


@dataclass(frozen=True)
class MovedContext:
    """A page at an older address, for a reader's bookmark and for a link elsewhere. Its
    `canonical` and its `alternates` are those of the page that it leads to."""

    canonical: str
    """The address of the page that it leads to; empty where that of the site is not known."""
    alternates: tuple[Alternate, ...]
    """The page that it leads to, in every language of the site."""
    address: str
    """Where it leads to: the path below `base`."""
    name: str
    """What that page is about, as text."""


TEMPLATE = Template("moved.html", MovedContext)


class _Address(NamedTuple):
    """A path of before, and where what stood there stands now: its path, what that page is about,
    and the record that says so."""

    older: str
    path: str
    name: str
    record: str


def moved_pages(edition: Edition) -> Iterator[SitePage]:
    """A page at every older address of a record, unless that is another's by now, and the data
    file that stands beside the present one of a claim."""
    kb, title = edition.kb, edition.lang.t("moved.title")
    found: dict[str, _Address] = {}
    for each in (*_claims(edition), *_shared(edition), *_debates(edition)):
        found.setdefault(each.older, each)
    for each in found.values():
        own = partial(_context, edition, each)
        yield replace(
            edition.page(TEMPLATE, each.older, title, own, record=each.record), listed=False
        )
    for older, id_ in kb.aliases.items():
        path = f"{edition.lang.prefix}claims/{older}/index.json"
        yield SitePage(path, partial(claim_data, edition, id_), record=kb.paths["claim", id_])


def _claims(edition: Edition) -> Iterator[_Address]:
    for older, id_ in edition.kb.aliases.items():
        claim = edition.reader.claim(id_)
        record = edition.kb.paths["claim", id_]
        yield _Address(f"claims/{older}/", claim.path, claim.label, record)
        if id_ in edition.kb.theses and walk_of(edition.kb, id_) is not None:
            yield _Address(walk_path(older), walk_path(id_), claim.label, record)


def _shared(edition: Edition) -> Iterator[_Address]:
    """Those of sources and of speakers, whose claims are a list too."""
    kb = edition.kb
    for older, id_ in kb.older["source"].items():
        record, name = kb.paths["source", id_], kb.sources[id_].title
        yield _Address(f"sources/{older}/", f"sources/{id_}/", name, record)
    renamed = kb.older["speaker"]
    said = {claim.speaker for claim in kb.claims.values()} if renamed else frozenset()
    for older, id_ in renamed.items():
        record, name = kb.paths["speaker", id_], edition.text(kb.speakers[id_].name)
        for folder in ("speakers", *(("lists/speaker",) if id_ in said else ())):
            yield _Address(f"{folder}/{older}/", f"{folder}/{id_}/", name, record)


_BELOW = ("", "map/", "booklet/")
"""What stands below the page of a debate."""
_OF_SEVERAL = ("weak-spots", "outcomes", "upkeep")
"""The lists that each debate has where there are several."""


def _debates(edition: Edition) -> Iterator[_Address]:
    """Those of debates and of what stands below them, with the lists of their claims."""
    kb, views = edition.kb, edition.debates
    older: dict[str, list[str]] = {}
    for each, id_ in kb.older["debate"].items():
        older.setdefault(id_, []).append(each)
    taken = {f"{view.path}{part}" for view in views for part in _BELOW}
    for view in views:
        taken.update(path for each in view.themes for path in (each.path, each.list_path))
    for view in views:
        id_, record = view.debate.id, kb.paths["debate", view.debate.id]
        title = edition.text(view.debate.title)
        moved = list[tuple[str, str, str]]()
        for each in older.get(id_, ()):
            moved += ((f"debates/{each}/{part}", view.path + part, title) for part in _BELOW)
            if view.positions:
                moved.append((positions_path(each), view.positions, title))
            if len(views) > 1:
                moved += ((f"{part}/{each}/", f"{part}/{id_}/", title) for part in _OF_SEVERAL)
                if view.members:
                    moved.append((f"lists/debate/{each}/", f"lists/debate/{id_}/", title))
        ids = {each.theme.id for each in view.themes}
        for theme in view.themes:
            name = edition.text(theme.theme.title)
            for debate in (id_, *older.get(id_, ())):
                for own in (
                    theme.theme.id,
                    *(each for each in theme.theme.aliases if each not in ids),
                ):
                    if (debate, own) == (id_, theme.theme.id):
                        continue
                    moved.append((f"debates/{debate}/{own}/", theme.path, name))
                    if theme.members:
                        moved.append((f"lists/theme/{debate}-{own}/", theme.list_path, name))
        for path, now, name in moved:
            if path not in taken:
                yield _Address(path, now, name, record)


def _context(edition: Edition, moved: _Address) -> MovedContext:
    # Both stand equally deep, so that what leads on from the one does from the other.
    there = edition.shared(moved.path, moved.name)
    return MovedContext(there.canonical, there.alternates, moved.path, moved.name)


MOVED = PageKind(TEMPLATE, moved_pages)
