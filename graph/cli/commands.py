"""Which module a command is in: to answer one, no others are read."""

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from functools import cache
from importlib import import_module

import typer
from typer.main import get_command

from graph.cli.program import app

HOMES = {
    "check": "checking",
    "explain": "checking",
    "standing": "weighing",
    "reject": "weighing",
    "lines": "weighing",
    "walk": "weighing",
    "positions": "weighing",
    "cruxes": "weighing",
    "trace": "reading",
    "show": "reading",
    "find": "reading",
    "list": "listing",
    "diff": "reviewing",
    "new": "new",
    "link": "link",
    "rename": "moving",
    "remove": "moving",
    "import": "bringing_in",
    "from-issue": "from_issue",
    "confirm": "confirming",
    "locate": "verifying",
    "verify": "verifying",
    "reach": "verifying",
    "fmt": "formatting",
    "schema": "formatting",
    "lsp": "editing",
    "export": "exporting",
    "build": "publishing",
    "serve": "publishing",
    "init": "starting",
    "original": "starting",
    "host": "host",
}
"""The modules of this package by the commands that are in them, in the order in which help lists
these."""


def program_for(words: Sequence[str]) -> Callable[..., object]:
    """What reads these words of a command line: it knows the command that they name, or all where
    it is not plain that they name one."""
    named = _named(words)
    return _program(named if named in HOMES else None)


def all_commands() -> typer.Typer:
    """The application with all its commands."""
    return _with(HOMES)


def _named(words: Sequence[str]) -> str | None:
    """The first word that is no option; None where an option comes before it that is not `--root`
    with its folder."""
    ahead = iter(words)
    for word in ahead:
        if word == "--root":
            next(ahead, None)
        elif not word.startswith("--root="):
            return word
    return None


@cache
def _program(command: str | None) -> Callable[..., object]:
    return get_command(all_commands() if command is None else _with((command,)))


def _with(names: Iterable[str]) -> typer.Typer:
    """The application with the commands of these names."""
    for name in names:
        import_module(f"graph.cli.{HOMES[name]}")
    commands = {_name(each): each for each in app.registered_commands}
    groups = {each.name: each for each in app.registered_groups}
    some = copy(app)
    some.registered_commands = [commands[each] for each in names if each in commands]
    some.registered_groups = [groups[each] for each in names if each in groups]
    return some


def _name(command: typer.models.CommandInfo) -> str:
    return command.name or str(getattr(command.callback, "__name__", ""))
