"""What is said of hand-written pages before a site is made of them."""

import re
import shutil
from itertools import chain
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import Finding, Severity, check
from graph.pages.proofs.kept_readings import KeptReadings
from graph.pages.proofs.page_reading import Extensions, PageReading, installed, read_page
from graph.pages.proofs.proofreading import proofread, with_proofs
from tests.conftest import ROOT, SAMPLE
from tests.strict_build import lay_out_small_project, strict_build

CONFIGURATION = """\
site_name: Small
docs_dir: site
site_dir: _site
theme: {name: null, custom_dir: templates}
plugins: [betoog: {search: false}]
validation: {links: {anchors: warn, absolute_links: warn, unrecognized_links: warn}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small knowledge base with its configuration."""
    lay_out_small_project(tmp_path)
    for each in (tmp_path / "site").iterdir():
        each.unlink()
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    return tmp_path


def _found(root: Path, more: str = "", **pages: str) -> list[Finding]:
    if more:
        (root / "mkdocs.yml").write_text(CONFIGURATION + more, "utf-8")
    for name, text in pages.items():
        (root / "site" / f"{name}.md").write_text(text, "utf-8")
    found = proofread(KnowledgeBase.load(root))
    assert found is not None
    return list(found)


def _told(found: list[Finding]) -> list[tuple[str, str, int, int]]:
    return [(each.code, each.path, each.line, each.column) for each in found]


@pytest.mark.parametrize("root", [SAMPLE, pytest.param(ROOT, marks=pytest.mark.content)])
def test_of_pages_that_a_site_was_made_of_nothing_is_said(root: Path) -> None:
    assert proofread(KnowledgeBase.load(root)) == ()


def test_what_the_program_brings_along_is_sound_by_itself(project: Path) -> None:
    assert _found(project) == []


def test_all_that_is_wrong_is_told_at_once(project: Path) -> None:
    page = "# A\n\n[x](b.md) [y](#no) [z](/claims/) ![p](p.png) [w](claims/nobody/index.html)\n"
    found = _found(project, a=page)
    assert _told(found) == [
        ("R107", "site/a.md", 3, 5),
        ("R108", "site/a.md", 3, 15),
        ("R109", "site/a.md", 3, 24),
        ("R107", "site/a.md", 3, 39),
        ("R106", "site/a.md", 3, 50),
    ]
    assert all(each.help and each.severity is Severity.ERROR for each in found)


def test_a_link_to_a_record_that_is_not_there_is_told_once(project: Path) -> None:
    page = "`[x](claims/nobody/index.html)` and [x](claims/nobody/index.html)\n"
    (project / "site" / "a.md").write_text(page, "utf-8")
    kb = KnowledgeBase.load(project)
    told = [each for each in with_proofs(kb, check(kb)) if each.path == "site/a.md"]
    assert _told(told) == [("R106", "site/a.md", 1, 41)]


@pytest.mark.parametrize(
    ("level", "severity"),
    [("warn", Severity.ERROR), ("info", Severity.HINT), ("ignore", None)],
)
def test_how_grave_it_is_the_configuration_says(
    project: Path, level: str, severity: Severity | None
) -> None:
    text = CONFIGURATION.replace("anchors: warn", f"anchors: {level}")
    (project / "mkdocs.yml").write_text(text, "utf-8")
    found = _found(project, a="[x](#no)\n")
    assert [each.severity for each in found] == ([] if severity is None else [severity])


def test_a_page_in_the_place_of_one_that_comes_along_has_the_anchors_that_others_lead_to(
    project: Path,
) -> None:
    found = _found(project, method="# Our method\n")
    assert {each.path for each in found} == {"site/method.md"}
    assert {each.code for each in found} == {"R108"}
    assert any("`#grounds`" in each.message for each in found)
    anchors = {each.message.split("`")[1].removeprefix("#") for each in found}
    with_them = "# Our method\n\n" + "".join(f'<a id="{each}"></a>\n' for each in sorted(anchors))
    assert _found(project, method=with_them) == []


