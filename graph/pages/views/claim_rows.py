"""Every claim in a row, as data for the browser: what filters and pickers of claims work on."""

from dataclasses import astuple
from typing import Any

from graph.pages.views.facets import Facet
from graph.pages.views.reader import ClaimView, Reader

ROWS_PATH = "lists/claims.json"
"""The file, below its language's folder."""

COLUMNS = (
    "id", "label", "sentence", "language", "mark", "figures", "close", "implicit", "options",
    "keywords",
)  # fmt: skip
"""What a row holds, in this order.

`language` is that of the sentence where it is not the page's, else empty; `mark` has the four
lengths of the claim's mark (carried, open, taken, open), none for a question, and `figures` the
same in words; `close` is 1 for a close standing, `implicit` for an unstated premise; `options` are
the numbers of the facets' options that hold the claim; `keywords` are words of all languages to
find it by, which are not shown.
"""


def claim_rows(reader: Reader, facets: tuple[Facet, ...]) -> dict[str, Any]:
    """The rows of all claims in the order of the lists, and the facets they can be chosen by.

    The options of all facets are numbered through, in the order in which they are listed as
    `[key, title]`.
    """
    held: dict[str, list[int]] = {claim: [] for claim in reader.kb.claims}
    number = 0
    for facet in facets:
        for option in facet.options:
            for view in option.claims:
                held[view.id].append(number)
            number += 1
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
        "claims": [_row(reader.claim(claim), options) for claim, options in held.items()],
    }


def _row(view: ClaimView, options: list[int]) -> list[Any]:
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
        ", ".join(view.record.keywords or ()),
    ]
