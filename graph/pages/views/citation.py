"""Sources as citations, set by a citation processor in the reader's language."""

import html
import json
import re
import warnings
from functools import lru_cache
from importlib.resources import files
from typing import Any

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from graph.exchange.csl_json import csl_item
from graph.records import Source
from graph.records.doi import doi_address

STYLE = "harvard-cite-them-right"
"""The Citation Style Language style in which sources are cited."""

_ENGLISH = "en-GB"
"""The locale of citations in English, and in languages that CSL has none for."""


@lru_cache(maxsize=4096)
def citation(source: Source, language: str) -> Markup:
    """The source as an entry of a bibliography, with its address as a link."""
    item = {key: _escaped(value) for key, value in csl_item(source).items()}
    with warnings.catch_warnings():
        # citeproc-py warns of every variable that the style does not use.
        warnings.simplefilter("ignore")
        bibliography = CitationStylesBibliography(
            _style(language), CiteProcJSON([item]), formatter.html
        )
        bibliography.register(Citation([CitationItem(source.id)]))
        entry = str(bibliography.bibliography()[0])
    return Markup(_linked(source, entry))


def _linked(source: Source, entry: str) -> str:
    """The entry with the addresses of the source, which are known, as links."""
    leads = {_escaped(source.url): source.url} if source.url else {}
    if source.doi:
        # The style writes the name as it is behind the resolver's address.
        shown = f"https://doi.org/{source.doi}"
        leads[_escaped(shown)] = doi_address(source.doi)
    if not leads:
        return entry
    # The longest first: one may begin with the other.
    address = re.compile("|".join(map(re.escape, sorted(leads, key=len, reverse=True))))
    return address.sub(
        lambda found: f'<a href="{html.escape(leads[found[0]])}" rel="external">{found[0]}</a>',
        entry,
    )


@lru_cache(maxsize=8)
def _style(language: str) -> CitationStylesStyle:
    return CitationStylesStyle(STYLE, locale=_locale(language), validate=False)


def _locale(language: str) -> str:
    """The locale of CSL for a language: its own, or that of the country where most speak it."""
    known = json.loads(files("citeproc").joinpath("data/locales/locales.json").read_text("utf-8"))
    primary = language.partition("-")[0]
    if language in known["language-names"]:
        return language
    return _ENGLISH if primary == "en" else str(known["primary-dialects"].get(primary, _ENGLISH))


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return html.escape(value, quote=False)
    if isinstance(value, list):
        return [_escaped(each) for each in value]
    if isinstance(value, dict):
        return {key: _escaped(each) for key, each in value.items()}
    return value
