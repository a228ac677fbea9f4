"""Commands that hold records to their sources: verify and reach."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.place import find_root
from graph.cli.program import Json, app, example, exit_if, knowledge_base, remark
from graph.cli.terminal import messages, print_answer
from graph.errors import AnswerError

Private = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Ask for addresses of this machine and its own networks, too."
    ),
]


@app.command(epilog=example("betoog verify --texts ../texts", "betoog verify --download --update"))
def verify(
    context: typer.Context,
    texts: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            envvar="BETOOG_TEXTS",
            help="A folder with the sources' texts, as SOURCE.txt or SOURCE.LANGUAGE.txt: "
            "the headline first, and a blank line between paragraphs.",
        ),
    ] = None,
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


def _source_ids(context: typer.Context, incomplete: str) -> list[str]:
    try:
        folder = find_root(context.find_root().params.get("root")) / "claims" / "sources"
        return sorted(each.stem for each in folder.glob(f"{incomplete}*.yaml"))
    except (AnswerError, OSError):
        return []


@app.command(epilog=example("betoog reach --help"))
def reach(
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]…", help="Sources to ask for; all when absent.",
            autocompletion=_source_ids,
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
