"""Where there are two debates, every number and every list is that of the right one.

What the pages say is worked out once more here from the records as they were made, by other means:
membership by walking up, replies and sides along the one route that each claim has.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pytest

from graph.answers.lines import lines_text
from graph.argument.downfall import brought_down_by
from graph.base import KnowledgeBase
from graph.pages.bundled import bundled_files
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.pages.conftest import ROOT
from tests.printed import printed
from tests.small import FILES, read_texts
from tests.soundness import faults
from tests.two_debates import DEBATES, Made, lay_out_debates

Page = Callable[[str], str]


class TwoDebates(NamedTuple):
    """What was made, and the pages of it."""

    made: Made
    page: Page


@pytest.fixture(scope="module", params=[0, 1, 8, 9])
def two(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> TwoDebates:
    root = tmp_path_factory.mktemp("two-debates")
    made = lay_out_debates(root, request.param)
    kb = KnowledgeBase.load(root)
    assert set(kb.links) == set(made.steps)
    site = Site(kb, Settings((ROOT / "templates",)))
    pages = {each.file: each for each in site.pages()}
    return TwoDebates(made, cache(lambda path: pages[f"{path}index.html"].render()))


class Recounted:
    """One debate as it follows from the steps that were made."""

    def __init__(self, made: Made, debate: str) -> None:
        self.made = made
        self.thesis = f"{debate}-0"
        own = {claim for claim, of in made.claims.items() if of == debate}
        roots = made.roots[debate]
        self.theme = {
            claim
            for claim in made.claims
            if any(root in self.above(claim) for root in roots)
            or any(self._doubts_step_of(claim, root) for root in roots)
        }
        self.claims = self.theme | own | {c for c in made.claims if self.thesis in self.above(c)}
        self.links = [
            name
            for name, (source, _, _) in made.steps.items()
            if source in self.claims and self._bears_on(name) in self.claims
        ]

    def above(self, claim: str) -> set[str]:
        """The claim, and all that it bears on by steps and by doubts about them."""
        found = {claim}
        for name, (source, _, _) in self.made.steps.items():
            if source == claim:
                found |= self.above(self._bears_on(name))
        return found

    def _bears_on(self, name: str) -> str:
        _, type_, target = self.made.steps[name]
        return self._bears_on(target) if type_ == "undercuts" else target

    def _step_doubted(self, name: str) -> str:
        _, type_, target = self.made.steps[name]
        return self._step_doubted(target) if type_ == "undercuts" else name

    def _doubts_step_of(self, claim: str, root: str) -> bool:
        """Whether a claim, or one that it bears on, doubts a step that a root makes."""
        return any(
            type_ == "undercuts"
            and source in self.above(claim)
            and self.made.steps[self._step_doubted(name)][0] == root
            for name, (source, type_, _) in self.made.steps.items()
        )

    def holds(self, link: str) -> bool:
        """Whether the link's claim holds and nobody doubts the link with success."""
        source = self.made.steps[link][0]
        return not any(
            self.holds(name)
            for name, (_, type_, target) in self.made.steps.items()
            if (type_ == "contradicts" and target == source)
            or (type_ == "undercuts" and target == link)
        )

    def helps_thesis(self, link: str) -> bool | None:
        """Whether a link works for the thesis, by its one route to it; None without a route."""
        _, type_, target = self.made.steps[link]
        if type_ == "undercuts":
            side = self.helps_thesis(target)
            return None if side is None else not side
        up = [
            self.helps_thesis(name)
            for name, (source, _, _) in self.made.steps.items()
            if source == target
        ]
        found = True if target == self.thesis else next((s for s in up if s is not None), None)
        return None if found is None else found == (type_ == "supports")

    def open(self, side: bool | None) -> list[str]:
        """The objections and doubts without a reply that work for the thesis or against it."""
        return [
            name
            for name in self.links
            if self.made.steps[name][1] != "supports"
            and self.holds(name)
            and self.helps_thesis(name) is side
        ]


@pytest.mark.parametrize("debate", DEBATES)
def test_the_numbers_of_a_debate_are_its_own(two: TwoDebates, debate: str) -> None:
    recounted = Recounted(two.made, debate)
    expected = (len(recounted.claims), len(recounted.links), len(recounted.open(False)))
    for path, start in (
        ("", f'id="debate-{debate}"'),
        ("debates/", f'id="debate-{debate}"'),
        (f"debates/{debate}/", "<h1>"),
    ):
        part = two.page(path).partition(start)[2].partition("</section>\n<section")[0]
        said = re.findall(r"(\d+) claims?, (\d+) links? between them, (\d+|no) objection", part)
        assert [tuple(map(int, each)) for each in said[:1]] == [expected], path


