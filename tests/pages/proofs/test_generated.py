"""The addresses that are known without the program that makes pages."""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import Settings
from graph.pages.making import Making
from graph.pages.proofs.generated import ALWAYS, ALWAYS_AT_ROOT, FOLDERS, Generated
from graph.pages.site import Site
from graph.store.site_configuration import site_configuration
from graph.words.interface import brought_along
from tests.conftest import ROOT, SAMPLE

SECOND = ROOT / "tests" / "second"


def _site(root: Path) -> tuple[KnowledgeBase, Site]:
    kb = KnowledgeBase.load(root)
    interface = brought_along(("en", "nl"))
    return kb, Site(kb, Settings((TEMPLATES,), "https://example.org/kb/", interface=interface))


@pytest.mark.parametrize("root", [SAMPLE, SECOND, None], ids=["sample", "second", "empty"])
def test_what_is_made_of_any_records_is_where_it_is_looked_for(
    root: Path | None, tmp_path: Path
) -> None:
    (tmp_path / "claims").mkdir()
    _, site = _site(root or tmp_path)
    addresses = {each.file for each in Making(site).files()}
    tops = {each.removeprefix("nl/").partition("/")[0].casefold() for each in addresses}
    assert tops <= FOLDERS
    assert addresses >= ALWAYS
    assert addresses >= {f"nl/{each}" for each in ALWAYS}
    assert addresses >= ALWAYS_AT_ROOT


def test_of_every_address_it_is_known_whether_anything_stands_there() -> None:
    kb, site = _site(SAMPLE)
    said = site_configuration(SAMPLE)
    assert said is not None
    made = Generated(kb, ("", "nl/"), said)
    files = {each.file: each for each in Making(site).files()}
    assert [each for each in files if each not in made] == []
    wrong = [each.replace("a", "o", 1) for each in files] + [f"de/{each}" for each in files]
    assert [each for each in wrong if (each in made) != (each in files)] == []
    upper = [each.upper() for each in files if each.upper() != each]
    assert [each for each in upper if each in made] == []
    for each in upper[:: len(upper) // 50]:
        found = made.at(each)
        assert found is not None
        assert found.address.casefold() == each.casefold()


def test_a_place_within_a_language_is_that_of_a_page() -> None:
    kb, _ = _site(SAMPLE)
    said = site_configuration(SAMPLE)
    assert said is not None
    made = Generated(kb, ("", "nl/"), said)
    assert made.has_page("claims/index.html")
    assert made.has_page("claims/build-the-tram/index.html")
    assert made.has_page("debates/tram/map/index.html")
    for each in (
        "nl/claims/index.html",
        "claims/none/index.html",
        "robots.txt",
        "about/index.html",
    ):
        assert not made.has_page(each)
