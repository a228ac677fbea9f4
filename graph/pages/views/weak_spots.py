"""Where the argument is thinnest."""

from dataclasses import dataclass

from graph.argument.objections import open_objections
from graph.argument.suspect import suspect_links, suspect_translations
from graph.pages.views.reader import ClaimView, LinkView, Reader

SHOWN = 100
"""Items listed of each sort; the rest are counted."""


@dataclass(frozen=True)
class WeakSpots:
    """Everything that invites work, in the order of the claims' ids.

    An open objection is one that is not itself contradicted successfully; a claim without
    a reason is one that others rest on. The words of a suspect link’s target, or of the
    original of a translation, have changed since it was made.
    """

    open_objections: tuple[LinkView, ...]
    no_reasons: tuple[ClaimView, ...]
    implicit: tuple[ClaimView, ...]
    questions: tuple[ClaimView, ...]
    unverified: tuple[ClaimView, ...]
    untranslated: tuple[ClaimView, ...]
    suspect: tuple[LinkView, ...]
    retranslate: tuple[ClaimView, ...]


def weak_spots(reader: Reader) -> WeakSpots:
    """All weak spots of a knowledge base, unlimited."""
    kb = reader.kb
    views = [reader.claim(claim) for claim in kb.claims]
    return WeakSpots(
        open_objections=tuple(reader.link(link) for link in open_objections(kb).values()),
        no_reasons=tuple(
            view
            for view in views
            if not view.implicit and not view.is_question and not view.reasons and view.used_in
        ),
        implicit=tuple(
            view for view in views if view.implicit and not view.is_question and not view.reasons
        ),
        questions=tuple(
            view for view in views if view.is_question and not view.related("answered_by")
        ),
        unverified=tuple(
            view
            for view in views
            if any(passage.fingerprint is None for passage in view.record.passages)
        ),
        untranslated=tuple(view for view in views if view.untranslated),
        suspect=tuple(reader.link(link) for link in suspect_links(kb)),
        retranslate=tuple(
            reader.claim(claim)
            for claim in dict.fromkeys(each.claim for each in suspect_translations(kb))
        ),
    )
