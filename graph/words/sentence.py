"""Generated sentences: what is said without words, and how a language says it.

What is said names a whole sentence of the language files and what goes into its slots. No
sentence is put together from pieces, because the pieces fit in one language only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from string import Formatter

from graph.records import LocalizedText
from graph.words.language import Language

METHOD_PATH = "method/#close"
"""Where a page explains what a close standing turns on."""


@dataclass(frozen=True)
class Piece:
    """A piece of a sentence: its text, the page it leads to, and its language if another."""

    text: str
    path: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Name:
    """What somebody or something other than a claim is called, and the page about it."""

    text: LocalizedText | str
    path: str = ""


@dataclass(frozen=True)
class Sentence:
    """A sentence without its words.

    `pattern` is the dotted name of the sentence in a language. Its slots are filled by the
    labels of `claims`, by the texts that `words` names, by `names` of sources and speakers, and
    by `count`, which also chooses between the plural forms where the pattern has them.
    """

    pattern: str
    claims: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    count: int | None = None
    names: Mapping[str, Name] = field(default_factory=dict)


Named = Callable[[str], Piece]
"""What gives a claim its name in a sentence."""


def told(sentence: Sentence, language: Language, named: Named) -> tuple[Piece, ...]:
    """The sentence in a language, in pieces: plain text and links.

    Names of claims stand between the language's quotation marks. Words in square brackets
    lead to the page on the method. Raises KeyError for a pattern or a slot that is not there.
    """
    pieces: list[Piece] = []
    pattern = language.pattern(sentence.pattern, sentence.count)
    for literal, slot, _, _ in Formatter().parse(pattern):
        if literal.startswith(".") and pieces and pieces[-1].text.endswith("."):
            # The stop of an abbreviation, as in “et al.”, is that of the sentence, too.
            literal = literal[1:]
        pieces.extend(_literal(literal))
        if slot is None:
            continue
        if slot in sentence.claims:
            before, after = language.t("quotation").split("{}")
            pieces += [Piece(before), named(sentence.claims[slot]), Piece(after)]
        elif slot == "n" and sentence.count is not None:
            number = language.spelled(sentence.count)
            pieces.append(Piece(number if pieces else language.begun(number)))
        elif slot in sentence.names:
            pieces.append(_name(sentence.names[slot], language))
        else:
            pieces.append(Piece(language.t(sentence.words[slot])))
    return tuple(pieces)


def told_plainly(sentence: Sentence, language: Language, named: Named) -> str:
    """The sentence in a language as plain text, for where nothing can be linked."""
    return "".join(piece.text for piece in told(sentence, language, named))


def _name(name: Name, language: Language) -> Piece:
    if isinstance(name.text, str):
        return Piece(name.text, name.path)
    code, text = name.text.wording(language.code)
    return Piece(text, name.path, "" if code == language.code else code)


def _literal(text: str) -> list[Piece]:
    before, bracket, rest = text.partition("[")
    if not bracket:
        return [Piece(text)] if text else []
    linked, _, after = rest.partition("]")
    return [Piece(before), Piece(linked, METHOD_PATH), *([Piece(after)] if after else [])]
