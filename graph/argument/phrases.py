"""How claims, strengths and links are put into words in English, outside the site."""

from graph.argument.objections import defends, doubted
from graph.base import KnowledgeBase, Link
from graph.records import LocalizedText
from graph.records.link_types import LinkType
from graph.semantics import Band
from graph.text.visible import visible

LANGUAGE = "en"
"""The language of what is said; a text that is missing in it is given in another."""

JOINING = {each: each.traits.joining for each in LinkType}
ROLE = {each: each.traits.role for each in LinkType}


def worded(text: LocalizedText | None) -> str:
    """A localized text in the language of the answers, empty where there is none."""
    return visible(text.wording(LANGUAGE).text) if text is not None else ""


def sentence(kb: KnowledgeBase, claim: str) -> str:
    """The sentence of a claim."""
    return worded(kb.claims[claim].claim)


def in_figures(band: Band) -> str:
    """A band in two decimals: one figure, or the bounds where they differ visibly."""
    lower, upper = (f"{round(each, 9):z.2f}" for each in band.ends)
    return lower if lower == upper else f"{lower} to {upper}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def role(kb: KnowledgeBase, link: Link) -> str:
    """What the arguing claim of a link is to its target."""
    if doubted(kb, link) is None:
        return ROLE[link.type]
    return "a reply to the doubt" if defends(kb, link) else "an objection to the reply"
