"""The page on which a reader drafts a reason, an objection or a correction, and its data.

What is filled in stays in the browser. The scripts of the page make the same record of it as
`betoog new` does, and hold it to the same schema as `betoog check`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, partial
from typing import Any

from graph.argument.meaning import speakers_by_name
from graph.argument.suspect import target_mark
from graph.base import KnowledgeBase
from graph.check.rules.passages import LONGEST_QUOTE
from graph.drafting.issue_form import CLAIM_MARK, WORDED, Field, IssueForm
from graph.drafting.issue_template import CORRECTION
from graph.drafting.writing import taken_ids
from graph.exchange.format import json_text
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.repository_links import RepositoryLinks, repository_links
from graph.pages.template import Template
from graph.passages import wording_mark
from graph.records import Kind, Level, Source
from graph.records.link_types import LinkType
from graph.store.json_schema import json_schema

PATH = "add/"
RECORDS = f"{PATH}records.json"
"""What the page knows of the records that are there, the same in every language."""
SCHEMAS = ("claim", "source", "speaker")


@dataclass(frozen=True)
class AddContext:
    """The form on which a reader drafts a reason, an objection, an answer or a correction."""

    words: Mapping[str, Any]
    """What scripts find on every page, and those of this one under `add` and `trace`."""
    host: RepositoryLinks | None
    """Where the records' repository is kept, if we know how to make its addresses."""
    kinds: Sequence[Kind]
    """The kinds of claim."""
    levels: Sequence[Level]
    """The levels of a source's quality."""
    written_in: Sequence[str]
    """The codes of the languages to write in, that of the page first."""
    known_sources: Sequence[Source]
    """The sources that are recorded, by author."""
    known_speakers: Sequence[str]
    """The names of the speakers that are recorded."""
    adding: Mapping[str, Any]
    """What the scripts of the form need, as data."""


TEMPLATE = Template("add.html", AddContext)


def add_pages(edition: Edition) -> Iterator[SitePage]:
    """The one page; what it is about stands in its address, as in `?supports=ID`."""
    t = edition.lang.t
    yield edition.page(
        TEMPLATE,
        PATH,
        t("add.title"),
        partial(_add, edition),
        description=t("add.lead"),
    )


def add_files(kb: KnowledgeBase) -> Iterator[SitePage]:
    """The data that only this page loads: the records there are, and the schemas of new ones."""
    yield SitePage(RECORDS, lambda: json_text(known_records(kb)))
    for kind in SCHEMAS:
        yield SitePage(f"schema/{kind}.json", partial(_schema, kind))


@cache
def _schema(kind: str) -> str:
    return json_text(json_schema(kind))


def known_records(kb: KnowledgeBase) -> dict[str, Any]:
    """What a new record has to fit in with: sentences, steps and the ids that are taken.

    A claim is `[sentence per language, path of its file, 1 for a question, mark of its
    wording]`, a step `[name, arguing claim, mark of its warrant]` under its target.
    """
    steps: dict[str, list[list[str]]] = {}
    for link in kb.links.values():
        if not link.type.at_link:
            steps.setdefault(link.target, []).append(
                [link.id, link.claim, target_mark(kb, LinkType.UNDERCUT, link.id) or ""]
            )
    taken = taken_ids(kb)
    return {
        "claims": {
            claim.id: [
                dict(claim.claim.root),
                kb.paths["claim", claim.id],
                int(claim.kind is Kind.QUESTION),
                wording_mark(claim.claim.original.text),
            ]
            for claim in kb.claims.values()
        },
        "steps": steps,
        "aliases": kb.aliases,
        "speakers": speakers_by_name(kb),
        "taken": {
            "claims": sorted(taken.claims),
            "sources": sorted(taken.sources),
            "speakers": sorted(taken.speakers),
        },
    }


def _add(edition: Edition) -> AddContext:
    texts = edition.lang.texts
    repository = repository_links(edition.frame.settings)
    words = {"add": texts["add"]["says"], "trace": {"choices": texts["trace"]["says"]["choices"]}}
    codes = edition.kb.languages
    # Editors read issues in the first language of the site, whichever its readers write in.
    form = IssueForm(edition.frame.languages[0], codes)
    return AddContext(
        words={**edition.lang.script_words, **words},
        host=repository,
        kinds=list(Kind),
        levels=list(Level),
        # What readers write in first is the language they read.
        written_in=sorted(codes, key=lambda code: code != edition.lang.code),
        known_sources=sorted(edition.kb.sources.values(), key=_by),
        known_speakers=sorted(
            {edition.text(each.name) for each in edition.kb.speakers.values()}, key=str.casefold
        ),
        adding={
            "host": asdict(repository) if repository else None,
            "mark": CLAIM_MARK,
            "languages": codes,
            "titles": {
                each: form.words.t(f"issue.{each}.title") for each in ("claim", "correction")
            },
            # In pairs, as the order of their fields is part of what a form writes.
            "labels": [(each.id, form.label(each)) for each in form.fields],
            "wording": {each: [Field(name, each).id for name in WORDED] for each in codes},
            "how": {field: answer for answer, field in form.how.items()},
            "correction": [(each, form.words.t(f"issue.label.{each}")) for each in CORRECTION],
            "longest_quote": LONGEST_QUOTE,
        },
    )


def _by(source: Source) -> tuple[str, str, str]:
    return (source.by.casefold(), source.issued or "", source.id)


ADD = PageKind(TEMPLATE, add_pages)
