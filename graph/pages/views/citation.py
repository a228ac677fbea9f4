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
from citeproc.model import Locale
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from graph.exchange.csl_json import csl_item
from graph.records import Source
from graph.records.doi import doi_address

STYLE = "harvard-cite-them-right"
"""The Citation Style Language style in which sources are cited."""

_ENGLISH = "en-GB"
"""The locale of citations in English, and in languages that CSL has none for."""


_TITLE, _ADDRESS = "\ue000", "\ue001"
"""Signs that no font has, where a title and an address are to stand."""


@lru_cache(maxsize=4096)
def citation(source: Source, language: str) -> Markup:
    """The source as an entry of a bibliography, with its address as a link."""
    return Markup(_linked(source, _entry(source, language)))


def page_citation(page: Source, language: str) -> Markup:
    """The same for a page of the web. Those of one site differ in their titles and addresses, which
    the style puts into the entry as they are: each other entry is made once."""
    left_open = {"id": "page", "title": _left_open(page.title, _TITLE)}
    if page.url:
        left_open["url"] = _left_open(page.url, _ADDRESS)
    entry = _left_open_entry(page.model_copy(update=left_open), language)
    if entry is None:
        return citation(page, language)
    entry = entry.translate(
        {
            ord(_TITLE): _escaped(_middle(page.title)),
            ord(_ADDRESS): _escaped(_middle(page.url or "")),
        }
    )
    return Markup(_linked(page, entry))


def _ends(text: str) -> tuple[int, int]:
    """From where to where a text is nothing that the style sets in another way: it leaves out signs
    that would stand twice where two pieces meet."""
    return (
        0 if text[:1].isalnum() else 1,
        len(text) if text[-1:].isalnum() else max(len(text) - 1, 1),
    )


def _middle(text: str) -> str:
    begin, end = _ends(text)
    return text[begin:end]


def _left_open(text: str, sign: str) -> str:
    begin, end = _ends(text)
    return text[:begin] + sign + text[end:]


@lru_cache(maxsize=4096)
def _left_open_entry(page: Source, language: str) -> str | None:
    """The entry of a page of which title and address are left open; None where one of the signs for
    these stands in something else, too."""
    said = page.model_dump_json()
    if said.count(_TITLE) > 1 or said.count(_ADDRESS) > bool(page.url):
        return None
    return _entry(page, language)


@lru_cache(maxsize=4096)
def _entry(source: Source, language: str) -> str:
    item = {key: _escaped(value) for key, value in csl_item(source).items()}
    with warnings.catch_warnings():
        # citeproc-py warns of every variable that the style does not use.
        warnings.simplefilter("ignore")
        bibliography = CitationStylesBibliography(
            _style(language), CiteProcJSON([item]), formatter.html
        )
        bibliography.register(Citation([CitationItem(source.id)]))
        return str(bibliography.bibliography()[0])


def _linked(source: Source, entry: str) -> str:
    """The entry with the addresses of the source, which are known, as links."""
    leads = {_escaped(source.url): source.url} if source.url else {}
    if source.doi:
        # The style writes the name as it is behind the resolver's address.
        resolved = f"https://doi.org/{source.doi}"
        leads[_escaped(resolved)] = doi_address(source.doi)
    if len(leads) < 2:
        for shown, address in leads.items():
            entry = entry.replace(shown, _link(address, shown))
        return entry
    # The longest first: one may begin with the other.
    either = re.compile("|".join(map(re.escape, sorted(leads, key=len, reverse=True))))
    return either.sub(lambda found: _link(leads[found[0]], found[0]), entry)


def _link(address: str, shown: str) -> str:
    return f'<a href="{html.escape(address)}" rel="external">{shown}</a>'


@lru_cache(maxsize=8)
def _style(language: str) -> CitationStylesStyle:
    return CitationStylesStyle(STYLE, locale=_locale(language), validate=False)


_looked_up = Locale.get_term


@lru_cache(maxsize=4096)
def _known_term(locale: Locale, name: str, form: str | None, zero_padded: bool) -> Any:
    try:
        return _looked_up(locale, name, form, zero_padded)
    except IndexError:
        return None


def _term(locale: Locale, name: str, form: str | None = None, zero_padded: bool = False) -> Any:
    found = _known_term(locale, name, form, zero_padded)
    if found is None:
        raise IndexError(name)
    return found


# citeproc-py goes through all terms of a language each time that it sets one, which is two fifths
# of what a citation takes.
Locale.get_term = _term


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