@pytest.mark.parametrize("debate", DEBATES)
def test_the_list_of_a_debate_holds_its_claims(two: TwoDebates, debate: str) -> None:
    page = two.page(f"lists/debate/{debate}/")
    rows = page.partition('<ul class="rows">')[2].partition("</ul>")[0]
    assert set(re.findall(r'claims/([a-z]+-\d+)/"', rows)) == Recounted(two.made, debate).claims


@pytest.mark.parametrize("debate", DEBATES)
def test_a_theme_counts_what_bears_on_its_roots_and_on_their_steps(
    two: TwoDebates, debate: str
) -> None:
    number = len(Recounted(two.made, debate).theme)
    assert f"<small>{number} claim" in two.page(f"debates/{debate}/money/")
    compact = two.page(f"debates/{debate}/").partition('<div class="themes compact">')[2]
    assert re.findall(r'<p class="meta">(\d+) claim', compact)[:1] == [str(number)]
    part = two.page("themes/").partition(f'id="debate-{debate}"')[2].partition("</article>")[0]
    assert re.findall(r'<p class="meta">(\d+) claim', part)[-1:] == [str(number)]


@pytest.mark.parametrize("debate", DEBATES)
def test_the_weak_spots_of_a_debate_are_its_own(two: TwoDebates, debate: str) -> None:
    recounted, made = Recounted(two.made, debate), two.made
    reasons = {target for _, type_, target in made.steps.values() if type_ == "supports"}
    needed = {source for source, type_, _ in made.steps.values() if type_ == "supports"}
    unstated = recounted.claims & made.implicit & needed
    expected = {
        "against-thesis": len(recounted.open(False)),
        "against-critics": len(recounted.open(True)),
        "elsewhere": len(recounted.open(None)),
        "implicit": len(unstated - reasons - made.questions),
        "questions": len(recounted.claims & made.questions),
    }
    headed = re.findall(r'<h2 id="([a-z-]+)">[^<]+<small>(\d+)', _weak(two, debate))
    found = {key: int(number) for key, number in headed}
    # What there is none of is not there.
    assert {key: found.get(key, 0) for key in expected} == expected
    assert 0 not in found.values()
    unverified = len(recounted.claims - made.implicit)
    assert f"<small>{unverified}</small>" in two.page(f"upkeep/{debate}/")


def test_the_site_leads_to_both_debates_and_each_page_to_what_is_of_its_debate(
    two: TwoDebates,
) -> None:
    home = two.page("")
    header = home.partition("<header")[2].partition("</header>")[0]
    assert 'href="debates/"' in header
    for debate in DEBATES:
        assert f'href="../debates/{debate}/"' in two.page("debates/")
        assert f'href="../weak-spots/{debate}/"' in two.page("weak-spots/")
        for path in (
            f"debates/{debate}/",
            f"debates/{debate}/map/",
            f"debates/{debate}/money/",
            f"lists/debate/{debate}/",
            f"weak-spots/{debate}/",
        ):
            bar = re.search(r'<nav class="debate-bar".*?</nav>', two.page(path), re.DOTALL)
            assert bar is not None, path
            base = "../" * path.count("/")
            led = [each.removeprefix(base) for each in re.findall(r'href="([^"]+)"', bar[0])]
            assert led == [
                f"debates/{debate}/",
                f"debates/{debate}/map/",
                f"themes/#debate-{debate}",
                f"lists/debate/{debate}/",
                f"weak-spots/{debate}/",
                f"outcomes/{debate}/",
            ]


def test_no_id_stands_twice_on_a_page_of_several_debates(two: TwoDebates) -> None:
    paths = ["", "debates/", "themes/", "weak-spots/", "outcomes/"]
    paths += [f"debates/{debate}/{each}" for debate in DEBATES for each in ("", "money/", "map/")]
    for path in paths:
        ids = re.findall(r'\sid="([^"]+)"', two.page(path))
        assert len(ids) == len(set(ids)), path


def test_one_debate_has_no_bar_no_list_of_debates_and_no_filter_by_debate(
    small: KnowledgeBase,
) -> None:
    pages = {each.file: each for each in Site(small, Settings((ROOT / "templates",))).pages()}
    assert not {"debates/index.html", "weak-spots/d/index.html"} & set(pages)
    assert not [each for each in pages if each.startswith("lists/debate/")]
    page = pages["debates/d/index.html"].render()
    assert "debate-bar" not in page
    assert 'href="../../debates/d/" aria-current="true"' in page


def _weak(two: TwoDebates, debate: str) -> str:
    return two.page(f"weak-spots/{debate}/")


def test_themes_of_one_title_are_told_apart_by_their_debates(two: TwoDebates) -> None:
    said = re.sub("<[^>]*>", " ", two.page("claims/"))
    for debate in DEBATES:
        assert f"Money (The {debate})" in said
    assert f"Money (The {DEBATES[0]})" in two.page(f"lists/theme/{DEBATES[0]}-money/")


