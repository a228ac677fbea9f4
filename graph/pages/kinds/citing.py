"""A page of the site as a work that is cited."""

from graph.pages.edition import Edition
from graph.pages.views.claim_citation import Citing, citing
from graph.pages.views.reader import ClaimView
from graph.records import Source
from graph.records.source import SourceType
from graph.text.one_line import without_stop


def claim_cited(edition: Edition, claim: ClaimView) -> Citing:
    """A claim's page as a part of that: of the day of its present words, as of the last change."""
    whole = edition.as_work
    life, newest = edition.lives.get(claim.id), edition.frame.newest_change
    revision = life and (life.reworded or life.added)
    work = Source(
        id=claim.id,
        type=SourceType.WEBPAGE,
        title=without_stop(claim.sentence),
        author=whole.author,
        issued=revision.date if revision else whole.issued,
        container_title=whole.title,
        language=claim.lang,
        url=edition.address(claim.path) or None,
    )
    return citing(edition.lang, work, newest.revision.id if newest is not None else "")
