import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.check import Finding
from graph.serving.answering import application
from graph.serving.served_site import ServedSite
from graph.serving.stamps import Stamps
from tests.serving.project import CONFIGURATION, project, write

CLAIM = "claims/paths/paths-cost-much.md"
PAGE = "claims/paths-cost-much/index.html"
WRONG = b"Something is wrong in what was written last."


def change(root: Path, path: str, one: str, other: str) -> None:
    text = (root / path).read_text("utf-8")
    assert one in text
    write(root, path, text.replace(one, other))


def test_whoever_asks_gets_the_page_as_it_is_now(root: Path, site: ServedSite) -> None:
    before = site.content(PAGE)
    change(root, CLAIM, "Cycle paths cost much", "Bridges cost much")
    after = site.content(PAGE)
    assert b"Bridges cost much" in after.content
    assert before.version != after.version
    assert site.content(PAGE) == after


def test_what_is_written_as_it_was_makes_no_other_site(root: Path, site: ServedSite) -> None:
    state = site.state
    write(root, CLAIM, (root / CLAIM).read_text("utf-8"))
    assert not site.look()
    assert site.state == state


def test_a_broken_record_is_shown_as_it_was_under_what_is_wrong(
    root: Path, site: ServedSite
) -> None:
    assert WRONG not in site.content(PAGE).content
    change(root, CLAIM, "kind: fact", "kind: fact: fact")
    page = site.content(PAGE).content
    assert WRONG in page
    assert CLAIM.encode() in page.partition(b"<header")[0]
    assert b"Cycle paths cost much" in page
    change(root, CLAIM, "kind: fact: fact", "kind: fact")
    assert WRONG not in site.content(PAGE).content


def test_what_only_all_rules_together_find_is_told_after_a_check(
    root: Path, site: ServedSite
) -> None:
    change(root, CLAIM, "claim: build-cycle-paths", "claim: nowhere")
    before = site.content(PAGE)
    assert WRONG not in before.content
    assert site.check()
    after = site.content(PAGE)
    assert b"nowhere" in after.content.partition(b"<header")[0]
    assert after.version != before.version


def test_a_page_that_is_missing_comes_with_its_record(root: Path, site: ServedSite) -> None:
    address = "claims/new-paths/index.html"
    before = site.content(address)
    assert not before.there
    write(
        root, "claims/paths/new-paths.md", "---\nclaim: {en: New., nl: Nieuw.}\nkind: fact\n---\n"
    )
    assert site.changed(address, before.version, 0)
    assert site.content(address).there


def test_who_waits_for_a_page_is_told_once_it_is_another_and_of_no_other(
    root: Path, site: ServedSite
) -> None:
    version = site.content(PAGE).version
    assert not site.changed(PAGE, version, 0)
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(site.changed, PAGE, version, 60)
        write(root, "site/about.md", "# Another page\n")
        site.look()
        assert site.content(PAGE).version == version
        change(root, CLAIM, "Cycle paths cost much", "Bridges cost much")
        site.look()
        assert waiting.result(60)


