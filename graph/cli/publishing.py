"""Commands that make the site: build and serve."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.place import find_root
from graph.cli.program import app, example, exit_if, knowledge_base, remark
from graph.cli.terminal import colourful, messages
from graph.errors import AnswerError


@app.command(epilog=example("betoog build", "betoog build --site-dir /tmp/site --strict"))
def build(
    context: typer.Context,
    site_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Where to put the site. site_dir of mkdocs.yml if absent, or else _site.",
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at warnings about the records, too.")
    ] = False,
    executor: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Who makes the pages: serial, threads, processes or dask:ADDRESS. "
            "If absent, processes for all but small sites.",
        ),
    ] = "",
    anew: Annotated[
        bool,
        typer.Option("--anew", help="Make every page, also those that would stay as they are."),
    ] = False,
) -> None:
    """Check the records and build the site."""
    from graph.argument.phrases import count
    from graph.check import Severity, counts, text_report
    from graph.check import check as find
    from graph.cli.building import build_site
    from graph.cli.progress import progress
    from graph.mkdocs_rules import site_faults
    from graph.pages.checked import told
    from graph.pages.proofs.proofreading import with_proofs
    from graph.store.collecting import let_go
    from graph.store.site_configuration import site_folder
    from graph.words.chosen_languages import site_interface

    if executor:
        from graph.pages.crew_names import misnamed

        if (why := misnamed(executor)) is not None:
            raise AnswerError(why)
    kb = knowledge_base(context, warn=False)
    found = with_proofs(kb, find(kb), site_faults)
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(each.severity in stopping for each in found):
        sys.stdout.write(text_report(found, kb.tree, colour=colourful()))
        remark("nothing is built until that is put right")
        raise typer.Exit(1)
    if warnings := counts(found)[Severity.WARNING]:
        remark(f"the records have {count(warnings, 'warning')}, which betoog check shows")
    for note in site_interface(kb.tree.root, kb.languages).notes:
        remark(note)
    root, checked = kb.tree.root, told(kb.tree)
    target = site_folder(root) if site_dir is None else site_dir
    # The process that builds reads them itself, and both would be in memory.
    del kb, found
    let_go()
    with progress(messages(), "Building the site"):
        done, said = build_site(root, target, executor, anew, checked)
    if said:
        typer.echo(said, err=True)
    exit_if(not done)
    typer.echo(f"The site is in {target}: begin with {target / 'index.html'}, or run betoog serve.")


@app.command(epilog=example("betoog serve", "betoog serve --address 127.0.0.1:8080"))
def serve(
    context: typer.Context,
    address: Annotated[
        str, typer.Option(metavar="HOST:PORT", help="Where to serve it.")
    ] = "127.0.0.1:8000",
) -> None:
    """Serve the site as it is while you write.

    A page is made when it is asked for, and changes in the browser when what it is made of does.
    Search is made ready in the background once somebody searches, and finds what was there then
    until it is made anew. A site for which mkdocs.yml names other plugins is served by MkDocs.
    """
    from graph.cli.building import serve_site

    if serve_site(find_root(context.obj), address):
        raise AnswerError("the site could not be served")
