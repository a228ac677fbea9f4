"""How claims, strengths and links are put into words on a terminal.

Colour only repeats what a word says: because is blue, but and unless are orange.
"""

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from graph.base import KnowledgeBase, Link, LinkType
from graph.check.visible import visible
from graph.records import LocalizedText
from graph.semantics import Band, Label, Standing

LANGUAGE = "en"
"""The language of the answers; a text that is missing in it is given in another."""

JOINING = {
    LinkType.SUPPORT: "because",
    LinkType.CONTRADICTION: "but",
    LinkType.UNDERCUT: "unless",
}
ROLE = {
    LinkType.SUPPORT: "a reason for",
    LinkType.CONTRADICTION: "an objection to",
    LinkType.UNDERCUT: "an objection to the step",
}
STYLES = {LinkType.SUPPORT: "blue", LinkType.CONTRADICTION: "yellow", LinkType.UNDERCUT: "yellow"}
STANDING_STYLES = {
    Standing.SUPPORTED: "blue",
    Standing.OPPOSED: "yellow",
    Standing.UNDECIDED: "",
    Standing.UNARGUED: "dim",
}
OBJECTION_WORDS = {Label.IN: "open", Label.OUT: "answered", Label.UNDEC: "disputed"}
"""What the label of its link makes of an objection."""


def worded(text: LocalizedText | None) -> str:
    """A localized text in the language of the answers, empty where there is none."""
    return visible(text.wording(LANGUAGE).text) if text is not None else ""


def sentence(kb: KnowledgeBase, claim: str) -> str:
    """The sentence of a claim."""
    return worded(kb.claims[claim].claim)


def claim_line(kb: KnowledgeBase, claim: str) -> Text:
    """The sentence of a claim with its id behind it."""
    return Text.assemble(sentence(kb, claim), " ", (f"({claim})", "dim"))


def standing_word(standing: Standing) -> Text:
    """The word for a standing, coloured."""
    return Text(standing.value, STANDING_STYLES[standing])


def joining_word(link: Link) -> Text:
    """Because, but or unless, coloured."""
    return Text(JOINING[link.type], f"bold {STYLES[link.type]}")


def strength_figures(band: Band) -> str:
    """A strength in two decimals: one figure, or the bounds where they differ visibly."""
    lower, upper = f"{band.lower:.2f}", f"{band.upper:.2f}"
    return lower if lower == upper else f"{lower}–{upper}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def indented(content: RenderableType, columns: int) -> Padding:
    """Something to print, so many columns further in, also where its lines wrap."""
    return Padding(content, (0, 0, 0, columns), expand=False)
