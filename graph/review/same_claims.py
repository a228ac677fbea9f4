"""Which claim of one state of a knowledge base is which of another.

A claim that got another id and keeps the old one as an alias is the same claim; so is one that
says the very same as the only claim that is gone and said it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from graph.base import KnowledgeBase
from graph.base.older_ids import as_named_now
from graph.records import Debate


class SameClaims:
    """Which claim of one state is which of the other.

    `kept` are the claims in both, by their ids before, with their ids after; `renamed` those
    that go by another id afterwards, also where another claim has taken their id as an alias.
    `named_now` are those of before, with sources and speakers by their ids afterwards.
    """

    def __init__(self, before: KnowledgeBase, after: KnowledgeBase) -> None:
        self.before, self.after = before, after
        self.named_now = as_named_now(before.claims, after.older)
        self.kept = {claim: claim for claim in before.claims if claim in after.claims}
        self.renamed: dict[str, str] = {}
        for claim in before.claims.keys() - self.kept.keys():
            if (new := after.resolve(claim)) != claim:
                self.renamed[claim] = new
        taken = set(self.kept.values())
        for claim, new in sorted(self.renamed.items()):
            if new not in taken:
                self.kept[claim] = new
                taken.add(new)
        for claim, new in _same_sentences(before, after, self.kept):
            self.kept[claim] = self.renamed[claim] = new

    @property
    def moved(self) -> Mapping[str, str]:
        """The ids afterwards of claims that are in both states by another id than before: of those
        that are `renamed`, not the ones whose id leads to a claim that was there beside them."""
        return {was: now for was, now in self.renamed.items() if self.kept.get(was) == now}

    @cached_property
    def debates(self) -> tuple[Mapping[str, Debate], Mapping[str, Debate]]:
        """The debates before and after, which name claims, sources and speakers by their ids
        afterwards: one that names a claim as it is called by now says what it said."""
        before = as_named_now(self.before.debates, self.after.older)
        return (
            {id_: _naming(each, self.present) for id_, each in before.items()},
            {id_: _naming(each, self.after.resolve) for id_, each in self.after.debates.items()},
        )

    def present(self, claim: str) -> str:
        """The id afterwards of a claim named by an id from before."""
        then = self.before.resolve(claim)
        return self.renamed.get(then, then)


def _naming(debate: Debate, present: Callable[[str], str]) -> Debate:
    """A debate with the claims that it names called otherwise; itself where none is."""
    theses = tuple(map(present, debate.theses))
    themes = tuple(
        each.model_copy(update={"roots": tuple(map(present, each.roots))}) for each in debate.themes
    )
    findings = tuple(
        each.model_copy(update={"claims": tuple(map(present, each.claims))})
        for each in debate.findings
    )
    if (theses, themes, findings) == (debate.theses, debate.themes, debate.findings):
        return debate
    return debate.model_copy(update={"theses": theses, "themes": themes, "findings": findings})


def _same_sentences(
    before: KnowledgeBase, after: KnowledgeBase, kept: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Claims that are gone, each with the one new claim that says the same in every language."""
    taken = set(kept.values())
    gone = _by_sentence(before, before.claims.keys() - kept.keys())
    come = _by_sentence(after, after.claims.keys() - taken)
    for said in sorted(gone.keys() & come.keys()):
        if len(gone[said]) == len(come[said]) == 1:
            yield gone[said][0], come[said][0]


def _by_sentence(
    kb: KnowledgeBase, claims: Iterable[str]
) -> dict[tuple[tuple[str, str], ...], list[str]]:
    found: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for claim in claims:
        said = tuple(sorted(kb.claims[claim].claim.root.items()))
        found.setdefault(said, []).append(claim)
    return found
