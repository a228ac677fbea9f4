"""The command that proves passages: verify."""

from pathlib import Path
from typing import Annotated

import typer

from graph.answers.error import AnswerError
from graph.answers.terminal import messages, print_answer
from graph.cli.program import Json, app, example, exit_if, knowledge_base, remark


@app.command(epilog=example("betoog verify --texts ../texts", "betoog verify --download --update"))
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

    kb = knowledge_base(context)
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
            remark(f"nothing written: {refusal}")
    print_answer(
        as_json,
        lambda: verify_answer(found, updated, paragraphs),
        lambda: verify_text(found, updated, paragraphs),
    )
    exit_if(failures((*found, *paragraphs), strict) > 0)
