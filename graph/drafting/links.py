"""Links of a claim that is there: one more, or one that is there with more said about it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pydantic import ValidationError

from graph.argument.suspect import target_mark
from graph.base import KnowledgeBase
from graph.drafting.draft import DraftFile, DraftLink, link_fields, worded
from graph.drafting.linking import with_changes, with_link
from graph.drafting.writing import Drafted, faults, new_findings, with_files
from graph.errors import AnswerError
from graph.records.link import ClaimLink, LinkLink
from graph.records.link_name import normalised_link_name
from graph.records.link_types import LinkType
from graph.store import FieldPath
from graph.store.amending import Append, Change, NotAmendableError, Set
from graph.text.nearest import listed
from graph.text.visible import visible

_FEW = 3


class Joining(NamedTuple):
    """A link to a new claim of one that is there, or to the new claim's only step."""

    claim: str
    link: DraftLink


def joined(kb: KnowledgeBase, outcome: Drafted, joinings: Sequence[Joining]) -> Drafted:
    """What a new claim comes to with links to it of claims that are there.

    Raises:
        AnswerError: a step is to be undercut, and the new claim takes none or several.
    """
    files = outcome.files
    for claim, link in joinings:
        after = with_files(kb, files)
        target = outcome.claim
        if link.type.at_link:
            steps = [each.id for each in after.all_links if each.claim == target]
            if len(steps) != 1:
                raise AnswerError(
                    f"the new claim takes {len(steps)} steps: write it, and then have one undercut "
                    f"with betoog link {claim} undercuts '{target} -> …'"
                )
            target = steps[0]
        file = linked_file(after, claim, link.model_copy(update={"target": target}))
        files = (file, *(each for each in files if each.path != file.path))
    return replace(outcome, files=files, findings=new_findings(kb, files))


def linked(kb: KnowledgeBase, claim: str, link: DraftLink) -> Drafted:
    """What one more link of a claim that is there comes to; see `linked_file`."""
    files = (linked_file(kb, claim, link),)
    return Drafted(claim, files, (), new_findings(kb, files))


def linked_file(kb: KnowledgeBase, claim: str, link: DraftLink) -> DraftFile:
    """The record of a claim that is there with one more link.

    Raises:
        AnswerError: the link is there already, its warrant is missing, or the record has faults.
    """
    record = kb.claims[claim]
    if kb.is_question(claim):
        raise AnswerError(
            f"{claim} is a question, and no reason or objection: answer it, with betoog new "
            f"--answers {claim}, and link the answer"
        )
    name = _target(kb, link.type, link.target)
    there = {
        _target(kb, type_, _named(step)): type_
        for type_, _, step in record.steps
        if type_.field == link.type.field and (type_.at_link or not step.premises)
    }
    if name in there and not (link.premises or link.id):
        raise AnswerError(f"{claim} {there[name].value} {visible(name)} already")
    mark = target_mark(kb, link.type, name)
    whole = link.model_copy(update={"target": name, "wording": mark})
    step = link_fields(whole, kb.languages_of(kb.folders[claim]))
    path = kb.paths["claim", claim]
    try:
        text = with_link(path, kb.tree.by_path[path].text, link.type.field, step)
    except (NotAmendableError, ValidationError) as error:
        said = faults(error) if isinstance(error, ValidationError) else str(error)
        raise AnswerError(said) from error
    return DraftFile(path, text)


def relinked(kb: KnowledgeBase, claim: str, link: DraftLink) -> Drafted:
    """What a link comes to: one more or, where the claim takes that step already, this step with
    what is said of it.

    Premises join those that are there; a warrant, a scheme or a relevance takes the place of the
    one there. A step with an id of its own is another beside one to the same target.

    Raises:
        AnswerError: nothing would change, more than one step may be meant, or the record has
            faults.
    """
    there = _steps_there(kb, claim, link.type, link.target, link.id)
    if not there:
        return linked(kb, claim, link)
    changes = list(step_changes(*_only(claim, there), link))
    if not changes:
        name = _target(kb, link.type, link.target)
        raise AnswerError(f"{claim} {link.type.value} {visible(name)} already")
    return _amended(kb, claim, changes)


