"""The rule on links in notes and on hand-written pages: the records whose pages they lead to."""

from collections.abc import Iterator

from graph.argument.mentions import existing
from graph.argument.written_links import written_links
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, rule
from graph.check.suggestions import Suggestions


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
    known, suggestions = existing(kb), Suggestions()
    for path, span, kind, id_ in written_links(kb):
        if id_ not in known[kind]:
            help_ = suggestions.of(id_, known[kind], kind) or "lead elsewhere, or take the link out"
            yield Remark(path, span, f"this leads to the page of no {kind}: `{id_}`", help_)
