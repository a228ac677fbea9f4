"""Following the argument up and down: links alone lead everywhere, and the way there is kept."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath

import pytest
from playwright.sync_api import Browser, Page

from graph.argument.routes import routes
from graph.base import KnowledgeBase
from tests.browser.page_types import PREFIXES

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parent.parent.parent
_CRUMBS = "all => all.map(each => each.textContent.trim())"
_CLAIM = re.compile(r"claims/([^/]+)/$")


class _Links(HTMLParser):
    """The links of a page, and the first by which a claim matters."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[str] = []
        self.first_matter = ""
        self._in_matter = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._in_matter = self._in_matter or values.get("class") == "matter"
        if tag == "a" and (href := values.get("href")):
            self.all.append(href)
            if self._in_matter and not self.first_matter:
                self.first_matter = href


def _links(site: Path, path: str) -> _Links:
    found = _Links()
    found.feed((site / path / "index.html").read_text("utf-8"))
    return found


def _target(path: str, href: str) -> str | None:
    href = href.split("#")[0].split("?")[0]
    if not href or ":" in href:
        return None
    return normpath(join(path, href)).removeprefix("./").rstrip("/") if href != "./" else path


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return KnowledgeBase.load(ROOT)


@pytest.mark.parametrize("language", PREFIXES)
def test_the_first_reason_why_a_claim_matters_leads_to_a_thesis(
    site: Path, kb: KnowledgeBase, language: str
) -> None:
    leaves = [claim for claim in kb.claims if not kb.reasons(claim) and not kb.objections(claim)]
    assert len(leaves) > 100
    for leaf in leaves:
        passed = [leaf]
        while passed[-1] not in kb.theses:
            path = f"{PREFIXES[language]}claims/{passed[-1]}"
            href = _links(site, path).first_matter
            assert href, passed
            onward = (_target(path, href) or "").rsplit("/", 1)[-1]
            assert onward not in passed, passed
            passed.append(onward)


@pytest.mark.parametrize("language", PREFIXES)
def test_every_claim_is_reached_from_home_by_links_alone(
    site: Path, kb: KnowledgeBase, language: str
) -> None:
    start = PREFIXES[language].rstrip("/") or "."
    seen = {start}
    queue = [start]
    while queue:
        path = queue.pop()
        for href in _links(site, path).all:
            onward = _target(path, href)
            if (
                onward
                and onward not in seen
                and (site / onward / "index.html").is_file()
                and onward.startswith("nl") == (language == "nl")
            ):
                seen.add(onward)
                queue.append(onward)
    prefix = PREFIXES[language]
    assert [claim for claim in kb.claims if f"{prefix}claims/{claim}" not in seen] == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    yield context.new_page()
    context.close()


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")


