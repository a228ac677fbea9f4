"""How a claim is cited: as a reader writes it down, and for the programs that keep references."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from graph.exchange.bibtex import bibtex
from graph.exchange.csl_json import csl_item
from graph.pages.views.citation import page_citation
from graph.records import Source
from graph.words.language import Language

DAY = "[yyyy-mm-dd]"
"""What stands for the day on which somebody read it: a script writes the day there."""
_COMMIT = 10

_WIKIPEDIA: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "en": ("Cite web", {}),
    "nl": (
        "Citeer web",
        {
            "title": "titel", "author": "auteur", "date": "datum", "website": "werk",
            "access-date": "bezochtdatum",
        },
    ),
    "de": (
        "Internetquelle",
        {
            "title": "titel", "author": "autor", "date": "datum", "website": "werk",
            "access-date": "abruf",
        },
    ),
}  # fmt: skip
"""The template for a page of the web in the Wikipedia of a language, and its names of fields."""


@dataclass(frozen=True)
class Citing:
    """A claim as it is cited, with the day on which it was read left open."""

    plain: Markup
    """An entry of a bibliography, in the language of the page."""
    forms: tuple[tuple[str, str], ...]
    """The same for programs: the name of the words for a form, and the text."""


def citing(language: Language, claim: Source, commit: str) -> Citing:
    """How a claim is cited that stands as it is in a commit; "" where that is not known.

    `claim` is its page as a work: title, authors, date, address and the site that it is a part of.
    """
    version = commit[:_COMMIT]
    read = language.t("citing.read_version" if version else "citing.read", day=DAY, version=version)
    note = f"Version {version}" if version else None
    noted = claim.model_copy(update={"note": note})
    item = {**csl_item(noted), "accessed": {"raw": DAY}}
    if version:
        item["version"] = version
    entry = bibtex([noted]).rstrip().removesuffix("}").rstrip().rstrip(",")
    return Citing(
        Markup("{} {}").format(page_citation(claim, language.code), read),
        (
            (
                "bibtex",
                f"{entry},\n    urldate = {{{DAY}}}\n}}",
            ),
            ("csl_json", json.dumps(item, ensure_ascii=False, indent=1)),
            ("wikipedia", _wikipedia(language.code, claim)),
        ),
    )


def _wikipedia(language: str, claim: Source) -> str:
    template, names = _WIKIPEDIA.get(language.partition("-")[0], _WIKIPEDIA["en"])
    fields = {
        "url": claim.url,
        "title": claim.title,
        "author": ", ".join(each.full for each in claim.author),
        "website": claim.container_title,
        "date": claim.issued,
        "access-date": DAY,
    }
    said = (
        f" |{names.get(name, name)}={value.replace('|', '{{!}}')}"
        for name, value in fields.items()
        if value
    )
    return f"{{{{{template}{''.join(said)}}}}}"
