"""Serving one editor, with all that the server can do."""

import logging
import os
from pathlib import Path
from typing import BinaryIO, cast

from lsprotocol import types as lsp
from pygls.uris import to_fs_path

from graph.editor.changing import code_actions, lay_out, prepare_rename, rename
from graph.editor.framing import BrokenHeaderError, Heard
from graph.editor.looking_up import (
    complete,
    document_symbols,
    find_references,
    go_to_definition,
    hover,
    resolve_completion,
    workspace_symbols,
)
from graph.editor.protocol import AnsweringProtocol
from graph.editor.record_server import RecordServer


def serve(root: Path | None) -> None:
    """Serve one editor over standard input and output, until it says goodbye."""
    # The library tells of every message; an editor shows standard error as a complaint.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    # It closes what it was given, and the command line has yet to flush its own.
    with os.fdopen(os.dup(0), "rb") as heard, os.fdopen(os.dup(1), "wb") as said:
        converse(server(root), heard, said)


def converse(made: RecordServer, heard: BinaryIO, said: BinaryIO) -> None:
    """Let a server answer what it hears.

    Raises:
        BrokenHeaderError: nothing more can be made out of what it hears; the editor is told why.
    """
    try:
        made.start_io(cast(BinaryIO, Heard(heard)), said)
    except BrokenHeaderError as error:
        cast(AnsweringProtocol, made.protocol).tell_unreadable(str(error))
        raise


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
        ls.told = files is not None and bool(files.dynamic_registration)
        if ls.told:
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

    @made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(ls: RecordServer, _params: lsp.DidSaveTextDocumentParams) -> None:
        ls.look_again_untold()

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(ls: RecordServer, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.closed(params.text_document.uri)

    @made.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_files(ls: RecordServer, params: lsp.DidChangeWatchedFilesParams) -> None:
        # Together: another branch that is checked out may change every file.
        changed = [found for each in params.changes if (found := ls.opened(each.uri)) is not None]
        if changed:
            desk, _ = changed[0]
            desk.reread(*(path for _, path in changed))
            ls.check_soon()

    made.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions([":", " ", "-", "[", ","], None, True)
    )(complete)
    made.feature(lsp.COMPLETION_ITEM_RESOLVE)(resolve_completion)
    made.feature(lsp.TEXT_DOCUMENT_HOVER)(hover)
    made.feature(lsp.TEXT_DOCUMENT_DEFINITION)(go_to_definition)
    made.feature(lsp.TEXT_DOCUMENT_REFERENCES)(find_references)
    made.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(document_symbols)
    made.feature(lsp.WORKSPACE_SYMBOL)(workspace_symbols)
    made.feature(lsp.TEXT_DOCUMENT_FORMATTING)(lay_out)
    made.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)(prepare_rename)
    made.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))(rename)
    made.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]),
    )(code_actions)
    return made
