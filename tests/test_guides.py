"""The hand-written guides are held to the program, and to each other in both languages."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from graph.cli.commands import all_commands
from graph.pages.foreign_cases import without_foreign_cases

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
NAMES = ("analyst", "benchmarks", "hosting", "modelling", "reviewer", "scale", "start")
GUIDES = [SITE / "guides" / f"{name}.md" for name in NAMES]
PAGES = [*GUIDES, SITE / "contribute.md", SITE / "method.md"]
BOTH = [each for page in PAGES for each in (page, page.with_suffix(".nl.md"))]
_SPAN = re.compile(r"`(betoog [^`]+)`")
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def _commands(page: Path) -> list[list[str]]:
    """Every use of the command in the page's code, as a shell would split it."""
    text = page.read_text(encoding="utf-8")
    lines = [
        line.removeprefix("$ ")
        for block in CONSOLE.findall(text)
        for line in block.replace("\\\n", " ").splitlines()
    ]
    used = [*lines, *_SPAN.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL))]
    return [shlex.split(each, comments=True)[1:] for each in used if each.startswith("betoog ")]


@pytest.mark.parametrize("page", BOTH, ids=lambda page: page.name)
def test_commands_and_options_that_a_guide_names_exist(page: Path) -> None:
    program = typer.main.get_command(all_commands())
    commands = program.commands  # type: ignore[attr-defined]
    of_all = {option for parameter in program.params for option in parameter.opts}
    used = _commands(page)
    for name, *words in used:
        if name in of_all:
            continue
        assert name in commands, name
        options = {
            option for parameter in commands[name].params for option in parameter.opts
        } | set(commands[name].context_settings.get("help_option_names", ()))
        for word in words:
            assert not word.startswith("-") or word in options, f"{name} {word}"
    assert used or page.name.startswith("modelling")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_both_languages_have_the_same_headings_and_lead_to_the_same_claims(page: Path) -> None:
    def built(path: Path) -> tuple[list[str], list[str], list[str]]:
        text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        headings = re.findall(r'^(#+ |<h\d(?: id="[^"]+")?>)', text, re.MULTILINE)
        claims = re.findall(r"claims/([a-z0-9-]+)/index\.html", text)
        return headings, claims, re.findall(r"^- ", text, re.MULTILINE)

    assert built(page) == built(page.with_suffix(".nl.md"))


def test_the_german_guide_has_the_sections_of_the_english_one() -> None:
    english, german = (
        (SITE / "guides" / name).read_text("utf-8") for name in ("modelling.md", "modelling.de.md")
    )
    places = r'<h2 id="([^"]+)">'
    assert re.findall(places, german) == re.findall(places, english)
    # What only a case names is not needed; German names some fields that English describes.
    words = set(re.findall(r"`[a-z_-]+`", without_foreign_cases(english, ())))
    assert words <= set(re.findall(r"`[a-z_-]+`", german))


def test_pages_about_a_site_have_the_same_sections_in_every_language_and_when_it_is_begun() -> None:
    begun = ROOT / "graph" / "drafting" / "scaffold_texts"
    pages = (
        SITE / "about.md",
        SITE / "about.nl.md",
        *(begun / code / "site" / "about.md" for code in ("en", "nl", "de")),
    )
    places = [re.findall(r'<h2 id="([^"]+)">', each.read_text("utf-8")) for each in pages]
    assert all(each == places[0] for each in places)
    assert {"who", "help", "machine", "judgement", "corrections", "reply", "cite"} == {*places[0]}


def test_contributing_keeps_the_places_that_other_pages_lead_to() -> None:
    for name in ("contribute.md", "contribute.nl.md"):
        places = set(re.findall(r'<h2 id="([^"]+)"', (SITE / name).read_text(encoding="utf-8")))
        assert {"add-a-reason", "add-an-objection", "correct", "fields"} <= places


def test_the_guide_for_analysts_needs_no_words_of_version_control() -> None:
    for name in ("analyst.md", "analyst.nl.md"):
        words = set(re.findall(r"[a-z]+", (SITE / "guides" / name).read_text().lower()))
        assert not words & {"git", "commit", "branch", "pull", "repository", "merge", "clone"}
