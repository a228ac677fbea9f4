"""The command that begins a knowledge base: init."""

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.program import Json, app, example
from graph.cli.terminal import print_answer


@app.command(
    epilog=example('betoog init buses --title "Should buses be free?"', "betoog init --help")
)
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="An empty folder, or one to be made.")
    ],
    title: Annotated[
        str | None, typer.Option(help="The name of the site; by default that of the folder.")
    ] = None,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="The language of the text it is about.")
    ] = "en",
    as_json: Json = False,
) -> None:
    """Begin a knowledge base about another text, with an example that checks and builds."""
    from graph.drafting.starting import begin, title_of
    from graph.drafting.telling.begun import begun_answer, begun_text

    name = title_of(folder) if title is None else title
    written = begin(folder, name, language, version("betoog"))
    print_answer(
        as_json,
        lambda: begun_answer(folder, name, written),
        lambda: begun_text(folder, name, written),
    )
