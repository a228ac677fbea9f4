"""Marks of a wording: short fingerprints by which a link knows the words it was made for.

A mark is made in four steps, none of which needs more than a browser has:

1. normalise the text as for a passage's fingerprint (`normalise`): Unicode NFC, white space
   folded to single spaces and trimmed, quotation marks and dashes made plain, soft hyphens and
   zero-width spaces taken out;
2. SHA-256 of its UTF-8 bytes;
3. the first five bytes as ten hexadecimal digits (40 bits);
4. each digit, 0 to f, as a letter, a to p, so that no YAML reader takes a mark for a number.

The mark of `Cycling is healthy.` is `pckhlmhphb`.
"""

import hashlib

from graph.passages.fingerprint import normalise

LENGTH = 10
"""The letters of a mark."""

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def wording_mark(text: str) -> str:
    """Ten letters from a to p that stand for this wording, however it is typeset."""
    digest = hashlib.sha256(normalise(text).encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:LENGTH].translate(_LETTERS)
