"""A claim from the body of an issue form: Markdown with a heading above every answer.

The body is somebody else's text: it is bounded and cleaned, ids are made of it letter by letter,
and no path ever comes from it.
"""

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from graph.drafting.draft import Shortcoming
from graph.errors import BetoogError
from graph.records import Kind, Level
from graph.records.link_types import LinkType
from graph.records.scalars import ID
from graph.text.naming import clean, slug

LARGEST = 70_000
"""The characters of a body at most; the host allows 65,536."""
LONGEST = 2_000
"""The characters of one answer at most, the remarks excepted."""


class Heading(StrEnum):
    """The labels of the form's fields, which stand above the answers."""

    ENGLISH = "The claim in English"
    DUTCH = "The claim in Dutch"
    KIND = "Kind of claim"
    TARGET = "What it bears on"
    HOW = "How it bears on that"
    WHY = "Why, in English"
    WHY_DUTCH = "Why, in Dutch"
    SOURCE = "Source"
    TITLE = "Title of the source"
    AUTHOR = "Author of the source"
    ISSUED = "Date of the source"
    LEVEL = "How near the source is"
    PARAGRAPH = "Paragraph"
    START = "First words of the passage"
    END = "Last words of the passage"
    SPEAKER = "Who says it"
    REMARKS = "Remarks"


HOW: Mapping[str, str] = {
    "A reason for it": "supports",
    "An objection to it": "contradicts",
    "An objection to a step": "undercuts",
    "A condition: it can hold only if this does": "conditions",
    "An answer to it": "answers",
}
"""The answers to how a claim bears on its target, each with the type of link or `answers`."""

