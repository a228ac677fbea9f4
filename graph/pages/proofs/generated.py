"""Which addresses of a site are those of pages and files that are made from records.

Most that a page leads to are of records, or there on every site. These are known without the
program that makes pages, which takes as long to load as all rules; it is asked of what remains.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graph.base import KnowledgeBase
from graph.check import RULES
from graph.pages.bundled import TEMPLATES
from graph.store.citation_file import citation_text, cited_whole
from graph.store.site_configuration import SiteConfiguration
from graph.words.chosen_languages import site_interface

if TYPE_CHECKING:
    from graph.pages.asked import Asked

FOLDERS = frozenset(
    """
    404.html add changes changes.atom changes.json citation.cff claims debates downloads embed
    frameworks index.html knowledge-base.csv knowledge-base.json knowledge-base.jsonl
    knowledge-base.yaml lists llms.txt outcomes positions positions.json records robots.txt rules
    schema schemes search share sources sources.bib sources.json speakers templates themes trace
    upkeep walk weak-spots
    """.split()
)
"""What all that is made stands in, or is, at a site's root and in the folder of each language."""
ALWAYS = frozenset(
    f"{each}index.html"
    for each in (
        *("", "add/", "changes/", "claims/", "downloads/", "outcomes/", "records/", "rules/"),
        *("schemes/", "search/", "sources/", "speakers/", "templates/", "themes/", "trace/"),
        *("upkeep/", "weak-spots/"),
    )
)
"""Some of the pages that every site has, in each language."""
ALWAYS_AT_ROOT = frozenset(
    f"schema/{each}.json"
    for each in (
        *("answers/check", "answers/confirm", "answers/cruxes", "answers/diff", "answers/explain"),
        *("answers/find", "answers/fmt", "answers/from-issue", "answers/import", "answers/init"),
        *("answers/lines", "answers/link", "answers/list", "answers/locate", "answers/new"),
        *("answers/positions", "answers/reach", "answers/reject", "answers/remove"),
        *("answers/rename", "answers/show", "answers/standing", "answers/trace"),
        *("answers/verify", "answers/walk", "claim", "source", "speaker"),
    )
)
"""Some of the files that every site has once."""
_OF_CHANGES = ("changes.atom", "changes.json")
_RECORDS = {"claims": "claim", "sources": "source", "speakers": "speaker"}


class Made(NamedTuple):
    """Something that is made: its address, and the file of the record that it is about; that is
    empty for what is about several."""

    address: str
    record: str


class Generated:
    """The addresses of all that is made from the records of a knowledge base, in languages whose
    folders have these names; that of the first is empty."""

    def __init__(
        self, kb: KnowledgeBase, prefixes: Collection[str], configuration: SiteConfiguration
    ) -> None:
        self._kb = kb.addressable
        self._prefixes = [each for each in prefixes if each]
        self._configuration = configuration

    def __contains__(self, address: str) -> bool:
        """Whether a page or a file that is made stands at just this address."""
        prefix, below = self._parted(address)
        if below in ALWAYS or self._is_of_record(below) or _is_of_rule(below):
            return True
        if not prefix and below in ALWAYS_AT_ROOT:
            return True
        found = self.at(address)
        return found is not None and found.address == address

    def at(self, address: str) -> Made | None:
        """What is made at an address, or at one that differs from it in letter case only; None for
        nothing."""
        _, below = self._parted(address)
        if below.partition("/")[0].casefold() not in FOLDERS:
            return None
        if below.casefold() in _OF_CHANGES:
            return Made(address, "") if self._has_changes else None
        found = self._asked.at(address)
        return None if found is None else Made(found.file, found.record)

    def along(self, address: str) -> Iterator[Made]:
        """What says whether anything else can have an address: what is made there, or where a
        folder of that would be, or is the first below."""
        prefix, below = self._parted(address)
        top = below.partition("/")[0]
        if top.casefold() not in FOLDERS:
            return
        if top.casefold() in _OF_CHANGES:
            if self._has_changes:
                yield Made(f"{prefix}{top}", "")
            return
        yield from (Made(each.file, each.record) for each in self._asked.along(address))

    def has_page(self, place: str) -> bool:
        """Whether a page that is made stands at a place within any language."""
        if self._parted(place)[0]:
            return False
        if place in ALWAYS or self._is_of_record(place):
            return True
        return place.endswith("index.html") and any(
            f"{prefix}{place}" in self for prefix in ("", *self._prefixes)
        )

    def record(self, address: str) -> tuple[str, str] | None:
        """The kind and the id of the record whose page would stand at an address, whether there is
        one or not; None where another page would."""
        _, below = self._parted(address)
        folder, _, rest = below.partition("/")
        id_, _, file = rest.partition("/")
        fits = folder in _RECORDS and id_ and file in ("", "index.html", "index.json")
        return (_RECORDS[folder], id_) if fits else None

    def _parted(self, address: str) -> tuple[str, str]:
        """An address in two: the folder of its language, empty at the root, and the rest."""
        key = address.casefold()
        for prefix in self._prefixes:
            if key.startswith(prefix.casefold()):
                return prefix, address[len(prefix) :]
        return "", address

    def _is_of_record(self, below: str) -> bool:
        found = self.record(below)
        if found is None or not below.endswith("/index.html"):
            return False
        kind, id_ = found
        records: Mapping[str, object] = self._kb.by_kind[kind]
        return id_ in records

    @cached_property
    def _asked(self) -> "Asked":
        # Imported here because most pages lead to nothing that has to be asked of it.
        from graph.pages.asked import Asked
        from graph.pages.frame import Settings
        from graph.pages.site import Site

        text = citation_text(self._kb.tree.root)
        pictures = self._configuration.options.get("claim_pictures", 1_000)
        settings = Settings(
            templates=tuple(self._templates()),
            site_url=self._configuration.site_url,
            interface=site_interface(self._kb.tree.root, self._kb.languages),
            claim_pictures=pictures if isinstance(pictures, int) else 1_000,
            citation=text if cited_whole(text) is not None else "",
        )
        return Asked(Site(self._kb, settings))

    def _templates(self) -> Iterator[Path]:
        if self._configuration.templates is not None:
            yield self._configuration.templates
        yield TEMPLATES

    @cached_property
    def _has_changes(self) -> bool:
        """Whether the last commits changed anything that the site tells of, in feeds too."""
        from graph.pages.site import Site
        from graph.review.history import read_history

        number = self._configuration.options.get("history", 20)
        if not isinstance(number, int) or number < 1:
            return False
        history = read_history(self._kb.tree.root, number, self._kb)
        site = Site(self._kb, self._asked.site.settings, history)
        return any(each.changes for each in site.editions)


def _is_of_rule(below: str) -> bool:
    folder, _, rest = below.partition("/")
    code, _, file = rest.partition("/")
    return folder == "rules" and code in RULES and file == "index.html"
