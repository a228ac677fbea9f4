"""A reader's position after a walk, in three sentences: which lines hold, where they get off, and
what that leaves of the thesis.

`site/assets/js/position.js` says the same in the browser.
"""

from collections.abc import Collection, Iterator

from graph.argument.answered import Answered, answered
from graph.argument.lines import LineState
from graph.argument.walk import Stop, Walk
from graph.base import KnowledgeBase
from graph.text.nearest import listed
from graph.words.language import Language


def labels_told(kb: KnowledgeBase, claims: Collection[str], language: Language) -> str:
    """Labels of claims, quoted, as a list in prose."""
    names = (kb.claims[each].label_in(language.code) for each in claims)
    return listed([language.t("quotation").format(name) for name in names], language.t("and"))


def position_told(
    kb: KnowledgeBase,
    walk: Walk,
    after: Answered,
    rejected: Collection[str],
    accepted: Collection[str],
    language: Language,
) -> tuple[str, str, str]:
    """The position of a reader who rejects and accepts these claims, by what that comes to."""
    agreed = answered(kb, walk.thesis, walk.lines, (), accepted) if accepted else walk.standing
    lines = [ride.link for ride in walk.rides if not ride.condition]
    holding = [link.claim for link in lines if after.lines[link.id] is LineState.HOLDS]
    off = [stop.claim for stop in walk.stops if stop.claim in rejected]
    breaking = [
        ride.link.claim
        for ride in walk.rides
        if not ride.condition
        and after.lines[ride.link.id] is LineState.BROKEN
        # One that is broken anyway does not break where the reader gets off.
        and agreed.lines[ride.link.id] is not LineState.BROKEN
    ]
    names = {
        "holding": labels_told(kb, holding, language) if holding else "",
        "claims": labels_told(kb, off, language) if off else "",
        "lines": labels_told(kb, breaking, language) if breaking else "",
        "standing": language.t(f"walk.word.{after.standing.value}"),
        "before": language.t(f"walk.word.{walk.standing.standing.value}"),
    }
    # Of a line that is not walked here it is not known what becomes of it.
    walked = "_walked" if walk.more else ""
    way = "nowhere" if not off else "breaks" if breaking else f"bends{walked}"
    none = f"none{walked}"
    same = after.standing is walk.standing.standing
    told = (
        language.pattern(f"walk.position.{'holds' if holding else none}", len(holding)),
        language.pattern(f"walk.position.{way}", len(breaking)),
        language.pattern(f"walk.position.{'same' if same else 'other'}"),
    )
    first, second, third = (each.format(**names) for each in told)
    return first, second, third


def alone_told(kb: KnowledgeBase, walk: Walk, stop: Stop, language: Language) -> tuple[str, ...]:
    """What either answer to a question does by itself; nothing where that is not worked out."""
    if stop.no is None or stop.yes is None:
        return ()
    said = [
        *_answer_told(kb, walk, stop.no, "no", language),
        *_answer_told(kb, walk, stop.yes, "yes", language),
    ]
    return tuple(said) or (language.t("walk.alone.little"),)


def _answer_told(
    kb: KnowledgeBase, walk: Walk, after: Answered, answer: str, language: Language
) -> Iterator[str]:
    """What one answer does by itself to lines and to the thesis; nothing where it does nothing."""
    standing = language.t(f"walk.word.{after.standing.value}")
    turned = after.standing is not walk.standing.standing
    reasons = {ride.link.id: ride.link.claim for ride in walk.rides}
    ways = (("breaks", "falls", LineState.BROKEN), ("mends", "raises", LineState.HOLDS))
    for alone, turning, state in ways:
        if lines := walk.become(after, state):
            way = f"walk.alone.{answer}_{turning if turned else alone}"
            names = labels_told(kb, [reasons[each] for each in lines], language)
            yield language.pattern(way, len(lines)).format(lines=names, standing=standing)
            turned = False
    if turned:
        yield language.t(f"walk.alone.{answer}_turns", standing=standing)
