"""What whoever keeps the records has to look at again: passages, languages and rewordings."""

from collections.abc import Container
from dataclasses import dataclass

from graph.argument.debated import debate_links
from graph.argument.suspect import suspect_links, suspect_translations
from graph.pages.views.debates import DebateView
from graph.pages.views.reader import ClaimView, LinkView, Reader


@dataclass(frozen=True)
class Upkeep:
    """What there is to be done about records, none of which bears on the argument itself.

    The words of a suspect link’s target, or of the original of a translation, have changed since
    it was made. All are in the order of their ids.
    """

    suspect: tuple[LinkView, ...]
    retranslate: tuple[ClaimView, ...]
    untranslated: tuple[ClaimView, ...]
    unverified: tuple[ClaimView, ...]


def upkeep(reader: Reader, within: DebateView | None = None) -> Upkeep:
    """All of it in a knowledge base, or in one debate; of however much there is."""
    kb = reader.kb
    here: Container[str] = kb.claims if within is None else within.members
    links: Container[str] = (
        kb.links if within is None else {link.id for link in debate_links(kb, within.debate.id)}
    )
    views = [reader.claim(claim) for claim in kb.claims if claim in here]
    again = dict.fromkeys(each.claim for each in suspect_translations(kb))
    return Upkeep(
        suspect=tuple(reader.link(link) for link in suspect_links(kb) if link.id in links),
        retranslate=tuple(reader.claim(claim) for claim in again if claim in here),
        untranslated=tuple(view for view in views if view.untranslated),
        unverified=tuple(
            view
            for view in views
            if any(passage.fingerprint is None for passage in view.record.passages)
        ),
    )
