"""The commands that begin a knowledge base, and show what it can replace: init, original."""

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.program import Json, app, example
from graph.cli.terminal import print_answer, write_document


@app.command(
    epilog=example(
        'betoog init buses --title "Should buses be free?"', "betoog init bus --language nl --empty"
    )
)
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="An empty folder, or one to be made.")
    ],
    title: Annotated[
        str | None, typer.Option(help="The name of the site; by default that of the folder.")
    ] = None,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="The language of its texts and pages.")
    ] = "en",
    empty: Annotated[bool, typer.Option("--empty", help="Begin without an example.")] = False,
    no_git: Annotated[
        bool,
        typer.Option(
            "--no-git", help="Leave git alone: else a repository is made where there is none."
        ),
    ] = False,
    as_json: Json = False,
) -> None:
    """Begin a knowledge base about another text, with an example that checks and builds."""
    from importlib.metadata import distribution

    from graph.drafting.origin import origin
    from graph.drafting.starting import begin, title_of
    from graph.drafting.telling.begun import begun_answer, begun_text

    name = title_of(folder) if title is None else title
    installed = distribution("betoog")
    begun = begin(
        folder,
        name,
        language,
        installed.version,
        origin(installed.read_text("direct_url.json"), installed.version),
        empty=empty,
        git=not no_git,
    )
    print_answer(
        as_json,
        lambda: begun_answer(folder, name, begun),
        lambda: begun_text(folder, name, begun),
    )


@app.command(epilog=example("betoog original", "betoog original templates/home.html"))
def original(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]", help="As templates/home.html or languages/en.yaml; none: all names."
        ),
    ] = None,
) -> None:
    """Show a file that comes with betoog and that one of your own can replace."""
    from graph.pages.originals import original_text, originals

    if name is None:
        typer.echo("\n".join(originals()))
    else:
        write_document(original_text(name))
