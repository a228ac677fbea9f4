"""A new claim from a conversation: asked for, shown, and written or kept for the next time."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import typer

from graph.base import KnowledgeBase
from graph.cli.asking import ask, tell
from graph.cli.draft_options import draft_link, finish, today
from graph.cli.interview import ask_claim, ask_instead, ask_links, ask_sentence, asked_in
from graph.cli.kept_answers import PLACE, Kept, keep, kept
from graph.cli.new_draft import about, draft_of, passage_of
from graph.cli.program import knowledge_base, remark
from graph.cli.tape import Tape, conversation, current
from graph.cli.terminal import text_document
from graph.drafting.links import Joining, joined, linked
from graph.drafting.telling.drafted import drafted_text
from graph.drafting.writing import Drafted, drafted
from graph.records import Claim, Kind
from graph.store import read_file


def converse(
    context: typer.Context,
    kb: KnowledgeBase,
    given: dict[str, Any],
    language: str,
    joinings: list[Joining],
    folder: Path | None,
    dry_run: bool,
) -> None:
    """Ask a person at a terminal for a claim, show its record and write it; or links of a claim
    that is there, which came in its place.

    The answers of who stops are kept for the next time.
    """
    # What was given is looked at before anything is asked.
    draft_of(
        {**given, "claim": {language: "", **given["claim"]}, "kind": given["kind"] or Kind.FACT}
    )
    last = kept(kb.tree.root)
    options = repr((given, language, joinings))
    tape = Tape()
    if last.answers and last.options == options:
        question = "A claim was left unfinished. Go on with it? (Enter: yes; n: begin anew)"
        anew = ask(question, _unclear).casefold() in _NO
        tape = Tape([] if anew else list(last.answers))
    try:
        asked = conversation(tape, lambda: _questions(kb, given, language, joinings, folder, last))
    except (KeyboardInterrupt, typer.Abort):
        typer.echo()
        if tape.answers:
            keep(kb.tree.root, last.model_copy(update=_kept(tape.answers, options)))
            remark(f"stopped: nothing is written; the answers are kept in {PLACE} for betoog new")
        else:
            remark("stopped: nothing is written")
        raise
    if isinstance(asked, _Instead):
        for each in asked.links:
            now = knowledge_base(context, warn=False)
            finish(now, linked(now, asked.claim, draft_link(each)), dry_run, False)
        if not asked.links:
            remark(f"nothing to add to {asked.claim}: nothing is written")
        return
    finish(kb, asked, dry_run, False)
    if not dry_run:
        keep(kb.tree.root, last.model_copy(update=_kept((), "") | _read_last(asked)))


_YES, _NO = ("", "y", "yes", "j", "ja"), ("n", "no", "nee", "nein")


def _unclear(answer: str) -> str:
    known = answer.casefold() in (*_YES, *_NO)
    return "" if known else "Press Enter to go on with it, or n: this would be a claim of its own."


class _Instead(NamedTuple):
    """A claim that is there, with links that it gets."""

    claim: str
    links: list[dict[str, Any]]


def _kept(answers: Sequence[str], options: str) -> dict[str, Any]:
    return {"answers": tuple(answers), "options": options}


def _read_last(outcome: Drafted) -> dict[str, Any]:
    """Where a new claim was read and who says it, for the next one; nothing where nobody does."""

    for path, text in outcome.files:
        file, _ = read_file(path, text)
        claim = file.record if file is not None else None
        if isinstance(claim, Claim) and claim.id == outcome.claim and claim.passages:
            where = claim.passages[0]
            return {
                "source": where.source,
                "paragraph": where.paragraph,
                "speaker": claim.speaker or "",
            }
    return {}


def _questions(
    kb: KnowledgeBase,
    given: dict[str, Any],
    language: str,
    joinings: list[Joining],
    folder: Path | None,
    last: Kept,
) -> Drafted | _Instead:
    """What the answers to all questions come to, once that was seen and found right."""

    def find(fields: Mapping[str, Any], words: str) -> dict[str, Any]:
        return passage_of(
            kb, {"start": None, "end": None, "paragraph": None, **fields}, words, folder
        )

    languages = asked_in(kb, given["debate"], language)
    wording = given["claim"] or ask_sentence(languages)
    instead = ask_instead(kb, wording)
    if instead is not None:
        return _Instead(instead, given["links"] or ask_links(kb, languages))
    at_hand = find if folder is not None or kb.texts else None
    fields = ask_claim(kb, {**given, "claim": wording}, language, last, at_hand)
    outcome = drafted(kb, draft_of(about(fields)), today())
    if joinings:
        outcome = joined(kb, outcome, joinings)
    tell(text_document(drafted_text(kb, outcome, False)).rstrip())
    if outcome.errors:
        ask("That cannot be written so. < goes back (Enter: stop)")
    elif not ask("Write it? (Enter: yes; < goes back; n: stop)").casefold().startswith("n"):
        return outcome
    # The next time, this is asked again.
    current.get().unfit()
    raise typer.Abort
