"""One step of the argument by itself, as a page in one language shows it."""

from collections import Counter
from typing import TypeVar

from markupsafe import Markup

from graph.argument.objections import Reply, defends, reply
from graph.argument.pull import counts_for
from graph.base import KnowledgeBase, Link
from graph.base.reads import remembered
from graph.pages.views.localized import said
from graph.pages.views.mark import weight
from graph.records import Scheme
from graph.records.link_name import LinkName
from graph.records.link_types import LinkType, Polarity, types_that
from graph.semantics import Band
from graph.words.language import Language

WIDEST = 100
"""Links of one type shown at a claim, or lines of argument; the rest, which have no more force, are
counted."""
_OBJECTING = types_that(Polarity.HINDERS, Polarity.UNDERCUTS)
SIGNS = {each: each.traits.sign for each in LinkType}


def drawn_weight(kb: KnowledgeBase, link: str) -> str:
    """How heavy the line of a link is drawn. A condition that is met takes nothing, and is no less
    of one for that."""
    if kb.links[link].type.polarity is Polarity.CONDITIONS:
        return "some"
    return weight(kb.assessment.forces[link].midpoint)


class LinkText:
    """What is said of a step without the claims it joins: its type, warrant and force."""

    def __init__(self, kb: KnowledgeBase, language: Language, link: Link) -> None:
        self._kb = kb
        self._language = language
        self.link = link
        self.type = link.type.value
        self.polarity = link.type.polarity.value
        self.sign = SIGNS[link.type]
        self.word = language.t(f"word.{link.type.value}")

    @remembered
    def anchor(self) -> str:
        """The id of the link's place on a page; as lasting as the link's own."""
        return "link-" + "--".join(LinkName.meant(self.link.id).words)

    @remembered
    def because(self) -> Markup:
        """The warrant."""
        return said(self.link.record.because, self._language.code)

    @property
    def scheme(self) -> Scheme | None:
        """The argumentation scheme."""
        return self._kb.schemes.get(self.link.record.scheme or "")

    @property
    def force(self) -> Band:
        """How strongly the link bears on its target."""
        return self._kb.assessment.forces[self.link.id]

    @remembered
    def weight(self) -> str:
        """How heavy the line of the link is drawn."""
        return drawn_weight(self._kb, self.link.id)

    @property
    def counts_for(self) -> str:
        """In a word how much the step counts for, empty where it counts in full."""
        return counts_for(self.link)

    @property
    def relevance(self) -> str:
        """How much the step counts for, in digits."""
        return self._language.number(self.link.record.relevance, 1)

    @property
    def objecting(self) -> bool:
        """Whether the step is an objection, to which there may be a reply."""
        return self.link.type in _OBJECTING

    @property
    def defends(self) -> bool:
        """Whether it defends a step that is doubted: a doubt about such a reply does not."""
        if not self.link.type.at_link:
            return False
        if self.link.target in self._kb.links:
            return defends(self._kb, self.link)
        # A link of an earlier revision may be aimed at what is gone since; its name tells.
        return len(LinkName.meant(self.link.target).words) % 2 == 1

    @remembered
    def label(self) -> Reply:
        """What became of an objection: open, disputed or replied to."""
        return reply(self._kb, self.link.id)


Shown = TypeVar("Shown", bound=LinkText)


def widest(links: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """Of links at a claim, in order of force within each type, those that a list shows."""
    if len(links) <= WIDEST:
        return links
    numbers: Counter[str] = Counter()
    shown = []
    for link in links:
        numbers[link.type] += 1
        if numbers[link.type] <= WIDEST:
            shown.append(link)
    return tuple(shown)
