"""An issue form made a record, or a list of what is missing from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from graph.base import KnowledgeBase
from graph.check import Finding
from graph.drafting.draft import Draft, DraftFile, Shortcoming, shortcomings
from graph.drafting.issue_form import (
    Heading,
    UnreadableIssueError,
    answers_in,
    body_of,
    by_heading,
    draft_fields,
)
from graph.drafting.writing import Drafted, drafted, faults
from graph.errors import AnswerError
from graph.review.git import Repository
from graph.review.git_error import GitError, Obstacle
from graph.text.visible import visible

_SHOWN = 200


@dataclass(frozen=True)
class FromIssue:
    """What an issue came to: a drafted claim, or else what is missing."""

    drafted: Drafted | None
    missing: tuple[Shortcoming, ...]


def from_issue(kb: KnowledgeBase, text: str, debate: str, today: str) -> FromIssue:
    """What the body of an issue, or the event with it, comes to in a knowledge base."""
    try:
        answers = answers_in(body_of(text))
    except UnreadableIssueError as error:
        return FromIssue(None, (Shortcoming("The issue", str(error)),))
    if not answers:
        request = "fill in the form for a new claim; no field of it was found"
        return FromIssue(None, (Shortcoming("The issue", request),))
    fields, missing = draft_fields(answers, debate, _speakers(kb))
    if missing and not fields["kind"]:
        fields = {**fields, "kind": "fact"}
    try:
        draft = Draft.model_validate(fields)
    except ValidationError as error:
        return FromIssue(None, missing or (Shortcoming("The issue", faults(error)),))
    missing += tuple(by_heading(each) for each in shortcomings(draft))
    if missing:
        return FromIssue(None, missing)
    try:
        outcome = drafted(kb, draft, today)
    except AnswerError as error:
        return FromIssue(None, (Shortcoming("The issue", str(error)),))
    wrong = tuple(_asked_for(each) for each in outcome.errors)
    return FromIssue(None if wrong else outcome, wrong)


_FIELD_OF = {
    "R101": Heading.TARGET,
    "R102": Heading.TARGET,
    "R103": Heading.SOURCE,
    "R104": Heading.SPEAKER,
}


def _asked_for(error: Finding) -> Shortcoming:
    """What an error asks for, by the field of the form that it is about."""
    field = _FIELD_OF.get(error.code, "The record")
    return Shortcoming(field, f"{error.message}; {error.help}" if error.help else error.message)


def _speakers(kb: KnowledgeBase) -> dict[str, str]:
    names = {each.id: each.id for each in kb.speakers.values()}
    for each in kb.speakers.values():
        names.update({name.casefold(): each.id for name in each.name.root.values()})
    return names


def commit_on_branch(root: Path, claim: str, files: Sequence[DraftFile]) -> str:
    """Commit files on a new branch, without touching the working tree; the branch's name.

    Raises:
        AnswerError: this is no git repository, or the branch is there already.
    """
    branch = f"claim/{claim}"
    try:
        with Repository(root) as repository:
            repository.commit_on_branch(branch, files, f"Add the claim {claim}\n")
    except GitError as error:
        if error.obstacle is Obstacle.NO_REPOSITORY:
            raise AnswerError(
                "there can be no branch, since this is no git repository; without --branch the "
                "record is written here"
            ) from error
        raise AnswerError(visible(f"there can be no branch: {str(error)[:_SHOWN]}")) from error
    return branch
