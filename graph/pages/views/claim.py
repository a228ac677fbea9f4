"""One claim by itself, as a page in one language shows it."""

from collections.abc import Callable
from dataclasses import replace

from markupsafe import Markup

from graph.argument.attribution import OwnStance, own_certainty, own_stance
from graph.argument.explanation import named
from graph.argument.topics import topic_title
from graph.base import KnowledgeBase
from graph.base.grounds import Ground
from graph.base.reads import remembered
from graph.pages.views.annotation import annotation_begun, annotation_html
from graph.pages.views.localized import said
from graph.pages.views.mark import Stand
from graph.pages.views.outcome import OutcomeText
from graph.records import Claim, Speaker, Wording
from graph.semantics import Band, Standing
from graph.words.language import Language
from graph.words.sentence import Piece


class ClaimText:
    """What is said of a claim without its neighbours: its words, its kind and how it stands."""

    def __init__(self, kb: KnowledgeBase, language: Language, record: Claim) -> None:
        self._kb = kb
        self._language = language
        self.record = record
        self.id = record.id

    @property
    def path(self) -> str:
        """The claim page below its language's folder."""
        return f"claims/{self.id}/"

    @remembered
    def wording(self) -> Wording:
        """The sentence in the reader's language, or in the one there is."""
        return self.record.claim.wording(self._language.code)

    @property
    def sentence(self) -> str:
        """The sentence, as text."""
        return self.wording.text

    @property
    def lang(self) -> str:
        """The language that it is in."""
        return self.wording.language

    @remembered
    def said(self) -> Markup:
        """The sentence, marked with its language where that is not the reader's."""
        return said(self.record.claim, self._language.code)

    @remembered
    def label(self) -> str:
        """A few words for maps and routes."""
        return self.record.label_in(self._language.code)

    @property
    def named(self) -> Piece:
        """The label as it is named in a sentence, linked to the claim's page."""
        return replace(named(self.record, self._language.code), path=self.path)

    @property
    def untranslated(self) -> bool:
        """Whether the sentence is shown in another language than the page's."""
        return self.lang != self._language.code

    @property
    def is_question(self) -> bool:
        """Whether this is an open question."""
        return self.record.kind.value == "question"

    @property
    def implicit(self) -> bool:
        """Whether this is a premise that nobody states."""
        return self.record.implicit

    @remembered
    def stance(self) -> OwnStance | None:
        """How whoever wrote the text under analysis stands to it, where that is to be told."""
        return own_stance(self._kb, self.id)

    @property
    def certainty(self) -> str:
        """How sure it is worded; empty where nobody words it."""
        certainty = own_certainty(self._kb, self.id)
        return "" if certainty is None else certainty.value

    @remembered
    def stand(self) -> Stand:
        """How it stands: its word and its mark."""
        return Stand.of(self._language, self.standing, self._kb.assessment.sides[self.id])

    @property
    def balance(self) -> Band:
        """What carries it less what is taken from it, in [-1, 1]."""
        return self._kb.assessment.balances[self.id]

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """Everything that is weighed of it, with two decimals, by the names of the words."""
        carried, taken = self._kb.assessment.sides[self.id]
        weighed = {
            "ground": Band(self.ground.value, self.ground.value),
            "carried": carried,
            "taken": taken,
            "balance": self.balance,
        }
        return tuple((name, self._language.band(band)) for name, band in weighed.items())

    @property
    def ground(self) -> Ground:
        """What it has of itself."""
        return self._kb.grounds[self.id]

    @property
    def standing(self) -> Standing:
        """The standing."""
        return self._kb.assessment.standings[self.id]

    @property
    def standing_word(self) -> str:
        """The standing as a word."""
        return self._language.t(f"standing.{self.standing.value}")

    @property
    def standing_short(self) -> str:
        """The standing as it stands behind a claim in a list."""
        if self.is_question:
            return self._language.t("kind.question")
        return self.standing_word.lower()

    @property
    def firm(self) -> bool:
        """Whether it is on the same side however sources are graded and reasons counted."""
        return self._kb.assessment.firm[self.id]

    @property
    def speaker(self) -> Speaker | None:
        """Who says it."""
        return self._kb.speakers.get(self.record.speaker or "")

    @remembered
    def outcome(self) -> OutcomeText | None:
        """What became of it; None where nobody has judged it."""
        outcome = self.record.outcome
        return None if outcome is None else OutcomeText(self._language, outcome)

    @property
    def topics(self) -> tuple[Markup | str, ...]:
        """What its topics are called, or their own words."""
        titles = ((each, topic_title(self._kb, self.id, each)) for each in self.record.topics)
        return tuple(said(title, self._language.code) if title else each for each, title in titles)

    @remembered
    def annotation(self) -> Markup:
        """The analyst's annotation as HTML, marked with its language where that differs."""
        return self.annotated()

    @remembered
    def note(self) -> tuple[Markup, Markup]:
        """The same as far as a page shows it at once, and the rest of it."""
        found = self._body()
        if found is None:
            return Markup(""), Markup("")
        begun, rest = annotation_begun(found[1])
        return self._in(found[0], begun), self._in(found[0], rest)

    @property
    def typed(self) -> str | None:
        """The annotation that is shown, as it is typed; None for none."""
        found = self._body()
        return None if found is None else found[1]

    @property
    def editors(self) -> tuple[str, ...]:
        """Who signs what is noted of it."""
        debate = self._kb.debates.get(self._kb.folders[self.id])
        return () if debate is None else debate.editors

    def annotated(self, below: int = 2, lead: Callable[[str], str] | None = None) -> Markup:
        """The same with headings below one of level `below`, and links that lead where `lead`
        says; see `annotation_html`."""
        found = self._body()
        return (
            Markup("")
            if found is None
            else self._in(found[0], annotation_html(found[1], below, lead))
        )

    def _body(self) -> tuple[str, str] | None:
        """The annotation as it is typed, and its language: the reader's, or the first there is."""
        for code in (self._language.code, *self._kb.languages):
            if (text := self._kb.bodies.get((self.id, code))) is not None:
                return code, text
        return None

    def _in(self, code: str, text: Markup) -> Markup:
        if code == self._language.code or not text:
            return text
        return Markup('<div lang="{}">{}</div>').format(code, text)
