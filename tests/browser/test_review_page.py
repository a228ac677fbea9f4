"""The page of a review in a browser: it stands alone, fits, and can be read by everybody."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.base import KnowledgeBase
from graph.pages.review.page import review_page
from graph.review.review import Review
from graph.review.telling.sections import report
from tests.browser.axe import in_both_themes
from tests.pages.conftest import RECORDS

HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>' + "x" * 300


@pytest.fixture(scope="module")
def review_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a change that rewords, adds and removes, with a hostile claim in it."""
    root = tmp_path_factory.mktemp("review")
    changed = {
        **RECORDS,
        "claims/d/fit.md": RECORDS["claims/d/fit.md"].replace("keeps us fit", "makes us strong"),
        "claims/d/hostile.md": (
            "---\nclaim: {en: '" + HOSTILE + "'}\nkind: fact\nimplicit: true\n"
            "contradicts:\n  - {claim: top, because: {en: '" + HOSTILE + "'}}\n---\n"
        ),
    }
    del changed["claims/d/cost.md"], changed["claims/d/cheap.md"]
    bases = []
    for name, files in (("before", RECORDS), ("after", changed)):
        for path, text in files.items():
            (root / name / path).parent.mkdir(parents=True, exist_ok=True)
            (root / name / path).write_text(text, "utf-8")
        bases.append(KnowledgeBase.load(root / name))
    review = Review(("main", "mine"), *bases)
    page = root / "review.html"
    page.write_text(review_page(report(review), review), "utf-8")
    return page


def test_it_stands_alone_fits_and_violates_nothing_of_wcag(
    browser: Browser, review_file: Path
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.goto(review_file.as_uri())
    assert asked == [review_file.as_uri()]
    assert page.locator("svg").count() >= 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert in_both_themes(page, set()) == []
    context.close()


def test_its_own_policy_lets_no_style_be_refused(browser: Browser, review_file: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(review_file.as_uri())
    assert said == []
    assert page.evaluate("getComputedStyle(document.querySelector('.node text')).textAnchor") == (
        "middle"
    )
    context.close()
