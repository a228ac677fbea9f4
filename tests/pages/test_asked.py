import pytest

from graph.base import KnowledgeBase
from graph.pages.asked import Asked
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import Settings
from graph.pages.kinds.registry import KINDS
from graph.pages.making import Making
from graph.pages.site import Site


@pytest.fixture(scope="module")
def site(sample: KnowledgeBase) -> Site:
    return Site(sample, Settings((TEMPLATES,), site_url="https://example.org/kb/"))


def test_every_file_of_a_site_is_found_by_its_address(site: Site) -> None:
    asked = Asked(site)
    files = list(Making(site).files())
    found = [asked.at(each.file) for each in files]
    assert [each.file for each in files] == [None if each is None else each.file for each in found]


@pytest.mark.parametrize("address", ["", "none/", "claims/none/index.html", "claims/../index.html"])
def test_there_is_nothing_at_another_address(site: Site, address: str) -> None:
    assert Asked(site).at(address) is None


def test_names_that_differ_in_letter_case_only_are_one(site: Site) -> None:
    asked = Asked(site)
    found = asked.at("NL/Claims/index.html")
    assert found is not None
    assert found.file == "nl/claims/index.html"
    assert not asked.has_room("Claims/Index.html", "site/Claims.md")
    assert [each.code for each in asked.findings] == ["B102"]
    assert asked.has_room("elsewhere.html", "site/elsewhere.md")
    assert not asked.has_room("elsewhere.html", "site/elsewhere.md")


@pytest.mark.parametrize(
    "address",
    [
        *("nl", "Claims", "claims/build-the-tram", "embed", "nl/embed/claims", "walk", "Speakers"),
        *("lists/theme", "positions", "share", "nl/share/claim", "frameworks", "schema/answers"),
        *("index.html/own.txt", "nl/claims/Index.html/a/b.txt", "llms.txt/own/index.html"),
        *("sources.bib/own.txt", "claims/build-the-tram/index.json/own.txt"),
    ],
)
def test_no_file_has_room_in_place_of_a_folder_nor_a_folder_in_place_of_a_file(
    site: Site, address: str
) -> None:
    making = Making(site)
    list(making.files())
    asked = Asked(site)
    assert not making.has_room(address, "site/own")
    assert not asked.has_room(address, "site/own")
    assert [each.message for each in asked.findings] == [each.message for each in making.findings]


def test_what_stands_on_the_way_to_an_address_is_all_that_says_whether_it_has_room(
    site: Site,
) -> None:
    """Held against a site all of whose files are listed."""
    files = [each.file for each in Making(site).files()]
    making, asked = Making(site), Asked(site)
    list(making.files())
    tried = {
        *files[::7],
        *(each.rpartition("/")[0] for each in files[::5] if "/" in each),
        *(f"{each}/own.txt" for each in files[::11]),
        *(f"{each.rpartition('/')[0]}/own/own.txt".lstrip("/") for each in files[::13]),
        *(each.partition("/")[0] + "-own" for each in files),
    }
    for each in sorted(tried):
        making.expect(f"{each}/page/index.html", each)
        asked.expect(f"{each}/page/index.html", each)
    for each in sorted(tried):
        assert making.has_room(each, each) == asked.has_room(each, each), each
    assert asked.findings == making.findings


def test_a_kind_that_cannot_be_listed_keeps_no_other_from_being_found(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("broken")

    monkeypatch.setitem(vars(KINDS[0]), "pages", broken)
    asked = Asked(site)
    assert asked.at("claims/index.html") is not None
    assert asked.at("index.html") is None
    assert "broken" in asked.findings[0].message
