"""The site in one language: what its pages are made with."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TypeAlias, TypeVar

from graph.base.followed_mapping import FollowedMapping
from graph.base.reads import Read, RememberedBy, noting, remembered
from graph.base.worked_out import WorkedOut
from graph.exchange.frameworks import Frameworks
from graph.pages.frame import FEED, JSON_FEED, Frame, SitePage
from graph.pages.maps.theme_map import DrawnMap
from graph.pages.reading.reliance import Reliances
from graph.pages.review.change_view import ChangeView
from graph.pages.shared_context import Alternate, SharedContext
from graph.pages.sharing.cards import Sharing
from graph.pages.sharing.structured_data import StructuredData
from graph.pages.template import Own, Template
from graph.pages.views.booklet import Booklet
from graph.pages.views.card import Card, card_of
from graph.pages.views.debates import Debates, DebateView
from graph.pages.views.facets import Facet, facets, options_of
from graph.pages.views.reader import ClaimView, Reader
from graph.pages.views.shared_debates import SharedDebates
from graph.records import LocalizedText, Name, Source, SourceType
from graph.review.history import Life, lives
from graph.store.citation_file import cited_whole
from graph.text.naming import slug
from graph.words.language import Language

T = TypeVar("T")

Said: TypeAlias = str | Callable[[], str]
"""A text, or what gives it."""


class Edition:
    """One language's reader, debates and frame, and the way to make a page of them."""

    def __init__(
        self,
        frame: Frame,
        lang: Language,
        shared: SharedDebates,
        frameworks: Frameworks,
        reliances: Reliances,
    ) -> None:
        self.frame = frame
        self.reliances = reliances
        self.frameworks = frameworks
        self.kb = frame.kb
        self.lang = lang
        self.reader = Reader(frame.kb, lang)
        self._cards = RememberedBy[Card]()
        self._booklets = RememberedBy[Booklet]()
        self.maps = RememberedBy[DrawnMap]()
        """The maps of debates and themes by where they stand: each is on a page and in a file."""
        self.debates = Debates(self.reader, shared)
        self.sharing = Sharing(self.reader, self.debates, frame.settings.claim_pictures)
        self.structured_data = StructuredData(self.reader, frame.settings.site_url)

    @property
    def claims(self) -> Sequence[str]:
        """All claims, those of a debate after one another: most of what their pages have in common
        is at hand then."""
        return sorted(self.kb.claims, key=self.kb.folders.__getitem__)

    def forget(self) -> None:
        """Let go of the views of claims, and of what was made of them."""
        self.reader.forget()
        self.debates.forget()
        for each in (self._cards, self._booklets, self.maps):
            each.forget()

    def page(
        self,
        template: Template[Own],
        path: str,
        title: Said,
        own: Callable[[], Own],
        section: str = "",
        description: Said = "",
        record: str = "",
    ) -> SitePage:
        """A page at `path` within the language; `own` is called when it is rendered, and so are a
        title and a description that are still to be asked for: they are not read to list it then.

        `record` is the file of the record that it is about.
        """

        def render() -> str:
            shared = self.shared(path, _told(title), section, _told(description))
            return self.frame.render(template, shared, own())

        file = f"{self.lang.prefix}{path}index.html"
        return SitePage(file, render, path, self.lang.code, record)

    def pages_of_debates(
        self,
        template: Template[Own],
        folder: str,
        words: str,
        own: Callable[[DebateView | None], Own],
    ) -> Iterator[SitePage]:
        """A page about all debates in a folder and, where there are several, one about each below
        it; `own` is given the debate, or None for all of them. `words` names those of the title.
        """
        title = self.lang.t(words)
        yield self.page(template, f"{folder}/", title, partial(own, None), words)
        for view in self.debates if len(self.debates) > 1 else ():
            yield self.page(
                template,
                f"{folder}/{view.debate.id}/",
                f"{title}: {self.text(view.debate.title)}",
                partial(own, view),
                words,
                record=self.kb.paths["debate", view.debate.id],
            )

    def shared(
        self, path: str, title: str, section: str = "", description: str = ""
    ) -> SharedContext:
        """What every page's template needs, the hand-written ones' included.

        `path` is that of the page within its language.
        """
        lang, frame = self.lang, self.frame
        root = self.root(path)
        return SharedContext(
            t=lang.t,
            n=lang.n,
            language=lang,
            reader=self.reader,
            root=root,
            base=self.base(path),
            words=lang.script_words,
            feed=FEED if frame.newest_change else "",
            json_feed=JSON_FEED if frame.newest_change else "",
            title=title,
            description=description,
            section=section,
            navigation=frame.header,
            footer=frame.footer,
            site_url=frame.settings.site_url,
            canonical=self.address(path),
            other_locales=tuple(
                each.t("share.locale") for each in frame.languages if each is not lang
            ),
            page_type="website",
            share_title=title,
            share_text=description,
            picture=None,
            structured_data="",
            alternates=tuple(
                Alternate(
                    each.code,
                    each.name,
                    (root + each.prefix + path) or "./",
                    frame.address(each, path),
                )
                for each in frame.languages
            ),
        )

    def card(self, claim: ClaimView) -> Card:
        """A claim as a card: its page, that of the card and what programs are told need it."""
        return self._cards.of(lambda view, _: card_of(view), claim, claim.id)

    def booklet(self, view: DebateView) -> Booklet:
        """A debate as a booklet: a page has it, and an e-book."""
        return self._booklets.of(
            lambda debate, _: Booklet(self.reader, debate), view, view.debate.id
        )

    def root(self, path: str) -> str:
        """The way from the page at `path` to the site's root."""
        return "../" * (self.lang.prefix + path).count("/")

    def base(self, path: str) -> str:
        """The way from the page at `path` to the folder of the language."""
        return "../" * path.count("/")

    def address(self, path: str) -> str:
        """The address of the page at `path`, empty where that of the site is not known."""
        return self.frame.address(self.lang, path)

    def text(self, text: LocalizedText | None) -> str:
        """The text in the edition's language, or in the one there is; empty for none."""
        return self.reader.wording(text).text if text is not None else ""

    @remembered
    def as_work(self) -> Source:
        """The site as a work that is cited: as its own file says, and for the rest as it is known
        here."""
        said = cited_whole(self.frame.settings.citation)
        name = self.lang.t("site.name")
        editors = dict.fromkeys(each for it in self.kb.debates.values() for each in it.editors)
        whole = said or Source(
            id=slug(name, "site"),
            type=SourceType.WEBPAGE,
            title=name,
            author=tuple(Name(literal=each) for each in editors) or (Name(literal=name),),
        )
        newest = self.frame.newest_change
        issued = f"{newest.revision.time:%Y-%m-%d}" if newest is not None else whole.issued
        url = whole.url or self.address("") or None
        return whole.model_copy(update={"issued": issued, "url": url})

    @remembered
    def facets(self) -> tuple[Facet, ...]:
        """The ways to narrow down the claims."""
        return facets(self.reader, self.debates)

    @property
    def options_of(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """For each claim, the options that hold it of the facets that what was found can be
        narrowed down by, as (facet, key)."""
        return self._by_claim("options_of", self._options_of)

    @cached_property
    def _options_of(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        def options(claim: str) -> tuple[tuple[str, str], ...]:
            with noting():
                return options_of(self.kb, claim)

        return WorkedOut(self.kb.claims, options)

    def _by_claim(self, name: str, values: Mapping[str, T]) -> Mapping[str, T]:
        """Something that is worked out for all claims together, of which a page reads what it says
        of one of them."""
        own: Read = ("edition", self.lang.code, name)
        return FollowedMapping(values, lambda claim: (*own, claim), own, own)

    def read_now(self, name: str, *claim: str) -> object:
        """What is there now of what was noted as read."""
        values: Mapping[str, object] = getattr(self, f"_{name}")
        return values if not claim else values.get(*claim)

    @remembered
    def changes(self) -> tuple[ChangeView, ...]:
        """The last changes, newest first."""
        return tuple(ChangeView(self.reader, each) for each in self.frame.history.changes)

    @property
    def lives(self) -> Mapping[str, Life]:
        """When claims were added and reworded, as far as the history tells."""
        return self._by_claim("lives", self._lives)

    @cached_property
    def _lives(self) -> Mapping[str, Life]:
        with noting():
            return lives(self.frame.history)


def _told(text: Said) -> str:
    return text if isinstance(text, str) else text()


def around_in_edition(read: Read) -> str | None:
    """The claim around which something was worked out that was read of an edition; None where more
    bears on it than the region of the claim."""
    return read[3] if read[2] == "options_of" and len(read) == 4 else None
