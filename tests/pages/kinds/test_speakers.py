"""The pages of speakers: those who say most first, and what each says by theme."""

import re

import pytest

from graph.argument.attribution import said_by
from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.pages.conftest import ROOT


@pytest.fixture(scope="module")
def pages(sample: KnowledgeBase) -> dict[str, str]:
    every = Site(sample, Settings((ROOT / "templates",))).pages()
    return {page.file: page.render() for page in every if page.file.startswith("speakers/")}


def test_who_says_most_stands_first(sample: KnowledgeBase, pages: dict[str, str]) -> None:
    rows = pages["speakers/index.html"].partition("<tbody>")[2]
    found = re.findall(r'speakers/([a-z-]+)/.*?data-key="(\d+)"', rows, re.DOTALL)
    said = said_by(sample)
    assert dict(found) == {each: str(len(said.get(each, ()))) for each in sample.speakers}
    counts = [int(number) for _, number in found]
    assert counts == sorted(counts, reverse=True)


def test_what_somebody_says_stands_once_and_by_theme(
    sample: KnowledgeBase, pages: dict[str, str]
) -> None:
    headed = 0
    for speaker, claims in said_by(sample).items():
        page = pages[f"speakers/{speaker}/index.html"]
        part = page.partition('<p class="key">')[2].partition("</main>")[0]
        found = re.findall(r'<li[^>]*><a href="../../claims/([a-z0-9-]+)/"', part)
        assert sorted(found) == sorted(claims)
        headed += part.count("<h3>")
    assert headed


def test_where_somebody_is_contradicted_both_sides_are_named(pages: dict[str, str]) -> None:
    sides = [
        re.findall(r'<span class="num">([^<]*)<', row)
        for page in pages.values()
        for row in re.findall(r"<li>(?:(?!</li>).)*w-contradicts.*?</li>", page, re.DOTALL)
    ]
    assert sides
    assert all(len(each) == 2 and all(each) for each in sides)
