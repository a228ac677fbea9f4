"""What holds of every built site: its links, its languages, its data, and ways to its claims."""

import json
import posixpath
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from graph.answers.show import show_answer
from graph.base import KnowledgeBase

LANGUAGES = {"en": "", "nl": "nl/"}
OLDER = "claims/elsterveen-needs-a-tram/index.html"
"""An older address of a claim of the sample."""
QUOTED = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
"""How a page is cited elsewhere is in the words of those places, which have braces of their own."""
OLDER_WALK = "walk/elsterveen-needs-a-tram/index.html"
"""The same of the walk along the lines of that claim."""
CARDS = "embed/claims/"
"""Where the cards of claims are, for other sites: they are no pages of this one."""


class _Page(HTMLParser):
    """What a page leads to and loads, and the first link by which its claim matters."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: set[str] = set()
        self.tags: list[str] = []
        self.language = ""
        self.alternates: dict[str, str] = {}
        self.first_matter = ""
        self._in_matter = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self.tags.append(tag)
        if tag == "html":
            self.language = values.get("lang", "")
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "link" and values.get("hreflang"):
            self.alternates[values["hreflang"]] = values["href"]
        if tag in ("img", "script", "iframe", "source", "video", "audio", "object", "embed"):
            self.loaded += [values[key] for key in ("src", "data") if key in values]
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload", "manifest"):
            self.loaded.append(values["href"])
        self.links += [values[key] for key in ("href", "src") if key in values]
        self._in_matter = self._in_matter or "matter" in values.get("class", "").split()
        if tag == "a" and self._in_matter and not self.first_matter:
            self.first_matter = values.get("href", "")


class Built(NamedTuple):
    """A built site: its folder, its files, its pages by their files, its records, its address."""

    site: Path
    files: frozenset[str]
    pages: dict[str, _Page]
    kb: KnowledgeBase
    address: str

    def target(self, page: str, link: str) -> tuple[str, str] | None:
        """The file and the place that a link leads to; None for another site."""
        place = page
        # Most links are those of other pages, seen from another folder.
        while link.startswith("../") and "/" in place:
            place = place.rpartition("/")[0]
            link = link[3:] or "./"
        if link[:1] not in ("", "#", "?"):
            place = place.rpartition("/")[0] + "/"
        link, _, fragment = link.partition("#")
        file = _target(self.files, self.address, place, link)
        return None if file is None else (file, fragment)


@cache
def _target(files: frozenset[str], address: str, place: str, link: str) -> str | None:
    here = f"https://built.invalid/kb/{place.lstrip('/')}"
    to = urljoin(here, link).replace(address or "https://no.invalid/", urljoin(here, "/kb/"))
    parts = urlsplit(to)
    if parts.hostname != "built.invalid":
        return None
    # The page for what is missing may be shown at any depth: its links begin at the root.
    within = unquote(parts.path).removeprefix("/kb").lstrip("/")
    path = posixpath.normpath(within)
    index = posixpath.normpath(f"{path}/index.html")
    return index if index in files else path


@pytest.fixture(
    scope="module", params=["sample_site", pytest.param("live_site", marks=pytest.mark.content)]
)
def built(request: pytest.FixtureRequest) -> Built:
    """The sample's site and, among the tests of the content, that of the live records."""
    site: Path = request.getfixturevalue(request.param)
    kb = request.getfixturevalue({"sample_site": "sample", "live_site": "live"}[request.param])
    pages = {
        path.relative_to(site).as_posix(): _Page(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    files = (each.relative_to(site).as_posix() for each in site.rglob("*") if each.is_file())
    return Built(
        site,
        frozenset(files),
        pages,
        kb,
        {"sample_site": "https://example.org/kb/"}.get(request.param, "https://live.invalid/"),
    )


def test_no_internal_link_or_anchor_is_broken(built: Built) -> None:
    broken = []
    for name, page in built.pages.items():
        for link in page.links:
            if (found := built.target(name, link)) is None:
                continue
            file, fragment = found
            if file not in built.files:
                broken.append(f"{name}: {link}")
            elif fragment and file in built.pages and fragment not in built.pages[file].ids:
                broken.append(f"{name}: {link} has no such place")
    assert broken == []


def test_every_page_has_a_language_one_heading_and_a_title(built: Built) -> None:
    for name, page in built.pages.items():
        assert page.language == ("nl" if name.startswith("nl/") else "en"), name
        assert page.tags.count("h1") == 1, name
        assert page.tags[: page.tags.index("body")].count("title") == 1, name


def _leads_on(page: Path) -> bool:
    """Whether a page stands at an older address; its languages are those of the present one."""
    return '<meta http-equiv="refresh"' in page.read_text("utf-8")


def test_every_page_leads_to_the_same_page_in_the_other_language_and_back(built: Built) -> None:
    for name, page in built.pages.items():
        if name == "404.html" or CARDS in name or _leads_on(built.site / name):
            continue
        assert set(page.alternates) == {"en", "nl", "x-default"}, name
        assert page.alternates["x-default"] == page.alternates["en"]
        for code in LANGUAGES:
            there = built.target(name, page.alternates[code])
            assert there is not None
            assert built.pages[there[0]].language == code
            back = built.target(there[0], built.pages[there[0]].alternates[page.language])
            assert back == (name, "")


def test_every_claim_has_its_data_beside_its_page(built: Built) -> None:
    folders = [each for each in (built.site / "claims").iterdir() if each.is_dir()]
    assert {each.name for each in folders} == built.kb.claims.keys() | built.kb.aliases.keys()
    for folder in folders:
        assert (folder / "index.json").is_file()
        assert (built.site / "nl" / "claims" / folder.name / "index.json").is_file()


def test_the_data_beside_a_claim_is_what_the_command_line_shows(built: Built) -> None:
    for claim in built.kb.claims:
        for prefix in LANGUAGES.values():
            text = (built.site / prefix / "claims" / claim / "index.json").read_text("utf-8")
            assert json.loads(text) == json.loads(json.dumps(show_answer(built.kb, claim)))


def test_no_file_of_the_site_is_a_template_that_nobody_filled_in(built: Built) -> None:
    texts = [path for path in built.site.rglob("*") if path.suffix in (".html", ".xml", ".txt")]
    said = {path: QUOTED.sub("", path.read_text("utf-8")) for path in texts}
    assert [path for path in texts if re.search(r"{[{%]", said[path])] == []


def test_no_page_loads_anything_from_elsewhere(built: Built) -> None:
    for name, page in built.pages.items():
        assert all(urlsplit(link).scheme == "" for link in page.loaded), name


def test_the_frameworks_of_the_site_hold_the_whole_debate(built: Built) -> None:
    listed = [
        claim
        for file in (built.site / "frameworks").glob("*.json")
        for claim in json.loads(file.read_text("utf-8"))["claims"]
    ]
    assert len(listed) == len(set(listed))
    linked = {
        claim
        for link in built.kb.links.values()
        for claim in (*link.premises, built.kb.final_target(link))
    }
    assert set(listed) == linked


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_reason_why_a_claim_matters_leads_to_a_thesis(
    built: Built, language: str
) -> None:
    kb = built.kb
    leaves = [claim for claim in kb.claims if not kb.reasons(claim) and not kb.objections(claim)]
    assert len(leaves) > len(kb.claims) / 4
    for leaf in leaves:
        passed = [leaf]
        while passed[-1] not in kb.theses:
            name = f"{LANGUAGES[language]}claims/{passed[-1]}/index.html"
            onward = built.target(name, built.pages[name].first_matter)
            assert onward is not None, passed
            claim = Path(onward[0]).parent.name
            assert claim not in passed, passed
            passed.append(claim)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_claim_is_reached_from_home_by_links_alone(built: Built, language: str) -> None:
    start = f"{LANGUAGES[language]}index.html"
    seen, queue = {start}, [start]
    while queue:
        name = queue.pop()
        for link in built.pages[name].links:
            file, _ = built.target(name, link) or ("", "")
            if file not in seen and file in built.pages and built.pages[file].language == language:
                seen.add(file)
                queue.append(file)
    claims = {claim: f"{LANGUAGES[language]}claims/{claim}/index.html" for claim in built.kb.claims}
    assert [claim for claim, file in claims.items() if file not in seen] == []


def test_a_site_with_an_address_has_a_sitemap_of_all_its_pages(sample_site: Path) -> None:
    places = re.findall(r"<loc>(.*?)</loc>", (sample_site / "sitemap.xml").read_text("utf-8"))
    pages = {
        each.relative_to(sample_site).as_posix(): each.read_text("utf-8")
        for each in sample_site.rglob("index.html")
    }
    files = [
        each for each, page in pages.items() if '<meta name="robots" content="noindex">' not in page
    ]
    unlisted = {each.removeprefix("nl/") for each in pages.keys() - set(files)}
    assert {each for each in unlisted if not each.startswith(CARDS)} == {OLDER, OLDER_WALK}
    assert not any(CARDS in each for each in files)
    addresses = [f"https://example.org/kb/{each.removesuffix('index.html')}" for each in files]
    assert sorted(places) == sorted(addresses)


def test_every_page_of_a_site_with_an_address_says_its_own(sample_site: Path) -> None:
    """To search engines and where it is shared, with that of the same page in the other language;
    an older one says that of the page it leads to, and what is at no address says none."""
    address = "https://example.org/kb/"
    pages = {
        each.relative_to(sample_site).as_posix(): each.read_text("utf-8")
        for each in sample_site.rglob("*.html")
    }
    for name, page in pages.items():
        head = page.partition("</head>")[0]
        canonical = re.findall(r'<link rel="canonical" href="(.*?)">', head)
        shared = re.findall(r'<meta property="og:url" content="(.*?)">', head)
        if name == "404.html":
            assert (canonical, shared) == ([], [])
            continue
        if CARDS in name:
            path = name.replace("embed/", "").removesuffix("index.html")
            path = path.replace("elsterveen-needs-a-tram", "build-the-tram")
            assert (canonical, shared) == ([f"{address}{path}"], [])
            continue
        if name.endswith(OLDER):
            assert canonical == [f"{address}{name.removesuffix(OLDER)}claims/build-the-tram/"]
            continue
        if name.endswith(OLDER_WALK):
            assert canonical == [f"{address}{name.removesuffix(OLDER_WALK)}walk/build-the-tram/"]
            continue
        assert canonical == shared == [f"{address}{name.removesuffix('index.html')}"], name
        path = name.removeprefix("nl/").removesuffix("index.html")
        alternates = re.findall(r'<link rel="alternate" hreflang="(.*?)" href="(.*?)">', head)
        assert dict(alternates) == {
            "en": f"{address}{path}",
            "nl": f"{address}nl/{path}",
            "x-default": f"{address}{path}",
        }, name
        pictures = re.findall(r'<meta property="og:image" content="(.*?)">', head)
        assert all(each.startswith(address) for each in pictures), name


def test_the_map_for_language_models_leads_to_files_of_the_site(sample_site: Path) -> None:
    address = "https://example.org/kb/"
    links = re.findall(r"\]\((.*?)\)", (sample_site / "llms.txt").read_text("utf-8"))
    assert len(links) > 30
    for link in links:
        assert link.startswith(address)
        place = sample_site / link.removeprefix(address).partition("#")[0]
        assert (place / "index.html" if place.is_dir() else place).is_file(), link
    assert {f"{address}{each}" for each in ("changes.json", "CITATION.cff", "about/")} <= set(links)


def test_a_site_without_an_address_has_no_sitemap(live_site: Path) -> None:
    assert not (live_site / "sitemap.xml").exists()