_HEADING = re.compile(r"^###[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_NOTHING = "_No response_"
_CLAIM_PAGE = re.compile(rf"/claims/({ID.pattern})/?(?:[?#].*)?\Z")
_FORM_OF = {
    "claim": Heading.ENGLISH,
    "note": Heading.REMARKS,
    "source": Heading.SOURCE,
    "start": Heading.START,
    "links": Heading.HOW,
    "because": Heading.WHY,
}


class UnreadableIssueError(BetoogError):
    """An issue without a body, or with one that no form can have."""


def body_of(text: str) -> str:
    """The body of the issue: the text itself, or that in the event that the host sends.

    Raises:
        UnreadableIssueError: there is no body, or it is larger than the host allows.
    """
    if text.lstrip()[:1] == "{":
        try:
            event: Any = json.loads(text)
            text = event["issue"]["body"] or ""
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UnreadableIssueError("the event has no issue with a body") from error
        if not isinstance(text, str):
            raise UnreadableIssueError("the event has no issue with a body")
    if len(text) > LARGEST:
        raise UnreadableIssueError(f"the body has {len(text):,} characters, more than {LARGEST:,}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def answers_in(body: str) -> dict[Heading, str]:
    """The answers of a form by their headings; of a heading that occurs twice, the first."""
    known = {each.value: each for each in Heading}
    found: dict[Heading, str] = {}
    matches = [each for each in _HEADING.finditer(body) if each[1] in known]
    ends = [*(each.start() for each in matches[1:]), len(body)]
    for match, end in zip(matches, ends, strict=False):
        answer = body[match.end() : end].strip()
        heading = known[match[1]]
        if answer != _NOTHING:
            if heading is not Heading.REMARKS:
                answer = clean(answer)
            found.setdefault(heading, answer)
    return {heading: answer for heading, answer in found.items() if answer}


def draft_fields(
    answers: Mapping[Heading, str], debate: str, speakers: Mapping[str, str]
) -> tuple[dict[str, Any], tuple[Shortcoming, ...]]:
    """The fields of a draft, and which answers cannot be made anything of.

    `speakers` maps the names of speakers that are there, in small letters, to their ids.
    """
    wrong: list[Shortcoming] = []
    long = [each for each, text in answers.items() if len(text) > LONGEST]
    wrong += [
        Shortcoming(each, f"keep it below {LONGEST:,} characters")
        for each in long
        if each is not Heading.REMARKS
    ]
    kind = answers.get(Heading.KIND, "").lower()
    if kind not in set(Kind):
        wrong.append(Shortcoming(Heading.KIND, "choose one of " + ", ".join(Kind)))
    fields: dict[str, Any] = {
        "debate": debate,
        "claim": _per_language(answers, Heading.ENGLISH, Heading.DUTCH),
        "kind": kind,
        "start": answers.get(Heading.START),
        "end": answers.get(Heading.END),
        "note": answers.get(Heading.REMARKS, ""),
    }
    paragraph = answers.get(Heading.PARAGRAPH)
    if paragraph is not None:
        if paragraph.isascii() and paragraph.isdigit() and len(paragraph) < 6:
            fields["paragraph"] = int(paragraph)
        else:
            wrong.append(Shortcoming(Heading.PARAGRAPH, "give it as a number, counted from 1"))
    if speaker := answers.get(Heading.SPEAKER):
        known = speakers.get(speaker.casefold())
        fields.update({"speaker": known} if known else {"new_speaker": {"name": speaker}})
    fields.update(_source(answers, wrong))
    links = _links(answers, wrong)
    fields["links"] = [each for each in links if each["type"] != "answers"]
    fields["answers"] = [each["target"] for each in links if each["type"] == "answers"]
    return fields, tuple(wrong)


def by_heading(shortcoming: Shortcoming) -> Shortcoming:
    """What a draft lacks, told by the field of the form."""
    return Shortcoming(_FORM_OF.get(shortcoming.field, shortcoming.field), shortcoming.request)


def _per_language(
    answers: Mapping[Heading, str], english: Heading, dutch: Heading
) -> dict[str, str]:
    given = {"en": answers.get(english), "nl": answers.get(dutch)}
    return {language: text for language, text in given.items() if text}


def _source(answers: Mapping[Heading, str], wrong: list[Shortcoming]) -> dict[str, Any]:
    given = answers.get(Heading.SOURCE)
    if given is None:
        return {}
    address = re.fullmatch(r'https?://[^\s<>"]+', given)
    doi = re.fullmatch(r"(?:https?://doi\.org/|doi:\s?)?(10\.[0-9]{4,9}/\S+)", given)
    if address is None and doi is None:
        return {"source": slug(given, "unknown") if " " in given else _id(given)}
    level = answers.get(Heading.LEVEL, Level.PRIMARY).lower()
    issued = answers.get(Heading.ISSUED)
    if issued and not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", issued):
        wrong.append(Shortcoming(Heading.ISSUED, "write it as 2025, 2025-01 or 2025-01-31"))
    new: dict[str, Any] = {
        "title": answers.get(Heading.TITLE, ""),
        "author": [name for each in answers.get(Heading.AUTHOR, "").split(";")
                   if (name := each.strip())][:20],
        "issued": issued,
        "level": level if level in set(Level) else Level.PRIMARY,
    }  # fmt: skip
    return {"new_source": {**new, **({"DOI": doi[1]} if doi else {"URL": given})}}


def _links(answers: Mapping[Heading, str], wrong: list[Shortcoming]) -> list[dict[str, Any]]:
    target, how = answers.get(Heading.TARGET), answers.get(Heading.HOW, "")
    if target is None:
        return []
    if how not in HOW:
        wrong.append(Shortcoming(Heading.HOW, "choose " + " or ".join(f"“{each}”" for each in HOW)))
        return []
    because = _per_language(answers, Heading.WHY, Heading.WHY_DUTCH)
    if HOW[how] == LinkType.UNDERCUT:
        # A step is named by claims, arrows and brackets; nothing else of it is kept.
        name = re.sub(r"[^a-z0-9()> -]", "", target)
    else:
        page = _CLAIM_PAGE.search(target)
        name = page[1] if page else _id(target)
    return [{"type": HOW[how], "target": name[:300], "because": because}]


def _id(text: str) -> str:
    """The text as an id, letter by letter: an id that is one stays as it is."""
    kept = "".join(each if each.isascii() and each.isalnum() else " " for each in text.lower())
    return "-".join(kept.split())[:100].strip("-") or "unknown"
