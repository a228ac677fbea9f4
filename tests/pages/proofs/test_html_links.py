"""What is said of links in HTML on hand-written pages, which lead from the address of the page."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from graph.base import KnowledgeBase
from graph.check import Severity
from graph.pages.proofs.generated import Generated
from graph.pages.proofs.html_leading import Templates, led_in_html, way_to
from graph.pages.proofs.leading import Led, Lost
from graph.pages.proofs.page_reading import read_page
from graph.pages.proofs.shelf import Shelf
from graph.store.site_configuration import site_configuration
from graph.words.chosen_languages import site_codes
from tests.pages.proofs.hard_pages import PLACES
from tests.pages.proofs.test_proofreading import CONFIGURATION, _found, _told
from tests.strict_build import lay_out_small_project, strict_build

EXTENSIONS: dict[str, dict[str, object]] = {"toc": {}, "tables": {}, "md_in_html": {}}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small knowledge base with its configuration, and a page in two languages."""
    lay_out_small_project(tmp_path)
    for each in (tmp_path / "site").iterdir():
        each.unlink()
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    for name in ("b", "b.nl", "guides/c"):
        (tmp_path / "site" / "guides").mkdir(exist_ok=True)
        (tmp_path / "site" / f"{name}.md").write_text("# One\n", "utf-8")
    (tmp_path / "site" / "own.png").write_bytes(b"a picture")
    return tmp_path


@pytest.mark.parametrize(
    ("markdown", "links"),
    [
        ('See <a href="x">it</a> and [y](y.md).', ["x"]),
        ('<p><a href="x">it</a></p>\n\n[y](y.md)', ["x"]),
        ('<div markdown>\n[y](y.md) <a href="x">it</a>\n</div>', ["x"]),
        ("<a href=x>it</a> <A HREF='y'>it</A>", ["x", "y"]),
        ('<img src="x"> ![y](y.png) <video src="a" poster="b"></video>', ["x", "a", "b"]),
        ('<audio><source src="x"></audio> <iframe src="y"></iframe>', ["x", "y"]),
        ('<a href="x?a&amp;b#c">it</a>', ["x?a&b#c"]),
        ('`<a href="x">` <!-- <a href="x">it</a> -->', []),
        ('    <a href="x">it</a>', []),
        ("[y](y.md) ![y](y.png) <https://example.org> [z][z]\n\n[z]: z.md", []),
        ('<a id="x"></a> <a href="">it</a> <a href>it</a>', []),
        ('<base href="/"> <a href="x">it</a>', []),
        ("<script>'<a href=\"x\">'</script>\n", []),
    ],
)
def test_only_what_mkdocs_leaves_as_it_is_is_a_link_in_html(
    markdown: str, links: list[str]
) -> None:
    assert list(read_page(markdown, EXTENSIONS).html_links) == links


STANDING = frozenset(
    ("index.html", "b/index.html", "b.html", "nl/b/index.html", "own.png", "g/c/index.html")
) - {"b.html"}


@pytest.mark.parametrize(
    ("link", "address", "led"),
    [
        ("../b/", "a/index.html", Led("b/index.html")),
        ("../b", "a/index.html", Led("b/index.html")),
        ("../b/index.html#x", "a/index.html", Led("b/index.html", "x")),
        ("..", "a/index.html", Led("index.html")),
        ("./", "a/index.html", Led("a/", "", Lost.MISSING)),
        ("../?q=1#a%20b", "a/index.html", Led("index.html", "a b")),
        ("../own.png", "a/index.html", Led("own.png")),
        (" ../own.png\n", "a/index.html", Led("own.png")),
        ("../%6Fwn.png", "a/index.html", Led("own.png")),
        ("#x", "a/index.html", Led("a/index.html", "x")),
        ("b.md", "a/index.html", Led("a/b.md", "", Lost.MISSING)),
        ("own.png", "a/index.html", Led("a/own.png", "", Lost.MISSING)),
        ("own.png", "a.html", Led("own.png")),
        ("b/", "a.html", Led("b/index.html")),
        ("../../b/", "nl/a/index.html", Led("b/index.html")),
        ("../b/", "nl/a/index.html", Led("nl/b/index.html")),
        ("/b/", "a/index.html", Led(lost=Lost.ABSOLUTE)),
        ("../../b/", "a/index.html", Led()),
        ("//host/b", "a/index.html", Led()),
        ("https://example.org/b", "a/index.html", Led()),
        ("mailto:a@example.org", "a/index.html", Led()),
        ("javascript:void(0)", "a/index.html", Led()),
        ("data:text/plain,x", "a/index.html", Led()),
        ("http://[x", "a/index.html", Led()),
        ("..\\b", "a/index.html", Led()),
    ],
)
def test_a_link_in_html_leads_from_the_address_of_its_page(
    link: str, address: str, led: Led
) -> None:
    found = led_in_html(link, address, STANDING.__contains__)
    assert (found.place.rstrip("/"), found.anchor, found.lost) == (
        led.place.rstrip("/"), led.anchor, led.lost,
    )  # fmt: skip


