"""Passages in pages as they are typeset: a link opens each where it was found."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, TimeoutError

from graph.passages import (
    SourceText,
    Status,
    Verdict,
    fragment_url,
    prefix_in,
    suffix_in,
    verify_passage,
    words_in,
)
from graph.passages.download import extract
from tests.browser.serving import serving

_HERE = Path(__file__).parent
# Every block has a screen to itself, so that what is seen is what was opened.
_PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>A letter</title>
<style>article > * {{ margin: 0 0 3000px }} .loud {{ text-transform: uppercase }}</style></head>
<body><nav><a href="/">Home</a></nav><article>{headline}
<p>The mayor came early and told nobody at all of the plan for the coming year.</p>
<p>Nobody in the hall had expected that she would say so, least of all the driver.</p>
{above}{block}
<p>The money comes from the parking places that the town has let since long ago.</p>
<p>In the evening the council met again, and it spoke until late in the night.</p>
</article></body></html>"""
_IN_VIEW = """() => {
  const { top, bottom } = document.querySelector("#p").getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}"""


@dataclass(frozen=True)
class Typeset:
    """A passage in a page, and the words recorded for it."""

    start: str
    end: str | None = None
    text: str = ""
    block: str = ""
    above: str = ""
    headline: str = "<h1>A letter to the town</h1>"
    lang: str = "nl"
    by_record: bool = True
    """Whether the words recorded are words of a browser's dictionary, too."""

    @property
    def html(self) -> str:
        """The page; the passage is in the element `p`."""
        block = self.block or f"<p id=p>{self.text}</p>"
        return _PAGE.format(lang=self.lang, headline=self.headline, above=self.above, block=block)

    def found(self, source: SourceText) -> tuple[int | None, Verdict]:
        """The last paragraph that has the words, and what is found of them there."""
        for number in reversed(range(len(source.paragraphs))):
            verdict = verify_passage(source, number, self.start, self.end, None)
            if verdict.status is Status.UNFINGERPRINTED:
                return number, verdict
        return None, verify_passage(source, None, self.start, self.end, None)


PAGES = {
    name: Typeset(**fields)
    for name, fields in yaml.safe_load((_HERE / "passages.yaml").read_text("utf-8")).items()
}


@pytest.fixture(scope="module")
def typeset() -> Iterator[str]:
    """The address below which the pages are, numbered."""
    made = {f"{number}.html": each.html.encode for number, each in enumerate(PAGES.values())}
    with serving(_HERE, made=made) as address:
        yield address


def test_a_link_opens_each_passage_that_is_found(page: Page, typeset: str) -> None:
    unfound: dict[str, str] = {}
    wrong: dict[str, bool] = {}
    for number, (name, each) in enumerate(PAGES.items()):
        source = extract(each.html)
        at, verdict = each.found(source)
        if at is None:
            unfound[name] = verdict.message
            continue
        address = f"{typeset}{number}.html?"
        words = words_in(source, at, each.start, each.end)
        around = prefix_in(source, at, *words), suffix_in(source, at, *words)
        opens = {fragment_url(address, *words, *around): True}
        if verdict.words is not None:
            opens[fragment_url(address, *verdict.words)] = True
        by_record = fragment_url(address, each.start, each.end)
        if each.by_record:
            opens.setdefault(by_record, "A link does not open at it" not in verdict.message)
        for turn, (link, expected) in enumerate(opens.items()):
            # Loaded anew, it stays at the top where the words are not found.
            page.goto(link.replace("?", f"?{turn}", 1))
            if _is_opened(page, soon=expected) is not expected:
                wrong[link] = expected
    assert (unfound, wrong) == ({}, {})


def _is_opened(page: Page, soon: bool) -> bool:
    """Whether a page stands at the passage, or does `soon`: a browser looks for it once the page
    is loaded, whenever it has the time."""
    if soon:
        with suppress(TimeoutError):
            page.wait_for_function(_IN_VIEW, timeout=10_000)
    return bool(page.evaluate(_IN_VIEW))
