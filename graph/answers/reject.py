"""What changes when claims are rejected, or accepted."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.measures import Balanced, Turn
from graph.answers.printed import standing_word
from graph.argument.phrases import count, in_figures
from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.semantics import Change, reject


class ChangeAnswer(TypedDict):
    """One claim's balance and standing, before and after."""

    id: str
    before: Balanced
    after: Balanced
    standing: Turn


class RejectAnswer(TypedDict):
    """The rejected and accepted claims, and all that changes by it, the largest change first."""

    rejected: list[str]
    accepted: list[str]
    changes: list[ChangeAnswer]


def rejection(
    kb: KnowledgeBase, claims: Sequence[str], accepted: Sequence[str] = ()
) -> tuple[Change, ...]:
    """Reject and accept claims that exist, and weigh again what lies downstream of them: the claims
    of which the balance or the standing changes.

    Raises:
        AnswerError: a claim is to be both rejected and accepted.
    """
    for claim in sorted({*claims} & {*accepted}):
        raise AnswerError(f"claim {claim!r} is both rejected and accepted")
    changes = reject(kb.assessment, claims, accepted)
    return tuple(each for each in changes if each.moves or each.turns)


def reject_answer(
    claims: Sequence[str], changes: Sequence[Change], accepted: Sequence[str] = ()
) -> RejectAnswer:
    """What rejecting and accepting these claims changes."""
    return {
        "rejected": list(claims),
        "accepted": list(accepted),
        "changes": [
            {
                "id": change.id,
                "before": list(change.before),
                "after": list(change.after),
                "standing": list(change.standing),
            }
            for change in changes
        ],
    }


def reject_text(
    claims: Sequence[str],
    changes: Sequence[Change],
    accepted: Sequence[str] = (),
    numbers: bool = False,
) -> RenderableType:
    """A table of what rejecting and accepting changes, and how much that is in one sentence.

    Without `numbers`, only claims of which the standing changes have a row.
    """
    deeds = [("rejecting", claims), ("accepting", accepted)]
    deed = " and ".join(f"{verb} {' and '.join(ids)}" for verb, ids in deeds if ids)
    deed = f"{deed[:1].upper()}{deed[1:]}" or "Rejecting no claim"
    if not changes:
        return Text(f"{deed} changes nothing.")
    decided = dict.fromkeys(claims, "rejected") | dict.fromkeys(accepted, "accepted")
    affected = [change for change in changes if change.id not in decided]
    turned = sum(change.turns for change in affected)
    moved = sum(change.moves for change in affected)
    if not affected:
        effect = "changes no other claim"
    elif moved < len(affected):
        effect = f"changes {count(len(affected), 'other claim')}: the balance of "
        effect += f"{moved or 'none'}, and the standing of {turned}"
    else:
        effect = f"changes the balance of {count(len(affected), 'other claim')}, "
        effect += f"and with it the standing of {turned}" if turned else "but the standing of none"
    summary = Text(f"{deed} {effect}.")
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("claim", no_wrap=True)
    if numbers:
        table.add_column("change", justify="right")
        table.add_column("balance")
    table.add_column("standing")
    for change in changes:
        before, after = change.standing
        if not numbers and before is after and change.id not in decided:
            continue
        word = standing_word(after)
        if before is not after:
            word = Text.assemble(standing_word(before), " → ", word)
        name = Text(change.id)
        if change.id in decided:
            name.append(f" ({decided[change.id]})", "dim")
        table.add_row(
            name,
            *(
                (
                    f"{change.delta:+.2f}",
                    f"{in_figures(change.before)} → {in_figures(change.after)}",
                )
                if numbers
                else ()
            ),
            word,
        )
    return Group(table, Text(), summary)
