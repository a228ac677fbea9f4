"""The commands that give a record another id, and that remove one: rename, remove."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.draft_options import DryRun
from graph.cli.program import (
    Json,
    any_id,
    app,
    debate_ids,
    example,
    exit_if,
    knowledge_base,
    remark,
    theme_ids,
)
from graph.cli.terminal import print_answer
from graph.errors import AnswerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.base import KnowledgeBase

_WHERE = "where an id is of several."


def _named_kinds(incomplete: str) -> list[str]:
    from graph.drafting.renaming import NAMED_KINDS

    return [each for each in NAMED_KINDS if each.startswith(incomplete)]


def _removable(incomplete: str) -> list[str]:
    from graph.drafting.removal import REMOVABLE

    return [each for each in REMOVABLE if each.startswith(incomplete)]


def _ids(context: typer.Context, incomplete: str) -> list[str]:
    """List whatever has an id that begins so."""
    named = (any_id, debate_ids, theme_ids)
    return sorted({each for ids in named for each in ids(context, incomplete)})


def _kind(kb: "KnowledgeBase", id_: str, given: str | None, kinds: "Sequence[str]") -> str:
    """What is named.

    Raises:
        AnswerError: there is nothing of this id that can be read, or it has to be said which.
    """
    from graph.argument.lookup import refuse_unread, unknown
    from graph.drafting.renaming import named, names
    from graph.text.nearest import listed
    from graph.text.visible import visible

    if given is not None:
        if given not in kinds:
            raise AnswerError(f"--kind is {listed(kinds, 'or')}, and not “{visible(given)}”")
        return given
    found = [each for each in named(kb, id_) if each in kinds]
    if not found:
        refuse_unread(kb, kinds, id_)
        known = {each for kind in kinds for each in names(kb, kind)}
        raise unknown(listed(kinds, "or"), id_, known)
    if len(found) > 1:
        raise AnswerError(f"{id_} is a {listed(found, 'and a')}: say which with --kind")
    return found[0]


@app.command(epilog=example("betoog rename single-winner-thesis one-winner-takes-all --dry-run"))
def rename(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="An id.", autocompletion=_ids)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id it gets.")],
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help=f"claim, source, speaker, debate or theme; {_WHERE}",
            autocompletion=_named_kinds,
        ),
    ] = None,
    forget: Annotated[
        bool, typer.Option("--forget", help="Keep no older id: nobody has seen it.")
    ] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Give a claim, source, speaker, theme or debate another id, everywhere it is named.

    The old id is kept, and leads to it. Comments and layout stay.
    """
    from graph.drafting.renaming import NAMED_KINDS, renamed_texts, renaming, still_named
    from graph.drafting.telling.moved import renamed_answer, renamed_text
    from graph.drafting.writing import move_files

    kb = knowledge_base(context)
    what = _kind(kb, old, kind, NAMED_KINDS)
    change = renaming(kb, what, old, new, forget=forget)
    unread = still_named(kb, what, old)
    if not dry_run:
        move_files(kb.tree, renamed_texts(kb, change), change.moves)
    print_answer(
        as_json,
        lambda: renamed_answer(kb, what, old, new, change, unread, not dry_run),
        lambda: renamed_text(kb, what, old, new, change, unread, not dry_run, forget),
    )


@app.command(epilog=example("betoog remove stock-markets-stabilising --dry-run --links"))
def remove(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="An id.", autocompletion=any_id)],
    links: Annotated[
        bool, typer.Option("--links", help="Remove the steps to and from a claim too.")
    ] = False,
    instead: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="ID",
            help="The record to name in its place everywhere.",
            autocompletion=any_id,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help=f"claim, source or speaker; {_WHERE}",
            autocompletion=_removable,
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Remove a claim, source or speaker, unless something still names it.

    With --for another one takes its place, and its id leads to that; a claim takes over the
    steps, relations and passages too. So two records of one thing become one.
    """
    from graph.drafting.removal import REMOVABLE, removal
    from graph.drafting.telling.moved import removed_answer, removed_text
    from graph.drafting.writing import move_files

    if links and instead is not None:
        raise AnswerError("--links removes the steps and --for keeps them: give one of the two")
    kb = knowledge_base(context)
    what = _kind(kb, id_, kind, REMOVABLE)
    outcome = removal(kb, what, id_, links=links, instead=instead)
    kept = bool(outcome.named or outcome.errors)
    writing = not dry_run and not kept
    if writing:
        move_files(kb.tree, outcome.files, [(each, None) for each in outcome.gone])
    print_answer(
        as_json,
        lambda: removed_answer(outcome, writing),
        lambda: removed_text(outcome, writing, links),
    )
    if kept:
        remark("nothing removed")
    exit_if(kept)
