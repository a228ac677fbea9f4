"""The command line: `betoog [--root DIR] COMMAND`.

Exit status 0: fine; 1: there are findings; 2: what was asked could not be done.
"""

import errno
import gc
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.commands import program_for
from graph.cli.place import GONE, is_gone
from graph.cli.program import app, example, remark
from graph.errors import BetoogError
from graph.text.visible import LONGEST_SHOWN, shown, visible

LONGEST = 20_000
"""The characters of one word of a command line: of an annotation or a quotation, the longest that
there are."""

_LOOP = "Symlink loop from "
"""What Python before 3.13 says of a path that leads round in a circle, where the system would."""


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"betoog {version('betoog')}")
        raise typer.Exit


@app.callback(invoke_without_command=True, epilog=example("betoog check", "betoog show --help"))
def betoog(
    context: typer.Context,
    root: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="The folder that contains claims/; by default the nearest one upward.",
        ),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version."),
    ] = False,
) -> None:
    """Check, weigh, trace and publish an argument that is kept as claims and links.

    Exit status 0: fine; 1: there are findings; 2: what was asked could not be done.
    """
    context.obj = root
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; never raises for what a person can cause.

    What could not be done is said on standard error and, where the answer was to be in JSON, as
    `{"error": …}` in its place.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Who closes one of them does not want to hear what would be said there.
            setattr(sys, name, StringIO())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    _start_quickly()
    words = sys.argv[1:] if arguments is None else list(arguments)
    long = next((each for each in words if len(each) > LONGEST), None)
    if long is not None:
        return _refused(words, f"{long} is too long for a command: {LONGEST:,} are the most")
    try:
        outcome = program_for(words)(words, prog_name="betoog", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        asked = "betoog" if context is None else context.command_path
        return _refused(words, f"{error.format_message()} ({asked} --help tells more)")
    except (typer.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        # Who reads the answer has seen enough; Python would complain when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if _interrupted(error):
            return 130
        if os.environ.get("BETOOG_TRACEBACK"):
            raise
        return _refused(words, _in_words(error))
    return outcome if isinstance(outcome, int) else 0


def _interrupted(error: BaseException | None) -> bool:
    """Whether an interruption is behind an error: Python has another stand for it where it comes
    while a class is made."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__
    return error is not None


def _start_quickly() -> None:
    """Leave out what costs a command more, while its modules are read, than what it does itself."""
    # The modules stay: to look through them for garbage each time that there are more finds none.
    gc.set_threshold(100_000, 50, 100)
    # To find out that nobody has extended Pydantic takes reading what says so of every package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _refused(words: Sequence[str], message: str) -> int:
    for given in words:
        # Of an option that is joined to its value the message has the latter.
        for each in (given, given.partition("=")[2]):
            if len(each) > LONGEST_SHOWN:
                for said in (each, visible(each), repr(each)[1:-1]):
                    message = message.replace(said, shown(each))
    if "--json" in words:
        # Where it cannot be written, as on a full disk, the other is still told.
        with suppress(OSError):
            sys.stdout.write(json.dumps({"error": message}) + "\n")
            sys.stdout.flush()
    with suppress(OSError):
        remark(message)
    return 2


def _in_words(error: Exception) -> str:
    if isinstance(error, BetoogError):
        return str(error)
    if isinstance(error, RuntimeError) and str(error).startswith(_LOOP):
        place = str(error).removeprefix(_LOOP).strip("'")
        return f"{visible(place)}: {os.strerror(errno.ELOOP)}"
    if isinstance(error, OSError):
        if error.filename is None and isinstance(error, FileNotFoundError) and is_gone():
            return GONE
        # What has no name is what was begun with: the answer, as on a full disk.
        return f"{visible(str(error.filename or 'the output'))}: {error.strerror or error}"
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    return f"a mistake in this program: {what} (BETOOG_TRACEBACK=1 shows where)"
