"""The pages to look things up in: weak spots, schemes, records, rules, data, search."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from graph.base import Link
from graph.check import RULES, Rule
from graph.exchange.formats import FORMATS
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.record_reference import record_forms
from graph.pages.views.annotation import annotation_html
from graph.pages.views.weak_spots import SHOWN, weak_spots
from graph.records.link_types import Polarity


def reference_pages(edition: Edition) -> Iterator[SitePage]:
    """Weak spots, schemes, records, rules, downloads and search."""
    t = edition.lang.t
    yield edition.page(
        "weak-spots/",
        "weak-spots.html",
        t("site.weak_spots"),
        lambda: {"weak": weak_spots(edition.reader), "shown": SHOWN},
        "site.weak_spots",
    )
    yield edition.page("schemes/", "schemes.html", t("site.schemes"), partial(_schemes, edition))
    yield edition.page(
        "records/",
        "records.html",
        t("records.title"),
        lambda: {"forms": record_forms(), "annotation": annotation_html},
    )
    yield from _rules(edition)
    yield edition.page(
        "downloads/",
        "downloads.html",
        t("site.downloads"),
        partial(_downloads, edition),
    )
    yield edition.page("search/", "search.html", t("site.search"), dict)


def _downloads(edition: Edition) -> dict[str, Any]:
    codes = edition.frame.settings.interface.codes
    return {
        "formats": [
            {"format": each, "files": [file.path for file in each.files(edition.kb, codes)]}
            for each in FORMATS
        ],
        "example": next(map(edition.reader.claim, edition.kb.claims), None),
    }


def _schemes(edition: Edition) -> dict[str, Any]:
    steps: dict[str, list[Link]] = {}
    for link in edition.kb.links.values():
        steps.setdefault(link.record.scheme or "", []).append(link)
    rows = [
        {
            "scheme": scheme,
            "count": len(of_it := steps.get(scheme.id, [])),
            "example": edition.reader.link(min(of_it, key=_plainness)) if of_it else None,
        }
        for scheme in edition.kb.schemes.values()
    ]
    return {"schemes": rows}


def _plainness(link: Link) -> tuple[bool, int, str]:
    """Order steps by how well they serve as examples: whole in themselves, reasons first."""
    return (link.type.polarity is not Polarity.HELPS, len(link.premises), link.id)


def _rules(edition: Edition) -> Iterator[SitePage]:
    rules = list(RULES.values())
    yield edition.page(
        "rules/", "rules.html", edition.lang.t("site.rules"), lambda: {"rules": rules}
    )
    for rule in rules:
        yield edition.page(
            f"rules/{rule.code}/",
            "rule.html",
            f"{rule.code} {rule.name}",
            partial(_rule_context, rule),
        )


def _rule_context(rule: Rule) -> dict[str, Any]:
    return {"rule": rule, "documentation": annotation_html(rule.explanation, below=1)}
