"""What is said about a record where its id stands, in Markdown, in the language of the records."""

import re

from graph.argument.explanation import explained_plainly, ground_apart, plainly
from graph.argument.kept import kept
from graph.argument.objections import doubts_about
from graph.base import KnowledgeBase
from graph.records import Outcome, Source
from graph.records.text import LocalizedText
from graph.text.visible import visible
from graph.words.chosen_languages import site_interface
from graph.words.language import Language

_SIGNS = re.compile(r"([\\`*_\[\]<>#&|!~$])")


def plain(text: str) -> str:
    """A text as it is, with nothing in it taken for Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


@kept
def words_of(kb: KnowledgeBase) -> Language:
    """The words of the first language of a knowledge base."""
    return site_interface(kb.tree.root, kb.languages).languages[0]


def card(kb: KnowledgeBase, kind: str, id_: str) -> str:
    """What a record says, in a few lines; empty for one that is not there."""
    here = kb.present(kind, id_)
    if kind == "claim":
        return claim_card(kb, here)
    if kind == "source" and here in kb.sources:
        return _source_card(kb, kb.sources[here])
    if kind == "speaker" and here in kb.speakers:
        speaker = kb.speakers[here]
        role = _worded(kb, speaker.role)
        return f"**{plain(_worded(kb, speaker.name))}**" + (f"\n\n{plain(role)}" if role else "")
    if kind == "scheme" and id_ in kb.schemes:
        scheme = kb.schemes[id_]
        questions = "\n".join(f"- {plain(_worded(kb, each))}" for each in scheme.questions)
        name, about = (plain(_worded(kb, each)) for each in (scheme.name, scheme.description))
        return f"**{name}**\n\n{about}\n\n{questions}".strip()
    if kind == "link":
        return link_card(kb, id_)
    return ""


def _source_card(kb: KnowledgeBase, source: Source) -> str:
    words = words_of(kb)
    said = len({each.claim for each in kb.cited.get(source.id, ())})
    facts = [f"`{source.id}`", source.type.value, words.n("count.claims", said)]
    if source.original is not None:
        facts.append(f"{words.t(f'lineage.{source.level.value}')} `{source.original}`")
    if not source.seen:
        facts.append(words.t("quality.unseen"))
    return f"**{plain(source.title)}**\n\n{' · '.join(facts)}"


def claim_card(kb: KnowledgeBase, claim: str) -> str:
    """A claim's sentence in each language, how it stands, and why."""
    record = kb.claims.get(claim)
    if record is None:
        return ""
    words = words_of(kb)
    first = record.claim.wording(words.code)
    texts = [f"**{plain(first.text)}**"]
    texts += [plain(text) for code, text in record.claim.root.items() if code != first.language]
    why, ground = " ".join(explained_plainly(kb, claim, words)), ground_apart(kb, claim)
    told = [why, *([] if ground is None else [plainly(kb, ground, words)])]
    line = f"`{claim}` · {words.t(f'kind.{record.kind.value}')}"
    if not kb.is_question(claim):
        line += f" · {standing(kb, claim, words)}"
    if record.outcome is not None:
        told.append(_became(record.outcome, words))
    return "\n\n".join((*texts, line, *(plain(visible(each)) for each in told)))


def _became(outcome: Outcome, words: Language) -> str:
    """What became of a prediction, as of when, and what is seen."""
    state = words.t(f"outcomes.state.{outcome.state.value}")
    as_of = words.t("outcomes.as_of", date=words.date(outcome.on))
    return f"{words.begun(state)} {as_of}: {outcome.because.wording(words.code).text}"


def standing(kb: KnowledgeBase, claim: str, words: Language) -> str:
    """How a claim stands, in a word, and how much bears on it."""
    counts = {
        "reasons": len(kb.reasons(claim)),
        "conditions": len(kb.conditions(claim)),
        "objections": len(kb.objections(claim)),
        "step_doubts": len(doubts_about(kb, claim)),
    }
    told = [
        words.n(f"count.{name}", number)
        for name, number in counts.items()
        if number or name in ("reasons", "objections")
    ]
    word = words.t(f"standing.{kb.assessment.standings[claim].value}").lower()
    return f"{word} · {', '.join(told)}"


def link_card(kb: KnowledgeBase, id_: str) -> str:
    """The two ends of a link in words, and its warrant."""
    link = next((each for each in kb.all_links if each.id == id_), None)
    if link is None:
        return ""
    word = words_of(kb).t(f"word.{link.type.value}")
    lines = [_end(kb, link.target), f"*{word}* {plain(sentence(kb, link.claim))}"]
    if link.record.because is not None:
        lines.append(plain(_worded(kb, link.record.because)))
    return "\n\n".join(lines)


def sentence(kb: KnowledgeBase, claim: str) -> str:
    """The sentence of a claim, or its id where there is none."""
    return _worded(kb, kb.claims[claim].claim) if claim in kb.claims else claim


def _worded(kb: KnowledgeBase, text: LocalizedText | None) -> str:
    return "" if text is None else visible(text.wording(words_of(kb).code).text)


def _end(kb: KnowledgeBase, target: str) -> str:
    return plain(sentence(kb, target)) if target in kb.claims else f"`{target}`"
