"""The command line: `betoog [--root DIR] COMMAND`.

Exit status 0: fine; 1: there are findings; 2: what was asked could not be done.
"""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.answers.error import AnswerError
from graph.answers.place import claim_names, find_root
from graph.answers.terminal import colourful, formatted, messages, print_answer

if TYPE_CHECKING:
    from graph.base import KnowledgeBase

# What a command needs is imported inside it: help and completion answer at once, without
# loading the libraries that weigh arguments.


class Format(StrEnum):
    """The forms in which findings are given."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


app = typer.Typer(
    name="betoog",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _example(*lines: str) -> str:
    # \b keeps the lines below it as they are.
    return "\b\nExample:\n" + "\n".join(f"  $ {line}" for line in lines)


def _claims(context: typer.Context, incomplete: str) -> list[str]:
    try:
        return claim_names(find_root(context.find_root().params.get("root")), incomplete)
    except (AnswerError, OSError):
        return []


def _codes(incomplete: str) -> list[str]:
    from graph.check import RULES

    return [code for code in RULES if code.startswith(incomplete.upper())]


Json = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
ClaimId = Annotated[str, typer.Argument(metavar="ID", help="A claim's id.", autocompletion=_claims)]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="Give at most so many.")]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"betoog {version('betoog')}")
        raise typer.Exit


@app.callback(invoke_without_command=True, epilog=_example("betoog check", "betoog show --help"))
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


@app.command(epilog=_example("betoog check", "betoog check --format github"))
def check(
    context: typer.Context,
    form: Annotated[
        Format, typer.Option("--format", help="How to give the findings.")
    ] = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Find what is wrong in the records, and a way out.

    Errors and warnings are findings and give exit status 1; hints do not.
    """
    from graph.check import Severity, github_report, json_report, sarif_report, text_report
    from graph.check import check as find

    kb = _knowledge_base(context, warn=False)
    found = find(kb)
    match Format.JSON if as_json else form:
        case Format.JSON:
            report = json_report(found)
        case Format.GITHUB:
            report = github_report(found)
        case Format.SARIF:
            report = sarif_report(found)
        case Format.TEXT:
            report = text_report(found, kb.tree, colour=colourful())
    sys.stdout.write(report)
    _exit_if(any(each.severity is not Severity.HINT for each in found))


@app.command(epilog=_example("betoog explain F101"))
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


@app.command(epilog=_example("betoog standing", "betoog standing --json"))
def standing(context: typer.Context, as_json: Json = False) -> None:
    """Say how every claim stands, given these arguments."""
    from graph.answers.standing import standing_answer, standing_text

    kb = _knowledge_base(context)
    print_answer(as_json, lambda: standing_answer(kb), lambda: standing_text(kb))


