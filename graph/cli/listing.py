"""The command that lists what there is: list."""

from typing import Annotated

import typer

from graph.cli.completing import words_so_far
from graph.cli.program import (
    Json,
    Limit,
    app,
    debate_ids,
    example,
    source_ids,
    speaker_ids,
    the_argument,
    theme_ids,
)
from graph.cli.terminal import print_answer


def _sorts(incomplete: str) -> list[str]:
    from graph.answers.listing import SORTS

    return [each for each in SORTS if each.startswith(incomplete)]


def _kinds(incomplete: str) -> list[str]:
    from graph.answers.listing import SORTS

    said = [SORTS[each] for each in words_so_far() if each in SORTS]
    sorts = said[:1] or SORTS.values()
    kinds = dict.fromkeys(str(kind) for sort in sorts for kind in sort.kinds)
    return [each for each in kinds if each.startswith(incomplete)]


def _standings(incomplete: str) -> list[str]:
    from graph.semantics import Standing

    return [each for each in Standing if each.startswith(incomplete)]


def _outcomes(incomplete: str) -> list[str]:
    from graph.argument.outcomes import UNJUDGED
    from graph.records import State

    return [each for each in (*State, UNJUDGED) if each.startswith(incomplete)]


def _roles(incomplete: str) -> list[str]:
    from graph.argument.roles import Role

    return [each for each in Role if each.startswith(incomplete)]


def _replies(incomplete: str) -> list[str]:
    from graph.argument.objections import Reply

    return [each for each in Reply if each.startswith(incomplete)]


def _sides(incomplete: str) -> list[str]:
    from graph.semantics import Side

    return [each for each in Side if each.startswith(incomplete)]


def _certainties(incomplete: str) -> list[str]:
    from graph.records import Certainty

    return [each for each in Certainty if each.startswith(incomplete)]


def _qualities(incomplete: str) -> list[str]:
    from graph.argument.qualities import QUALITIES

    return [each for each in QUALITIES if each.startswith(incomplete)]


@app.command(
    name="list",
    epilog=example("betoog list claims --role objection --reply open", "betoog list schemes"),
)
def list_(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="claims, sources, speakers, debates, themes, schemes, kinds or rules.",
            autocompletion=_sorts,
        ),
    ],
    debate: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Those of a debate.", autocompletion=debate_ids),
    ] = None,
    theme: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Those of a theme; DEBATE/THEME where several debates have one of that id.",
            autocompletion=theme_ids,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="Claims of a kind, sources of a type, rules of a severity.",
            autocompletion=_kinds,
        ),
    ] = None,
    standing: Annotated[
        str | None,
        typer.Option(
            metavar="WORD",
            help="Claims that stand so: disputed, bare, …",
            autocompletion=_standings,
        ),
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Option(
            metavar="STATE",
            help="Predictions that turned out so: came-true, partly, failed, open; or unjudged.",
            autocompletion=_outcomes,
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE",
            help="Claims that are this to others: reason, objection, doubt, premise, …",
            autocompletion=_roles,
        ),
    ] = None,
    reply: Annotated[
        str | None,
        typer.Option(
            metavar="STATE",
            help="Objections and doubts by what became of them: open, disputed or replied.",
            autocompletion=_replies,
        ),
    ] = None,
    side: Annotated[
        str | None,
        typer.Option(
            metavar="SIDE",
            help="Claims on a side of the thesis, or of one of several: for or against.",
            autocompletion=_sides,
        ),
    ] = None,
    certainty: Annotated[
        str | None,
        typer.Option(
            metavar="WORD",
            help="Claims that are worded as this sure.",
            autocompletion=_certainties,
        ),
    ] = None,
    quality: Annotated[
        str | None,
        typer.Option(
            metavar="WORD",
            help="Claims read from such a source: primary, peer-reviewed, interested, …",
            autocompletion=_qualities,
        ),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Claims that have all of these words."),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Those of a speaker.", autocompletion=speaker_ids),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Those read from a source.", autocompletion=source_ids),
    ] = None,
    limit: Limit = None,
    as_json: Json = False,
) -> None:
    """List the claims, records and words there are: a line each, which begins with the id.

    Several options together narrow it down further.
    """
    from graph.answers.listing import Narrowing, list_answer, list_text

    by = Narrowing(
        debate, theme, kind, standing, speaker, source, outcome,
        role, reply, side, certainty, quality, words,
    )  # fmt: skip
    answer = list_answer(the_argument(context), what, by, limit)
    print_answer(as_json, lambda: answer, lambda: list_text(answer))