def test_the_text_of_each_language_has_anchors_of_its_own(project: Path) -> None:
    pages = {"a": "[x](b.md#one)\n", "b": "# One\n", "b.nl": "# Een\n"}
    (found,) = _found(project, **pages)
    assert "`site/b.nl.md`" in found.message
    assert found.path == "site/a.md"


@pytest.mark.parametrize("more", ["exclude_docs: b.md\n", "draft_docs: b.md\n"])
def test_of_what_is_not_published_nothing_is_said(project: Path, more: str) -> None:
    assert _found(project, more, a="[x](b.md#no)\n", b="[x](none.md)\n") == []


@pytest.mark.process
@pytest.mark.parametrize(
    "more",
    [
        "exclude_docs: |\n  b.md\n  !.c.md\n",
        "use_directory_urls: false\n",
        "markdown_extensions: [attr_list, md_in_html, footnotes, wikilinks]\n",
        "nav: [a.md, {X: nobody.md}]\n",
        "nav: [a.md, {X: claims/index.html}, {Y: 'https://example.org'}, {Z: /abs}]\n",
        "nav: {a: a.md}\n",
        "validation: {links: {absolute_links: relative_to_docs}}\n",
    ],
)
def test_a_configuration_is_understood_as_mkdocs_does(project: Path, more: str) -> None:
    said = CONFIGURATION if "validation" not in more else CONFIGURATION.partition("validation")[0]
    (project / "mkdocs.yml").write_text(said + more, "utf-8")
    pages = {
        "a": "# A {#own}\n\n[x](b.md) [y](#own) [z](/b.md) [w](/c.md)\n",
        "b": "# B\n\n<div markdown>\n[x](a/index.html)\n</div>\n\n[^1]\n\n[^1]: [f](a.html)\n",
        ".c": "[x](none.md)\n",
        "sub.README": "",
    }
    found = _found(project, **pages)
    status, said = strict_build(project, made_empty=True)
    assert bool(status) == any(each.severity is Severity.ERROR for each in found), said


@pytest.mark.process
@pytest.mark.parametrize(
    "cases",
    [
        [
            ("w", "w.md"),
            ("nl",),
            ("claims",),
            ("x.md", "x/index.md"),
            ("add/records.json",),
            ("debates/d/map.svg",),
            ("About.md", "about.md"),
            ("assets", "Assets.md"),
            ("method", "method.txt"),
            ("Sitemap.XML",),
        ],
        [
            ("x/README.md", "x/index.md"),
            ("claims.md",),
            ("Claims/FIT.md",),
            ("assets/css", "assets/own/css"),
            ("index.html/own.txt", "404.html/own.md"),
            ("embed", "NL/Embed", "nl/embed/claims.md"),
            ("knowledge-base.json/own.txt", "sources.bib.md"),
            ("a/index.html/own.txt", "a.md"),
            ("b", "b.md", "B/own.txt", "B/c/d.md"),
            ("sitemap.xml/x.txt",),
            ("sitemap-12.xml/own.md",),
        ],
        [
            ("x/index.html", "x/index.md"),
            ("assets/css/betoog.css/own.txt",),
            ("Claims/Index.html/own.txt", "nl/claims/index.html/deep/own.txt"),
            ("claims/fit", "nl/claims/fit/index.json/own.txt"),
            ("lists", "share", "rules/R107", "schema/answers", "frameworks", "debates/d"),
            ("llms.txt/own.txt", "robots.txt/deep/own.md", "nl/llms.txt/own.txt"),
            ("sitemap.xml.md", "sitemap.xml.gz", "nl/sitemap.xml/own.txt", "sitemap-x.xml"),
        ],
        [("method/index.html/own.txt",)],
    ],
)
def test_two_at_one_address_are_told_where_a_build_stops(
    project: Path, cases: list[tuple[str, ...]]
) -> None:
    """In one site as many cases as have nothing to do with each other."""
    for each in chain.from_iterable(cases):
        _put(project, each)
    found = _found(project, "site_url: https://example.org/kb/\n")
    for case in cases:
        assert any(each.path.removeprefix("site/") in (*case, "method.md") for each in found), case
    status, said = strict_build(project, made_empty=True)
    assert status == 1
    assert {each.code for each in found} <= {"B102", "R107"}
    told = {
        f"{each.path}:1: B102 {each.message}"
        for each in found
        if each.code == "B102" and "left out" not in each.message
    }
    assert told == set(re.findall(r"\S+:1: B102 .*", said))
    # What a build says in words of its own, too, and nothing else.
    assert said.count("WARNING ") == len(found), said


