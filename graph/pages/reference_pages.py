"""The pages to look things up in: weak spots, schemes, records, rules, data, search."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from graph.check import RULES, Rule
from graph.pages.annotation import annotation_html
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.record_reference import record_forms
from graph.pages.weak_spots import SHOWN, weak_spots


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
        lambda: {"example": next(map(edition.reader.claim, edition.kb.claims), None)},
    )
    yield edition.page("search/", "search.html", t("site.search"), dict)


def _schemes(edition: Edition) -> dict[str, Any]:
    used: dict[str, int] = {}
    for link in edition.kb.links.values():
        used[link.record.scheme or ""] = used.get(link.record.scheme or "", 0) + 1
    rows = [
        {"scheme": scheme, "count": used.get(scheme.id, 0)}
        for scheme in edition.kb.schemes.values()
    ]
    return {"schemes": rows}


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
