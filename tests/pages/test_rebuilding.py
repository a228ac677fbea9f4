"""A site that is built again is what a cold build would have made, whatever was edited before."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.base.followed import Followed
from graph.base.reads import noting
from graph.check import Finding
from graph.pages.batches import batches
from graph.pages.bundled import TEMPLATES
from graph.pages.delivery import deliver
from graph.pages.former_site import FORMER, FormerSite
from graph.pages.frame import Settings, SiteImage, SitePage
from graph.pages.listed import Listed
from graph.pages.making import Making
from graph.pages.making_together import made_together
from graph.pages.program import made_by
from graph.pages.rebuilding import Rebuilding
from graph.pages.search_index import make_search_index
from graph.pages.site import Run, Site
from graph.pages.workshop import Workshop
from graph.pages.written_last import INDEX
from graph.store import read_tree
from graph.words.interface import read_interface
from tests.serving.edits import Edits
from tests.serving.project import project, write

EDITS = int(os.environ.get("BETOOG_EDITS", "0"))
"""Edits of a long run, drawn at random; without it each kind is made once, and others are drawn."""
_FEW = 30
SEED = int(os.environ.get("BETOOG_SEED", "5"))
_SHORT = not EDITS
_OF_THE_PROGRAM = ("rules", "schema", "templates")
"""Pages that say nothing of a knowledge base: made in a long run only."""

CLAIM = "claims/paths/cycling-keeps-fit.md"


def site_of(root: Path, followed: bool) -> tuple[Site, KnowledgeBase]:
    """The site of what stands below a root, and its knowledge base as it is."""
    kb = KnowledgeBase(read_tree(root)).addressable
    settings = Settings(
        (root / "templates", TEMPLATES),
        site_url="https://example.org/",
        # To draw a picture takes as long as ten pages.
        cache=root.parent / "pictures",
        interface=read_interface(root, kb.languages, "Paths", []),
    )
    return Site(Followed(kb) if followed else kb, settings), kb


def is_made(file: str) -> bool:
    """Whether a file is made here: not if only a long run does that."""
    return not _SHORT or file.removeprefix("nl/").partition("/")[0] not in _OF_THE_PROGRAM


def files_of(making: Making) -> Iterator[SitePage | SiteImage]:
    """The files of a site that are made here."""
    return (file for file in making.files() if is_made(file.file))


class Builds:
    """Builds of what stands below a root, one after the other, each into a folder of its own."""

    def __init__(self, root: Path, beside: Path, first: "Builds | None" = None) -> None:
        self.root, self.beside = root, beside
        self.number = 0
        self.former, self.by = FormerSite(), b""
        self.listed: list[Listed] = []
        """The files of the site, as they were last listed."""
        self.findings: tuple[Finding, ...] = ()
        """What went wrong in the last build."""
        self.there = beside / "site-0"
        if first is None:
            self.there.mkdir(parents=True)
        else:
            self.former, self.by = deepcopy(first.former), first.by
            shutil.copytree(first.there, self.there, copy_function=os.link)

    def next(self, search: bool = False) -> tuple[Path, set[str], list[str]]:
        """Build again: where, which files were taken over, and which were made."""
        self.number += 1
        site, kb = site_of(self.root, followed=True)
        folder = self.beside / f"site-{self.number}"
        folder.mkdir()
        by = made_by(site)
        former = self.former if by == self.by else FormerSite()
        rebuilding = Rebuilding(site.fingerprints(kb), former, self.there, folder)
        making = Making(site)
        listed = list(rebuilding.listed(making))
        self.listed = [each for _, each in listed]
        here = ((place, each.file) for place, each in listed if is_made(each.file))
        left = list(rebuilding.left(here))
        made = made_together(None, Workshop.of(making), batches(left), print)
        deliver(rebuilding.noted(making.taken(made)), folder)
        self.findings = making.findings
        if search:
            rebuilding.search_index()
        self.former, self.by = rebuilding.known(), by
        shutil.rmtree(self.there)
        self.there = folder
        return folder, rebuilding.taken_over, [file for _, file in left]


def listed_of(root: Path) -> list[Listed]:
    """The files of what stands below a root, as a cold build lists them."""
    site, _ = site_of(root, followed=False)
    return [file.as_listed for file in Making(site).files()]


def cold(root: Path) -> dict[str, bytes]:
    """What a cold build makes of what stands below a root."""
    site, _ = site_of(root, followed=False)
    making = Making(site)
    made = [making.make(file) for file in files_of(making)]
    return {each.file: each.content for each in made if each.content is not None}


def there_in(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def laid_out(place: Path) -> Path:
    """A knowledge base that nobody has edited, in place of what is there."""
    shutil.rmtree(place, ignore_errors=True)
    return project(place)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the knowledge base stands for every test: a site knows from where its templates are."""
    return tmp_path_factory.mktemp("rebuilding") / "kb"


@pytest.fixture(scope="module")
def first(place: Path) -> Builds:
    """The first build of what nobody has edited."""
    builds = Builds(laid_out(place), place.parent / "sites")
    builds.next()
    return builds


