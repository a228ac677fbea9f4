"""The plugin in MkDocs: strict builds, builds that are the same, pages served anew."""

import errno
import filecmp
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

import graph.plugin
from graph.base import KnowledgeBase
from graph.cli.building import build_site
from graph.pages.proofs.proofreading import proofread
from graph.plugin import BetoogPlugin, _follow_no_links
from tests.conftest import build
from tests.hostile_words import come_alive, hostile_words
from tests.strict_build import lay_out_small_project, strict_build
from tests.test_built_site import QUOTED

pytestmark = pytest.mark.process


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """A project of a few records to change, built without a search index."""
    return lay_out_small_project(tmp_path)


def test_a_strict_build_fails_on_a_broken_record_and_names_it(small_project: Path) -> None:
    record = small_project / "claims/d/care.md"
    record.write_text(record.read_text("utf-8").replace("kind: ", "knid: "), "utf-8")
    status, said = strict_build(small_project, made_empty=True)
    assert status == 1
    assert "claims/d/care.md" in said
    assert "knid" in said
    assert "B101" not in said


def test_a_site_of_which_nobody_would_make_the_pages_is_told_so(small_project: Path) -> None:
    settings = (small_project / "mkdocs.yml").read_text("utf-8")
    named = settings.replace("{search: false}", "{search: false, executor: nobody}")
    (small_project / "mkdocs.yml").write_text(named, "utf-8")
    status, said = strict_build(small_project)
    assert status == 1
    assert "executor: nobody is none of serial, threads" in said


def test_a_project_without_records_is_told_so(small_project: Path) -> None:
    shutil.rmtree(small_project / "claims")
    status, said = strict_build(small_project)
    assert status == 1
    assert "claims" in said
    assert "Traceback" not in said


