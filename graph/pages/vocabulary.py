"""The types of link, and what a record can hold, for the scripts and the styles of the site.

`make vocabulary` puts the tables where browsers read them: five scripts of their own, and a
stretch of the style sheet between two comments.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from graph.passages import folding, paragraphs, signs, similar
from graph.passages.verify import PassageVerifier
from graph.records import doi, limits
from graph.records.link_types import LinkType, Polarity, types_that
from graph.records.source import ON_THE_WEB
from graph.text import letters, naming, unspaced
from graph.text.invisible import JOINED

SCRIPT = "site/assets/js/vocabulary.js"
LIMITS = "site/assets/js/limits.js"
LETTERS = "site/assets/js/letters.js"
UNSPACED = "site/assets/js/unspaced.js"
SIGNS = "site/assets/js/signs.js"
STYLE_SHEET = "site/assets/css/betoog.css"
_BEGINS = "/* Types of link, from their table: make vocabulary writes what stands from here */\n"
_ENDS = "/* to here. */\n"
_DOUBLE = 5
"""The width of a double line on a map, in pixels."""
INSIDE = 1.8
"""The width of what lies between its two lines."""

_SCRIPT = """\
// The types of link, as graph/records/link_types.py has them: `make vocabulary` writes this.

export const LINK_TYPES = /** @type {{const}} */ ({types});

/** The field of a claim in which the links of each type stand, and the scheme that tells a type
 * from the others in its field. */
export const LINK_FIELDS = /** @type {{const}} */ ({fields});
/** @type {{Texts}} */
export const SCHEMES = {schemes};

/** The types that raise a claim, those that lower one, those that weaken a step, and those that a
 * claim cannot hold without. */
export const [HELPING, HINDERING, UNDERCUTTING, CONDITIONING] =
  /** @type {{string[][]}} */ ({groups});

/** The types whose line is two lines. */
export const DOUBLE = /** @type {{string[]}} */ ({double});

/** The types by what stands for them where an argument is written in numbers. @type {{Texts}} */
export const OF_MARK = {marks};

/** The icon of each type. @type {{Texts}} */
export const SIGNS = {signs};
"""

_LIMITS = """\
// What a record can hold, as graph/records/limits.py has it: `make vocabulary` writes this.

/** The characters of a text, of an annotation and of the name of a step, and the items of all lists
 * of a record together, at most. */
export const [TEXT, NOTE, STEP, ITEMS] = [{text}, {note}, {step}, {items}];

/** The words and the characters of an id that is made of a text, at most. */
export const [MOST_WORDS, LONGEST_ID] = [{words}, {id}];

/** The signs of a mark that stands for a text in an id. */
export const MARKS = {marks};

/** Names that Windows keeps for devices. */
export const DEVICES = {devices};

/** A sign with the joiner behind it that is at home there. */
export const JOINED = {joined};

/** The types of source that are nowhere else than at their address. */
export const ON_THE_WEB = {on_the_web};

/** A DOI, and what may be written before it: the beginning of an address, or a word. */
export const DOI = {doi};
export const [DOI_ADDRESS, DOI_WORD] = [{doi_address}, {doi_word}];
"""

_LETTERS = """\
// What letters of other scripts are in ours, as graph/text/letters.json has it: `make vocabulary`
// writes this. From {licence}

/** By the number of the first sign, what it and those behind it are: `.` where one has no place
 * here, `-` where it is nothing. @type {{Texts}} */
export const RUNS = {runs};

/** A consonant with no vowel behind it, within a word: there an a is said and not written. */
export const WITHOUT_VOWEL = {without};
"""

_SIGNS = """\
// Signs that differ between faithful copies of a text, as graph/passages has them, and how much is
// compared there: `make vocabulary` writes this.

/** What stands for an apostrophe, for a quotation mark and for a dash. */
export const SINGLE = {single};
export const DOUBLE = {double};
export const DASHES = {dashes};

/** What no reader sees, as older fingerprints know it, and all of it. */
export const UNSEEN = {unseen};
export const INVISIBLE = {invisible};

/** In a folded text: here a hyphen ends a line. */
export const BROKEN = {broken};

/** The marks on a letter, at most. */
export const MOST_MARKS = {marks};

/** What closes a sentence, what may stand behind that, and what items of lists begin with. */
export const CLOSING = {closing};
export const TRAILING = {trailing};
export const BULLETS = {bullets};

/** The characters and the words of a section heading, at most. */
export const HEADING = [{characters}, {words}];

/** From 0 to 100, how much words are alike that may be taken for others, at the least. */
export const LEAST_SIMILARITY = {similarity};

/** The steps that looking for such words may take, for all of them and for one; what each run of
 * words takes; the signs that one step compares; the signs of words, and how many are looked for,
 * at most. */
export const COMPARED = {compared};
"""

_UNSPACED = """\
// Letters of scripts that put no spaces between words, as graph/text/unspaced.py has them: `make
// vocabulary` writes this. Each is the inside of a character class.

