"""The files of a site, each found and made when it is asked for by its address."""

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

    def at(self, address: str) -> SitePage | SiteImage | None:
        """The file that has an address, or one that differs from it in letter case only; None for
        none. Where two would have it, the first has it, as in `files`."""
        key = address.casefold()
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
            return next((each for each in group.near(key) if each.file.casefold() == key), None)
        listed: dict[str, SitePage | SiteImage] = {}
        for each in group.files():
            listed.setdefault(each.file.casefold(), each)
        self._of_group[number] = listed
        return listed.get(key)

    def has_room(self, address: str, path: str) -> bool:
        """Whether a file can stand at an address where no page of the site does, nor another file
        that was asked about before."""
        there = self.at(address)
        if there is not None and address.casefold() not in self._taken:
            super().has_room(there.file, there.record)
        return super().has_room(address, path)

    def content(self, file: SitePage | SiteImage) -> bytes | None:
        """The bytes of a file, as far as it can be made."""
        (made,) = self.taken([self.make(file)])
        return made.content
