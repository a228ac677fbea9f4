"""The words in which a change is told outside the site: all of them, by key, and their use.

Slots stand in braces. Told with another table, reports and their page are in another language.
"""

from collections.abc import Iterable
from string import Formatter
from typing import TypeAlias

from graph.argument.phrases import count
from graph.review.telling.report import Part, Role

Said: TypeAlias = tuple[Part, ...]

TITLES = {
    "errors": "Errors new with this change",
    "theses": "Theses",
    "standings": "Claims that stand differently",
    "open": "New objections without a reply",
    "found": "What the analysis found",
    "findings": "Findings new with this change",
    "added": "Claims added",
    "removed": "Claims removed",
    "reworded": "Claims reworded",
    "renamed": "Claims renamed",
    "other": "Claims changed otherwise",
    "links_added": "Links added",
    "links_removed": "Links removed",
    "links_moved": "Links moved",
    "links_warranted": "Links with another warrant",
    "links_other": "Links changed otherwise",
    "suspect": "To be looked at again, since the words have changed",
    "grades": "How much sources carry, and what is granted",
    "debates": "Debates",
    "sources": "Sources",
    "speakers": "Speakers",
    "shifts": "Claims that become stronger or weaker only",
}
"""The sections of a report, in their order."""
COUNTS = {
    "added": ("claim added", "claims added"),
    "removed": ("claim removed", "claims removed"),
    "reworded": ("claim reworded", "claims reworded"),
    "renamed": ("claim renamed", "claims renamed"),
    "links_added": ("link added", "links added"),
    "links_removed": ("link removed", "links removed"),
    "links_changed": ("link changed", "links changed"),
    "balances": ("claim stands", "claims stand"),
    "theses": ("thesis", "theses"),
    "undrawn": ("more claim is not drawn", "more claims are not drawn"),
}

PHRASES = {
    "nothing": "Nothing that matters to the argument changes.",
    "no_effect": "Every claim that was there stands as it stood.",
    "effect": "{claims} stronger or weaker, {turned} of them with another standing; {theses}.",
    "effect_apart": "{claims} otherwise: {moved} stronger or weaker, {turned} with another "
    "standing; {theses}.",
    "theses_among_them": "{theses} among them",
    "no_thesis": "no thesis",
    "none": "none",
    "claim": "{sentence} {id}",
    "turned": "{claim}: from {before} to {after} ({figures})",
    "shifted": "{claim}: {direction}, stays {standing} ({figures})",
    "stronger": "stronger",
    "weaker": "weaker",
    "hardly": "hardly moves",
    "by_way_of": "by way of {route}",
    "since_records": "since {records} changed",
    "since_records_by_way": "since {records} changed, by way of {route}",
    "text_changed": "the text that readers are shown is another: {id}",
    "record_source": "the source {id}",
    "record_debate": "the debate {id}",
    "record_grounds": "the table of grades",
    "no_longer_granted": "no longer granted {figure}: with a reason in its own text it stands by "
    "its reasons alone",
    "granted_now": "granted {figure} now: there is no reason for it in its own text any more",
    "after_removal": "after an argument on the first was removed: {route}",
    "new": "{claim}: {kind}, {standing}",
    "new_question": "{claim}: {kind}",
    "alike": "looks like {claim}",
    "opposite": "looks like the opposite of {claim}",
    "argues": "{role} {target}",
    "argues_together": "{role} {target}, together with {others}",
    "and": " and ",
    "in_language": "{language}: {wording}",
    "renamed": "{sentence} {before} is now {after}",
    "id_lost": "the old id leads nowhere: keep it under aliases",
    "field": "{field}: {values}",
    "field_in_language": "{field} ({language}): {wording}",
    "from_to": "{before} → {after}",
    "judged": "{state} as of {on}",
    "step": "{target} {argument}",
    "the_step": "the step {link}",
    "the_doubt": "the doubt {link}",
    "argument": "{joining} {premises}",
    "since": "since: {because}",
    "step_before": "before: {step}",
    "in_another_language": "in another language",
    "aspects": "{step}: {aspects}",
    "translation": "the text in {language} of {claim}",
    "finding": "{what} {place} {message}",
    "found_added": "added: {finding}",
    "found_removed": "removed: {finding}",
    "found_changed": "changed: {finding}",
    "found_in_order": "in another order: the findings of {debate}",
    "named_by_finding": "named by a finding of the debate, to be read again: {finding}",
    "record_added": "added: {title} {id}",
    "record_removed": "removed: {title} {id}",
    "record_changed": "changed: {id}",
    "title": "What this does to the argument",
    "title_of_page": "What this change does to the argument",
    "names": "From {before} to {after}",
    "more": "… and {n} more",
    "drawing": "Drawing",
    "drawings": "Before and after",
    "drawn_before": "Before",
    "drawn_after": "After",
    "drawn_new": "New",
    "drawn_alike": "{before} → {after}. The arguments beside it are the same.",
}


def say(key: str, **slots: str | Part | Said) -> Said:
    """A phrase with its slots filled: by our own words as a string, by anything else in parts."""
    said: list[Part] = []
    words = ""
    for literal, slot, _, _ in Formatter().parse(PHRASES[key]):
        words += literal
        filled = slots[slot] if slot is not None else ""
        if isinstance(filled, str):
            words += filled
            continue
        said += [Part(Role.WORDS, words)] if words else []
        said += [filled] if isinstance(filled, Part) else filled
        words = ""
    return (*said, Part(Role.WORDS, words)) if words else tuple(said)


def phrase(key: str, **slots: object) -> str:
    """A phrase of nothing but words."""
    return PHRASES[key].format(**slots)


def counted(number: int, key: str) -> str:
    """A number with what it counts."""
    return count(number, *COUNTS[key])


def joined(several: Iterable[Said], between: str) -> Said:
    """Several things with our own words between them."""
    return tuple(part for each in several for part in (Part(Role.WORDS, between), *each))[1:]
