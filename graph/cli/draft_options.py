"""What the commands that add to the argument share: options, and writing what they come to."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.program import claim_ids, exit_if, remark
from graph.cli.terminal import print_answer
from graph.errors import AnswerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.base import KnowledgeBase
    from graph.drafting.draft import DraftFile, DraftLink
    from graph.drafting.writing import Drafted

_LANGUAGE = re.compile(
    r"(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,7})=(?P<text>.*)\Z", re.DOTALL
)
_TOLD = 5
"""Claims at most that are said to be granted no longer."""
TEXTS = "a text that begins with a language and =, as nl=…, is in that language"

Because = Annotated[
    list[str] | None,
    typer.Option("--because", "--warrant", metavar="TEXT", help=f"Why the step holds; {TEXTS}."),
]
With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="ID",
        help="A claim that carries the step only together with this one; may be given again.",
        autocompletion=claim_ids,
    ),
]
SCHEME = "The argumentation scheme."
RELEVANCE = "How much it bears on its target, above 0 up to 1."
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        "-l",
        metavar="CODE",
        help="The language of texts that name none; by default the debate's first.",
    ),
]
Debate = Annotated[
    str | None, typer.Option(metavar="NAME", help="The debate; needed if there are more.")
]
TextsIn = Annotated[
    Path | None,
    typer.Option(
        "--texts",
        metavar="DIR",
        envvar="BETOOG_TEXTS",
        help="A folder with the sources' texts, as for betoog verify.",
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Write nothing; show what would be written.")
]


def texts(given: list[str] | None, language: str) -> dict[str, str]:
    """Texts by language: that before their =, or else this one.

    Raises:
        AnswerError: the language is none, or there are two texts in one language.
    """
    from graph.text.visible import visible
    from graph.words.language_codes import language_unfit

    if why := language_unfit(language, known=False):
        raise AnswerError(f"--language {visible(language)}: {why}")
    found: dict[str, str] = {}
    for each in given or ():
        match = _LANGUAGE.match(each)
        code, text = (match["language"], match["text"]) if match else (language, each)
        if code in found:
            raise AnswerError(
                f"there are two texts in {code}, “{visible(found[code])[:60]}” and "
                f"“{visible(text)[:60]}”: put a text of more than one word in quotes, and say "
                "of a translation which language it is in, as nl=…"
            )
        found[code] = text
    return found


def today() -> str:
    """The date on which something is seen."""
    return datetime.now(tz=UTC).date().isoformat()


def debate_of(kb: "KnowledgeBase", given: str | None, how: str = " with --debate") -> str:
    """The debate of this name or, when none is given, the only one there is; `how` says in what
    way it is to be named where there are several.

    Raises:
        AnswerError: there is no such debate, or it has to be said which.
    """
    from graph.argument.lookup import find_record

    if given is not None:
        return find_record(kb, "debate", given)
    if not kb.debates:
        raise AnswerError("there is no debate yet: claims/<debate>/debate.yaml begins one")
    if len(kb.debates) != 1:
        raise AnswerError(f"say which debate{how}: " + ", ".join(sorted(kb.debates)))
    return next(iter(kb.debates))


def debate_asked_for(kb: "KnowledgeBase", given: str | None) -> str | None:
    """The debate of this name; None where none is given, for what is drafted to say.

    Raises:
        AnswerError: there is no such debate.
    """
    return None if given is None else debate_of(kb, given)


def draft_link(fields: dict[str, Any]) -> "DraftLink":
    """A step as it was filled in.

    Raises:
        AnswerError: a field has a value that no step can have.
    """
    from graph.drafting.draft import DraftLink
    from graph.drafting.writing import filled_in

    return filled_in(DraftLink, fields)


def finish(kb: "KnowledgeBase", outcome: "Drafted", dry_run: bool, as_json: bool) -> None:
    """Write what a draft came to, unless it has errors, and tell what was done."""
    from graph.drafting.telling.drafted import drafted_answer, drafted_text
    from graph.drafting.writing import write_files

    writing = not dry_run and not outcome.errors
    if writing:
        write_files(kb.tree, outcome.files)
    print_answer(
        as_json,
        lambda: drafted_answer(outcome, writing),
        lambda: drafted_text(kb, outcome, writing),
    )
    if outcome.errors:
        remark("nothing written: put right the errors above")
    else:
        tell_no_longer_granted(kb, outcome.files)
    exit_if(bool(outcome.errors))


def tell_no_longer_granted(kb: "KnowledgeBase", files: "Sequence[DraftFile]") -> None:
    """Say of which claims it is that are granted until they have a reason and get one now: it may
    be a weak one, and they are weaker for it."""
    from graph.drafting.writing import no_longer_granted

    found = no_longer_granted(kb, files)
    for each in found[:_TOLD]:
        remark(
            f"{each} is granted {kb.grounds[each].value:.2f} as long as nobody gives a reason for "
            "it in its own text, and a reason that nobody states is read as given there: with this "
            "one it stands by its reasons alone. Where somebody states the reason, say where: "
            "--source"
        )
    if len(found) > _TOLD:
        remark(f"so it is with {len(found) - _TOLD} more")
