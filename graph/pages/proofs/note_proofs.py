"""What leads nowhere of the links in notes, as they are read on the pages of claims."""

import posixpath
from collections.abc import Callable, Iterator, Mapping

from graph.argument.mentions import existing
from graph.argument.written_links import note_links, record_at
from graph.base import KnowledgeBase
from graph.check import Finding, Severity
from graph.pages.proofs.html_leading import led_in_html, way_to
from graph.pages.proofs.leading import Lost
from graph.pages.proofs.proof import finding, told


def note_faults(
    kb: KnowledgeBase,
    prefixes: Mapping[str, str],
    stands: Callable[[str], bool],
) -> Iterator[Finding]:
    """The links in notes at whose end nothing stands.

    `prefixes` are the folders of languages, by their codes, and `stands` tells whether anything is
    at an address. What leads to the page of no record is for the rules on records.
    """
    known = existing(kb)
    for link in note_links(kb):
        page = f"{prefixes.get(link.language, '')}claims/{link.claim}/index.html"
        way = led_in_html(link.place, page, stands)
        if way.lost is None:
            continue
        record = record_at(way.place)
        if record is not None and record[1] not in known[record[0]]:
            continue
        if way.lost is Lost.ABSOLUTE:
            code, message = "R109", f"this begins at the root of the host: `{told(link.place)}`"
        else:
            code = "R107"
            message = f"from the page of {link.claim} this leads nowhere: `{told(link.place)}`"
        help_ = _instead(kb, link.place, page) or (
            f"lead there from where the note is read, `{told(posixpath.dirname(page))}/`, or take "
            "the link out"
        )
        yield finding(code, link.path, message, help_, link.span, Severity.WARNING)


def _instead(kb: KnowledgeBase, place: str, page: str) -> str:
    """How to lead to the page of a record of which the file is named; empty for any other place."""
    folder, name = posixpath.split(place)
    id_, ending, _ = name.partition(".")
    kind = next((each for each in ("source", "speaker") if f"/{each}s/" in f"/{folder}/"), "claim")
    if not ending or id_ not in kb.by_kind[kind]:
        return ""
    address = posixpath.join(page.partition("claims/")[0], f"{kind}s/{id_}/index.html")
    return f"a note leads to pages, and not to files: `{told(way_to(address, page))}`"