def test_a_name_without_its_ending_is_left_to_the_host() -> None:
    assert led_in_html("x", "a.html", {"x.html"}.__contains__) == Led("x.html")


@pytest.mark.parametrize(
    ("target", "address", "way"),
    [
        ("b/index.html", "a/index.html", "../b/"),
        ("index.html", "a/index.html", "../"),
        ("own.png", "a/index.html", "../own.png"),
        ("b.html", "a.html", "b.html"),
        ("index.html", "a.html", "./"),
    ],
)
def test_a_way_is_told_as_a_browser_goes_it(target: str, address: str, way: str) -> None:
    assert way_to(target, address) == way
    assert led_in_html(way, address, {target}.__contains__) == Led(target)


def test_what_leads_nowhere_in_html_is_told_and_stops_no_build(project: Path) -> None:
    page = (
        '# A\n\n<a href="b.md">x</a> and <a href="../b/#no">y</a>\n\n'
        '<p><a href="/claims/">z</a> <img src="own.png" alt=""></p>\n\n'
        '<a href="../claims/nobody/">w</a> <a href="../claims/fitt/">w</a>\n'
    )
    found = _found(project, a=page)
    # In Dutch the page stands elsewhere, and is led to what is there.
    assert sorted(set(_told(found))) == [
        ("R106", "site/a.md", 7, 10),
        ("R106", "site/a.md", 7, 44),
        ("R107", "site/a.md", 3, 10),
        ("R107", "site/a.md", 5, 39),
        ("R108", "site/a.md", 3, 35),
        ("R109", "site/a.md", 5, 13),
    ]
    assert all(each.help and each.severity is Severity.WARNING for each in found)
    helped = {(each.code, each.column): each.help for each in found if "nl/" not in each.message}
    assert "`../b/`" in helped["R107", 10]
    assert "`../own.png`" in helped["R107", 39]
    assert "fit" in helped["R106", 44]


@pytest.mark.process
def test_a_build_does_not_stop_at_html(project: Path) -> None:
    (project / "site" / "a.md").write_text('<a href="b.md">x</a> <img src="/x.png">\n', "utf-8")
    assert strict_build(project, made_empty=True)[0] == 0


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../b/">x</a> <a href="../b">x</a> <a href="../b/index.html#one">x</a>',
        '<a href="../guides/c/">x</a> <a href="../">x</a> <a href="..">x</a> <a href="./">x</a>',
        '<a href="../claims/">x</a> <a href="../claims/fit/">x</a>',
        '<a href="../lists/claims.json">x</a> <a href="../claims/fit/index.json">x</a>',
        '<a href="#one">x</a> <a href="#top">x</a> <a href="#">x</a> <a href="#site-text">x</a>',
        '<a href="#:~:text=x">x</a> <a href="mailto:a@example.org">x</a> <a href="//x/y">x</a>',
        '<a href="../b/?x=1#one">x</a> <a href="../../../elsewhere/">x</a>',
        '`<a href="b.md">x</a>` <!-- <a href="b.md">x</a> -->',
        '<a id="own" href="#own">x</a> <a name="by">x</a> <a href="#by">x</a>',
    ],
)
def test_of_what_leads_somewhere_nothing_is_said(project: Path, html: str) -> None:
    assert _found(project, **{"a": f"# One\n\n{html}\n", "a.nl": f"# One\n\n{html}\n"}) == []


def test_a_page_that_stands_in_for_another_language_leads_from_there(project: Path) -> None:
    (found,) = _found(project, a='# A\n\n<img src="../own.png" alt="">\n')
    assert (found.code, found.line, found.column) == ("R107", 3, 11)
    assert "`nl/a/index.html`" in found.message
    assert "`../../own.png`" in found.help
    (project / "site" / "a.md").unlink()
    assert _found(project, **{"a.nl": '# A\n\n<img src="../../own.png" alt="">\n'}) == []


