"""What a page says to machines that collect pages: schema.org terms as JSON-LD.

A claim is a schema.org `Claim` with the works it appears in. It is no `ClaimReview`: nothing here
passes a verdict. Addresses are absolute or absent, since a relative one means nothing to whoever
has taken the description off its page.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from graph.base.reads import remembered
from graph.pages.views.debates import DebateView
from graph.pages.views.passage import PassageView
from graph.pages.views.reader import ClaimView, Reader
from graph.pages.views.themes import ThemeView
from graph.records import LocalizedText, Name, Source, SourceType
from graph.records.doi import doi_address

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the records, and so of every claim as it is worded here."""

_TYPES = {
    SourceType.ARTICLE: "Article",
    SourceType.ARTICLE_JOURNAL: "ScholarlyArticle",
    SourceType.ARTICLE_MAGAZINE: "Article",
    SourceType.ARTICLE_NEWSPAPER: "NewsArticle",
    SourceType.BILL: "Legislation",
    SourceType.BOOK: "Book",
    SourceType.CHAPTER: "Chapter",
    SourceType.DATASET: "Dataset",
    SourceType.LEGISLATION: "Legislation",
    SourceType.PAPER_CONFERENCE: "ScholarlyArticle",
    SourceType.POST: "SocialMediaPosting",
    SourceType.POST_WEBLOG: "BlogPosting",
    SourceType.REGULATION: "Legislation",
    SourceType.REPORT: "Report",
    SourceType.SOFTWARE: "SoftwareApplication",
    SourceType.THESIS: "Thesis",
    SourceType.WEBPAGE: "WebPage",
}

Node = dict[str, Any]


def script(nodes: Iterable[Node]) -> Markup:
    """The descriptions as the content of a script element that no text can close."""
    data = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # As escapes within strings these mean the same to JSON and nothing to HTML.
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


class StructuredData:
    """Describes the pages of one language, with addresses below `site_url` where that is known."""

    def __init__(self, reader: Reader, site_url: str) -> None:
        self._reader = reader
        self._language = reader.language
        self._below = f"{site_url}{self._language.prefix}" if site_url else ""

    @property
    def code(self) -> str:
        """The code of its language."""
        return self._language.code

    def claim(self, claim: ClaimView) -> Markup:
        """A claim or an open question, and the route to it."""
        node = {
            "@type": "Question" if claim.is_question else "Claim",
            **self._named(claim.label, claim.path, claim.lang),
            "text": claim.sentence,
            "isPartOf": self._site(),
            "license": LICENCE,
        }
        if claim.record.keywords:
            node["keywords"] = list(claim.record.keywords)
        if author := self._author(claim):
            node["author"] = author
        if not claim.is_question:
            # The sentence is the analysts' reading of what its author wrote.
            node["claimInterpreter"] = self._organization()
            if claim.passages:
                node["appearance"] = list(_appearances(claim.passages))
        crumbs = [(each.label, each.path) for _, each in claim.breadcrumb]
        return script([node, *self._breadcrumbs(crumbs)])

    def debate(self, view: DebateView) -> Markup:
        """A debate as a collection of its themes, about its theses."""
        node = self._collection(view.debate.title, view.path, view.debate.summary)
        node["about"] = [self._mention(thesis) for thesis in view.theses]
        node["hasPart"] = [
            {"@type": "CollectionPage", **self._titled(each.theme.title, each.path)}
            for each in view.themes
        ]
        return script([node])

    def theme(self, view: ThemeView) -> Markup:
        """A theme as a collection of claims within its debate."""
        node = self._collection(view.theme.title, view.path, view.theme.summary)
        node["isPartOf"] = {
            "@type": "CollectionPage",
            **self._titled(view.debate.title, view.debate_path),
        }
        node["hasPart"] = [self._mention(root) for root in view.roots]
        texts = ((view.debate.title, view.debate_path), (view.theme.title, view.path))
        crumbs = [(self._reader.wording(title).text, path) for title, path in texts]
        return script([node, *self._breadcrumbs(crumbs)])

    def home(self) -> Markup:
        """The site as a whole."""
        return script([self._site() | {"license": LICENCE, "inLanguage": self._language.code}])

    def _site(self) -> Node:
        name = self._language.t("site.name")
        return {"@type": "WebSite", "name": name, **self._address("")}

    def _organization(self) -> Node:
        return {"@type": "Organization", "name": self._language.t("site.name")}

    def _address(self, path: str) -> Node:
        if not self._below:
            return {}
        return {"@id": f"{self._below}{path}", "url": f"{self._below}{path}"}

    def _named(self, name: str, path: str, language: str) -> Node:
        return {"name": name, "inLanguage": language, **self._address(path)}

    def _titled(self, title: LocalizedText, path: str) -> Node:
        language, text = self._reader.wording(title)
        return self._named(text, path, language)

    def _mention(self, claim: ClaimView) -> Node:
        kind = "Question" if claim.is_question else "Claim"
        named = self._named(claim.label, claim.path, claim.lang)
        return {"@type": kind, **named, "text": claim.sentence}

    def _collection(self, title: LocalizedText, path: str, summary: LocalizedText | None) -> Node:
        node = {"@type": "CollectionPage", **self._titled(title, path)}
        if summary is not None:
            node["description"] = self._reader.wording(summary).text
        return node | {"isPartOf": self._site(), "license": LICENCE}

    def _breadcrumbs(self, crumbs: list[tuple[str, str]]) -> Iterator[Node]:
        if len(crumbs) < 2:
            return
        rows = []
        for position, (name, path) in enumerate(crumbs, 1):
            row: Node = {"@type": "ListItem", "position": position, "name": name}
            if self._below:
                row["item"] = f"{self._below}{path}"
            rows.append(row)
        yield {"@type": "BreadcrumbList", "itemListElement": rows}

    def _author(self, claim: ClaimView) -> list[Node]:
        if claim.speaker is None:
            sources = [passage.source for passage in claim.passages]
            return [_person(name) for name in sources[0].author] if sources else []
        name = self._reader.wording(claim.speaker.name).text
        node: Node = {"name": name}
        if claim.speaker.url:
            node["url"] = claim.speaker.url
        # A speaker may be a person, a body or a crowd; who signs a source is known to be
        # one of the first two.
        kind = self._kinds.get(name)
        return [{"@type": kind, **node} if kind else node]

    @remembered
    def _kinds(self) -> dict[str, str]:
        return {
            name.full: _person(name)["@type"]
            for source in self._reader.kb.sources.values()
            for name in source.author
        }


def _appearances(passages: Iterable[PassageView]) -> Iterator[Node]:
    for passage in passages:
        node = _work(passage.source)
        # The work is known by its own address; this one leads to the passage in it.
        if passage.url is not None:
            node["archivedAt" if passage.seen_at else "url"] = passage.url
        yield node


def _work(source: Source) -> Node:
    node: Node = {"@type": _TYPES.get(source.type, "CreativeWork"), "name": source.title}
    if source.author:
        node["author"] = [_person(name) for name in source.author]
    if source.container_title and source.container_title != source.publisher:
        node["isPartOf"] = {"@type": "CreativeWork", "name": source.container_title}
    values = {
        "@id": source.url,
        "datePublished": source.issued,
        "inLanguage": source.language,
        "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
        "keywords": list(source.keywords or ()),
        "identifier": source.doi and doi_address(source.doi),
    }
    return node | {key: value for key, value in values.items() if value}


def _person(name: Name) -> Node:
    return {"@type": "Organization" if name.literal else "Person", "name": name.full}
