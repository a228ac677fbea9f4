"""Fingerprints: proof that a passage is in a source, without repeating the passage."""

import hashlib
import re
import unicodedata

from graph.passages.folding import BROKEN, folded, plain
from graph.passages.signs import PUNCTUATION, UNSEEN

_VISIBLE = str.maketrans("", "", UNSEEN)
_WHITE_SPACE = re.compile(r"\s+")
_LINE_END = re.compile(r"\u00ad[^\S\n]*\n\s*")


def normalise(text: str) -> str:
    """The text evened out by as little as marks of wordings and older fingerprints were.

    Unicode NFC; white space folded to single spaces and trimmed; quotation marks of every
    kind become `'` or `"`, dashes become `-`; soft hyphens and zero-width spaces go. Letter
    case and all other characters stay. Normalising twice changes nothing more.
    """
    even = unicodedata.normalize("NFC", text.translate(_VISIBLE)).translate(PUNCTUATION)
    return _WHITE_SPACE.sub(" ", even).strip()


def shown(text: str) -> str:
    """The text as readers see it: Unicode NFC, without soft hyphens and zero-width spaces."""
    return unicodedata.normalize("NFC", _LINE_END.sub("", text).translate(_VISIBLE))


def fingerprint(text: str) -> str:
    """`sha256:` and the SHA-256 of the text as `plain` has it, in UTF-8: 64 hexadecimal digits.

    Of nearly every text that is the fingerprint that `normalise` would give it, too.
    """
    return _sha256(plain(text))


def is_fingerprint(recorded: str, text: str) -> bool:
    """Whether a recorded fingerprint is that of a text, as read today or as it used to be.

    Words with a hyphen at the end of a line count as joined or not.
    """
    if recorded in (fingerprint(text), _sha256(normalise(text))):
        return True
    evened = folded(text)
    return evened.is_broken and recorded == _sha256(evened.text.replace(BROKEN, "-"))


def _sha256(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    return f"sha256:{digest.hexdigest()}"