def _crumbs(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all("nav.route li", _CRUMBS)
    return [" ".join(each.split()) for each in found]


def _two_routes(kb: KnowledgeBase) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A claim, and two of its routes, from the thesis down to the claim before it."""
    for claim in kb.claims:
        found = routes(kb, claim, frozenset(kb.theses), 4)
        if len(found) > 2 and len(found[-1].claims) > len(found[0].claims):
            return claim, found[0].claims[:0:-1], found[-1].claims[:0:-1]
    raise AssertionError("no claim has two routes")


@pytest.mark.parametrize("language", PREFIXES)
def test_the_route_in_the_address_is_the_breadcrumb(
    page: Page, served: str, kb: KnowledgeBase, language: str
) -> None:
    claim, usual, other = _two_routes(kb)
    address = f"{served}{PREFIXES[language]}claims/{claim}/"
    _open(page, address)
    static = _crumbs(page)
    assert len(static) == len(usual) + 1
    _open(page, f"{address}?reject=no-such-claim#via={','.join(other)}")
    hrefs = page.eval_on_selector_all("nav.route a", "all => all.map(each => each.pathname)")
    found = [match.group(1) for href in hrefs if (match := _CLAIM.search(href))]
    assert tuple(found) == other
    assert page.locator("nav.route em").count() == len(other)
    assert _crumbs(page)[-1].endswith(static[-1].split(" ")[-1])
    assert "reject=no-such-claim" in page.url


@pytest.mark.parametrize("stale", ["no-such-claim", "{skipped}", "{doubled}", "%ZZ", ",,,"])
def test_a_route_that_does_not_exist_gives_way_to_the_usual_one(
    page: Page, served: str, kb: KnowledgeBase, stale: str
) -> None:
    claim, usual, other = _two_routes(kb)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    address = f"{served}claims/{claim}/"
    _open(page, address)
    static = _crumbs(page)
    via = stale.format(skipped=",".join((*other[:1], *other[2:])), doubled=",".join(other[:1] * 2))
    # A route with a step left out may be a route all the same.
    if stale == "{skipped}" and usual == (*other[:1], *other[2:]):
        via = ",".join(other[1:])
    page.goto("about:blank")
    _open(page, f"{address}#via={via}")
    assert _crumbs(page) == static
    assert errors == []


def test_following_links_up_and_down_keeps_the_route(
    page: Page, served: str, kb: KnowledgeBase
) -> None:
    claim, _, other = _two_routes(kb)
    _open(page, f"{served}claims/{claim}/#via={','.join(other)}")
    # Up, along the route by which the reader came.
    page.locator("nav.route a").last.click()
    page.wait_for_load_state("networkidle")
    assert f"/claims/{other[-1]}/" in page.url
    assert page.url.endswith(f"#via={','.join(other[:-1])}" if other[:-1] else "/")
    # And down again, from the outline.
    page.locator(f".outline .leaf > a[href*='claims/{claim}/']").first.click()
    page.wait_for_load_state("networkidle")
    assert page.url.endswith(f"claims/{claim}/#via={','.join(other)}")


def test_a_place_on_the_page_and_the_route_share_the_fragment(
    page: Page, served: str, kb: KnowledgeBase
) -> None:
    claim, _, other = _two_routes(kb)
    via = f"via={','.join(other)}"
    _open(page, f"{served}claims/{claim}/#{via}")
    crumbs = _crumbs(page)
    page.evaluate("location.hash = 'reject'")
    page.wait_for_url(f"**#reject&{via}")
    assert _crumbs(page) == crumbs
    page.goto("about:blank")
    _open(page, f"{served}claims/{claim}/#reject&{via}")
    assert _crumbs(page) == crumbs
    assert page.evaluate("scrollY") > 0


def test_back_after_three_steps_restores_route_and_scroll(
    page: Page, served: str, kb: KnowledgeBase
) -> None:
    chains = (routes(kb, claim, frozenset(kb.theses), 1) for claim in kb.claims)
    way = next(
        found[0].claims[::-1]
        for found in chains
        if found
        and len(found[0].steps) == 3
        and all(step.link.type.value != "undercuts" for step in found[0].steps)
    )
    _open(page, f"{served}claims/{way[0]}/")
    states = []
    for claim in way[1:]:
        link = page.locator(f".outline > .tree > li > .leaf > a[href*='/{claim}/']").first
        link.evaluate("each => each.scrollIntoView({ block: 'center' })")
        states.append((page.url, _crumbs(page), page.evaluate("scrollY")))
        address = page.url
        link.click()
        page.wait_for_function("(old) => location.href !== old", arg=address)
        page.wait_for_load_state("networkidle")
    assert page.url.endswith(f"#via={','.join(way[:3])}")
    assert any(scroll > 100 for _, _, scroll in states)
    for url, crumbs, scroll in reversed(states):
        page.go_back()
        page.wait_for_load_state("networkidle")
        assert page.url == url
        assert _crumbs(page) == crumbs
        assert abs(page.evaluate("scrollY") - scroll) <= 2
