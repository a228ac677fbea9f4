"""What a debate's analysis found, before and after: findings that came, went or changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.base import KnowledgeBase
from graph.records import DebateFinding
from graph.review.record_change import same_records
from graph.review.same_claims import SameClaims


@dataclass(frozen=True)
class FindingChange:
    """A finding of a debate that is no longer what it was; None where there was, or is, none."""

    debate: str
    before: DebateFinding | None
    after: DebateFinding | None


def finding_changes(before: KnowledgeBase, after: KnowledgeBase) -> Iterator[FindingChange]:
    """The findings that differ, debate by debate: those there are in their order, then those gone.

    A finding is the same as one of before with a text of it or, failing that, the first that has
    one of its claims. Only in another place, it is not among them.
    """
    then, there = SameClaims(before, after).debates
    same = same_records(then, there, after.older["debate"])
    gone = then.keys() - set(same.values())
    for debate in sorted(there.keys() | gone):
        old_id = debate if debate in gone else same.get(debate)
        was = list(then[old_id].findings) if old_id is not None else []
        now = there[debate].findings if debate in there else ()
        paired: dict[int, DebateFinding] = {}
        for alike in (_equal, _same_words, _shared_claim):
            for index, each in enumerate(now):
                old = next((one for one in was if alike(one, each)), None)
                if index not in paired and old is not None:
                    paired[index] = old
                    was.remove(old)
        for index, each in enumerate(now):
            if paired.get(index) != each:
                yield FindingChange(debate, paired.get(index), each)
        for each in was:
            yield FindingChange(debate, each, None)


def _equal(one: DebateFinding, other: DebateFinding) -> bool:
    return one == other


def _same_words(one: DebateFinding, other: DebateFinding) -> bool:
    return any(other.finding.root.get(code) == text for code, text in one.finding.root.items())


def _shared_claim(one: DebateFinding, other: DebateFinding) -> bool:
    return not set(one.claims).isdisjoint(other.claims)


def findings_in_another_order(before: KnowledgeBase, after: KnowledgeBase) -> Iterator[str]:
    """The debates, by their ids afterwards, in which findings that are as they were stand in
    another order: the most important one is the first."""
    then, there = SameClaims(before, after).debates
    same = same_records(then, there, after.older["debate"])
    for debate, old_id in sorted(same.items()):
        was, now = then[old_id].findings, there[debate].findings
        if [each for each in was if each in now] != [each for each in now if each in was]:
            yield debate


def findings_naming(kb: KnowledgeBase, claim: str) -> Iterator[DebateFinding]:
    """The findings of all debates that name a claim, by whichever of its ids."""
    for debate in kb.debates.values():
        for each in debate.findings:
            if claim in map(kb.resolve, each.claims):
                yield each
