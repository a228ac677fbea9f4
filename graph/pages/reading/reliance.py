"""What rests on a source: what its claims bear on, and what would change without them."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from graph.argument.kept import kept_for
from graph.argument.reliance import SourceRejection, source_rejection
from graph.base import KnowledgeBase
from graph.pages.views.consequences import Consequence, consequence
from graph.pages.views.debates import Debates
from graph.pages.views.reader import ClaimView, Reader
from graph.pages.views.themes import ThemeView

SHOWN = 12
"""Changes of standing that are listed; the rest are counted."""


@dataclass(frozen=True)
class ThesisEffect:
    """A thesis and what becomes of it: a consequence that shows, or it is `own`, one of the
    source's claims itself."""

    thesis: ClaimView
    own: bool
    effect: Consequence | None


@dataclass(frozen=True)
class Reliance:
    """What rests on a source, as a page in one language tells it.

    `themes` come with the number of the source's claims in each, most first; `more` is the
    number of changes of standing not listed in `turned`, and `shifted` that of the claims that keep
    their standing and are seen to stand weaker or stronger.
    """

    themes: tuple[tuple[ThemeView, int], ...]
    theses: tuple[ThesisEffect, ...]
    turned: tuple[Consequence, ...]
    more: int
    shifted: int


_rejection = kept_for(source_rejection)


class Reliances:
    """What rests on each source, worked out once for all languages."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

    def rejection(self, source: str) -> SourceRejection:
        """What rejecting every claim that is read from a source changes elsewhere."""
        return _rejection(self._kb, source)

    def reliance(self, reader: Reader, debates: Debates, source: str) -> Reliance:
        """What rests on a source, for the readers of one language."""
        found = self.rejection(source)
        own = {citation.claim for citation in self._kb.cited.get(source, ())}
        return Reliance(
            tuple(debates.themes_of_most(own)),
            tuple(_theses(reader, own, found)),
            tuple(consequence(reader, each) for each in found.turned[:SHOWN]),
            max(len(found.turned) - SHOWN, 0),
            sum(consequence(reader, each).visible for each in found.shifted),
        )


def _theses(
    reader: Reader, own: AbstractSet[str], found: SourceRejection
) -> Iterator[ThesisEffect]:
    """The theses that are claims of the source, and those that are seen to change."""
    changed = {change.id: consequence(reader, change) for change in found.theses}
    for thesis in reader.kb.theses:
        effect = changed.get(thesis)
        if thesis in own or (effect is not None and effect.visible):
            yield ThesisEffect(reader.claim(thesis), thesis in own, effect)
