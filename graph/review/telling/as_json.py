"""A review as data."""

from typing import Any

from graph.base import KnowledgeBase, Link
from graph.check.reports.json import placed
from graph.review.claim_difference import ClaimChange
from graph.review.difference import BalanceChange, Weight
from graph.review.record_change import Changes, FieldChange
from graph.review.review import Review
from graph.review.spread import Spread
from graph.review.telling.answer import (
    ChangedClaim,
    ClaimAnswer,
    DiffAnswer,
    DiffLink,
    FieldAnswer,
    MovedClaim,
    RecordChanges,
    WeightAnswer,
)


def diff_answer(review: Review) -> DiffAnswer:
    """All that a review holds, in the terms of JSON; the keys of `claims`, `links` and
    `standings` are those of the agreed contract."""
    found = review.difference
    balances = sorted(found.balances, key=lambda each: each.id not in review.theses)
    return {
        "before": review.names[0],
        "after": review.names[1],
        "claims": {
            "added": [_claim(review.after, each.id) for each in found.claims.added],
            "removed": [_claim(review.before, each.id) for each in found.claims.removed],
            "changed": [_claim_change(each) for each in found.claims.changed],
        },
        "links": {
            "added": [_link(each) for each in found.links.added],
            "removed": [_link(each) for each in found.links.removed],
            "changed": [
                {
                    **_link(each.after),
                    "before": _link(each.before),
                    "aspects": list(each.aspects),
                }
                for each in found.links.changed
            ],
        },
        "standings": [
            {
                "id": each.id,
                "before": each.before.standing,
                "after": each.after.standing,
            }
            for each in balances
            if each.turned
        ],
        "balances": [_balance(review, each) for each in balances],
        "open_objections": [_link(each) for each in review.open_objections],
        "suspect": {
            "links": [each.id for each in review.suspect_links],
            "translations": [
                {"id": claim, "language": language}
                for claim, language in review.suspect_translations
            ],
        },
        "alike": [
            {"id": claim, "other": each.claim, "score": each.score, "opposite": each.opposite}
            for claim, likenesses in review.alike.items()
            for each in likenesses
        ],
        "debates": _records(found.debates),
        "sources": _records(found.sources),
        "speakers": _records(found.speakers),
        "texts": list(found.texts),
        "grades": [_field(each) for each in found.grades],
        "findings": [placed(each) for each in review.findings],
    }


def _balance(review: Review, change: BalanceChange) -> MovedClaim:
    way = review.spread.get(change.id, Spread(()))
    return {
        "id": change.id,
        "thesis": change.id in review.theses,
        "before": list(change.before.balance),
        "after": list(change.after.balance),
        "standing": [change.before.standing, change.after.standing],
        "route": list(way.claims),
        "since": [{"kind": each.kind, "id": each.id} for each in way.records],
    }


def _claim(kb: KnowledgeBase, claim: str) -> ClaimAnswer:
    record = kb.claims[claim]
    weight = None
    if not kb.is_question(claim):
        weight = _weight(Weight(kb.assessment.standings[claim], kb.assessment.balances[claim]))
    return {
        "id": claim,
        "claim": dict(record.claim.root),
        "kind": record.kind,
        "path": kb.paths["claim", claim],
        "weight": weight,
    }


def _weight(weight: Weight) -> WeightAnswer:
    return {"standing": weight.standing, "balance": list(weight.balance)}


def _claim_change(change: ClaimChange) -> ChangedClaim:
    return {
        "id": change.id,
        "before": change.before.id,
        "renamed": change.renamed,
        "texts": [
            {
                "field": each.field,
                "language": each.language,
                "before": each.before,
                "after": each.after,
            }
            for each in change.texts
        ],
        "fields": [_field(each) for each in change.fields],
    }


def _field(change: FieldChange) -> FieldAnswer:
    return {"field": change.field, "before": change.before, "after": change.after}


def _link(link: Link) -> DiffLink:
    because = link.record.because
    return {
        "id": link.id,
        "type": link.type,
        "premises": list(link.premises),
        "target": link.target,
        "because": dict(because.root) if because is not None else {},
    }


def _records(changes: Changes[Any, Any]) -> RecordChanges:
    return {
        "added": [each.id for each in changes.added],
        "removed": [each.id for each in changes.removed],
        "changed": [
            {"id": each.after.id, "fields": [_field(field) for field in each.fields]}
            for each in changes.changed
        ],
    }
