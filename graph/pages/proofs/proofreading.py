"""All at which a strict build would stop in hand-written pages, found before one is begun."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from graph.argument.mentions import existing
from graph.base import KnowledgeBase
from graph.check import Finding, Severity, together
from graph.check.checking import failed
from graph.check.rule import TOP
from graph.check.suggestions import Suggestions
from graph.pages.bundled import TEMPLATES
from graph.pages.faults import double, unmade
from graph.pages.proofs.generated import ALWAYS, Generated
from graph.pages.proofs.heads import odd_head, template_unfit
from graph.pages.proofs.html_proofs import HtmlProofs
from graph.pages.proofs.kept_readings import KeptReadings
from graph.pages.proofs.leading import Led, Lost, led
from graph.pages.proofs.navigation import navigation_faults
from graph.pages.proofs.note_proofs import note_faults
from graph.pages.proofs.page_reading import installed
from graph.pages.proofs.proof import Proof, finding, told
from graph.pages.proofs.shelf import Leaf, Shelf
from graph.store.configuration_faults import ConfigurationFault, configuration_faults
from graph.store.page_head import PageHead, page_head
from graph.store.problem import Span
from graph.store.site_configuration import SiteConfiguration, site_configuration
from graph.store.splices import spliced
from graph.store.surroundings import CONFIGURATION
from graph.store.written_pages import PAGES, head_unfit
from graph.words.chosen_languages import site_codes

_PAGE = f"{PAGES}/"
"""How the paths of hand-written pages begin, of which rules on records tell where they lead."""


Faults: TypeAlias = Callable[[Path], Iterable[ConfigurationFault]]
"""What finds all that is wrong with the configuration in a folder."""


def with_proofs(
    kb: KnowledgeBase, found: Iterable[Finding], faults: Faults = configuration_faults
) -> tuple[Finding, ...]:
    """What was found in the records, and all at which a build would stop in hand-written pages and
    in the configuration.

    Where other plugins have a say in what pages come to, nothing can be known of that.
    """
    found = tuple(found)
    try:
        unusable = tuple(_of_configuration(faults(kb.tree.root)))
        proofs = None if unusable else proofread(kb)
    except Exception as error:
        return together((*found, failed("reading the pages", error)))
    if proofs is None:
        return together((*found, *unusable))
    return together((*of_records(found), *proofs))


def _of_configuration(faults: Iterable[ConfigurationFault]) -> Iterator[Finding]:
    for each in faults:
        yield finding("B105", CONFIGURATION, told(each.message), each.help, each.span)


def of_records(found: Iterable[Finding]) -> Iterator[Finding]:
    """What was found, without the links on hand-written pages that lead to no record: of these that
    is said here, by what MkDocs takes for a link."""
    return (each for each in found if each.code != "R106" or not each.path.startswith(_PAGE))


def proofread(kb: KnowledgeBase) -> tuple[Finding, ...] | None:
    """What is wrong with the hand-written pages beside a knowledge base; None where that cannot be
    known without running what `mkdocs.yml` names."""
    root = kb.tree.root
    said = site_configuration(root)
    if said is None or not installed(said.extensions):
        return None
    codes = site_codes(root, kb.addressable.languages)
    prefixes = {code: f"{code}/" if place else "" for place, code in enumerate(codes)}
    made = Generated(kb, prefixes.values(), said)
    shelf = Shelf(kb, prefixes, said, made)
    readings = KeptReadings(root, said.extensions)
    found = tuple(dict.fromkeys(_Proofs(kb, said, made, shelf, readings).findings()))
    readings.keep()
    return found


class _Proofs:
    def __init__(
        self,
        kb: KnowledgeBase,
        said: SiteConfiguration,
        made: Generated,
        shelf: Shelf,
        readings: KeptReadings,
    ) -> None:
        self._kb = kb
        self._said = said
        self._made = made
        self._shelf = shelf
        self._readings = readings
        self._suggestions = Suggestions()
        self._files: frozenset[str] | None = None
        self._proofs: Mapping[str, Proof] = {}

    def findings(self) -> Iterator[Finding]:
        """All of them, some maybe more than once: a text may stand for several languages."""
        for each in self._shelf.crowded:
            yield double(each.address, each.path, each.obstacle)
        for former, later in self._shelf.left_out:
            message = f"it is left out, since {later} comes to the same address"
            yield finding("B102", former, message, "give one of the two another name")
        for fault in navigation_faults(self._said, self._shelf):
            _, path, span, _ = fault.entry
            if (severity := self._severity("nav", fault.level)) is not None:
                yield finding("B104", path, fault.message, fault.help, span, severity)
        proofs = {}
        for leaf in self._shelf.pages:
            text = self._shelf.source(leaf)
            if text is None or head_unfit(text):
                continue
            head = page_head(text)
            if leaf.own:
                for odd in odd_head(head):
                    yield finding("B103", leaf.path, odd.message, odd.help, odd.span)
            if why := template_unfit(head.fields, self._said.templates):
                place = head.places.get("template", TOP)
                help_ = "name one in the folder of the site's own templates, or leave it out"
                yield unmade(leaf.path, f"the page cannot be made: {told(why)}", place, help_)
                continue
            proofs[leaf.place] = self._proof(leaf, text, head)
        self._proofs = proofs
        yield from self._of_templates()
        html = HtmlProofs(self._kb, self._said, self._made, self._shelf, proofs)
        for proof in proofs.values():
            if proof.reading.failure:
                why = f"the page cannot be made: {told(proof.reading.failure)}"
                yield unmade(proof.leaf.path, why)
            else:
                yield from self._of_links(proof)
                yield from html.findings(proof)
        yield from note_faults(self._kb, self._shelf.prefixes, self._shelf.stands)

    def _of_templates(self) -> Iterator[Finding]:
        folder, root = self._said.templates, self._kb.tree.root.absolute()
        if folder is None or not folder.is_dir() or folder == TEMPLATES:
            return
        named = (proof.head.fields.get("template") for proof in self._proofs.values())
        asked_for = {name for name in named if isinstance(name, str)}
        if not asked_for and not any(_takes_a_place(each, folder) for each in folder.rglob("*")):
            return
        # Imported here because most sites have no templates of their own, but a folder for them:
        # it takes a third of the time of a whole check.
        from graph.pages.proofs.own_templates import template_faults
        from graph.pages.proofs.undefined_names import surely_filled_in

        for each in template_faults(folder, asked_for, surely_filled_in(self._kb.addressable)):
            place = folder / each.name
            path = place.relative_to(root).as_posix() if place.is_relative_to(root) else each.name
            span = Span(each.line, 1, 2)
            yield unmade(path, f"pages cannot be made with it: {told(each.why)}", span)

    def _proof(self, leaf: Leaf, text: str, head: PageHead) -> Proof:
        assert leaf.text is not None
        splices = tuple(self._shelf.texts.led(head.markdown, leaf.text, self._shelf))
        reading = self._readings.read(spliced(head.markdown, splices))
        return Proof(leaf, text, head, splices, reading, self._readings.read_once)

    def _of_links(self, proof: Proof) -> Iterator[Finding]:
        for link in dict.fromkeys(proof.reading.links):
            try:
                way = led(link, proof.leaf.place, self._shelf.has, self._said)
            except ValueError as error:
                help_ = "correct the address, or take the link out"
                for span, written in proof.places(link):
                    why = f"the page cannot be made: `{written}` is no address: {told(str(error))}"
                    yield unmade(proof.leaf.path, why, span, help_)
                continue
            if way.lost is not None:
                yield from self._lost(proof, link, way, way.lost)
            elif way.anchor:
                yield from self._without_anchor(proof, link, way)

    def _lost(self, proof: Proof, link: str, way: Led, lost: Lost) -> Iterator[Finding]:
        severity = self._severity("links", lost)
        record = self._made.record(way.place) if lost is Lost.MISSING else None
        if severity is None and record is None:
            return
        if not proof.leaf.own:
            message = f"there is no `{told(way.place)}`, where the program's page "
            message = f"{message}`{proof.leaf.place}` leads"
            help_ = "let the site have what the program brings along"
            yield finding("R107", CONFIGURATION, message, help_, severity=severity)
            return
        for span, written in proof.places(link):
            if record is not None and record[1] not in existing(self._kb)[record[0]]:
                kind, id_ = record
                help_ = self._suggestions.of(id_, existing(self._kb)[kind], kind)
                message = f"this leads to the page of no {kind}: `{told(id_)}`"
                help_ = help_ or "lead elsewhere, or take the link out"
                code, severity = "R106", severity or Severity.HINT
            elif lost is Lost.ABSOLUTE:
                code, message = "R109", f"this begins at the root of the host: `{written}`"
                help_ = self._instead(proof, written.lstrip("/\\"))
            elif lost is Lost.FOLDER:
                code, message = "R107", f"this leads to a folder, or nowhere: `{written}`"
                help_ = self._instead(proof, written)
            else:
                code, message = "R107", f"this leads to no page or file of the site: `{written}`"
                help_ = self._instead(proof, written)
            yield finding(code, proof.leaf.path, message, help_, span, severity)

    def _without_anchor(self, proof: Proof, link: str, way: Led) -> Iterator[Finding]:
        severity = self._severity("links", "anchors")
        there = self._proofs.get(way.place)
        if severity is None or there is None or there.reading.failure:
            return
        if way.anchor in there.reading.anchors:
            return
        where = "this page" if there is proof else f"`{there.leaf.path}`"
        help_ = self._suggestions.of(way.anchor, there.reading.anchors, there.leaf.place)
        help_ = help_ or f'give a place there the anchor, as with `<a id="{told(way.anchor)}"></a>`'
        if not proof.leaf.own:
            anchor = told(way.anchor)
            message = f"there is no `#{anchor}` on {where}, where the program's page "
            message = f"{message}`{proof.leaf.place}` leads"
            yield finding("R108", there.leaf.path, message, help_, severity=severity)
            return
        for span, written in proof.places(link):
            message = f"there is no `#{told(way.anchor)}` on {where}: `{written}`"
            yield finding("R108", proof.leaf.path, message, help_, span, severity)

    def _severity(self, part: str, fault: str) -> Severity | None:
        """How grave a fault is: as grave as MkDocs is told to take it."""
        if not fault or self._said.stops(part, fault):
            return Severity.ERROR
        return Severity.HINT if self._said.levels[part, fault] == "info" else None

    def _instead(self, proof: Proof, written: str) -> str:
        """Whereto somebody may have meant to lead."""
        folder = posixpath.dirname(proof.leaf.text.page) if proof.leaf.text else ""
        path = written.partition("#")[0].partition("?")[0].rstrip("/")
        stem = path.removesuffix("/index.html").removesuffix(".html").removesuffix(".md")
        if "@" in path and "/" not in path:
            return f"for an address of mail, write `mailto:{path}`"
        for each in (f"{stem}.md", f"{path}/index.md", f"{path}/index.html", f"{stem}/index.html"):
            place = posixpath.normpath(posixpath.join(folder, each))
            if path and (place in self._all_files or place in self._made):
                return f"name the file: `{each}`"
        meant = {posixpath.relpath(each, folder or ".") for each in self._all_files}
        help_ = self._suggestions.of(path, meant, folder)
        return help_ or "name a file from where the page stands, or take the link out"

    @property
    def _all_files(self) -> frozenset[str]:
        if self._files is None:
            pages = (each.text.file for each in self._shelf.pages if each.text)
            self._files = frozenset((*self._shelf.places, *pages, *ALWAYS))
        return self._files


def _takes_a_place(own: Path, folder: Path) -> bool:
    """Whether a file of the site's own stands for a template of the program."""
    return own.is_file() and (TEMPLATES / own.relative_to(folder)).is_file()
