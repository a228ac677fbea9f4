"""The language server: what `graph.editing` knows, in the words of the protocol.

The only module that knows pygls. Texts are sent as a whole: records are small, and what a
line is then needs no agreement.
"""

import asyncio
import logging
import os
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from graph.answers.fixing import applied, fixing
from graph.check import Finding, Severity
from graph.drafting.likeness import matching
from graph.editing.card import card, sentence
from graph.editing.completion import completion, documentation
from graph.editing.desk import Desk
from graph.editing.occurrence import definition, occurrence_at, occurrences
from graph.editing.outline import Part, outline
from graph.editing.rename import RenameRefusedError, renamable, renaming
from graph.editing.units import Unit, column, units
from graph.store import Span

PAUSE = 0.2
"""The seconds without typing after which the records are checked."""

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.HINT: lsp.DiagnosticSeverity.Information,
}
_KINDS = {
    "claim": lsp.CompletionItemKind.Reference,
    "link": lsp.CompletionItemKind.Reference,
    "source": lsp.CompletionItemKind.File,
    "speaker": lsp.CompletionItemKind.Class,
    "scheme": lsp.CompletionItemKind.Struct,
    "field": lsp.CompletionItemKind.Field,
    "value": lsp.CompletionItemKind.EnumMember,
}


