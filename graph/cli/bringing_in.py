"""The command that brings in many records at once: import."""

import sys
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from graph.cli.draft_options import Debate, TextsIn, tell_no_longer_granted
from graph.cli.program import Json, app, example, exit_if, knowledge_base, remark
from graph.cli.terminal import colourful, print_answer


def _formats(incomplete: str) -> list[str]:
    from graph.exchange.bundles.reading import FORMATS

    return [each for each in FORMATS if each.startswith(incomplete)]


@app.command(
    "import",
    epilog=example("betoog import claims.csv --dry-run", "betoog import - --dry-run"),
)
def import_(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="YAML, JSON lines or CSV; - reads standard input."),
    ],
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="yaml|jsonl|csv",
            help="What it is; by default its name says so, and standard input is YAML.",
            autocompletion=_formats,
        ),
    ] = None,
    debate: Debate = None,
    texts_in: TextsIn = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Also if a claim says the same as another.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; say what would be written.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Bring in many records at once: all of them or, where one has an error, none.

    The file is what betoog export yaml, jsonl or csv writes, or claims of your own in that form.
    Records stand in any order and name each other by their ids or, within the file, by a key. A
    claim without an id gets one of its label or sentence. A passage may be a quotation (quote): it
    is recorded by where its words stand in the text of its source, and by no word more. What is
    there already and the same is passed over.
    """
    from graph.exchange.bundles.bringing_in import brought_in, write_all
    from graph.exchange.bundles.reading import format_of, read_bundle
    from graph.exchange.bundles.telling import brought_answer, brought_text

    piped = file == "-"
    known = format_of(file, form or ("yaml" if piped else None))
    kb = knowledge_base(context)
    bundle = read_bundle("standard input" if piped else file, _bytes(file), known)
    outcome = brought_in(kb, bundle, debate, anyway, texts_in)
    writing = not dry_run and not outcome.errors
    if writing:
        write_all(kb.tree, outcome.files)
    print_answer(
        as_json,
        lambda: brought_answer(outcome, writing),
        lambda: brought_text(kb, outcome, writing, colourful()),
    )
    if outcome.errors:
        remark("nothing written: put right the errors above")
    else:
        tell_no_longer_granted(kb, outcome.files)
    exit_if(bool(outcome.errors))


def _bytes(file: str) -> bytes:
    """The bytes of a file, one more than a bundle may have at most."""
    from graph.records import limits

    def read(stream: BinaryIO) -> bytes:
        return stream.read(limits.BUNDLE + 1)

    if file == "-":
        return read(sys.stdin.buffer)
    with Path(file).open("rb") as stream:
        return read(stream)
