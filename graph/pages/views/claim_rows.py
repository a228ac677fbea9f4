"""Every claim in a row, as data for the browser: what filters and pickers of claims work on."""

from dataclasses import astuple
from typing import Any

from graph.argument.finding import by_effect, places, words_by_claim
from graph.argument.outcomes import said_on
from graph.pages.views.facets import Facet
from graph.pages.views.reader import ClaimView, Reader
from graph.text.words_meant import words_of

ROWS_PATH = "lists/claims.json"
"""The file, below its language's folder."""

FOUND_BY = ("theme", "speaker")
"""The facets of which the titles of a claim's options are words that it is found by."""

COLUMNS = (
    "id", "label", "sentence", "language", "mark", "figures", "close", "implicit", "options",
    "date", "place", "words",
)  # fmt: skip
"""What a row holds, in this order.

`language` is that of the sentence where it is not the page's, else empty; `mark` has the four
lengths of the claim's mark (carried, open, taken, open), none for a question, and `figures` the
same in words; `close` is 1 for a close standing, `implicit` for an unstated premise; `options` are
the numbers of the facets' options that hold the claim; `date` is the day of the earliest source it
is read from, as precise as that is, or empty; `place` is that of its paragraph among all that are
analysed, -1 where it is read in none; `words` are those it is found by which its label and sentence
do not have, and neither do the titles of its theme and its speaker: of other languages, of topics
and keywords.
"""


def claim_rows(reader: Reader, facets: tuple[Facet, ...]) -> dict[str, Any]:
    """The rows of all claims in the order of their list, and the facets they can be chosen by.

    The options of all facets are numbered through, in the order in which they are listed as
    `[key, title]`.
    """
    held: dict[str, list[int]] = {claim: [] for claim in by_effect(reader.kb)}
    titles: list[str] = []
    for facet in facets:
        for option in facet.options:
            for claim in option.ids:
                held[claim].append(len(titles))
            titles.append(option.title if facet.name in FOUND_BY else "")
    return {
        "columns": list(COLUMNS),
        "facets": [
            {
                "name": facet.name,
                "title": facet.title,
                "options": [[option.key, option.title] for option in facet.options],
            }
            for facet in facets
        ],
        "claims": [
            _row(reader.glance(claim), options, [titles[each] for each in options])
            for claim, options in held.items()
        ],
    }


def _row(view: ClaimView, options: list[int], titles: list[str]) -> list[Any]:
    kb = view.reader.kb
    known = {word for text in (view.label, view.sentence, *titles) for word in words_of(text)}
    return [
        view.id,
        view.label,
        view.sentence,
        view.lang if view.untranslated else "",
        [] if view.is_question else list(astuple(view.stand.mark)),
        "" if view.is_question else view.stand.figures,
        int(not view.is_question and not view.firm),
        int(view.implicit),
        options,
        said_on(kb, view.record),
        places(kb).get(view.id, -1),
        " ".join(each for each in words_by_claim(kb)[view.id] if each not in known),
    ]
