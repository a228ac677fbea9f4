"""The command that makes a record of an issue: from-issue."""

from typing import Annotated

import typer

from graph.cli.draft_options import Debate, DryRun, debate_asked_for, finish, today
from graph.cli.program import Json, app, example, knowledge_base
from graph.cli.terminal import print_answer


@app.command("from-issue", epilog=example("betoog from-issue --help"))
def from_issue(
    context: typer.Context,
    file: Annotated[
        typer.FileText,
        typer.Argument(
            metavar="FILE",
            help="The issue's body or the event with it; - reads standard input.",
            encoding="utf-8-sig",
            errors="replace",
        ),
    ],
    branch: Annotated[
        bool, typer.Option("--branch", help="Commit on a new branch; leave the files here alone.")
    ] = False,
    debate: Debate = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Make a record of an issue form, or list in Markdown what is missing.

    The issue is taken for untrusted text. Exit status 1 when something is missing.
    """
    from rich.text import Text

    from graph.drafting.from_issue import commit_on_branch
    from graph.drafting.from_issue import from_issue as made
    from graph.drafting.issue_form import EVENT
    from graph.drafting.telling.proposed import branch_answer, missing_answer, missing_markdown

    kb = knowledge_base(context)
    outcome = made(kb, file.read(EVENT + 1), debate_asked_for(kb, debate), today())
    if outcome.drafted is None:
        print_answer(
            as_json,
            lambda: missing_answer(outcome.missing, outcome.words),
            lambda: Text(missing_markdown(outcome.missing, outcome.words).rstrip()),
        )
        raise typer.Exit(1)
    if branch and not dry_run:
        claim = outcome.drafted.claim
        name = commit_on_branch(kb.tree.root, claim, outcome.drafted.files)
        print_answer(
            as_json,
            lambda: branch_answer(claim, name),
            lambda: f"Committed on the branch {name}.",
        )
        return
    finish(kb, outcome.drafted, dry_run, as_json)
