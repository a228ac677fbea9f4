"""The page for an address at which there is none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.pages.edition import Edition
from graph.pages.template import Template
from graph.words.language import Language


@dataclass(frozen=True)
class MissingContext:
    """The one page for all missing addresses. Its `root` and `base` begin at the host, since it is
    served at any depth; it has no `canonical` and no `alternates`."""

    others: Sequence[Language]
    """The languages of the site after its first, in which it is said too."""


TEMPLATE = Template("missing.html", MissingContext)


def missing_page(edition: Edition) -> str:
    """The page, in the language of the edition first."""
    lang, frame = edition.lang, edition.frame
    path = frame.settings.site_url.split("://")[-1]
    root = "/" + path.partition("/")[2] if "/" in path else "/"
    shared = edition.shared("", lang.t("missing.title"))
    moved = replace(shared, root=root, base=root, canonical="", alternates=())
    others = [each for each in frame.languages if each is not lang]
    return frame.render(TEMPLATE, moved, MissingContext(others))
