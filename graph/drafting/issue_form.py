"""A claim from the body of an issue form: Markdown with a heading above every answer.

The body is somebody else's text: it is bounded and cleaned, ids are made of it letter by letter,
and no path ever comes from it.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from graph.argument.meaning import same_address
from graph.drafting.draft import Shortcoming
from graph.errors import BetoogError
from graph.records import Kind, Level, limits
from graph.records.doi import doi_meant
from graph.records.link_types import LinkType
from graph.records.scalars import ID, Date, Url, misfit
from graph.text.naming import clean, plain, slug
from graph.text.one_line import compared
from graph.words.language import Language

LARGEST = 70_000
"""The characters of a body at most; the host allows 65,536."""
EVENT = 5_000_000
"""The characters of an event at most, which has the body and what is known of the repository."""
CLAIM_MARK = "<!-- a new claim, from the form on the site -->"
"""What marks the body of an issue that proposes a claim, in whatever language, where no template
has given it its label. The workflow that answers looks for it."""


class Heading(StrEnum):
    """What the fields of the form ask for, in their order; the texts once for every language."""

    CLAIM = "claim"
    KIND = "kind"
    TARGET = "target"
    HOW = "how"
    WHY = "why"
    SOURCE = "source"
    TITLE = "title"
    AUTHOR = "author"
    ISSUED = "issued"
    LEVEL = "level"
    PARAGRAPH = "paragraph"
    START = "start"
    END = "end"
    SPEAKER = "speaker"
    REMARKS = "remarks"


WORDED = (Heading.CLAIM, Heading.WHY)
"""What is asked for in every language."""

_NAMING = (Heading.TARGET, Heading.SOURCE, Heading.ISSUED, Heading.PARAGRAPH)
"""What is answered with an id, an address, a date or a number."""

HOW = (*(each.value for each in LinkType), "answers")
"""How a claim can bear on its target: by a type of link, or as an answer."""


class Field(NamedTuple):
    """A field of the form: what it asks for and, of a text, in which language."""

    heading: Heading
    language: str = ""

    @property
    def id(self) -> str:
        """Its name in the form, as in `why-nl`."""
        return f"{self.heading}-{self.language}" if self.language else self.heading.value


Answers = Mapping[Field, str]


@dataclass(frozen=True)
class IssueForm:
    """The form for a new claim in the words of a language, for texts in these languages."""

    words: Language
    codes: tuple[str, ...]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields in the order of the form."""
        return tuple(
            Field(heading, code)
            for heading in Heading
            for code in (self.codes if heading in WORDED else ("",))
        )

    def label(self, field: Field) -> str:
        """What stands above the answer."""
        name = f"issue.label.{field.heading}"
        if not field.language:
            return self.words.t(name)
        return self.words.t(name, language=self.words.language_name(field.language))

    @cached_property
    def how(self) -> Mapping[str, str]:
        """The answers to how a claim bears on its target, with what they stand for."""
        return {self.words.t(f"issue.how.{each}"): each for each in HOW}

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The answers to which kind of claim it is."""
        return {self.words.t(f"kind.{each}"): each.value for each in Kind}

    @cached_property
    def levels(self) -> Mapping[str, str]:
        """The answers to how near a source is."""
        return {self.words.t(f"quality.{each}"): each.value for each in Level}

    def answers(self, body: str) -> dict[Field, str]:
        """The answers in a body; of a heading that occurs twice, the first.

        An answer may itself have such a heading, or a block of code with one. Those of the form
        come in its order, outside blocks, with an empty line on both sides.
        """
        lines = body.split("\n")
        begins = sorted((line, field) for field, line in self._places(lines).items())
        ends = [*(line for line, _ in begins[1:]), len(lines)]
        found: dict[Field, str] = {}
        for (line, field), end in zip(begins, ends, strict=False):
            answer = "\n".join(lines[line + 1 : end]).strip()
            if field.heading in _NAMING:
                answer = plain(answer)
            elif field.heading is not Heading.REMARKS:
                answer = clean(answer)
            if answer and answer != _NOTHING:
                found[field] = answer
        return found

    def _places(self, lines: Sequence[str]) -> dict[Field, int]:
        """The line of each heading that is one of the form's own."""
        known = {self.label(each): each for each in self.fields}
        code = _in_code(lines)
        places: dict[Field, list[int]] = {}
        for number, line in enumerate(lines):
            if line.startswith(("### ", "###\t")):
                field = known.get(line[3:].strip().rstrip("#").strip())
                if field is not None:
                    places.setdefault(field, []).append(number)

        def rank(number: int) -> tuple[bool, bool, int]:
            beside = [*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2]]
            return number in code, any(map(str.strip, beside)), number

        found: dict[Field, int] = {}
        last = -1
        for field in self.fields:
            if all_of_it := places.get(field):
                found[field] = min((each for each in all_of_it if each > last), key=rank,
                                   default=min(all_of_it, key=rank))  # fmt: skip
                last = max(last, found[field])
        return found

    def asked(self, heading: Heading, request: str) -> Shortcoming:
        """What is missing, told by the label of the form."""
        field = next(each for each in self.fields if each.heading is heading)
        return Shortcoming(self.label(field), request)

    def by_label(self, shortcoming: Shortcoming) -> Shortcoming:
        """What a draft lacks, told by the label of the form and in its words."""
        heading, request = _FORM_OF.get(shortcoming.field), shortcoming.request
        if shortcoming.said and self.words.code != "en":
            most = {"text": limits.TEXT, "note": limits.NOTE, "items": limits.ITEMS}
            request = self.words.t(f"add.says.wrong.{shortcoming.said}", **most)
        if heading is None:
            return Shortcoming(shortcoming.field, request)
        return self.asked(heading, request)