@pytest.mark.process
@pytest.mark.parametrize(
    "files",
    [
        ("changes.atom", "templates/x.md", ".hidden.md", "search/own.js", "schema/own.json",
         "lists.txt", "claims/none", "embed/none", "walk/none", "Lists/none", "share/none",
         "rules/none", "pagefind"),
        ("changes.atom/own.txt", "changes.json/own.md", "pagefind.md", "pagefind.txt",
         "Pagefind/deep/own.txt", "nl/pagefind/own.txt"),
    ],
)  # fmt: skip
def test_where_addresses_have_room_nothing_is_told_and_no_build_stops(
    project: Path, files: tuple[str, ...]
) -> None:
    for each in files:
        _put(project, each)
    assert _found(project) == []
    assert strict_build(project, made_empty=True) == (0, "")


def _put(project: Path, file: str) -> None:
    place = project / "site" / file
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"[x](none.md)\n" if file == "templates/x.md" else b"x\n")


@pytest.mark.process
@pytest.mark.parametrize(
    ("more", "files", "told"),
    [
        ("", {"site/pagefind/own.txt": "x\n"}, "and pagefind is the search index"),
        ("", {"site/pagefind": "x\n"}, "and pagefind is the search index"),
        ("", {"site/pagefind.md": "x\n", "site/about.md": "x\n"}, "and pagefind is the search"),
        (
            "exclude_docs: '!.betoog-site'\n",
            {"site/.betoog-site/own.txt": "x\n"},
            "and .betoog-site is what tells the site's folder",
        ),
    ],
)
def test_what_is_written_last_has_its_place_to_itself(
    project: Path, more: str, files: dict[str, str], told: str
) -> None:
    for path, text in files.items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text(text, "utf-8")
    searched = CONFIGURATION.replace(": {search: false}", "") + more
    (project / "mkdocs.yml").write_text(searched, "utf-8")
    (found,) = _found(project)
    assert (found.code, told in found.message) == ("B102", True), found.message
    status, said = strict_build(project, made_empty=True)
    assert (status, f"B102 {found.message}" in said) == (1, True), said
    assert "Traceback" not in said


@pytest.mark.process
@pytest.mark.parametrize(
    ("name", "obstructed"),
    [("own.html", "site/own.html/own.txt"), ("index.html", ""), ("claims/fit/index.html", "")],
)
def test_a_template_that_is_a_page_as_it_stands_has_its_address(
    project: Path, name: str, obstructed: str
) -> None:
    (project / "templates" / name).parent.mkdir(parents=True, exist_ok=True)
    (project / "templates" / name).write_text("<p>own</p>", "utf-8")
    for each in filter(None, (obstructed,)):
        (project / each).parent.mkdir()
        (project / each).write_text("x\n", "utf-8")
    own = CONFIGURATION.replace("templates}", f"templates, static_templates: [{name}, 404.html]}}")
    (project / "mkdocs.yml").write_text(own, "utf-8")
    (found,) = _found(project)
    assert (found.code, found.path) == ("B102", obstructed or f"templates/{name}")
    status, said = strict_build(project)
    assert (status, f"B102 {found.message}" in said) == (1, True), said
    if obstructed:
        assert (project / "_site" / name).read_text("utf-8") == "<p>own</p>"
    else:
        assert "<p>own</p>" not in (project / "_site" / name).read_text("utf-8")


