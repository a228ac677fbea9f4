"""The command for editors: lsp."""

import typer

from graph.cli.place import find_root
from graph.cli.program import app, example


@app.command(epilog=example("betoog lsp"))
def lsp(context: typer.Context) -> None:
    """Serve an editor, over standard input and output (Language Server Protocol).

    Findings as you type and ways out of them, completion of ids by words, what a claim says and
    a field means, where a claim is used, layout, and renaming. Editors start this by themselves.
    """
    from graph.editor import serve

    # Without --root it is the folder that the editor has open, wherever it was started.
    serve(None if context.obj is None else find_root(context.obj))
