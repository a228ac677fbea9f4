"""How claims, standings and links look on a terminal.

Colour only repeats what a word says: because is blue, but and unless are orange, only if is green.
"""

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from graph.argument.objections import defends, doubted, step_doubted
from graph.argument.phrases import JOINING, sentence
from graph.base import KnowledgeBase, Link
from graph.records.link_types import Polarity
from graph.semantics import Standing

STYLES = {
    Polarity.HELPS: "blue",
    Polarity.HINDERS: "yellow",
    Polarity.UNDERCUTS: "yellow",
    Polarity.CONDITIONS: "green",
}
STANDING_STYLES = {
    Standing.SUPPORTED: "blue",
    Standing.DOCUMENTED: "blue",
    Standing.GRANTED: "",
    Standing.OPPOSED: "yellow",
    Standing.DISPUTED: "",
    Standing.BARE: "dim",
}


def claim_line(kb: KnowledgeBase, claim: str) -> Text:
    """The sentence of a claim with its id behind it."""
    return Text.assemble(sentence(kb, claim), " ", (f"({claim})", "dim"))


def standing_word(standing: Standing) -> Text:
    """The word for a standing, coloured."""
    return Text(standing.value, STANDING_STYLES[standing])


def standing_of(kb: KnowledgeBase, claim: str) -> Text:
    """The word for how a claim stands; of a question, that it is one."""
    if kb.is_question(claim):
        return Text("a question", "dim")
    return standing_word(kb.assessment.standings[claim])


def joining_word(link: Link) -> Text:
    """Because, but, unless or only if, coloured."""
    return Text(JOINING[link.type], f"bold {STYLES[link.type.polarity]}")


def aimed_at(kb: KnowledgeBase, link: Link) -> str:
    """What an undercut is aimed at: a step, a doubt about one, or a reply to a doubt."""
    step = step_doubted(kb, link).id
    if defends(kb, link):
        return f"in defence of the step {step}"
    reply = "a reply about " if doubted(kb, link) is not None else ""
    return f"against {reply}the step {step}"


def indented(content: RenderableType, columns: int) -> Padding:
    """Something to print, so many columns further in, also where its lines wrap."""
    return Padding(content, (0, 0, 0, columns), expand=False)
