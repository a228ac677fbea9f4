"""A claim from the body of an issue form: Markdown with a heading above every answer.

The body is somebody else's text: it is bounded and cleaned, ids are made of it letter by letter,
and no path ever comes from it.
"""

import json
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from graph.drafting.draft import Shortcoming
from graph.errors import BetoogError
from graph.records import Kind, Level, limits
from graph.records.doi import doi_meant
from graph.records.link_types import LinkType
from graph.records.scalars import ID, Date, Url, misfit
from graph.text.naming import clean, slug

LARGEST = 70_000
"""The characters of a body at most; the host allows 65,536."""


CLAIM_MARK = "<!-- a new claim, from the form on the site -->"
"""What marks the body of an issue that proposes a claim, in whatever language, where no template
has given it its label. The workflow that answers looks for it."""


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

_NOTHING = "_No response_"
_FENCE = 3
"""The signs at least that begin a block of code."""
_LONGEST_ADDRESS = 2000
_CLAIM_PAGE = re.compile(rf"/claims/({ID.pattern})/?(?:index\.html)?(?:[?#].*)?\Z")
_CLAIM_FILE = re.compile(rf"(?:^|/)({ID.pattern})(?:\.[a-z]{{2,3}})?\.md(?:[?#].*)?\Z")
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
    """The answers of a form by their headings; of a heading that occurs twice, the first.

    An answer may itself have such a heading, or a block of code with one. Those of the form come
    in its order, outside blocks, with an empty line on both sides.
    """
    lines = body.split("\n")
    begins = sorted((line, heading) for heading, line in _fields(lines).items())
    ends = [*(line for line, _ in begins[1:]), len(lines)]
    found: dict[Heading, str] = {}
    for (line, heading), end in zip(begins, ends, strict=False):
        answer = "\n".join(lines[line + 1 : end]).strip()
        if heading is not Heading.REMARKS:
            answer = clean(answer)
        if answer and answer != _NOTHING:
            found[heading] = answer
    return found


def _fields(lines: Sequence[str]) -> dict[Heading, int]:
    """The line of each heading that is one of the form's own."""
    known = {each.value: each for each in Heading}
    code = _in_code(lines)
    places: dict[Heading, list[int]] = {}
    for number, line in enumerate(lines):
        if line.startswith(("### ", "###\t")):
            heading = known.get(line[3:].strip().rstrip("#").strip())
            if heading is not None:
                places.setdefault(heading, []).append(number)

    def rank(number: int) -> tuple[bool, bool, int]:
        beside = [*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2]]
        return number in code, any(map(str.strip, beside)), number

    found: dict[Heading, int] = {}
    last = -1
    for heading in Heading:
        if all_of_it := places.get(heading):
            found[heading] = min((each for each in all_of_it if each > last), key=rank,
                                 default=min(all_of_it, key=rank))  # fmt: skip
            last = max(last, found[heading])
    return found


def _in_code(lines: Sequence[str]) -> set[int]:
    """The lines inside fenced blocks of code, one that nobody closes included."""
    found: set[int] = set()
    fence = ""
    for number, line in enumerate(lines):
        text = line.strip()
        run = text[: len(text) - len(text.lstrip(text[:1]))] if text[:1] in ("`", "~") else ""
        if fence:
            found.add(number)
            if run == text and run.startswith(fence):
                fence = ""
        elif len(run) >= _FENCE and not (run[0] == "`" and "`" in text[len(run) :]):
            fence = run
    return found


def draft_fields(
    answers: Mapping[Heading, str], debate: str, speakers: Mapping[str, str]
) -> tuple[dict[str, Any], tuple[Shortcoming, ...]]:
    """The fields of a draft, and which answers cannot be made anything of.

    `speakers` maps the names of speakers that are there, in small letters, to their ids.
    """
    wrong: list[Shortcoming] = []
    long = [each for each, text in answers.items() if len(text) > limits.TEXT]
    wrong += [
        Shortcoming(each, f"keep it to {limits.TEXT:,} characters")
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
    given = _bare(answers.get(Heading.SOURCE, ""))
    if not given:
        return {}
    doi = doi_meant(given)
    if doi is None and misfit(Url, given):
        return {"source": slug(given, "unknown") if " " in given else _id(given)}
    level = answers.get(Heading.LEVEL, Level.PRIMARY).lower()
    issued = answers.get(Heading.ISSUED)
    if issued and (why := misfit(Date, issued)):
        wrong.append(Shortcoming(Heading.ISSUED, f"{why}: write it as 2025, 2025-01 or 2025-01-31"))
    new: dict[str, Any] = {
        "title": answers.get(Heading.TITLE, ""),
        "author": [name for each in answers.get(Heading.AUTHOR, "").split(";")
                   if (name := each.strip())],
        "issued": issued,
        "level": level if level in set(Level) else Level.PRIMARY,
    }  # fmt: skip
    return {"new_source": {**new, **({"DOI": doi} if doi else {"URL": given})}}


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
        bare = _bare(target)
        page = None
        if len(bare) <= _LONGEST_ADDRESS:
            page = _CLAIM_PAGE.search(bare) or _CLAIM_FILE.search(bare)
        name = page[1] if page else _id(target)
    return [{"type": HOW[how], "target": name, "because": because}]


def _bare(text: str) -> str:
    """An address that stands as a link of Markdown, without the marks of that."""
    if text.startswith("<") and text.endswith(">"):
        return text[1:-1]
    if text.startswith("[") and text.endswith(")") and "](" in text:
        return text.rpartition("](")[2][:-1]
    return text


def _id(text: str) -> str:
    """The text as an id, letter by letter: an id that is one stays as it is."""
    kept = "".join(each if each.isascii() and each.isalnum() else " " for each in text.lower())
    return "-".join(kept.split())[: limits.ID].strip("-") or "unknown"
