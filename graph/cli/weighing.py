"""Commands that weigh the argument: standing, reject, lines, walk, positions and cruxes."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.program import (
    AsOf,
    Json,
    Limit,
    Numbers,
    app,
    claim_ids,
    debate_ids,
    example,
    known_by,
    the_argument,
)
from graph.cli.terminal import messages, print_answer
from graph.errors import AnswerError

if TYPE_CHECKING:
    from graph.base import KnowledgeBase

_NO_THESIS = "no debate has a thesis that exists"


def _thesis(absent: str) -> Any:
    return typer.Argument(
        metavar="THESIS", help=f"A claim's id; {absent} when absent.", autocompletion=claim_ids
    )


@app.command(epilog=example("betoog standing", "betoog standing --as-of 2025-06 --json"))
def standing(
    context: typer.Context,
    as_of: AsOf = None,
    numbers: Numbers = False,
    as_json: Json = False,
) -> None:
    """Say how every claim stands, given these arguments."""
    from graph.answers.standing import standing_answer, standing_text

    kb = known_by(the_argument(context), as_of)
    print_answer(as_json, lambda: standing_answer(kb), lambda: standing_text(kb, numbers))


@app.command(
    epilog=example(
        "betoog reject entry-barriers-lower-than-thought",
        "betoog reject single-winner-thesis --accept cost-savings-passed-on",
    )
)
def reject(
    context: typer.Context,
    claims: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Claims to reject together.", autocompletion=claim_ids),
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept",
            metavar="ID",
            help="A claim to accept; may be given again.",
            autocompletion=claim_ids,
        ),
    ] = None,
    numbers: Numbers = False,
    as_json: Json = False,
) -> None:
    """Say what changes when claims are rejected, and others perhaps accepted.

    A rejected claim gets the balance -1 and an accepted one 1, whatever is said about it.
    """
    from graph.answers.reject import reject_answer, reject_text, rejection
    from graph.argument.lookup import find_claim

    if not claims and not accept:
        raise AnswerError("name a claim to reject, or one to accept with --accept")
    kb = the_argument(context)
    rejected = list(dict.fromkeys(find_claim(kb, each) for each in claims or ()))
    accepted = list(dict.fromkeys(find_claim(kb, each) for each in accept or ()))
    changes = rejection(kb, rejected, accepted)
    print_answer(
        as_json,
        lambda: reject_answer(rejected, changes, accepted),
        lambda: reject_text(rejected, changes, accepted, numbers),
    )


@app.command(epilog=example("betoog lines europe-economy-may-benefit"))
def lines(
    context: typer.Context,
    thesis: Annotated[str | None, _thesis("the thesis")] = None,
    as_of: AsOf = None,
    numbers: Numbers = False,
    as_json: Json = False,
) -> None:
    """Show the lines of argument of a thesis, each with its weakest link.

    Below them stands what would bring it down: the smallest sets of up to three claims whose
    rejection leaves it without support.
    """
    from graph.answers.lines import lines_answer, lines_text
    from graph.argument.downfall import brought_down_by
    from graph.argument.lines import lines_of

    everything = the_argument(context)
    found = _one_thesis(everything, thesis)
    kb = known_by(everything, as_of)
    if found not in kb.claims:
        raise AnswerError(f"{found} had not been put forward by {as_of}")
    downfall = brought_down_by(kb, found)
    print_answer(
        as_json,
        lambda: lines_answer(lines_of(kb, found), downfall),
        lambda: lines_text(kb, found, downfall, numbers),
    )


@app.command(
    epilog=example(
        "betoog walk europe-economy-may-benefit",
        "betoog walk --no europe-will-adopt-cheaper-ai --yes own-models-benefit-europe",
    )
)
def walk(
    context: typer.Context,
    thesis: Annotated[str | None, _thesis("the thesis")] = None,
    yes: Annotated[
        list[str] | None,
        typer.Option(
            "--yes",
            metavar="ID",
            help="A claim of the walk to go along with; may be given again.",
            autocompletion=claim_ids,
        ),
    ] = None,
    no: Annotated[
        list[str] | None,
        typer.Option(
            "--no",
            metavar="ID",
            help="A claim of the walk at which to get off; may be given again.",
            autocompletion=claim_ids,
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Walk the lines of a thesis: the few claims at which one may get off.

    No two of them decide the same. With answers, it says which lines hold, what that leaves of
    the thesis, and on which claim whoever answers so and the author part.
    """
    from graph.answers.walk import walk_along, walk_answer, walk_text
    from graph.argument.lookup import find_claim

    kb = the_argument(context)
    found = _one_thesis(kb, thesis)
    accepted = list(dict.fromkeys(find_claim(kb, each) for each in yes or ()))
    rejected = list(dict.fromkeys(find_claim(kb, each) for each in no or ()))
    walked, after = walk_along(kb, found, rejected, accepted)
    print_answer(
        as_json,
        lambda: walk_answer(walked, after, rejected, accepted),
        lambda: walk_text(kb, walked, after, rejected, accepted),
    )