def form_of(body: str, words: Sequence[Language], codes: tuple[str, ...]) -> IssueForm:
    """The form that a body was made by: that in whose words most of its headings are."""
    forms = [IssueForm(each, codes) for each in words]
    lines = body.split("\n")
    return max(forms, key=lambda form: len(form._places(lines)))


_NOTHING = "_No response_"
_FENCE = 3
"""The signs at least that begin a block of code."""
_LONGEST_ADDRESS = 2000
_CLAIM_PAGE = re.compile(rf"/claims/({ID.pattern})/?(?:index\.html)?(?:[?#].*)?\Z")
_CLAIM_FILE = re.compile(rf"(?:^|/)({ID.pattern})(?:\.[a-z]{{2,3}})?\.md(?:[?#].*)?\Z")
_FORM_OF = {
    "claim": Heading.CLAIM,
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
        UnreadableIssueError: there is no body, or it or the event is larger than the host allows.
    """
    if len(text) > EVENT:
        raise UnreadableIssueError(f"more than {EVENT:,} characters are no issue, nor an event")
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
    form: IssueForm, answers: Answers, speakers: Mapping[str, str], sources: Mapping[str, str]
) -> tuple[dict[str, Any], tuple[Shortcoming, ...]]:
    """The fields of a draft but its debate, and which answers cannot be made anything of.

    `speakers` maps the names of speakers that are there, in small letters, to their ids, and
    `sources` the addresses of sources, as these are compared.
    """
    wrong: list[Shortcoming] = []

    def given(heading: Heading) -> str | None:
        return answers.get(Field(heading))

    long = [each for each, text in answers.items() if len(text) > limits.TEXT]
    wrong += [
        Shortcoming(form.label(each), f"keep it to {limits.TEXT:,} characters")
        for each in long
        if each.heading is not Heading.REMARKS
    ]
    kind = _chosen(given(Heading.KIND), form.kinds)
    if not kind:
        wrong.append(form.asked(Heading.KIND, "choose one of " + ", ".join(form.kinds)))
    fields: dict[str, Any] = {
        "claim": _per_language(answers, Heading.CLAIM),
        "kind": kind,
        "start": given(Heading.START),
        "end": given(Heading.END),
        "note": given(Heading.REMARKS) or "",
    }
    paragraph = given(Heading.PARAGRAPH)
    if paragraph is not None:
        if paragraph.isascii() and paragraph.isdigit() and len(paragraph) < 6:
            fields["paragraph"] = int(paragraph)
        else:
            wrong.append(form.asked(Heading.PARAGRAPH, "give it as a number, counted from 1"))
    if speaker := given(Heading.SPEAKER):
        known = speakers.get(compared(speaker))
        fields.update({"speaker": known} if known else {"new_speaker": {"name": speaker}})
    fields.update(_source(form, answers, sources, wrong))
    links = _links(form, answers, wrong)
    fields["links"] = [each for each in links if each["type"] != "answers"]
    fields["answers"] = [each["target"] for each in links if each["type"] == "answers"]
    return fields, tuple(wrong)


def _chosen(answer: str | None, choices: Mapping[str, str]) -> str:
    """What an answer stands for: itself, or what is chosen by these words; empty for neither."""
    said = compared(answer or "")
    meant = {compared(label): value for label, value in choices.items()}
    return said if said in choices.values() else meant.get(said, "")


def _per_language(answers: Answers, heading: Heading) -> dict[str, str]:
    return {field.language: text for field, text in answers.items() if field.heading is heading}


def _source(
    form: IssueForm, answers: Answers, sources: Mapping[str, str], wrong: list[Shortcoming]
) -> dict[str, Any]:
    given = _bare(answers.get(Field(Heading.SOURCE), ""))
    if not given:
        return {}
    if (there := sources.get(same_address(given))) is not None:
        return {"source": there}
    doi = doi_meant(given)
    if doi is None and misfit(Url, given):
        if "://" in given:
            request = "this is no web address: give it as a browser shows it, or a DOI"
            wrong.append(form.asked(Heading.SOURCE, request))
            return {}
        return {"source": slug(given, "unknown") if " " in given else _id(given)}
    issued = answers.get(Field(Heading.ISSUED))
    if issued and (why := misfit(Date, issued)):
        wrong.append(form.asked(Heading.ISSUED, f"{why}: write it as 2025, 2025-01 or 2025-01-31"))
    new: dict[str, Any] = {
        "title": answers.get(Field(Heading.TITLE), ""),
        "author": [name for each in answers.get(Field(Heading.AUTHOR), "").split(";")
                   if (name := each.strip())],
        "issued": issued,
        "level": _chosen(answers.get(Field(Heading.LEVEL)), form.levels) or Level.PRIMARY,
    }  # fmt: skip
    return {"new_source": {**new, **({"DOI": doi} if doi else {"URL": given})}}


def _links(form: IssueForm, answers: Answers, wrong: list[Shortcoming]) -> list[dict[str, Any]]:
    target = answers.get(Field(Heading.TARGET))
    if target is None:
        return []
    how = _chosen(answers.get(Field(Heading.HOW)), form.how)
    if not how:
        choices = " or ".join(f"“{each}”" for each in form.how)
        wrong.append(form.asked(Heading.HOW, f"choose {choices}"))
        return []
    because = _per_language(answers, Heading.WHY)
    if how == LinkType.UNDERCUT:
        # A step is named by claims, arrows and brackets; nothing else of it is kept.
        name = re.sub(r"[^a-z0-9()> -]", "", target)
    else:
        bare = _bare(target)
        page = None
        if len(bare) <= _LONGEST_ADDRESS:
            page = _CLAIM_PAGE.search(bare) or _CLAIM_FILE.search(bare)
        name = page[1] if page else _id(target)
    return [{"type": how, "target": name, "because": because}]


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
