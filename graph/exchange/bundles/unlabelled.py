"""Texts of claims in a bundle that name no language: they are in their debate's first, as a new
claim's are."""

from dataclasses import replace
from typing import Any

from graph.base import KnowledgeBase
from graph.exchange.bundles.entry import Bundle, Entry
from graph.exchange.bundles.naming import text_of
from graph.records.link_types import LINK_FIELDS


def with_languages(kb: KnowledgeBase, bundle: Bundle, debate: str | None) -> Bundle:
    """The bundle with each text of a claim that names no language in the first of its debate;
    where that is not known the texts stay as they are, to be told of."""
    coming = [each for each in bundle.entries if each.kind == "debate"]
    known: dict[str, str | None] = {}
    known |= {each: kb.languages_of(each)[0] for each in kb.debates}
    every = {*known.values(), *map(_first_of, coming)}
    for each in coming:
        for name in filter(None, (text_of(each, "id"), text_of(each, "key"))):
            known.setdefault(name, _first_of(each))
    only = next(iter(every)) if len(every) == 1 else None
    entries: list[Entry] = []
    for entry in bundle.entries:
        wanted = text_of(entry, "debate") or debate
        language = only if wanted is None else known.get(kb.present("debate", wanted))
        is_claim = entry.kind == "claim"
        entries.append(_in(language, entry) if is_claim and language is not None else entry)
    return replace(bundle, entries=tuple(entries))


def _first_of(debate: Entry) -> str | None:
    """The first language of a debate that comes along."""
    languages, title = debate.fields.get("languages"), debate.fields.get("title")
    listed = languages if isinstance(languages, list) else ()
    first = next(iter([*listed, *(title if isinstance(title, dict) else ())]), None)
    return first if isinstance(first, str) else None


def _in(language: str, entry: Entry) -> Entry:
    fields = dict(entry.fields)
    for name in ("claim", "label"):
        fields |= _said(fields, name, language)
    for name in LINK_FIELDS:
        if isinstance(steps := fields.get(name), list):
            fields[name] = [
                {**each, **_said(each, "because", language)} if isinstance(each, dict) else each
                for each in steps
            ]
    if isinstance(outcome := fields.get("outcome"), dict):
        fields["outcome"] = {**outcome, **_said(outcome, "because", language)}
    return replace(entry, fields=fields)


def _said(fields: dict[str, Any], name: str, language: str) -> dict[str, Any]:
    text = fields.get(name)
    return {name: {language: text}} if isinstance(text, str) and text.strip() else {}
