"""Answers to an editor that asks: completion, hover, definition, references and symbols."""

from collections.abc import Sequence
from itertools import islice

from lsprotocol import types as lsp

from graph.argument.likeness import matching
from graph.argument.occurrence import definition, occurrence_at, occurrences
from graph.editor.card import card, sentence
from graph.editor.completion import Proposal, completion, documentation
from graph.editor.headings import Heading, outline
from graph.editor.meaning import meaning_at
from graph.editor.record_server import RecordServer
from graph.editor.skeleton import without_stops
from graph.store import Span

_SYMBOLS = 100
_KINDS = {
    "claim": lsp.CompletionItemKind.Reference,
    "link": lsp.CompletionItemKind.Reference,
    "source": lsp.CompletionItemKind.File,
    "speaker": lsp.CompletionItemKind.Class,
    "scheme": lsp.CompletionItemKind.Struct,
    "field": lsp.CompletionItemKind.Field,
    "skeleton": lsp.CompletionItemKind.Snippet,
    "value": lsp.CompletionItemKind.EnumMember,
}


async def complete(ls: RecordServer, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    """What may be put where something is typed."""
    if (found := ls.opened(params.text_document.uri)) is None:
        return None
    desk, path = found
    fitting = completion(desk.kb, path, *ls.place(path, params.position))
    if fitting is None:
        return None
    where = ls.range(path, fitting.span)
    able = ls.fills_in
    snippet = lsp.InsertTextFormat.Snippet
    items = [
        lsp.CompletionItem(
            label=each.label,
            kind=_KINDS[each.kind],
            detail=each.detail or None,
            filter_text=each.filter or None,
            sort_text=f"{number:05}",
            text_edit=lsp.TextEdit(where, _written(each, able)),
            insert_text_format=snippet if able and each.kind == "skeleton" else None,
            data={"kind": each.kind},
        )
        for number, each in enumerate(fitting.proposals)
    ]
    return lsp.CompletionList(fitting.partial, items)


def _written(proposal: Proposal, able: bool) -> str:
    """What a proposal puts there, for an editor that fills in places or is not able to."""
    filled = able or proposal.kind != "skeleton"
    return proposal.text if filled else without_stops(proposal.text)


async def resolve_completion(ls: RecordServer, item: lsp.CompletionItem) -> lsp.CompletionItem:
    """More about a proposal that is looked at."""
    kind = item.data.get("kind") if isinstance(item.data, dict) else None
    if ls.desk is not None and isinstance(kind, str):
        said = documentation(ls.desk.kb, kind, item.label)
        if said:
            item.documentation = lsp.MarkupContent(lsp.MarkupKind.Markdown, said)
    return item


async def hover(ls: RecordServer, params: lsp.HoverParams) -> lsp.Hover | None:
    """What the record says that is named here, and how it stands; of a field or one of its words,
    what that means."""
    if (found := ls.opened(params.text_document.uri)) is None:
        return None
    desk, path = found
    place = ls.place(path, params.position)
    here = occurrence_at(desk.kb, path, *place)
    said = card(desk.kb, here.kind, here.id) if here is not None else ""
    span = here.span if here is not None else Span(*place, place[1])
    if not said and (told := meaning_at(desk.kb, path, *place)) is not None:
        said, span = told.said, told.span
    if not said:
        return None
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, said), ls.range(path, span))


async def go_to_definition(ls: RecordServer, params: lsp.DefinitionParams) -> lsp.Location | None:
    """The record that is named here."""
    if (found := ls.opened(params.text_document.uri)) is None:
        return None
    ls.look_again_untold()
    desk, path = found
    here = occurrence_at(desk.kb, path, *ls.place(path, params.position))
    there = definition(desk.kb, here.kind, here.id) if here is not None else None
    return None if there is None else lsp.Location(ls.uri(there[0]), ls.range(*there))


async def find_references(ls: RecordServer, params: lsp.ReferenceParams) -> list[lsp.Location]:
    """Wherever the record is named."""
    if (found := ls.opened(params.text_document.uri)) is None:
        return []
    ls.look_again_untold()
    desk, path = found
    here = occurrence_at(desk.kb, path, *ls.place(path, params.position))
    if here is None:
        return []
    id_ = desk.kb.present(here.kind, here.id)
    places = [
        (each.path, each.span)
        for each in occurrences(desk.kb, None, here.kind, id_)
        if not each.own
    ]
    if params.context.include_declaration and (own := definition(desk.kb, here.kind, id_)):
        places.insert(0, own)
    return [lsp.Location(ls.uri(each), ls.range(each, span)) for each, span in places]


async def document_symbols(
    ls: RecordServer, params: lsp.DocumentSymbolParams
) -> Sequence[lsp.DocumentSymbol]:
    """The fields of a record."""
    if (found := ls.opened(params.text_document.uri)) is None:
        return []
    desk, path = found
    return [_symbol(ls, path, each, lsp.SymbolKind.Field) for each in outline(desk.kb, path)]


def _symbol(
    ls: RecordServer, path: str, heading: Heading, kind: lsp.SymbolKind
) -> lsp.DocumentSymbol:
    lines = ls.desk.lines(path) if ls.desk is not None else []
    text = lines[heading.last_line - 1] if heading.last_line <= len(lines) else ""
    end = Span(heading.last_line, 1, max(len(text) + 1, 1))
    return lsp.DocumentSymbol(
        name=heading.name,
        detail=heading.detail or None,
        kind=kind,
        range=ls.range(path, heading.span, end),
        selection_range=ls.range(path, heading.span),
        children=[_symbol(ls, path, each, lsp.SymbolKind.Key) for each in heading.below],
    )


async def workspace_symbols(
    ls: RecordServer, params: lsp.WorkspaceSymbolParams
) -> Sequence[lsp.WorkspaceSymbol]:
    """Claims by their words; the first of all where no words are given."""
    if ls.desk is None:
        return []
    kb = ls.desk.kb
    found: list[lsp.WorkspaceSymbol] = []
    asked = params.query.strip()
    for claim in matching(kb, asked, _SYMBOLS) if asked else islice(kb.claims, _SYMBOLS):
        if (there := definition(kb, "claim", claim)) is not None:
            place = lsp.Location(ls.uri(there[0]), ls.range(*there))
            said = f"{sentence(kb, claim)} ({claim})"
            found.append(lsp.WorkspaceSymbol(place, said, lsp.SymbolKind.String))
    return found
