"""Commands that hold records to their sources: locate, verify and reach."""

import sys
from functools import partial
from typing import Annotated

import typer

from graph.cli.program import Json, Texts, app, example, exit_if, knowledge_base, remark, source_ids
from graph.cli.terminal import messages, print_answer
from graph.errors import AnswerError

Private = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Ask for addresses of this machine and its own networks, too."
    ),
]


@app.command(epilog=example('betoog locate "the words as you copied them" --texts ../texts'))
def locate(
    context: typer.Context,
    quotation: Annotated[
        str,
        typer.Argument(
            metavar="WORDS", help="Words of a source as you copied them, or - to read them."
        ),
    ],
    texts: Texts = None,
    source: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Look in this source only.", autocompletion=source_ids),
    ] = None,
    paragraph: Annotated[
        int | None, typer.Option(min=0, help="Look in this paragraph only; 0 is the headline.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Find where words stand in the sources, and the passage to record for them.

    Neither typography, ends of lines nor broken words matter; three dots stand for what is left
    out. Told are the paragraph, the fewest first and last words that find the passage again, and
    its fingerprint; where the words are nowhere, the nearest place and what differs there.
    """
    from graph.answers.locate import (
        LONGEST_QUOTATION,
        locate_answer,
        locate_text,
        located,
        texts_at_hand,
    )

    kb = knowledge_base(context)
    # What is no UTF-8 in them is in no text either.
    # Enough to tell one that is too long, whatever its letters are.
    most = 4 * (LONGEST_QUOTATION + 1)
    piped = sys.stdin.buffer.read(most).decode("utf-8", "replace") if quotation == "-" else ""
    words = piped or quotation
    if len(words) > LONGEST_QUOTATION:
        raise AnswerError(
            f"more than {LONGEST_QUOTATION:,} characters are no quotation: give the words of one "
            "passage, or its first and last words with three dots between them"
        )
    found = located(texts_at_hand(kb, texts, source), words, paragraph)
    print_answer(as_json, lambda: locate_answer(kb, found), lambda: locate_text(kb, found))
    exit_if(not found.places)


@app.command(epilog=example("betoog verify --texts ../texts", "betoog verify --download --update"))
def verify(
    context: typer.Context,
    texts: Texts = None,
    download: Annotated[
        bool, typer.Option("--download", help="Download the texts that are not in the folder.")
    ] = False,
    update: Annotated[
        bool,
        typer.Option(
            "--update",
            help="Write fingerprints and paragraphs that are missing, those of passages that moved "
            "unchanged, and words that links open by.",
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail where a source has no text, too.")
    ] = False,
    private: Private = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Name passages that need no attention, too.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Prove that every passage is in its source.

    It is found by its paragraph and its first and last words, and its text compared with the
    fingerprint in the record. Told is what needs attention, and how many passages there are.
    """
    from graph.answers.verify import (
        as_recorded,
        cited_sources,
        failures,
        paragraph_verdicts,
        verdicts,
        verify_answer,
        verify_text,
    )
    from graph.cli.progress import progress
    from graph.drafting.fingerprints import write_fingerprints
    from graph.passages.source_texts import source_texts

    kb = knowledge_base(context)
    if texts is None and not download and not kb.texts:
        raise AnswerError("say where the sources' texts are: --texts DIR, or --download")
    sources = cited_sources(kb)
    with progress(messages(), "Reading the sources", len(sources) or None) as advance:
        found_texts, reasons = source_texts(
            sources, kb.sources, texts, download, advance, kb.texts, private
        )
    found_texts = as_recorded(kb, found_texts)
    found = verdicts(kb, found_texts, reasons)
    paragraphs = paragraph_verdicts(kb, found_texts, reasons)
    updated: tuple[str, ...] = ()
    if update:
        outcome = write_fingerprints(kb, found)
        found, updated = outcome.found, outcome.updated
        for refusal in outcome.refused:
            remark(f"nothing written: {refusal}")
    print_answer(
        as_json,
        lambda: verify_answer(found, updated, paragraphs),
        lambda: verify_text(found, updated, paragraphs, verbose),
    )
    exit_if(failures((*found, *paragraphs), strict) > 0)


@app.command(epilog=example("betoog reach --help"))
def reach(
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]…", help="Sources to ask for; all when absent.",
            autocompletion=source_ids,
        ),
    ] = None,
    private: Private = False,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Ask which sources still answer at their addresses.

    One that is gone is a finding: its page is not found, or its host is unknown. A server that
    turns programs away, or is slow or down, is named and is none.
    """
    from graph.answers.addresses import (
        addresses,
        reach_answer,
        reach_sources,
        reach_text,
        require_network,
    )
    from graph.cli.progress import progress
    from graph.passages.addresses import Outcome
    from graph.passages.addresses import reach as ask

    wanted = addresses(knowledge_base(context), sources or ())
    with progress(messages(), "Asking for the sources", len(wanted) or None) as advance:
        found = reach_sources(wanted, advance, partial(ask, private=private))
    if not sources:
        require_network(found)
    print_answer(as_json, lambda: reach_answer(found), lambda: reach_text(found))
    exit_if(any(each.reached.outcome is Outcome.GONE for each in found))
