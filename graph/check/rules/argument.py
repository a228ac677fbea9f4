"""Family A, first half: links that do not hold together."""

from collections.abc import Iterator

from graph.argument.mentions import is_broken
from graph.base import KnowledgeBase, Link
from graph.check.finding import Severity
from graph.check.fix import removed
from graph.check.rule import Remark, at, rule
from graph.records.claim import RELATIONS
from graph.records.link_types import Polarity
from graph.records.text import per_language
from graph.store import FieldPath

_OPPOSITE = frozenset((Polarity.HELPS, Polarity.HINDERS))


def _place(kb: KnowledgeBase, link: Link) -> str:
    return kb.paths["claim", link.claim]


def _target_field(link: Link) -> FieldPath:
    return (*link.field, link.type.names)


def _same(one: Link, other: Link) -> bool:
    """Whether two links are the same step, however they are named."""
    return (one.type, one.claim, one.target, frozenset(one.premises)) == (
        other.type,
        other.claim,
        other.target,
        frozenset(other.premises),
    )


def _says_as_much(one: Link, other: Link) -> bool:
    """Whether the one has all that the other says of itself beside its premises."""
    own = other.record.model_dump(exclude_unset=True, exclude={"premises", "claim", "link"})
    return own.items() <= one.record.model_dump(exclude={"premises", "claim", "link"}).items()


def _opposed(one: Link, other: Link) -> bool:
    """Whether one claim supports and contradicts another by these links."""
    return (one.claim, one.target) == (other.claim, other.target) and {
        one.type.polarity,
        other.type.polarity,
    } == _OPPOSITE


@rule("A101", "ambiguous-link-name", Severity.ERROR)
def ambiguous_link_name(kb: KnowledgeBase) -> Iterator[Remark]:
    """Two links have the same name.

    ## Why

    An undercut names the link it objects to. A claim that supports another by two separate
    steps, each with premises of its own, has two links called `claim -> target`.

    ## Example

        supports:
          - {claim: cheaper-models, with: [cost-savings-passed-on]}
          - {claim: cheaper-models, with: [more-competition]}

    ## Way out

    Give one of the two an `id:` of its own.
    """
    first: dict[str, Link] = {}
    for link in kb.all_links:
        other = first.setdefault(link.id, link)
        if other is link or _same(link, other) or _opposed(link, other):
            continue
        field = (*link.field, "id") if link.record.id else _target_field(link)
        message = f"two links are named `{link.id}`; the other is in {_place(kb, other)}"
        yield at(kb, _place(kb, link), field, message, "give this one an `id:` of its own")


