"""The kinds of page there are, and where the header and the footer lead.

A new kind is a module of its own, a template and a line here.
"""

from typing import Any

from graph.base import KnowledgeBase
from graph.pages.epub import book
from graph.pages.frame import Groups, Menu
from graph.pages.kinds import changes, missing, written
from graph.pages.kinds.add import ADD
from graph.pages.kinds.booklet import BOOKLET
from graph.pages.kinds.changes import CHANGES
from graph.pages.kinds.claims import CLAIM
from graph.pages.kinds.debates import DEBATE, DEBATES, THEME, THEMES
from graph.pages.kinds.downloads import DOWNLOADS
from graph.pages.kinds.embed import EMBED
from graph.pages.kinds.home import HOME
from graph.pages.kinds.lists import CLAIMS
from graph.pages.kinds.maps import MAP
from graph.pages.kinds.moved import MOVED
from graph.pages.kinds.outcomes import OUTCOMES
from graph.pages.kinds.page_kind import PageKind
from graph.pages.kinds.positions import POSITIONS
from graph.pages.kinds.records import RECORDS
from graph.pages.kinds.rules import RULE, RULE_LIST
from graph.pages.kinds.schemes import SCHEMES
from graph.pages.kinds.search import SEARCH
from graph.pages.kinds.source_list import SOURCES
from graph.pages.kinds.sources import SOURCE
from graph.pages.kinds.speakers import SPEAKER, SPEAKERS
from graph.pages.kinds.templates import templates_kind
from graph.pages.kinds.trace import TRACE
from graph.pages.kinds.upkeep import UPKEEP
from graph.pages.kinds.walk import WALK
from graph.pages.kinds.weak_spots import WEAK_SPOTS
from graph.pages.template import Template
from graph.pages.views.debates import argument_entry

_OTHERS: tuple[PageKind, ...] = (
    HOME,
    DEBATE,
    BOOKLET,
    DEBATES,
    THEME,
    THEMES,
    MAP,
    CLAIM,
    CLAIMS,
    TRACE,
    ADD,
    SOURCES,
    SOURCE,
    SPEAKERS,
    SPEAKER,
    WALK,
    POSITIONS,
    WEAK_SPOTS,
    UPKEEP,
    OUTCOMES,
    SCHEMES,
    RECORDS,
    RULE_LIST,
    RULE,
    DOWNLOADS,
    SEARCH,
    CHANGES,
    MOVED,
    EMBED,
)

_OTHER_TEMPLATES: tuple[Template[Any], ...] = (
    *(each.template for each in _OTHERS),
    written.TEMPLATE,
    missing.TEMPLATE,
    changes.FEED_TEMPLATE,
    changes.JSON_FEED_TEMPLATE,
    book.CHAPTER,
    book.CONTENTS,
    book.COVER,
    book.COVER_PAGE,
    book.PACKAGE_DOCUMENT,
)

KINDS = (*_OTHERS, templates_kind(_OTHER_TEMPLATES))
"""Every kind of page that is made by the program. The last tells of the templates of all."""

TEMPLATES = (*_OTHER_TEMPLATES, KINDS[-1].template)
"""Every template that is filled in."""

_FOOTER: Groups = (
    (
        "site.for_readers",
        (
            ("claims/", "site.claims"),
            ("weak-spots/", "site.weak_spots"),
            ("speakers/", "site.speakers"),
            ("trace/", "trace.title"),
            ("schemes/", "site.schemes"),
            ("glossary/", "site.glossary"),
            ("changes/", "changes.title"),
            ("about/", "site.about"),
        ),
    ),
    (
        "site.for_makers",
        (
            ("contribute/", "site.contribute"),
            ("upkeep/", "upkeep.title"),
            ("records/", "records.title"),
            ("rules/", "site.rules"),
            ("decisions/", "site.decisions"),
            ("downloads/", "site.downloads"),
        ),
    ),
)
"""Where the footer leads, for readers and for who keeps the site up, if it has all these pages."""

_OF_ITS_OWN = frozenset(("about/", "contribute/"))
"""The pages that only whoever keeps the site can write."""


def footer(written: frozenset[str] | None) -> Groups:
    """Where the footer leads on a site with these hand-written pages, or with those of all."""
    absent = _OF_ITS_OWN - written if written is not None else frozenset()
    return tuple(
        (group, tuple(entry for entry in entries if entry[0] not in absent))
        for group, entries in _FOOTER
    )


def header(kb: KnowledgeBase) -> Menu:
    """Where the header leads: to the argument, if there is one, and to these."""
    argument = argument_entry(kb)
    return (
        *((argument,) if argument[0] else ()),
        ("themes/", "site.themes"),
        ("outcomes/", "outcomes.title"),
        ("sources/", "site.sources"),
        ("method/", "site.method"),
    )
