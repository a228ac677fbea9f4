"""Commands that look for faults: check and explain."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.place import find_root, require_apart
from graph.cli.program import Json, app, example, exit_if, knowledge_base
from graph.cli.terminal import colourful, formatted, print_answer, write_document

if TYPE_CHECKING:
    from graph.check import Finding
    from graph.store import Tree


class Format(StrEnum):
    """The forms in which findings are given."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def _codes(incomplete: str) -> list[str]:
    from graph.check import RULES

    return [code for code in RULES if code.startswith(incomplete.upper())]


@app.command(epilog=example("betoog check", "betoog check --since HEAD", "betoog check --json"))
def check(
    context: typer.Context,
    form: Annotated[
        Format, typer.Option("--format", help="How to give the findings.")
    ] = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Leave out what was found in the records at this revision already. At what a "
            "build would stop beside them is told in any case.",
        ),
    ] = None,
    allow_warnings: Annotated[
        bool, typer.Option("--allow-warnings", help="Exit with 1 for errors only.")
    ] = False,
    summary: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Add the findings to this file, in Markdown."),
    ] = None,
) -> None:
    """Find what is wrong in the records, and a way out.

    Errors and warnings are findings and give exit status 1; hints do not.
    """
    from graph.check import (
        Severity,
        github_report,
        json_report,
        markdown_report,
        sarif_report,
        text_report,
    )
    from graph.store.saving import put_after

    if summary is not None:
        require_apart(find_root(context.obj), (summary,))
    tree, found = _found(context, since)
    written = Format.JSON if as_json else form
    match written:
        case Format.JSON:
            report = json_report(found)
        case Format.GITHUB:
            report = github_report(found)
        case Format.SARIF:
            report = sarif_report(found)
        case Format.TEXT:
            report = text_report(found, tree, colour=colourful())
    if written is Format.TEXT:
        sys.stdout.write(report)
    else:
        write_document(report)
    if summary is not None:
        put_after(summary, markdown_report(found).encode("utf-8"))
    grave = {Severity.ERROR} if allow_warnings else {Severity.ERROR, Severity.WARNING}
    exit_if(any(each.severity in grave for each in found))


def _found(context: typer.Context, since: str | None) -> "tuple[Tree, tuple[Finding, ...]]":
    """The records and what is found in them and beside them; with a revision, what is new of it in
    the records since then, and beside them all at which a build would stop."""
    from graph.check import Severity, together
    from graph.check import check as find
    from graph.mkdocs_rules import site_faults
    from graph.pages.proofs.proofreading import with_proofs

    if since is not None:
        from graph.review.folder import RECORDS
        from graph.review.review import review

        change = review(find_root(context.obj), since)
        beside = (
            each
            for each in with_proofs(change.after, change.checked, site_faults)
            if each.severity is not Severity.HINT and not each.path.startswith(RECORDS)
        )
        return change.after.tree, together((*change.findings, *beside))
    kb = knowledge_base(context, warn=False)
    return kb.tree, with_proofs(kb, find(kb), site_faults)


@app.command(epilog=example("betoog explain F101"))
def explain(
    code: Annotated[
        str, typer.Argument(metavar="CODE", help="A rule's code or name.", autocompletion=_codes)
    ],
    as_json: Json = False,
) -> None:
    """Explain a rule: what it demands, why, and a way out."""
    from graph.answers.explain import explain_answer, explain_text, find_rule

    rule = find_rule(code)
    print_answer(as_json, lambda: explain_answer(rule), lambda: explain_text(rule, formatted()))
