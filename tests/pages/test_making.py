"""Files of a site that cannot be made, or that would stand in each other's place."""

import gc
import weakref
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings, SiteImage, SitePage
from graph.pages.making import Making
from graph.pages.site import Site
from graph.pages.views.bearing import uses
from graph.pages.views.citation import citation
from graph.pages.views.reader import ClaimView
from tests.pages.conftest import RECORDS, ROOT

SETTINGS = Settings((ROOT / "templates",), "https://example.org/kb/")


def _site(small: KnowledgeBase, *folders: Path) -> Making:
    return Making(Site(small, replace(SETTINGS, templates=(*folders, *SETTINGS.templates))))


def _told(making: Making) -> list[tuple[str, str, int, str]]:
    return [(each.code, each.path, each.line, each.message) for each in making.findings]


def _fails(wrapped: Callable[..., Any], when: Callable[..., bool]) -> Callable[..., Any]:
    def fails(*values: Any, **named: Any) -> Any:
        if when(*values):
            raise ValueError("planted\n\x1b[31m" + "x" * 400)
        return wrapped(*values, **named)

    return fails


def test_every_file_of_a_sound_knowledge_base_is_made(small: KnowledgeBase) -> None:
    making = _site(small)
    files = {each.file: each.content for each in making.taken(map(making.make, making.files()))}
    assert {"index.html", "nl/share/thesis/top.png", "sources.bib", "404.html"} <= set(files)
    assert None not in files.values()
    assert making.findings == ()


