"""Which addresses of a site have been given away, and for which others there is no room then."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.pages.written_last import WrittenLast


class Obstacle(NamedTuple):
    """What keeps a file from its address: where it stands, with a slash at its end where that is a
    folder, and the path of what it is made of; that is empty for what is made of several. What is
    written when all else is there has a name instead."""

    place: str
    path: str
    name: str = ""


class Addresses:
    """The addresses of the files of a site, as they are given away one after another.

    On many machines names that differ in letter case only are one, so they are one here.
    """

    def __init__(self) -> None:
        # What a file that stands there, or in that folder, is made of.
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self._last = WrittenLast(sitemap=False, search=False)

    def leave(self, last: WrittenLast) -> None:
        """Leave room for what is written when all other files are there."""
        self._last = last

    def take(self, address: str, path: str) -> Obstacle | None:
        """Give an address to a file that is made of what is at a path, as long as nothing keeps it
        from there; otherwise that."""
        key = address.casefold()
        obstacle = self._enter(address, key, path)
        if obstacle is None:
            self._files[key] = path
        return obstacle

    def expect(self, address: str, path: str) -> None:
        """Keep the folders free for a file that is to come to this address, unless there is no
        room for it by now."""
        self._enter(address, address.casefold(), path)

    def __contains__(self, address: object) -> bool:
        """Whether a file stands at an address."""
        return str(address).casefold() in self._files

    def _enter(self, address: str, key: str, path: str) -> Obstacle | None:
        """Enter the folders of a file, unless something keeps it from its address."""
        if name := self._last.at(key.partition("/")[0]):
            return Obstacle(address.partition("/")[0], "", name)
        if (first := self._files.get(key)) is not None:
            return Obstacle(address, first)
        if (first := self._folders.get(key)) is not None:
            return Obstacle(f"{address}/", first)
        new = []
        for folder in folders(key):
            if folder in self._folders:
                # Then no file stands where a folder is that it is in, and all are entered.
                break
            if (first := self._files.get(folder)) is not None:
                return Obstacle(folder, first)
            new.append(folder)
        for folder in new:
            self._folders[folder] = path
        return None


def folders(address: str) -> Iterator[str]:
    """The folders that a file of this address is in, from the innermost: no file can be one."""
    end = len(address)
    while (end := address.rfind("/", 0, end)) > 0:
        yield address[:end]
