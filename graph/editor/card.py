"""What is said about a record where its id stands, in Markdown."""

import re

from graph.argument.explanation import explained_plainly, ground_apart, plainly
from graph.argument.phrases import LANGUAGE, ROLE, tally, worded
from graph.base import KnowledgeBase
from graph.text.visible import visible
from graph.words.language import language

_SIGNS = re.compile(r"([\\`*_\[\]<>#&|!~$])")


def plain(text: str) -> str:
    """A text as it is, with nothing in it taken for Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def card(kb: KnowledgeBase, kind: str, id_: str) -> str:
    """What a record says, in a few lines; empty for one that is not there."""
    if kind == "claim":
        return claim_card(kb, kb.resolve(id_))
    if kind == "source" and id_ in kb.sources:
        source = kb.sources[id_]
        said = len(kb.cited.get(id_, ()))
        facts = [f"`{id_}`", source.type.value, _claims(said)]
        if source.original is not None:
            facts.append(f"copies or reports `{source.original}`")
        if not source.seen:
            facts.append("not seen")
        return f"**{plain(source.title)}**\n\n{' · '.join(facts)}"
    if kind == "speaker" and id_ in kb.speakers:
        speaker = kb.speakers[id_]
        role = worded(speaker.role)
        return f"**{plain(worded(speaker.name))}**" + (f"\n\n{plain(role)}" if role else "")
    if kind == "scheme" and id_ in kb.schemes:
        scheme = kb.schemes[id_]
        questions = "\n".join(f"- {plain(worded(each))}" for each in scheme.questions)
        said_ = f"**{plain(worded(scheme.name))}**\n\n{plain(worded(scheme.description))}"
        return f"{said_}\n\n{questions}".strip()
    if kind == "link":
        return link_card(kb, id_)
    return ""


def claim_card(kb: KnowledgeBase, claim: str) -> str:
    """A claim's sentence in each language, how it stands, and why."""
    record = kb.claims.get(claim)
    if record is None:
        return ""
    first = record.claim.wording(LANGUAGE)
    texts = [f"**{plain(first.text)}**"]
    texts += [plain(text) for code, text in record.claim.root.items() if code != first.language]
    words = language(LANGUAGE)
    why, ground = " ".join(explained_plainly(kb, claim, words)), ground_apart(kb, claim)
    told = [why, *([] if ground is None else [plainly(kb, ground, words)])]
    line = f"`{claim}` · {record.kind.value} · {standing(kb, claim)}"
    return "\n\n".join((*texts, line, *(plain(visible(each)) for each in told)))


def standing(kb: KnowledgeBase, claim: str) -> str:
    """How a claim stands, in a word, and how much bears on it."""
    if kb.is_question(claim):
        return "open question"
    return f"{kb.assessment.standings[claim].value} · {', '.join(tally(kb, claim))}"


def link_card(kb: KnowledgeBase, id_: str) -> str:
    """The two ends of a link in words, and its warrant."""
    link = next((each for each in kb.all_links if each.id == id_), None)
    if link is None:
        return ""
    lines = [plain(sentence(kb, link.claim)), f"*is {ROLE[link.type]}* {_end(kb, link.target)}"]
    if link.record.because is not None:
        lines.append(f"because {plain(worded(link.record.because))}")
    return "\n\n".join(lines)


def sentence(kb: KnowledgeBase, claim: str) -> str:
    """The sentence of a claim, or its id where there is none."""
    return worded(kb.claims[claim].claim) if claim in kb.claims else claim


def _end(kb: KnowledgeBase, target: str) -> str:
    return plain(sentence(kb, target)) if target in kb.claims else f"`{target}`"


def _claims(number: int) -> str:
    return f"{number} {'passage' if number == 1 else 'passages'} cited"