@app.command(
    epilog=_example(
        "betoog reject entry-barriers-lower-than-thought",
        "betoog reject single-winner-thesis --accept cost-savings-passed-on",
    )
)
def reject(
    context: typer.Context,
    claims: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Claims to reject together.", autocompletion=_claims),
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept",
            metavar="ID",
            help="A claim to accept; may be given again.",
            autocompletion=_claims,
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Say what changes when claims are rejected, and others perhaps accepted.

    A rejected claim gets the strength 0 and an accepted one 1, whatever is said about it.
    """
    from graph.answers.lookup import find_claim
    from graph.answers.reject import reject_answer, reject_text, rejection

    kb = _knowledge_base(context)
    rejected = list(dict.fromkeys(find_claim(kb, each) for each in claims or ()))
    accepted = list(dict.fromkeys(find_claim(kb, each) for each in accept or ()))
    changes = rejection(kb, rejected, accepted)
    print_answer(
        as_json,
        lambda: reject_answer(rejected, changes, accepted),
        lambda: reject_text(rejected, changes, accepted),
    )


@app.command(epilog=_example("betoog cruxes europe-economy-may-benefit --limit 10"))
def cruxes(
    context: typer.Context,
    thesis: Annotated[
        str | None,
        typer.Argument(
            metavar="THESIS", help="A claim's id; all theses when absent.", autocompletion=_claims
        ),
    ] = None,
    limit: Limit = None,
    as_json: Json = False,
) -> None:
    """Rank the claims on which a thesis turns.

    Each is rejected in turn, and the argument weighed again. Claims whose rejection changes
    the standing of the thesis come first.
    """
    from graph.answers.cruxes import all_cruxes_answer, all_cruxes_text, cruxes_answer
    from graph.answers.lookup import find_claim
    from graph.answers.progress import progress
    from graph.semantics import cruxes as rank

    kb = _knowledge_base(context)
    theses = kb.theses if thesis is None else (find_claim(kb, thesis),)
    if not theses:
        raise AnswerError("no debate has a thesis that exists: name a claim")
    found = {}
    several = len(theses) if len(theses) > 1 else None
    with progress(messages(), "Rejecting each claim in turn", several) as advance:
        for each in theses:
            found[each] = rank(kb.framework, kb.assessment, each, limit)
            advance()
    print_answer(
        as_json,
        lambda: all_cruxes_answer(found) if thesis is None else cruxes_answer(found[theses[0]]),
        lambda: all_cruxes_text(kb, found),
    )


@app.command(epilog=_example("betoog trace deepseek-is-open-source --limit 3"))
def trace(
    context: typer.Context,
    start: Annotated[
        str,
        typer.Argument(metavar="FROM", help="The claim to start from.", autocompletion=_claims),
    ],
    end: Annotated[
        str | None,
        typer.Argument(
            metavar="TO", help="The claim to reach; any thesis when absent.", autocompletion=_claims
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Give at most so many.")] = 50,
    as_json: Json = False,
) -> None:
    """Show the routes by which a claim bears on another.

    Shortest first. They read from the conclusion down: because, but or unless, with the
    warrant of each step.
    """
    from graph.answers.lookup import find_claim
    from graph.answers.trace import trace_answer, trace_text, traced

    kb = _knowledge_base(context)
    first = find_claim(kb, start)
    last = None if end is None else find_claim(kb, end)
    found = traced(kb, first, last, limit)
    print_answer(as_json, lambda: trace_answer(found), lambda: trace_text(kb, first, last, found))


@app.command(epilog=_example("betoog show single-winner-thesis"))
def show(context: typer.Context, claim: ClaimId, as_json: Json = False) -> None:
    """Show one claim with everything that bears on it."""
    from graph.answers.lookup import find_claim
    from graph.answers.show import show_answer, show_text

    kb = _knowledge_base(context)
    found = find_claim(kb, claim)
    print_answer(as_json, lambda: show_answer(kb, found), lambda: show_text(kb, found))


@app.command(epilog=_example("betoog find export controls", "betoog find drempel"))
def find(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words to look for.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="Give at most so many.")] = 20,
    as_json: Json = False,
) -> None:
    """Find claims by their words, in any language.

    All words must occur, or begin a word that does. Without such a claim, the nearest ones
    are given.
    """
    from graph.answers.find import find_answer, find_text, found_claims

    kb = _knowledge_base(context)
    found = found_claims(kb, " ".join(words), limit)
    print_answer(as_json, lambda: find_answer(kb, found), lambda: find_text(kb, found))
    _exit_if(not found.claims)


@app.command(epilog=_example("betoog verify --texts ../texts", "betoog verify --download --update"))
def verify(
    context: typer.Context,
    texts: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            envvar="BETOOG_TEXTS",
            help="A folder with the sources' texts, as SOURCE.txt or SOURCE.LANGUAGE.txt.",
        ),
    ] = None,
    download: Annotated[
        bool, typer.Option("--download", help="Download the texts that are not in the folder.")
    ] = False,
    update: Annotated[
        bool, typer.Option("--update", help="Write missing fingerprints into the records.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail where a source has no text, too.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Prove that every passage is in its source.

    It is found by its paragraph and its first and last words, and its text compared with the
    fingerprint in the record.
    """
    from graph.answers.fingerprint_writing import write_fingerprints
    from graph.answers.progress import progress
    from graph.answers.source_texts import source_texts
    from graph.answers.verify import (
        cited_sources,
        failures,
        paragraph_verdicts,
        verdicts,
        verify_answer,
        verify_text,
    )

    kb = _knowledge_base(context)
    if texts is None and not download and not kb.texts:
        raise AnswerError("say where the sources' texts are: --texts DIR, or --download")
    sources = cited_sources(kb)
    with progress(messages(), "Reading the sources", len(sources) or None) as advance:
        found_texts, reasons = source_texts(sources, kb.sources, texts, download, advance, kb.texts)
    found = verdicts(kb, found_texts, reasons)
    paragraphs = paragraph_verdicts(kb, found_texts, reasons)
    updated: tuple[str, ...] = ()
    if update:
        outcome = write_fingerprints(kb, found)
        found, updated = outcome.found, outcome.updated
        for refusal in outcome.refused:
            _remark(f"nothing written: {refusal}")
    print_answer(
        as_json,
        lambda: verify_answer(found, updated, paragraphs),
        lambda: verify_text(found, updated, paragraphs),
    )
    _exit_if(failures((*found, *paragraphs), strict) > 0)


@app.command(epilog=_example("betoog fmt", "betoog fmt --check"))
def fmt(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Records or folders; all records when absent."),
    ] = None,
    check_only: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail where something would change.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Lay out records in the one canonical way, comments kept.

    Only the order of fields, line breaks, quotes and white space change. Files with faults
    are left alone.
    """
    from graph.answers.formatting import (
        formatting,
        formatting_answer,
        formatting_text,
        write_formatting,
    )
    from graph.store import read_tree

    root = find_root(context.obj)
    outcome = formatting(read_tree(root), files or ())
    if not check_only:
        write_formatting(root, outcome)
    print_answer(
        as_json,
        lambda: formatting_answer(outcome),
        lambda: formatting_text(outcome, not check_only),
    )
    _exit_if(bool(outcome.unreadable or (check_only and outcome.changed)))


@app.command(epilog=_example("betoog schema", "betoog schema --check"))
def schema(
    context: typer.Context,
    check_only: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail where a file is out of date.")
    ] = False,
) -> None:
    """Write the JSON Schema of every kind of record, for editors, into claims/.schema."""
    from graph.exchange.json_schema import schema_files

    root = find_root(context.obj)
    stale = {
        path: text
        for path, text in schema_files().items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        typer.echo(
            f"{path} {'is out of date: betoog schema writes it' if check_only else 'written'}"
        )
        if not check_only:
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", newline="\n")
    if not stale:
        typer.echo("The schemas are up to date.")
    _exit_if(check_only and bool(stale))


@app.command(epilog=_example("betoog build", "betoog build --site-dir /tmp/site --strict"))
def build(
    context: typer.Context,
    site_dir: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where to put the site; _site beside claims/ if absent."),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at warnings about the records, too.")
    ] = False,
) -> None:
    """Check the records and build the site."""
    from graph.answers.progress import progress
    from graph.answers.site import build_site
    from graph.answers.wording import count
    from graph.check import Severity, counts, text_report
    from graph.check import check as find

    kb = _knowledge_base(context, warn=False)
    found = find(kb)
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(each.severity in stopping for each in found):
        sys.stdout.write(text_report(found, kb.tree, colour=colourful()))
        raise typer.Exit(1)
    if warnings := counts(found)[Severity.WARNING]:
        _remark(f"the records have {count(warnings, 'warning')}, which betoog check shows")
    target = kb.tree.root / "_site" if site_dir is None else site_dir
    with progress(messages(), "Building the site"):
        done, said = build_site(kb.tree.root, target)
    if said:
        typer.echo(said, err=True)
    _exit_if(not done)
    typer.echo(f"The site is in {target}: begin with {target / 'index.html'}, or run betoog serve.")


@app.command(epilog=_example("betoog serve", "betoog serve --address 127.0.0.1:8080"))
def serve(
    context: typer.Context,
    address: Annotated[
        str, typer.Option(metavar="HOST:PORT", help="Where to serve it.")
    ] = "127.0.0.1:8000",
) -> None:
    """Serve the site, rebuilt whenever a record changes."""
    from graph.answers.site import serve_site

    if serve_site(find_root(context.obj), address):
        raise AnswerError("the site could not be served")


def _knowledge_base(context: typer.Context, warn: bool = True) -> "KnowledgeBase":
    from graph.base import KnowledgeBase

    kb = KnowledgeBase.load(find_root(context.obj))
    if warn and kb.tree.problems:
        number = len(kb.tree.broken_paths)
        _remark(
            f"{number} {'file has' if number == 1 else 'files have'} faults, and what cannot be "
            "read is left out of this answer; betoog check names them"
        )
    return kb


def _remark(message: str) -> None:
    typer.echo(f"betoog: {message}", err=True)


def _exit_if(findings: bool) -> None:
    if findings:
        raise typer.Exit(1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; never raises for what a person can cause."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        words = None if arguments is None else list(arguments)
        outcome = app(words, prog_name="betoog", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        _remark(f"{error.format_message()} (betoog --help tells more)")
        return 2
    except (typer.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        # Who reads the answer has seen enough; Python would complain when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("BETOOG_TRACEBACK"):
            raise
        _remark(_in_words(error))
        return 2
    return outcome if isinstance(outcome, int) else 0


def _in_words(error: Exception) -> str:
    if isinstance(error, AnswerError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'a file'}: {error.strerror or error}"
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    return f"a mistake in this program: {what} (BETOOG_TRACEBACK=1 shows where)"