_TRAMS = "title: {en: Trams, nl: Trams}\nquestion: {en: Should there be trams?, nl: Trams?}\n"
_SAID = "---\nclaim: {en: Trams are red., nl: Trams zijn rood.}\nkind: fact\n---\n"


@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize("said", [True, False])
def test_a_debate_in_which_little_is_said_yet_leads_nowhere_that_is_not_there(
    beside: bool, said: bool
) -> None:
    texts = {"claims/trams/debate.yaml": _TRAMS}
    texts |= {"claims/trams/trams-are-red.md": _SAID} if said else {}
    kb = read_texts({**texts, **(FILES if beside else {})})
    made = Site(kb, Settings((ROOT / "templates",))).pages()
    files = {each.file: each.render().encode() for each in made}
    # Pages that are written by hand, and books, are no pages of records.
    others = re.compile(r"(about|api|contribute|decisions|glossary|method)/(#\S+)? |\.epub ")
    found = [each for each in faults(files, {*bundled_files()}) if "leads nowhere" in each]
    dead = [each for each in found if not others.search(each)]
    assert dead == []
    for prefix in ("", "nl/"):
        for page in (f"{prefix}debates/trams/", f"{prefix}debates/trams/map/"):
            html = files[f"{page}index.html"].decode()
            assert '<svg class="map' not in html
            assert "map.nothing" not in html
            assert "debate_map.js" not in html
            assert not re.search("against the thes|tegen de stelling", html)
            assert ("nothing to draw" if not prefix else "niets te tekenen") in html
        assert 'height="-' not in files[f"{prefix}debates/trams/map.svg"].decode()
    assert ("lists/debate/trams/index.html" in files) is (beside and said)


@pytest.mark.parametrize("both", [True, False])
def test_routes_that_lead_to_two_theses_are_not_said_to_lead_to_one(both: bool) -> None:
    theses = "[trams, buses]" if both else "[trams]"
    reason = "supports: [{claim: trams}, {claim: %s}]\n" % ("buses" if both else "red")
    texts = {
        "claims/d/debate.yaml": f"title: {{en: T}}\nquestion: {{en: Q?}}\ntheses: {theses}\n",
        **{
            f"claims/d/{each}.md": f"---\nclaim: {{en: We want {each}.}}\nkind: value\n{more}---\n"
            for each, more in {
                "trams": "",
                "buses": "",
                "red": "supports: [{claim: trams}]\n",
                "quick": reason,
            }.items()
        },
    }
    made = Site(read_texts(texts), Settings((ROOT / "templates",))).pages()
    page = next(each for each in made if each.file == "claims/quick/index.html").render()
    assert ("All 2 routes to the theses" in page) is both
    assert ("All 2 routes to the thesis" in page) is not both


def test_debates_about_the_same_theses_and_themes_have_each_page_once() -> None:
    debate = FILES["claims/paths/debate.yaml"] + (
        "themes:\n  - {id: money, title: {en: Money, nl: Geld}, roots: [build-cycle-paths]}\n"
    )
    others = {f"claims/{each}/debate.yaml": debate for each in ("paths", "roads", "streets")}
    kb = read_texts({**FILES, **others})
    files = [each.file for each in Site(kb, Settings((ROOT / "templates",))).pages()]
    assert len(files) == len(set(files))
    assert "walk/build-cycle-paths/index.html" in files
    assert {f"debates/{each}/money/index.html" for each in ("roads", "streets")} <= set(files)


def test_a_question_has_no_standing_and_no_line_is_told_where_there_is_none() -> None:
    records = {
        "debate.yaml": "title: {en: T}\nquestion: {en: Q?}\ntheses: [top, who]\n"
        "themes:\n  - {id: part, title: {en: Part}, roots: [who, need]}\n",
        "top.md": "---\nclaim: {en: We want it.}\nkind: value\n---\n",
        "who.md": "---\nclaim: {en: Who pays for it?}\nkind: question\n---\n",
        "need.md": "---\nclaim: {en: There is money.}\nkind: fact\n"
        "supports: [{claim: top, scheme: necessary-condition}]\n---\n",
    }
    kb = read_texts({f"claims/d/{name}": text for name, text in records.items()})
    made = Site(kb, Settings((ROOT / "templates",))).pages()
    files = {each.file: each.render() for each in made}
    for path in ("index", "debates/d/index", "debates/d/part/index", "claims/top/index"):
        html = files[f"{path}.html"]
        assert "Each line is as strong" not in html, path
        assert ">Bare<" not in html, path
    assert "No reason leads to it." in files["claims/top/index.html"]
    assert "<b>Open question</b>" in files["debates/d/part/index.html"]
    assert "a question" in printed(lines_text(kb, "who", brought_down_by(kb, "who")))
