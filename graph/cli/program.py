"""The application, and what its commands share: options, remarks and exit statuses."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph.answers.error import AnswerError
from graph.answers.place import claim_names, find_root

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
    """List the ids that begin so, for the shell's completion."""
    try:
        return claim_names(find_root(context.find_root().params.get("root")), incomplete)
    except (AnswerError, OSError):
        return []


Json = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
ClaimId = Annotated[
    str, typer.Argument(metavar="ID", help="A claim's id.", autocompletion=claim_ids)
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="Give at most so many.")]


def knowledge_base(context: typer.Context, warn: bool = True) -> "KnowledgeBase":
    """Read the records of where the command is run, and say when some cannot be read."""
    from graph.base import KnowledgeBase

    kb = KnowledgeBase.load(find_root(context.obj))
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
