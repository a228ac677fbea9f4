"""The command that writes a new claim: new."""

import sys
from typing import Annotated, Any

import typer

from graph.cli.completing import steps
from graph.cli.draft_options import (
    RELEVANCE,
    SCHEME,
    TEXTS,
    Because,
    Debate,
    DryRun,
    Language,
    TextsIn,
    With,
    debate_of,
    draft_link,
    finish,
    texts,
    today,
)
from graph.cli.link_options import LinksInOrder, links_given
from graph.cli.new_draft import about, draft_of, passage_of
from graph.cli.program import (
    Json,
    app,
    claim_ids,
    example,
    knowledge_base,
    remark,
    scheme_ids,
    source_ids,
    speaker_ids,
    words_of,
)
from graph.errors import AnswerError


@app.command(
    cls=LinksInOrder,
    epilog=example(
        'betoog new "Quiet models win." "nl=Stille modellen winnen." --kind prediction --dry-run'
    ),
)
def new(
    context: typer.Context,
    sentence: Annotated[
        list[str] | None,
        typer.Argument(metavar="SENTENCE", help=f"The claim, a full sentence; {TEXTS}."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(help="fact, causal, prediction, value, …", autocompletion=words_of("Kind")),
    ] = None,
    language: Language = None,
    supports: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A claim to support.", autocompletion=claim_ids),
    ] = None,
    contradicts: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A claim to contradict.", autocompletion=claim_ids),
    ] = None,
    undercuts: Annotated[
        list[str] | None,
        typer.Option(
            metavar="LINK",
            help="A step to undercut, as 'claim -> target'.",
            autocompletion=steps,
        ),
    ] = None,
    conditions: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="A claim that can hold only if this one does.",
            autocompletion=claim_ids,
        ),
    ] = None,
    supported_by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID", help="A claim that supports this one.", autocompletion=claim_ids
        ),
    ] = None,
    contradicted_by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID", help="A claim that contradicts this one.", autocompletion=claim_ids
        ),
    ] = None,
    undercut_by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="A claim that undercuts the one step of this one.",
            autocompletion=claim_ids,
        ),
    ] = None,
    conditioned_by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="A claim without which this one cannot hold.",
            autocompletion=claim_ids,
        ),
    ] = None,
    because: Because = None,
    with_: With = None,
    scheme: Annotated[
        list[str] | None, typer.Option(metavar="ID", help=SCHEME, autocompletion=scheme_ids)
    ] = None,
    relevance: Annotated[
        list[str] | None,
        typer.Option(metavar="NUMBER", help=RELEVANCE),
    ] = None,
    label: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="A few words for maps and lists.")
    ] = None,
    speaker: Annotated[
        str | None, typer.Option(metavar="ID", help="Who says it.", autocompletion=speaker_ids)
    ] = None,
    new_speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who says it, if not there yet.")
    ] = None,
    stance: Annotated[
        str,
        typer.Option(help="endorses, reports or disputes.", autocompletion=words_of("Stance")),
    ] = "endorses",
    certainty: Annotated[
        str | None,
        typer.Option(
            help="As the source words it: certain, likely, possible, open.",
            autocompletion=words_of("Certainty"),
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            metavar="ID|URL|DOI|new",
            help="Where it is said, new for what has neither address nor DOI; absent: nowhere.",
            autocompletion=source_ids,
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title of a new source.")] = None,
    type_: Annotated[
        str | None,
        typer.Option(
            "--type",
            help="Its CSL type; by default webpage, of a DOI article-journal, of neither book.",
            autocompletion=words_of("SourceType"),
        ),
    ] = None,
    author: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Its author: Family, Given; or the name of a body."),
    ] = None,
    issued: Annotated[str | None, typer.Option(metavar="DATE", help="Its date.")] = None,
    container: Annotated[str | None, typer.Option(help="What it appeared in.")] = None,
    source_language: Annotated[str | None, typer.Option(help="The language it is in.")] = None,
    level: Annotated[
        str, typer.Option(help="primary, copy or secondary.", autocompletion=words_of("Level"))
    ] = "primary",
    peer_reviewed: Annotated[
        bool, typer.Option("--peer-reviewed", help="It was reviewed by peers.")
    ] = False,
    interested: Annotated[
        bool, typer.Option("--interested", help="It has a stake in what it says.")
    ] = False,
    seen_at: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where it was read, if not at its own page."),
    ] = None,
    paragraph: Annotated[
        int | None, typer.Option(min=0, help="The paragraph, from 1; 0 is the headline.")
    ] = None,
    start: Annotated[str | None, typer.Option(help="The first words of the passage.")] = None,
    end: Annotated[str | None, typer.Option(help="Its last words.")] = None,
    quote: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS",
            help="The passage as you copied it: found in the texts of --texts, and recorded by "
            "its place.",
        ),
    ] = None,
    texts_in: TextsIn = None,
    answers: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A question that it answers.", autocompletion=claim_ids),
    ] = None,
    specifies: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A claim that it is a part of.", autocompletion=claim_ids),
    ] = None,
    topic: Annotated[list[str] | None, typer.Option(help="A word to find it by.")] = None,
    debate: Debate = None,
    folder: Annotated[str, typer.Option(help="A folder of the debate to put it in.")] = "",
    id_: Annotated[str | None, typer.Option("--id", help="An id of your choice.")] = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Also if a claim says the same already.")
    ] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Write a new claim, from options or by asking.

    On a terminal, what is not given is asked for when there is no sentence or no kind. Looks
    first for claims that say the same or the opposite. A claim without a source is a premise
    that nobody states.

    Links may be given again. --because, --with, --scheme and --relevance are about the link, or
    the row of links, that stands before them; what stands before the first link is about all.
    Those with -by are links of claims that are there to the new one, in whose records they are
    written.
    """
    from graph.argument.lookup import find_claim, unknown
    from graph.argument.meaning import NEW, source_named
    from graph.drafting.links import Joining, joined
    from graph.drafting.writing import drafted, is_one_word, refuse_same
    from graph.records.claim import LONGEST_LABEL
    from graph.text.visible import visible

    kb = knowledge_base(context)
    name = debate_of(kb, debate)
    language = language or kb.languages_of(name)[0]
    given = links_given(context, language)
    links = [each for each in given if "claim" not in each]
    joinings = [
        Joining(find_claim(kb, each.pop("claim")), draft_link(each))
        for each in given
        if "claim" in each
    ]
    wording = texts(sentence, language)
    if speaker and new_speaker:
        raise AnswerError("--speaker names one who is there, and --new-speaker another: give one")
    more = {
        "title": title or "",
        **({"type": type_} if type_ else {}),
        "author": author or [],
        "issued": issued,
        "container-title": container,
        "language": source_language,
        "level": level,
        "seen_at": seen_at,
        "peer_reviewed": peer_reviewed,
        "interested": interested,
    }
    fields: dict[str, Any] = {
        "debate": name,
        "folder": [each for each in folder.split("/") if each],
        "id": id_,
        "claim": wording,
        "label": texts(label, language),
        "kind": kind,
        "speaker": speaker,
        "new_speaker": {"name": new_speaker} if new_speaker else None,
        "stance": stance,
        "certainty": certainty,
        "paragraph": paragraph,
        "start": start,
        "end": end,
        "links": links,
        "answers": answers or [],
        "specifies": specifies or [],
        "topics": topic or [],
        **(source_named(kb, source, more) if source is not None else {}),
    }
    if title and fields.get("source") not in (None, *kb.sources):
        described = f"describe a new one with --source {NEW}, or by its address or DOI"
        raise AnswerError(f"{unknown('source', fields['source'], kb.sources)}; {described}")
    if quote is not None:
        fields |= passage_of(kb, fields, quote, texts_in)
    asking = not (wording and kind) and sys.stdin.isatty() and not as_json
    if asking:
        from graph.cli.new_conversation import converse

        converse(context, kb, fields, language, joinings, texts_in, dry_run)
        return
    elif wording and kind:
        draft = draft_of(about(fields))
    else:
        raise AnswerError("give the claim as a sentence, and its --kind")
    outcome = drafted(kb, draft, today())
    if joinings:
        outcome = joined(kb, outcome, joinings)
    for each in wording.values():
        if is_one_word(each):
            remark(
                f"“{visible(each)}” is one word: a claim is a full sentence that can be disputed"
            )
    if not label and max(map(len, wording.values())) > LONGEST_LABEL:
        remark("lists and maps show the beginning of the sentence only: give it a --label")
    if not (anyway or dry_run):
        refuse_same(kb, outcome)
    finish(kb, outcome, dry_run, as_json)
