"""What a change is about, in the few words that label it."""

from collections.abc import Iterator

from graph.records import Claim, Passage
from graph.review.claim_difference import ClaimChange
from graph.review.review import Review
from graph.review.telling.report import Topic


def diff_topics(review: Review) -> tuple[Topic, ...]:
    """The topics of a change, in the order in which `Topic` names them."""
    found = frozenset(_topics(review))
    return tuple(each for each in Topic if each in found)


def _topics(review: Review) -> Iterator[Topic]:
    found = review.difference
    claims = found.claims
    if claims.added:
        yield Topic.NEW_CLAIM
    if found.standings:
        yield Topic.STANDING
    touched = {each.id for each in found.balances}
    touched |= {each.id for each in (*claims.added, *claims.removed)}
    touched |= {each.id for each in claims.changed}
    then, now = frozenset(review.before.theses), review.theses
    if then != now or touched & (then | now):
        yield Topic.THESIS
    if any(map(_unverified, claims.added)) or any(
        _unverified(each.after, each.before) for each in claims.changed
    ):
        yield Topic.UNVERIFIED
    if any(map(_translates, claims.changed)):
        yield Topic.TRANSLATION


def _unverified(after: Claim, before: Claim | None = None) -> bool:
    """Whether it has passages that it did not have, which nobody has found in their sources."""
    old = {_stretch(each) for each in before.passages} if before is not None else set()
    return any(each.fingerprint is None and _stretch(each) not in old for each in after.passages)


def _stretch(passage: Passage) -> Passage:
    """A passage without what it is to a claim."""
    return passage.model_copy(update={"fit": None})


def _translates(change: ClaimChange) -> bool:
    """Whether a text of it is said otherwise in some language and not in the one it is from."""
    original = change.after.claim.original.language
    fields: dict[str, set[str]] = {}
    for each in change.texts:
        fields.setdefault(each.field, set()).add(each.language)
    return any(original not in languages for languages in fields.values())
