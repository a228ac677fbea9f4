"""A claim as a card for the pages of other sites, and the code that puts it there.

A card has a page of its own, without scripts, which any page may show in a frame. Programs that ask
by oEmbed (https://oembed.com) find their answer in a file beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from graph.exchange.format import json_text
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.card import Card
from graph.pages.views.reader import ClaimView

FOLDER = "embed/"
"""Where cards stand within a language; below it, a claim's is where its page is."""
WIDTH = 600
"""The pixels that a card is meant to be wide, where there is room."""
_CACHED = 86_400
"""The seconds that a program may keep what a file says."""
_CODE = Markup(
    '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy" '
    'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
)


@dataclass(frozen=True)
class EmbedContext:
    """A claim as a card that other sites show in a frame: a page of its own, without scripts."""

    canonical: str
    """The address of the claim's page; empty where that of the site is not known."""
    claim: ClaimView
    """The claim."""
    card: Card
    """What is on the card beside its sentence and who says it."""
    as_of: str
    """The date of the newest revision, in words; empty without a history."""


@dataclass(frozen=True)
class Embedding:
    """How a claim is put on a page of another site."""

    code: str
    """The HTML that does it."""
    path: str
    """Where the card is, below the language's folder."""
    oembed: str
    """The address of what oEmbed says of it."""


TEMPLATE = Template("embed.html", EmbedContext)


def embed_pages(edition: Edition) -> Iterator[SitePage]:
    """The card of every claim, at its older addresses too, where it is shown already; and what
    oEmbed says of it, where the site has an address."""
    for claim_id in edition.claims:
        yield from _of_claim(edition, claim_id)
    for older in edition.kb.aliases:
        yield _at_older(edition, older)


def _near(edition: Edition, path: str) -> Iterator[SitePage]:
    if path in (FOLDER, f"{FOLDER}claims/"):
        yield from embed_pages(edition)
    folder, _, rest = path.partition("/claims/")
    claim_id = rest.partition("/")[0]
    if f"{folder}/" != FOLDER:
        return
    if claim_id in edition.kb.claims:
        yield from _of_claim(edition, claim_id)
    if claim_id in edition.kb.aliases:
        yield _at_older(edition, claim_id)


def _of_claim(edition: Edition, claim_id: str) -> Iterator[SitePage]:
    claim = edition.reader.claim(claim_id)
    yield _page(edition, claim, claim.path)
    if edition.address(""):
        yield SitePage(
            f"{edition.lang.prefix}{_oembed_path(claim)}",
            partial(_oembed, edition, claim),
            record=edition.kb.paths["claim", claim_id],
        )


def _at_older(edition: Edition, older: str) -> SitePage:
    claim = edition.reader.claim(edition.kb.aliases[older])
    return _page(edition, claim, f"claims/{older}/")


def embedding(edition: Edition, claim: ClaimView) -> Embedding | None:
    """How a claim is put on another page; None where the site's own address is not known."""
    path = f"{FOLDER}{claim.path}"
    address = edition.address(path)
    if not address:
        return None
    card = edition.card(claim)
    title = f"{card.title} · {edition.lang.t('site.name')}"
    code = _CODE.format(address, title, card.height)
    return Embedding(str(code), path, edition.address(_oembed_path(claim)))


def _page(edition: Edition, claim: ClaimView, path: str) -> SitePage:
    page = edition.page(
        TEMPLATE,
        f"{FOLDER}{path}",
        claim.label,
        partial(_context, edition, claim),
        record=edition.kb.paths["claim", claim.id],
    )
    return replace(page, listed=False)


def _context(edition: Edition, claim: ClaimView) -> EmbedContext:
    newest = edition.frame.newest
    return EmbedContext(
        canonical=edition.address(claim.path),
        claim=claim,
        card=edition.card(claim),
        as_of=edition.lang.date(newest.date) if newest is not None else "",
    )


def _oembed_path(claim: ClaimView) -> str:
    return f"{FOLDER}{claim.path}oembed.json"


def _oembed(edition: Edition, claim: ClaimView) -> str:
    """The answer of oEmbed 1.0 of the type `rich`: "2.3.4. Response parameters"."""
    embedded = embedding(edition, claim)
    assert embedded is not None
    picture = edition.sharing.of_claim(claim)
    shown = (
        {}
        if picture is None
        else {
            "thumbnail_url": f"{edition.frame.settings.site_url}{picture.path}",
            "thumbnail_width": picture.width,
            "thumbnail_height": picture.height,
        }
    )
    return json_text(
        {
            "type": "rich",
            "version": "1.0",
            "title": claim.sentence,
            "author_name": ", ".join(each.full for each in edition.as_work.author),
            "provider_name": edition.lang.t("site.name"),
            "provider_url": edition.address(""),
            "cache_age": _CACHED,
            "html": embedded.code,
            "width": WIDTH,
            "height": edition.card(claim).height,
            **shown,
        }
    )


EMBED = PageKind(TEMPLATE, embed_pages, _near)
