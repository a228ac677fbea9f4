"""What is wrong with the navigation that `mkdocs.yml` gives a site."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import urlsplit

from graph.pages.proofs.leading import RELATIVE_TO_PAGES
from graph.pages.proofs.shelf import Shelf
from graph.store.site_configuration import NavEntry, SiteConfiguration
from graph.text.visible import visible


class EntryFault(NamedTuple):
    """The entry that something is wrong with, and what; the level of validation that decides
    whether a build stops there, empty where it always does."""

    entry: NavEntry
    message: str
    help: str
    level: str = ""


def navigation_faults(said: SiteConfiguration, shelf: Shelf) -> Iterator[EntryFault]:
    """All that is wrong with a navigation, if there is one."""
    if said.navigation is None:
        return
    for each in said.navigation:
        if each.unfit:
            help_ = "write a list of paths, each with or without a title: `- About: about.md`"
            yield EntryFault(each, f"this can be no entry of `nav`: {each.unfit}", help_)
            continue
        place = PurePath(_looked_up(each.target, said)).as_posix()
        if not shelf.has(place):
            yield from _lost(each, said)


def _looked_up(target: str, said: SiteConfiguration) -> str:
    relative = said.levels["nav", "absolute_links"] == RELATIVE_TO_PAGES
    return target.lstrip("/") if relative and target.startswith("/") else target


def _lost(entry: NavEntry, said: SiteConfiguration) -> Iterator[EntryFault]:
    try:
        scheme, host, *_ = urlsplit(entry.target)
    except ValueError as error:
        help_ = "correct the address, or take the entry out"
        yield EntryFault(entry, f"`{visible(entry.target)}` is no address: {error}", help_)
        return
    if scheme or host:
        return
    help_ = "name a page by its path in the folder of pages, or take the entry out"
    if entry.target.startswith("/") and _looked_up(entry.target, said) == entry.target:
        message = f"`nav` leads to `{visible(entry.target)}`, from the root of the host on"
        yield EntryFault(entry, message, help_, "absolute_links")
    else:
        message = f"`nav` leads to `{visible(entry.target)}`, which is no page or file of the site"
        yield EntryFault(entry, message, help_, "not_found")
