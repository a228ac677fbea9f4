"""The page of a claim, and its data beside it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from graph.answers.show import show_answer
from graph.exchange.format import json_text
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.maps.neighbourhood import draw, neighbourhood
from graph.pages.review.change_view import anchor
from graph.pages.views.bearing import routes_up, why_it_matters
from graph.pages.views.consequences import rejection
from graph.pages.views.outline import Outline
from graph.pages.views.reader import ClaimView


def claim_pages(edition: Edition) -> Iterator[SitePage]:
    """The page and the data file of every claim."""
    for claim_id in edition.kb.claims:
        claim = edition.reader.claim(claim_id)
        yield edition.page(
            claim.path,
            "claim.html",
            claim.label,
            partial(_context, edition, claim),
            description=claim.sentence,
        )
        yield SitePage(
            f"{edition.lang.prefix}{claim.path}index.json",
            partial(_data, edition, claim_id),
        )


def _data(edition: Edition, claim: str) -> str:
    return json_text(show_answer(edition.kb, claim))


def _context(edition: Edition, claim: ClaimView) -> dict[str, Any]:
    outline = Outline(claim)
    near = neighbourhood(claim)
    base = edition.frame.context(edition.lang, claim.path, "")["base"]
    return {
        "page_type": "article",
        "share_title": claim.sentence,
        "share_text": edition.sharing.gist(claim),
        "picture": edition.sharing.of_claim(claim),
        "structured_data": edition.structured_data.claim(claim),
        "claim": claim,
        "framework": edition.frameworks.name(claim.id),
        "matters": why_it_matters(claim),
        "routes": routes_up(claim),
        "reasons": outline.branches(claim.reasons),
        "objections": outline.branches(claim.objections),
        "rejection": rejection(claim),
        "near": near,
        "map": draw(near, base),
        "themes": edition.topography.themes_of.get(claim.id, []),
        "life": edition.lives.get(claim.id),
        "anchor": anchor,
    }
