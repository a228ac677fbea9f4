"""A new claim asked for, question by question, at a terminal."""

from collections.abc import Mapping
from typing import Any

import typer

from graph.argument.likeness import alike
from graph.argument.meaning import (
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
)
from graph.base import KnowledgeBase
from graph.check.rules.passages import LONGEST_QUOTE
from graph.cli.asking import (
    Unfit,
    ask,
    ask_number,
    ask_one_of,
    ask_record,
    ask_texts,
    needed,
    say,
)
from graph.drafting.telling.drafted import likeness_line
from graph.records import Certainty, Kind, Level, SourceType, Stance
from graph.records.link_types import LinkType
from graph.records.scalars import Date, Url, misfit
from graph.words.language_codes import language_unfit

WELCOME = (
    "A new claim. Nothing is written before the last answer; Ctrl-C stops.\n"
    "A record can be named by its id or by a few words of it."
)


def asked_in(kb: KnowledgeBase, debate: str, first: str) -> tuple[str, ...]:
    """The languages to ask for: those of the debate, the one that somebody writes in first."""
    return (first, *(each for each in kb.languages_of(debate) if each != first))


def ask_claim(kb: KnowledgeBase, given: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The fields of a draft: those given, and the answers to questions for the others."""
    fields = dict(given)
    if not fields["kind"]:
        fields["kind"] = ask_one_of("What kind of claim is it?", Kind)
    if not (fields.get("source") or fields.get("new_source")):
        fields.update(_where(kb, language))
    if fields["kind"] == Kind.QUESTION:
        if not (fields["specifies"] or fields["links"]):
            about = ask_record(
                kb, "Which claim is it about? (Enter: none)", claim_meant, claim_option
            )
            fields["specifies"] = [about] if about else []
    elif not fields["links"]:
        fields["links"] = ask_links(kb, asked_in(kb, fields["debate"], language))
    return fields


def ask_sentence(languages: tuple[str, ...]) -> dict[str, str]:
    """The claim, per language."""
    typer.echo(WELCOME)
    return ask_texts(
        "The claim, one full sentence",
        languages,
        "A claim needs a sentence that somebody could dispute.",
    )


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


def ask_links(kb: KnowledgeBase, languages: tuple[str, ...]) -> list[dict[str, Any]]:
    """What a claim bears on and why, one step after another."""
    links: list[dict[str, Any]] = []
    for type_ in LinkType:
        steps = type_.at_link
        meant, option = (step_meant, step_option) if steps else (claim_meant, claim_option)
        more = ""
        while target := ask_record(kb, f"{type_.traits.asked} (Enter: no{more})", meant, option):
            more = " more"
            if any((each["type"], each["target"]) == (type_, target) for each in links):
                say(f"It {type_.value} that already.")
            elif not steps and kb.is_question(target):
                say("That is a question: it can be answered, and not be argued with.")
            elif because := ask_texts("Why? (Enter leaves this step out)", languages, ""):
                links.append({"type": type_.value, "target": target, "because": because})
            else:
                say("Left out: a step for which there is no reason is probably not there.")
    return links


def _where(kb: KnowledgeBase, language: str) -> dict[str, Any]:
    """The source, the passage and who says it."""
    given = ask_record(
        kb,
        "Where is it said? A source, a web address or a DOI (Enter: nobody states it)",
        source_meant,
        source_option,
        _no_address,
    )
    if not given:
        return {}
    fields: dict[str, Any]
    fields = {"source": given} if given in kb.sources else _new_source(kb, given, language)
    fields["paragraph"] = ask_number("In which paragraph, counted from 1? (0: the headline)")
    fields["start"] = ask(
        "The first few words of the passage", _quote("By these the passage is found: a few words.")
    )
    fields["end"] = ask("Its last few words (Enter: the first are all)", _quote(""))
    fields.update(_who(kb))
    fields["stance"] = ask_one_of("What does the source’s author do with it?", Stance, "endorses")
    fields["certainty"] = ask_one_of("How sure is it worded?", Certainty, needless=True) or None
    return fields


def _no_address(answer: str) -> str:
    if not is_address(answer):
        return "A new source is given by its web address or DOI."
    wrong = answer.startswith("http") and misfit(Url, answer)
    return f"That is no web address: {wrong}." if wrong else ""


def _quote(why: str) -> Unfit:
    def unfit(answer: str) -> str:
        if why and not answer:
            return why
        words = len(answer.split())
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
        "type": ask_one_of("What type is it?", SourceType, "webpage"),
        "level": ask_one_of("How close is it to the original?", Level, "primary"),
        "language": ask("The language it is in", _is_language, language),
    }
    return source_named(kb, given, more)


def _fits(type_: Any, needful: bool = False) -> Unfit:
    return lambda answer: misfit(type_, answer) if answer or needful else ""


def _is_language(answer: str) -> str:
    return language_unfit(answer) if answer else ""


def _who(kb: KnowledgeBase) -> dict[str, Any]:
    asked: set[str] = set()

    def new(answer: str) -> str:
        if answer in asked:
            return ""
        asked.add(answer)
        return "The same again makes that a new speaker."

    name = ask_record(
        kb, "Who says it? (Enter: the source itself)", speaker_meant, speaker_option, new
    )
    if not name:
        return {}
    return {"speaker": name} if name in kb.speakers else {"new_speaker": {"name": name}}
