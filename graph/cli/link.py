"""The command that adds a link to a claim that is there, changes one or drops it: link."""

from typing import Annotated

import typer

from graph.cli.completing import targets
from graph.cli.draft_options import (
    RELEVANCE,
    SCHEME,
    Because,
    DryRun,
    Language,
    With,
    draft_link,
    finish,
    texts,
)
from graph.cli.program import Json, app, claim_ids, example, knowledge_base, scheme_ids
from graph.errors import AnswerError
from graph.text.nearest import listed

# What records say of these words takes longer to load than all else that a command needs to begin.
LINKS = ("supports", "contradicts", "undercuts", "conditions")
"""The types of link, each by its word."""
RELATED = ("specifies", "raises", "answers")
"""The fields that name other claims and carry no strength."""
_KNOWN = (*LINKS, *RELATED)
_WAYS = listed(_KNOWN, "or")


def _ways(incomplete: str) -> list[str]:
    return [each for each in _KNOWN if each.startswith(incomplete)]


@app.command(
    epilog=example("betoog link ai-spreads-slowly contradicts single-winner-thesis --dry-run")
)
def link(
    context: typer.Context,
    claim: Annotated[
        str, typer.Argument(metavar="A", help="The arguing claim.", autocompletion=claim_ids)
    ],
    type_: Annotated[
        str,
        typer.Argument(metavar="HOW", help=f"{_WAYS}.", autocompletion=_ways),
    ],
    target: Annotated[
        str,
        typer.Argument(
            metavar="B",
            help="A claim's id or, to undercut, a step as 'claim -> target'.",
            autocompletion=targets,
        ),
    ],
    because: Because = None,
    with_: With = None,
    scheme: Annotated[
        str | None, typer.Option(metavar="ID", help=SCHEME, autocompletion=scheme_ids)
    ] = None,
    relevance: Annotated[
        float | None,
        typer.Option(metavar="NUMBER", help=RELEVANCE),
    ] = None,
    id_: Annotated[
        str | None,
        typer.Option("--id", help="A name of its own, for a second step to the same target."),
    ] = None,
    drop: Annotated[bool, typer.Option("--drop", help="Take the link out of the record.")] = False,
    doubts: Annotated[
        bool, typer.Option("--links", help="With --drop: what undercuts the step too.")
    ] = False,
    to: Annotated[
        str | None,
        typer.Option(metavar="NEW", help="What it bears on instead of B.", autocompletion=targets),
    ] = None,
    language: Language = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Add a link to a claim's record, say more about one that is there, or take it back.

    Of a step that the claim takes already, --with adds premises, and --because, --scheme and
    --relevance take the place of what is there. --to gives it another target, with the doubts
    about it; --drop takes it out. Comments and layout are kept.
    """
    from graph.argument.lookup import find_claim, find_step
    from graph.drafting.links import related, relinked
    from graph.drafting.redirecting import dropped, redirected, related_otherwise
    from graph.records.link_types import LinkType
    from graph.text.nearest import did_you_mean
    from graph.text.visible import visible

    if type_ not in _KNOWN:
        hint = did_you_mean(type_, _KNOWN).replace("`", "")
        raise AnswerError(
            f"a claim {_WAYS}, and not “{visible(type_)}”" + (f": {hint}" if hint else "")
        )
    kb = knowledge_base(context)
    arguing = find_claim(kb, claim)
    said = bool(because or with_ or scheme or relevance)
    if drop and (to or said):
        raise AnswerError("--drop takes the link out: nothing can be said about it")
    if doubts and not drop:
        raise AnswerError("--links goes with --drop")
    if type_ in RELATED:
        if said or id_:
            raise AnswerError(f"what a claim {type_} needs no reason, premise or scheme")
        other = find_claim(kb, target)
        if drop or to:
            now = None if to is None else find_claim(kb, to)
            outcome = related_otherwise(kb, arguing, type_, other, now)
        else:
            outcome = related(kb, arguing, type_, other)
        finish(kb, outcome, dry_run, as_json)
        return
    kind = LinkType(type_)
    find = find_step if kind.at_link else find_claim
    if drop:
        finish(kb, dropped(kb, arguing, kind, target, id_, doubts), dry_run, as_json)
        return
    step = draft_link(
        {
            "type": type_,
            # What it bears on until now may be gone.
            "target": target if to else find(kb, target),
            "because": texts(because, language or kb.languages_of(kb.folders[arguing])[0]),
            "with": [find_claim(kb, each) for each in with_ or ()],
            "scheme": scheme,
            "relevance": relevance,
            "id": id_,
        }
    )
    if to is None:
        outcome = relinked(kb, arguing, step)
    else:
        outcome = redirected(kb, arguing, step, find(kb, to))
    finish(kb, outcome, dry_run, as_json)
