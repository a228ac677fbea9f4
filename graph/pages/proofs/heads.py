"""What is wrong with what a hand-written page says of itself."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from graph.store.page_head import PageHead
from graph.store.problem import Span

_KNOWN = frozenset(
    "author authors date description draft hide icon keywords lang language license order "
    "revision slug status subtitle summary tags template title".split()
)
"""What pages say of themselves on sites of this kind."""


class HeadFault(NamedTuple):
    """What is wrong, where, and a way out."""

    span: Span
    message: str
    help: str


def template_unfit(fields: Mapping[str, Any], folder: Path | None) -> str:
    """Why a page cannot have the template that it asks for, of those in a folder of the site's own;
    empty where it can, or asks for none."""
    if "template" not in fields:
        return ""
    name = fields["template"]
    if isinstance(name, str) and folder is not None:
        own = folder.resolve()
        place = own / name
        try:
            if place.resolve().is_relative_to(own) and place.is_file():
                return ""
        except (OSError, ValueError):
            pass
    return f"its `template` {name} is none of the site's own"


def odd_head(head: PageHead) -> Iterator[HeadFault]:
    """What in the head of a page is shown, or left out, in a way that nobody means."""
    if head.broken:
        help_ = "write fields there, as `title: …`, or take the line of hyphens out"
        yield HeadFault(Span(1, 1, 4), f"what stands above the page is shown: {head.broken}", help_)
    title = head.fields.get("title")
    if "title" in head.fields and not _is_title(title):
        span = head.places.get("title", Span(1, 1, 2))
        shown = "as Python writes it" if title else "and none is shown"
        yield HeadFault(
            span,
            f"the `title` is no text: {title!r}"[:200] + f", {shown}",
            "put the title in quotation marks, or leave it out",
        )
    if not head.fenced:
        for name in head.fields.keys() - _KNOWN:
            message = f"`{name}:` is taken for a field of the page, and its line is not shown"
            help_ = "begin the page with an empty line, or with its heading"
            yield HeadFault(head.places[name], message, help_)


def _is_title(title: object) -> bool:
    shown = not isinstance(title, bool | dict | list | tuple | set | bytes)
    return shown and title is not None and bool(str(title).strip())