def test_nothing_that_a_build_writes_can_be_a_folder_of_one_s_own(
    sample_site: Path, tmp_path: Path
) -> None:
    """Whatever comes to be written by a build, the check knows of its address."""
    shutil.copytree(SAMPLE, tmp_path, ignore=shutil.ignore_patterns("_site"), dirs_exist_ok=True)
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("exclude_docs: '!.betoog-site'\n")
    own = {each.relative_to(SAMPLE / "site").as_posix() for each in (SAMPLE / "site").rglob("*")}
    written = sorted(
        path
        for each in sample_site.rglob("*")
        if each.is_file() and (path := each.relative_to(sample_site).as_posix()) not in own
        # What is copied has no commits that these could tell of.
        if each.name not in ("changes.atom", "changes.json")
    )
    for path in written:
        (tmp_path / "site" / path).mkdir(parents=True)
        (tmp_path / "site" / path / "x.txt").write_text("x\n", "utf-8")
    found = proofread(KnowledgeBase.load(tmp_path)) or ()
    said = " ".join(f"{each.path} {each.message}" for each in found if each.code == "B102")
    told = set(re.findall(r"site/(\S+)/x\.txt", said))
    assert len(written) > 1000
    missed = [each for each in written if each not in told]
    assert missed == []


def test_where_others_have_a_say_nothing_is_said_of_pages(project: Path) -> None:
    (project / "site" / "a.md").write_text("[x](claims/nobody/index.html)\n", "utf-8")
    text = CONFIGURATION.replace("false}]", "false}, search]")
    (project / "mkdocs.yml").write_text(text, "utf-8")
    kb = KnowledgeBase.load(project)
    assert proofread(kb) is None
    assert "R106" in {each.code for each in with_proofs(kb, check(kb))}


def test_no_extension_is_loaded_that_is_only_a_module() -> None:
    assert installed({"toc": {}, "markdown.extensions.extra": {}})
    assert not installed({"os": {}})
    assert not installed({"tests.strict_build": {}})


def test_what_was_read_is_kept_for_the_same_text_and_extensions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BETOOG_CACHE", str(tmp_path / "cache"))
    text = "# A {#b}\n\n[x](y.md)\n"
    plain: Extensions = {"toc": {}}
    first = KeptReadings(tmp_path, plain)
    read = first.read(text)
    assert read == PageReading(("y.md",), frozenset({"a-b"}))
    first.keep()

    def unread(_markdown: str, _extensions: object) -> PageReading:
        raise AssertionError

    monkeypatch.setattr("graph.pages.proofs.kept_readings.read_page", unread)
    assert KeptReadings(tmp_path, plain).read(text) == read
    with pytest.raises(AssertionError):
        KeptReadings(tmp_path, plain).read(f"{text}\n")
    monkeypatch.setattr("graph.pages.proofs.kept_readings.read_page", read_page)
    assert KeptReadings(tmp_path, {"toc": {}, "attr_list": {}}).read(text).anchors == {"b"}


@pytest.mark.parametrize("spoilt", [b"", b"[]", b"{", b'{"x": 1}', b"\xff", b"[" * 100_000])
def test_what_is_kept_and_spoilt_is_as_if_it_were_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoilt: bytes
) -> None:
    monkeypatch.setenv("BETOOG_CACHE", str(tmp_path / "cache"))
    kept = KeptReadings(tmp_path, {})
    read = kept.read("[x](y)\n")
    kept.keep()
    (file,) = (tmp_path / "cache" / "pages").iterdir()
    for each in (spoilt, file.read_bytes().replace(b"[", b'"', 1), file.read_bytes()[:-4]):
        file.write_bytes(each)
        assert KeptReadings(tmp_path, {}).read("[x](y)\n") == read


def test_a_mistake_of_the_program_keeps_nothing_else_from_being_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_kb: KnowledgeBase) -> None:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr("graph.pages.proofs.proofreading.proofread", broken)
    kb = KnowledgeBase.load(project)
    found = check(kb)
    (more,) = set(with_proofs(kb, found)) - set(found)
    assert (more.code, more.message) == ("X001", "reading the pages failed: ZeroDivisionError: odd")
