"""What leads nowhere of the HTML on hand-written pages."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote

from graph.argument.mentions import existing
from graph.base import KnowledgeBase
from graph.check import Finding, Severity
from graph.check.suggestions import Suggestions
from graph.pages.bundled import TEMPLATES
from graph.pages.proofs.generated import Generated
from graph.pages.proofs.html_leading import Templates, led_in_html, way_to
from graph.pages.proofs.leading import Led, Lost
from graph.pages.proofs.proof import Proof, finding, told
from graph.pages.proofs.shelf import Shelf
from graph.store.site_configuration import SiteConfiguration

_OF_WRITTEN = tuple(TEMPLATES / each for each in ("layout.html", "main.html"))
"""The templates of the program that hand-written pages are filled in with."""


class HtmlProofs:
    """Holds what HTML leads to against what stands on a site. `proofs` are the pages as they were
    read, by where links find them."""

    def __init__(
        self,
        kb: KnowledgeBase,
        said: SiteConfiguration,
        made: Generated,
        shelf: Shelf,
        proofs: Mapping[str, Proof],
    ) -> None:
        self._kb = kb
        self._said = said
        self._made = made
        self._shelf = shelf
        self._proofs = proofs
        self._suggestions = Suggestions()
        self._lost: set[tuple[str, str]] = set()

    def findings(self, proof: Proof) -> Iterator[Finding]:
        """What leads nowhere of the HTML on one of the pages."""
        if not proof.leaf.own or not proof.reading.html_links or self._templates.lead_elsewhere:
            return
        address = self._shelf.address(proof.leaf)
        for link in dict.fromkeys(proof.reading.html_links):
            way = led_in_html(link, address, self._shelf.stands)
            if way.lost is not None:
                yield from self._lost_in_html(proof, link, address, way, way.lost)
            elif way.anchor:
                yield from self._without_anchor_in_html(proof, link, way)

    def _lost_in_html(
        self, proof: Proof, link: str, address: str, way: Led, lost: Lost
    ) -> Iterator[Finding]:
        severity = self._severity(lost)
        # A text that stands in several languages is told of the first in which it is wrong.
        if severity is None or (proof.leaf.path, link) in self._lost:
            return
        self._lost.add((proof.leaf.path, link))
        record = self._made.record(way.place)
        path = link.strip().partition("#")[0].partition("?")[0]
        for span, written in proof.places(link, in_html=True):
            if lost is Lost.ABSOLUTE:
                code, message = "R109", f"this begins at the root of the host: `{written}`"
                help_ = f"lead there from the address of the page, `{told(address)}`"
            elif record is not None and record[1] not in existing(self._kb)[record[0]]:
                kind, id_ = record
                code, message = "R106", f"this leads to the page of no {kind}: `{told(id_)}`"
                help_ = self._suggestions.of(id_, existing(self._kb)[kind], kind)
                help_ = help_ or "lead elsewhere, or take the link out"
            else:
                code = "R107"
                message = f"from `{told(address)}`, the address of the page, this leads nowhere: "
                message = f"{message}`{written}`"
                help_ = self._instead_in_html(proof, path, address)
            yield finding(code, proof.leaf.path, message, help_, span, severity)

    def _instead_in_html(self, proof: Proof, path: str, address: str) -> str:
        meant = self._shelf.meant(proof.leaf, unquote(path))
        if meant:
            way = told(way_to(meant, address))
            return f"lead to `{way}`, or write the link in Markdown, where it leads from the file"
        ways = {way_to(each, address) for each in self._shelf.addresses}
        help_ = self._suggestions.of(path, ways, address)
        return help_ or "lead there from the address of the page, or take the link out"

    def _without_anchor_in_html(self, proof: Proof, link: str, way: Led) -> Iterator[Finding]:
        severity = self._severity("anchors")
        leaf = self._shelf.at(way.place)
        there = None if leaf is None else self._proofs.get(leaf.place)
        if severity is None or there is None or there.reading.failure:
            return
        anchors = there.reading.anchors
        # A browser knows a top of every page, and what begins so is told to the browser alone.
        known = way.anchor in anchors or way.anchor.lower() == "top" or ":~:" in way.anchor
        if known or self._templates.may_have(way.anchor):
            return
        where = "this page" if there is proof else f"`{there.leaf.path}`"
        help_ = self._suggestions.of(way.anchor, anchors, there.leaf.place)
        help_ = help_ or f'give a place there the anchor, as with `<a id="{told(way.anchor)}"></a>`'
        for span, written in proof.places(link, in_html=True):
            message = f"there is no `#{told(way.anchor)}` on {where}: `{written}`"
            yield finding("R108", proof.leaf.path, message, help_, span, severity)

    def _severity(self, fault: str) -> Severity | None:
        """How grave it is: no build stops, but a reader does not get there. Of what MkDocs is told
        to say nothing in Markdown, nothing is said here."""
        if self._said.stops("links", fault):
            return Severity.WARNING
        return Severity.HINT if self._said.levels["links", fault] == "info" else None

    @cached_property
    def _templates(self) -> Templates:
        folder = self._said.templates
        files = [] if folder in (None, TEMPLATES) else [*folder.rglob("*.html")]
        # One of a site's own may be made with any of those of the program.
        return Templates([*files, *(TEMPLATES.rglob("*.html") if files else _OF_WRITTEN)])
