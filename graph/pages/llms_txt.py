"""The map of the site for language models, as `llms.txt` (https://llmstxt.org).

One file for the whole site, in its first language: what is argued about, the theses, what was
found, the themes with their roots, the data and the other pages. It stays short however much is
recorded, and leads to the file that holds everything. Each item of a list begins with a link, as
programs expect that take the file apart.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from graph.exchange.formats import FORMATS
from graph.pages.edition import Edition
from graph.pages.frame import FEED, JSON_FEED
from graph.pages.views.debates import DebateView
from graph.pages.views.reader import ClaimView
from graph.pages.views.themes import ThemeView
from graph.records import LocalizedText
from graph.store.surroundings import CITATION
from graph.text.visible import visible

LLMS = "llms.txt"
"""Where it stands, at the site's root."""
DEBATES = 12
"""How many debates it tells of; of others it says how many there are."""
ITEMS = 12
"""How many theses, findings and themes it has of each of them, and how many roots of each theme."""
LONGEST = 400
"""The most characters of one text."""
_MARKUP = re.compile(r"[\\\[\]<>`*]")


def llms_txt(edition: Edition) -> str:
    """The file, with absolute links where the site has an address, else relative to its root."""
    return "\n".join(_Map(edition).lines()) + "\n"


class _Map:
    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._t = edition.lang.t
        self._n = edition.lang.n

    def lines(self) -> Iterator[str]:
        t, views = self._t, self._edition.debates.all
        yield f"# {_text(t('site.name'))}"
        yield from ("", f"> {_text(t('site.tagline'))}. {_text(t('site.footer'))}")
        yield from ("", f"{t('llms.lead')} {t('site.licence')}")
        for view in views[:DEBATES]:
            yield from ("", f"## {self._said(view.debate.title)}", "")
            yield from self._debate(view)
        yield from ("", f"## {t('site.downloads')}", "")
        yield from self._data()
        yield from ("", f"## {t('site.footer_nav')}", "")
        if (others := len(views) - DEBATES) > 0:
            more = self._n("count.more", others)
            yield self._link(t("site.debates"), "debates/", more)
        yield from self._pages()

    def _debate(self, view: DebateView) -> Iterator[str]:
        t, debate = self._t, view.debate
        about = (self._said(each) for each in (debate.question, debate.summary) if each)
        yield self._link(t("site.argument"), view.path, " ".join(about))
        theses = [
            self._link(
                f"{t('debate.theses')}: {each.label}",
                each.path,
                _text(each.sentence),
                each.standing_short,
            )
            for each in view.theses[:ITEMS]
        ]
        findings = [
            self._link(
                f"{t('debate.findings')} ({number})",
                f"{view.path}#findings",
                self._said(each.finding),
                self._claims(each.claims),
            )
            for number, each in enumerate(view.findings[:ITEMS], 1)
        ]
        yield from (*theses, *findings, *map(self._theme, view.themes[:ITEMS]))
        known = (view.theses, view.findings, view.themes)
        if (others := sum(max(0, len(each) - ITEMS) for each in known)) > 0:
            yield self._link(t("site.argument"), view.path, self._n("count.more", others))

    def _theme(self, view: ThemeView) -> str:
        theme = view.theme
        about = (self._said(each) for each in (theme.question, theme.summary) if each)
        title = f"{self._t('theme.eyebrow')}: {self._edition.text(theme.title)}"
        return self._link(title, view.path, " ".join(about), self._claims(view.roots))

    def _claims(self, claims: Sequence[ClaimView]) -> str:
        """Claims by their names, as links, with how they stand."""
        named = [
            f"[{_text(each.label)}]({self._at(each.path)}) ({each.standing_short})"
            for each in claims[:ITEMS]
        ]
        others = len(claims) - ITEMS
        return "; ".join((*named, *([self._n("count.more", others)] if others > 0 else ())))

    def _data(self) -> Iterator[str]:
        t, frame = self._t, self._edition.frame
        for each in FORMATS:
            if each.is_one_file:
                about = _text(t(f"format.{each.name}.text"))
                yield self._link(t(f"format.{each.name}.title"), each.path, about, root=True)
        for claim in islice(self._edition.kb.claims, 1):
            path = f"{self._edition.reader.claim(claim).path}index.json"
            yield self._link(t("downloads.one"), path, _text(t("downloads.one_text")))
        for feed in (FEED, JSON_FEED) if frame.newest_change else ():
            yield self._link(feed, feed, _text(t("changes.lead")))
        if frame.settings.citation:
            yield self._link(CITATION, CITATION, root=True)

    def _pages(self) -> Iterator[str]:
        """Where header and footer lead, and the site in its other languages."""
        frame = self._edition.frame
        for path, words in (
            *frame.header[::-1],
            *(each for _, group in frame.footer for each in group),
        ):
            if not path.startswith("debates/"):
                yield self._link(self._t(words), path)
        for each in frame.languages:
            if each is not self._edition.lang:
                yield self._link(each.name, each.prefix, root=True)

    def _link(self, title: str, path: str, *about: str, root: bool = False) -> str:
        said = " · ".join(filter(None, about))
        link = f"- [{_text(title)}]({self._at(path, root)})"
        return f"{link}: {said}" if said else link

    def _at(self, path: str, root: bool = False) -> str:
        """The address of a page or, below the `root` of the site, of a file for all languages."""
        prefix = "" if root else self._edition.lang.prefix
        return f"{self._edition.frame.settings.site_url}{prefix}{path}"

    def _said(self, text: LocalizedText | None) -> str:
        return _text(self._edition.text(text))


def _text(text: str) -> str:
    """A text on one line, in which nothing is markup."""
    line = visible(" ".join(text.split()))
    line = line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
    return _MARKUP.sub(r"\\\g<0>", line)
