"""A link of a claim that goes, or that gets another target: what is said about it follows."""

from graph.argument.phrases import count
from graph.argument.suspect import target_mark
from graph.base import KnowledgeBase
from graph.drafting.draft import DraftFile, DraftLink
from graph.drafting.links import step_changes, the_step
from graph.drafting.removal import amended, with_what_undercuts
from graph.drafting.writing import Drafted, new_findings
from graph.errors import AnswerError
from graph.records.link_name import link_name
from graph.records.link_types import LinkType
from graph.store.amending import Change, NotAmendableError, Remove, Set
from graph.text.nearest import listed
from graph.text.visible import visible


def dropped(
    kb: KnowledgeBase, claim: str, type_: LinkType, target: str, id_: str | None, doubts: bool
) -> Drafted:
    """What a claim's record comes to without a link, and the records of claims that doubt the step
    without these doubts.

    Raises:
        AnswerError: the claim has no such link, or somebody doubts it and `doubts` are to stay.
    """
    field, step, present = the_step(kb, claim, type_, target, id_)
    name = step.id or link_name(claim, present)
    about = with_what_undercuts(kb, (name,))[1:]
    if about and not doubts:
        named = listed([visible(each) for each in about[:3]])
        raise AnswerError(
            f"{count(len(about), 'doubt')} about that step would be about none: {named}; "
            "--links drops what undercuts it too"
        )
    changes: dict[str, list[Change]] = {kb.paths["claim", claim]: [Remove(field)]}
    for link in kb.all_links:
        if link.id in about:
            changes.setdefault(kb.paths["claim", link.claim], []).append(Remove(link.field))
    return _drafted(kb, claim, changes)


def redirected(kb: KnowledgeBase, claim: str, link: DraftLink, to: str) -> Drafted:
    """What a claim's link comes to with another target, a claim or a step by its present name, and
    with what else is said of it. Doubts about the step stay doubts about it.

    Raises:
        AnswerError: the claim has no such link, or has one to that target already.
    """
    field, step, present = the_step(kb, claim, link.type, link.target, link.id)
    if any(
        each.claim == claim and each.type is link.type and each.target == to and not step.id
        for each in kb.all_links
    ):
        raise AnswerError(f"{claim} {link.type.value} {visible(to)} already")
    own: list[Change] = [Set((*field, "link" if link.type.at_link else "claim"), to)]
    mark = target_mark(kb, link.type, to)
    if mark is not None:
        own.append(Set((*field, "wording"), mark))
    elif step.wording is not None:
        own.append(Remove((*field, "wording")))
    changes = {kb.paths["claim", claim]: [*own, *step_changes(field, step, link)]}
    if step.id is None:
        old, new = link_name(claim, present), link_name(claim, to)
        for each in kb.all_links:
            if each.type.at_link and (each.target == old or f"({old})" in each.target):
                now = new if each.target == old else each.target.replace(f"({old})", f"({new})")
                there = changes.setdefault(kb.paths["claim", each.claim], [])
                there.append(Set((*each.field, "link"), now))
    return _drafted(kb, claim, changes)


def related_otherwise(
    kb: KnowledgeBase, claim: str, relation: str, target: str, to: str | None
) -> Drafted:
    """What a claim's record comes to without a relation to another or, with `to`, with that in
    its place; one of `RELATIONS` of claims.

    Raises:
        AnswerError: there is no such relation, or there is that one already.
    """
    there = [kb.resolve(each) for each in getattr(kb.claims[claim], relation)]
    if target not in there:
        raise AnswerError(f"{claim} {relation} no {target}")
    if to in there:
        raise AnswerError(f"{claim} {relation} {to} already")
    # It may be listed more than once, by the present id and older ones.
    fields = [(relation, place) for place, each in enumerate(there) if each == target]
    changes: list[Change] = [Remove(each) for each in fields]
    if to is not None:
        changes[0] = Set(fields[0], to)
    return _drafted(kb, claim, {kb.paths["claim", claim]: changes})


def _drafted(kb: KnowledgeBase, claim: str, changes: dict[str, list[Change]]) -> Drafted:
    try:
        files = tuple(
            DraftFile(path, amended(kb, path, wanted)) for path, wanted in sorted(changes.items())
        )
    except NotAmendableError as error:
        raise AnswerError(str(error)) from error
    return Drafted(claim, files, (), new_findings(kb, files))
