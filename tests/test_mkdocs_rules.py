"""What is said of a configuration is what MkDocs does with it, though nothing of it is run."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

import graph.mkdocs_rules
from graph.mkdocs_rules import site_faults
from graph.store.configuration_faults import ConfigurationFault

SOUND = """\
site_name: Cases
docs_dir: site
theme:
  name: null
  custom_dir: templates
plugins: [betoog]
"""

# Of each, the line of what is told and some of it.
STOPPING = {
    "another plugin alone": ("plugins: [search]", 7, "`betoog` is not among the plugins"),
    "our plugin switched off": ("plugins: [betoog: {enabled: false}]", 7, "not among the plugins"),
    "a plugin that is not there": ("plugins: [betoog, none-such]", 7, "no plugin `none-such`"),
    "a number for a plugin": ("plugins: [betoog, 7]", 7, "'7' is not a valid plugin name"),
    "plugins that are none": ("plugins: betoog", 7, "Invalid Plugins configuration"),
    "options that are none": ("plugins: [betoog: [a]]", 7, "Invalid config options"),
    "languages that are no list": ("plugins: [betoog: {languages: en}]", 7, "languages"),
    "languages that are no texts": ("plugins: [betoog: {languages: [{a: b}]}]", 7, "languages"),
    "a language that is none": ("plugins: [betoog: {languages: [x-/]}]", 7, "languages: x-/"),
    "nobody to make the pages": ("plugins: [betoog: {executor: none}]", 7, "executor: none"),
    "a host of no kind": ("plugins: [betoog: {host: foo}]", 7, "host"),
    "a number for a theme": ("theme: 7", 7, "Invalid type"),
    "a theme that is not there": ("theme: none-such", 7, "Unrecognised theme name"),
    "a locale that is none": (
        "theme: {name: null, custom_dir: templates, locale: x_y}",
        7,
        "locale",
    ),
    "an extension that is not there": (
        "markdown_extensions: [no_such]",
        7,
        "no extension `no_such`",
    ),
    "a number for an extension": ("markdown_extensions: [7]", 7, "Invalid Markdown Extensions"),
    "a list for an extension": ("markdown_extensions: [[toc]]", 7, "Invalid Markdown Extensions"),
    "a list for a plugin": ("plugins: [betoog, [a]]", 7, "is not a valid plugin name"),
    "an option that an extension has not": ("markdown_extensions: [toc: {foo: 1}]", 7, "'foo'"),
    "a hook that is not there": ("hooks: [nowhere.py]", 7, "nowhere.py"),
    "hooks that are none": ("hooks: {a: b}", 7, "`hooks`: Expected a list"),
    "a level that is none": ("validation: {links: {not_found: foo}}", 7, "'foo'"),
    "no validation": ("validation: 3", 7, "`validation`"),
    "a pattern that is none": ("not_in_nav: '\\'", 7, "Invalid git pattern"),
    "a number for a pattern": ("exclude_docs: 7", 7, "`exclude_docs`"),
    "half an address": ("repo_url: 'https://[x'", 7, "`repo_url`"),
    "an address of Git's": ("repo_url: git@example.org:a/b.git", 7, "`repo_url`"),
    "a number for a name": ("repo_url: https://example.org\nrepo_name: 7", 8, "`repo_name`"),
    "a number for a place to edit": ("edit_uri: 7", 7, "`edit_uri`"),
    "a template of an address": ("edit_uri_template: '{path!x}'", 7, "`edit_uri_template`"),
    "a template that is not whole": ("edit_uri_template: '{'", 7, "`edit_uri_template`"),
    "nobody to take over from": ("INHERIT: nowhere.yml", 7, "there is no nowhere.yml"),
    "itself to take over from": ("INHERIT: mkdocs.yml", 7, "takes over from itself"),
    "a list to take over from": ("INHERIT: list.yml", 7, "list.yml has no fields"),
    "what is no YAML to take over from": ("INHERIT: broken.yml", 7, "broken.yml cannot be read"),
    "a number for an author": ("site_author: 7", 7, "`site_author`"),
    "extra that is a number": ("extra: 7", 7, "`extra`"),
    "extra that is a list": ("extra: [a]", 7, "`extra`"),
    "no address to serve at": ("dev_addr: foo", 7, "`dev_addr`"),
    "nothing to watch": ("watch: [nowhere]", 7, "nowhere"),
    "watching that is no list": ("watch: site", 7, "`watch`"),
    "pages beside each other": ("use_directory_urls: false", 7, "a folder of its own"),
    "a yes that is none": ("use_directory_urls: maybe", 7, "`use_directory_urls`"),
}
STOPPING_IF_STRICT = {
    "a field that nobody knows": ("foo: bar", 7, "Unrecognised configuration name: foo"),
    "our plugin twice": ("plugins: [betoog, betoog]", 7, "specified multiple times"),
}
USABLE = {
    "no more": "",
    "other plugins": "plugins: [search, betoog]",
    "plugins by their names": "plugins: {betoog: {history: 3}}",
    "options": "plugins: [betoog: {languages: [en, de], check: false, executor: threads}]",
    "extensions": "markdown_extensions: [tables, toc: {permalink: true}, markdown.extensions.abbr]",
    "pages without records": "plugins: []\ntheme: mkdocs",
    "a theme of MkDocs's": "theme: {name: mkdocs, custom_dir: templates}",
    "what is taken over": "INHERIT: sound.yml",
    "much else": "repo_url: https://example.org/a\nedit_uri: edit/\nextra: {a: 1}\nwatch: [site]",
    "pages in folders, as ever": "use_directory_urls: true",
    "pages beside each other where no records are": (
        "plugins: []\ntheme: mkdocs\nuse_directory_urls: false"
    ),
    "a folder for the site that a build has no use for": "site_dir: site/out",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BETOOG_CACHE", str(tmp_path / "kept"))
    for folder in ("site", "templates"):
        (tmp_path / folder).mkdir()
    (tmp_path / "list.yml").write_text("- a\n", "utf-8")
    (tmp_path / "broken.yml").write_text("a: [\n", "utf-8")
    (tmp_path / "sound.yml").write_text("site_author: Somebody\n", "utf-8")
    return tmp_path


def said(root: Path, more: str) -> list[ConfigurationFault]:
    """What is told of a configuration that says something more, or something else: what stands last
    counts."""
    (root / "mkdocs.yml").write_text(f"{SOUND}{more}\n", "utf-8")
    return list(site_faults(root))


def stops(root: Path, *, strict: bool) -> bool:
    """Whether MkDocs, and our plugin in it, can begin nothing with a configuration."""
    file, site = str(root / "mkdocs.yml"), str(root / "_site")
    try:
        # Nothing is stricter than what the configuration itself says, unless that is asked for.
        config = load_config(file, site_dir=site, strict=strict or None)
        if config.theme.name is None:
            config.plugins["betoog"]
        config.plugins.on_startup(command="build", dirty=False)
        config.plugins.on_config(config)
    except (MkDocsException, ArithmeticError, LookupError, TypeError, ValueError, RecursionError):
        return True
    except AttributeError:
        return True
    return False


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    logging.getLogger("mkdocs").disabled = True
    yield
    logging.getLogger("mkdocs").disabled = False


@pytest.mark.parametrize("name", STOPPING)
def test_at_what_every_build_stops_is_an_error_with_its_line(root: Path, name: str) -> None:
    more, line, message = STOPPING[name]
    found = said(root, more)
    assert len(found) == 1
    assert (found[0].span.line, message in found[0].message) == (line, True), found
    assert found[0].help
    assert stops(root, strict=False)


@pytest.mark.parametrize("name", STOPPING_IF_STRICT)
def test_at_what_a_strict_build_stops_is_an_error_since_every_build_is(
    root: Path, name: str
) -> None:
    more, line, message = STOPPING_IF_STRICT[name]
    found = said(root, more)
    assert [message in each.message for each in found] == [True], found
    assert found[0].span.line == line
    assert (stops(root, strict=False), stops(root, strict=True)) == (False, True)


@pytest.mark.parametrize("name", USABLE)
def test_of_what_mkdocs_takes_nothing_is_said(root: Path, name: str) -> None:
    assert said(root, USABLE[name]) == []
    assert not stops(root, strict=True)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("extra_templates: [nowhere.html]", "no template `nowhere.html`"),
        ("theme: {name: null, custom_dir: templates, static_templates: [a.html]}", "`a.html`"),
        ("theme: {name: null, custom_dir: templates, locale: nl}", "no translations"),
        ("extra_css: [7]", "`extra_css`"),
    ],
)
def test_what_a_build_only_comes_to_later_is_told_before(
    root: Path, more: str, message: str
) -> None:
    assert [message in each.message for each in said(root, more)] == [True]


def test_nothing_that_a_configuration_names_is_run(root: Path) -> None:
    trap = f"from pathlib import Path\nPath({str(root / 'sprung')!r}).touch()\n"
    for name in ("hook.py", "trap.py"):
        (root / name).write_text(trap, "utf-8")
    said(root, "hooks: [hook.py]\nmarkdown_extensions: [trap, hook]\nplugins: [betoog, trap]")
    said(root, "hooks: [hook.py]")
    assert not (root / "sprung").exists()


def test_what_mkdocs_said_of_the_same_is_not_asked_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = said(root, "extra: 7"), said(root, "watch: [later]")
    monkeypatch.setattr(graph.mkdocs_rules, "_of_mkdocs", lambda root, said: iter(()))
    assert (said(root, "watch: [later]"), len(before[1])) == (before[1], 1)
    (root / "later").mkdir()
    assert said(root, "watch: [later]") == []


@pytest.mark.parametrize(
    ("more", "file"),
    [
        ("extra_templates: [a.html]", "site/a.html"),
        (
            "theme: {name: null, custom_dir: templates, static_templates: [a.html]}",
            "templates/a.html",
        ),
        ("hooks: [a.py]", "a.py"),
    ],
)
def test_what_is_there_by_now_is_found(root: Path, more: str, file: str) -> None:
    assert len(said(root, more)) == 1
    (root / file).write_text("", "utf-8")
    assert said(root, more) == []
    (root / file).unlink()
    assert len(said(root, more)) == 1
    (root / file).mkdir()
    assert len(said(root, more)) == 1


def test_several_faults_are_told_at_once(root: Path) -> None:
    found = said(
        root, "site_author: 7\nhooks: [no.py]\nmarkdown_extensions: [no_such]\nsite_url: x"
    )
    assert sorted(each.span.line for each in found) == [7, 8, 9, 10]


@pytest.mark.parametrize(
    "more", ["markdown_extensions: [toc: {baselevel: x}]", "hooks: [no.py]", "watch: [no]"]
)
def test_what_is_told_names_no_place_of_this_machine(root: Path, more: str) -> None:
    (found,) = said(root, more)
    assert str(root) not in found.message
    assert "File " not in found.message
