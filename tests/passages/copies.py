"""Copies of made texts as readers have them, and what comes of the passages recorded from these.

`python -m tests.passages.copies` writes `vectors/copies.json`, to which the scripts of the site are
held: what they find in a browser is what `betoog verify` finds.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from graph.passages import (
    Comparing,
    Located,
    PassageVerifier,
    fingerprint,
    locate,
    paragraphs_of,
)
from graph.records import Passage

VECTORS = Path(__file__).parent / "vectors" / "copies.json"

ORIGINAL = """\
‘A baker may soon be out of bread’

Last week the baker in the Weißgasse wrote to the mayor that his oven is too small for the whole
quarter, and that nobody at the office had ever come to look. “We bake from four to nine,” he
says, “and by ten the shelves are empty.”

Much of that is hardly new. In the first years – from 1998 to 2004 – the shop sold 3,000 loaves a
week; in the last it sold half as many again. The café next door, which sells nothing but coffee,
had to do the same.

Why the oven stays small

A larger oven needs a stronger floor. A stronger floor needs a permit. And a permit, as everybody
here knows, takes the better part of a year… if it comes at all.

Three things would help: a faster desk, a fixed fee and a map of the cellars. The flour-mill has
asked for all three since the long-awaited flood plan.

Some say that the town’s own ovens could be let to the baker by night. They stand idle, they are
paid for, and their chimney was swept in May. The mayor’s deputy, Mr Noël, finds it “an efficient
first step”.

A first step it is. But it is the town that has to take it, and the town, for now, bakes nothing.

Whoever wants bread at ten will have to get up at eight.
"""

DUTCH = """\
De brug blijft dicht

Wie ’s ochtends over de brug wil, staat een half uur stil. Dat was twintig jaar geleden al zo, en
de gemeenteraad weet het: in 2019 telde men 4.200 fietsen per uur.

Een tweede brug kost geld. Maar ook wachten kost geld, zegt de wethouder: zo’n € 12 miljoen per
jaar aan verloren uren.

Of de brug er komt, hangt af van drie dingen. Het eerste is de ruimte op de kade. Het tweede is de
financiële steun van het rijk. En het derde, vreemd genoeg, is de vleermuis.
"""

HEBREW = """\
הלחם יקר

האופה אומר שהתנור קטן מדי. ראש העיר אומר שאין כסף, ושגם בשנה הבאה לא יהיה.

מי שרוצה לחם בעשר צריך לקום בשמונה. כך זה היה תמיד, וכך זה יישאר.
"""

ARABIC = """\
الخبز غالٍ

يقول الخبّاز إنّ الفرن صغير جدّاً. ويقول رئيس البلديّة إنّه لا يوجد مال، ولا حتّى في السنة القادمة.

من أراد خبزاً في العاشرة فعليه أن يستيقظ في الثامنة. هكذا كان الأمر دائماً؟ نعم.
"""

GREEK = """\
Ὁ φούρναρης λέει

ΤΟ ΨΩΜΙ ΕΙΝΑΙ ΑΚΡΙΒΟ, λέει ο φούρναρης, και ο φούρνος μικρός.

Όποιος θέλει ψωμί στις δέκα, ξυπνάει στις οκτώ.
"""

CHINESE = """\
公車來信

公共汽車應該免費，因為城裡的人會少開車。「第二句」也在這裡，2024年有iPhone手機的人更少開車。

人人都少少開車，少開車的人人都好；葛󠄀城のバスはﾀﾀﾞ、がらがら。
"""

THAI = """\
จดหมายถึงเมือง

รถเมล์ควรจะฟรีเพราะคนจะขับรถน้อยลง ในปี ๒๕๖๗คนขับรถน้ำหนักเบา
เมืองของเราจะเงียบขึ้นและอากาศก็จะดีขึ้นด้วยถ้ารถเมล์ฟรี