class RecordServer(LanguageServer):
    """A language server with a desk, once it knows of a folder that holds `claims/`."""

    def __init__(self, root: Path | None) -> None:
        super().__init__(
            "betoog", version("betoog"), text_document_sync_kind=lsp.TextDocumentSyncKind.Full
        )
        self.root = root
        self.desk: Desk | None = None
        self._uris: dict[str, str] = {}
        self._shown: dict[str, list[lsp.Diagnostic]] = {}
        self._timer: asyncio.TimerHandle | None = None

    # ── Places ──────────────────────────────────────────────────────────────

    @property
    def unit(self) -> Unit:
        """What the editor counts within a line."""
        return Unit(self.workspace.position_encoding or Unit.UTF16)

    def begin(self, folders: Iterable[str]) -> None:
        """Read the records of the folder given or of the first that has any."""
        for folder in folders if self.root is None else (self.root,):
            place = Path(folder).absolute()
            for each in (place, *place.parents):
                if (each / "claims").is_dir():
                    self.desk = Desk(each)
                    return

    def opened(self, uri: str) -> tuple[Desk, str] | None:
        """The desk and the record at an address; None where it is no record."""
        place = to_fs_path(uri) if uri.startswith("file:") else None
        if place is None:
            return None
        if self.desk is None:
            self.begin([str(Path(place).parent)])
        path = self.desk.path(Path(place)) if self.desk is not None else None
        return (self.desk, path) if self.desk is not None and path is not None else None

    def uri(self, path: str) -> str:
        """The address of a file, as the editor wrote it if it did."""
        root = self.desk.root if self.desk is not None else Path()
        return self._uris.get(path) or (root.absolute() / path).as_uri()

    def versioned(self, path: str) -> lsp.OptionalVersionedTextDocumentIdentifier:
        """A file with the version the editor has open, if it has."""
        uri = self.uri(path)
        document = self.workspace.text_documents.get(uri)
        version_ = document.version if document is not None else None
        return lsp.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version_)

    def range(self, path: str, span: Span, last: Span | None = None) -> lsp.Range:
        """A span as the editor counts."""
        end = last or span
        return lsp.Range(
            self._position(path, span.line, span.column),
            self._position(path, end.line, end.end_column),
        )

    def _position(self, path: str, line: int, at: int) -> lsp.Position:
        lines = self.desk.lines(path) if self.desk is not None else []
        text = lines[line - 1] if 0 < line <= len(lines) else None
        return lsp.Position(line - 1, at - 1 if text is None else units(text, at, self.unit))

    def place(self, path: str, position: lsp.Position) -> tuple[int, int]:
        """The line and the column of a position."""
        lines = self.desk.lines(path) if self.desk is not None else []
        text = lines[position.line] if position.line < len(lines) else ""
        return position.line + 1, column(text, position.character, self.unit)

    def offsets(self, path: str, begin: int, end: int) -> lsp.Range:
        """A stretch of a file's text, counted in characters from 0."""
        text = "\n".join(self.desk.lines(path)) if self.desk is not None else ""

        def position(offset: int) -> lsp.Position:
            before = text[:offset]
            return self._position(
                path, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
            )

        return lsp.Range(position(begin), position(end))

    # ── Findings ────────────────────────────────────────────────────────────

    def typed(self, uri: str, text: str) -> None:
        """Take a text that is being typed, and check once there is a pause."""
        if (found := self.opened(uri)) is not None:
            desk, path = found
            self._uris[path] = uri
            desk.type(path, text)
            self.check_soon()

    def closed(self, uri: str) -> None:
        """Go by the saved text of a file again."""
        if (found := self.opened(uri)) is not None:
            desk, path = found
            desk.put_away(path)
            self.check_soon()

    def check_soon(self) -> None:
        """Check after a pause, which begins anew each time."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(PAUSE, self.check)

    def check(self) -> None:
        """Say what is found, for each file of which something else was said before."""
        self._timer = None
        if self.desk is None:
            return
        found = {
            path: [self.diagnostic(each) for each in findings]
            for path, findings in self.desk.findings.items()
            if path.startswith("claims/")
        }
        for path in sorted(found.keys() | self._shown.keys()):
            diagnostics = found.get(path, [])
            if diagnostics != self._shown.get(path, []):
                self.text_document_publish_diagnostics(
                    lsp.PublishDiagnosticsParams(self.uri(path), diagnostics)
                )
        self._shown = found

    def diagnostic(self, finding: Finding) -> lsp.Diagnostic:
        """A finding in the words of the protocol."""
        span = Span(finding.line, finding.column, finding.end_column)
        said = f"{finding.message}\n{finding.help}" if finding.help else finding.message
        return lsp.Diagnostic(
            range=self.range(finding.path, span),
            message=said,
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            source="betoog",
        )


def serve(root: Path | None) -> None:
    """Serve one editor over standard input and output, until it says goodbye."""
    # The library tells of every message; an editor shows standard error as a complaint.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    # It closes what it was given, and the command line has yet to flush its own.
    with os.fdopen(os.dup(0), "rb") as heard, os.fdopen(os.dup(1), "wb") as said:
        server(root).start_io(heard, said)


def server(root: Path | None) -> RecordServer:
    """A server with all it can do."""
    made = RecordServer(root)

    @made.feature(lsp.INITIALIZED)
    async def initialized(ls: RecordServer, _params: lsp.InitializedParams) -> None:
        folders = [to_fs_path(each.uri) for each in ls.workspace.folders.values()]
        ls.begin([each for each in (*folders, ls.workspace.root_path) if each])
        ls.check_soon()
        watched = ls.client_capabilities.workspace
        files = watched.did_change_watched_files if watched is not None else None
        if files is not None and files.dynamic_registration:
            options = lsp.DidChangeWatchedFilesRegistrationOptions(
                [lsp.FileSystemWatcher("**/claims/**/*.{md,yaml,txt}")]
            )
            method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = lsp.Registration("records", method, options)
            await ls.client_register_capability_async(lsp.RegistrationParams([registration]))

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(ls: RecordServer, params: lsp.DidOpenTextDocumentParams) -> None:
        ls.typed(params.text_document.uri, params.text_document.text)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(ls: RecordServer, params: lsp.DidChangeTextDocumentParams) -> None:
        if params.content_changes:
            ls.typed(params.text_document.uri, params.content_changes[-1].text)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(ls: RecordServer, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.closed(params.text_document.uri)

    @made.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_files(ls: RecordServer, params: lsp.DidChangeWatchedFilesParams) -> None:
        for change in params.changes:
            if (found := ls.opened(change.uri)) is not None:
                desk, path = found
                desk.reread(path)
                ls.check_soon()

    made.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions([":", " ", "-", "[", ","], None, True)
    )(_completion)
    made.feature(lsp.COMPLETION_ITEM_RESOLVE)(_resolved)
    made.feature(lsp.TEXT_DOCUMENT_HOVER)(_hover)
    made.feature(lsp.TEXT_DOCUMENT_DEFINITION)(_definition)
    made.feature(lsp.TEXT_DOCUMENT_REFERENCES)(_references)
    made.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(_symbols)
    made.feature(lsp.WORKSPACE_SYMBOL)(_claims)
    made.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)(_prepare_rename)
    made.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))(_rename)
    made.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]),
    )(_actions)
    return made


async def _completion(ls: RecordServer, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    if (found := ls.opened(params.text_document.uri)) is None:
        return None
    desk, path = found
    fitting = completion(desk.kb, path, *ls.place(path, params.position))
    if fitting is None:
        return None
    where = ls.range(path, fitting.span)
    items = [
        lsp.CompletionItem(
            label=each.label,
            kind=_KINDS[each.kind],
            detail=each.detail or None,
            filter_text=each.filter,
            sort_text=f"{number:05}",
            text_edit=lsp.TextEdit(where, each.text),
            data={"kind": each.kind},
        )
        for number, each in enumerate(fitting.proposals)
    ]
    return lsp.CompletionList(fitting.partial, items)


async def _resolved(ls: RecordServer, item: lsp.CompletionItem) -> lsp.CompletionItem:
    kind = item.data.get("kind") if isinstance(item.data, dict) else None
    if ls.desk is not None and isinstance(kind, str):
        said = documentation(ls.desk.kb, kind, item.label)
        if said:
            item.documentation = lsp.MarkupContent(lsp.MarkupKind.Markdown, said)
    return item


async def _hover(ls: RecordServer, params: lsp.HoverParams) -> lsp.Hover | None:
    if (found := ls.opened(params.text_document.uri)) is None:
        return None
    desk, path = found
    here = occurrence_at(desk.kb, path, *ls.place(path, params.position))
    said = card(desk.kb, here.kind, here.id) if here is not None else ""
    if here is None or not said:
        return None
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, said), ls.range(path, here.span))


async def _definition(ls: RecordServer, params: lsp.DefinitionParams) -> lsp.Location | None:
    if (found := ls.opened(params.text_document.uri)) is None:
        return None
    desk, path = found
    here = occurrence_at(desk.kb, path, *ls.place(path, params.position))
    there = definition(desk.kb, here.kind, here.id) if here is not None else None
    return None if there is None else lsp.Location(ls.uri(there[0]), ls.range(*there))


async def _references(ls: RecordServer, params: lsp.ReferenceParams) -> list[lsp.Location]:
    if (found := ls.opened(params.text_document.uri)) is None:
        return []
    desk, path = found
    here = occurrence_at(desk.kb, path, *ls.place(path, params.position))
    if here is None:
        return []
    id_ = desk.kb.resolve(here.id) if here.kind == "claim" else here.id
    places = [
        (each.path, each.span)
        for each in occurrences(desk.kb, None, here.kind, id_)
        if not each.own
    ]
    if params.context.include_declaration and (own := definition(desk.kb, here.kind, id_)):
        places.insert(0, own)
    return [lsp.Location(ls.uri(each), ls.range(each, span)) for each, span in places]


async def _symbols(
    ls: RecordServer, params: lsp.DocumentSymbolParams
) -> Sequence[lsp.DocumentSymbol]:
    if (found := ls.opened(params.text_document.uri)) is None:
        return []
    desk, path = found
    return [_symbol(ls, path, each, lsp.SymbolKind.Field) for each in outline(desk.kb, path)]


def _symbol(ls: RecordServer, path: str, part: Part, kind: lsp.SymbolKind) -> lsp.DocumentSymbol:
    lines = ls.desk.lines(path) if ls.desk is not None else []
    text = lines[part.last_line - 1] if part.last_line <= len(lines) else ""
    end = Span(part.last_line, 1, max(len(text) + 1, 1))
    return lsp.DocumentSymbol(
        name=part.name,
        detail=part.detail or None,
        kind=kind,
        range=ls.range(path, part.span, end),
        selection_range=ls.range(path, part.span),
        children=[_symbol(ls, path, each, lsp.SymbolKind.Key) for each in part.parts],
    )


async def _claims(
    ls: RecordServer, params: lsp.WorkspaceSymbolParams
) -> Sequence[lsp.WorkspaceSymbol]:
    if ls.desk is None:
        return []
    kb = ls.desk.kb
    found: list[lsp.WorkspaceSymbol] = []
    for claim in matching(kb, params.query, 100):
        if (there := definition(kb, "claim", claim)) is not None:
            place = lsp.Location(ls.uri(there[0]), ls.range(*there))
            said = f"{sentence(kb, claim)} ({claim})"
            found.append(lsp.WorkspaceSymbol(place, said, lsp.SymbolKind.String))
    return found


async def _prepare_rename(
    ls: RecordServer, params: lsp.PrepareRenameParams
) -> lsp.PrepareRenamePlaceholder | None:
    if (found := ls.opened(params.text_document.uri)) is None:
        return None
    desk, path = found
    try:
        here = renamable(desk.kb, occurrence_at(desk.kb, path, *ls.place(path, params.position)))
    except RenameRefusedError as error:
        raise JsonRpcInvalidParams(str(error)) from error
    return lsp.PrepareRenamePlaceholder(ls.range(path, here.span), desk.kb.resolve(here.id))


async def _rename(ls: RecordServer, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    if (found := ls.opened(params.text_document.uri)) is None:
        return None
    desk, path = found
    workspace = ls.client_capabilities.workspace
    able = workspace.workspace_edit if workspace is not None else None
    try:
        if able is None or lsp.ResourceOperationKind.Rename not in (able.resource_operations or ()):
            raise RenameRefusedError("this editor cannot rename the claim's file")
        here = renamable(desk.kb, occurrence_at(desk.kb, path, *ls.place(path, params.position)))
        change = renaming(desk.kb, here.id, params.new_name.strip())
    except RenameRefusedError as error:
        raise JsonRpcInvalidParams(str(error)) from error
    texts: dict[str, list[lsp.TextEdit | lsp.AnnotatedTextEdit | lsp.SnippetTextEdit]] = {}
    for each in change.edits:
        texts.setdefault(each.path, []).append(
            lsp.TextEdit(ls.range(each.path, each.span), each.text)
        )
    done: list[lsp.TextDocumentEdit | lsp.CreateFile | lsp.RenameFile | lsp.DeleteFile] = [
        lsp.TextDocumentEdit(ls.versioned(each), edits) for each, edits in texts.items()
    ]
    done += [lsp.RenameFile(ls.uri(old), ls.uri(new)) for old, new in change.moves]
    return lsp.WorkspaceEdit(document_changes=done)


async def _actions(ls: RecordServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    if (found := ls.opened(params.text_document.uri)) is None:
        return []
    desk, path = found
    file = desk.kb.tree.by_path.get(path)
    if file is None:
        return []
    actions: list[lsp.CodeAction] = []
    uri = params.text_document.uri
    problems = list(desk.kb.tree.problems)
    for each in desk.findings.get(path, ()):
        if each.fix is None or not (
            params.range.start.line <= each.line - 1 <= params.range.end.line
        ):
            continue
        if applied(file, each, problems) is None:
            continue
        edit = lsp.TextEdit(ls.offsets(path, each.fix.begin, each.fix.end), each.fix.text)
        actions.append(
            lsp.CodeAction(
                title=(each.help or each.message)[:1].upper() + (each.help or each.message)[1:],
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=[ls.diagnostic(each)],
                is_preferred=True,
                edit=lsp.WorkspaceEdit({uri: [edit]}),
            )
        )
    wanted = params.context.only or ()
    if actions or any(lsp.CodeActionKind.SourceFixAll.startswith(each) for each in wanted):
        text = fixing(desk.kb.tree, frozenset((path,))).changed.get(path)
        if text is not None:
            whole = ls.offsets(path, 0, len(file.text))
            actions.append(
                lsp.CodeAction(
                    title="Put right what a machine can in this file",
                    kind=lsp.CodeActionKind.SourceFixAll,
                    edit=lsp.WorkspaceEdit({uri: [lsp.TextEdit(whole, text)]}),
                )
            )
    return actions
