"""Changes that an editor makes for a person: renaming, and ways out of findings."""

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from graph.argument.occurrence import occurrence_at
from graph.check import Finding
from graph.check.fix import Way
from graph.drafting.fixing import applied, fixing
from graph.drafting.renaming import RenameRefusedError, renamable, renaming
from graph.editor.quotations import recordable
from graph.editor.record_server import RecordServer
from graph.errors import BetoogError
from graph.records.kinds import RECORD_KINDS
from graph.store.layout import laid_out


async def prepare_rename(
    ls: RecordServer, params: lsp.PrepareRenameParams
) -> lsp.PrepareRenamePlaceholder | None:
    """What would be renamed here."""
    if (found := ls.opened(params.text_document.uri)) is None:
        return None
    desk, path = found
    try:
        here = renamable(desk.kb, occurrence_at(desk.kb, path, *ls.place(path, params.position)))
    except BetoogError as error:
        raise JsonRpcInvalidParams(str(error)) from error
    return lsp.PrepareRenamePlaceholder(
        ls.range(path, here.span),
        desk.kb.present(here.kind, here.id),
    )


async def rename(ls: RecordServer, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    """Another id for a record, everywhere; the old one is kept as an alias."""
    if (found := ls.opened(params.text_document.uri)) is None:
        return None
    # Where an edit begins is said by characters: what was saved since must not be hit.
    ls.look_again()
    desk, path = found
    workspace = ls.client_capabilities.workspace
    able = workspace.workspace_edit if workspace is not None else None
    try:
        if able is None or lsp.ResourceOperationKind.Rename not in (able.resource_operations or ()):
            raise RenameRefusedError("this editor cannot rename the record's file")
        here = renamable(desk.kb, occurrence_at(desk.kb, path, *ls.place(path, params.position)))
        change = renaming(desk.kb, here.kind, here.id, params.new_name.strip())
    except BetoogError as error:
        raise JsonRpcInvalidParams(str(error)) from error
    texts: dict[str, list[lsp.TextEdit | lsp.AnnotatedTextEdit | lsp.SnippetTextEdit]] = {}
    for each in change.edits:
        texts.setdefault(each.path, []).append(
            lsp.TextEdit(ls.offsets(each.path, each.begin, each.end), each.text)
        )
    done: list[lsp.TextDocumentEdit | lsp.CreateFile | lsp.RenameFile | lsp.DeleteFile] = [
        lsp.TextDocumentEdit(ls.versioned(each), edits) for each, edits in texts.items()
    ]
    done += [lsp.RenameFile(ls.uri(old), ls.uri(new)) for old, new in change.moves]
    return lsp.WorkspaceEdit(document_changes=done)


async def code_actions(ls: RecordServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """The ways out of what is found, each by itself; preferred is one that leaves no doubt."""
    if (found := ls.opened(params.text_document.uri)) is None:
        return []
    desk, path = found
    file = desk.kb.tree.by_path.get(path)
    if file is None:
        return []
    actions: list[lsp.CodeAction] = []
    uri = params.text_document.uri
    for each in desk.findings.get(path, ()):
        if not params.range.start.line <= each.line - 1 <= params.range.end.line:
            continue
        for way in _ways(each):
            if applied(file, way.fix) is None:
                continue
            edit = lsp.TextEdit(ls.offsets(path, way.fix.begin, way.fix.end), way.fix.text)
            actions.append(
                lsp.CodeAction(
                    title=way.said,
                    kind=lsp.CodeActionKind.QuickFix,
                    diagnostics=[ls.diagnostic(each)],
                    is_preferred=way.fix == each.fix,
                    edit=lsp.WorkspaceEdit({uri: [edit]}),
                )
            )
    fixable = any(each.is_preferred for each in actions)
    first, last = params.range.start.line + 1, params.range.end.line + 1
    actions += [
        lsp.CodeAction(
            title=each.said,
            kind=lsp.CodeActionKind.QuickFix,
            edit=lsp.WorkspaceEdit(
                {uri: [lsp.TextEdit(ls.offsets(path, *at), text) for *at, text in each.splices]}
            ),
        )
        for each in recordable(desk.kb, path, first, last)
    ]
    wanted = params.context.only or ()
    if fixable or any(lsp.CodeActionKind.SourceFixAll.startswith(each) for each in wanted):
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


def _ways(finding: Finding) -> tuple[Way, ...]:
    """The ways out of a finding: the one that leaves no doubt first, or alone."""
    if finding.fix is None:
        return finding.ways
    said = finding.help or finding.message
    sure = [each for each in finding.ways if each.fix == finding.fix]
    own = sure[0] if sure else Way(said[:1].upper() + said[1:], finding.fix)
    return (own, *(each for each in finding.ways if each.fix != finding.fix))


async def lay_out(
    ls: RecordServer, params: lsp.DocumentFormattingParams
) -> list[lsp.TextEdit] | None:
    """The record in the one canonical layout, comments kept; None for one with faults and for
    prose, which are left as they are."""
    if (found := ls.opened(params.text_document.uri)) is None:
        return None
    desk, path = found
    file = desk.kb.tree.by_path.get(path)
    text = (
        laid_out(file.kind, file.text) if file is not None and file.kind in RECORD_KINDS else None
    )
    if file is None or text is None:
        return None
    return [] if text == file.text else [lsp.TextEdit(ls.offsets(path, 0, len(file.text)), text)]
