"""The text of a page from its bytes, in the encodings that pages are in."""

import codecs
import re

_DECLARED = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([\w-]{1,40})", re.IGNORECASE)
_ENCODINGS = frozenset(
    codecs.lookup(name).name
    for name in (
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"),
        *(f"cp{number}" for number in (866, 874, 949, *range(1250, 1259))),
        *(f"iso-8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)),
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "big5", "big5-hkscs", "gbk", "gb2312"),
        *("gb18030", "euc-jp", "shift_jis", "iso-2022-jp", "euc-kr"),
    )
)
"""Those that browsers know (WHATWG Encoding Standard). Python knows others too, some of which take
time that grows with the square of the text, or are no encodings of text at all."""
_WESTERN = frozenset(codecs.lookup(name).name for name in ("latin-1", "ascii"))


def decoded(page: bytes, charset: str | None) -> str:
    """A page in the encoding that was declared with it, or else within it; UTF-8 where neither
    says one that browsers know."""
    within = _DECLARED.search(page, 0, 4096)
    name = charset or (within[1].decode("ascii") if within else "utf-8")
    try:
        encoding = codecs.lookup(name).name
    except (LookupError, ValueError):
        encoding = "utf-8"
    if encoding in _WESTERN:
        # The web means windows-1252 where it says latin-1.
        encoding = "cp1252"
    return page.decode(encoding if encoding in _ENCODINGS else "utf-8", "replace")
