"""Which files in the folder of pages MkDocs publishes, and which of them give way to others."""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from graph.store.site_configuration import SiteConfiguration
from graph.store.surroundings import MARKDOWN
from graph.store.walk import walk

_HOME = ("index", "README")


class Published(NamedTuple):
    """The paths of files below the folder of pages: in order those that are taken along, the ones
    of them that are not published, and pairs of those that give way and what they give way to."""

    there: Sequence[str]
    hidden: frozenset[str]
    left_out: Sequence[tuple[str, str]]


def is_page(place: str) -> bool:
    """Whether MkDocs takes a file for a page."""
    return place.endswith(MARKDOWN)


def address_of(place: str, use_directory_urls: bool) -> str:
    """Where MkDocs puts what comes of a file."""
    if not is_page(place):
        return place
    folder, name = posixpath.split(place)
    stem = posixpath.splitext(name)[0]
    stem = "index" if stem == "README" else stem
    if not use_directory_urls or stem == "index":
        return posixpath.join(folder, f"{stem}.html")
    return posixpath.join(folder, stem, "index.html")


def published(configuration: SiteConfiguration) -> Published:
    """What there is in the folder of pages of a configuration."""
    is_hidden = hiding(configuration)
    folders: dict[tuple[str, ...], list[str]] = {}
    if configuration.pages.is_dir():
        for each in walk(configuration.pages):
            if each.refusal is None:
                folders.setdefault(tuple(each.path.split("/")[:-1]), []).append(each.path)
    there: list[str] = []
    left_out: list[tuple[str, str]] = []
    for folder in sorted(folders):
        files = sorted(folders[folder], key=_home_first)
        there.extend(files)
        for former, later in _alike(files, configuration.use_directory_urls):
            if not is_hidden(later) and former in there:
                there.remove(former)
                if not is_hidden(former):
                    left_out.append((former, later))
            elif is_hidden(later) and later in there:
                there.remove(later)
    return Published(there, frozenset(filter(is_hidden, there)), left_out)


def hiding(configuration: SiteConfiguration) -> Callable[[str], bool]:
    """Which files are not published, by their paths in the folder of pages."""
    own = (*configuration.excluded.splitlines(), *configuration.drafts.splitlines())
    if not any(each.strip() for each in own):
        return lambda place: place.startswith(("templates/", ".")) or "/." in place
    # Imported here because hardly any site has such patterns.
    from pathspec import GitIgnoreSpec

    always = [".*", "/templates/"]
    excluded = GitIgnoreSpec.from_lines([*always, *configuration.excluded.splitlines()])
    drafts = GitIgnoreSpec.from_lines(configuration.drafts.splitlines())
    return lambda place: excluded.match_file(place) or drafts.match_file(place)


def _home_first(place: str) -> tuple[bool, str]:
    name = posixpath.basename(place)
    return posixpath.splitext(name)[0] not in _HOME, name


def _alike(files: Sequence[str], use_directory_urls: bool) -> Iterator[tuple[str, str]]:
    """Files of one folder that come to one address: the first that does, with each later one."""
    first: dict[str, str] = {}
    for each in files:
        former = first.setdefault(address_of(each, use_directory_urls), each)
        if former != each:
            yield former, each
