"""Commands that keep files in one form: fmt and schema."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.place import find_root, require_apart
from graph.cli.program import Json, app, example, exit_if, knowledge_base
from graph.cli.terminal import print_answer
from graph.errors import AnswerError


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

    from graph.drafting.fixing import fixing
    from graph.drafting.formatting import formatting, record_paths, with_fixes, write_formatting
    from graph.drafting.telling.fixed import fixed_text
    from graph.drafting.telling.laid_out import laid_out_answer, laid_out_text
    from graph.store import read_tree

    root = find_root(context.obj)
    tree = read_tree(root)
    fixed = fixing(tree, record_paths(tree, files)) if fix else None
    outcome = formatting(tree if fixed is None else fixed.tree, files or ())
    if fixed is not None:
        outcome = with_fixes(outcome, tree, fixed.changed)
    if not check_only:
        write_formatting(tree, outcome)
    texts = [laid_out_text(outcome, not check_only)]
    if fixed is not None:
        texts.insert(0, fixed_text(fixed, not check_only))
    print_answer(as_json, lambda: laid_out_answer(outcome, fixed), lambda: Group(*texts))
    exit_if(bool(outcome.unreadable or (check_only and outcome.changed)))


@app.command(
    epilog=example("betoog schema", "betoog schema --check", "betoog schema --answers /tmp/schemas")
)
def schema(
    context: typer.Context,
    check_only: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail where a file is out of date.")
    ] = False,
    answers: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Those of the answers in JSON instead, into this folder."),
    ] = None,
) -> None:
    """Write the JSON Schema of every kind of record, for editors, into claims/.schema.

    And the forms for issues anew, where they are there as they were made: they ask for texts in the
    languages of the debates.

    With --answers, the schema of what each command answers with --json, for programs. The $id of
    a schema ends in its version.
    """
    from graph.store.saving import put, put_below

    if answers is None:
        from graph.drafting.issue_template import kept_up_to_date
        from graph.store.json_schema import schema_files

        kb = knowledge_base(context, warn=False)
        folder, files = kb.tree.root, {**schema_files(), **kept_up_to_date(kb)}
    else:
        from graph.exchange.answer_schemas import answer_schema_files

        folder, files = answers, answer_schema_files()
        root = None
        with suppress(AnswerError):
            # Whoever writes a program needs no records for them.
            root = find_root(context.obj)
        if root is not None:
            require_apart(root, [answers / path for path in files])
    stale = {
        path: text
        for path, text in files.items()
        if not (folder / path).is_file() or (folder / path).read_text("utf-8", "replace") != text
    }
    if not check_only and answers is None:
        put_below(folder, stale.items())
    elif not check_only:
        put((folder / path, text.encode("utf-8")) for path, text in stale.items())
    for path in stale:
        typer.echo(
            f"{path} {'is out of date: betoog schema writes it' if check_only else 'written'}"
        )
    if not stale:
        typer.echo("The schemas are up to date.")
    exit_if(check_only and bool(stale))
