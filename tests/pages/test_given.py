"""What files are given when they are listed."""

from functools import partial

import pytest

from graph.base import KnowledgeBase
from graph.base.followed import Followed
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import Settings, SitePage
from graph.pages.given import Given
from graph.pages.making import Making
from graph.pages.site import Site
from tests.small import FILES, read_texts

THESIS = "claims/paths/build-cycle-paths.md"
SOURCE = "claims/sources/essay.yaml"


def given_of(kb: KnowledgeBase) -> dict[str, bytes]:
    """What every file of a site was given."""
    site = Site(Followed(kb), Settings((TEMPLATES,), site_url="https://example.org/"))
    given = Given(site.fingerprints(kb))
    return {file.file: given(file) for _, file in Making(site).numbered()}


@pytest.fixture(scope="module")
def first() -> dict[str, bytes]:
    return given_of(read_texts(FILES))


def test_a_site_that_is_listed_again_is_given_the_same(first: dict[str, bytes]) -> None:
    assert given_of(read_texts(FILES)) == first


def test_a_page_is_given_its_title(first: dict[str, bytes]) -> None:
    text = FILES[SOURCE].replace("Why cycle paths", "Why paths")
    other = given_of(read_texts({**FILES, SOURCE: text}))
    changed = {file for file, given in other.items() if given != first[file]}
    assert "sources/essay/index.html" in changed
    assert "speakers/ada-bron/index.html" not in changed
    assert "rules/index.html" not in changed


def test_the_page_of_a_claim_asks_for_its_title_when_it_is_made(first: dict[str, bytes]) -> None:
    text = FILES[THESIS].replace("Build cycle paths", "Cycle paths")
    other = given_of(read_texts({**FILES, THESIS: text}))
    assert (
        other["claims/build-cycle-paths/index.html"] == first["claims/build-cycle-paths/index.html"]
    )


def test_what_cannot_be_told_apart_is_refused() -> None:
    kb = read_texts(FILES)
    site = Site(Followed(kb), Settings((TEMPLATES,)))
    given = Given(site.fingerprints(kb))
    page = SitePage("a.json", partial(str, object()))
    with pytest.raises(TypeError, match="has no fingerprint"):
        given(page)
