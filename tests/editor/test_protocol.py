"""Every request gets an answer, whatever it holds."""

import io
import json
from typing import Any

import pytest
from lsprotocol import types as lsp

from graph.editor.serving import server

REQUESTS = sorted(
    {
        lsp.INITIALIZE,
        lsp.TEXT_DOCUMENT_COMPLETION,
        lsp.COMPLETION_ITEM_RESOLVE,
        lsp.TEXT_DOCUMENT_HOVER,
        lsp.TEXT_DOCUMENT_DEFINITION,
        lsp.TEXT_DOCUMENT_REFERENCES,
        lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL,
        lsp.WORKSPACE_SYMBOL,
        lsp.TEXT_DOCUMENT_PREPARE_RENAME,
        lsp.TEXT_DOCUMENT_RENAME,
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.TEXT_DOCUMENT_FORMATTING,
    }
)
MALFORMED: tuple[Any, ...] = (
    5,
    None,
    [],
    "x",
    {},
    {"textDocument": 5, "position": {"line": 0, "character": 0}},
    {"textDocument": {"uri": None}, "position": {"line": "a"}},
    {"textDocument": {"uri": 5}, "position": [], "query": {}, "label": []},
    {"textDocument": {"jsonrpc": "2.0", "id": 9, "method": "exit"}},
)


def _answers(*messages: Any) -> list[dict[str, Any]]:
    """What the server says to these messages, each of which is data or text."""
    heard, said = io.BytesIO(), io.BytesIO()
    for message in messages:
        body = (message if isinstance(message, str) else json.dumps(message)).encode()
        heard.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    heard.seek(0)
    server(None).start_io(heard, said)
    parts = said.getvalue().decode().split("Content-Length: ")[1:]
    return [json.loads(each.split("\r\n\r\n", 1)[1]) for each in parts]


def _asked(method: Any, params: Any, id_: Any = 7, version: Any = "2.0") -> dict[str, Any]:
    return {"jsonrpc": version, "id": id_, "method": method, "params": params}


@pytest.mark.parametrize("method", REQUESTS)
def test_parameters_that_do_not_fit_are_answered_by_an_error(method: str) -> None:
    said = _answers(*(_asked(method, each, id_) for id_, each in enumerate(MALFORMED)))
    answered = {each["id"]: each for each in said if "id" in each}
    assert sorted(answered) == list(range(len(MALFORMED)))
    # Some methods take whatever is given them; none takes a number.
    assert answered[0]["error"] == {
        "code": -32602,
        "message": f"the parameters do not fit {method}",
    }


@pytest.mark.parametrize("version", ["1.0", None, 2, "2.0.0"])
def test_a_message_of_another_version_is_answered_by_an_error(version: Any) -> None:
    (said,) = _answers(_asked(lsp.TEXT_DOCUMENT_HOVER, {}, "one", version))
    assert (said["id"], said["error"]["code"]) == ("one", -32600)


@pytest.mark.parametrize("message", [5, "7", [], [_asked("a", {})], {}, None, {"id": {}}])
def test_what_is_no_message_is_answered_by_an_error(message: Any) -> None:
    (said,) = _answers(json.dumps(message))
    assert (said.get("id"), said["error"]["code"]) == (None, -32600)


def test_a_request_behind_the_goodbye_is_answered_by_an_error() -> None:
    hello = _asked(lsp.INITIALIZE, {"processId": None, "rootUri": None, "capabilities": {}}, 1)
    hover = {"textDocument": {"uri": "file:///a"}, "position": {"line": 0, "character": 0}}
    said = _answers(hello, _asked(lsp.SHUTDOWN, None, 2), _asked(lsp.TEXT_DOCUMENT_HOVER, hover, 3))
    assert [each["id"] for each in said] == [1, 2, 3]
    assert said[2]["error"]["code"] == -32600


@pytest.mark.parametrize("method", [5, None, {}, [], "no/such", "x" * 10_000])
def test_an_unknown_method_is_answered_shortly(method: Any) -> None:
    said = [each for each in _answers(_asked(method, {}, 3)) if each.get("id") == 3]
    assert len(said) == 1
    assert "error" in said[0]


def test_an_id_that_can_be_none_is_answered_without_it() -> None:
    others: tuple[Any, ...] = ({}, [1], 1.5)
    for id_ in others:
        said = _answers(_asked(lsp.TEXT_DOCUMENT_HOVER, 5, id_))
        assert [(each.get("id"), each["error"]["code"]) for each in said] == [(None, -32602)]
