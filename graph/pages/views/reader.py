"""Claims and links as a page in one language shows them."""

from collections.abc import Mapping
from functools import cached_property

from markupsafe import Markup

from graph.argument.explanation import explained
from graph.argument.routes import Route, Ways
from graph.base import Citation, KnowledgeBase, Link
from graph.pages.reading.source_text import MarkedText
from graph.pages.views.annotation import annotation_html
from graph.pages.views.link import LinkView
from graph.pages.views.passage import PassageView
from graph.passages import paragraphs_of
from graph.records import Claim, LocalizedText, Scheme, Speaker, Wording
from graph.semantics import Band, Change, Standing
from graph.words.language import BUNDLED, Language
from graph.words.sentence import Part, Sentence, told


class Reader:
    """A knowledge base as read in one language: the source of all views of that language."""

    def __init__(self, kb: KnowledgeBase, language: Language) -> None:
        self.kb = kb
        self.language = language
        self._claims: dict[str, ClaimView] = {}
        self._links: dict[str, LinkView] = {}
        self._marked: dict[str, MarkedText] = {}

    def claim(self, claim: str) -> "ClaimView":
        """The view of a claim; the same object every time."""
        view = self._claims.get(claim)
        if view is None:
            view = self._claims[claim] = ClaimView(self, self.kb.claims[claim])
        return view

    def link(self, link: Link) -> LinkView:
        """The view of a link; the same object every time."""
        view = self._links.get(link.id)
        if view is None:
            view = self._links[link.id] = LinkView(self, link)
        return view

    def marked(self, source: str) -> MarkedText | None:
        """A source's own text with its passages marked, None where it may not be shown."""
        if source not in self._marked and source in self.kb.texts:
            text = paragraphs_of(self.kb.texts[source])
            self._marked[source] = MarkedText(text, self.kb.cited.get(source, ()))
        return self._marked.get(source)

    def anchor(self, citation: Citation) -> str:
        """The name of the place where a passage is marked in its source's text, or nothing."""
        marked = self.marked(citation.passage.source)
        return marked.anchor(citation) if marked is not None else ""

    def wording(self, text: LocalizedText) -> Wording:
        """The text in the reader's language, or in the one there is."""
        return text.wording(self.language.code)

    def say(self, text: LocalizedText | None) -> Markup:
        """The text, marked with its language where that is not the reader's."""
        if text is None:
            return Markup("")
        language, words = self.wording(text)
        if language == self.language.code:
            return Markup.escape(words)
        return Markup('<span lang="{}">{}</span>').format(language, words)

    def standing_word(self, standing: Standing) -> str:
        """The standing as a word, with a capital."""
        return self.language.t(f"standing.{standing.value}")

    def tell(self, sentence: Sentence) -> tuple[Part, ...]:
        """A generated sentence in words, with the claims it names as links."""
        return told(sentence, self.language, lambda claim: self.claim(claim).named)

    @cached_property
    def theses(self) -> frozenset[str]:
        """The theses of all debates."""
        return frozenset(self.kb.theses)

    @cached_property
    def ways(self) -> Ways:
        """The shortest way from every claim to a thesis."""
        return Ways(self.kb, self.theses)


