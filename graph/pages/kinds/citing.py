"""The site, and a page of it, as works that are cited."""

from graph.pages.edition import Edition
from graph.pages.views.claim_citation import Citing, citing
from graph.pages.views.reader import ClaimView
from graph.records import Name, Source
from graph.records.source import SourceType
from graph.store.citation_file import cited_whole
from graph.text.naming import slug


def whole_cited(edition: Edition) -> Source:
    """The site as a work: as its own file says, and for the rest as it is known here."""
    said = cited_whole(edition.frame.settings.citation)
    name = edition.lang.t("site.name")
    editors = dict.fromkeys(each for it in edition.kb.debates.values() for each in it.editors)
    whole = said or Source(
        id=slug(name, "site"),
        type=SourceType.WEBPAGE,
        title=name,
        author=tuple(Name(literal=each) for each in editors) or (Name(literal=name),),
    )
    newest = edition.frame.newest_change
    issued = f"{newest.revision.time:%Y-%m-%d}" if newest is not None else whole.issued
    url = whole.url or edition.address("") or None
    return whole.model_copy(update={"issued": issued, "url": url})


def claim_cited(edition: Edition, claim: ClaimView) -> Citing:
    """A claim's page as a part of that: of the day of its present words, as of the last change."""
    whole = whole_cited(edition)
    life, newest = edition.lives.get(claim.id), edition.frame.newest_change
    revision = life and (life.reworded or life.added)
    work = Source(
        id=claim.id,
        type=SourceType.WEBPAGE,
        title=claim.sentence.removesuffix("."),
        author=whole.author,
        issued=revision.date if revision else whole.issued,
        container_title=whole.title,
        language=claim.lang,
        url=edition.address(claim.path) or None,
    )
    return citing(edition.lang, work, newest.revision.id if newest is not None else "")
