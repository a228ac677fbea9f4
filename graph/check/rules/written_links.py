"""The rule on links in notes and on hand-written pages: the records whose pages they lead to."""

import posixpath
from collections.abc import Iterator

from graph.argument.mentions import existing
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, rule
from graph.records.scalars import is_well_formed_id
from graph.store.front_matter import FrontMatter, split_front_matter
from graph.store.markdown_links import links_within
from graph.store.problem import Fault, Span
from graph.text.nearest import did_you_mean

_KINDS = {"claims": "claim", "sources": "source", "speakers": "speaker"}
"""What has a page of its own below these folders of the site."""


@rule("R106", "link-to-no-record", Severity.ERROR)
def link_to_no_record(kb: KnowledgeBase) -> Iterator[Remark]:
    """A note, or a page that is written by hand, leads to the page of a record that does not exist.

    ## Why

    There is no such page. Where the link stands on a hand-written page, the site is not built.

    ## Example

    `[the barriers](claims/lower-entry-barier/index.html)` in `site/about.md`

    ## Way out

    Use the id that the finding suggests, or take the link out. An older id does, too: `betoog
    rename` keeps it, unless it is told to forget it.
    """
    known, own = existing(kb), frozenset(_own_pages(kb))
    for path, place, span in _places(kb):
        found = _record(place)
        if found is None:
            continue
        kind, id_ = found
        if id_ not in known[kind] and found not in own:
            help_ = did_you_mean(id_, known[kind]) or "lead elsewhere, or take the link out"
            yield Remark(path, span, f"this leads to the page of no {kind}: `{id_}`", help_)


def _places(kb: KnowledgeBase) -> Iterator[tuple[str, str, Span]]:
    """The files with links, whereto these lead on the site, and where they stand."""
    for problem in kb.tree.beside:
        if problem.fault is Fault.LINK:
            folder = posixpath.dirname(problem.path.partition("/")[2])
            yield problem.path, posixpath.join(folder, problem.found), problem.span
    for file in (*kb.tree.of_kind("claim"), *kb.tree.of_kind("annotation")):
        begin = 1
        markdown = file.text
        if file.kind == "claim":
            parts = split_front_matter(file.text)
            if not isinstance(parts, FrontMatter):
                continue
            markdown, begin = parts.body, parts.body_line
        for link in links_within(markdown, begin):
            yield file.path, posixpath.join(f"claims/{file.id}", link.place), link.span


def _own_pages(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """The hand-written pages that stand where one of a record could."""
    for problem in kb.tree.beside:
        if problem.fault is Fault.OWN_PAGE:
            _, folder, name, *_ = problem.path.split("/")
            yield _KINDS[folder], name.partition(".")[0]


def _record(place: str) -> tuple[str, str] | None:
    """The kind and the id of the record whose page is at a place of the site; None where there is
    another page, or none of the site."""
    parts = posixpath.normpath(place).split("/")
    # The pages in the site's other languages stand below a folder for each.
    if len(parts) > 2 and parts[0] not in _KINDS and parts[1] in _KINDS:
        parts = parts[1:]
    if len(parts) < 2 or parts[0] not in _KINDS or not is_well_formed_id(parts[1]):
        return None
    return _KINDS[parts[0]], parts[1]
