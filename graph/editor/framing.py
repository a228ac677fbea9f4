"""Messages as they come in: headers of the base protocol, and a body as long as these say.

The library passes over a header that it does not know, and takes every length for the truth. Here
a length that no message has ends the session with a sentence, since nothing behind such a header
can be told apart any more; what differs in spelling only is read.
"""

import re
from typing import BinaryIO

from graph.errors import BetoogError
from graph.text.visible import visible

LONGEST_MESSAGE = 64 * 1024 * 1024
"""The bytes of a message at most: more than all files that an editor opens here, in one."""
_LONGEST_LINE = 8 * 1024
_HEADER = re.compile(rb"[ \t]*(?P<name>[A-Za-z0-9-]+)[ \t]*:(?P<value>.*)", re.DOTALL)
_LENGTH = re.compile(rb"[0-9]{1,18}\Z")


class BrokenHeaderError(BetoogError):
    """A header behind which no message can be found."""


class Heard:
    """What an editor says, for the library to read line by line and body by body."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._length: bytes | None = None
        self._within = False

    def readline(self) -> bytes:
        """The next line of headers, empty at the end; a length as the library knows it.

        Raises:
            BrokenHeaderError: the line is no header, or says no length that a message has.
        """
        line = self._stream.readline(_LONGEST_LINE)
        if line and not line.strip():
            if self._within and self._length is None:
                raise BrokenHeaderError("a message without a Content-Length: the session ends")
            self._within, self._length = False, None
            return b"\r\n"
        header = _HEADER.match(line)
        if line and (header is None or len(line) == _LONGEST_LINE):
            raise BrokenHeaderError(f"“{_shown(line)}” is no header: the session ends")
        self._within = bool(line)
        if header is None or header["name"].lower() != b"content-length":
            return line
        return b"Content-Length: %d\r\n" % self._taken(header["value"].strip())

    def _taken(self, said: bytes) -> int:
        if not _LENGTH.match(said) or self._length not in (None, said):
            raise BrokenHeaderError(f"“{_shown(said)}” is no length of a message: the session ends")
        if (length := int(said)) > LONGEST_MESSAGE:
            raise BrokenHeaderError(
                f"a message of {length:,} bytes; {LONGEST_MESSAGE:,} are the most: the session ends"
            )
        self._length = said
        return length

    def read(self, length: int) -> bytes:
        """So many bytes of a body, fewer at the end."""
        return self._stream.read(length)

    def close(self) -> None:
        """Close what is read from."""
        self._stream.close()


def _shown(text: bytes) -> str:
    return visible(text.decode("utf-8", "replace").strip())[:80]
