"""URL text fragments: links that open a page at a passage (`#:~:text=start,end`).

The grammar is `text=[prefix-,]start[,end][,-suffix]`. Parsing follows the algorithm "parse a
text directive" of the WICG specification, https://wicg.github.io/scroll-to-text-fragment/.
"""

from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from graph.passages.opening import link_words

_DELIMITER = ":~:"
_KEY = "text="


@dataclass(frozen=True)
class TextDirective:
    """What a text directive points at; every term is decoded, plain text.

    `start` and `end` are the first and last words of the passage (without `end`, `start` is
    the whole passage); `prefix` and `suffix` are the words that stand around it.
    """

    prefix: str | None
    start: str
    end: str | None = None
    suffix: str | None = None


def parse_directive(value: str) -> TextDirective | None:
    """Read the value of a text directive, what follows `text=`; None when it is malformed.

    A hyphen that is not percent-encoded may only mark a prefix or a suffix, so a term with a
    bare hyphen in it makes the directive invalid.
    """
    terms = value.split(",")
    prefix = terms.pop(0)[:-1] if terms[0].endswith("-") else None
    suffix = terms.pop()[1:] if terms and terms[-1].startswith("-") else None
    if not 1 <= len(terms) <= 2:
        return None
    start, end = terms[0], terms[1] if len(terms) == 2 else None
    if any(term is not None and (not term or "-" in term) for term in (prefix, start, end, suffix)):
        return None
    return TextDirective(
        _decoded(prefix) if prefix else None,
        _decoded(start),
        _decoded(end) if end else None,
        _decoded(suffix) if suffix else None,
    )


def build_directive(
    start: str, end: str | None = None, *, prefix: str | None = None, suffix: str | None = None
) -> str:
    """Write a text directive, `text=` included, that `parse_directive` reads back.

    Everything but letters, digits and `. _ ~ ! ' ( ) *` is percent-encoded.

    Raises:
        ValueError: when a term is given but empty, which the grammar cannot express.
    """
    if not start or "" in (end, prefix, suffix):
        raise ValueError("a text directive needs at least one character in each of its terms")
    terms = [
        f"{_encoded(prefix)}-" if prefix else "",
        _encoded(start),
        _encoded(end) if end else "",
        f"-{_encoded(suffix)}" if suffix else "",
    ]
    return _KEY + ",".join(term for term in terms if term)


def parse_fragment(fragment: str) -> list[TextDirective]:
    """All valid text directives in a URL's fragment (without `#`), in order.

    Other directives and malformed text directives are skipped, as browsers do.
    """
    _, _, directives = fragment.partition(_DELIMITER)
    values = (part[len(_KEY) :] for part in directives.split("&") if part.startswith(_KEY))
    return [directive for value in values if (directive := parse_directive(value)) is not None]


def fragment_url(
    url: str,
    start: str,
    end: str | None = None,
    prefix: str | None = None,
    suffix: str | None = None,
) -> str:
    """The address that opens `url` at the passage from `start` to `end`, both inclusive.

    `prefix` is what stands right before it, where it needs telling from others (see `prefix_in`),
    and `suffix` what stands right behind it.

    An ordinary fragment of `url` stays, directives it already has are replaced. Of the words
    those are named that a browser finds (see `link_words`).

    Raises:
        ValueError: when `start` is empty.
    """
    start, end = link_words(start, end)
    page, _, fragment = url.partition("#")
    anchor = fragment.partition(_DELIMITER)[0]
    directive = build_directive(start, end, prefix=prefix, suffix=suffix)
    return f"{page}#{anchor}{_DELIMITER}{directive}"


def _encoded(term: str) -> str:
    return quote(term, safe="!'()*", errors="replace").replace("-", "%2D")


def _decoded(term: str) -> str:
    return unquote_to_bytes(term.encode("utf-8", "replace")).decode("utf-8", "replace")