@app.command(epilog=example("betoog positions deepseek-europe --json"))
def positions(
    context: typer.Context,
    debate: Annotated[
        str | None,
        typer.Argument(
            metavar="DEBATE",
            help="A debate's id; the only one when absent.",
            autocompletion=debate_ids,
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Say how the theses of a debate stand for each speaker, and on what any two of them part.

    A position is what a speaker endorses and disputes in the records; what they have not spoken
    about stays open. Whoever has too little on record has none.
    """
    from graph.answers.positions import positions_answer, positions_text
    from graph.cli.draft_options import debate_of

    kb = the_argument(context)
    found = debate_of(kb, debate, how="")
    print_answer(as_json, lambda: positions_answer(kb, found), lambda: positions_text(kb, found))


def _one_thesis(kb: "KnowledgeBase", thesis: str | None) -> str:
    """The claim that is asked for, or else the only thesis."""
    from graph.argument.lookup import find_claim
    from graph.text.nearest import listed

    if thesis is not None:
        return find_claim(kb, thesis)
    if not kb.theses:
        raise AnswerError(f"{_NO_THESIS}: name a claim")
    if len(kb.theses) > 1:
        raise AnswerError(f"say which thesis: {listed(kb.theses, 'or')}")
    return kb.theses[0]


@app.command(epilog=example("betoog cruxes europe-economy-may-benefit --limit 10"))
def cruxes(
    context: typer.Context,
    thesis: Annotated[str | None, _thesis("all theses")] = None,
    limit: Limit = None,
    numbers: Numbers = False,
    as_json: Json = False,
) -> None:
    """Rank the claims on which a thesis turns.

    Each is rejected and accepted in turn, and the argument weighed again. Claims whose rejection
    changes the standing of the thesis come first, then those with the greatest effect on it.
    """
    from graph.answers.cruxes import all_cruxes_answer, all_cruxes_text, cruxes_answer, ranked
    from graph.argument.cruxes import all_cruxes_of
    from graph.argument.lookup import find_claim
    from graph.cli.progress import progress

    kb = the_argument(context)
    theses = kb.theses if thesis is None else (find_claim(kb, thesis),)
    if not theses:
        raise AnswerError(f"{_NO_THESIS}: name a claim")
    found = {}
    several = len(theses) if len(theses) > 1 else None
    with progress(messages(), "Rejecting each claim in turn", several) as advance:
        for each in theses:
            turning = all_cruxes_of(kb, each)
            found[each] = ranked(turning.cruxes(), turning.unknown, limit)
            advance()
    print_answer(
        as_json,
        lambda: all_cruxes_answer(found) if thesis is None else cruxes_answer(found[theses[0]]),
        lambda: all_cruxes_text(kb, found, numbers),
    )
