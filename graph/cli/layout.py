"""Commands that keep files in one form: fmt and schema."""

from pathlib import Path
from typing import Annotated

import typer

from graph.answers.place import find_root
from graph.answers.terminal import print_answer
from graph.cli.program import Json, app, example, exit_if


@app.command(epilog=example("betoog fmt", "betoog fmt --check"))
def fmt(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Records or folders; all records when absent."),
    ] = None,
    check_only: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail where something would change.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Lay out records in the one canonical way, comments kept.

    Only the order of fields, line breaks, quotes and white space change. Files with faults
    are left alone.
    """
    from graph.answers.formatting import (
        formatting,
        formatting_answer,
        formatting_text,
        write_formatting,
    )
    from graph.store import read_tree

    root = find_root(context.obj)
    outcome = formatting(read_tree(root), files or ())
    if not check_only:
        write_formatting(root, outcome)
    print_answer(
        as_json,
        lambda: formatting_answer(outcome),
        lambda: formatting_text(outcome, not check_only),
    )
    exit_if(bool(outcome.unreadable or (check_only and outcome.changed)))


@app.command(epilog=example("betoog schema", "betoog schema --check"))
def schema(
    context: typer.Context,
    check_only: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail where a file is out of date.")
    ] = False,
) -> None:
    """Write the JSON Schema of every kind of record, for editors, into claims/.schema."""
    from graph.exchange.json_schema import schema_files

    root = find_root(context.obj)
    stale = {
        path: text
        for path, text in schema_files().items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        typer.echo(
            f"{path} {'is out of date: betoog schema writes it' if check_only else 'written'}"
        )
        if not check_only:
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", newline="\n")
    if not stale:
        typer.echo("The schemas are up to date.")
    exit_if(check_only and bool(stale))
