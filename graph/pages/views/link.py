"""One step of the argument as a page in one language shows it."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from graph.base import Link, LinkType
from graph.records import Scheme
from graph.semantics import Band, Label

if TYPE_CHECKING:
    from graph.pages.views.reader import ClaimView, Reader

SIGNS = {LinkType.SUPPORT: "▲", LinkType.CONTRADICTION: "▼", LinkType.UNDERCUT: "◆"}
_LABEL_WORDS = {Label.IN: "open", Label.OUT: "answered", Label.UNDEC: "disputed"}


class LinkView:
    """One step of the argument as its readers meet it."""

    def __init__(self, reader: "Reader", link: Link) -> None:
        self.reader = reader
        self.link = link
        self.type = link.type.value
        self.sign = SIGNS[link.type]
        self.word = reader.language.t(f"word.{link.type.value}")

    @property
    def anchor(self) -> str:
        """The id of the link's place on a page; as lasting as the link's own."""
        name = self.link.id.replace(" -> ", "--")
        return f"link-{name}".replace("(", "").replace(")", "")

    @cached_property
    def claim(self) -> "ClaimView":
        """The arguing claim."""
        return self.reader.claim(self.link.claim)

    @cached_property
    def together(self) -> tuple["ClaimView", ...]:
        """The linked premises beside the arguing claim."""
        return tuple(self.reader.claim(each) for each in self.link.premises[1:])

    @cached_property
    def target(self) -> "ClaimView":
        """The claim the link bears on in the end."""
        return self.reader.claim(self.reader.kb.final_target(self.link))

    @property
    def because(self) -> Markup:
        """The warrant."""
        return self.reader.say(self.link.record.because)

    @property
    def scheme(self) -> Scheme | None:
        """The argumentation scheme."""
        return self.reader.kb.schemes.get(self.link.record.scheme or "")

    @property
    def force(self) -> Band:
        """How strongly the link bears on its target."""
        return self.reader.kb.assessment.forces[self.link.id]

    @property
    def label(self) -> str:
        """For an objection: open, answered or disputed."""
        return _LABEL_WORDS[self.reader.kb.assessment.labelling.links[self.link.id]]

    @cached_property
    def undercuts(self) -> tuple["LinkView", ...]:
        """The objections to this step."""
        return tuple(self.reader.link(each) for each in self.reader.kb.undercuts(self.link.id))

    def premises_but(self, claim: str) -> Iterator["ClaimView"]:
        """The premises of the link other than this claim."""
        return (self.reader.claim(each) for each in self.link.premises if each != claim)
