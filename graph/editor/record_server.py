"""A server with the records at hand: places in the editor's terms, and what is found as you type.

Texts are sent as a whole: records are small, and what a line is then needs no agreement.
"""

import asyncio
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from graph.check import Finding, Severity
from graph.editor.open_records import Desk
from graph.editor.protocol import AnsweringProtocol
from graph.editor.units import Unit, column, units
from graph.store import Span

PAUSE = 0.2
"""The seconds without typing after which the records are checked."""

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.HINT: lsp.DiagnosticSeverity.Information,
}


class RecordServer(LanguageServer):
    """A language server with a desk, once it knows of a folder that holds `claims/`."""

    def __init__(self, root: Path | None) -> None:
        super().__init__(
            "betoog",
            version("betoog"),
            text_document_sync_kind=lsp.TextDocumentSyncKind.Full,
            protocol_cls=AnsweringProtocol,
        )
        self.root = root
        self.desk: Desk | None = None
        # Of files that are open: the addresses they were opened at, the latest at the end.
        self._uris: dict[str, list[str]] = {}
        self._shown: dict[str, list[lsp.Diagnostic]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self.told = False
        """Whether the editor says which files changed."""

    # ── Places ──────────────────────────────────────────────────────────────

    @property
    def unit(self) -> Unit:
        """What the editor counts within a line."""
        return Unit(self.workspace.position_encoding or Unit.UTF16)

    @property
    def fills_in(self) -> bool:
        """Whether the editor leads from one place of a text to fill in to the next."""
        document = self.client_capabilities.text_document
        completion = document.completion if document is not None else None
        item = completion.completion_item if completion is not None else None
        return item is not None and bool(item.snippet_support)

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
        """The address of a file, as the editor wrote it if it has it open."""
        return self._addresses(path)[-1]

    def _addresses(self, path: str) -> list[str]:
        """All addresses of a file: several where an editor opened it by several spellings."""
        root = self.desk.root if self.desk is not None else Path()
        return self._uris.get(path) or [(root.absolute() / path).as_uri()]

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

    def look_again(self) -> None:
        """Read what was saved since, before an answer by which other files are changed than the one
        that is looked at: not every editor says that they changed, and none says so at once."""
        if self.desk is not None and self.desk.read_again():
            self.check_soon()

    def look_again_untold(self) -> None:
        """The same before an answer that only leads there, where the editor says nothing: all
        records are read for it, and some editors ask at every move."""
        if not self.told:
            self.look_again()

    # ── Findings ────────────────────────────────────────────────────────────

    def typed(self, uri: str, text: str) -> None:
        """Take a text that is being typed, and check once there is a pause."""
        if (found := self.opened(uri)) is not None:
            desk, path = found
            others = [each for each in self._uris.get(path, []) if each != uri]
            self._uris[path] = [*others, uri]
            desk.type(path, text)
            self.check_soon()

    def closed(self, uri: str) -> None:
        """Go by the saved text of a file again."""
        if (found := self.opened(uri)) is not None:
            desk, path = found
            others = [each for each in self._uris.pop(path, []) if each != uri]
            if others:
                self._uris[path] = others
            else:
                desk.put_away(path)
            self.check_soon()

    def check_soon(self) -> None:
        """Check after a pause, which begins anew each time."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(PAUSE, self.check)

    def check(self) -> None:
        """Say what is found, at each address at which something else was said before."""
        self._timer = None
        ending = isinstance(self.protocol, AnsweringProtocol) and self.protocol.ending
        if self.desk is None or ending:
            return
        found: dict[str, list[lsp.Diagnostic]] = {}
        for path, findings in self.desk.findings.items():
            if path.startswith("claims/"):
                diagnostics = [self.diagnostic(each) for each in findings]
                found.update(dict.fromkeys(self._addresses(path), diagnostics))
        for uri in sorted(found.keys() | self._shown.keys()):
            diagnostics = found.get(uri, [])
            if diagnostics != self._shown.get(uri, []):
                self.text_document_publish_diagnostics(
                    lsp.PublishDiagnosticsParams(uri, diagnostics)
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
