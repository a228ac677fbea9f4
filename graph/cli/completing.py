"""What a shell is told may follow where a step can stand, whose name has spaces and an arrow."""

import os
import re
from pathlib import Path

import typer

from graph.cli.place import claim_names, find_root
from graph.errors import AnswerError


def words_so_far() -> list[str]:
    """The words of the command line that is being completed, as far as spaces part them. What is
    parsed of it is not known where an option still lacks its value."""
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or ""
    return line.split()


def steps(context: typer.Context, incomplete: str) -> list[str]:
    """List the names of steps that begin so."""
    return [_written(each) for each in _named(context, incomplete, claims=False)]


def claims_and_steps(context: typer.Context, incomplete: str) -> list[str]:
    """List the ids of claims and the names of steps that begin so."""
    return [_written(each) for each in _named(context, incomplete, claims=True)]


def targets(context: typer.Context, incomplete: str) -> list[str]:
    """List what the link of a command line can bear on: steps where it undercuts, else claims."""
    if "undercuts" in words_so_far():
        return steps(context, incomplete)
    root = _root(context)
    return [] if root is None else claim_names(root, incomplete)


def _root(context: typer.Context) -> Path | None:
    try:
        return find_root(context.find_root().params.get("root"))
    except AnswerError:
        return None


def _named(context: typer.Context, incomplete: str, *, claims: bool) -> list[str]:
    from graph.base import KnowledgeBase

    root = _root(context)
    if root is None:
        return []
    kb = KnowledgeBase.load(root)
    known = [*(kb.claims if claims else ()), *kb.links]
    return [each for each in known if each.startswith(incomplete)]


def _written(name: str) -> str:
    """A name as the shell needs it: bash puts in what it is given as it is, unless the word has
    an opening quote already; other shells quote by themselves."""
    line = os.environ.get("COMP_WORDS", "")
    bash = "bash" in os.environ.get("_BETOOG_COMPLETE", "")
    if not bash or any(line.count(each) % 2 for each in "'\""):
        return name
    return re.sub(r"([^a-z0-9-])", r"\\\1", name)