ខ្ញុំជិះរថយន្តក្រុង ຂ້ອຍຂີ່ລົດເມ ကျွန်တော်ဘတ်စ်ကားစီးသည်။
"""

_UNPROVED = ("Whoever", "A first step")
_PLACES: dict[str, tuple[str, list[tuple[int | None, str, str | None]]]] = {
    "bread": (
        ORIGINAL,
        [
            (0, "A baker may", "out of bread"),
            (1, "his oven is too small", "come to look"),
            (1, "We bake from", "shelves are empty"),
            (1, "Last week the baker in the Weißgasse", None),
            (2, "In the first years", "many again"),
            (2, "from 1998 to 2004", None),
            (2, "The café next", "do the same"),
            (3, "A larger oven", "stronger floor"),
            (3, "And a permit", "comes at all"),
            (4, "Three things would", "long-awaited flood plan"),
            (None, "Some say that", "swept in May"),
            (5, "They stand idle", "efficient first step"),
            (6, "But it is the town", "bakes nothing"),
            (9, "Whoever wants bread", "up at eight"),
            (None, "A first step it is", None),
            (2, "the mayor owns a bakery", "since years"),
        ],
    ),
    "bridge": (
        DUTCH,
        [
            (1, "staat een half uur", "geleden al zo"),
            (1, "in 2019 telde", "per uur"),
            (2, "Maar ook wachten", "verloren uren"),
            (3, "Het tweede is de", "van het rijk"),
            (None, "En het derde", "de vleermuis"),
        ],
    ),
    "hebrew": (HEBREW, [(1, "האופה אומר", "קטן מדי"), (2, "מי שרוצה", "לקום בשמונה")]),
    "arabic": (ARABIC, [(1, "يقول الخبّاز", "صغير جدّاً"), (2, "من أراد", "في الثامنة")]),
    "chinese": (
        CHINESE,
        [
            (0, "車來", None),
            (1, "城裡的人", "少開車"),
            (1, "共汽車應該", "句」也在"),
            (1, "手機的人", None),
            (2, "少開", "都好"),
            (None, "ば", None),
            (2, "バス", "がら"),
            (1, "城裡的汽車少", "有人更開車"),
        ],
    ),
    "thai": (
        THAI,
        [
            (1, "ควรจะฟรี", "น้อยลง"),
            (1, "น้", None),
            (1, "รถน้ำหนัก", None),
            (2, "រថយន្ត", "ລົດ"),
            (2, "ဘတ်စ်", "စီး"),
            (2, "တ", None),
        ],
    ),
    "greek": (GREEK, [(1, "το ψωμι ειναι", "ο φούρνος μικρός"), (2, "Όποιος θέλει", None)]),
}


def passages(name: str) -> list[Passage]:
    """The passages of one of the texts, with the fingerprints that it gives them."""
    text, recorded = _PLACES[name]
    source = paragraphs_of(text)
    found = []
    for paragraph, start, end in recorded:
        place = locate(source, paragraph, start, end)
        # Some keep theirs although the words were taken down wrongly; others never had one.
        proof = fingerprint(place.passage) if isinstance(place, Located) else fingerprint(start)
        known = None if start.startswith(_UNPROVED) else proof
        entry = {"source": name, "paragraph": paragraph, "start": start, "end": end}
        found.append(Passage.model_validate({**entry, "fingerprint": known}))
    return found


def _lines(text: str, width: int, hyphen: str = "", between: str = "\n\n") -> str:
    """A text as it is set in lines, with long words broken at the end of some."""
    blocks = []
    for block in re.split(r"\n{2,}", text.strip()):
        lines, line = [], ""
        for word in block.split():
            if len(line) + len(word) + 1 <= width:
                line = f"{line} {word}".strip()
            elif hyphen and word[:8].isalpha() and len(word) > 7:
                lines.append(f"{line} {word[:4]}{hyphen}")
                line = word[4:]
            else:
                lines.append(line)
                line = word
        blocks.append("\n".join([*lines, line]))
    return between.join(blocks) + "\n"


def _swap(pairs: dict[str, str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        for old, new in pairs.items():
            text = text.replace(old, new)
        return text

    return change


def _one_line(text: str) -> str:
    return "\n\n".join(" ".join(block.split()) for block in text.split("\n\n"))


_STRAIGHT = _swap({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "…": "..."})
_TEASER = "Read also: the baker who gave up\n\n"

_CHANGES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "each paragraph on one line": _one_line,
    "with straight quotes and hyphens": _STRAIGHT,
    "with guillemets": _swap({"“": "« ", "”": " »", "‘": "‹", "’": "’"}),
    "with low quotes": _swap({"“": "„", "”": "“", "‘": "‚", "’": "‘"}),
    "with other dashes": _swap({" – ": " — ", "-": "\u2011"}),
    "with CRLF": _swap({"\n": "\r\n"}),
    "with CR": _swap({"\n": "\r"}),
    "with a byte mark": lambda text: "\ufeff" + text,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "with ligatures": _swap({"ffi": "\ufb03", "fl": "\ufb02", "fi": "\ufb01"}),
    "in wide letters": lambda text: text.replace("permit", "\uff50\uff45\uff52\uff4d\uff49\uff54"),
    "with no-break spaces": lambda text: re.sub(r"(?<=\bthe) |(?<=\bvan) ", "\u00a0", text),
    "with thin and tab spaces": lambda text: text.replace("of ", "of\u2009\t").replace(
        "in ", "in  "
    ),
    "with soft hyphens": _swap({"everybody": "every\u00adbody", "chimney": "chim\u00adney"}),
    "with soft hyphens at the ends of lines": lambda text: _lines(text, 40, "\u00ad"),
    "with zero-width spaces": _swap({"empty": "\u200bempty", "night": "ni\u2060ght"}),
    "from a PDF, in lines": lambda text: _lines(text, 50),
    "from a PDF, in narrow columns": lambda text: _lines(text, 28),
    "from a PDF, words broken": lambda text: _lines(text, 38, "-"),
    "from a PDF, words broken with U+2010": lambda text: _lines(text, 33, "\u2010"),
    "from a PDF, without blank lines": lambda text: _lines(text, 60, "-", "\n"),
    "from a PDF, with a page number between": lambda text: (
        _lines(text, 44)
        .replace("\nmany", "\n\n17\n\nmany")
        .replace("stronger floor needs", "stronger floor\n\n18\n\nneeds")
    ),
    "in capitals": str.upper,
    "headings in capitals": _swap({"A larger oven needs": "A LARGER OVEN NEEDS"}),
    "with small ss": _swap({"ß": "ss"}),
    "with a capital sharp s": _swap({"Weißgasse": "WEIẞGASSE"}),
    "with teasers and menus": lambda text: (
        "Home\n\nNews\n\n"
        + text.replace("\n\nThree", f"\n\n{_TEASER}Three")
        + "\n\nShare\n\nPrint\n"
    ),
    "without its headline": lambda text: text.partition("\n\n")[2],
    "with its lead twice": lambda text: text.replace(
        "\n\nLast week", "\n\nLast week the baker wrote that his oven is too small.\n\nLast week"
    ),
    "one word changed": _swap(
        {"half as many": "twice as many", "kost geld, zegt": "kost tijd, zegt"}
    ),
    "one sentence gone": _swap({"They stand idle, they are\npaid for, and": "And"}),
    "first words changed": _swap(
        {"And a permit": "But the permit", "Three things": "Three matters"}
    ),
    "last words changed": _swap({"swept in May": "swept in April", "verloren uren": "verlies"}),
    "paragraphs moved": lambda text: "\n\n".join(
        (blocks := text.strip().split("\n\n"))[:1] + blocks[:0:-1]
    ),
    "another text": lambda _: DUTCH.replace("brug", "tunnel"),
    "nothing": lambda _: "",
    "white space": lambda _: " \n\n\u00a0\n",
    "all in one paragraph": lambda text: " ".join(text.split()),
    "with <br><br> as a browser pastes it": lambda text: text.replace("\n\n", "\n \n"),
    "with lines that begin with bullets": _swap({"Three things": "• Three things"}),
    "with marks of direction": lambda text: "\u200f" + text.replace(" ", " \u200e", 3),
    "without vowel signs": lambda text: "".join(
        each for each in unicodedata.normalize("NFD", text) if not "\u064b" <= each <= "\u0652"
    ),
    "with figures above the line": _swap({"4.200": "4.200¹", "year…": "year²…"}),
    "with emoji": _swap({"bread": "bread 🍞", "brug": "brug🌉"}),
}

_OF_OTHERS = {
    "bridge": (
        *("as it is", "with CRLF", "decomposed", "with no-break spaces", "one word changed"),
        *("last words changed", "from a PDF, words broken", "with ligatures", "with emoji"),
        *("in capitals", "with other dashes", "with figures above the line"),
    ),
    "hebrew": ("as it is", "with marks of direction", "with CRLF", "all in one paragraph"),
    "arabic": ("as it is", "with marks of direction", "decomposed", "without vowel signs"),
    "greek": ("as it is", "decomposed", "in capitals"),
}


def cases() -> Iterator[dict[str, Any]]:
    """Every copy, and what is found of each passage in it."""
    for name in _PLACES:
        for change in _OF_OTHERS.get(name, _CHANGES):
            text = _CHANGES[change](_PLACES[name][0])
            yield {"name": f"{name}, {change}", "of": name, "text": text, **found(name, text)}


def found(name: str, text: str) -> dict[str, Any]:
    """How many paragraphs a copy has, and what comes of each passage: its status, the paragraph,
    how much it is alike, whether it is unchanged, and the fingerprint of what is there."""
    source = paragraphs_of(text)
    verifier = PassageVerifier(source, Comparing())
    verdicts = []
    for each in passages(name):
        verdict = verifier.verdict(each)
        proof = verdict.fingerprint if verdict.fingerprint != each.fingerprint else "recorded"
        same = "unchanged" in verdict.message
        verdicts.append([verdict.status, verdict.paragraph, verdict.similarity, same, proof])
    return {"paragraphs": len(source.paragraphs), "found": verdicts}


def vectors() -> dict[str, Any]:
    """All that is written."""
    return {
        "passages": {
            name: [
                each.model_dump(mode="json", include={"paragraph", "start", "end", "fingerprint"})
                for each in passages(name)
            ]
            for name in _PLACES
        },
        "copies": list(cases()),
    }


def written() -> str:
    """The file of them, with a line for each copy."""
    made = vectors()
    lines = [json.dumps(each, ensure_ascii=False) for each in made["copies"]]
    recorded = json.dumps(made["passages"], ensure_ascii=False)
    return f'{{"passages": {recorded},\n"copies": [\n' + ",\n".join(lines) + "\n]}\n"


if __name__ == "__main__":
    VECTORS.write_text(written(), encoding="utf-8")
