"""Questions to a person at a terminal: what does not fit is explained, and asked again.

`?` explains a question, and `<` goes back to the one before.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress

import typer

from graph.argument.meaning import MOST, Meaning, Option
from graph.base import KnowledgeBase
from graph.cli.tape import Tape, current
from graph.records import limits
from graph.text.naming import clean
from graph.text.nearest import did_you_mean
from graph.text.visible import visible

# With it a line can be edited with the arrow keys, and be longer than a terminal's buffer.
with suppress(ImportError):
    import readline  # noqa: F401

NONE = "-"
"""The answer that there is none, where Enter takes what is offered."""

_LISTED = 60
"""The characters of a list of words that still fits behind a question."""

Unfit = Callable[[str], str]
"""Why an answer does not fit; empty where it does."""


_WAYS = "< goes back to the question before; Ctrl-C stops, and keeps the answers so far."


def say(text: str) -> None:
    """Tell something about the answer just given, below it."""
    tell(f"  {text}")


def tell(text: str) -> None:
    """Tell something, once: not while earlier answers are given again."""
    if not current.get(Tape()).playing:
        typer.echo(text)


def ask(
    question: str,
    unfit: Unfit = lambda _: "",
    default: str = "",
    explained: str = "",
    doubt: Unfit = lambda _: "",
) -> str:
    """An answer on one line that fits; empty where there is nothing to say and that fits.

    `explained` is what `?` tells about the question. What is in `doubt` is asked for again, and
    taken where the answer is the same.

    Raises:
        typer.Abort: there is nobody to answer any more.
        GoneBack: the question before is to be asked again.
    """
    shown = f"{question} [{default}]: " if default else f"{question}: "
    tape = current.get(Tape())
    doubted: set[str] = set()
    while True:
        typed = tape.played() if tape.playing else _typed(shown, tape, explained)
        answer = clean(typed) or default
        if why := too_long(answer) or unfit(answer):
            tape.unfit()
        elif answer not in doubted and (why := doubt(answer)):
            # It stays on the tape: without it the same again would be in doubt once more.
            doubted.add(answer)
        else:
            return answer
        say(why)


def _typed(shown: str, tape: Tape, explained: str) -> str:
    while True:
        try:
            typed = input(shown)
        except EOFError as error:
            raise typer.Abort from error
        if typed.strip() == "?":
            for line in (*explained.splitlines(), _WAYS):
                say(line)
        elif typed.strip() == "<" and tape.answers:
            tape.back()
        elif typed.strip() == "<":
            say("This is the first question.")
        else:
            tape.record(typed)
            return typed


def too_long(answer: str) -> str:
    """Why a text is too long for a record."""
    if len(answer) <= limits.TEXT:
        return ""
    return f"That has {len(answer):,} characters; {limits.TEXT:,} are the most."


def needed(why: str) -> Unfit:
    """An answer is needed."""
    return lambda answer: "" if answer else why


def ask_one_of(
    question: str,
    words: Iterable[str],
    default: str = "",
    needless: bool = False,
    explained: str = "",
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
        tell(question)
        say(f"{listed}.")
        question, listed = "Which of these?", ""
    shown = f"{question} ({listed}{none})" if listed else question
    return meant(ask(shown, unfit, default, explained)) or ""


def ask_number(question: str, default: str = "", explained: str = "") -> int | None:
    """A number from 0, or none."""

    def unfit(answer: str) -> str:
        if not answer or (answer.isascii() and answer.isdigit() and len(answer) < 6):
            return ""
        return "Give it as a number, such as 3; nothing where it has none."

    answer = ask(question, unfit, default, explained)
    return int(answer) if answer else None


def ask_texts(
    question: str,
    languages: Iterable[str],
    unfit: Unfit = lambda _: "",
    explained: str = "",
    doubt: Unfit = lambda _: "",
) -> dict[str, str]:
    """A text in the first language, where none is needed or it is not `unfit`, and, if somebody
    has it, in the others."""
    first, *others = languages
    found = {first: ask(f"{question} [{first}]", unfit, explained=explained, doubt=doubt)}
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
    default: str = "",
    explained: str = "",
) -> str:
    """The id of a record that somebody names by id or by words, chosen by number where that
    may be more than one; or nothing.

    Where a record may be `new`, that says how what was written can be taken for one; where it
    has nothing to say, what was written is given back.
    """
    options: tuple[str, ...] = ()
    # Where Enter takes what is offered, a dash says that there is none.
    while (answer := ask(question, default=default, explained=explained)) not in ("", NONE):
        if answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(options):
            say(option(kb, options[int(answer) - 1]))
            return options[int(answer) - 1]
        found = meant(kb, answer)
        if found.id is not None:
            say(option(kb, found.id))
            return found.id
        if answer.isascii() and answer.isdigit() and options:
            say(f"Give a number from 1 to {len(options)}, or other words.")
            continue
        way = new(answer) if new else ""
        if new and not way:
            return answer
        options = found.options or options
        if not found.options:
            say(f"Nothing here is called “{visible(answer)}” or has those words.")
        for number, each in enumerate(found.options, start=1):
            say(f"{number}. {option(kb, each)}")
        if found.options:
            more = " There may be more: more words find fewer." if len(options) == MOST else ""
            say(f"Which one? Its number, or other words.{more}")
        if way:
            say(way)
    return ""