class Step(NamedTuple):
    """A link as it stands in its claim's record: where, and what it says."""

    field: FieldPath
    record: ClaimLink | LinkLink


def the_step(
    kb: KnowledgeBase, claim: str, type_: LinkType, target: str, id_: str | None
) -> tuple[FieldPath, ClaimLink | LinkLink, str]:
    """Where a link of a claim stands in its record, what it says, and its target by the present
    name.

    Raises:
        AnswerError: there is none, or more than one may be meant.
    """
    name = _target(kb, type_, target)
    there = _steps_there(kb, claim, type_, target, id_)
    if not there:
        raise AnswerError(f"{claim} {type_.value} no {visible(name)}{_instead(kb, claim)}")
    return (*_only(claim, there), name)


def _instead(kb: KnowledgeBase, claim: str) -> str:
    """The steps that a claim does take."""
    steps = [f"{type_.value} {visible(_named(step))}" for type_, _, step in kb.claims[claim].steps]
    return f": it {listed(steps[:_FEW])}" if steps else ": it takes no step"


def _steps_there(
    kb: KnowledgeBase, claim: str, type_: LinkType, target: str, id_: str | None
) -> list[Step]:
    name = _target(kb, type_, target)
    return [
        Step((own.field, index), step)
        for own, index, step in kb.claims[claim].steps
        if own is type_ and _target(kb, own, _named(step)) == name and id_ in (None, step.id)
    ]


def _only(claim: str, there: list[Step]) -> Step:
    if len(there) > 1:
        ids = ", ".join(step.id or "the one without an id" for _, step in there)
        raise AnswerError(f"{claim} takes that step twice: say with --id {ids}")
    return there[0]


def related(kb: KnowledgeBase, claim: str, relation: str, target: str) -> Drafted:
    """What one more relation of a claim to another comes to, one of `RELATIONS` of claims.

    Raises:
        AnswerError: the relation is there already, or the record has faults.
    """
    if target in map(kb.resolve, getattr(kb.claims[claim], relation)):
        raise AnswerError(f"{claim} {relation} {target} already")
    return _amended(kb, claim, [Append((relation,), target)])


def step_changes(field: FieldPath, step: ClaimLink | LinkLink, link: DraftLink) -> Iterator[Change]:
    """What a link that is there changes in when this is said of it."""
    premises = tuple(dict.fromkeys((*step.premises, *link.premises)))
    if premises != step.premises:
        yield Set((*field, "with"), premises)
    if link.scheme not in (None, step.scheme):
        yield Set((*field, "scheme"), link.scheme)
    warrant = worded(link.because)
    if step.because is None and warrant:
        yield Set((*field, "because"), warrant)
    elif step.because is not None:
        known = step.because.root
        changed = {each: text for each, text in warrant.items() if known.get(each) != text}
        yield from (Set((*field, "because", each), text) for each, text in changed.items())
    if link.relevance not in (None, step.relevance):
        yield Set((*field, "relevance"), link.relevance)


def _amended(kb: KnowledgeBase, claim: str, changes: list[Change]) -> Drafted:
    path = kb.paths["claim", claim]
    try:
        text = with_changes(path, kb.tree.by_path[path].text, changes)
    except NotAmendableError as error:
        raise AnswerError(str(error)) from error
    files = (DraftFile(path, text),)
    return Drafted(claim, files, (), new_findings(kb, files))


def _named(step: ClaimLink | LinkLink) -> str:
    return step.claim if isinstance(step, ClaimLink) else step.link


def _target(kb: KnowledgeBase, type_: LinkType, said: str) -> str:
    return normalised_link_name(said) if type_.at_link else kb.resolve(said)
