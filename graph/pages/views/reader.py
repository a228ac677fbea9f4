"""Claims and links as a page in one language shows them, each with its neighbours.

A claim leads to its links and a link to its claims, so the two views and the reader that gives
them stand together; what each says by itself is in `claim` and `link`.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from markupsafe import Markup

from graph.argument.beside import beside
from graph.argument.explanation import explained, ground_apart
from graph.argument.failing import broken
from graph.argument.objections import Reply, doubted, doubts_about, replies, step_doubted
from graph.argument.outcomes import deciding, has_fallen, said_on
from graph.argument.pull import pull_of
from graph.argument.sides import ways_to_theses
from graph.argument.thesis_sides import sides_told
from graph.argument.ways import FAR, Ways
from graph.base import Citation, KnowledgeBase, Link
from graph.base.reads import RememberedBy, forget_remembered, remembered
from graph.pages.views.claim import ClaimText
from graph.pages.views.link import LinkText, widest
from graph.pages.views.localized import said
from graph.pages.views.mark import Stand
from graph.pages.views.passage import PassageView
from graph.pages.views.source_text import MarkedText, anchor
from graph.passages import paragraphs_of
from graph.records import Claim, LocalizedText, Scheme, Wording
from graph.records.link_types import Polarity
from graph.semantics import Change, Standing
from graph.words.language import Language
from graph.words.sentence import Piece, Sentence, told

_DOES = {
    Polarity.HELPS: "reason",
    Polarity.HINDERS: "objection",
    Polarity.CONDITIONS: "condition",
    Polarity.UNDERCUTS: "undercut",
}
"""What a claim is by a link of each polarity."""
_STANDS = 4_096
"""As many ways to stand are kept as they are shown; rejecting one claim brings many to the same."""
_MANY, _MANY_ALONE = 1_000, 8_000
"""Links of which views are kept, about: claims that stand near each other in the list of a site's
files have most of those around them in common. Of claims that are looked at without their links,
as in lists, many more views find room."""
_AT_ONCE = 200
"""The characters of an explanation that a page shows at once."""


class Reader:
    """A knowledge base as read in one language: the source of all views of that language."""

    def __init__(self, kb: KnowledgeBase, language: Language) -> None:
        self.kb = kb
        self.language = language
        self._claims: dict[str, ClaimView] = {}
        self._links: dict[str, LinkView] = {}
        self.stand = lru_cache(_STANDS)(partial(Stand.of, language))
        """How a claim of a standing, with these sides of its scale, is shown."""
        self._marked = RememberedBy[MarkedText | None]()

    @property
    def full(self) -> bool:
        """Whether there are views of much of an argument."""
        return len(self._links) > _MANY or len(self._claims) > _MANY_ALONE

    def forget(self) -> None:
        """Let go of all views. One that somebody still has leads to no other until it is asked; as
        each leads to those around it, and they lead back, it would keep all of them."""
        for view in (*self._claims.values(), *self._links.values()):
            forget_remembered(view)
        self._claims.clear()
        self._links.clear()

    def glance(self, claim: str) -> "ClaimView":
        """A view of a claim that is not kept, for where all claims are looked at in turn."""
        return self._claims.get(claim) or ClaimView(self, self.kb.claims[claim])

    def claim(self, claim: str) -> "ClaimView":
        """The view of a claim; the same object every time, until all are let go of."""
        record, view = self.kb.claims[claim], self._claims.get(claim)
        if view is None:
            view = self._claims[claim] = ClaimView(self, record)
        return view

    def claims(self, ids: Iterable[str]) -> tuple["ClaimView", ...]:
        """The views of those claims, named by any of their ids, that there are."""
        present = map(self.kb.resolve, ids)
        return tuple(self.claim(each) for each in present if each in self.kb.claims)

    def link(self, link: Link) -> "LinkView":
        """The view of a link; the same object every time, until all are let go of."""
        link, view = self.kb.links[link.id], self._links.get(link.id)
        if view is None:
            view = self._links[link.id] = LinkView(self, link)
        return view

    def marked(self, source: str) -> MarkedText | None:
        """A source's own text with its passages marked, None where it may not be shown."""
        return self._marked.of(Reader._marked_text, self, source)

    def _marked_text(self, source: str) -> MarkedText | None:
        if source not in self.kb.texts:
            return None
        text = paragraphs_of(self.kb.texts[source])
        return MarkedText(text, self.kb.cited.get(source, ()))

    def passage(self, citation: Citation) -> PassageView:
        """A passage, with its place in its source's own text where that may be shown."""
        source = self.kb.sources[citation.passage.source]
        marked = self.marked(source.id)
        text = marked.text if marked is not None else None
        marked_at, name = self.anchor(citation), anchor(citation)
        return PassageView(self.language, citation.passage, source, marked_at, text, name)

    def anchor(self, citation: Citation) -> str:
        """The name of the place where a passage is marked in its source's text, or nothing."""
        marked = self.marked(citation.passage.source)
        return marked.anchor(citation) if marked is not None else ""

    def wording(self, text: LocalizedText) -> Wording:
        """The text in the reader's language, or in the one there is."""
        return text.wording(self.language.code)

    def say(self, text: LocalizedText | None) -> Markup:
        """The text, marked with its language where that is not the reader's."""
        return said(text, self.language.code)

    def standing_word(self, standing: Standing) -> str:
        """The standing as a word, with a capital."""
        return self.language.t(f"standing.{standing.value}")

    def tell(self, sentence: Sentence) -> tuple[Piece, ...]:
        """A generated sentence in words, with the claims it names as links."""
        return told(sentence, self.language, lambda claim: self.claim(claim).named)

    @remembered
    def theses(self) -> frozenset[str]:
        """The theses of all debates."""
        return frozenset(self.kb.theses)

    @remembered
    def ways(self) -> Ways:
        """The shortest way from every claim to a thesis."""
        return ways_to_theses(self.kb)


