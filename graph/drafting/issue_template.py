"""The forms for issues as the hosting site takes them, in the words of a language.

For GitHub's form schema: a list of fields, each with its label, what explains it, and what can be
chosen. Forgejo, and so Codeberg, reads the same.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.base import KnowledgeBase
from graph.drafting.issue_form import WORDED, Field, Heading, IssueForm
from graph.store.regular_file import Refusal, read_regular
from graph.store.surroundings import LARGEST_TEXT
from graph.words.chosen_languages import site_interface
from graph.words.language import Language

FOLDER = ".github/ISSUE_TEMPLATE"
CORRECTION = ("where", "wrong", "right")
"""The fields of the form for a correction, by their ids."""

MADE = (
    "# betoog schema makes this for the languages of the debates, as long as this line is here.\n"
)
"""How a form begins that is to be kept up to date."""

_LONG = frozenset((*WORDED, Heading.REMARKS))
_EXAMPLES = {Heading.SOURCE: "https://example.org/report", Heading.ISSUED: "2025-01-31"}


def issue_templates(words: Language, codes: Sequence[str]) -> dict[str, str]:
    """The forms as files, by their paths from the root: for claims with texts in languages of these
    codes, and for corrections."""
    form = IssueForm(words, tuple(codes))
    return {
        f"{FOLDER}/claim.yml": _text(_claim(form)),
        f"{FOLDER}/correction.yml": _text(_correction(words)),
    }


def kept_up_to_date(kb: KnowledgeBase) -> dict[str, str]:
    """The forms of a knowledge base as they should be: those that are there and may be made."""
    words = site_interface(kb.tree.root, kb.languages).languages[0]
    return {
        path: text
        for path, text in issue_templates(words, kb.languages).items()
        if _is_made(kb.tree.root, path)
    }


def _is_made(root: Path, path: str) -> bool:
    raw = read_regular(root / path, root, LARGEST_TEXT)
    return not isinstance(raw, Refusal) and raw.startswith(MADE.encode())


def _claim(form: IssueForm) -> Iterator[str]:
    t = form.words.t
    lead = t("issue.lead")
    if len(form.codes) > 1:
        named = ", ".join(form.words.language_name(each) for each in form.codes)
        lead = f"{lead} {t('issue.lead_languages', languages=named)}"
    yield from _head(form.words, "claim", "new claim")
    yield from ("  - type: markdown", "    attributes:", f"      value: {_quoted(lead)}")
    for field in form.fields:
        yield from _field(form, field)


def _field(form: IssueForm, field: Field) -> Iterator[str]:
    heading, t = field.heading, form.words.t
    choices = {
        Heading.KIND: form.kinds, Heading.HOW: form.how, Heading.LEVEL: form.levels
    }.get(heading, {})  # fmt: skip
    kind = "dropdown" if choices else "textarea" if heading in _LONG else "input"
    yield from _begun(kind, field.id, form.label(field), t(f"issue.hint.{heading}"))
    if heading in (Heading.TARGET, Heading.AUTHOR):
        yield f"      placeholder: {_quoted(t(f'issue.example.{heading}'))}"
    elif heading in _EXAMPLES:
        yield f"      placeholder: {_quoted(_EXAMPLES[heading])}"
    if choices:
        yield "      options:"
        yield from (f"        - {_quoted(each)}" for each in choices)
    if heading is Heading.KIND or (heading is Heading.CLAIM and len(form.codes) == 1):
        yield from _needed()


def _correction(words: Language) -> Iterator[str]:
    yield from _head(words, "correction", "correction")
    for name in CORRECTION:
        kind = "input" if name == "where" else "textarea"
        label, hint = words.t(f"issue.label.{name}"), words.t(f"issue.hint.{name}")
        yield from _begun(kind, name, label, hint)
        if name == "where":
            yield f"      placeholder: {_quoted(words.t('issue.example.target'))}"
        if name != "right":
            yield from _needed()


def _head(words: Language, form: str, label: str) -> Iterator[str]:
    for part in ("name", "description", "title"):
        yield f"{part}: {_quoted(words.t(f'issue.{form}.{part}'))}"
    yield from (f"labels: [{label}]", "body:")


def _begun(kind: str, name: str, label: str, hint: str) -> Iterator[str]:
    yield from (f"  - type: {kind}", f"    id: {name}", "    attributes:")
    yield from (f"      label: {_quoted(label)}", f"      description: {_quoted(hint)}")


def _needed() -> tuple[str, str]:
    return "    validations:", "      required: true"


def _quoted(text: str) -> str:
    """A text as YAML, which takes all that JSON does."""
    return json.dumps(text, ensure_ascii=False)


def _text(lines: Iterator[str]) -> str:
    return MADE + "".join(f"{line}\n" for line in lines)