class ClaimView:
    """One claim as its readers meet it, in lists, on maps and on its own page."""

    def __init__(self, reader: Reader, record: Claim) -> None:
        self.reader = reader
        self.record = record
        self.id = record.id
        self.lang, self.sentence = reader.wording(record.claim)

    @property
    def path(self) -> str:
        """The claim page below its language's folder."""
        return f"claims/{self.id}/"

    @cached_property
    def said(self) -> Markup:
        """The sentence, marked with its language where that is not the reader's."""
        return self.reader.say(self.record.claim)

    @cached_property
    def label(self) -> str:
        """A few words for maps and routes."""
        if self.record.label is not None:
            return self.reader.wording(self.record.label).text
        return self.sentence if len(self.sentence) <= 40 else self.sentence[:39].rstrip() + "…"

    @property
    def named(self) -> Part:
        """The label as it is named in a sentence, linked to the claim's page."""
        text = self.record.label or self.record.claim
        lang = self.reader.wording(text).language
        other = "" if lang == self.reader.language.code else lang
        return Part(self.label.removesuffix("."), self.path, other)

    @cached_property
    def explained(self) -> tuple[tuple[Part, ...], ...]:
        """Why the claim stands where it stands and what would change that, in sentences."""
        return tuple(self.reader.tell(each) for each in explained(self.reader.kb, self.id))

    @property
    def untranslated(self) -> bool:
        """Whether the sentence is shown in another language than the page's."""
        return self.lang != self.reader.language.code

    @property
    def is_question(self) -> bool:
        """Whether this is an open question."""
        return self.record.kind.value == "question"

    @property
    def implicit(self) -> bool:
        """Whether this is a premise that nobody states."""
        return self.record.implicit

    @property
    def band(self) -> Band:
        """The strength."""
        return self.reader.kb.assessment.strengths[self.id]

    @property
    def strength(self) -> str:
        """The strength in digits."""
        return self.reader.language.band(self.band)

    @property
    def standing(self) -> Standing:
        """The standing."""
        return self.reader.kb.assessment.standings[self.id]

    @property
    def standing_word(self) -> str:
        """The standing as a word."""
        return self.reader.standing_word(self.standing)

    @property
    def standing_short(self) -> str:
        """The standing and the strength, as they stand behind a claim in a list."""
        if self.is_question:
            return self.reader.language.t("kind.question")
        return f"{self.standing_word.lower()} {self.strength}"

    @property
    def robust(self) -> bool:
        """Whether DF-QuAD gives the same standing."""
        return self.reader.kb.assessment.robust[self.id]

    @cached_property
    def reasons(self) -> tuple[LinkView, ...]:
        """The reasons for the claim, strongest first."""
        return self._ranked(self.reader.kb.reasons(self.id))

    @cached_property
    def objections(self) -> tuple[LinkView, ...]:
        """The objections to the claim, strongest first."""
        return self._ranked(self.reader.kb.objections(self.id))

    def _ranked(self, links: tuple[Link, ...]) -> tuple[LinkView, ...]:
        return tuple(self.reader.link(link) for link in self.reader.kb.by_force(links))

    @cached_property
    def open_objections(self) -> int:
        """How many of the objections have no reply that holds."""
        return sum(view.label == "open" for view in self.objections)

    @cached_property
    def used_in(self) -> tuple[LinkView, ...]:
        """The links in which the claim is a premise."""
        return tuple(self.reader.link(link) for link in self.reader.kb.used_in(self.id))

    @property
    def route(self) -> Route | None:
        """The shortest chain of links to a thesis."""
        return self.reader.ways.route(self.id)

    @cached_property
    def breadcrumb(self) -> tuple[tuple[str, "ClaimView"], ...]:
        """From a thesis down to this claim: the joining word's key and the claim.

        The first entry has no word. A claim that argues for nothing is led to through
        what it is a part of, what raises it or what it answers.
        """
        way = self.reader.ways.up(self.id)
        words = ("", *(relation for relation, _ in reversed(way[1:])))
        claims = (self.reader.claim(claim) for _, claim in reversed(way))
        return tuple(zip(words, claims, strict=True))

    @property
    def speaker(self) -> Speaker | None:
        """Who says it."""
        return self.reader.kb.speakers.get(self.record.speaker or "")

    @cached_property
    def passages(self) -> tuple[PassageView, ...]:
        """Where it is said, as far as the sources are recorded."""
        sources = self.reader.kb.sources
        return tuple(
            PassageView(
                self.reader,
                passage,
                sources[passage.source],
                self.reader.anchor(Citation(self.id, position, passage)),
            )
            for position, passage in enumerate(self.record.passages)
            if passage.source in sources
        )

    @cached_property
    def annotation(self) -> Markup:
        """The analyst's annotation as HTML, marked with its language where that differs."""
        bodies = self.reader.kb.bodies
        code = self.reader.language.code
        text = bodies.get((self.id, code))
        if text is not None:
            return annotation_html(text)
        for other in ("en", *BUNDLED):
            if (self.id, other) in bodies:
                inner = annotation_html(bodies[self.id, other])
                return Markup('<div lang="{}">{}</div>').format(other, inner)
        return Markup("")

    @cached_property
    def schemes(self) -> tuple[Scheme, ...]:
        """The schemes of the steps from and to this claim, each once."""
        catalogue = self.reader.kb.schemes
        found: dict[str, Scheme] = {}
        for view in (*self.used_in, *self.reasons, *self.objections):
            if view.link.record.scheme in catalogue:
                found[view.link.record.scheme or ""] = catalogue[view.link.record.scheme or ""]
        return tuple(found.values())

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What changes elsewhere when this claim is rejected, largest change first."""
        return tuple(self.reader.kb.changes(self.id).values())

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