def test_what_is_asked_at_once_is_looked_at_once(
    site: ServedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []
    look = Stamps.look

    def counted(stamps: Stamps, places: Iterable[Path]) -> frozenset[str]:
        looked.append(True)
        return look(stamps, places)

    monkeypatch.setattr(Stamps, "look", counted)
    asked = time.monotonic()
    site.look()
    site._look_since(asked)
    assert len(looked) == 1
    site._look_since(time.monotonic())
    assert len(looked) == 2


def test_a_check_is_given_up_once_the_site_is_another(
    root: Path, site: ServedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed_meanwhile(kb: KnowledgeBase, between: Callable[[], None]) -> tuple[Finding, ...]:
        between()
        change(root, CLAIM, "Cycle paths cost much", "Bridges cost much")
        site.look()
        between()
        raise AssertionError("it is gone on with")

    monkeypatch.setattr("graph.serving.findings.check", changed_meanwhile)
    assert not site.check()


def test_a_page_is_another_when_a_style_of_it_is(root: Path, site: ServedSite) -> None:
    before = site.content(PAGE)
    write(root, "site/assets/css/own.css", "a {}")
    after = site.content(PAGE)
    assert after.content == before.content
    assert after.version != before.version


def test_what_cannot_be_made_leaves_the_site_as_it_was_and_is_told(
    root: Path, site: ServedSite
) -> None:
    write(root, "mkdocs.yml", CONFIGURATION.replace("docs_dir: site", "docs_dir: nowhere"))
    page = site.content(PAGE).content
    assert b"mkdocs.yml cannot be used" in page
    assert b"Cycle paths cost much" in page
    (root / "claims").rename(root / "away")
    write(root, "mkdocs.yml", CONFIGURATION)
    assert b"no claims folder" in site.content(PAGE).content
    (root / "away").rename(root / "claims")
    assert WRONG not in site.content(PAGE).content


def test_a_mistake_leaves_the_site_as_it_was_and_is_told(
    root: Path, site: ServedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RecursionError("planted")

    with monkeypatch.context() as planted:
        planted.setattr("graph.serving.written.Written.__init__", fails)
        write(root, "site/about.md", "# Other")
        page = site.content(PAGE).content
        assert b"RecursionError: planted" in page
        assert b"Cycle paths cost much" in page
    write(root, "site/about.md", "# Another")
    assert b"planted" not in site.content(PAGE).content


def test_what_came_in_the_way_once_is_gone_without_another_change(
    root: Path, site: ServedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def fails(*_: object) -> None:
        tried.append(1)
        raise OSError("too many files are open")

    with monkeypatch.context() as planted:
        planted.setattr("graph.serving.written.Written.__init__", fails)
        write(root, "site/about.md", "# Other")
        assert b"too many files" in site.content(PAGE).content
    page = site.content(PAGE).content
    assert WRONG not in page
    assert b"too many files" not in page
    monkeypatch.setattr("graph.serving.written.Written.__init__", fails)
    write(root, "site/about.md", "# Another")
    tried.clear()
    for _ in range(40):
        site.look()
    assert 1 < len(tried) < 10


def test_a_site_that_asks_for_other_plugins_meanwhile_is_served_as_it_was(
    root: Path, site: ServedSite
) -> None:
    write(root, "mkdocs.yml", CONFIGURATION.replace("[betoog", "[search, betoog"))
    assert b"begin serving again" in site.content(PAGE).content


def test_a_template_that_breaks_is_told_on_the_page_that_it_makes(
    root: Path, site: ServedSite
) -> None:
    write(root, "templates/claim.html", "<p>\n{{ 1 / 0 }}")
    assert b"templates/claim.html:2: B101" in site.content(PAGE).content
    assert b"B101" not in site.content("index.html").content
    write(root, "templates/main.html", "<p>\n{{ 1 / 0 }}")
    assert b"templates/main.html:2: B101" in site.content("about/index.html").content


def test_a_site_that_moves_is_answered_for_where_it_is_now(root: Path, site: ServedSite) -> None:
    def status(path: str) -> str:
        said: list[str] = []
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_HOST": "localhost"}
        start: Any = lambda status, headers: said.append(status)  # noqa: E731
        application(site, "127.0.0.1")(environ, start)
        return said[0]

    assert status("/kb/more/") == "200 OK"
    write(root, "mkdocs.yml", CONFIGURATION.replace("org/kb/", "org/elsewhere/"))
    assert status("/kb/more/") == "404 Not Found"
    write(root, "mkdocs.yml", CONFIGURATION)
    assert status("/kb/more/") == "200 OK"
    write(root, "mkdocs.yml", CONFIGURATION.replace("org/kb/", "org/"))
    assert status("/more/") == "200 OK"


def test_sites_that_are_served_at_once_do_not_change_each_other(
    root: Path, site: ServedSite, tmp_path: Path
) -> None:
    other = project(tmp_path / "other")
    write(other, "mkdocs.yml", CONFIGURATION.replace("example.org", "example.com"))
    its = ServedSite(other / "mkdocs.yml", tmp_path / "beside").made("sitemap.xml") or b""
    own = site.made("sitemap.xml") or b""
    assert (its.count(b"example.com/kb/claims/") > 2, b"example.org" in its) == (True, False)
    assert (own.count(b"example.org/kb/claims/") > 2, b"example.com" in own) == (True, False)


@pytest.mark.parametrize("more", ["search", "betoog"])
def test_of_a_configuration_that_is_refused_nothing_is_taken_over(
    root: Path, site: ServedSite, more: str
) -> None:
    change(root, CLAIM, "kind:", "no-such-field: 1\nkind:")
    assert WRONG in site.content(PAGE).content
    told = site.wrong
    own = "search: false, history: 0}"
    write(root, "mkdocs.yml", CONFIGURATION.replace(own, f"{own[:-1]}, check: false}}, {more}"))
    assert site.look()
    assert site.obstacle != ""
    assert site.wrong == (site.obstacle, *told)


def test_a_file_in_place_of_a_folder_of_pages_is_told_and_keeps_none_from_its_readers(
    root: Path, site: ServedSite
) -> None:
    before = site.content(PAGE)
    write(root, "site/sources", "own")
    write(root, "site/assets", "own")
    write(root, "site/llms.txt/own.txt", "own")
    write(root, "site/nl/claims/index.html/own.md", "# Own\n")
    write(root, "site/sitemap.xml/own.txt", "own")
    write(root, "site/Sitemap-2.xml", "own")
    assert site.content("about/index.html").content
    told = [each for each in site.wrong if ": B102 " in each]
    assert sorted({each.split(":")[0] for each in told}) == [
        "site/Sitemap-2.xml",
        "site/assets",
        "site/llms.txt/own.txt",
        "site/nl/claims/index.html/own.md",
        "site/sitemap.xml/own.txt",
        "site/sources",
    ]
    assert site.content("claims/index.html").content
    assert (
        site.content(PAGE).content.partition(b"<main")[2] == before.content.partition(b"<main")[2]
    )
