"""The command that writes the knowledge base in another format: export."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.place import require_apart
from graph.cli.program import app, example, knowledge_base
from graph.cli.terminal import write_document
from graph.errors import AnswerError

if TYPE_CHECKING:
    from graph.exchange.format import ExportedFile


def _names(incomplete: str) -> list[str]:
    from graph.exchange.formats import FORMATS

    return [each.name for each in FORMATS if each.name.startswith(incomplete)]


@app.command(epilog=example("betoog export", "betoog export bibtex", "betoog export csl-json"))
def export(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="FORMAT",
            help="A format's name; without one, those that there are.",
            autocompletion=_names,
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into", metavar="FILE|DIR", help="Where to write it; standard output when absent."
        ),
    ] = None,
) -> None:
    """Write the knowledge base, or its sources, in a format of other programs.

    These are the files that the downloads page of the site offers. A format of several files
    needs a folder to write them into, which is made where there is none.
    """
    from graph.argument.lookup import unknown
    from graph.argument.phrases import LANGUAGE
    from graph.exchange.formats import FORMATS
    from graph.store.saving import put
    from graph.words.chosen_languages import site_interface
    from graph.words.language import language

    by_name = {each.name: each for each in FORMATS}
    if name is None:
        wide = max(map(len, by_name))
        for each in FORMATS:
            typer.echo(f"{each.name:{wide}}  {language(LANGUAGE).t(f'format.{each.name}.text')}")
        return
    if name not in by_name:
        raise unknown("format", name, by_name)
    form = by_name[name]
    if into is None and not form.is_one_file:
        raise AnswerError(f"{name} is several files: name a folder for them with --into DIR")
    kb = knowledge_base(context)
    codes = site_interface(kb.tree.root, kb.languages).codes
    files = tuple(form.files(kb, codes))
    if into is None:
        write_document("".join(each.text() for each in files))
        return
    placed = _placed(files, into, form.is_one_file and not into.is_dir())
    require_apart(kb.tree.root, (target for target, _ in placed))
    put((target, file.text().encode("utf-8")) for target, file in placed)
    for target, _ in placed:
        typer.echo(target)


def _placed(
    files: "tuple[ExportedFile, ...]", into: Path, as_file: bool
) -> "list[tuple[Path, ExportedFile]]":
    """Where each file comes: at `into` itself or, where that is a folder, in it by its name."""
    return [(into if as_file else into / Path(file.path).name, file) for file in files]
