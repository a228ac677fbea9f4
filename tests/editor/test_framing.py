"""Headers of messages: read in any spelling, and the end of the session where they say nothing."""

import io
import json
import re
from typing import Any

import pytest
from lsprotocol import types as lsp

from graph.editor.framing import LONGEST_MESSAGE, BrokenHeaderError
from graph.editor.serving import converse, server

_BODY = json.dumps({"jsonrpc": "2.0", "id": 7, "method": lsp.TEXT_DOCUMENT_HOVER, "params": 5})
_READ = f"Content-Length: {len(_BODY)}\r\n\r\n{_BODY}".encode()


def _conversation(heard: bytes) -> tuple[list[dict[str, Any]], str]:
    """What the server says, and with what sentence the session ends early."""
    said, ended = io.BytesIO(), ""
    try:
        converse(server(None), io.BytesIO(heard), said)
    except BrokenHeaderError as error:
        ended = str(error)
    parts = re.split(
        r"Content-Length: \d+\r\n.*?\r\n\r\n", said.getvalue().decode(), flags=re.DOTALL
    )
    return [json.loads(each) for each in parts[1:]], ended


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (b"Content-Length: 9999999999999\r\n\r\n", "9,999,999,999,999 bytes"),
        (b"Content-Length: %d\r\n\r\n" % (LONGEST_MESSAGE + 1), "67,108,865 bytes"),
        (b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n", "no length"),
        (b"Content-Length: -5\r\n\r\n", "“-5”"),
        (b"Content-Length: 1e3\r\n\r\n", "“1e3”"),
        (b"Content-Length: \r\n\r\n", "“”"),
        (b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n", "“6”"),
        ("Content-Length: ٥\r\n\r\n".encode(), "no length"),
        (b"Content-Type: text\r\n\r\n{}", "without a Content-Length"),
        (b'{"jsonrpc": "2.0"}\r\n', "no header"),
        (b"\xff\xfe\x00\x01\r\n", "no header"),
        (b"x" * 100_000, "no header"),
        (b"X: " + b"x" * 100_000, "no header"),
    ],
)
def test_a_header_that_says_no_length_ends_the_session_with_a_sentence(
    header: bytes, told: str
) -> None:
    said, ended = _conversation(_READ + header + _READ)
    assert told in ended
    assert [each.get("id") for each in said] == [7, None]
    assert said[1]["error"] == {"code": -32700, "message": ended}


@pytest.mark.parametrize(
    "header",
    [
        b"content-length: %d\r\n\r\n",
        b"Content-Length:%d\n\n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length:  %d \r\n\r\n",
        b"\r\nContent-Length: 0%d\r\nX-Other: x\r\n\r\n",
        b"Content-Length: 0\r\n\r\nContent-Length: %d\r\n\r\n",
    ],
)
def test_a_header_in_another_spelling_is_read(header: bytes) -> None:
    said, ended = _conversation((header % len(_BODY) + _BODY.encode()) * 2)
    assert ended == ""
    assert [each["id"] for each in said] == [7, 7]
