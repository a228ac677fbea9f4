"""A reader's position after a walk, in three sentences: which lines hold, where they get off, and
what that leaves of the thesis.

`site/assets/js/position.js` says the same in the browser.
"""

from collections.abc import Collection

from graph.argument.answered import Answered
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
    kb: KnowledgeBase, walk: Walk, after: Answered, rejected: Collection[str], language: Language
) -> tuple[str, str, str]:
    """The position of a reader who rejects these claims, by what their answers come to."""
    lines = [ride.link for ride in walk.rides if not ride.condition]
    holding = [link.claim for link in lines if after.lines[link.id] is LineState.HOLDS]
    off = [stop.claim for stop in walk.stops if stop.claim in rejected]
    breaking = [
        ride.link.claim
        for ride in walk.rides
        if not ride.condition
        and after.lines[ride.link.id] is LineState.BROKEN
        and any(stop.claim in rejected for stop in ride.stops)
    ]
    names = {
        "holding": labels_told(kb, holding, language) if holding else "",
        "claims": labels_told(kb, off, language) if off else "",
        "lines": labels_told(kb, breaking, language) if breaking else "",
        "standing": language.t(f"walk.word.{after.standing.value}"),
        "before": language.t(f"walk.word.{walk.standing.standing.value}"),
    }
    way = "nowhere" if not off else "breaks" if breaking else "bends"
    same = after.standing is walk.standing.standing
    told = (
        language.pattern("walk.position.holds" if holding else "walk.position.none", len(holding)),
        language.pattern(f"walk.position.{way}", len(breaking)),
        language.pattern(f"walk.position.{'same' if same else 'other'}"),
    )
    first, second, third = (each.format(**names) for each in told)
    return first, second, third


def alone_told(kb: KnowledgeBase, walk: Walk, stop: Stop, language: Language) -> tuple[str, ...]:
    """What either answer to a question does by itself; nothing where that is not worked out."""
    if stop.no is None or stop.yes is None:
        return ()
    said = []
    standing = language.t(f"walk.word.{stop.no.standing.value}")
    turned = stop.no.standing is not walk.standing.standing
    claims = {ride.link.id: ride.link.claim for ride in walk.rides}
    broken = [claims[each] for each in walk.lines if _broken(stop.no, each, walk.standing)]
    mended = [
        claims[each]
        for each in walk.lines
        if stop.yes.lines[each] is LineState.HOLDS
        and walk.standing.lines[each] is not LineState.HOLDS
    ]
    if broken:
        pattern = language.pattern(f"walk.alone.{'falls' if turned else 'breaks'}", len(broken))
        said.append(pattern.format(lines=labels_told(kb, broken, language), standing=standing))
    elif turned:
        said.append(language.t("walk.alone.turns", standing=standing))
    if mended:
        pattern = language.pattern("walk.alone.mends", len(mended))
        said.append(pattern.format(lines=labels_told(kb, mended, language)))
    return tuple(said) or (language.t("walk.alone.little"),)


def _broken(after: Answered, line: str, before: Answered) -> bool:
    """Whether a line that was not broken is."""
    broken = LineState.BROKEN
    return after.lines[line] is broken and before.lines[line] is not broken
