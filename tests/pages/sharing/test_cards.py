"""What goes with a page when it is shared."""

import re
from html import unescape
from io import BytesIO

import pytest
from PIL import Image

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.pages.conftest import ROOT

_META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">')


def _site(kb: KnowledgeBase, site_url: str = "https://example.org/kb/", own: int = 0) -> Site:
    return Site(kb, Settings((ROOT / "templates",), site_url, claim_pictures=own))


def _tags(site: Site) -> dict[str, dict[str, str]]:
    pages = (page for page in site.pages() if page.file.endswith(".html"))
    return {
        page.file: {name: unescape(text) for name, text in _META.findall(page.render())}
        for page in pages
    }


@pytest.fixture(scope="module")
def tags(small: KnowledgeBase) -> dict[str, dict[str, str]]:
    return _tags(_site(small))


def test_there_is_a_picture_for_each_thesis_and_theme_in_each_language(
    small: KnowledgeBase,
) -> None:
    assert [image.file for image in _site(small).images()] == [
        "share/thesis/top.png",
        "share/theme/d-health.png",
        "nl/share/thesis/top.png",
        "nl/share/theme/d-health.png",
    ]


@pytest.mark.parametrize(
    ("page", "picture"),
    [
        ("", "thesis/top"),
        ("debates/d/", "thesis/top"),
        ("debates/d/health/", "theme/d-health"),
        ("claims/top/", "thesis/top"),
        ("claims/fit/", "theme/d-health"),
        ("claims/cheap/", "thesis/top"),
    ],
)
def test_a_page_shows_the_picture_of_its_thesis_or_theme(
    tags: dict[str, dict[str, str]], page: str, picture: str
) -> None:
    for prefix in ("", "nl/"):
        here = tags[f"{prefix}{page}index.html"]
        assert here["og:image"] == f"https://example.org/kb/{prefix}share/{picture}.png"
        assert (here["og:image:width"], here["og:image:height"]) == ("1200", "630")
        assert here["og:image:alt"] == here["twitter:image:alt"] != ""
        assert here["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize("own", [0, 1_000])
def test_every_picture_that_a_page_names_is_there(small: KnowledgeBase, own: int) -> None:
    site = _site(small, own=own)
    there = {f"https://example.org/kb/{image.file}" for image in site.images()}
    named = {each["og:image"] for each in _tags(site).values() if "og:image" in each}
    assert named == there


def test_claims_have_pictures_of_their_own_where_there_are_no_more_than_the_site_wants(
    small: KnowledgeBase,
) -> None:
    number = len(small.claims)
    images = [image.file for image in _site(small, own=number).images()]
    assert [each for each in images if "/claim/" in each] == [
        f"{prefix}share/claim/{claim}.png"
        for prefix in ("", "nl/")
        for claim in small.claims
        if claim != "top"
    ]
    assert len(set(images)) == len(images)
    assert [each.file for each in _site(small, own=number - 1).images()] == [
        each.file for each in _site(small).images()
    ]


def test_a_claim_is_shared_with_its_own_picture_and_a_thesis_with_the_larger_one(
    small: KnowledgeBase,
) -> None:
    tags = _tags(_site(small, own=1_000))
    here, thesis = tags["nl/claims/fit/index.html"], tags["nl/claims/top/index.html"]
    assert here["og:image"] == "https://example.org/kb/nl/share/claim/fit.png"
    assert (here["og:image:width"], here["og:image:height"]) == ("600", "315")
    assert here["og:image:alt"].startswith(here["og:title"])
    assert here["og:image:alt"].endswith(here["og:description"])
    assert thesis["og:image"] == "https://example.org/kb/nl/share/thesis/top.png"


def test_every_picture_of_a_claim_is_a_picture_of_its_size(small: KnowledgeBase) -> None:
    for image in _site(small, own=1_000).images():
        if "/claim/" in image.file:
            assert Image.open(BytesIO(image.content())).size == (600, 315)


def test_every_page_says_what_it_is_called_and_in_which_language(
    tags: dict[str, dict[str, str]],
) -> None:
    for file, here in tags.items():
        # What other sites show in a frame is no page to share.
        if "embed/claims/" in file:
            continue
        dutch = file.startswith("nl/")
        assert here["og:title"], file
        assert here["og:locale"] == ("nl_NL" if dutch else "en_GB")
        assert here["og:locale:alternate"] == ("en_GB" if dutch else "nl_NL")


def test_a_shared_claim_reads_as_its_sentence_and_where_it_stands(
    tags: dict[str, dict[str, str]],
) -> None:
    here = tags["claims/top/index.html"]
    assert here["og:type"] == "article"
    assert here["og:title"] == "We should build <paths> & more."
    assert here["og:url"] == "https://example.org/kb/claims/top/"
    assert here["og:description"].endswith(
        " Because: Riding keeps us fit. But: Paths cost too much."
    )


def test_a_question_is_shared_without_a_standing(tags: dict[str, dict[str, str]]) -> None:
    assert "og:description" not in tags["claims/rain/index.html"]


def test_without_an_address_of_the_site_pictures_are_found_from_the_page(
    small: KnowledgeBase,
) -> None:
    here = _tags(_site(small, ""))["nl/claims/fit/index.html"]
    assert here["og:image"] == "../../../nl/share/theme/d-health.png"
    assert "og:url" not in here
