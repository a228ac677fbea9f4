"""Positions: what each speaker endorses and disputes, and on what any two of them part.

A speaker endorses what they say themselves, and an author takes the stance that is recorded to
what stands in their text. What nobody has spoken about stays open.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from graph.argument.answered import Answered, answered
from graph.argument.kept import kept, kept_for
from graph.argument.lines import lines_of
from graph.argument.sides import greatest_effect, side_of
from graph.base import KnowledgeBase
from graph.records import Claim, Source, Stance
from graph.records.link_types import LinkType
from graph.semantics import NOTICEABLE

FEWEST = 2
"""Claims that bear on a thesis, and that a speaker must have taken a stance to, at least."""
MOST = 12
"""Positions that are told of at most, those with the most such claims."""
LARGEST = 100
"""Claims of a position that are taken on at most, those that do most to the thesis."""


@dataclass(frozen=True)
class Position:
    """What a speaker endorses and what they dispute of the claims that bear on a debate's theses.

    Those that do most to a thesis come first; the theses themselves, and those of other debates,
    are not among them.
    `theses` are those that the speaker endorses, `disputed_theses` those that they dispute, and
    `left_out` is how many other claims they take a stance to: those do least to a thesis.
    `caveats` are those endorsed that speak against what they hold themselves, and those that carry
    such a one.
    """

    speaker: str
    endorses: tuple[str, ...]
    disputes: tuple[str, ...]
    theses: tuple[str, ...] = ()
    disputed_theses: tuple[str, ...] = ()
    left_out: int = 0
    caveats: tuple[str, ...] = ()

    @property
    def taken_on(self) -> tuple[str, ...]:
        """What is accepted by whoever reads as they do: what they endorse but for their caveats.

        Who makes a caveat weighs it against the rest. It stands as the records have it, since
        accepted in full it would break the very step that it is a caveat to; so does a reason that
        they give for it, which would make it as strong.
        """
        return tuple(each for each in self.endorses if each not in self.caveats)

    @property
    def size(self) -> int:
        """How many claims it has a stance to."""
        return len(self.endorses) + len(self.disputes)

    def own(self, thesis: str) -> Stance | None:
        """What the speaker says of a thesis itself; None where that is nothing."""
        if thesis in self.theses:
            return Stance.ENDORSES
        return Stance.DISPUTES if thesis in self.disputed_theses else None


@dataclass(frozen=True)
class Difference:
    """A point on which two speakers part: what the one holds, and what the other holds against it.

    Where `against` is the same claim, the other disputes it; else it contradicts `claim` or, where
    there is a `step`, casts doubt on that link from it to another claim that the one holds.
    `effect` is the greater of what the two do to a thesis, in [0, 2].
    """

    holder: str
    claim: str
    opponent: str
    against: str
    effect: float
    step: str | None = None


def stances_of(kb: KnowledgeBase) -> Mapping[str, Mapping[str, Stance]]:
    """For each speaker, the claims to which they take a stance: they endorse or dispute them."""
    return _stances(kb)


@kept
def _stances(kb: KnowledgeBase) -> Mapping[str, Mapping[str, Stance]]:
    by = _by_whom(kb)
    found: dict[str, dict[str, set[Stance]]] = {}
    for claim in kb.claims.values():
        if claim.implicit or kb.is_question(claim.id):
            continue
        analysed, others = _sources(kb, claim)
        # Where a text speaks of what another says, the stance on record is that of its own author.
        taken = dict.fromkeys(
            (each for source in others for each in by[source.id]),
            Stance.ENDORSES if analysed else claim.stance,
        )
        taken.update(
            dict.fromkeys((each for source in analysed for each in by[source.id]), claim.stance)
        )
        speaker = claim.speaker or ""
        if speaker in kb.speakers and taken.get(speaker) is not Stance.DISPUTES:
            # Who reports what they say themselves says it.
            taken[speaker] = Stance.ENDORSES
        for speaker, stance in taken.items():
            if stance is not Stance.REPORTS:
                found.setdefault(speaker, {}).setdefault(claim.id, set()).add(stance)
    return {
        # Whoever says a thing in one text and disputes it in another is taken to dispute it.
        speaker: {claim: min(stances) for claim, stances in sorted(said.items())}
        for speaker, said in sorted(found.items())
    }


def _sources(kb: KnowledgeBase, claim: Claim) -> tuple[list[Source], list[Source]]:
    """The sources that a claim is read in: those that its debate analyses, and all others."""
    debate = kb.debates.get(kb.folders[claim.id])
    own = frozenset(debate.sources if debate is not None else ())
    cited = [kb.sources[each.source] for each in claim.passages if each.source in kb.sources]
    return [each for each in cited if each.id in own], [
        each for each in cited if each.id not in own
    ]


def _by_whom(kb: KnowledgeBase) -> Mapping[str, AbstractSet[str]]:
    """The speakers by whom each source is. Of several with the name of an author it is the one who
    says something in it; where that is none or several of them, nobody knows which."""
    names: dict[str, set[str]] = {}
    for each in kb.speakers.values():
        for name in each.name.root.values():
            names.setdefault(name, set()).add(each.id)
    heard: dict[str, set[str]] = {}
    for claim in kb.claims.values():
        for passage in claim.passages:
            heard.setdefault(passage.source, set()).add(claim.speaker or "")
    found: dict[str, AbstractSet[str]] = {}
    for source in kb.sources.values():
        by: set[str] = set()
        for author in source.author:
            meant = names.get(author.full, set())
            if len(meant) > 1:
                meant = meant & heard.get(source.id, set())
            by |= meant if len(meant) == 1 else set()
        found[source.id] = by
    return found


@kept_for
def positions_of(kb: KnowledgeBase, debate: str) -> tuple[Position, ...]:
    """The positions of a debate, those with the most claims first.

    Speakers of too little are left out. Worked out when first asked for. Raises KeyError for an
    unknown debate.
    """
    theses = kb.theses_of[debate]
    graph = kb.framework.incidence
    upstream = [graph.upstream(graph.claim_numbers[thesis]) for thesis in theses]
    number = len(graph.claims)
    bearing = {graph.claims[node] for each in upstream for node in each if node < number}
    # One that another debate is about decides as much, and a position is put on for all debates.
    bearing.difference_update(kb.theses)
    positions = []
    for speaker, stances in stances_of(kb).items():
        said = stances.keys() & bearing
        claims = sorted(
            said, key=lambda each: (-round(greatest_effect(kb, each, debate), 9), each)
        )[:LARGEST]
        if len(claims) >= FEWEST:
            endorsed, disputed = _parted(stances, claims)
            spoken = _caveats(kb, stances, endorsed)
            positions.append(
                Position(
                    speaker,
                    endorsed,
                    disputed,
                    *_parted(stances, [each for each in theses if each in stances]),
                    left_out=len(said) - len(claims),
                    caveats=tuple(
                        each for each in endorsed if each in spoken or _carries(kb, each, spoken)
                    ),
                )
            )
    positions.sort(key=lambda each: (-each.size, each.speaker))
    return tuple(positions[:MOST])


def _parted(
    stances: Mapping[str, Stance], claims: list[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """These claims: those that are endorsed, and those that are disputed."""
    return (
        tuple(each for each in claims if stances[each] is Stance.ENDORSES),
        tuple(each for each in claims if stances[each] is Stance.DISPUTES),
    )


def _caveats(
    kb: KnowledgeBase, stances: Mapping[str, Stance], endorsed: Iterable[str]
) -> frozenset[str]:
    """The claims among these that contradict what a speaker endorses, or undercut a step of theirs:
    one from what they endorse to what they endorse too or, where it contradicts that, dispute.

    What is against a caveat is a reply to it, and against such a reply a caveat again. On a circle
    each of them is one.
    """
    left = {each: found for each in endorsed if (found := [*_against(kb, stances, each)])}
    caveats: set[str] = set()
    while left:
        held = {
            each
            for each, others in left.items()
            if any(other not in left and other not in caveats for other in others)
        }
        replies = {each for each, others in left.items() if caveats.issuperset(others)}
        if not held | replies:
            break
        caveats |= held
        left = {each: left[each] for each in left if each not in held | replies}
    return frozenset(caveats | left.keys())


def _against(kb: KnowledgeBase, stances: Mapping[str, Stance], claim: str) -> Iterator[str]:
    """What a speaker endorses that a claim contradicts, and where steps of theirs lead that it
    undercuts."""

    def endorsed(other: str) -> bool:
        return stances.get(other) is Stance.ENDORSES

    for link in kb.used_in(claim):
        if link.claim != claim:
            continue
        if link.type is LinkType.CONTRADICTION and endorsed(link.target):
            yield link.target
        if link.type is LinkType.UNDERCUT:
            step = kb.links[link.target]
            contradicts = step.type is LinkType.CONTRADICTION
            if endorsed(step.claim) and (
                stances.get(step.target) is Stance.DISPUTES
                if contradicts
                else endorsed(step.target)
            ):
                yield step.claim if contradicts else step.target


def _carries(kb: KnowledgeBase, claim: str, caveats: Iterable[str]) -> bool:
    """Whether a claim makes one of these stronger and is, all in all, on the same side as that."""
    for caveat in caveats:
        shift = kb.accepting(claim, caveat)
        if (
            shift is not None
            and shift.delta > NOTICEABLE
            and side_of(kb, claim) is side_of(kb, caveat)
        ):
            return True
    return False


def read_as(kb: KnowledgeBase, position: Position, thesis: str) -> Answered:
    """How a thesis and its lines stand for whoever takes on a position.

    What the speaker says of the thesis itself is left aside: it would decide everything.
    """
    lines = [line.link.id for line in lines_of(kb, thesis)]
    return answered(kb, thesis, lines, position.disputes, position.taken_on)


def differences(kb: KnowledgeBase, debate: str) -> Mapping[tuple[str, str], tuple[Difference, ...]]:
    """For any two positions of a debate that part, the points on which they do.

    The point with the greatest effect on a thesis comes first. Raises KeyError for an unknown
    debate.
    """
    found = {
        (one.speaker, other.speaker): tuple(
            _each_once(
                sorted(
                    (*_between(kb, debate, one, other), *_between(kb, debate, other, one)),
                    key=lambda each: (-round(each.effect, 9), each.claim, each.against),
                )
            )
        )
        for one, other in combinations(positions_of(kb, debate), 2)
    }
    return {pair: points for pair, points in found.items() if points}


def _each_once(points: list[Difference]) -> Iterator[Difference]:
    """The points without those on which the same two claims stand against each other again.

    That somebody disputes a claim goes without saying where they say what contradicts it.
    """
    told: set[frozenset[str]] = {
        frozenset((each.claim,)) for each in points if each.claim != each.against
    }
    for point in points:
        pair = frozenset((point.claim, point.against))
        if pair not in told:
            told.add(pair)
            yield point


def _between(
    kb: KnowledgeBase, debate: str, holder: Position, opponent: Position
) -> Iterator[Difference]:
    held = {*holder.endorses, *holder.theses}
    against = {*opponent.endorses, *opponent.theses}
    for claim in sorted(held & {*opponent.disputes, *opponent.disputed_theses}):
        yield _difference(kb, debate, holder, claim, opponent, claim)
    for claim in sorted(against - held):
        # In a step of which it is a premise beside another claim, somebody else argues with it.
        for link in (each for each in kb.used_in(claim) if each.claim == claim):
            if link.type is LinkType.CONTRADICTION and link.target in held - against:
                yield _difference(kb, debate, holder, link.target, opponent, claim)
            elif link.type is LinkType.UNDERCUT:
                step = kb.links[link.target]
                ends = {step.claim, step.target}
                if step.type is LinkType.SUPPORT and ends <= held - against:
                    yield _difference(kb, debate, holder, step.claim, opponent, claim, step.id)


def _difference(
    kb: KnowledgeBase,
    debate: str,
    holder: Position,
    claim: str,
    opponent: Position,
    against: str,
    step: str | None = None,
) -> Difference:
    theses = kb.theses_of[debate]
    effects = (
        2.0 if each in theses else greatest_effect(kb, each, debate) for each in (claim, against)
    )
    return Difference(holder.speaker, claim, opponent.speaker, against, max(effects), step)