def test_addresses_that_are_files_lead_from_the_folder(project: Path) -> None:
    more = "use_directory_urls: false\n"
    page = '# A\n\n<a href="b.html">x</a> <a href="b">x</a> <a href="b/">z</a>\n'
    found = _found(project, more, **{"a": page, "a.nl": page})
    assert {(each.path, each.column) for each in found} == {("site/a.md", 51), ("site/a.nl.md", 51)}


@pytest.mark.parametrize(
    ("level", "severity"),
    [("warn", Severity.WARNING), ("info", Severity.HINT), ("ignore", None)],
)
def test_how_grave_it_is_goes_by_what_is_said_of_links_in_markdown(
    project: Path, level: str, severity: Severity | None
) -> None:
    text = CONFIGURATION.replace("anchors: warn", f"anchors: {level}")
    (project / "mkdocs.yml").write_text(text, "utf-8")
    found = _found(project, a='<a href="#no">x</a>\n', **{"a.nl": "# A\n"})
    assert [each.severity for each in found] == ([] if severity is None else [severity])


def test_the_same_place_in_markdown_and_in_html_is_told_where_it_is_wrong(project: Path) -> None:
    page = '[x](b.md) `b.md` <a href="b.md">y</a> <a href="b.md">z</a>\n'
    found = _found(project, **{"a": page, "a.nl": "# A\n"})
    assert [each.column for each in found] == [27, 48]


def test_a_template_that_has_links_lead_from_elsewhere_is_heeded(project: Path) -> None:
    page = {"a": '<a href="b.md">x</a> <a href="#side-note">y</a>\n', "a.nl": "# A\n"}
    assert len(_found(project, **page)) == 2
    own = project / "templates" / "own.html"
    own.write_text('<p id="side-{{ x }}"></p>', "utf-8")
    assert len(_found(project, **page)) == 1
    own.write_text('<head><base href="{{ base }}"></head>', "utf-8")
    assert _found(project, **page) == []


def test_the_anchors_of_templates_are_those_that_they_write(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<p id="one"> <p id=two> <p id="by-{{ x }}">', "utf-8")
    (tmp_path / "b.html").write_text('<p id="{{ x }}"> <p data-id="three">', "utf-8")
    templates = Templates(tmp_path / each for each in ("a.html", "b.html", "none.html"))
    known = [each for each in ("one", "two", "by-x", "three", "x") if templates.may_have(each)]
    assert known == ["one", "two", "by-x"]


def test_of_every_file_of_a_site_it_is_known_that_it_stands_there(
    sample_project: Path, sample_site: Path
) -> None:
    kb, said = KnowledgeBase.load(sample_project), site_configuration(sample_project)
    assert said is not None
    codes = site_codes(sample_project, kb.addressable.languages)
    prefixes = {code: f"{code}/" if place else "" for place, code in enumerate(codes)}
    made = Generated(kb, prefixes.values(), said)
    shelf = Shelf(kb, prefixes, said, made)
    files = [each for each in sample_site.rglob("*") if each.is_file()]
    addresses = [each.relative_to(sample_site).as_posix() for each in files]
    assert [each for each in addresses if not shelf.stands(each)] == []
    assert not any(map(shelf.stands, ("nothing/index.html", "nl/nothing.png", "claims/none/x")))


@pytest.mark.parametrize("address", ["index.html", "a/index.html", "nl/a/index.html", "a/b.html"])
def test_a_link_in_html_leads_where_the_standard_has_it(address: str) -> None:
    site = "https://host.example/x/y/z/kb/"
    for place in PLACES:
        link = place.strip()
        if not link or "\\" in link or link.startswith(("/", "#", "?")) or "[" in link:
            continue
        url = urlsplit(urljoin(f"{site}{address}", link))
        if url.netloc != "host.example" or not url.path.startswith("/x/y/z/kb/"):
            assert led_in_html(place, address, lambda _: False) == Led()
            continue
        path = unquote(url.path.removeprefix("/x/y/z/kb/"))
        file = f"{path}index.html" if path.endswith("/") or not path else path
        standing = {re.sub("/+", "/", file)}
        assert led_in_html(place, address, standing.__contains__).place in standing
        assert led_in_html(place, address, lambda _: False).lost is Lost.MISSING
