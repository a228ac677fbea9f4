"""What git keeps, read from its bytes: objects, commits, trees."""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Object(NamedTuple):
    """A git object: its id, what it is (commit, tree, blob, tag), its size and its bytes.

    `data` is empty where the object is larger than was asked for.
    """

    id: str
    type: str
    size: int
    data: bytes


@dataclass(frozen=True)
class Commit:
    """A commit: its parents as recorded, also those that a shallow clone lacks.

    `time` is when it was committed, in seconds since 1970.
    """

    id: str
    tree: str
    parents: tuple[str, ...]
    time: int
    message: str


_MESSAGE = 64 * 1024
"""The bytes of a message that are read; of what people write, all."""
_ENCODINGS = re.compile(
    r"utf-8|ascii|iso8859-\d+|cp125\d|koi8-[ru]|shift_jis|euc_(?:jp|kr)|gb(?:2312|k|18030)|big5"
)
"""What texts are written in. Python has other codecs, which refuse bytes or take time without
bound for them."""


def commit_of(found: Object) -> Commit:
    """The commit that an object of this type holds."""
    head, _, message = found.data.partition(b"\n\n")
    fields: dict[str, list[bytes]] = {}
    for line in head.split(b"\n"):
        key, _, value = line.partition(b" ")
        if key:  # not the continuation of a signature
            fields.setdefault(key.decode("ascii", "replace"), []).append(value)
    text = message[:_MESSAGE].decode(_encoding(fields), "replace")
    try:
        time = int(fields["committer"][0].rsplit(b" ", 2)[1])
    except (KeyError, IndexError, ValueError):
        time = 0
    return Commit(
        found.id,
        fields["tree"][0].decode("ascii"),
        tuple(each.decode("ascii") for each in fields.get("parent", ())),
        time,
        text,
    )


def _encoding(fields: Mapping[str, list[bytes]]) -> str:
    try:
        name = codecs.lookup(fields["encoding"][0].decode("ascii", "replace")).name
    except (KeyError, LookupError, ValueError):
        return "utf-8"
    return name if _ENCODINGS.fullmatch(name) else "utf-8"


def entries_of(found: Object) -> Iterator[tuple[str, str, str]]:
    """The entries of a tree: mode, name and id."""
    data, place, width = found.data, 0, len(found.id) // 2
    while place < len(data):
        space = data.index(b" ", place)
        zero = data.index(b"\0", space)
        # A name that is no UTF-8 could not be written to a page.
        yield (
            data[place:space].decode("ascii"),
            data[space + 1 : zero].decode("utf-8", "replace"),
            data[zero + 1 : zero + 1 + width].hex(),
        )
        place = zero + 1 + width
