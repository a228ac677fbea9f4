"""The application, and what its commands share: options, remarks and exit statuses."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.place import claim_names, debate_names, find_root, record_names
from graph.errors import AnswerError

if TYPE_CHECKING:
    from graph.base import KnowledgeBase

# What a command needs is imported inside it: help and completion answer at once, without
# loading the libraries that weigh arguments.

app = typer.Typer(
    name="betoog",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def example(*lines: str) -> str:
    """Lay out what ends a command's help: one line for each command to try."""
    # \b keeps the lines below it as they are.
    return "\b\nExample:\n" + "\n".join(f"  $ {line}" for line in lines)


def claim_ids(context: typer.Context, incomplete: str) -> list[str]:
    """List the ids of claims that begin so, for the shell's completion."""
    return names_in(context, lambda root: claim_names(root, incomplete))


def source_ids(context: typer.Context, incomplete: str) -> list[str]:
    """List the ids of sources that begin so."""
    return names_in(context, lambda root: record_names(root, "sources", incomplete))


def speaker_ids(context: typer.Context, incomplete: str) -> list[str]:
    """List the ids of speakers that begin so."""
    return names_in(context, lambda root: record_names(root, "speakers", incomplete))


def debate_ids(context: typer.Context, incomplete: str) -> list[str]:
    """List the ids of debates that begin so."""
    return names_in(context, lambda root: debate_names(root, incomplete))


def theme_ids(context: typer.Context, incomplete: str) -> list[str]:
    """List the names of themes that begin so."""

    def listed(root: Path) -> list[str]:
        from graph.argument.themes import theme_names
        from graph.base import KnowledgeBase

        names = theme_names(KnowledgeBase.load(root)).values()
        return sorted(each for each in names if each.startswith(incomplete))

    return names_in(context, listed)


def any_id(context: typer.Context, incomplete: str) -> list[str]:
    """List the ids of claims, sources and speakers that begin so."""
    found = {
        *claim_ids(context, incomplete),
        *source_ids(context, incomplete),
        *speaker_ids(context, incomplete),
    }
    return sorted(found)


def scheme_ids(incomplete: str) -> list[str]:
    """List the ids of argumentation schemes that begin so."""
    from graph.store import schemes

    return [each for each in schemes() if each.startswith(incomplete)]


def words_of(name: str) -> Callable[[str], list[str]]:
    """A list of the words of one of the records' enumerations that begin so."""

    def listed(incomplete: str) -> list[str]:
        from graph import records

        return [each for each in getattr(records, name) if each.startswith(incomplete)]

    return listed


def names_in(context: typer.Context, named: Callable[[Path], list[str]]) -> list[str]:
    """What a shell is told of the knowledge base that a command line is about; nothing where there
    is none."""
    try:
        return named(find_root(context.find_root().params.get("root")))
    except (AnswerError, OSError):
        return []


Json = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
Numbers = Annotated[bool, typer.Option("--numbers", help="Give the figures beside the words.")]
ClaimId = Annotated[
    str, typer.Argument(metavar="ID", help="A claim's id.", autocompletion=claim_ids)
]
Texts = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        envvar="BETOOG_TEXTS",
        help="A folder with the sources' texts, as SOURCE.txt or SOURCE.LANGUAGE.txt: "
        "the headline first, and a blank line between paragraphs.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Weigh only what had been published by the end of this day, month or year.",
    ),
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="Give at most so many.")]


def known_by(kb: "KnowledgeBase", date: str | None) -> "KnowledgeBase":
    """What had been published by a date, where one is given; otherwise all there is.

    Raises:
        AnswerError: it is no date.
    """
    from graph.argument.as_of import known_on, last_day

    if date is None:
        return kb
    try:
        return known_on(kb, last_day(date))
    except ValueError:
        said = f"{date!r} is no date: give a year, a month or a day, such as 2025-03-31"
        raise AnswerError(said) from None


def the_argument(context: typer.Context) -> "KnowledgeBase":
    """Read the records, for a command that checks nothing: no more than them is read."""
    return knowledge_base(context, beside=False)


def knowledge_base(
    context: typer.Context, warn: bool = True, beside: bool = True
) -> "KnowledgeBase":
    """Read the records of where the command is run, and say when some cannot be read; `beside` as
    for `read_tree`."""
    from graph.base import KnowledgeBase

    kb = KnowledgeBase.load(find_root(context.obj), beside)
    # It stays until the command ends: there is no garbage to be found in it.
    gc.freeze()
    if warn and kb.tree.problems:
        number = len(kb.tree.broken_paths)
        remark(
            f"{number} {'file has' if number == 1 else 'files have'} faults, and what cannot be "
            "read is left out of this answer; betoog check names them"
        )
    return kb


def remark(message: str) -> None:
    """Say something beside the answer, on standard error."""
    typer.echo(f"betoog: {message}", err=True)


def exit_if(findings: bool) -> None:
    """End with status 1 when there are findings."""
    if findings:
        raise typer.Exit(1)
