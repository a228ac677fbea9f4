"""Passages: where a source says something, proved without repeating what it says.

What fetches sources is imported from its own modules: few commands do, and it takes a while.
"""

from graph.passages.fingerprint import fingerprint, is_fingerprint, normalise, shown
from graph.passages.folding import caseless, plain
from graph.passages.headline import as_numbered
from graph.passages.locate import (
    Alike,
    Ambiguous,
    Located,
    Missing,
    Moved,
    locate,
    nearest,
    places,
)
from graph.passages.mark import wording_mark
from graph.passages.opening import Words, link_words, prefix_in, suffix_in, words_in
from graph.passages.paragraphs import SourceText, paragraphs_of
from graph.passages.similar import Comparing
from graph.passages.stretch import Stretch, stretch
from graph.passages.text_fragment import (
    TextDirective,
    build_directive,
    fragment_url,
    parse_directive,
    parse_fragment,
)
from graph.passages.verify import PassageVerifier, Status, Verdict, verify_paragraph, verify_passage

__all__ = [
    "Alike",
    "Ambiguous",
    "Comparing",
    "Located",
    "Missing",
    "Moved",
    "PassageVerifier",
    "SourceText",
    "Status",
    "Stretch",
    "TextDirective",
    "Verdict",
    "Words",
    "as_numbered",
    "build_directive",
    "caseless",
    "fingerprint",
    "fragment_url",
    "is_fingerprint",
    "link_words",
    "locate",
    "nearest",
    "normalise",
    "paragraphs_of",
    "parse_directive",
    "parse_fragment",
    "places",
    "plain",
    "prefix_in",
    "shown",
    "stretch",
    "suffix_in",
    "verify_paragraph",
    "verify_passage",
    "wording_mark",
    "words_in",
]