@pytest.fixture
def root(place: Path) -> Path:
    """The root of the knowledge base as it is before any edit."""
    return laid_out(place)


@pytest.fixture
def builds(first: Builds, root: Path, tmp_path: Path) -> Builds:
    """The first build has been made; its files are not to be written to."""
    return Builds(root, tmp_path / "sites", first)


@pytest.fixture
def none_yet(root: Path, tmp_path: Path) -> Builds:
    """Nothing was built before."""
    return Builds(root, tmp_path / "sites")


@pytest.mark.long
def test_after_any_edit_a_site_is_what_a_cold_build_makes(
    root: Path, none_yet: Builds, tmp_path: Path
) -> None:
    builds = none_yet
    edits = Edits(SEED, root, tmp_path / "sound")
    taken_over = 0
    first = () if EDITS else edits.one_of_each()
    drawn = (edits.next() for _ in range(EDITS or _FEW))
    for done in islice(chain(["nothing"], first, drawn), (EDITS or _FEW) + 1):
        folder, taken, _ = builds.next()
        taken_over += len(taken)
        built, expected = there_in(folder), cold(root)
        wrong = [file for file, content in expected.items() if built.get(file) != content]
        assert wrong == [], f"after {done}: {[(file, file in taken) for file in wrong[:5]]}"
        assert built.keys() == expected.keys(), done
        assert builds.listed == listed_of(root), done
    assert taken_over > builds.number * 20


def test_what_nobody_edited_is_taken_over(builds: Builds) -> None:
    _, taken, made = builds.next()
    assert made == []
    assert len(taken) > 100


def test_a_reworded_claim_makes_only_what_shows_it(root: Path, builds: Builds) -> None:
    text = (root / CLAIM).read_text("utf-8")
    write(root, CLAIM, text.replace("Cycling keeps", "Riding keeps"))
    _, taken, made = builds.next()
    assert "claims/cycling-keeps-fit/index.html" in made
    assert "claims/build-cycle-paths/index.html" in made
    assert "sources/essay/index.html" in made
    assert "claims/who-rides-in-the-rain/index.json" in taken
    assert "sources.bib" in taken


OWN, ABOVE = "claims/cycling-keeps-fit/index.html", "claims/build-cycle-paths/index.html"
"""The page of a claim, and that of one it bears on, which shows its words and how it stands."""
NEIGHBOUR = {f"{prefix}{ABOVE}" for prefix in ("", "nl/")}


@pytest.mark.long
@pytest.mark.parametrize(
    ("old", "new", "shown", "left"),
    [
        ("Cycling keeps", "Riding keeps", {OWN, ABOVE}, {f"nl/{ABOVE}"}),
        ("Fietsen houdt", "Rijden houdt", {f"nl/{OWN}", f"nl/{ABOVE}"}, {ABOVE}),
        (", nl: Fietsen houdt mensen fit.", "", {f"nl/{OWN}", f"nl/{ABOVE}"}, {ABOVE}),
        ("kind: causal", "kind: fact", {OWN, f"nl/{OWN}"}, set()),
        ("kind: causal", "kind: question", {OWN, *NEIGHBOUR}, set()),
        ("kind: causal", "kind: causal\ntopics: [rain]", {OWN, f"nl/{OWN}"}, NEIGHBOUR),
        ("kind: causal", "kind: causal\nkeywords: {en: [rain]}", {"lists/words.json"}, NEIGHBOUR),
        ("kind: causal", "kind: causal\ncertainty: possible", {OWN}, set()),
        ("speaker: ada-bron", "implicit: true", {OWN, *NEIGHBOUR, "speakers/ada-bron/index.html"},
         {"trace/index.html"}),
        ("Health is", "Health must be", {OWN, ABOVE},
         {f"nl/{OWN}", f"nl/{ABOVE}", "claims/paths-cost-much/index.html"}),
        ("Gezondheid is", "Welzijn is", {f"nl/{OWN}", f"nl/{ABOVE}"}, {OWN, ABOVE}),
        ("positive-consequences", "example", {OWN, ABOVE, "schemes/index.html"},
         {"claims/paths-cost-much/index.html"}),
        ("---\n", "---\nlabel: {en: Fit, nl: Fit}\n", {OWN, f"nl/{OWN}"},
         {"claims/who-rides-in-the-rain/index.html"}),
    ],
)  # fmt: skip
def test_what_shows_a_field_is_made_again_when_that_has_changed(
    root: Path, builds: Builds, old: str, new: str, shown: set[str], left: set[str]
) -> None:
    before = there_in(builds.there)
    write(root, CLAIM, (root / CLAIM).read_text("utf-8").replace(old, new, 1))
    folder, taken, made = builds.next()
    after = there_in(folder)
    assert after == cold(root)
    assert shown <= set(made)
    assert left <= taken
    if "kind: " not in new.partition("\n")[0]:
        # Of what is weighed nothing is another, and so hardly a page is made in vain.
        assert sum(after[file] == before.get(file) for file in made) <= 5


