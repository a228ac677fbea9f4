"""The site in one language, page by page."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from graph.answers.show import show_answer
from graph.check import RULES, Rule
from graph.pages.annotation import annotation_html
from graph.pages.attribution import disagreements, said_by, said_in
from graph.pages.citation import citation
from graph.pages.consequences import rejection, why_it_matters
from graph.pages.frame import Frame, SitePage
from graph.pages.language import Language
from graph.pages.listing import listings
from graph.pages.neighbourhood import draw, neighbourhood
from graph.pages.outline import Outline
from graph.pages.topography import DebateView, Survey, ThemeView, Topography
from graph.pages.views import ClaimView, Reader
from graph.pages.weak_spots import SHOWN, weak_spots
from graph.records import LocalizedText, Speaker


class Edition:
    """Every page of the site in one language."""

    def __init__(self, frame: Frame, lang: Language, survey: Survey) -> None:
        self.frame = frame
        self.kb = frame.kb
        self.lang = lang
        self.reader = Reader(frame.kb, lang)
        self.topography = Topography(self.reader, survey)

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
            whole = self.frame.context(self.lang, path, title, section, description)
            whole["reader"] = self.reader
            whole.update(context())
            return self.frame.render(template, whole)

        return SitePage(f"{self.lang.prefix}{path}index.html", render, path, self.lang.code)

    def pages(self) -> Iterator[SitePage]:
        """Every page, and the data file beside each claim."""
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
        for claim in self.kb.claims:
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
            lambda: {"example": next(map(self.reader.claim, self.kb.claims), None)},
        )
        yield self._page("search/", "search.html", t("site.search"), dict)

    def _text(self, text: LocalizedText | None) -> str:
        return self.reader.wording(text).text if text is not None else ""

    def _numbers(self) -> dict[str, int]:
        kb = self.kb
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
            lambda: json_text(show_answer(self.kb, claim_id)),
        )

    def _claim_context(self, claim: ClaimView) -> dict[str, Any]:
        outline = Outline(claim)
        near = neighbourhood(claim)
        base = self.frame.context(self.lang, claim.path, "")["base"]
        settings = self.frame.settings
        path = self.kb.paths["claim", claim.id]
        return {
            "claim": claim,
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
        said = said_in(self.reader)
        sources = self.kb.sources.values()
        counts = {id_: sum(len(pairs) for _, pairs in places) for id_, places in said.items()}
        rows = [
            {
                "source": each,
                "count": counts.get(each.id, 0),
                "citation": citation(each, self.lang.code),
            }
            for each in sources
        ]
        yield self._page(
            "sources/",
            "sources.html",
            self.lang.t("site.sources"),
            lambda: {"sources": rows},
            "site.sources",
        )
        for source, row in zip(sources, rows, strict=True):
            yield self._page(
                f"sources/{source.id}/",
                "source.html",
                source.title,
                partial(dict, row, paragraphs=said.get(source.id, ())),
                "site.sources",
            )

    def _speakers(self) -> Iterator[SitePage]:
        said = said_by(self.reader)
        speakers = self.kb.speakers.values()
        rows = [{"speaker": each, "count": len(said.get(each.id, ()))} for each in speakers]
        title = self.lang.t("site.speakers")
        yield self._page("speakers/", "speakers.html", title, lambda: {"speakers": rows})
        for speaker in speakers:
            yield self._page(
                f"speakers/{speaker.id}/",
                "speaker.html",
                self._text(speaker.name),
                partial(_speaker_context, speaker, said.get(speaker.id, [])),
            )

    def _schemes(self) -> dict[str, Any]:
        used: dict[str, int] = {}
        for link in self.kb.links.values():
            used[link.record.scheme or ""] = used.get(link.record.scheme or "", 0) + 1
        rows = [
            {"scheme": scheme, "count": used.get(scheme.id, 0)}
            for scheme in self.kb.schemes.values()
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
        "disagreements": disagreements(views),
    }


def _rule_context(rule: Rule) -> dict[str, Any]:
    return {"rule": rule, "documentation": annotation_html(rule.explanation)}


def json_text(data: Any) -> str:
    """Data as one line of JSON, the same for the same data."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
