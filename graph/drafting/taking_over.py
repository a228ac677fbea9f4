"""What a claim takes over from another that makes room for it: two records of one thing in one."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from graph.base import KnowledgeBase, Link
from graph.records import Claim, Source
from graph.records.claim import RELATIONS
from graph.records.link_name import link_name
from graph.store.amending import Append

_SEEN_TO = frozenset(
    (
        *("id", "claim", "label", "kind", "added", "aliases", "passages", "implicit", "translates"),
        *("supports", "contradicts", "undercuts", *RELATIONS),
    )
)
"""The fields of a claim that another one has itself, or takes over."""


class TakenOver(NamedTuple):
    """What is added to a claim's record, the links that it takes from then on, by their names,
    those that go, since they led to the claim itself or it takes them already with other words, and
    what else of a record goes: its fields, and `note` for its note."""

    changes: tuple[Append, ...]
    links: tuple[str, ...]
    lost: tuple[str, ...]
    dropped: tuple[str, ...]


def taken_over(kb: KnowledgeBase, claim: str, other: str) -> TakenOver:
    """What `other` takes over from `claim`: its steps, relations and passages, but for those that
    it has already."""
    record = kb.tree.by_path[kb.paths["claim", claim]].record
    assert isinstance(record, Claim)
    data = record.model_dump(by_alias=True, exclude_unset=True)
    changes: list[Append] = []
    links: list[str] = []
    lost: list[str] = []
    own = [link for link in kb.all_links if link.claim == claim]
    there = [link for link in kb.all_links if link.claim == other]
    itself = {other, *(each.id for each in there)}
    for link in own:
        alike = [each for each in there if _alike(link, each)]
        if link.target in itself:
            lost.append(link.id)
        elif alike:
            if not any(_same_words(link, each) for each in alike):
                lost.append(link.id)
        else:
            field, place = map(str, link.field)
            changes.append(Append((field,), data[field][int(place)]))
            named = link.id != link_name(claim, link.target)
            links.append(link.id if named else link_name(other, link.target))
    noted = any(each == claim for each, _ in kb.bodies)
    told = kb.claims[other].model_dump(by_alias=True, exclude_unset=True)
    dropped = [each for each in data if each not in _SEEN_TO and data[each] != told.get(each)]
    added = (*changes, *_beside(kb, data, other))
    return TakenOver(added, tuple(links), tuple(lost), (*dropped, *(["note"] if noted else [])))


def gists_taken_over(kb: KnowledgeBase, source: str, other: str) -> tuple[Append, ...]:
    """What a source that has no gists of its paragraphs takes over from another."""
    if kb.sources[other].paragraphs:
        return ()
    record = kb.tree.by_path[kb.paths["source", source]].record
    assert isinstance(record, Source)
    gists = record.model_dump(by_alias=True, exclude_unset=True).get("paragraphs", ())
    return tuple(Append(("paragraphs",), each) for each in gists)


def _alike(one: Link, another: Link) -> bool:
    return (one.type, one.target, set(one.premises[1:])) == (
        another.type,
        another.target,
        set(another.premises[1:]),
    )


def _same_words(one: Link, another: Link) -> bool:
    """Whether nothing is said of one step that is not said of the other."""
    return one.record.because == another.record.because and (
        one.record.relevance == another.record.relevance
    )


def _beside(kb: KnowledgeBase, data: dict[str, Any], other: str) -> Iterator[Append]:
    """The relations and passages that `other` gets."""
    present = kb.claims[other]
    for relation in RELATIONS:
        known = {other, *map(kb.resolve, getattr(present, relation))}
        for each in data.get(relation, ()):
            if kb.resolve(each) not in known:
                known.add(kb.resolve(each))
                yield Append((relation,), each)
    known_passages = [
        each.model_dump(by_alias=True, exclude_unset=True) for each in present.passages
    ]
    for passage in data.get("passages", ()):
        if passage not in known_passages:
            yield Append(("passages",), passage)
