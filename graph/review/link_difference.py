"""Links that came, went, were moved or are warranted otherwise.

A link is known by its name. One whose name is gone is the same as a new one with the same
premises and warrant or, failing that, the same premises, where there is one of each: then it was
moved to another target.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.base import KnowledgeBase, Link
from graph.records.link_name import LinkName
from graph.review.record_change import Changes


class Aspect(StrEnum):
    """What can change about a link."""

    TYPE = "type"
    PREMISES = "premises"
    TARGET = "target"
    SCHEME = "scheme"
    WARRANT = "warrant"
    RELEVANCE = "relevance"
    ID = "id"


@dataclass(frozen=True)
class LinkChange:
    """A link before and after, and what about it changed."""

    before: Link
    after: Link
    aspects: tuple[Aspect, ...]

    @property
    def moved(self) -> bool:
        """Whether it bears on something else now."""
        return Aspect.TARGET in self.aspects


def link_changes(
    before: KnowledgeBase, after: KnowledgeBase, renamed: Mapping[str, str]
) -> Changes[Link, LinkChange]:
    """What differs between the links of two states.

    `renamed` gives the ids afterwards of the claims that have another one than before.
    """
    old = {present_name(link.id, renamed): link for link in before.links.values()}
    new = dict(after.links)
    pairs = [(old.pop(name), new.pop(name)) for name in sorted(old.keys() & new.keys())]
    for warranted in (True, False):
        gone, come = _by_premises(old, renamed, warranted), _by_premises(new, {}, warranted)
        pairs.extend(
            (old.pop(gone[key][0]), new.pop(come[key][0]))
            for key in sorted(gone.keys() & come.keys())
            if len(gone[key]) == len(come[key]) == 1
        )
    steps = {
        present_name(was.id, renamed): now.id
        for was, now in pairs
        if was.record.id != now.record.id and _present_target(was, renamed) == now.target
    }
    compared = ((was, now, _aspects(was, now, renamed, steps)) for was, now in pairs)
    changed = [LinkChange(was, now, aspects) for was, now, aspects in compared if aspects]
    changed.sort(key=lambda change: _place(after, change.after))
    return Changes(_in_order(after, new.values()), _in_order(before, old.values()), tuple(changed))


def present_name(name: str, renamed: Mapping[str, str]) -> str:
    """The name afterwards of a link, or of a claim, that was called this before."""
    if not renamed:
        return name
    return str(LinkName.meant(name).renamed(lambda each: renamed.get(each, each)))


def _present_target(link: Link, renamed: Mapping[str, str]) -> str:
    target = present_name(link.target, renamed)
    return renamed.get(target, target)


def _premises(link: Link, renamed: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({renamed.get(each, each) for each in link.premises}))


def _by_premises(
    links: Mapping[str, Link], renamed: Mapping[str, str], warranted: bool
) -> dict[tuple[str, ...], list[str]]:
    """The names of links by their type and premises and, where `warranted`, their warrants."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, link in links.items():
        because = link.record.because
        if warranted and because is None:
            continue
        warrant = sorted(because.root.items()) if warranted and because is not None else []
        key = (
            link.type.value,
            *_premises(link, renamed),
            "",
            *(text for pair in warrant for text in pair),
        )
        found.setdefault(key, []).append(name)
    return found


def _aspects(
    was: Link, now: Link, renamed: Mapping[str, str], steps: Mapping[str, str]
) -> tuple[Aspect, ...]:
    if was.record is now.record and (was.target, was.premises) == (now.target, now.premises):
        return ()
    target = _present_target(was, renamed)
    target = steps.get(target, target)
    same = {
        Aspect.TYPE: was.type is now.type,
        Aspect.PREMISES: _premises(was, renamed) == _premises(now, {}),
        Aspect.TARGET: target == now.target,
        Aspect.SCHEME: was.record.scheme == now.record.scheme,
        Aspect.WARRANT: was.record.because == now.record.because,
        Aspect.RELEVANCE: was.record.relevance == now.record.relevance,
        # One that is moved has another name for that.
        Aspect.ID: was.record.id == now.record.id
        and (target != now.target or present_name(was.id, renamed) == now.id),
    }
    return tuple(aspect for aspect, is_so in same.items() if not is_so)


def _in_order(kb: KnowledgeBase, links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: _place(kb, link)))


def _place(kb: KnowledgeBase, link: Link) -> tuple[str, str]:
    return kb.paths["claim", link.claim], link.id
