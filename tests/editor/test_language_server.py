"""The language server as an editor meets it: a process, spoken to in the protocol."""

import asyncio
import contextlib
import logging
import socket
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.io_ import run_async
from pygls.lsp.client import LanguageClient

from graph.editor.protocol import AnsweringProtocol
from graph.editor.record_server import RecordServer
from graph.editor.serving import server
from graph.editor.units import Unit
from tests.conftest import ROOT

FIT = "claims/paths/cycling-keeps-fit.md"
THESIS = "claims/paths/build-cycle-paths.md"
COST = "claims/paths/paths-cost-much.md"
_PROGRAM = "import sys; from graph.cli import main; sys.exit(main(['lsp']))"
_WAIT = 120.0
_Said = TypeVar("_Said")


def _run(story: Coroutine[Any, Any, _Said]) -> _Said:
    """Run it in a thread of its own: where a browser is in use, this one has a loop already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, story).result()


class Editor:
    """An editor with the folder open, and the diagnostics it was sent."""

    def __init__(self, root: Path, client: LanguageClient) -> None:
        self.root = root
        self.client = client
        self.shown: dict[str, list[lsp.Diagnostic]] = {}
        self.came = asyncio.Event()

        @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def take(params: lsp.PublishDiagnosticsParams) -> None:
            self.shown[params.uri] = list(params.diagnostics)
            self.came.set()

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def codes(self, path: str) -> set[object]:
        return {each.code for each in self.shown.get(self.uri(path), [])}

    async def until(self, true: Callable[[], bool]) -> None:
        async def wait() -> None:
            while not true():
                await self.came.wait()
                self.came.clear()

        await asyncio.wait_for(wait(), _WAIT)

    def open(self, path: str, text: str | None = None) -> str:
        text = (self.root / path).read_text("utf-8") if text is None else text
        item = lsp.TextDocumentItem(self.uri(path), "markdown", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return text

    def type(self, path: str, text: str, version: int = 2) -> None:
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(version, self.uri(path)),
                [lsp.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def at(self, path: str, text: str, words: str, within: int = 1) -> dict[str, Any]:
        """The document and the position of some words in it, in UTF-16 code units."""
        lines = text.split("\n")
        number = next(index for index, line in enumerate(lines) if words in line)
        before = lines[number][: lines[number].index(words) + within]
        position = lsp.Position(number, len(before.encode("utf-16-le")) // 2)
        return {
            "text_document": lsp.TextDocumentIdentifier(self.uri(path)),
            "position": position,
        }


Story = Callable[[Editor], Awaitable[None]]


async def _live(editor: Editor, story: Story) -> None:
    """From the first greeting to the last."""
    client = editor.client
    workspace = lsp.WorkspaceClientCapabilities(
        workspace_edit=lsp.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[lsp.ResourceOperationKind.Rename]
        )
    )
    await asyncio.wait_for(
        client.initialize_async(
            lsp.InitializeParams(
                capabilities=lsp.ClientCapabilities(workspace=workspace),
                workspace_folders=[lsp.WorkspaceFolder(editor.root.as_uri(), "records")],
            )
        ),
        _WAIT,
    )
    client.initialized(lsp.InitializedParams())
    try:
        await asyncio.wait_for(story(editor), 2 * _WAIT)
    finally:
        await client.shutdown_async(None)
        client.exit(None)


def edit_by_process(root: Path, story: Story) -> str:
    """Let an editor live through a story with `betoog lsp`; what that wrote on standard error."""

    async def live() -> str:
        client = LanguageClient("test", "1")
        await client.start_io(sys.executable, "-c", _PROGRAM, cwd=str(ROOT))
        try:
            await _live(Editor(root, client), story)
        finally:
            process = client._server
            assert process is not None
            status = await asyncio.wait_for(process.wait(), _WAIT)
            said = await process.stderr.read() if process.stderr is not None else b""
            await client.stop()  # type: ignore[no-untyped-call]
        assert status == 0, said.decode()
        return said.decode()

    return _run(live())


def edit(root: Path, story: Story) -> list[str]:
    """Let an editor live through a story with a server in a thread; what that complained of."""
    complaints: list[str] = []
    ours, theirs = socket.socketpair()
    made = server(None)

    def complain(error: Exception, _: object) -> None:
        # A refusal is an answer, and no complaint.
        if not isinstance(error, JsonRpcException):
            complaints.append(repr(error))

    made.report_server_error = complain  # type: ignore[assignment]
    heard, said = theirs.makefile("rb"), theirs.makefile("wb")
    serving = threading.Thread(target=made.start_io, args=(heard, said))

    async def live() -> None:
        client = LanguageClient("test", "1")
        reader, writer = await asyncio.open_connection(sock=ours)
        client.protocol.set_writer(writer)
        hearing = asyncio.create_task(
            run_async(
                stop_event=threading.Event(),
                reader=reader,
                protocol=client.protocol,
                logger=logging.getLogger("client"),
                error_handler=complain,
            )
        )
        await _live(Editor(root, client), story)
        await asyncio.to_thread(serving.join, _WAIT)
        theirs.shutdown(socket.SHUT_RDWR)
        await asyncio.wait_for(hearing, _WAIT)
        writer.close()

    serving.start()
    try:
        _run(live())
    finally:
        # Where the story broke off, the server has not been told to go.
        with contextlib.suppress(OSError):
            theirs.shutdown(socket.SHUT_RDWR)
        serving.join(_WAIT)
        for each in (heard, said, theirs, ours):
            each.close()
    return complaints


@pytest.mark.process
def test_findings_come_as_one_types_for_every_file_they_are_in(root: Path) -> None:
    async def story(editor: Editor) -> None:
        text = editor.open(FIT)
        editor.type(FIT, text.replace("claim: build-cycle-paths", "claim: bild-cycle-paths"))
        await editor.until(lambda: "R101" in editor.codes(FIT))
        found = next(each for each in editor.shown[editor.uri(FIT)] if each.code == "R101")
        assert found.severity is lsp.DiagnosticSeverity.Error
        assert found.source == "betoog"
        assert "did you mean `build-cycle-paths`?" in found.message

        # The claim that another file names is gone: that is found there.
        editor.type(FIT, text, 3)
        thesis = editor.open(THESIS)
        editor.type(THESIS, thesis.replace("kind: recommendation", "kind: recommendation\nwho: x"))
        await editor.until(lambda: "R101" not in editor.codes(FIT) and bool(editor.codes(THESIS)))
        editor.client.text_document_did_close(
            lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(editor.uri(THESIS)))
        )
        await editor.until(lambda: "F101" not in editor.codes(THESIS))

    assert edit_by_process(root, story) == ""


def test_what_was_typed_last_is_not_told_of_behind_the_goodbye(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(
        RecordServer, "text_document_publish_diagnostics", lambda _, params: told.append(params)
    )
    monkeypatch.setattr(RecordServer, "unit", Unit.UTF16)
    made = server(None)
    made.begin([str(root)])
    assert made.desk is not None
    made.desk.type(FIT, "---\nclaim: [\n---\n")
    with monkeypatch.context() as patched:
        patched.setattr(AnsweringProtocol, "ending", True)
        made.check()
    assert told == []
    made.check()
    assert told


def _by_a_link(root: Path, path: str) -> str:
    link = root.parent / "by-a-link"
    link.symlink_to(root)
    return (link / path).as_uri()


@pytest.mark.parametrize(
    "spelt",
    [
        _by_a_link,
        lambda root, path: (root / path).as_uri().replace("-", "%2D"),
        lambda root, path: (root / path).as_uri().replace("/claims/", "/claims/../claims/"),
    ],
    ids=["by a link", "escaped", "there and back"],
)
def test_what_is_found_stands_at_the_address_at_which_a_file_is_open(
    root: Path, spelt: Callable[[Path, str], str]
) -> None:
    file = root / FIT
    sound = file.read_text("utf-8")
    faulty = sound.replace("kind: ", "kind: un")
    file.write_text(faulty, "utf-8")
    other, own = spelt(root, FIT), file.as_uri()

    async def story(editor: Editor) -> None:
        def codes(uri: str) -> list[object]:
            return [each.code for each in editor.shown.get(uri, [])]

        def open_at(uri: str) -> None:
            item = lsp.TextDocumentItem(uri, "markdown", 1, faulty)
            editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

        def close(uri: str) -> None:
            editor.client.text_document_did_close(
                lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri))
            )

        await editor.until(lambda: "F104" in codes(own))
        open_at(other)
        await editor.until(lambda: "F104" in codes(other) and codes(own) == [])
        open_at(own)
        await editor.until(lambda: "F104" in codes(other) and "F104" in codes(own))
        editor.type(FIT, sound)
        await editor.until(lambda: "F104" not in codes(other) and "F104" not in codes(own))
        close(own)
        close(other)
        await editor.until(lambda: "F104" in codes(own) and codes(other) == [])

    assert edit(root, story) == []


def test_a_file_gone_from_the_disk_is_missed_where_it_is_named(root: Path) -> None:
    async def story(editor: Editor) -> None:
        await editor.until(lambda: bool(editor.shown))
        (root / "claims/speakers/ada-bron.yaml").unlink()
        gone = lsp.FileEvent(
            editor.uri("claims/speakers/ada-bron.yaml"), lsp.FileChangeType.Deleted
        )
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([gone]))
        await editor.until(lambda: "R104" in editor.codes(FIT) and "R104" in editor.codes(COST))

    assert edit(root, story) == []


def test_columns_are_counted_in_utf_16(root: Path) -> None:
    async def story(editor: Editor) -> None:
        text = editor.open(FIT)
        odd = '  - {start: "😀", source: no-such-source}'
        editor.type(FIT, text.replace("passages:", f"passages:\n{odd}"))
        await editor.until(lambda: "R103" in editor.codes(FIT))
        found = next(each for each in editor.shown[editor.uri(FIT)] if each.code == "R103")
        begin = odd.index("no-such") + 1
        assert (found.range.start.character, found.range.end.character) == (begin, begin + 14)
        where = editor.at(FIT, text.replace("passages:", f"passages:\n{odd}"), "no-such", 14)
        fitting = await editor.client.text_document_completion_async(lsp.CompletionParams(**where))
        assert isinstance(fitting, lsp.CompletionList)
        edit_ = fitting.items[0].text_edit
        assert isinstance(edit_, lsp.TextEdit)
        assert edit_.range == found.range

    assert edit(root, story) == []


def test_ids_are_proposed_by_the_words_of_their_claims(root: Path) -> None:
    path = "claims/paths/a-new-claim.md"

    async def story(editor: Editor) -> None:
        text = editor.open(path, "---\nkind: fact\nsupports:\n  - claim: fit\nspeaker: a\n---\n")
        where = editor.at(path, text, "claim: fit", 10)
        found = await editor.client.text_document_completion_async(lsp.CompletionParams(**where))
        assert isinstance(found, lsp.CompletionList)
        fit = next(each for each in found.items if each.label == "cycling-keeps-fit")
        assert "Cycling keeps people fit." in str(fit.filter_text)
        assert isinstance(fit.text_edit, lsp.TextEdit)
        assert fit.text_edit.range == lsp.Range(lsp.Position(3, 11), lsp.Position(3, 14))
        told = await editor.client.completion_item_resolve_async(fit)
        assert isinstance(told.documentation, lsp.MarkupContent)
        assert "Fietsen houdt mensen fit." in told.documentation.value

        where = editor.at(path, text, "speaker: a", 10)
        found = await editor.client.text_document_completion_async(lsp.CompletionParams(**where))
        assert isinstance(found, lsp.CompletionList)
        assert [each.label for each in found.items] == ["ada-bron"]

    assert edit(root, story) == []


def test_an_id_says_what_it_stands_for_and_leads_there(root: Path) -> None:
    async def story(editor: Editor) -> None:
        text = editor.open(FIT)
        where = editor.at(FIT, text, "build-cycle-paths", 3)
        hover = await editor.client.text_document_hover_async(lsp.HoverParams(**where))
        assert hover is not None
        assert isinstance(hover.contents, lsp.MarkupContent)
        assert "The town should build cycle paths." in hover.contents.value
        assert "1 reason, 1 objection" in hover.contents.value

        there = await editor.client.text_document_definition_async(lsp.DefinitionParams(**where))
        assert isinstance(there, lsp.Location)
        assert there.uri == editor.uri(THESIS)
        assert there.range.start == lsp.Position(1, 0)

        found = await editor.client.text_document_references_async(
            lsp.ReferenceParams(context=lsp.ReferenceContext(True), **where)
        )
        assert found is not None
        assert {Path(each.uri).name for each in found} == {
            "build-cycle-paths.md", "debate.yaml", "cycling-keeps-fit.md", "paths-cost-much.md",
            "money-is-granted.md",
        }  # fmt: skip
        parts = await editor.client.text_document_document_symbol_async(
            lsp.DocumentSymbolParams(lsp.TextDocumentIdentifier(editor.uri(FIT)))
        )
        assert parts is not None
        assert [each.name for each in parts][-1] == "supports"
        claims = await editor.client.workspace_symbol_async(lsp.WorkspaceSymbolParams("fietsen"))
        assert claims is not None
        assert [each.location.uri for each in claims] == [editor.uri(FIT)]
        everything = await editor.client.workspace_symbol_async(lsp.WorkspaceSymbolParams(""))
        assert everything is not None
        assert editor.uri(FIT) in [each.location.uri for each in everything]

    assert edit(root, story) == []


def test_a_source_is_found_by_an_older_id_wherever_it_is_named(root: Path) -> None:
    source, claim = root / "claims/sources/essay.yaml", root / FIT
    source.write_text(source.read_text("utf-8") + "aliases: [older-essay]\n", "utf-8")
    older = claim.read_text("utf-8").replace("source: essay", "source: older-essay")
    claim.write_text(older, "utf-8")

    async def story(editor: Editor) -> None:
        where = editor.at(FIT, editor.open(FIT), "source: older-essay", 10)
        found = await editor.client.text_document_references_async(
            lsp.ReferenceParams(context=lsp.ReferenceContext(True), **where)
        )
        assert found is not None
        assert [Path(each.uri).stem for each in found] == [
            "essay", "cycling-keeps-fit", "paths-cost-much", "who-rides-in-the-rain",
        ]  # fmt: skip

    assert edit(root, story) == []


def test_a_claim_is_renamed_wherever_it_is_named(root: Path) -> None:
    async def story(editor: Editor) -> None:
        text = editor.open(FIT)
        where = editor.at(FIT, text, "build-cycle-paths", 3)
        place = await editor.client.text_document_prepare_rename_async(
            lsp.PrepareRenameParams(**where)
        )
        assert isinstance(place, lsp.PrepareRenamePlaceholder)
        assert place.placeholder == "build-cycle-paths"
        change = await editor.client.text_document_rename_async(
            lsp.RenameParams(new_name="build-them", **where)
        )
        assert change is not None
        _apply(change)
        assert not (root / THESIS).exists()
        assert (root / "claims/paths/build-them.nl.md").exists()
        assert "aliases: [build-cycle-paths]" in (root / "claims/paths/build-them.md").read_text()
        assert "paths-cost-much -> build-them" in (
            root / "claims/paths/money-is-granted.md"
        ).read_text("utf-8")
        assert "theses: [build-them]" in (root / "claims/paths/debate.yaml").read_text()

        for new in ("Not an id", "paths-cost-much"):
            with pytest.raises(JsonRpcException):
                await editor.client.text_document_rename_async(
                    lsp.RenameParams(new_name=new, **where)
                )

    assert edit(root, story) == []


def test_what_was_saved_elsewhere_is_read_before_it_is_told_of_or_edited(root: Path) -> None:
    other = root / "claims/paths/money-is-granted.md"

    async def story(editor: Editor) -> None:
        text = editor.open(FIT)
        where = editor.at(FIT, text, "build-cycle-paths", 3)
        # No editor says that this changed.
        saved = other.read_text("utf-8").replace("kind: fact", "kind: fact\ntopics: [tax]")
        other.write_text(saved, "utf-8")
        found = await editor.client.text_document_references_async(
            lsp.ReferenceParams(context=lsp.ReferenceContext(False), **where)
        )
        (line,) = (each.range.start.line for each in found or () if _place(each.uri) == other)
        assert "build-cycle-paths" in saved.split("\n")[line]
        other.write_text(saved.replace("[tax]", "[tax]\nkeywords: {en: [money]}"), "utf-8")
        expected = other.read_text("utf-8").replace("-> build-cycle-paths", "-> build-them")
        change = await editor.client.text_document_rename_async(
            lsp.RenameParams(new_name="build-them", **where)
        )
        assert change is not None
        _apply(change)
        assert other.read_text("utf-8") == expected

    assert edit(root, story) == []


def test_where_an_editor_says_nothing_of_other_files_they_are_read_when_one_is_saved(
    root: Path,
) -> None:
    async def story(editor: Editor) -> None:
        editor.open(FIT)
        await editor.until(lambda: editor.uri(COST) not in editor.shown)
        (root / COST).write_text("---\nclaim: [\n---\n", "utf-8")
        identified = lsp.TextDocumentIdentifier(editor.uri(FIT))
        editor.client.text_document_did_save(lsp.DidSaveTextDocumentParams(identified))
        await editor.until(lambda: bool(editor.codes(COST)))

    assert edit(root, story) == []


def _apply(change: lsp.WorkspaceEdit) -> None:
    for each in change.document_changes or ():
        if isinstance(each, lsp.RenameFile):
            _place(each.old_uri).rename(_place(each.new_uri))
        elif isinstance(each, lsp.TextDocumentEdit):
            place = _place(each.text_document.uri)
            place.write_text(_changed(place.read_text("utf-8"), each.edits), "utf-8")


def _changed(text: str, edits: Any) -> str:
    lines = text.split("\n")
    for each in sorted(edits, key=lambda each: each.range.start, reverse=True):
        start, end = each.range.start, each.range.end
        tail = lines[end.line][end.character :]
        lines[start.line : end.line + 1] = [
            lines[start.line][: start.character] + each.new_text + tail
        ]
    return "\n".join(lines)


def _place(uri: str) -> Path:
    return Path(uri.removeprefix("file://"))


async def _ways_out(editor: Editor, code: str, wrong: str) -> list[tuple[lsp.CodeAction, str]]:
    """What is offered for the one finding of this code in a text, and what comes of it."""
    await editor.until(lambda: code in editor.codes(FIT))
    found = next(each for each in editor.shown[editor.uri(FIT)] if each.code == code)
    document = lsp.TextDocumentIdentifier(editor.uri(FIT))
    actions = await editor.client.text_document_code_action_async(
        lsp.CodeActionParams(document, found.range, lsp.CodeActionContext([found]))
    )
    assert actions is not None
    ways = []
    for action in actions:
        assert isinstance(action, lsp.CodeAction)
        assert action.edit is not None
        assert action.edit.changes is not None
        ways.append((action, _changed(wrong, action.edit.changes[editor.uri(FIT)])))
    return ways


def test_a_finding_offers_its_way_out(root: Path) -> None:
    async def story(editor: Editor) -> None:
        text = editor.open(FIT)
        wrong = text.replace("claim: build-cycle-paths", "claim: bild-cycle-paths")
        editor.type(FIT, wrong)
        quick, whole = await _ways_out(editor, "R101", wrong)
        assert quick[1] == whole[1] == text

    assert edit(root, story) == []


def test_several_ways_out_are_several_actions_and_none_is_preferred(root: Path) -> None:
    async def story(editor: Editor) -> None:
        text = editor.open(FIT)
        other = text.replace("Cycling keeps people fit.", "Walking keeps people fit.")
        for each in ("cycle-path-one", "cycle-path-two"):
            (root / f"claims/paths/{each}.md").write_text(other, "utf-8")
        editor.open("claims/paths/cycle-path-one.md")
        editor.open("claims/paths/cycle-path-two.md")
        wrong = text.replace("claim: build-cycle-paths", "claim: cycle-path-tree")
        editor.type(FIT, wrong)
        ways = await _ways_out(editor, "R101", wrong)
        assert not any(action.is_preferred for action, _ in ways)
        texts = {action.title: text for action, text in ways}
        for name in ("cycle-path-one", "cycle-path-two"):
            assert texts[f"Write `{name}`"] == wrong.replace("cycle-path-tree", name)

    assert edit(root, story) == []


def test_a_record_is_laid_out_and_one_with_faults_is_left_alone(root: Path) -> None:
    async def story(editor: Editor) -> None:
        text = editor.open(FIT)
        document = lsp.TextDocumentIdentifier(editor.uri(FIT))
        asked = lsp.DocumentFormattingParams(document, lsp.FormattingOptions(2, True))
        editor.type(FIT, text.replace("kind: causal", "kind:   'causal' # so"))
        done = await editor.client.text_document_formatting_async(asked)
        assert done is not None
        (whole,) = done
        assert "\nkind: causal  # so\n" in whole.new_text
        editor.type(FIT, whole.new_text, 3)
        again = await editor.client.text_document_formatting_async(asked)
        assert list(again or ()) == []
        editor.type(FIT, text.replace("kind: causal", "kind: ["), 4)
        assert await editor.client.text_document_formatting_async(asked) is None

    assert edit(root, story) == []


def test_fields_and_schemes_say_what_they_mean(root: Path) -> None:
    async def story(editor: Editor) -> None:
        text = editor.open(FIT)
        for words, said in (
            ("scheme:", "argumentation scheme"),
            ("positive-consequences", "- "),
            ("kind:", "**value**: what is good or bad"),
        ):
            where = editor.at(FIT, text, words, 2)
            hover = await editor.client.text_document_hover_async(lsp.HoverParams(**where))
            assert hover is not None
            assert isinstance(hover.contents, lsp.MarkupContent)
            assert said in hover.contents.value

    assert edit(root, story) == []


def test_a_new_file_is_offered_its_fields(root: Path) -> None:
    path = "claims/paths/new-claim.md"

    async def story(editor: Editor) -> None:
        editor.open(path, "")
        document = lsp.TextDocumentIdentifier(editor.uri(path))
        asked = lsp.CompletionParams(document, lsp.Position(0, 0))
        found = await editor.client.text_document_completion_async(asked)
        assert isinstance(found, lsp.CompletionList)
        (item,) = found.items
        assert isinstance(item.text_edit, lsp.TextEdit)
        # This editor does not lead from place to place.
        assert item.text_edit.new_text.startswith("---\nclaim:\n  en: One full sentence.\n")
        assert "$" not in item.text_edit.new_text

    assert edit(root, story) == []


def test_half_a_record_and_a_file_elsewhere_do_no_harm(root: Path) -> None:
    elsewhere = root / "notes.md"
    elsewhere.write_text("nothing", "utf-8")

    async def story(editor: Editor) -> None:
        editor.open("notes.md")
        where = {
            "text_document": lsp.TextDocumentIdentifier(editor.uri("notes.md")),
            "position": lsp.Position(0, 1),
        }
        assert await editor.client.text_document_hover_async(lsp.HoverParams(**where)) is None  # type: ignore[arg-type]
        editor.open(FIT)
        for version, text in enumerate(("", "---", "---\nclaim: {en: ", "---\n\0", "\ud83d?"), 2):
            editor.type(FIT, text.encode("utf-8", "replace").decode(), version)
            at = {
                "text_document": lsp.TextDocumentIdentifier(editor.uri(FIT)),
                "position": lsp.Position(7, 70),
            }
            await editor.client.text_document_completion_async(lsp.CompletionParams(**at))  # type: ignore[arg-type]
            assert await editor.client.text_document_hover_async(lsp.HoverParams(**at)) is None  # type: ignore[arg-type]
        await editor.until(lambda: "S101" in editor.codes(FIT))

    assert edit(root, story) == []


def test_a_file_with_windows_line_ends_is_read_like_any_other(root: Path) -> None:
    async def story(editor: Editor) -> None:
        text = (root / FIT).read_text("utf-8").replace("build-cycle-paths", "bild-cycle-paths")
        editor.open(FIT, text.replace("\n", "\r\n"))
        await editor.until(lambda: "R101" in editor.codes(FIT))
        found = next(each for each in editor.shown[editor.uri(FIT)] if each.code == "R101")
        line = text.split("\n")[found.range.start.line]
        within = line[found.range.start.character : found.range.end.character]
        assert within == "bild-cycle-paths"
        actions = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(
                lsp.TextDocumentIdentifier(editor.uri(FIT)),
                found.range,
                lsp.CodeActionContext([found]),
            )
        )
        assert actions is not None
        (quick, *_) = actions
        assert isinstance(quick, lsp.CodeAction)
        assert quick.edit is not None
        assert quick.edit.changes is not None
        (change,) = quick.edit.changes[editor.uri(FIT)]
        assert (change.range, change.new_text) == (found.range, "build-cycle-paths")

    assert edit(root, story) == []


@pytest.mark.parametrize("uri", ["untitled:Untitled-1", "https://example.org/a", "file:///"])
def test_without_records_nothing_is_said_and_later_ones_are_found(tmp_path: Path, uri: str) -> None:
    async def story(editor: Editor) -> None:
        item = lsp.TextDocumentItem(uri, "markdown", 1, "---\nkind: \n---\n")
        editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        place = {
            "text_document": lsp.TextDocumentIdentifier(uri),
            "position": lsp.Position(1, 6),
        }
        assert await editor.client.text_document_hover_async(lsp.HoverParams(**place)) is None  # type: ignore[arg-type]
        found = await editor.client.text_document_completion_async(lsp.CompletionParams(**place))  # type: ignore[arg-type]
        assert found is None
        path = "argument/claims/d/new.md"
        (tmp_path / path).parent.mkdir(parents=True)
        editor.open(path, "---\nkind: facts\n---\n")
        await editor.until(lambda: "F104" in editor.codes(path))

    assert edit(tmp_path, story) == []
