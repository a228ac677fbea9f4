"""Fingerprints: proof that a passage is in a source, without repeating the passage."""

import hashlib
import re
import unicodedata

# The characters with the property Quotation_Mark (Unicode, PropList.txt), and the primes,
# accents and modifier letters that are typed where an apostrophe or quotation mark belongs.
_SINGLE = "‘’‚‛‹›'＇❛❜❟′‵ʹʻʼʽˈ`´｀「」｢｣﹁﹂"
_DOUBLE = '“”„‟«»"＂❝❞❠❮❯″‶ʺ〝〞〟⹂『』﹃﹄'
# Dash_Punctuation proper to running text, the minus sign and the horizontal bar.
_DASHES = "‐‑‒–—―⁃−⸺⸻﹘﹣－"
# Typesetters' hints that no reader sees: soft hyphen, zero-width space, word joiner, byte mark.
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"

_VISIBLE = str.maketrans("", "", _INVISIBLE)
_PUNCTUATION = str.maketrans(
    dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_DASHES, "-")
)
_WHITE_SPACE = re.compile(r"\s+")
_CHARACTER = re.compile(r"\s+|\S")


def normalise(text: str) -> str:
    """The text without what differs between two faithful copies of it.

    Unicode NFC; white space folded to single spaces and trimmed; quotation marks of every
    kind become `'` or `"`, dashes become `-`; soft hyphens and zero-width spaces go. Letter
    case and all other characters stay. Normalising twice changes nothing more.
    """
    return _WHITE_SPACE.sub(" ", shown(text).translate(_PUNCTUATION)).strip()


def shown(text: str) -> str:
    """The text as readers see it: Unicode NFC, without soft hyphens and zero-width spaces."""
    return unicodedata.normalize("NFC", text.translate(_VISIBLE))


def places_in_shown(text: str) -> tuple[int, ...]:
    """For each character of the normalised text, its place in the shown one; then the end.

    Of white space that is folded, that is the place of the first of it.
    """
    seen = shown(text)
    begin, end = len(seen) - len(seen.lstrip()), len(seen.rstrip())
    characters = _CHARACTER.finditer(seen, begin, end)
    return (*(each.start() for each in characters), max(begin, end))


def fingerprint(text: str) -> str:
    """`sha256:` and the SHA-256 of the normalised text in UTF-8, as 64 hexadecimal digits."""
    digest = hashlib.sha256(normalise(text).encode("utf-8", "surrogatepass"))
    return f"sha256:{digest.hexdigest()}"
