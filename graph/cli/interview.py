"""A new claim asked for, question by question, at a terminal."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from graph.argument.likeness import alike
from graph.argument.meaning import (
    NEW,
    claim_meant,
    claim_option,
    is_address,
    source_meant,
    source_named,
    source_option,
    speaker_meant,
    speaker_option,
    step_meant,
    step_option,
    type_of_new,
)
from graph.base import KnowledgeBase
from graph.check.rules.passages import LONGEST_QUOTE
from graph.cli.asking import (
    NONE,
    Unfit,
    ask,
    ask_number,
    ask_one_of,
    ask_record,
    ask_texts,
    needed,
    say,
    tell,
)
from graph.cli.kept_answers import Kept
from graph.drafting.telling.drafted import likeness_line
from graph.drafting.writing import is_one_word
from graph.errors import AnswerError
from graph.records import Certainty, Kind, Level, SourceType, Stance
from graph.records.claim import LONGEST_LABEL
from graph.records.link_types import LinkType
from graph.records.scalars import Date, RecordId, Relevance, Url, misfit
from graph.records.text import FALLBACK
from graph.store import schemes
from graph.text.naming import slug_of, unique
from graph.text.nearest import did_you_mean, formed_id
from graph.text.one_line import without_stop
from graph.text.unspaced import words_in
from graph.text.visible import visible
from graph.words.interface import brought_along
from graph.words.language_codes import language_unfit

WELCOME = (
    "A new claim. Nothing is written before the last answer; ? explains a question, < goes back,\n"
    "Ctrl-C stops and keeps the answers. A record can be named by its id or by a few words of it."
)
_WHERE = """\
The id of a source, or words of its title; or the web address or DOI of one that is new.
new describes one that has neither, such as a book or a file of your own.
Without a source the claim is a premise that nobody states, and is recorded as one."""
_SENTENCE = """\
One full sentence that can be supported or contradicted, in your own words, and understood
without its source. If it says two things, make two claims of it."""
_PARAGRAPH = "Counted from 1 in the running text; headings between paragraphs do not count."
_QUOTE = """\
The sentence or sentences as you copied them: they are found in the text at hand, and only where
they stand is recorded, with their first and last words. Dots stand for what is left out."""
_STEP = "Enter where it does not; otherwise a claim by its id or by a few words of it."
_BECAUSE = "Why the step may be taken, in a sentence: what makes the one bear on the other."
_WITH = """\
Claims that carry the step only together with this one. If each is a reason by itself, make it a
step of its own."""
_SCHEME = "What form of argument the step has; the questions that test that form follow."
_RELEVANCE = """\
Above 0 up to 1: how far it settles what it bears on, if it holds and nobody doubts the step. What
is about another year, another country or a part of the question bears on it only so far."""
_OWN_PAGE = """\
The address at which whoever published the text has it, also if it cannot be opened any more. It
becomes the link of the source; the address you gave is kept as the place where it was read."""
_QUALITIES = ("peer-reviewed", "interested", "both")
_QUALITY = """\
peer-reviewed: other scholars read it before it was published.
interested: whoever says it has a stake in it, as a maker has in its product.
Both are told to readers, and change how much a fact from it weighs."""
_LABEL = f"For maps and lists, at most {LONGEST_LABEL} characters; a dash leaves it out."
_ID = "The name of its file, for good: small letters, digits and hyphens, words of the claim."

Find = Callable[[Mapping[str, Any], str], dict[str, Any]]
"""What finds quoted words in the texts at hand, given the source: the fields of their passage.
It raises AnswerError where they do not stand in one place."""


def asked_in(kb: KnowledgeBase, debate: str, first: str) -> tuple[str, ...]:
    """The languages to ask for: those of the debate, the one that somebody writes in first."""
    return (first, *(each for each in kb.languages_of(debate) if each != first))


def ask_claim(
    kb: KnowledgeBase,
    given: Mapping[str, Any],
    language: str,
    last: Kept | None = None,
    find: Find | None = None,
) -> dict[str, Any]:
    """The fields of a draft: those given, and the answers to questions for the others.

    What was `last` said about where is offered again. Quoted words are looked for with `find`.
    """
    fields = dict(given)
    if not fields["kind"]:
        told = brought_along((FALLBACK,)).languages[0].texts["add"]["kinds"]
        kinds = "\n".join(f"{each.value}: {told[each.value]}" for each in Kind)
        fields["kind"] = ask_one_of("What kind of claim is it?", Kind, explained=kinds)
    if not (fields.get("source") or fields.get("new_source")):
        fields.update(_where(kb, language, last or Kept(), find))
    if fields["kind"] == Kind.QUESTION:
        if not (fields["specifies"] or fields["links"]):
            about = ask_record(
                kb, "Which claim is it about? (Enter: none)", claim_meant, claim_option
            )
            fields["specifies"] = [about] if about else []
    elif not fields["links"]:
        evidence = fields["kind"] == Kind.FACT and bool(
            fields.get("source", fields.get("new_source"))
        )
        fields["links"] = ask_links(kb, asked_in(kb, fields["debate"], language), evidence)
    if not fields["label"]:
        fields["label"] = _label(fields["claim"])
    if not fields["id"]:
        fields["id"] = _id(kb, (*fields["label"].values(), *fields["claim"].values()))
    return fields


def _label(claim: Mapping[str, str]) -> dict[str, str]:
    """A few words for the claim, in each of its languages; a short sentence is offered."""

    def unfit(answer: str) -> str:
        over = len(answer) - LONGEST_LABEL
        return f"That is {over} characters too many." if over > 0 else ""

    found: dict[str, str] = {}
    for language, sentence in claim.items():
        short = without_stop(sentence)
        offered = short if len(short) <= LONGEST_LABEL else ""
        said = ask(f"A short name, in {language}", unfit, offered, _LABEL)
        if said not in ("", NONE):
            found[language] = said
    return found


def _id(kb: KnowledgeBase, texts: Iterable[str]) -> str:
    taken = frozenset(kb.known_ids) | frozenset(kb.aliases)

    def unfit(answer: str) -> str:
        if answer in taken:
            return f"{answer} is another claim."
        wrong = misfit(RecordId, answer)
        return f"{wrong}; such as {formed_id(answer)}." if wrong else ""

    return ask("Its id", unfit, unique(slug_of(texts, "claim"), taken), _ID)


def ask_sentence(languages: tuple[str, ...]) -> dict[str, str]:
    """The claim, per language."""
    tell(WELCOME)

    def doubt(answer: str) -> str:
        if not is_one_word(answer):
            return ""
        return "One word says nothing that can be disputed. The same again takes it as it is."

    unfit = needed("A claim needs a sentence that somebody could dispute.")
    return ask_texts("The claim, one full sentence", languages, unfit, _SENTENCE, doubt)


def ask_instead(kb: KnowledgeBase, wording: Mapping[str, str]) -> str | None:
    """A claim like this one that somebody would rather link than write a new one."""
    found = alike(kb, wording)
    if not found:
        return None
    for number, each in enumerate(found, start=1):
        say(f"{number}. {likeness_line(kb, each).plain}")

    def unfit(answer: str) -> str:
        if not answer or answer in {str(number + 1) for number in range(len(found))}:
            return ""
        return f"Give a number from 1 to {len(found)}, or nothing."

    answer = ask("Link one of these instead? Its number; Enter writes the new claim", unfit)
    return found[int(answer) - 1].claim if answer else None


def ask_links(
    kb: KnowledgeBase, languages: tuple[str, ...], weighed: bool = False
) -> list[dict[str, Any]]:
    """What a claim bears on and why, one step after another; where it is to be `weighed`, also
    how much."""
    links: list[dict[str, Any]] = []
    for type_ in LinkType:
        steps = type_.at_link
        meant, option = (step_meant, step_option) if steps else (claim_meant, claim_option)
        more = ""
        question = type_.traits.asked
        while target := ask_record(
            kb, f"{question} (Enter: no{more})", meant, option, explained=_STEP
        ):
            more = " more"
            if any((each["type"], each["target"]) == (type_, target) for each in links):
                say(f"It {type_.value} that already.")
            elif not steps and kb.is_question(target):
                say("That is a question: it can be answered, and not be argued with.")
            elif because := ask_texts(
                "Why? (Enter leaves this step out)", languages, explained=_BECAUSE
            ):
                link = {"type": type_.value, "target": target, "because": because}
                links.append({**link, **_form(kb, type_), **(_bearing() if weighed else {})})
            else:
                say("Left out: a step for which there is no reason is probably not there.")
    return links


def _bearing() -> dict[str, Any]:
    """How much a step bears on its target."""

    def unfit(answer: str) -> str:
        wrong = answer and misfit(Relevance, answer)
        return f"That is no such number: {wrong}." if wrong else ""

    said = ask(
        "How much does it bear on that, above 0 up to 1? (Enter: wholly)", unfit, "", _RELEVANCE
    )
    return {"relevance": said or None}


def _form(kb: KnowledgeBase, type_: LinkType) -> dict[str, Any]:
    """What carries a step together with the claim, and the scheme of the step."""
    premises: list[str] = []
    question = "Which claim carries it only together with this one? (Enter: no"
    while premise := ask_record(
        kb,
        f"{question}{' more' if premises else ''})",
        claim_meant,
        claim_option,
        explained=_WITH,
    ):
        premises = list(dict.fromkeys((*premises, premise)))
    if type_.traits.scheme:
        return {"with": premises}
    known = schemes()
    listed = "\n".join(f"{id_}: {each.name.wording('en').text}" for id_, each in known.items())

    def unfit(answer: str) -> str:
        if not answer or answer in known:
            return ""
        hint = did_you_mean(answer, known).replace("`", "")
        return f"That is no scheme: {hint}" if hint else "That is no scheme; ? lists them all."

    scheme = ask(
        "What form has the step? (a scheme; Enter: not said)", unfit, "", f"{_SCHEME}\n{listed}"
    )
    for each in known[scheme].questions if scheme else ():
        say(f"Ask: {each.wording('en').text}")
    return {"with": premises, "scheme": scheme or None}


def _where(kb: KnowledgeBase, language: str, last: Kept, find: Find | None) -> dict[str, Any]:
    """The source, the passage and who says it."""
    before = last.source if last.source in kb.sources else ""
    given = ask_record(
        kb,
        f"Where is it said? A source, a web address or a DOI ({NONE if before else 'Enter'}: "
        "nobody states it)",
        source_meant,
        source_option,
        _no_address,
        before,
        _WHERE,
    )
    if not given:
        return {}
    fields: dict[str, Any]
    fields = {"source": given} if given in kb.sources else _new_source(kb, given, language)
    there = last if given == before else Kept()
    found = _found(fields, find) if find is not None else None
    if found is not None:
        fields.update(found)
    else:
        fields["paragraph"] = ask_number(
            "In which paragraph, counted from 1? (0: the headline)",
            "" if there.paragraph is None else str(there.paragraph),
            _PARAGRAPH,
        )
        fields["start"] = ask(
            "The first few words of the passage",
            _quote("By these the passage is found: a few words."),
        )
        fields["end"] = ask("Its last few words (Enter: the first are all)", _quote(""))
    fields.update(_who(kb, there.speaker if there.speaker in kb.speakers else ""))
    fields["stance"] = ask_one_of("What does the source’s author do with it?", Stance, "endorses")
    fields["certainty"] = ask_one_of("How sure is it worded?", Certainty, needless=True) or None
    return fields


def _found(fields: Mapping[str, Any], find: Find) -> dict[str, Any] | None:
    """The passage of words that somebody pastes; None where they rather give its place."""
    found: dict[str, Any] = {}

    def unfit(answer: str) -> str:
        if not answer:
            return ""
        try:
            found.update(find(fields, answer))
        except AnswerError as error:
            return f"{str(error)[0].upper()}{str(error)[1:]}"
        return ""

    asked = "The passage as you copied it (Enter: by its paragraph and words)"
    if not ask(asked, unfit, explained=_QUOTE):
        return None
    say(f"Paragraph {found['paragraph']}: {_ends(found)}.")
    return found


def _ends(found: Mapping[str, Any]) -> str:
    end = f" … {found['end']}" if found.get("end") else ""
    return f"“{visible(found['start'] + end)}”"


def _no_address(answer: str) -> str:
    if answer == NEW:
        return ""
    if not is_address(answer):
        return f"A new source is given by its web address or DOI, or as {NEW} if it has neither."
    wrong = answer.startswith("http") and misfit(Url, answer)
    return f"That is no web address: {wrong}." if wrong else ""


def _quote(why: str) -> Unfit:
    def unfit(answer: str) -> str:
        if why and not answer:
            return why
        words = len(words_in(answer))
        if words > LONGEST_QUOTE:
            return f"That is {words} words: at most {LONGEST_QUOTE}, and a handful will do."
        return ""

    return unfit


def _new_source(kb: KnowledgeBase, given: str, language: str) -> dict[str, Any]:
    say("That source is not here yet, and gets a record of its own.")
    more = {
        "title": ask("Its title", needed("A source needs a title.")),
        "author": [
            each.strip()
            for each in ask("Its authors, as Family, Given; a body by its name").split(";")
            if each.strip()
        ],
        "issued": ask("Its date, such as 2025 or 2025-01-31", _fits(Date, needful=True)),
        "container-title": ask("What it appeared in (Enter: on its own)"),
        "type": ask_one_of("What type is it?", SourceType, type_of_new(given)),
        "level": ask_one_of("How close is it to the original?", Level, "primary"),
        **_quality(),
        "language": ask("The language it is in", _is_language, language),
    }
    if more["level"] == Level.COPY and given.startswith("http"):
        own = ask("The publisher’s own page (Enter: not known)", _fits(Url), explained=_OWN_PAGE)
        if own:
            return source_named(kb, own, {**more, "seen_at": given})
    return source_named(kb, given, more)


def _quality() -> dict[str, bool]:
    """What a reader should know before leaning on a source."""
    said = ask_one_of("Is it anything of this?", _QUALITIES, needless=True, explained=_QUALITY)
    return {
        "peer_reviewed": said in ("peer-reviewed", "both"),
        "interested": said in ("interested", "both"),
    }


def _fits(type_: Any, needful: bool = False) -> Unfit:
    return lambda answer: misfit(type_, answer) if answer or needful else ""


def _is_language(answer: str) -> str:
    return language_unfit(answer) if answer else ""


def _who(kb: KnowledgeBase, before: str) -> dict[str, Any]:
    asked: set[str] = set()

    def new(answer: str) -> str:
        if answer in asked:
            return ""
        asked.add(answer)
        return "The same again makes that a new speaker."

    name = ask_record(
        kb,
        f"Who says it? ({NONE if before else 'Enter'}: the source itself)",
        speaker_meant,
        speaker_option,
        new,
        before,
    )
    if not name:
        return {}
    return {"speaker": name} if name in kb.speakers else {"new_speaker": {"name": name}}
