"""What an issue came to, as data and in words."""

from collections.abc import Sequence

from typing_extensions import TypedDict

from graph.drafting.draft import Shortcoming
from graph.text.inert import inert
from graph.words.language import Language

_LONGEST = 200


class MissingField(TypedDict):
    """What is missing from an issue: the field of the form, and what is asked for."""

    field: str
    request: str


class MissingAnswer(TypedDict):
    """Why no record was made of an issue."""

    missing: list[MissingField]
    markdown: str
    """The same as a reply to whoever proposed it."""


class BranchAnswer(TypedDict):
    """A claim that was committed on a branch of its own."""

    claim: str
    branch: str


def missing_answer(missing: Sequence[Shortcoming], words: Language) -> MissingAnswer:
    """What is missing from an issue, as data."""
    return {
        "missing": [{"field": each.field, "request": each.request} for each in missing],
        "markdown": missing_markdown(missing, words),
    }


def branch_answer(claim: str, branch: str) -> BranchAnswer:
    """Where a claim was committed, as data."""
    return {"claim": claim, "branch": branch}


def missing_markdown(missing: Sequence[Shortcoming], words: Language) -> str:
    """A polite list of what is missing, in Markdown in which nothing of the issue is alive; what
    checks say is in English."""
    lines = [
        words.t("issue.reply.missing"),
        "",
        *(
            f"- **{inert(field, _LONGEST)}**: {inert(request, _LONGEST)}"
            for field, request, _ in missing[:20]
        ),
        "",
        words.t("issue.reply.edit"),
    ]
    return "\n".join(lines) + "\n"