def test_nothing_that_links_lead_to_is_published_and_nothing_endless_read(
    small_project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever folders the configuration names."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "secret.txt").write_text("secret", "utf-8")
    (small_project / "site").rename(small_project / "text")
    settings = (small_project / "mkdocs.yml").read_text("utf-8").replace(": site", ": text")
    (small_project / "mkdocs.yml").write_text(settings, "utf-8")
    (small_project / "text" / "leak.txt").symlink_to(elsewhere / "secret.txt")
    (small_project / "text" / "folder").symlink_to(elsewhere)
    (small_project / "text" / "round").symlink_to(".")
    (small_project / "languages").mkdir()
    (small_project / "languages" / "de.yaml").symlink_to("/dev/zero")
    status, said = strict_build(small_project)
    assert status == 1
    for path in ("text/leak.txt", "text/folder", "text/round", "languages/de.yaml"):
        assert f"\n{path}: a symbolic link " in said
    assert not list(small_project.glob("_site/**/*.txt"))
    assert "Traceback" not in said


def test_hand_written_pages_are_held_to_what_holds_for_all_others(small_project: Path) -> None:
    """Words of a language are text there too; of an id that is none, no page tells."""
    folder = small_project / "claims" / 'a"><img src=x onerror=alert(1)>'
    folder.mkdir()
    (folder / "debate.yaml").write_bytes((small_project / "claims/d/debate.yaml").read_bytes())
    (folder / "Not An Id.md").write_bytes((small_project / "claims/d/care.md").read_bytes())
    (small_project / "languages").mkdir()
    (small_project / "languages" / "de.yaml").write_text(hostile_words(), "utf-8")
    (small_project / "site" / "_headers").write_text("/*\n  X-Content-Type-Options: nosniff\n")
    (small_project / "site" / "rows.md").write_text("# Rows & `<b>`\n")
    (small_project / "site" / "table.md").write_text("| a | b |\n| --- | ---: |\n| 1 | 2 |\n")
    strict_build(small_project)
    site = small_project / "_site"
    pages = {path: (site / path).read_text("utf-8") for path in files_of(site) if ".html" in path}
    assert "hostile" in pages["de/method/index.html"]
    assert "hostile" in pages["de/contribute/index.html"]
    assert "<h2" in pages["de/method/index.html"]
    # What a host is told goes along, and no style stands on a page, where it would be refused.
    assert (site / "_headers").is_file()
    assert "<title>Rows &amp; &lt;b&gt; ·" in pages["rows/index.html"]
    assert '<td align="right">2</td>' in pages["table/index.html"]
    assert [path for path, page in pages.items() if " style=" in page] == []
    assert {path: found for path, page in pages.items() if (found := come_alive(page))} == {}
    assert [path for path, page in pages.items() if "onerror=alert(1)>/" in page] == []
    assert [path for path in files_of(site) if "onerror" in path or "Not An Id" in path] == []


def test_a_page_that_cannot_be_made_is_a_finding_and_the_others_are_made(
    small_project: Path,
) -> None:
    (small_project / "templates" / "claim.html").write_text("<p>\n{{ nobody.there }}", "utf-8")
    status, said = strict_build(small_project)
    assert status == 1
    assert "templates/claim.html:2: B101 claims/care/index.html and 11 other files could" in said
    assert "Traceback" not in said
    site = small_project / "_site"
    assert "could not be made" in (site / "claims/care/index.html").read_text("utf-8")
    assert "On &lt;paths&gt;" in (site / "sources/index.html").read_text("utf-8")
    assert "<h2" in (site / "method/index.html").read_text("utf-8")


def test_what_breaks_a_build_off_is_a_finding_too(small_project: Path) -> None:
    (small_project / "templates" / "main.html").write_text("<p>\n{{ 1 / 0 }}", "utf-8")
    status, said = strict_build(small_project)
    assert status == 1
    assert "templates/main.html:2: B101 the site could not be made: ZeroDivisionError" in said
    assert "Traceback" not in said
    done, told = build_site(small_project, small_project / "_site")
    assert not done
    assert "B101" in told
    assert (small_project / "_site/claims/care/index.html").is_file()


_DOUBLING = "".join(f"a{n + 1}: &a{n + 1} {{<<: [*a{n}, *a{n}]}}\n" for n in range(60))
_UNMADE = {
    "latin.md": "# Caf\xe9".encode("latin-1"),
    "utf-16.md": "# Café".encode("utf-16"),
    "lists.md": "\n".join(" " * 4 * depth + "- a" for depth in range(300)).encode(),
    "dashes.md": b"- " * 600 + b"x",
    "doubling.md": f"---\na0: &a0 {{x: 1, y: 2}}\n{_DOUBLING}---\n# x\n".encode(),
    "brackets.md": b"---\nx: " + b"[" * 400_000 + b"\n---\n# x\n",
    "nobody.md": b"---\ntemplate: nobody.html\n---\n# x\n",
    "ours.md": b"---\ntemplate: claim.html\n---\n# x\n",
    "away.md": b"Template: ../../mkdocs.yml\n\n# x\n",
    "folder.md": b"---\ntemplate: .\n---\n# x\n",
    "list.md": b"---\ntemplate: [a]\n---\n# x\n",
}
_TAKEN = {
    "index.md": "./",
    "claims/index.md": "claims/",
    "nl/claims.md": "nl/claims/",
    "claims/top/index.html": "claims/top/",
    "robots.txt": "robots.txt",
    "same/index.md": "same/",
}


def test_a_hand_written_page_keeps_no_other_from_its_readers(small_project: Path) -> None:
    """Neither one that cannot be made nor one that would stand in the place of another."""
    site = small_project / "site"
    (small_project / "templates" / "plain.html").write_text("<p>{{ page.content }}", "utf-8")
    (site / "own.md").write_text("---\ntemplate: plain.html\n---\nWith a template of its own.\n")
    taken = dict.fromkeys(_TAKEN, b"# Mine\n")
    for path, content in {**_UNMADE, **taken, "same.md": b"# Same\n"}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    status, said = strict_build(small_project)
    assert status == 1
    assert "Traceback" not in said
    found = [each.partition("- ")[2].strip() for each in said.splitlines() if ": B10" in each]
    told = {each.split(":")[0]: each for each in found}
    assert told.keys() == {f"site/{path}" for path in (*_UNMADE, *_TAKEN)}
    for path, where in _TAKEN.items():
        assert f"site/{path}:1: B102 its page would stand at {where}, where " in said
    assert "stand at same/, where that of site/same.md stands" in said
    for path in _UNMADE:
        page = path.replace(".md", "/index.html")
        assert f":1: B101 {page} and 1 other file could not be made: " in told[f"site/{path}"]
        for prefix in ("", "nl/"):
            made = (small_project / "_site" / prefix / page).read_text("utf-8")
            assert f"site/{path}:1: B101" in made
    built = {path: (small_project / "_site" / path) for path in files_of(small_project / "_site")}
    assert "<p><p>With a template" in built["own/index.html"].read_text("utf-8")
    home = built["index.html"].read_text("utf-8")
    assert 'href="assets/css/betoog.css"' in home
    mine = [path for path, place in built.items() if b"Mine" in place.read_bytes()]
    assert mine == ["nl/nl/claims/index.html"]


def test_on_a_disk_that_is_full_a_build_says_so() -> None:
    error = OSError(errno.ENOSPC, "No space left on device", "out/a.html")
    with pytest.raises(PluginError, match=r"not be written: out/a\.html: No space left"):
        BetoogPlugin().on_build_error(error=error)


def test_nothing_of_a_folder_of_templates_is_copied_as_it_is(small_project: Path) -> None:
    """Without a history there is no feed; its template is none either."""
    (small_project / "templates" / "notes.txt").write_text("{{ ours }}", "utf-8")
    status, said = strict_build(small_project)
    assert (status, said) == (0, "")
    copied = [
        path.name
        for path in (small_project / "_site").rglob("*")
        if path.suffix in (".atom", ".html", ".txt", ".xml")
        and "{{" in QUOTED.sub("", path.read_text("utf-8"))
    ]
    assert copied == []
    assert not list((small_project / "_site").rglob("*.atom"))


def files_of(folder: Path) -> list[str]:
    """The paths of all files in a folder, sorted."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_the_continuation_of_mkdocs_builds_the_same_site_byte_for_byte(
    sample_project: Path, sample_site: Path, tmp_path: Path
) -> None:
    """So another build does, too: nothing in a site depends on when or where it is built."""
    build(sample_project, tmp_path / "other", generator="properdocs")
    assert files_of(tmp_path / "other") == files_of(sample_site)
    files = files_of(sample_site)
    _, different, failed = filecmp.cmpfiles(sample_site, tmp_path / "other", files, shallow=False)
    assert (different, failed) == ([], [])


WRONG = "Something is wrong in what was written last."


class Serving:
    """A server of a folder, and what is read there."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.place = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.place]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def __enter__(self) -> "Serving":
        self.wait_for("Serving on")
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.communicate()

    def wait_for(self, words: str) -> None:
        assert self.process.stdout is not None
        assert any(words in line for line in self.process.stdout)

    def changed(self, path: Path, text: str) -> None:
        """Write a file and wait for the site with it."""
        path.write_text(text, "utf-8")
        self.wait_for("Reloading browsers")

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://{self.place}/kb/{path}") as answer:
                text: str = answer.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            return f"{error.code} {error.read().decode('utf-8')}"
        return text


def test_a_server_watches_what_it_was_told_to_and_follows_no_links(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    for name in "abc":
        (tmp_path / "claims" / name).symlink_to(".")
    (tmp_path / "mkdocs.yml").write_text("")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 8000, str(tmp_path))
    for path in ("claims", "mkdocs.yml"):
        server.watch(str(tmp_path / path))

    _follow_no_links(server)

    assert {Path(each.watch.path) for each in server.observer.emitters} <= {
        tmp_path, *tmp_path.iterdir()
    }  # fmt: skip
    assert len(server.observer.emitters) == 2
    for each in server.observer.emitters:
        # Ends only where links are not followed.
        each.on_thread_start()


def test_what_is_changed_is_served_anew_and_what_breaks_as_it_was(small_project: Path) -> None:
    cheap, care = (small_project / f"claims/d/{name}.md" for name in ("cheap", "care"))
    right = cheap.read_text("utf-8")
    with Serving(small_project) as served:
        assert WRONG not in served.page("claims/care/")

        served.changed(cheap, changed := right.replace("Paint costs", "New paint costs", 1))
        assert "New paint costs" in served.page("claims/cheap/")

        served.changed(cheap, changed.replace("kind: ", "kind: causal: ", 1))
        page = served.page("claims/cheap/")
        assert "New paint costs" in page
        assert "claims/d/cheap.md:" in page.partition("<header")[0]
        assert "Er klopt iets niet" in served.page("nl/claims/care/")
        # Whatever rests on it stands where it stood.
        assert "New paint costs" in served.page("claims/cost/")

        broken = care.with_name("new.md")
        served.changed(broken, "---\nkind: [\n---\n")
        missing = served.page("claims/new/")
        assert missing.startswith("404 ")
        assert "claims/d/new.md:" in missing
        assert "livereload(" in missing

        template = small_project / "templates" / "main.html"
        served.changed(template, "<p>\n{{ 1 / 0 }}")
        assert "templates/main.html:2: B101" in served.page("claims/cheap/")
        assert "New paint costs" in served.page("claims/cheap/")

        for gone in (template, broken):
            gone.unlink()
        cheap.write_text(right, "utf-8")
        while WRONG in served.page("claims/cheap/"):
            served.wait_for("Reloading browsers")
        assert "New" not in served.page("claims/cheap/")


def test_a_site_in_one_language_has_nothing_of_others(small_project: Path) -> None:
    """Neither pages nor links to them, and the pages that come along in it where there are any."""
    debate = small_project / "claims/d/debate.yaml"
    with debate.open("a", encoding="utf-8") as record:
        record.write("languages: [de]\n")
    settings = small_project / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\nsite_url: https://example.org/\n", "utf-8")
    assert strict_build(small_project) == (0, "")
    site = small_project / "_site"
    assert [name for name in ("en", "nl", "de", "contribute.nl") if (site / name).exists()] == []
    pages = {path.relative_to(site).as_posix(): path.read_text() for path in site.rglob("*.html")}
    assert {name for name, page in pages.items() if '<html lang="de"' not in page} == set()
    assert {name for name, page in pages.items() if "hreflang" in page} == set()
    assert "hreflang" not in (site / "sitemap.xml").read_text("utf-8")
    assert "<h1" in pages["method/index.html"]
    assert "Eine Argumentation in Prosa" in pages["method/index.html"]
    assert '<div class="prose written" lang="en">' in pages["api/index.html"]


def test_the_footer_leads_to_pages_that_only_the_site_can_have_where_it_has_them(
    small_project: Path,
) -> None:
    """And not to what says how the whole is cited where that names no work."""
    (small_project / "site/about.md").unlink()
    (small_project / "CITATION.cff").write_text("title: [none]\n", "utf-8")
    assert strict_build(small_project) == (0, "")
    site = small_project / "_site"
    assert not (site / "CITATION.cff").exists()
    # The Dutch text stands in for the English one.
    assert _footers(site) == {"": (True, True), "nl": (True, True), "claims/top": (True, True)}
    # Pages that come along lead to none that the site has to write itself.
    for page in (small_project / "site").rglob("*.md"):
        page.unlink()
    (small_project / "CITATION.cff").unlink()
    assert strict_build(small_project) == (0, "")
    none = (False, False)
    assert _footers(site) == {"": none, "nl": none, "claims/top": none}


def _footers(site: Path) -> dict[str, tuple[bool, bool]]:
    """Whether the footer of a few pages leads to who is behind the site, and to how one joins."""
    footers = {
        path: (site / path / "index.html").read_text("utf-8").partition('class="bottom"')[2]
        for path in ("", "nl", "claims/top")
    }
    return {path: ("about/" in it, "contribute/" in it) for path, it in footers.items()}


def test_the_first_language_of_a_site_has_its_root(small_project: Path) -> None:
    """As its configuration says it, which comes before what debates say."""
    settings = small_project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace(
        "search: false", "search: false, languages: [nl, en]"
    )
    settings.write_text(text, "utf-8")
    assert strict_build(small_project) == (0, "")
    site = small_project / "_site"
    for path, code in (
        ("method", "nl"),
        ("en/method", "en"),
        ("claims", "nl"),
        ("en/claims", "en"),
    ):
        page = (site / path / "index.html").read_text("utf-8")
        assert f'<html lang="{code}"' in page
        assert '<link rel="alternate" hreflang="x-default"' in page
    assert not (site / "nl").exists()
    settings.write_text(text.replace("[nl, en]", "[nl, ../x]"), "utf-8")
    status, said = strict_build(small_project)
    assert (status, "../x" in said) == (1, True)


PLACELESS = "# Plain\n\n*A* [link](https://example.org)\n\n## Part\n\n| a | b |\n| --- | --- |\n"
LEADING = "# Leading\n\n[there](about-us.md), [part](#part) ![dot](dot.svg)\n\n## Part\n"


def test_a_text_that_takes_long_is_converted_once_for_all_the_languages_it_stands_in(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless something on it leads from where it stands; and it comes to the same."""
    texts = {"plain": PLACELESS, "leading": LEADING, "about-us": "# About us\n"}
    for name, text in texts.items():
        (small_project / "site" / f"{name}.md").write_text(text, "utf-8")
    (small_project / "site" / "dot.svg").write_text("<svg/>", "utf-8")
    converted: list[str] = []
    convert = Markdown.convert

    def counted(self: Markdown, source: str) -> str:
        converted.append(source.partition("\n")[0])
        return str(convert(self, source))

    monkeypatch.setattr(Markdown, "convert", counted)
    found = []
    for seconds in (-1.0, 1000.0):
        monkeypatch.setattr(graph.plugin, "_COSTLY", seconds)
        converted.clear()
        assert strict_build(small_project) == (0, "")
        counts = (converted.count("# Plain"), converted.count("# Leading"))
        site = small_project / "_site"
        found.append((counts, {path: (site / path).read_bytes() for path in files_of(site)}))
    (once, short), (twice, long) = found
    assert (once, twice) == ((1, 2), (2, 2))
    assert short == long
    assert "nl/plain/index.html" in short


def test_a_text_that_takes_too_long_is_tried_once(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small_project / "site" / "plain.md").write_text(PLACELESS, "utf-8")
    tried: list[str] = []
    convert = Markdown.convert

    def late(self: Markdown, source: str) -> str:
        if source.startswith("# Plain"):
            tried.append(source)
            raise TimeoutError("it takes more than 5 seconds")
        return str(convert(self, source))

    monkeypatch.setattr(Markdown, "convert", late)
    found = proofread(KnowledgeBase.load(small_project))
    assert found is not None
    assert ["it takes more than 5 seconds" in each.message for each in found] == [True]
    assert len(tried) == 1
    status, said = strict_build(small_project)
    assert (status, len(tried)) == (1, 2)
    assert "site/plain.md:1: B101 plain/index.html and 1 other file could not be made" in said
