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


def normalise(text: str) -> str:
    """The text without what differs between two faithful copies of it.

    Unicode NFC; white space folded to single spaces and trimmed; quotation marks of every
    kind become `'` or `"`, dashes become `-`; soft hyphens and zero-width spaces go. Letter
    case and all other characters stay. Normalising twice changes nothing more.
    """
    composed = unicodedata.normalize("NFC", text.translate(_VISIBLE))
    return _WHITE_SPACE.sub(" ", composed.translate(_PUNCTUATION)).strip()


def fingerprint(text: str) -> str:
    """`sha256:` and the SHA-256 of the normalised text in UTF-8, as 64 hexadecimal digits."""
    digest = hashlib.sha256(normalise(text).encode("utf-8", "surrogatepass"))
    return f"sha256:{digest.hexdigest()}"
