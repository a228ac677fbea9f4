"""What a shell is told may follow where a step can stand, whose name has spaces and an arrow."""

import os
import re
from pathlib import Path

import typer

from graph.cli.program import claim_ids, names_in


def words_so_far() -> list[str]:
    """The words of the command line that is being completed, as far as spaces part them. What is
    parsed of it is not known where an option still lacks its value."""
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or ""
    return line.split()


def steps(context: typer.Context, incomplete: str) -> list[str]:
    """List the names of steps that begin so."""

    def listed(root: Path) -> list[str]:
        from graph.base import KnowledgeBase

        links = KnowledgeBase.load(root).links
        return [_written(each) for each in links if each.startswith(incomplete)]

    return names_in(context, listed)


def claims_and_steps(context: typer.Context, incomplete: str) -> list[str]:
    """List the ids of claims and the names of steps that begin so."""
    return [*claim_ids(context, incomplete), *steps(context, incomplete)]


def targets(context: typer.Context, incomplete: str) -> list[str]:
    """List what the link of a command line can bear on: steps where it undercuts, else claims."""
    return (steps if "undercuts" in words_so_far() else claim_ids)(context, incomplete)


def _written(name: str) -> str:
    """A name as the shell needs it: bash puts in what it is given as it is, unless the word has
    an opening quote already; other shells quote by themselves."""
    line = os.environ.get("COMP_WORDS", "")
    bash = "bash" in os.environ.get("_BETOOG_COMPLETE", "")
    if not bash or any(line.count(each) % 2 for each in "'\""):
        return name
    return re.sub(r"([^a-z0-9-])", r"\\\1", name)
