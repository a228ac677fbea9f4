"""Commands for whoever reviews a change: diff."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.place import find_root, require_apart
from graph.cli.program import Json, app, example, remark
from graph.cli.terminal import print_answer, write_document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.base import KnowledgeBase
    from graph.review.review import Review


class Format(StrEnum):
    """How a review is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


_NAMED = 3
_ENDINGS = {
    Format.TEXT: "txt",
    Format.JSON: "json",
    Format.MARKDOWN: "md",
    Format.HTML: "html",
}


def _revisions(context: typer.Context, incomplete: str) -> list[str]:
    """List the branches and tags that begin so."""
    from graph.errors import BetoogError
    from graph.review.git import Repository

    try:
        with Repository(find_root(context.find_root().params.get("root"))) as repository:
            return [each for each in repository.names() if each.startswith(incomplete)]
    except (BetoogError, OSError):
        return []


@app.command(
    epilog=example("betoog diff", "betoog diff HEAD --merge-base", "betoog diff HEAD --json")
)
def diff(
    context: typer.Context,
    before: Annotated[
        str,
        typer.Argument(
            metavar="REV", help="The revision to compare with.", autocompletion=_revisions
        ),
    ] = "HEAD",
    after: Annotated[
        str | None,
        typer.Argument(
            metavar="REV",
            help="The revision after; the working tree when absent.",
            autocompletion=_revisions,
        ),
    ] = None,
    merge_base: Annotated[
        bool, typer.Option("--merge-base", help="Compare with where the two parted.")
    ] = False,
    merged: Annotated[
        bool, typer.Option("--merged", help="Compare with what merging the two gives.")
    ] = False,
    called: Annotated[
        tuple[str, str],
        typer.Option(
            metavar="NAME NAME", help="What to call the two; one that is empty keeps its own."
        ),
    ] = ("", ""),
    written: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="text, json, markdown or html.")
    ] = Format.TEXT,
    as_json: Json = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write it here and print nothing."),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Write it in every form into this folder, to be handed on."
        ),
    ] = None,
) -> None:
    """Say what a change does to the argument.

    Names what was added, removed, reworded, renamed and moved, every claim that stands
    differently and by which route, new objections without a reply, and new findings. Neither
    the working tree nor the index is touched.
    """
    from graph.review.review import review
    from graph.store.saving import put

    root = find_root(context.obj)
    targets = [] if output is None else [output]
    require_apart(root, targets if into is None else _targets(into))
    found = review(root, before, after, merge_base=merge_base, merged=merged, called=called)
    later = _unread(found.after)
    if later:
        why = "; betoog check says why" if after is None else ""
        remark(f"{_cannot_be_read(later)}, so that what stood there is told as removed{why}")
    earlier = {path: why for path, why in _unread(found.before).items() if path not in later}
    if earlier:
        said = f"at {found.names[0]} {_cannot_be_read(earlier)}"
        remark(f"{said}, so that what stands there now is told as added")
    written = Format.JSON if as_json else written
    if into is not None:
        _hand_on(found, into)
    elif output is not None:
        put([(output, _document(found, written).encode("utf-8"))])
    elif written in (Format.TEXT, Format.JSON):
        from graph.review.telling.as_json import diff_answer
        from graph.review.telling.as_text import diff_text
        from graph.review.telling.sections import report

        print_answer(
            written is Format.JSON, lambda: diff_answer(found), lambda: diff_text(report(found))
        )
    else:
        write_document(_document(found, written))


def _unread(kb: "KnowledgeBase") -> dict[str, str]:
    """The files of which nothing can be read, and why not."""
    known = set(kb.paths.values())
    problems = reversed(kb.tree.problems)
    why = {each.path: each.detail for each in problems if each.path not in known}
    return {path: why.get(path, "") for path in sorted(kb.tree.broken_paths - known)}


def _cannot_be_read(unread: "Mapping[str, str]") -> str:
    from graph.text.visible import visible

    named = ", ".join(visible(each) for each in list(unread)[:_NAMED])
    more = f" and {len(unread) - _NAMED} more" if len(unread) > _NAMED else ""
    (why, *others) = unread.values()
    return f"{named}{more} cannot be read{'' if others or not why else f' ({visible(why)})'}"


def _hand_on(found: "Review", folder: Path) -> None:
    """Write a review in every form, and the report by which others may show it."""
    from graph.review.telling.report import report_json
    from graph.review.telling.sections import report
    from graph.store.saving import put

    *places, summed_up = _targets(folder)
    documents = [
        (place, _document(found, form).encode("utf-8"))
        for place, form in zip(places, _ENDINGS, strict=True)
    ]
    put([*documents, (summed_up, report_json(report(found)))])
    typer.echo(f"Written to {folder}.")


def _targets(folder: Path) -> list[Path]:
    """The files of a review in a folder: one in every form, and the report."""
    return [folder / f"diff.{each}" for each in _ENDINGS.values()] + [folder / "report.json"]


def _document(found: "Review", written: Format) -> str:
    from graph.cli.terminal import json_document, text_document
    from graph.review.telling.as_json import diff_answer
    from graph.review.telling.sections import report

    if written is Format.JSON:
        return json_document(diff_answer(found))
    if written is Format.MARKDOWN:
        from graph.review.telling.as_markdown import diff_markdown

        return diff_markdown(report(found))
    if written is Format.HTML:
        from graph.pages.review.page import review_page

        return review_page(report(found), found)
    from graph.review.telling.as_text import diff_text

    return text_document(diff_text(report(found)))
