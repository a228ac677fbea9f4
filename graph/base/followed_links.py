"""The links of a knowledge base, noting what is read of their records."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from typing_extensions import override

from graph.base.followed_assessment import EVERY_WEIGHED
from graph.base.followed_mapping import FollowedMapping
from graph.base.followed_record import followed_record
from graph.base.link import Link
from graph.base.reads import Read, note


class FollowedLinks(FollowedMapping[str, Link]):
    """Links by their ids; `claim_of` says what is read where one is asked for. What its record says
    is read by its fields."""

    def __init__(self, plain: Mapping[str, Link], claim_of: Callable[[str], Read]) -> None:
        super().__init__(plain, claim_of, ("ids", "link"), EVERY_WEIGHED, self.given)
        self._known: dict[str, Link] = {}

    def given(self, link: Link) -> Link:
        """What stands for one of the links, of which more has not been read than its ends."""
        known = self._known.get(link.id)
        if known is None:
            record = followed_record(link.record, ("step", link.id))
            known = self._known[link.id] = replace(link, record=record)
        return known

    def all_given(self, links: Iterable[Link]) -> tuple[Link, ...]:
        """What stands for some of them."""
        return tuple(map(self.given, links))

    @override
    def __eq__(self, other: object) -> bool:
        note(("whole", "links"))
        return self._whole == other

    __hash__ = None
