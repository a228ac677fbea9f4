"""The knowledge base: records by id, the links between them both ways, and how they stand."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from graph.base.argued import Argued
from graph.base.joined import Joined
from graph.base.link import Link
from graph.base.naming_each_other import regions_of, touched_regions
from graph.base.reads import RememberedBy
from graph.records.grades import Grades
from graph.semantics import Change, reject
from graph.semantics.band import Band
from graph.semantics.cruxes import Met, Turning
from graph.semantics.hanging_together import touched_by_change
from graph.semantics.rejection import Shift, changes_of, shift_at
from graph.semantics.reweighing import Reweighing, TooMuchWorkError
from graph.store import Tree, read_tree
from graph.store.collecting import without_collecting

K = TypeVar("K")
V = TypeVar("V")

_WORK, _LEAST_WORK = 1_000_000, 300
"""Values computed at most where each claim is rejected in turn, so many for all claims together
but so many for one."""
_CHANGES, _SHIFTS = 300, 3_000
"""Claims of which it is remembered what their rejection changes, and what it does to one other: of
a large argument, all of them together would take more memory than there is."""
_TURNING, _LEAST_TURNING = 60, 1_000_000
"""Theses of which it is remembered what each turns on, where they depend on everything; and nodes
that all together may depend on in any case."""
_MET, _LEAST_MET = 20, 200_000
"""For how many theses it is remembered what each claim does to them, on average; and for how many
pairs of the two in any case."""


class KnowledgeBase(Argued):
    """All records of one tree, the links between them, and what follows from them."""

    def __init__(self, tree: Tree) -> None:
        super().__init__(tree)
        self._changes: dict[str, Mapping[str, Change] | None] = {}
        self._shifts: dict[tuple[str, str, bool], Shift | None] = {}
        self._turning: dict[str, Turning] = {}
        self._met: dict[str, Met] = {}
        self._effects: dict[str, Mapping[str, float | None]] = {}

    def renewed(self, tree: Tree) -> "KnowledgeBase":
        """The knowledge base of a tree that shares most of its records with the tree of this one.

        It is the same as one made of that tree alone, to the last bit of every number. What does
        not follow from a record that changed is taken over, and not worked out again.
        """
        if tree is self.tree:
            return self
        new = KnowledgeBase(tree)
        new.take_over(self)
        new._take_over_kept(self)
        if new.assessment is self.assessment:
            new._changes, new._turning = self._changes, self._turning
            new._shifts, new._met = self._shifts, self._met
            vars(new)["reweighing"] = self.reweighing
        elif new.share == self.share:
            new._take_over_rejections(self)
        return new

    def _take_over_kept(self, former: "KnowledgeBase") -> None:
        """What was worked out around claims, and debates, in regions that are as they were."""
        found = touched_regions(former.regions, former, self)
        if found is None:
            return
        given, (regions, touched) = vars(self), found
        given["regions"] = regions

        def same(claim: str) -> bool:
            return regions.top(claim) not in touched

        def same_debate(debate: str) -> bool:
            # All that belongs to a debate is in the region of its theses.
            theses = former.theses_of.get(debate, ())
            return bool(theses) and all(map(same, theses))

        # The former one may be read in another thread meanwhile, which remembers what it works out.
        for place, value in vars(former).copy().items():
            if isinstance(value, RememberedBy) and value.around is not None:
                given[place] = value.taken_over(same_debate if value.of_debates else same)

    def _take_over_rejections(self, former: "KnowledgeBase") -> None:
        """What was worked out of rejections in parts of the argument that are as they were."""
        touched = touched_by_change(former.assessment, self.assessment)

        def same(claim: str) -> bool:
            return claim in self.claims and claim not in touched

        self._changes = {
            each: value for each, value in former._changes.copy().items() if same(each)
        }
        self._shifts = {
            key: value for key, value in former._shifts.copy().items() if all(map(same, key[:2]))
        }
        self._met = {
            each: Met(met.found.copy(), met.all_)
            for each, met in former._met.copy().items()
            if same(each)
        }

    @classmethod
    def load(cls, root: Path, beside: bool = True) -> "KnowledgeBase":
        """Read the knowledge base below a root folder; `beside` as for `read_tree`.

        Raises:
            NoRecordsError: there is no `claims` folder below the root.
        """
        with without_collecting():
            return cls(read_tree(root, beside))

    @property
    def grades(self) -> Grades:
        """The grades of sources."""
        return self.tree.grades

    @property
    def addressable(self) -> "KnowledgeBase":
        """What can have pages: all but the records whose ids are not well-formed, which are
        findings of a check."""
        tree = self.tree.addressable
        return self if tree is self.tree else KnowledgeBase(tree)

    @cached_property
    def regions(self) -> Joined:
        """All claims, those together of debates whose claims name each other in whatever way."""
        return regions_of(self)

    @cached_property
    def reweighing(self) -> Reweighing:
        """The argument, to be weighed again as far as a question needs it."""
        return Reweighing(self.assessment)

    def reweighing_of(self, claim: str) -> Reweighing:
        """The same, for a question that goes no further than what a claim hangs together with by
        links."""
        return self.reweighing

    def changes(self, claim: str) -> Mapping[str, Change] | None:
        """What rejecting a claim changes elsewhere, by claim, the largest change first.

        None where that is too much to be worked out for every claim. Raises KeyError for an
        unknown claim.
        """
        if claim not in self._changes:
            after = self._decided(claim, None)
            found: Mapping[str, Change] | None = None
            if after is not None:
                changes = changes_of(self.assessment, after)
                found = {each.id: each for each in changes if each.id != claim}
            _remember(self._changes, claim, found, _CHANGES)
        return self._changes[claim]

    def rejection(self, claims: Iterable[str]) -> tuple[Change, ...]:
        """What rejecting some claims together changes, the largest change first. Raises KeyError
        for an unknown claim."""
        return reject(self.assessment, sorted(claims))

    def without(self, rejected: str, claim: str) -> Shift | None:
        """What rejecting one claim does to another, if only that it stays as it is.

        None where that is too much to be worked out. Raises KeyError for an unknown claim.
        """
        return self._shift(rejected, claim, accepted=False)

    def accepting(self, accepted: str, claim: str) -> Shift | None:
        """What accepting one claim does to another, in the same way."""
        return self._shift(accepted, claim, accepted=True)

    def _shift(self, decided: str, claim: str, accepted: bool) -> Shift | None:
        key = decided, claim, accepted
        if key not in self._shifts:
            goal = self.framework.incidence.claim_numbers[claim]
            after = self._decided(decided, goal, accepted)
            found = None if after is None else shift_at(self.assessment, goal, after)
            _remember(self._shifts, key, found, _SHIFTS)
        return self._shifts[key]

    def _decided(
        self, claim: str, goal: int | None, accepted: bool = False
    ) -> Mapping[int, Band] | None:
        value = 1.0 if accepted else -1.0
        fixed = {self.framework.incidence.claim_numbers[claim]: Band(value, value)}
        try:
            return self.reweighing.after(fixed, goal, most=self.share)
        except TooMuchWorkError:
            return None

    @property
    def share(self) -> int:
        """The values that may be computed for one claim where something is asked about each, so
        that the work grows with the number of claims and not with its square."""
        return max(_in_steps(_WORK // (len(self.claims) or 1)), _LEAST_WORK)

    def effect(self, claim: str, thesis: str) -> float | None:
        """What a claim does to the balance of a thesis: its middle with the claim accepted less
        that with it rejected, in [-2, 2]. Above 0 the claim is on the side of the thesis.

        None where that is too much to be worked out. Raises KeyError for an unknown claim.
        """
        node = self.framework.incidence.claim_numbers[claim]
        if claim == thesis:
            return 2.0
        if thesis in self._effects:
            return self._effects[thesis].get(claim, 0.0)
        met = self._met.get(thesis)
        if met is None or not (met.all_ or claim in met.found):
            turning = self.turning(thesis)
            if node not in turning.upstream:
                return 0.0
            turning.crux(node)
            met = turning.met
        elif claim not in met.found:
            return 0.0
        crux = met.found[claim]
        return None if crux is None else crux.effect

    def known_effects(self) -> Mapping[str, Mapping[str, float | None]]:
        """For each thesis of which that is known, what every claim with an effect does to it."""
        met = {
            thesis: {claim: None if it is None else it.effect for claim, it in each.found.items()}
            for thesis, each in self._met.items()
            if each.all_
        }
        return {**self._effects, **met}

    def recall_effects(self, thesis: str, effects: Mapping[str, float | None]) -> None:
        """Take what is known of the effects on a thesis from a knowledge base in which all that
        bears on it was the same."""
        self._effects[thesis] = effects

    def turning(self, thesis: str) -> Turning:
        """What each claim does to a thesis, worked out when first asked for.

        Raises KeyError for an unknown claim.
        """
        if thesis not in self._turning:
            found = Turning(self.reweighing, thesis, most=self.share, met=self._met_of(thesis))
            graph = self.framework.incidence
            most = max(_TURNING * (len(graph.claims) + len(graph.links)), _LEAST_TURNING)
            while sum(len(each.upstream) for each in self._turning.values()) > most:
                del self._turning[next(iter(self._turning))]
            self._turning[thesis] = found
        return self._turning[thesis]

    def _met_of(self, thesis: str) -> Met:
        """What is remembered of what claims do to a thesis, to be added to."""
        if thesis not in self._met:
            most = max(_MET * len(self.claims), _LEAST_MET)
            while sum(len(each.found) for each in self._met.values()) > most:
                del self._met[next(iter(self._met))]
            self._met[thesis] = Met()
        return self._met[thesis]

    def by_force(self, links: Iterable[Link]) -> tuple[Link, ...]:
        """Links, the most forceful first."""
        forces = self.assessment.forces
        # Rounded, so that rounding errors do not decide between equal forces.
        return tuple(sorted(links, key=lambda link: (-round(forces[link.id].midpoint, 9), link.id)))


def _in_steps(number: int) -> int:
    """The number or, at most a fifth below it, one that is the same for most claims more or less:
    whatever was worked out with it can stay as it is then."""
    zeros = max(number.bit_length() - 3, 0)
    return number >> zeros << zeros


def _remember(found: dict[K, V], key: K, value: V, most: int) -> None:
    """Keep a value, and forget the oldest one where there are so many."""
    if len(found) >= most:
        del found[next(iter(found))]
    found[key] = value