/** These letters; the signs that belong to the letter before them, and to that behind them. */
export const LETTERS = {letters};
export const FOLLOWING = {following};
export const LEADING = {leading};
/** A pattern for such a letter with all that belongs to it. */
export const LETTER = {letter};
"""


def script() -> str:
    """The script that says which types of link there are, what each does, and its icon."""
    groups = [[each.value for each in types_that(polarity)] for polarity in Polarity]
    return _SCRIPT.format(
        types=_json([each.value for each in LinkType]),
        fields=_json({each.value: each.field for each in LinkType}),
        schemes=_json({each.value: scheme for each in LinkType if (scheme := each.traits.scheme)}),
        double=_json([each.value for each in LinkType if each.traits.double]),
        groups=_json(groups),
        marks=_json({each.traits.mark: each.value for each in LinkType}),
        signs=_json({each.value: each.traits.sign for each in LinkType}),
    )


def limits_script() -> str:
    """The script that says how much a record can hold, and the forms of what a form reads."""
    return _LIMITS.format(
        text=limits.TEXT,
        note=limits.NOTE,
        step=limits.STEP,
        items=limits.ITEMS,
        words=naming.MOST_WORDS,
        id=naming.LONGEST,
        marks=_json(naming.MARKS),
        devices=_json(naming.DEVICES),
        joined=_json(re.sub(r"\\U0*([0-9a-f]+)", r"\\u{\1}", JOINED)),
        on_the_web=_json(sorted(ON_THE_WEB)),
        doi_address=_json(doi.ADDRESS),
        doi_word=_json(doi.WORD),
        doi=_json(doi.FORM),
    )


def letters_script() -> str:
    """The script that says what the letters of other scripts are in ours."""
    table = letters.table()
    said = f"{table.source}\n\n{table.licence}"
    return _LETTERS.format(
        licence=said.replace("\n", "\n// ").replace("// \n", "//\n"),
        runs=json.dumps(table.runs, ensure_ascii=False, indent=1),
        without=json.dumps(letters.WITHOUT_VOWEL),
    )


def unspaced_script() -> str:
    """The script that says which letters have no spaces between words."""
    return _UNSPACED.format(
        letters=json.dumps(unspaced.LETTERS),
        following=json.dumps(unspaced.FOLLOWING),
        leading=json.dumps(unspaced.LEADING),
        letter="`[${LEADING}]*[${LETTERS}][${FOLLOWING}]*(?:(?<=[${LEADING}])[${LETTERS}][${FOLLOWING}]*)*`",
    )


def signs_script() -> str:
    """The script that says which signs of a text are taken for the same."""
    return _SIGNS.format(
        single=json.dumps(signs.SINGLE),
        double=json.dumps(signs.DOUBLE),
        dashes=json.dumps(signs.DASHES),
        unseen=json.dumps(signs.UNSEEN),
        invisible=json.dumps(folding.INVISIBLE),
        broken=json.dumps(folding.BROKEN),
        marks=folding.MOST_MARKS,
        closing=json.dumps(paragraphs.CLOSING),
        trailing=json.dumps(paragraphs.TRAILING),
        bullets=json.dumps(paragraphs.BULLETS),
        characters=paragraphs.HEADING_CHARACTERS,
        words=paragraphs.HEADING_WORDS,
        similarity=similar.LEAST_SIMILARITY,
        compared=_json(
            {
                "all": similar.ALL,
                "one": similar.ONE,
                "forRun": similar.FOR_A_RUN,
                "signs": similar.SIGNS,
                "longest": similar.LONGEST,
                "mostLikest": PassageVerifier.MOST_LIKEST,
            }
        ),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def colours() -> str:
    """The colours as custom properties, to stand in a rule."""
    return "".join(
        f"  --{each}: light-dark({each.traits.colour.light}, {each.traits.colour.dark});\n"
        for each in LinkType
    )


def map_rules() -> str:
    """The lines of maps and the words beside them."""
    edges = (f".map .edge.{each} {{ {stroke(each, f'var(--{each})')} }}\n" for each in LinkType)
    inside = f".map .inside {{ fill: none; stroke: var(--paper); stroke-width: {INSIDE}; }}\n"
    tags = (f".map .tag.{each} {{ fill: var(--{each}); }}\n" for each in LinkType)
    return "".join((*edges, inside, *tags))


def stroke(type_: LinkType, colour: str) -> str:
    """The line of a type in this colour, as CSS has it for SVG."""
    traits = type_.traits
    dashes = f" stroke-dasharray: {traits.dashes};" if traits.dashes else ""
    return f"stroke: {colour};{dashes}" + (f" stroke-width: {_DOUBLE};" if traits.double else "")


def files(root: Path) -> dict[str, str]:
    """What is written of the tables below a checkout's root: each file and its text.

    Raises:
        ValueError: the style sheet has no place for the types of link, between two comments.
    """
    sheet = (root / STYLE_SHEET).read_text(encoding="utf-8")
    return {
        SCRIPT: script(),
        LIMITS: limits_script(),
        LETTERS: letters_script(),
        UNSPACED: unspaced_script(),
        SIGNS: signs_script(),
        STYLE_SHEET: _styled(sheet),
    }


def _styled(style_sheet: str) -> str:
    before, begins, rest = style_sheet.partition(_BEGINS)
    _, ends, after = rest.partition(_ENDS)
    if not (begins and ends):
        raise ValueError("the style sheet does not say where the types of link stand")
    return "".join((before, begins, *_rules(), ends, after))


def _rules() -> Iterator[str]:
    yield f":root {{\n{colours()}}}\n"
    for each in LinkType:
        yield f".w-{each} {{ color: var(--{each}); }}\n"
    for each in LinkType:
        line = f"{each.traits.border} var(--{each})"
        # A double line needs room for two lines and what is between them.
        broad, narrow = (4, 4) if each.traits.double else (3, 2)
        yield f".is-{each} > .hop {{ border-inline-start: {broad}px {line}; }}\n"
        yield f".traced ol > li:has(> .w-{each}) {{ border-inline-start: {narrow}px {line}; }}\n"
    yield map_rules()
