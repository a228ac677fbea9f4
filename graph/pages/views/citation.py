"""Sources as citations, set by a citation processor in the reader's language."""

import html
import re
import warnings
from functools import lru_cache
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

STYLE = "harvard-cite-them-right"
"""The Citation Style Language style in which sources are cited."""

_LOCALES = {"en": "en-GB", "nl": "nl-NL", "de": "de-DE", "fr": "fr-FR", "es": "es-ES"}
_ADDRESS = re.compile(r"https?://[^\s<>\"]+?(?=[.,;)]*(?:\s|<|$))")


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
    linked = _ADDRESS.sub(
        lambda found: f'<a href="{found[0]}" rel="external">{found[0]}</a>', entry
    )
    return Markup(linked)


@lru_cache(maxsize=8)
def _style(language: str) -> CitationStylesStyle:
    return CitationStylesStyle(STYLE, locale=_LOCALES.get(language, "en-GB"), validate=False)


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return html.escape(value, quote=False)
    if isinstance(value, list):
        return [_escaped(each) for each in value]
    if isinstance(value, dict):
        return {key: _escaped(each) for key, each in value.items()}
    return value
