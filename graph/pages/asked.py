"""The files of a site, each found and made when it is asked for by its address."""

from collections.abc import Iterator

from graph.pages.addresses import folders
from graph.pages.frame import SiteImage, SitePage
from graph.pages.making import Making
from graph.pages.site import Group, Site


class Asked(Making):
    """The files of a site by their addresses.

    No more is listed than an address needs, and what was listed for one is at hand for the next.
    """

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self._of_group: dict[int, dict[str, SitePage | SiteImage]] = {}
        self._along: dict[str, SitePage | SiteImage | None] = {}

    def at(self, address: str) -> SitePage | SiteImage | None:
        """The file that has an address, or one that differs from it in letter case only; None for
        none. Where two would have it, the first has it, as in `files`."""
        return None if address.endswith("/") else self._first(address.casefold())

    def along(self, address: str) -> Iterator[SitePage | SiteImage]:
        """The files that say whether another can have an address: for each folder of that, and for
        the address itself, the first that stands there or, if none does, below."""
        key = address.casefold()
        for place in (*reversed(tuple(folders(key))), key):
            if place not in self._along:
                self._along[place] = self._first(place) or self._first(f"{place}/")
            found = self._along[place]
            if found is None:
                # Then nothing stands further down.
                return
            yield found

    def _first(self, key: str) -> SitePage | SiteImage | None:
        """The first file that has an address, in lower case, or that is in a folder, which has a
        slash at its end."""
        for number, group in enumerate(self.site.groups()):
            try:
                found = self._in(number, group, key)
            except Exception as error:
                self.failed(group.name, error)
                self._of_group[number] = {}
                continue
            if found is not None:
                return found
        return None

    def _in(self, number: int, group: Group, key: str) -> SitePage | SiteImage | None:
        if number in self._of_group:
            return self._of_group[number].get(key)
        if group.near is not None:
            return next((each for each in group.near(key) if _is_at(each.file, key)), None)
        listed: dict[str, SitePage | SiteImage] = {}
        for each in group.files():
            address = each.file.casefold()
            listed.setdefault(address, each)
            for folder in folders(address):
                listed.setdefault(f"{folder}/", each)
        self._of_group[number] = listed
        return listed.get(key)

    def has_room(self, address: str, path: str) -> bool:
        """Whether a file can stand at an address from which no page of the site keeps it, nor
        another file that was asked about before."""
        self._let_pages_have(address)
        return super().has_room(address, path)

    def expect(self, address: str, path: str) -> None:
        """Likewise where pages of the site do not keep the file from its address."""
        self._let_pages_have(address)
        super().expect(address, path)

    def _let_pages_have(self, address: str) -> None:
        for there in self.along(address):
            if there.file not in self._addresses:
                super().has_room(there.file, there.record)

    def content(self, file: SitePage | SiteImage) -> bytes | None:
        """The bytes of a file, as far as it can be made."""
        (made,) = self.taken([self.make(file)])
        return made.content


def _is_at(address: str, key: str) -> bool:
    found = address.casefold()
    return found.startswith(key) if key.endswith("/") else found == key
