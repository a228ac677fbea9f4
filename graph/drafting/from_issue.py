"""An issue form made a record, or a list of what is missing from it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.argument.meaning import sources_by_address, speakers_by_name
from graph.base import KnowledgeBase
from graph.check import Finding
from graph.drafting.draft import Draft, DraftFile, Shortcoming, shortcomings
from graph.drafting.issue_form import (
    Heading,
    IssueForm,
    UnreadableIssueError,
    body_of,
    draft_fields,
    form_of,
)
from graph.drafting.writing import Drafted, drafted, faults
from graph.errors import AnswerError
from graph.review.git import Repository
from graph.review.git_error import GitError, Obstacle
from graph.text.visible import visible
from graph.words.chosen_languages import site_interface
from graph.words.language import BUNDLED, Language, language

_SHOWN = 200


@dataclass(frozen=True)
class FromIssue:
    """What an issue came to: a drafted claim, or else what is missing; in the words of its form."""

    drafted: Drafted | None
    missing: tuple[Shortcoming, ...]
    words: Language


def from_issue(kb: KnowledgeBase, text: str, debate: str | None, today: str) -> FromIssue:
    """What the body of an issue, or the event with it, comes to in a knowledge base: a claim of a
    debate or, where it is not said of which, of the only one or that of the claim it bears on."""
    known = _words(kb)
    try:
        body = body_of(text)
    except UnreadableIssueError as error:
        return FromIssue(None, (Shortcoming("The issue", str(error)),), known[0])
    codes = kb.languages if debate is None else kb.languages_of(debate)
    form = form_of(body, known, tuple(dict.fromkeys((*codes, *BUNDLED))))
    answers = form.answers(body)
    if not answers:
        request = "fill in the form for a new claim; no field of it was found"
        return FromIssue(None, (Shortcoming("The issue", request),), form.words)
    fields, missing = draft_fields(form, answers, speakers_by_name(kb), sources_by_address(kb))
    fields["debate"] = debate or _debate_meant(kb, fields)
    if not fields["debate"]:
        listed = ", ".join(sorted(kb.debates)) or "none yet"
        request = f"name a claim of the debate that it is for: {listed}"
        missing += (form.asked(Heading.TARGET, request),)
    if missing and not fields["kind"]:
        fields = {**fields, "kind": "fact"}
    try:
        draft = Draft.model_validate(fields)
    except ValidationError as error:
        return FromIssue(None, missing or (Shortcoming("The issue", faults(error)),), form.words)
    missing += tuple(form.by_label(each) for each in shortcomings(draft))
    if missing:
        return FromIssue(None, missing, form.words)
    try:
        outcome = drafted(kb, draft, today)
    except AnswerError as error:
        return FromIssue(None, (Shortcoming("The issue", str(error)),), form.words)
    if (same := outcome.same) is not None:
        request = f"{same} says so already: say something else, or in a remark what it lacks"
        return FromIssue(None, (form.asked(Heading.CLAIM, request),), form.words)
    wrong = tuple(_asked_for(form, each) for each in outcome.errors)
    return FromIssue(None if wrong else outcome, wrong, form.words)


def _debate_meant(kb: KnowledgeBase, fields: Mapping[str, Any]) -> str:
    """The only debate, or else that of the first claim that an issue names; empty for none."""
    if len(kb.debates) == 1:
        return next(iter(kb.debates))
    targets = [*(each["target"] for each in fields["links"]), *fields["answers"]]
    # A step is named by its claims, between arrows and brackets.
    named = (kb.resolve(name) for each in targets for name in _NAME.findall(each))
    folders = (kb.folders.get(claim) for claim in named)
    return next((each for each in folders if each in kb.debates), None) or ""


_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELD_OF = {
    "R101": Heading.TARGET,
    "R102": Heading.TARGET,
    "R103": Heading.SOURCE,
    "R104": Heading.SPEAKER,
}


def _asked_for(form: IssueForm, error: Finding) -> Shortcoming:
    """What an error asks for, by the field of the form that it is about."""
    request = f"{error.message}; {error.help}" if error.help else error.message
    heading = _FIELD_OF.get(error.code)
    return form.asked(heading, request) if heading else Shortcoming("The record", request)


def _words(kb: KnowledgeBase) -> tuple[Language, ...]:
    """The languages that a form can have been made in: those of the site, and all others that the
    program brings, as a form may be older than the languages of its site."""
    own = site_interface(kb.tree.root, kb.languages).languages
    codes = [each.code for each in own]
    return (*own, *(language(code) for code in BUNDLED if code not in codes))


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
