"""Commands that read the argument: trace, show and find."""

from typing import Annotated

import typer

from graph.cli.program import (
    ClaimId,
    Json,
    Numbers,
    app,
    claim_ids,
    example,
    exit_if,
    the_argument,
)
from graph.cli.terminal import print_answer


@app.command(epilog=example("betoog trace deepseek-is-open-source --limit 3"))
def trace(
    context: typer.Context,
    start: Annotated[
        str,
        typer.Argument(metavar="FROM", help="The claim to start from.", autocompletion=claim_ids),
    ],
    end: Annotated[
        str | None,
        typer.Argument(
            metavar="TO",
            help="The claim to reach; any thesis when absent.",
            autocompletion=claim_ids,
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Give at most so many.")] = 50,
    as_json: Json = False,
) -> None:
    """Show the routes by which a claim bears on another.

    Shortest first. They read from the conclusion down: because, but or unless, with the
    warrant of each step.
    """
    from graph.answers.trace import trace_answer, trace_text, traced
    from graph.argument.lookup import find_claim

    kb = the_argument(context)
    first = find_claim(kb, start)
    last = None if end is None else find_claim(kb, end)
    found = traced(kb, first, last, limit)
    print_answer(as_json, lambda: trace_answer(found), lambda: trace_text(kb, first, last, found))


@app.command(epilog=example("betoog show single-winner-thesis"))
def show(
    context: typer.Context, claim: ClaimId, numbers: Numbers = False, as_json: Json = False
) -> None:
    """Show one claim with everything that bears on it."""
    from graph.answers.show import show_answer, show_text
    from graph.argument.lookup import find_claim

    kb = the_argument(context)
    found = find_claim(kb, claim)
    print_answer(as_json, lambda: show_answer(kb, found), lambda: show_text(kb, found, numbers))


@app.command(epilog=example("betoog find export controls", "betoog find drempel"))
def find(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words to look for.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="Give at most so many.")] = 20,
    as_json: Json = False,
) -> None:
    """Find claims, sources and speakers by their words, in any language.

    All words must occur, or begin a word that does: in a claim, in what a source is called and
    whom it is by, in a speaker's name. Without any, the nearest claims are given.
    """
    from graph.answers.find import find_answer, find_text, found_claims

    kb = the_argument(context)
    found = found_claims(kb, " ".join(words), limit)
    print_answer(as_json, lambda: find_answer(kb, found), lambda: find_text(kb, found))
    exit_if(not (found.claims or found.sources or found.speakers))
