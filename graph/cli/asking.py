"""Questions to a person at a terminal: what does not fit is explained, and asked again."""

from collections.abc import Callable, Iterable
from contextlib import suppress

import typer

from graph.argument.meaning import Meaning, Option
from graph.base import KnowledgeBase
from graph.records import limits
from graph.text.naming import clean
from graph.text.nearest import did_you_mean
from graph.text.visible import visible

# With it a line can be edited with the arrow keys, and be longer than a terminal's buffer.
with suppress(ImportError):
    import readline  # noqa: F401

_LISTED = 60
"""The characters of a list of words that still fits behind a question."""

Unfit = Callable[[str], str]
"""Why an answer does not fit; empty where it does."""


def say(text: str) -> None:
    """Tell something about the answer just given, below it."""
    typer.echo(f"  {text}")


def ask(question: str, unfit: Unfit = lambda _: "", default: str = "") -> str:
    """An answer on one line that fits; empty where there is nothing to say and that fits.

    Raises:
        typer.Abort: there is nobody to answer any more.
    """
    shown = f"{question} [{default}]: " if default else f"{question}: "
    while True:
        try:
            answer = clean(input(shown)) or default
        except EOFError as error:
            raise typer.Abort from error
        why = too_long(answer) or unfit(answer)
        if not why:
            return answer
        say(why)


def too_long(answer: str) -> str:
    """Why a text is too long for a record."""
    if len(answer) <= limits.TEXT:
        return ""
    return f"That has {len(answer):,} characters; {limits.TEXT:,} are the most."


def needed(why: str) -> Unfit:
    """An answer is needed."""
    return lambda answer: "" if answer else why


def ask_one_of(
    question: str, words: Iterable[str], default: str = "", needless: bool = False
) -> str:
    """One of a few words, or the beginning of just one; empty only where there is no need."""
    known = tuple(words)

    def meant(answer: str) -> str | None:
        plain = answer.casefold()
        found = [each for each in known if each == plain] or [
            each for each in known if plain and each.startswith(plain)
        ]
        return found[0] if len(found) == 1 else None

    def unfit(answer: str) -> str:
        if meant(answer) or (needless and not answer):
            return ""
        hint = did_you_mean(answer, known).replace("`", "")
        ways = f"It is one of {', '.join(known)}"
        return f"{ways}: {hint}" if hint else f"{ways}."

    listed = ", ".join(known)
    none = "; Enter: not said" if needless else ""
    if len(listed) > _LISTED:
        typer.echo(question)
        say(f"{listed}.")
        question, listed = "Which of these?", ""
    return meant(ask(f"{question} ({listed}{none})" if listed else question, unfit, default)) or ""


def ask_number(question: str) -> int | None:
    """A number from 0, or none."""

    def unfit(answer: str) -> str:
        if not answer or (answer.isascii() and answer.isdigit() and len(answer) < 6):
            return ""
        return "Give it as a number, such as 3; nothing where it has none."

    answer = ask(question, unfit)
    return int(answer) if answer else None


def ask_texts(question: str, languages: Iterable[str], why: str) -> dict[str, str]:
    """A text in the first language and, if somebody has it, in the others.

    `why` says what is needed where the first is empty; an empty `why` that nothing is.
    """
    first, *others = languages
    found = {first: ask(f"{question} [{first}]", needed(why) if why else lambda _: "")}
    if not found[first]:
        return {}
    for each in others:
        found[each] = ask(f"The same in {each} (Enter leaves that to others)")
    return {language: text for language, text in found.items() if text}


def ask_record(
    kb: KnowledgeBase,
    question: str,
    meant: Meaning,
    option: Option,
    new: Unfit | None = None,
) -> str:
    """The id of a record that somebody names by id or by words, chosen by number where that
    may be more than one; or nothing.

    Where a record may be `new`, that says how what was written can be taken for one; where it
    has nothing to say, what was written is given back.
    """
    options: tuple[str, ...] = ()
    while answer := ask(question):
        if answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(options):
            say(option(kb, options[int(answer) - 1]))
            return options[int(answer) - 1]
        found = meant(kb, answer)
        if found.id is not None:
            say(option(kb, found.id))
            return found.id
        way = new(answer) if new else ""
        if new and not way:
            return answer
        options = found.options or options
        if not found.options:
            say(f"Nothing here is called “{visible(answer)}” or has those words.")
        for number, each in enumerate(found.options, start=1):
            say(f"{number}. {option(kb, each)}")
        if found.options:
            say("Which one? Its number; or other words.")
        if way:
            say(way)
    return ""
