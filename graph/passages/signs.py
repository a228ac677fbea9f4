"""Signs that differ between faithful copies of a text, and what stands for them all."""

# The characters with the property Quotation_Mark (Unicode, PropList.txt), and the primes,
# accents and modifier letters that are typed where an apostrophe or quotation mark belongs.
SINGLE = "‘’‚‛‹›'＇❛❜❟′‵ʹʻʼʽˈ`´｀「」｢｣﹁﹂"
DOUBLE = '“”„‟«»"＂❝❞❠❮❯″‶ʺ〝〞〟⹂『』﹃﹄'
# Dash_Punctuation proper to running text, the minus sign and the horizontal bar.
DASHES = "‐‑‒–—―⁃−⸺⸻﹘﹣－"

SOFT_HYPHEN = "\u00ad"
UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Typesetters' hints that no reader sees: soft hyphen, zero-width space, word joiner, byte mark."""

PUNCTUATION = str.maketrans(
    dict.fromkeys(SINGLE, "'") | dict.fromkeys(DOUBLE, '"') | dict.fromkeys(DASHES, "-")
)
"""For `str.translate`: quotation marks become `'` or `"`, dashes become `-`."""
