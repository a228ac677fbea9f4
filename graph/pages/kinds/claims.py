"""The page of a claim, and its data beside it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from graph.answers.show import show_answer
from graph.argument.lines import parts_of
from graph.base import KnowledgeBase
from graph.exchange.format import json_text
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.citing import claim_cited
from graph.pages.kinds.embed import Embedding, embedding
from graph.pages.kinds.page_kind import PageKind
from graph.pages.maps.neighbourhood import Neighbourhood, draw, neighbourhood
from graph.pages.review.change_view import anchor
from graph.pages.sharing.claim_picture import ClaimPicture
from graph.pages.sharing.picture import SharePicture
from graph.pages.template import Template
from graph.pages.views.asked import AskedView, asked_of
from graph.pages.views.bearing import Routes, Use, routes_up, uses
from graph.pages.views.claim_citation import Citing
from graph.pages.views.consequences import Rejection, rejection
from graph.pages.views.evidence import EvidenceView, evidence_view
from graph.pages.views.found import Found, found
from graph.pages.views.lines import LinesView, parts_told
from graph.pages.views.outline import Branch, Outline
from graph.pages.views.reader import ClaimView
from graph.pages.views.themes import ThemeView
from graph.review.history import Life
from graph.words.sentence import Piece


@dataclass(frozen=True)
class ClaimContext:
    """One claim with everything that bears on it and that it bears on."""

    page_type: str
    """`article`."""
    share_title: str
    """The sentence."""
    share_text: str
    """Where the claim stands, its strongest reason and its strongest objection."""
    picture: SharePicture | ClaimPicture | None
    """Its own or, where claims have none, that of its theme, or of the thesis it leads to."""
    structured_data: Markup | str
    """The claim as schema.org data."""
    claim: ClaimView
    """The claim."""
    framework: str
    """The name of the file of `frameworks/` that it is in; empty for a claim without links."""
    evidence: EvidenceView | None
    """Who found it and how far that can be trusted, where a source documents it."""
    matters: tuple[Use, ...]
    """What it is used for, the one nearest a thesis first, with the doubts about that."""
    parts: tuple[tuple[Piece, ...], ...]
    """What it does in the lines of argument of the theses, a sentence for each."""
    lines: LinesView | None
    """The lines of argument that lead to it, for a thesis."""
    routes: Routes
    """The routes from it to the theses."""
    reasons: tuple[Branch, ...]
    """The reasons for it with what is below them, strongest first."""
    conditions: tuple[Branch, ...]
    """What it can hold only with likewise."""
    objections: tuple[Branch, ...]
    """The objections to it likewise."""
    rejection: Rejection
    """What follows when it is rejected."""
    asked: tuple[AskedView, ...]
    """What to ask of the steps to it or, where there are none, from it."""
    near: Neighbourhood
    """The claims around it, as the map shows them."""
    map: Markup
    """The map, as SVG."""
    themes: Sequence[ThemeView]
    """The themes it belongs to."""
    found: Found
    """What the search knows of it beside what the page says."""
    citing: Citing
    """How it is cited."""
    embed: Embedding | None
    """How it is put on a page of another site; None where this one has no address."""
    life: Life | None
    """When it was added and reworded, None where the history does not tell."""
    anchor: Callable[..., str]
    """The place of a revision on the page of changes: `anchor(life.added)`."""
    as_of: str
    """The date of the newest revision, empty without a history; for paper."""


TEMPLATE = Template("claim.html", ClaimContext)


def claim_pages(edition: Edition) -> Iterator[SitePage]:
    """The page and the data file of every claim."""
    for claim_id in edition.claims:
        yield from _of_claim(edition, claim_id)


def _near(edition: Edition, path: str) -> Iterator[SitePage]:
    if path == "claims/":
        yield from claim_pages(edition)
    folder, _, rest = path.partition("/")
    claim_id = rest.partition("/")[0]
    if folder == "claims" and claim_id in edition.kb.claims:
        yield from _of_claim(edition, claim_id)


def _of_claim(edition: Edition, claim_id: str) -> Iterator[SitePage]:
    claim = edition.reader.claim(claim_id)
    yield edition.page(
        TEMPLATE,
        claim.path,
        partial(_label, claim),
        partial(_context, edition, claim),
        description=partial(_sentence, claim),
        record=edition.kb.paths["claim", claim_id],
    )
    yield SitePage(
        f"{edition.lang.prefix}{claim.path}index.json",
        partial(claim_data, edition, claim_id),
        record=edition.kb.paths["claim", claim_id],
    )


def _label(claim: ClaimView) -> str:
    return claim.label


def _sentence(claim: ClaimView) -> str:
    return claim.sentence


def claim_data(edition: Edition, claim: str) -> str:
    """What stands beside the page of a claim: the answer of `betoog show --json`."""
    return edition.frame.data.of(_data, edition.kb, claim)


def _data(kb: KnowledgeBase, claim: str) -> str:
    return json_text(show_answer(kb, claim))


def _context(edition: Edition, claim: ClaimView) -> ClaimContext:
    outline = Outline(claim)
    near = neighbourhood(claim)
    newest = edition.frame.newest
    return ClaimContext(
        page_type="article",
        share_title=claim.sentence,
        share_text=edition.sharing.gist(claim),
        picture=edition.sharing.of_claim(claim),
        structured_data=edition.structured_data.claim(claim),
        claim=claim,
        framework=edition.frameworks.name(claim.id),
        evidence=evidence_view(claim),
        matters=uses(claim),
        parts=tuple(parts_told(claim, parts_of(edition.kb, claim.id))),
        lines=edition.debates.lines(claim) if claim.id in edition.reader.theses else None,
        routes=routes_up(claim),
        reasons=outline.branches(claim.reasons),
        conditions=outline.branches(claim.conditions),
        objections=outline.branches(claim.objections),
        rejection=rejection(claim),
        asked=asked_of(claim),
        near=near,
        map=draw(near, edition.base(claim.path)),
        themes=edition.debates.themes_of(claim.id),
        found=found(
            claim,
            edition.debates.themes_of(claim.id),
            edition.options_of.get(claim.id, ()),
        ),
        citing=claim_cited(edition, claim),
        embed=embedding(edition, claim),
        life=edition.lives.get(claim.id),
        anchor=anchor,
        as_of=edition.lang.date(newest.date) if newest is not None else "",
    )


CLAIM = PageKind(TEMPLATE, claim_pages, _near)
