"""The command that says that links, translations and fits still hold: confirm."""

from typing import Annotated

import typer

from graph.cli.completing import claims_and_steps
from graph.cli.draft_options import today
from graph.cli.program import Json, app, example, exit_if, knowledge_base
from graph.cli.terminal import print_answer
from graph.errors import AnswerError


@app.command(epilog=example("betoog confirm --all --dry-run"))
def confirm(
    context: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="LINK|CLAIM",
            help="A link, as 'claim -> target', or a claim for its translations and fits.",
            autocompletion=claims_and_steps,
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every link, translation and fit.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing.")] = False,
    as_json: Json = False,
) -> None:
    """Say that links, translations and how passages bear on their claim hold for the words as they
    are now.

    Each gets the mark of the wording it was made for; check names those whose words change
    afterwards. A fit that was of other words gets today's date. Comments and layout stay.
    """
    from graph.drafting.confirmation import confirming
    from graph.drafting.telling.confirmed import confirmed_answer, confirmed_text
    from graph.drafting.writing import write_files

    if not names and not everything:
        raise AnswerError("name a link or a claim, or give --all")
    kb = knowledge_base(context)
    outcome = confirming(kb, names or (), everything, today())
    if not dry_run:
        write_files(kb.tree, outcome.files)
    print_answer(
        as_json,
        lambda: confirmed_answer(outcome, not dry_run),
        lambda: confirmed_text(outcome, not dry_run),
    )
    exit_if(bool(outcome.refused))