def test_an_edited_template_makes_the_pages_that_take_it_in(root: Path, builds: Builds) -> None:
    text = (TEMPLATES / "partials" / "cruxes.html").read_text("utf-8")
    write(root, "templates/partials/cruxes.html", f"{text}<!-- ours -->\n")
    _, taken, made = builds.next()
    assert "debates/paths/index.html" in made
    assert "trace/index.html" in taken


def test_other_words_make_everything(root: Path, builds: Builds) -> None:
    write(root, "languages/en.yaml", "site: {claims: Statements}\n")
    _, taken, _ = builds.next()
    assert taken == set()


def test_a_file_that_somebody_changed_in_the_site_is_made_again(none_yet: Builds) -> None:
    builds = none_yet
    folder, _, _ = builds.next()
    page = folder / "claims" / "index.html"
    as_made = page.read_bytes()
    page.write_bytes(as_made.replace(b"<html", b"<HTML", 1))
    (folder / "index.html").unlink()
    again, _, made = builds.next()
    assert sorted(made) == ["claims/index.html", "index.html"]
    assert (again / "claims" / "index.html").read_bytes() == as_made


def test_what_a_site_has_is_not_listed_again_for_other_words(
    root: Path, builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds.next()
    listed = _noted(monkeypatch)
    text = (root / CLAIM).read_text("utf-8")
    write(root, CLAIM, text.replace("Cycling keeps", "Riding keeps"))
    _, taken, made = builds.next()
    assert "claims/cycling-keeps-fit/index.html" in made
    assert "claim" not in listed
    write(root, "claims/paths/riding-is-fun.md", "---\nclaim: Riding is fun.\n---\n")
    _, _, made = builds.next()
    assert "claims/riding-is-fun/index.html" in made
    assert "claim" in listed
    assert len(taken) > 100


def _noted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the runs that are listed from now on."""
    found: list[str] = []
    original = Making.listed

    def listed(making: Making, run: Run, *more: Any) -> Iterator[SitePage | SiteImage]:
        found.append(run.name)
        return original(making, run, *more)

    monkeypatch.setattr(Making, "listed", listed)
    return found


def test_what_cannot_be_listed_is_told_of_by_every_build(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_books: object) -> Iterator[SitePage]:
        raise ValueError("no such list")

    monkeypatch.setattr("graph.pages.site.books", broken)
    builds = Builds(root, tmp_path / "sites")
    for _ in range(2):
        builds.next()
        assert [each.message for each in builds.findings] == [
            "epub and 1 other file could not be made: ValueError: no such list"
        ]


def test_a_page_that_could_not_be_made_is_tried_again(root: Path, builds: Builds) -> None:
    write(root, "templates/trace.html", "{{ 1 / 0 }}")
    _, _, made = builds.next()
    assert {"nl/trace/index.html", "trace/index.html"} <= {*made}
    _, _, made = builds.next()
    assert sorted(made) == ["nl/trace/index.html", "trace/index.html"]


def test_what_nobody_reads_any_more_is_not_known_for_ever(root: Path, builds: Builds) -> None:
    before = len(builds.former.reads)
    for file in sorted((root / CLAIM).parent.rglob("*.md"))[::2]:
        file.unlink()
    builds.next()
    former = builds.former
    used = {number for each in former.files.values() for number in each.reads}
    used.update(number for each in former.runs.values() for number in each.reads)
    assert used == set(range(len(former.reads)))
    assert len(former.reads) < before
    assert former.moved == 0


def test_what_is_read_for_a_page_does_not_depend_on_what_was_made_before_it(root: Path) -> None:
    def reads(backwards: bool) -> dict[str, object]:
        site, _ = site_of(root, followed=True)
        files = list(files_of(Making(site)))
        found: dict[str, object] = {}
        for file in reversed(files) if backwards else files:
            with noting() as noted, suppress(Exception):
                file.content()
            found[file.file] = noted
        return found

    assert reads(backwards=False) == reads(backwards=True)


def test_a_build_that_is_told_of_no_former_site_follows_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, kb = site_of(root, followed=True)
    monkeypatch.delenv(FORMER, raising=False)
    assert Rebuilding.begun(site, kb, tmp_path) is None


@pytest.mark.process
def test_after_any_edit_the_search_index_is_what_a_cold_build_makes(
    root: Path, none_yet: Builds, tmp_path: Path
) -> None:
    builds = none_yet
    folder, _, _ = builds.next(search=True)
    before = there_in(folder / INDEX)
    text = (root / CLAIM).read_text("utf-8")
    for edited in (text, text.replace("Cycling keeps", "Riding keeps")):
        write(root, CLAIM, edited)
        folder, _, _ = builds.next(search=True)
        fresh = tmp_path / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(folder, fresh, ignore=shutil.ignore_patterns(INDEX))
        make_search_index(fresh)
        assert there_in(folder / INDEX) == there_in(fresh / INDEX)
        assert (there_in(folder / INDEX) == before) == (edited == text)