class LinkView(LinkText):
    """One step of the argument as its readers meet it, with the claims and steps around it."""

    def __init__(self, reader: Reader, link: Link) -> None:
        super().__init__(reader.kb, reader.language, link)
        self.reader = reader

    @remembered
    def claim(self) -> "ClaimView":
        """The arguing claim."""
        return self.reader.claim(self.link.claim)

    @remembered
    def together(self) -> tuple["ClaimView", ...]:
        """The linked premises beside the arguing claim."""
        return tuple(self.reader.claim(each) for each in self.link.premises[1:])

    @remembered
    def target(self) -> "ClaimView":
        """The claim the link bears on in the end."""
        return self.reader.claim(self.reader.kb.final_target(self.link))

    @property
    def step_from(self) -> "ClaimView":
        """The arguing claim of the step that is doubted or defended; its own where none is."""
        return self.reader.claim(step_doubted(self.reader.kb, self.link).claim)

    @property
    def does(self) -> str:
        """What its arguing claim is by it: a reason, objection, condition, an undercut of a step,
        or a reply or doubt where it undercuts what undercuts a step."""
        if self.doubt is not None:
            return "reply" if self.defends else "doubt"
        return _DOES[self.link.type.polarity]

    @property
    def doubted_ids(self) -> tuple[str, ...]:
        """The ids of what it casts doubt on: a step, or a doubt and what that casts doubt on."""
        found, link = [], self.link
        while link.type.at_link:
            link = self.reader.kb.links[link.target]
            found.append(link.id)
        return tuple(found)

    @remembered
    def doubt(self) -> "LinkView | None":
        """The doubt at which this one is aimed, for an undercut of an undercut."""
        doubt = doubted(self.reader.kb, self.link)
        return None if doubt is None else self.reader.link(doubt)

    @remembered
    def undercuts(self) -> tuple["LinkView", ...]:
        """The objections to this step."""
        return tuple(self.reader.link(each) for each in self.reader.kb.undercuts(self.link.id))

    @remembered
    def broken(self) -> tuple[Piece, ...]:
        """What has taken all force from this step, in a sentence; empty where it has some."""
        found = broken(self.reader.kb, self.link)
        return () if found is None else self.reader.tell(found)

    def premises_but(self, claim: str) -> Iterator["ClaimView"]:
        """The premises of the link other than this claim."""
        return (self.reader.claim(each) for each in self.link.premises if each != claim)