@pytest.mark.long
def test_of_many_claims_views_are_let_go_of_and_the_files_are_the_same(
    small: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    making = _site(small)
    before = {each.file: making.make(each).content for each in making.files()}
    monkeypatch.setattr("graph.pages.views.reader._MANY", 1)
    making, seen = _site(small), set[int]()
    met = list[weakref.ref[ClaimView]]()
    for file in making.files():
        assert making.make(file).content == before[file.file]
        view = making.site.editions[0].reader.claim("top")
        if id(view) not in seen:
            seen.add(id(view))
            met.append(weakref.ref(view))
    del view
    making.site.forget()
    assert len(met) > 10
    # Of the few that something else holds in a circle, nobody is led to all the others.
    assert sum(each() is not None for each in met) < len(met) / 2
    gc.collect()
    assert [each() for each in met] == [None] * len(met)


def test_a_page_that_cannot_be_made_is_a_finding_with_its_record_and_the_others_are_made(
    small: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails = _fails(uses, lambda claim: claim.id == "cost")
    monkeypatch.setattr("graph.pages.kinds.claims.uses", fails)
    making = _site(small)
    contents = {each.file: each.content for each in making.taken(map(making.make, making.files()))}
    ((code, path, line, message),) = _told(making)
    assert (code, path, line) == ("B101", "claims/d/cost.md", 1)
    assert message.startswith("claims/cost/index.html and 1 other file could not be made:")
    assert "ValueError: planted ␛[31mxxx" in message
    assert message.endswith("x…")
    page = (contents["nl/claims/cost/index.html"] or b"").decode()
    assert "Deze pagina kon niet worden gemaakt" in page
    assert "claims/d/cost.md:1: B101 ValueError: planted" in page
    assert 'href="../../../assets/css/betoog.css"' in page
    assert 'href="../../../nl/"' in page
    assert b"Riding keeps us fit." in (contents["claims/fit/index.html"] or b"")


def test_a_record_that_could_not_be_made_keeps_no_page_from_being_told_of(
    small: KnowledgeBase,
) -> None:
    spoilt = replace(SETTINGS, site_url="https://example.org/two words/")
    making = Making(Site(small, spoilt))
    contents = {each.file: each.content for each in making.taken(map(making.make, making.files()))}
    assert b"B101 ValidationError" in (contents["claims/cost/index.html"] or b"")
    assert "claims/d/cost.md" in {each.path for each in making.findings}


def test_the_record_that_was_worked_on_is_named_and_not_that_of_the_page(
    small: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails = _fails(citation, lambda *_: True)
    monkeypatch.setattr("graph.pages.kinds.sources.citation", fails)
    making = _site(small)
    deque(making.taken(map(making.make, making.files())), maxlen=0)
    assert [each.path for each in making.findings] == ["claims/sources/essay.yaml"]


def test_a_picture_that_cannot_be_made_is_left_out(
    small: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails = _fails(len, lambda *_: True)
    monkeypatch.setattr("graph.pages.sharing.picture._draw", fails)
    making = _site(small)
    left_out = {
        each.file for each in making.taken(map(making.make, making.files())) if each.content is None
    }
    assert {"share/thesis/top.png", "share/theme/d-health.png"} <= left_out
    assert {each.path for each in making.findings} >= {"claims/d/top.md", "claims/d/debate.yaml"}


def test_a_kind_of_page_whose_pages_cannot_be_listed_keeps_no_other_from_its_readers(
    small: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.pages.kinds.lists.listings", _fails(len, lambda *_: True))
    making = _site(small)
    files = {file.file for file in making.files()}
    assert "claims/top/index.html" in files
    assert "claims/index.html" not in files
    ((code, path, _, message),) = _told(making)
    assert (code, path) == ("B101", "claims")
    assert message.startswith("claims and 1 other file could not be made: ValueError")


@pytest.mark.parametrize("wrong", ["{% if %}", "{{ nobody.there }}"])
def test_a_mistake_in_a_template_of_ones_own_is_told_once_with_its_place(
    tmp_path: Path, wrong: str
) -> None:
    for path, text in RECORDS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "claim.html").write_text(f"<p>\n{wrong}\n", "utf-8")
    making = _site(KnowledgeBase.load(tmp_path), tmp_path / "own")
    deque(making.taken(map(making.make, making.files())), maxlen=0)
    ((code, path, line, message),) = _told(making)
    assert (code, path, line) == ("B101", "own/claim.html", 2)
    assert message.startswith("claims/care/index.html and 11 other files could not be made: ")


def test_pages_of_a_claim_in_all_languages_follow_each_other(small: KnowledgeBase) -> None:
    files = [file.file for file in _site(small).files()]
    at = files.index("claims/top/index.html")
    assert files[at : at + 4] == [
        "claims/top/index.html",
        "nl/claims/top/index.html",
        "claims/top/index.json",
        "nl/claims/top/index.json",
    ]


# ── Two files in one place ───────────────────────────────────────────────────


class _Twice(Site):
    def pages(self) -> Iterator[SitePage]:
        raise NotImplementedError

    def groups(self) -> Any:
        yield from super().groups()
        again = SitePage("Claims/Top/index.html", lambda: "again", record="claims/e/top.md")
        picture = SiteImage("robots.txt", lambda: b"")
        yield next(super().groups())._replace(files=lambda: iter((again, picture)))


def test_of_two_files_in_one_place_the_first_is_made_and_the_other_is_a_finding(
    small: KnowledgeBase,
) -> None:
    making = Making(_Twice(small, SETTINGS))
    files = [file.file for file in making.files()]
    assert "Claims/Top/index.html" not in files
    assert files.count("robots.txt") == 1
    assert [each[:2] for each in _told(making)] == [
        ("B102", "claims"),
        ("B102", "claims/e/top.md"),
    ]
    assert [each.message for each in making.findings] == [
        "its page would stand at robots.txt, where another page of the site stands",
        "its page would stand at Claims/Top/, where that of claims/d/top.md stands",
    ]
    assert all(each.help for each in making.findings)


def test_between_files_a_folder_stands_in_place_of_none_whichever_comes_first(
    small: KnowledgeBase,
) -> None:
    making = Making(Site(small, SETTINGS))
    assert making.has_room("a/b/c.txt", "site/a/b/c.txt")
    assert not making.has_room("A/B", "site/A/B")
    assert not making.has_room("a", "site/a")
    assert making.has_room("a/b/d.txt", "site/a/b/d.txt")
    assert not making.has_room("a/b/C.txt/e/f.txt", "site/a/b/C.txt/e/f.txt")
    # Of what has no room, no folder is kept free.
    assert making.has_room("a/b/c", "site/a/b/c")
    making.expect("a/b/c/d/index.html", "site/a/b/c/d.md")
    making.expect("n/own/index.html", "site/n/own.md")
    assert not making.has_room("N", "site/N")
    assert making.has_room("n/own/index.html", "site/n/own.md")
    assert [each.message for each in making.findings] == [
        "its page would stand at A/B, where a folder is, with that of site/a/b/c.txt in it",
        "its page would stand at N, where a folder is, with that of site/n/own.md in it",
        "its page would stand at a, where a folder is, with that of site/a/b/c.txt in it",
        (
            "its page would stand at a/b/C.txt/e/f.txt, and a/b/c.txt is no folder: "
            "that of site/a/b/c.txt stands there"
        ),
    ]


def test_themes_whose_names_run_together_have_lists_and_pictures_of_their_own(
    tmp_path: Path,
) -> None:
    for debate, theme, claim in (("a", "b-c", "one"), ("a-b", "c", "two")):
        folder = tmp_path / "claims" / debate
        folder.mkdir(parents=True)
        (folder / "debate.yaml").write_text(
            f"title: {{en: {debate}}}\nquestion: {{en: Why?}}\ntheses: [{claim}]\n"
            f"themes:\n  - {{id: {theme}, title: {{en: So}}, roots: [{claim}]}}\n",
            "utf-8",
        )
        (folder / f"{claim}.md").write_text(
            f"---\nclaim: {{en: So says {claim}.}}\nkind: fact\n---\n", "utf-8"
        )
    making = _site(KnowledgeBase.load(tmp_path))
    files = {each.file: each.content for each in making.taken(map(making.make, making.files()))}
    assert making.findings == ()
    lists = [file for file in files if file.startswith("lists/theme/") and "index" in file]
    pictures = [file for file in files if file.startswith("share/theme/")]
    assert len(lists) == len(pictures) == 2
    said = [(files[each] or b"").decode() for each in sorted(lists)]
    assert ["So says one." in each for each in said] != ["So says two." in each for each in said]
    assert all(("So says one." in each) != ("So says two." in each) for each in said)
