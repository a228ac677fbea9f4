"""What is told of a difference: in groups, in order, nothing twice, and without words.

The forms of a change, in English for reviewers and in each language of the site, differ in
their words and in what they have room for. What there is to tell is this.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

from graph.argument.phrases import in_figures
from graph.base import Link
from graph.records import Claim
from graph.review.claim_difference import ClaimChange, TextChange, text_changes
from graph.review.difference import BalanceChange, Difference
from graph.review.link_difference import Aspect, LinkChange
from graph.review.record_change import FieldChange

Detail: TypeAlias = TextChange | FieldChange
"""One thing about a claim, a link or another record that is otherwise: before and after."""
LEAST = 0.0005
"""A smaller difference in balance is none in three decimals."""


@dataclass(frozen=True)
class ClaimWithLinks:
    """A claim that came or went, with those of its links that did so too."""

    claim: Claim
    links: tuple[Link, ...]

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id


Told: TypeAlias = ClaimWithLinks | ClaimChange | Link | LinkChange | BalanceChange


@dataclass(frozen=True)
class Telling:
    """A difference in the groups in which it is told.

    The links of a claim that came or went are told with it alone. A claim that is worded
    otherwise is `reworded`, whatever else about it changed. `theses` are the theses whose
    balance changed; of other claims, `standings` are those that stand differently and
    `shifts` those that do not. Balances are in order of how much they changed, all else in
    order of files.
    """

    added: tuple[ClaimWithLinks, ...]
    removed: tuple[ClaimWithLinks, ...]
    reworded: tuple[ClaimChange, ...]
    other: tuple[ClaimChange, ...]
    links_added: tuple[Link, ...]
    links_removed: tuple[Link, ...]
    links_changed: tuple[LinkChange, ...]
    theses: tuple[BalanceChange, ...]
    standings: tuple[BalanceChange, ...]
    shifts: tuple[BalanceChange, ...]

    @property
    def balances(self) -> tuple[BalanceChange, ...]:
        """The claims whose balance changed, those first that matter most."""
        return (*self.theses, *self.standings, *self.shifts)

    def by_folder(self, folders: Mapping[str, str]) -> Iterator[tuple[str, "Telling"]]:
        """What is told of each debate, in order of the folders in which claims are filed."""
        groups = [each.name for each in fields(self)]
        parts: dict[str, dict[str, list[Any]]] = {}
        for name in groups:
            for told in getattr(self, name):
                part = parts.setdefault(folders[claim_of(told)], {each: [] for each in groups})
                part[name].append(told)
        for folder, part in sorted(parts.items()):
            yield folder, Telling(**{name: tuple(several) for name, several in part.items()})


def tell(found: Difference, theses: Container[str] = ()) -> Telling:
    """What is told of a difference; none of `theses` is told among the other claims."""
    claims, links = found.claims, found.links
    new, gone = ({each.id for each in several} for several in (claims.added, claims.removed))
    others = [each for each in found.balances if each.id not in theses]
    return Telling(
        added=_with_links(claims.added, links.added),
        removed=_with_links(claims.removed, links.removed),
        reworded=tuple(each for each in claims.changed if each.reworded),
        other=tuple(each for each in claims.changed if not each.reworded),
        links_added=tuple(each for each in links.added if each.claim not in new),
        links_removed=tuple(each for each in links.removed if each.claim not in gone),
        links_changed=links.changed,
        theses=tuple(each for each in found.balances if each.id in theses),
        standings=tuple(each for each in others if each.turned),
        shifts=tuple(each for each in others if not each.turned and _shows(each)),
    )


def moves(change: BalanceChange) -> bool:
    """Whether a claim is told to be stronger or weaker: a thesis is by less than figures show."""
    return abs(change.delta) >= LEAST or _shows(change)


def _shows(change: BalanceChange) -> bool:
    """Whether the figures differ, as they are told: what looks alike is no shift to a reader."""
    return in_figures(change.before.balance) != in_figures(change.after.balance)


def _with_links(claims: tuple[Claim, ...], links: tuple[Link, ...]) -> tuple[ClaimWithLinks, ...]:
    by_claim: dict[str, list[Link]] = {}
    for link in links:
        by_claim.setdefault(link.claim, []).append(link)
    return tuple(ClaimWithLinks(each, tuple(by_claim.get(each.id, ()))) for each in claims)


def claim_of(told: Told) -> str:
    """The claim that something is told of; of a link the arguing one."""
    if isinstance(told, LinkChange):
        return told.after.claim
    return told.claim if isinstance(told, Link) else told.id


def claim_details(change: ClaimChange) -> tuple[Detail, ...]:
    """What about a claim is otherwise, besides its sentence: its id, other texts, its fields."""
    id_ = (FieldChange("id", change.before.id, change.id),) if change.renamed else ()
    texts = (each for each in change.texts if each.field != "claim")
    return (*id_, *texts, *change.fields)


def link_details(change: LinkChange) -> tuple[Detail, ...]:
    """What about a link is otherwise, aspect by aspect; its warrant in each language."""
    found: list[Detail] = []
    for aspect in change.aspects:
        if aspect is Aspect.WARRANT:
            old, new = change.before.record.because, change.after.record.because
            found.extend(text_changes(aspect.value, old, new))
        else:
            old_, new_ = (_value(aspect, each) for each in (change.before, change.after))
            found.append(FieldChange(aspect.value, old_, new_))
    return tuple(found)


_NAMES = frozenset(("id", "aliases", "keywords", "topics"))
"""Fields by which something is found, and that say nothing of the argument."""


def only_words(change: ClaimChange | LinkChange) -> bool:
    """Whether nothing but texts and names of a claim or a link changed."""
    details = link_details(change) if isinstance(change, LinkChange) else claim_details(change)
    return all(isinstance(each, TextChange) or each.field in _NAMES for each in details)


def _value(aspect: Aspect, link: Link) -> object:
    holder = link.record if aspect in (Aspect.SCHEME, Aspect.RELEVANCE) else link
    return getattr(holder, aspect.value)