class BesideView(NamedTuple):
    """The claims before and after a claim among those that bear on what is above it."""

    above: "ClaimView"
    before: "ClaimView | None"
    after: "ClaimView | None"


class Gap(NamedTuple):
    """So many claims that are left out of a way, behind one of its claims, counted from 1."""

    size: int
    behind: int = FAR


class ClaimView(ClaimText):
    """One claim as its readers meet it, in lists, on maps and on its own page."""

    def __init__(self, reader: Reader, record: Claim) -> None:
        super().__init__(reader.kb, reader.language, record)
        self.reader = reader

    @remembered
    def explained(self) -> tuple[tuple[Piece, ...], ...]:
        """Why the claim stands where it stands and what would change that, in sentences."""
        return tuple(self.reader.tell(each) for each in explained(self.reader.kb, self.id))

    @property
    def explained_at_once(self) -> int:
        """How many of these sentences a page shows at once: as many as go into two or three lines,
        and the first in any case."""
        read = 0
        for number, sentence in enumerate(self.explained):
            read += sum(len(piece.text) for piece in sentence)
            if number and read > _AT_ONCE:
                return number
        return len(self.explained)

    @remembered
    def sided(self) -> tuple[tuple[Piece, ...], ...]:
        """On which side of the thesis it is or, where there are several, of which, in sentences;
        none where it does nothing to any."""
        return tuple(self.reader.tell(each) for each in sides_told(self.reader.kb, self.id))

    @remembered
    def grounded(self) -> tuple[Piece, ...]:
        """What the claim has of itself, in a sentence; empty where `explained` says so already."""
        ground = ground_apart(self.reader.kb, self.id)
        return () if ground is None else self.reader.tell(ground)

    @remembered
    def reasons(self) -> tuple[LinkView, ...]:
        """The reasons for the claim, strongest first."""
        return self._ranked(self.reader.kb.reasons(self.id))

    @remembered
    def objections(self) -> tuple[LinkView, ...]:
        """The objections to the claim, strongest first."""
        return self._ranked(self.reader.kb.objections(self.id))

    @remembered
    def conditions(self) -> tuple[LinkView, ...]:
        """What the claim can hold only with, strongest first."""
        return self._ranked(self.reader.kb.conditions(self.id))

    @property
    def arguments(self) -> tuple[LinkView, ...]:
        """All that bears on the claim: reasons, then conditions, then objections."""
        return (*self.reasons, *self.conditions, *self.objections)

    @property
    def leading(self) -> tuple["LinkView", ...]:
        """Of these, no more of each type than a list can hold, the most forceful."""
        return widest(self.arguments)

    def _ranked(self, links: tuple[Link, ...]) -> tuple[LinkView, ...]:
        return tuple(self.reader.link(link) for link in self.reader.kb.by_force(links))

    @remembered
    def open_objections(self) -> int:
        """How many of the objections have no reply that holds."""
        return replies(self.reader.kb, self.id)[Reply.OPEN]

    @remembered
    def doubts(self) -> int:
        """How many doubts there are about the steps from its reasons and conditions."""
        return len(doubts_about(self.reader.kb, self.id))

    @property
    def first_reason(self) -> str:
        """What the first of its reasons is: only, strongest, among the strongest, or failed."""
        return self._first(self.reasons)

    @property
    def first_objection(self) -> str:
        """What the first of its objections is, as for reasons."""
        return self._first(self.objections)

    def _first(self, views: tuple[LinkView, ...]) -> str:
        pull = pull_of(self.reader.kb, [view.link for view in views])
        if not pull:
            return "failed"
        return "only" if len(views) == 1 else "strongest" if pull.led else "among"

    @remembered
    def used_in(self) -> tuple[LinkView, ...]:
        """The links in which the claim is a premise."""
        return tuple(self.reader.link(link) for link in self.reader.kb.used_in(self.id))

    @property
    def distance(self) -> int | None:
        """How many links lead up to a thesis; None where links alone do not."""
        loose, steps = self.reader.ways.length(self.id) or (1, 0)
        return None if loose else steps

    @property
    def way_down(self) -> tuple[str, ...]:
        """The ids of the breadcrumb where it is links alone and none of it is left out; else that
        of the claim, as no page is led to by a longer way."""
        down = self.reader.ways.down(self.id)
        if self.distance is None or down.left_out:
            return (self.id,)
        return tuple(claim for claim, _ in down.claims)

    @remembered
    def breadcrumb(self) -> tuple[tuple[str, "ClaimView"], ...]:
        """From a thesis down to this claim: the joining word's key and the claim.

        The first entry has no word. A claim that argues for nothing is led to through
        what it is a part of, what raises it or what it answers. Of a long way, the middle is
        left out.
        """
        way = self.reader.ways.down(self.id).claims
        return tuple((relation, self.reader.claim(claim)) for claim, relation in way)

    @property
    def breadcrumb_gap(self) -> Gap:
        """How many claims are left out of it, and behind which entry."""
        return Gap(self.reader.ways.down(self.id).left_out)

    @remembered
    def beside(self) -> BesideView | None:
        """The neighbours of the claim; None where it has none."""
        found = beside(self.reader.kb, self.id)
        if found is None:
            return None
        before, after = (
            None if each is None else self.reader.claim(each)
            for each in (found.before, found.after)
        )
        return BesideView(self.reader.claim(found.above), before, after)

    @remembered
    def passages(self) -> tuple[PassageView, ...]:
        """Where it is said, as far as the sources are recorded."""
        sources = self.reader.kb.sources
        return tuple(
            self.reader.passage(Citation(self.id, position, passage))
            for position, passage in enumerate(self.record.passages)
            if passage.source in sources
        )

    @remembered
    def deciding(self) -> tuple["ClaimView", ...]:
        """The claims that decide its outcome."""
        found = deciding(self.reader.kb, self.record)
        return tuple(self.reader.claim(each) for each in found)

    @remembered
    def fallen(self) -> bool:
        """Whether what it shows of a prediction is not shown for sure any more."""
        return has_fallen(self.reader.kb, self.id)

    @remembered
    def schemes(self) -> tuple[Scheme, ...]:
        """The schemes of the steps from and to this claim, each once."""
        catalogue = self.reader.kb.schemes
        found: dict[str, Scheme] = {}
        for view in (*self.used_in, *self.arguments):
            if view.link.record.scheme in catalogue:
                found[view.link.record.scheme or ""] = catalogue[view.link.record.scheme or ""]
        return tuple(found.values())

    @property
    def changes(self) -> tuple[Change, ...] | None:
        """What changes elsewhere when this claim is rejected, largest change first; None where
        that is not worked out."""
        changes = self.reader.kb.changes(self.id)
        return None if changes is None else tuple(changes.values())

    @property
    def answers_dated(self) -> tuple[tuple["ClaimView", str], ...]:
        """The answers recorded to a question, the oldest first, each with the date of its source in
        words; those without one come last."""
        dated = [
            (said_on(self.reader.kb, each.record), each) for each in self.related("answered_by")
        ]
        dated.sort(key=lambda each: (not each[0], each[0]))
        return tuple((each, self.reader.language.date(day) if day else "") for day, each in dated)

    def related(self, relation: str) -> tuple["ClaimView", ...]:
        """Claims tied to this one without strength.

        `relation` is specifies, raises or answers, or the way back: specified_by, raised_by
        or answered_by.
        """
        kb = self.reader.kb
        if relation.endswith("_by"):
            back: Mapping[str, tuple[str, ...]] = getattr(kb, relation)
            ids: tuple[str, ...] = back.get(self.id, ())
        else:
            ids = tuple(kb.resolve(each) for each in getattr(self.record, relation))
        return tuple(self.reader.claim(each) for each in ids if each in kb.claims)
