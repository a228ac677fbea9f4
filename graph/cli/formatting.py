"""Commands that keep files in one form: fmt and schema."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.place import find_root
from graph.cli.program import Json, app, example, exit_if
from graph.cli.terminal import print_answer


@app.command(epilog=example("betoog fmt", "betoog fmt --check", "betoog fmt --fix --check"))
def fmt(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Records or folders; all records when absent."),
    ] = None,
    check_only: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail where something would change.")
    ] = False,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Also put right the findings that leave only one way out."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Lay out records in the one canonical way, comments kept.

    Only the order of fields, line breaks, quotes and white space change, and with --fix what
    betoog check finds and a machine can put right. Files with faults are left alone.
    """
    from rich.console import Group

    from graph.drafting.fixing import fixing, fixing_answer, fixing_text
    from graph.drafting.formatting import (
        formatting,
        formatting_answer,
        formatting_text,
        record_paths,
        write_formatting,
    )
    from graph.store import read_tree

    root = find_root(context.obj)
    tree = read_tree(root)
    fixed = fixing(tree, record_paths(tree, files)) if fix else None
    outcome = formatting(tree if fixed is None else fixed.tree, files or ())
    if fixed is not None:
        outcome = replace(outcome, changed={**fixed.changed, **outcome.changed})
    if not check_only:
        write_formatting(root, outcome)
    answer = formatting_answer(outcome)
    texts = [formatting_text(outcome, not check_only)]
    if fixed is not None:
        answer["fixed"] = fixing_answer(fixed)
        texts.insert(0, fixing_text(fixed, not check_only))
    print_answer(as_json, lambda: answer, lambda: Group(*texts))
    exit_if(bool(outcome.unreadable or (check_only and outcome.changed)))


@app.command(epilog=example("betoog schema", "betoog schema --check"))
def schema(
    context: typer.Context,
    check_only: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail where a file is out of date.")
    ] = False,
) -> None:
    """Write the JSON Schema of every kind of record, for editors, into claims/.schema."""
    from graph.store.json_schema import schema_files

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