@rule("A102", "link-to-itself", Severity.ERROR)
def link_to_itself(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim bears on itself.

    ## Why

    Nothing is a reason for itself, nor an objection to itself. The same goes for a linked
    premise that is also what the link is to show.

    ## Example

        # in cheaper-models.md
        supports:
          - claim: cheaper-models

    ## Way out

    Name the claim that was meant, or split the record when it holds two claims.
    """
    help_ = "name the claim that was meant"
    for link in kb.all_links:
        if link.type.at_link or link.target not in link.premises:
            continue
        at_premise = link.premises.index(link.target)
        field = _target_field(link) if at_premise == 0 else (*link.field, "with", at_premise - 1)
        what = "claim" if at_premise == 0 else "linked premise"
        message = f"the {what} `{link.target}` {link.type.value} itself"
        yield at(kb, _place(kb, link), field, message, help_)
    for claim in kb.claims.values():
        for name in RELATIONS:
            for index, other in enumerate(getattr(claim, name)):
                if kb.resolve(other) == claim.id:
                    message = f"the claim `{claim.id}` {name} itself"
                    yield at(kb, kb.paths["claim", claim.id], (name, index), message, help_)


@rule("A103", "same-link-twice", Severity.ERROR)
def same_link_twice(kb: KnowledgeBase) -> Iterator[Remark]:
    """The same link is recorded twice.

    ## Why

    A step counts once, however often it is written down.

    ## Example

        supports:
          - claim: cheaper-models
          - claim: cheaper-models

    ## Way out

    Remove one, or add the linked premises that make it another step.
    """
    seen: dict[tuple[str, str], list[Link]] = {}
    for link in kb.all_links:
        earlier = seen.setdefault((link.claim, link.target), [])
        if any(_same(link, other) for other in earlier):
            message = f"the link `{link.id}` is recorded twice"
            help_ = "remove one, or add the premises that make it another step"
            # Only what says nothing of its own can go without a person looking at it.
            bare = any(_says_as_much(other, link) for other in earlier if _same(link, other))
            fix = removed(kb, _place(kb, link), link.field) if bare else None
            yield at(kb, _place(kb, link), _target_field(link), message, help_, fix=fix)
        earlier.append(link)


@rule("A104", "supports-and-contradicts", Severity.ERROR)
def supports_and_contradicts(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim both supports and contradicts the same claim.

    ## Why

    One proposition cannot be a reason for and an objection to the same thing. Where it
    seems so, there are two claims in the one sentence, or two in the other.

    ## Example

        supports:
          - claim: cheaper-models
        contradicts:
          - claim: cheaper-models

    ## Way out

    Remove one of the links, or split the claim.
    """
    supported = {
        (link.claim, link.target) for link in kb.all_links if link.type.polarity is Polarity.HELPS
    }
    for link in kb.all_links:
        if link.type.polarity is Polarity.HINDERS and (link.claim, link.target) in supported:
            message = f"`{link.claim}` both supports and contradicts `{link.target}`"
            help_ = "remove one of the two links, or split the claim"
            yield at(kb, _place(kb, link), _target_field(link), message, help_)


@rule("A105", "premise-twice", Severity.ERROR)
def premise_twice(kb: KnowledgeBase) -> Iterator[Remark]:
    """A link names the same premise twice.

    ## Why

    The claim in whose record a link stands is a premise of it already; `with:` lists the
    others, each once.

    ## Example

        supports:
          - {claim: cheaper-models, with: [more-competition, more-competition]}

    ## Way out

    Remove the premise that is there already.
    """
    for link in kb.all_links:
        for index, premise in enumerate(link.premises[1:], start=1):
            if premise in link.premises[:index] and premise != link.target:
                own = premise == link.claim
                message = (
                    f"`{premise}` is the arguing claim itself"
                    if own
                    else f"the premise `{premise}` is named twice"
                )
                field = (*link.field, "with", index - 1)
                fix = removed(kb, _place(kb, link), field)
                yield at(kb, _place(kb, link), field, message, "remove it from `with:`", fix=fix)


@rule("A201", "link-without-warrant", Severity.WARNING)
def link_without_warrant(kb: KnowledgeBase) -> Iterator[Remark]:
    """A link does not say why its premises bear on its target.

    ## Why

    The warrant is what a reader can doubt in a step even where the premises hold, and what
    an undercut objects to.

    ## Example

        supports:
          - claim: cheaper-models

    ## Way out

    Add `because: {en: …, nl: …}`, one sentence.
    """
    for link in kb.all_links:
        if link.record.because is None:
            message = f"the link `{link.id}` has no warrant"
            help_ = f"add `because: {per_language(kb.languages)}`, one sentence"
            yield at(kb, _place(kb, link), _target_field(link), message, help_)


@rule("A202", "question-argued-with", Severity.WARNING)
def question_argued_with(kb: KnowledgeBase) -> Iterator[Remark]:
    """A question is argued with as if it were a claim.

    ## Why

    A question states nothing, so it can neither be a reason nor be contradicted. Claims
    raise questions and answer them.

    ## Example

        kind: question
        supports:
          - claim: cheaper-models

    ## Way out

    Use `raises:` and `answers:`, or put what the question suggests into a claim.
    """
    for link in kb.all_links:
        fields = [(*link.field, "with", index) for index in range(len(link.premises) - 1)]
        places = list(zip(link.premises, [(*link.field,), *fields], strict=True))
        if not link.type.at_link:
            places.append((link.target, _target_field(link)))
        for name, field in places:
            if is_broken(kb, name) or not kb.is_question(name):
                continue
            as_target = name == link.target
            what = "has a link aimed at it" if as_target else "is a premise of a link"
            message = f"the question `{name}` {what}"
            shown = _target_field(link) if name == link.claim else field
            help_ = "use `raises:` and `answers:`, or make a claim of what it suggests"
            yield at(kb, _place(kb, link), shown, message, help_)
            break
