"""Where a claim is said, as a page in one language shows it."""

from functools import cached_property

from markupsafe import Markup

from graph.pages.views.citation import citation
from graph.passages import SourceText, fragment_url, prefix_in, suffix_in, words_in
from graph.passages.iri import host_of
from graph.records import Passage, Source
from graph.words.language import Language


class PassageView:
    """A passage with its source, and links that lead to it there and on the source's page here.

    `name` is that of its place on that page; `anchor` too, where the source's own `text` is shown
    and it is marked in that.
    """

    def __init__(
        self,
        language: Language,
        passage: Passage,
        source: Source,
        anchor: str = "",
        text: SourceText | None = None,
        name: str = "",
    ) -> None:
        self._language = language
        self.record = passage
        self.source = source
        self.anchor = anchor
        self.name = name
        self._text = text
        self.lang = source.language or language.code

    @property
    def path(self) -> str:
        """The place on the source's page, below the language's folder."""
        number = self.record.paragraph
        place = self.name or ("" if number is None else f"paragraph-{number}")
        return f"sources/{self.source.id}/{'#' if place else ''}{place}"

    @property
    def cited(self) -> Markup:
        """The source as a citation."""
        return citation(self.source, self._language.code)

    @property
    def place(self) -> str:
        """Where in the source: a paragraph or the headline."""
        return place_in_words(self._language, self.record.paragraph)

    @property
    def at(self) -> str:
        """The same within a line of text; where it is marked, where no paragraph is known."""
        number = self.record.paragraph
        if number is None:
            return self._language.t("guide.here") if self.anchor else ""
        name = "claim.at_paragraph" if number else "claim.at_headline"
        return self._language.t(name, n=number)

    @property
    def fit(self) -> str:
        """How it bears on the claim, and when it was read beside it; empty where nobody says."""
        fit = self.record.fit
        if fit is None:
            return ""
        return self._language.t(f"fit.{fit.bears.value}", date=self._language.date(fit.read))

    @property
    def stretch(self) -> Markup:
        """The first and the last words of the passage, as quotations."""
        quoted = Markup('<q lang="{}">{}</q>')
        start = quoted.format(self.lang, self.record.start)
        if self.record.end is None:
            return start
        text = Markup.escape(self._language.t("claim.from_to"))
        return text.format(start=start, end=quoted.format(self.lang, self.record.end))

    @property
    def words(self) -> Markup:
        """The first and the last words with dots between them, as quotations."""
        quoted = Markup('<q lang="{}">{}</q>')
        words = [each for each in (self.record.start, self.record.end) if each is not None]
        return Markup(" … ").join(quoted.format(self.lang, each) for each in words)

    @property
    def seen_at(self) -> str:
        """The host where the passage was seen, where that is another than the source's own
        address; empty otherwise."""
        return seen_at(self.source)

    @cached_property
    def url(self) -> str | None:
        """The address where the passage was seen, with a text fragment that leads to it."""
        if self.source.read_at is None:
            return None
        start, end = self.record.start, self.record.end
        prefix = suffix = None
        if self._text is not None:
            start, end = words_in(self._text, self.record.paragraph, start, end)
            prefix = prefix_in(self._text, self.record.paragraph, start, end)
            suffix = suffix_in(self._text, self.record.paragraph, start, end)
        return fragment_url(self.source.read_at, start, end, prefix, suffix)


def seen_at(source: Source) -> str:
    """The host where the text of a source was read, where that is another than its own address;
    empty otherwise."""
    return host_of(source.seen_at) if source.seen_at else ""


def place_in_words(language: Language, paragraph: int | None) -> str:
    """A paragraph or the headline, as it is called; empty where it is not known."""
    if paragraph is None:
        return ""
    return language.t("claim.paragraph", n=paragraph) if paragraph else language.t("claim.headline")
