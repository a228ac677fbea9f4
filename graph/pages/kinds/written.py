"""The pages that are written by hand, in Markdown."""

from dataclasses import dataclass
from typing import Protocol

from graph.pages.edition import Edition
from graph.pages.shared_context import SharedContext
from graph.pages.template import Template


class WrittenPage(Protocol):
    """A page as the site's engine has it."""

    content: str | None


@dataclass(frozen=True)
class WrittenContext:
    """A page of `site/` that is written in Markdown. The site's engine adds names of its own."""

    page: WrittenPage
    """The page as MkDocs has it; `page.content` is its text as HTML."""
    written_in: str
    """The code of the language of the text."""
    notice: str
    """That the text is in another language than the page; empty where it is not."""


TEMPLATE = Template("main.html", WrittenContext)


def shared_by_written(edition: Edition, path: str, title: str) -> SharedContext:
    """What such a page has in common with the others."""
    return edition.shared(path, title, "site.method" if path.startswith("method/") else "")
