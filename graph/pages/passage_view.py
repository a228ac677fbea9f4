"""Where a claim is said, as a page in one language shows it."""

from typing import TYPE_CHECKING

from markupsafe import Markup

from graph.pages.citation import citation
from graph.passages import fragment_url
from graph.records import Passage, Source

if TYPE_CHECKING:
    from graph.pages.views import Reader


class PassageView:
    """A passage with its source and a link that opens it there."""

    def __init__(self, reader: "Reader", passage: Passage, source: Source) -> None:
        self.reader = reader
        self.record = passage
        self.source = source
        self.lang = source.language or reader.language.code

    @property
    def cited(self) -> Markup:
        """The source as a citation."""
        return citation(self.source, self.reader.language.code)

    @property
    def place(self) -> str:
        """Where in the source: a paragraph or the headline."""
        if self.record.paragraph is None:
            return ""
        if self.record.paragraph == 0:
            return self.reader.language.t("claim.headline")
        return self.reader.language.t("claim.paragraph", n=self.record.paragraph)

    @property
    def stretch(self) -> Markup:
        """The first and the last words of the passage, as quotations."""
        quoted = Markup('<q lang="{}">{}</q>')
        start = quoted.format(self.lang, self.record.start)
        if self.record.end is None:
            return start
        text = Markup.escape(self.reader.language.t("claim.from_to"))
        return text.format(start=start, end=quoted.format(self.lang, self.record.end))

    @property
    def url(self) -> str | None:
        """The source's address with a text fragment that leads to the passage."""
        if self.source.url is None:
            return None
        return fragment_url(self.source.url, self.record.start, self.record.end)
