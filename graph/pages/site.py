"""Every page of the site: where it stands and how it is made.

Nothing here knows who writes the pages to disk, or when: a `SitePage` renders itself when
asked, so a large site never stands in memory as a whole.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph.answers.show import show_answer
from graph.base import KnowledgeBase
from graph.check import RULES, Rule
from graph.pages.annotation import annotation_html
from graph.pages.consequences import rejection, why_it_matters
from graph.pages.export import knowledge_base_data
from graph.pages.language import BUNDLED, Language, language
from graph.pages.listing import listings
from graph.pages.neighbourhood import draw, neighbourhood
from graph.pages.outline import Outline
from graph.pages.topography import DebateView, Survey, ThemeView, Topography
from graph.pages.views import ClaimView, PassageView, Reader
from graph.pages.weak_spots import SHOWN, weak_spots
from graph.records import LocalizedText, Speaker

NAVIGATION = (
    ("themes/", "site.themes"),
    ("weak-spots/", "site.weak_spots"),
    ("sources/", "site.sources"),
    ("method/", "site.method"),
)


@dataclass(frozen=True)
class Settings:
    """What the site's configuration says: its address and that of the records' repository."""

    templates: tuple[Path, ...]
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    languages: tuple[str, ...] = BUNDLED


@dataclass(frozen=True)
class SitePage:
    """One file of the site: its path below the site's root, and how to make its text.

    `path` is that of the page within its language, `language` empty for data files.
    """

    file: str
    render: Callable[[], str]
    path: str = ""
    language: str = ""


class Site:
    """All pages of a knowledge base in all languages."""

    def __init__(self, kb: KnowledgeBase, settings: Settings) -> None:
        self.kb = kb
        self.settings = settings
        self.environment = Environment(
            loader=FileSystemLoader(settings.templates),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        self.languages = tuple(language(code) for code in settings.languages)
        self.survey = Survey(kb)

    def pages(self) -> Iterator[SitePage]:
        """Every page but the hand-written ones, and the data files."""
        files: list[SitePage] = []
        for each in self.languages:
            files.extend(_Edition(self, each).pages())
        yield from files
        yield SitePage("knowledge-base.json", lambda: _json(knowledge_base_data(self.kb)))
        yield SitePage("404.html", self._missing)
        yield SitePage("robots.txt", self._robots)

    def sitemap(self, paths: Mapping[str, frozenset[str]]) -> str:
        """A sitemap of the pages: path within the language, and the languages it is in."""
        rows: list[str] = []
        for path in sorted(paths):
            alternates = "".join(
                f'<xhtml:link rel="alternate" hreflang="{code}" href="{self._absolute(code, path)}"/>'
                for code in sorted(paths[path])
            )
            rows.extend(
                f"<url><loc>{self._absolute(code, path)}</loc>{alternates}</url>\n"
                for code in sorted(paths[path])
            )
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "".join(rows) + "</urlset>\n"
        )

    def _absolute(self, code: str, path: str) -> str:
        return f"{self.settings.site_url}{language(code).prefix}{path}"

    def frame(
        self, lang: Language, path: str, title: str, section: str = "", description: str = ""
    ) -> dict[str, Any]:
        """What every page's template needs, the hand-written ones' included.

        `path` is that of the page within its language. All addresses are relative, so that
        the site works below any folder of any host.
        """
        depth = (lang.prefix + path).count("/")
        root = "../" * depth
        absolute = self.settings.site_url
        return {
            "t": lang.t,
            "n": lang.n,
            "language": lang,
            "root": root,
            "base": root + lang.prefix,
            "title": title,
            "description": description,
            "section": section,
            "searchable": False,
            "navigation": (*self._argument(), *NAVIGATION),
            "canonical": f"{absolute}{lang.prefix}{path}" if absolute else "",
            "alternates": [
                {
                    "code": each.code,
                    "name": each.name,
                    "href": (root + each.prefix + path) or "./",
                    "absolute": f"{absolute}{each.prefix}{path}" if absolute else "",
                }
                for each in self.languages
            ],
        }

    def _argument(self) -> tuple[tuple[str, str], ...]:
        first = next(iter(self.kb.debates), None)
        return ((f"debates/{first}/", "site.argument"),) if first else ()

    def _missing(self) -> str:
        lang = self.languages[0]
        # A page that is not there is served at any depth, so its links start at the root.
        path = self.settings.site_url.split("://")[-1]
        root = "/" + path.partition("/")[2] if "/" in path else "/"
        context = self.frame(lang, "", lang.t("missing.title"))
        others = [{"language": each} for each in self.languages[1:]]
        context.update(root=root, base=root, others=others, canonical="", alternates=[])
        return self.environment.get_template("missing.html").render(context)

    def _robots(self) -> str:
        where = f"Sitemap: {self.settings.site_url}sitemap.xml\n" if self.settings.site_url else ""
        return f"User-agent: *\nAllow: /\n{where}"


class _Edition:
    """The site in one language."""

    def __init__(self, site: Site, lang: Language) -> None:
        self.site = site
        self.lang = lang
        self.reader = Reader(site.kb, lang)
        self.topography = Topography(self.reader, site.survey)

    def _page(
        self,
        path: str,
        template: str,
        title: str,
        context: Callable[[], dict[str, Any]],
        section: str = "",
        description: str = "",
    ) -> SitePage:
        def render() -> str:
            frame = self.site.frame(self.lang, path, title, section, description)
            frame["reader"] = self.reader
            frame.update(context())
            return self.site.environment.get_template(template).render(frame)

        return SitePage(f"{self.lang.prefix}{path}index.html", render, path, self.lang.code)

    def pages(self) -> Iterator[SitePage]:
        t = self.lang.t
        debates = self.topography.debates
        yield self._page(
            "",
            "home.html",
            t("site.name"),
            lambda: {"debates": debates, "numbers": self._numbers()},
            description=self._text(debates[0].debate.summary) if debates else t("site.tagline"),
        )
        yield from self._debates()
        yield self._page(
            "themes/", "themes.html", t("site.themes"), lambda: {"debates": debates}, "site.themes"
        )
        for claim in self.site.kb.claims:
            yield from self._claim(claim)
        for listing in listings(self.reader, self.topography):
            yield self._page(
                listing.path, "claims.html", listing.title, partial(dict, listing=listing)
            )
        yield from self._sources()
        yield from self._speakers()
        yield self._page(
            "weak-spots/",
            "weak-spots.html",
            t("site.weak_spots"),
            lambda: {"weak": weak_spots(self.reader), "shown": SHOWN},
            "site.weak_spots",
        )
        yield self._page("schemes/", "schemes.html", t("site.schemes"), self._schemes)
        yield from self._rules()
        yield self._page(
            "downloads/",
            "downloads.html",
            t("site.downloads"),
            lambda: {"example": next(map(self.reader.claim, self.site.kb.claims), None)},
        )
        yield self._page("search/", "search.html", t("site.search"), dict)

    def _text(self, text: LocalizedText | None) -> str:
        return self.reader.wording(text).text if text is not None else ""

    def _numbers(self) -> dict[str, int]:
        kb = self.site.kb
        labels = kb.assessment.labelling.links
        count = sum(
            1
            for link in kb.links.values()
            if link.type.value != "supports" and labels[link.id].name == "IN"
        )
        return {"claims": len(kb.claims), "links": len(kb.links), "open": count}

    def _debates(self) -> Iterator[SitePage]:
        for view in self.topography.debates:
            yield self._page(
                view.path,
                "debate.html",
                self._text(view.debate.title),
                partial(_with_outlines, view, view.theses),
                "site.argument",
                self._text(view.debate.summary),
            )
            for theme in view.themes:
                yield self._page(
                    theme.path,
                    "theme.html",
                    self._text(theme.theme.title),
                    partial(_with_outlines, theme, theme.roots),
                    "site.themes",
                    self._text(theme.theme.summary),
                )

    def _claim(self, claim_id: str) -> Iterator[SitePage]:
        claim = self.reader.claim(claim_id)
        yield self._page(
            claim.path,
            "claim.html",
            claim.label,
            lambda: self._claim_context(claim),
            description=claim.sentence,
        )
        yield SitePage(
            f"{self.lang.prefix}{claim.path}index.json",
            lambda: _json(show_answer(self.site.kb, claim_id)),
        )

    def _claim_context(self, claim: ClaimView) -> dict[str, Any]:
        outline = Outline(claim)
        near = neighbourhood(claim)
        base = self.site.frame(self.lang, claim.path, "")["base"]
        settings = self.site.settings
        path = self.site.kb.paths["claim", claim.id]
        return {
            "claim": claim,
            "searchable": True,
            "matters": why_it_matters(claim),
            "reasons": outline.branches(claim.reasons),
            "objections": outline.branches(claim.objections),
            "rejection": rejection(claim),
            "near": near,
            "map": draw(near, base),
            "themes": self.topography.themes_of.get(claim.id, []),
            "edit": f"{settings.repo_url}{settings.edit_uri}{path}" if settings.repo_url else "",
        }

    def _sources(self) -> Iterator[SitePage]:
        kb, t = self.site.kb, self.lang.t
        said: dict[str, list[tuple[ClaimView, PassageView]]] = {}
        for claim in kb.claims:
            view = self.reader.claim(claim)
            for passage in view.passages:
                said.setdefault(passage.source.id, []).append((view, passage))
        rows = [
            {"source": source, "count": len(said.get(source.id, ()))}
            for source in kb.sources.values()
        ]
        yield self._page(
            "sources/", "sources.html", t("site.sources"), lambda: {"sources": rows}, "site.sources"
        )
        for source in kb.sources.values():
            found = said.get(source.id, [])
            places: dict[int, list[tuple[ClaimView, PassageView]]] = {}
            for pair in found:
                places.setdefault(pair[1].record.paragraph or 0, []).append(pair)
            paragraphs = [(places[number][0][1].place, places[number]) for number in sorted(places)]
            yield self._page(
                f"sources/{source.id}/",
                "source.html",
                source.title,
                partial(dict, source=source, count=len(found), paragraphs=paragraphs),
                "site.sources",
            )

    def _speakers(self) -> Iterator[SitePage]:
        kb, t = self.site.kb, self.lang.t
        said: dict[str, list[ClaimView]] = {}
        for claim in kb.claims.values():
            if claim.speaker in kb.speakers:
                said.setdefault(claim.speaker or "", []).append(self.reader.claim(claim.id))
        rows = [
            {"speaker": speaker, "count": len(said.get(speaker.id, ()))}
            for speaker in kb.speakers.values()
        ]
        yield self._page(
            "speakers/", "speakers.html", t("site.speakers"), lambda: {"speakers": rows}
        )
        for speaker in kb.speakers.values():
            views = said.get(speaker.id, [])
            yield self._page(
                f"speakers/{speaker.id}/",
                "speaker.html",
                self._text(speaker.name),
                partial(_speaker_context, speaker, views),
            )

    def _schemes(self) -> dict[str, Any]:
        used: dict[str, int] = {}
        for link in self.site.kb.links.values():
            used[link.record.scheme or ""] = used.get(link.record.scheme or "", 0) + 1
        rows = [
            {"scheme": scheme, "count": used.get(scheme.id, 0)}
            for scheme in self.site.kb.schemes.values()
        ]
        return {"schemes": rows}

    def _rules(self) -> Iterator[SitePage]:
        t = self.lang.t
        rules = list(RULES.values())
        yield self._page("rules/", "rules.html", t("site.rules"), lambda: {"rules": rules})
        for rule in rules:
            yield self._page(
                f"rules/{rule.code}/",
                "rule.html",
                f"{rule.code} {rule.name}",
                partial(_rule_context, rule),
            )


def _with_outlines(view: DebateView | ThemeView, claims: tuple[ClaimView, ...]) -> dict[str, Any]:
    outlines = {
        claim.id: Outline(claim).branches((*claim.reasons, *claim.objections)) for claim in claims
    }
    return {"view": view, "outlines": outlines}


def _speaker_context(speaker: Speaker, views: list[ClaimView]) -> dict[str, Any]:
    return {
        "speaker": speaker,
        "claims": views[:SHOWN],
        "more": max(len(views) - SHOWN, 0),
        "count": len(views),
        "list_path": f"lists/speaker/{speaker.id}/",
        "disagreements": _disagreements(views),
    }


def _rule_context(rule: Rule) -> dict[str, Any]:
    return {"rule": rule, "documentation": annotation_html(rule.explanation)}


def _disagreements(views: list[ClaimView]) -> list[SimpleNamespace]:
    rows: dict[tuple[str, str], SimpleNamespace] = {}
    for view in views:
        pairs = [(view, link.target) for link in view.used_in if link.type == "contradicts"]
        pairs += [(link.claim, view) for link in view.objections]
        for claim, target in pairs:
            if claim.record.speaker != target.record.speaker:
                rows[claim.id, target.id] = SimpleNamespace(claim=claim, target=target)
    return list(rows.values())


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
