"""What is read of `mkdocs.yml` without running anything that it names."""

from pathlib import Path

import pytest

from graph.store.site_configuration import (
    SiteConfiguration,
    parent_of,
    site_configuration,
    site_folder,
)


def _read(root: Path, text: str) -> SiteConfiguration | None:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return site_configuration(root)


def _known(root: Path, text: str) -> SiteConfiguration:
    found = _read(root, f"plugins: [betoog]\n{text}")
    assert found is not None
    return found


def test_without_a_word_it_is_as_mkdocs_has_it(tmp_path: Path) -> None:
    found = _known(tmp_path, "site_name: x\n")
    assert (found.pages, found.templates) == (tmp_path / "docs", None)
    assert found.use_directory_urls
    assert list(found.extensions) == ["toc", "tables", "fenced_code"]
    assert [key for key in found.levels if found.stops(*key)] == [
        ("links", "not_found"),
        ("nav", "not_found"),
    ]
    assert found.navigation is None


@pytest.mark.parametrize(
    "text",
    [
        "plugins: [betoog, search]",
        "plugins: [search]",
        "site_name: x",
        "plugins: [betoog]\nhooks: [hook.py]",
        "plugins: [betoog]\nextra_templates: [x.html]",
        "plugins: [betoog]\nx: !!python/object/apply:os.system [touch ran]",
        "plugins: [betoog]\nmarkdown_extensions: [{toc: {slugify: !!python/name:os.system }}]",
        "plugins: [betoog]\nx: !other y",
        "plugins: [betoog]\na: &a [x]\nb: *a",
        "plugins: [betoog]\nINHERIT: mkdocs.yml",
        "plugins: [betoog]\nINHERIT: none.yml",
        "plugins: [betoog]\ndocs_dir: [x]",
        "plugins: [betoog]\nx: " + "[" * 10_000,
        "- a",
        "a: [",
        "\x00",
    ],
)
def test_what_would_have_to_be_run_or_is_broken_is_not_known(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path, text) is None
    assert not (tmp_path / "ran").exists()


def test_without_a_configuration_nothing_is_known(tmp_path: Path) -> None:
    assert site_configuration(tmp_path) is None


def test_levels_of_both_parts_stand_beside_those_of_one(tmp_path: Path) -> None:
    found = _known(
        tmp_path,
        "validation: {absolute_links: warn, not_found: ignore, links: {not_found: warn}}\n",
    )
    assert found.stops("links", "absolute_links")
    assert found.stops("nav", "absolute_links")
    assert found.stops("links", "not_found")
    assert not found.stops("nav", "not_found")


def test_values_of_the_environment_are_filled_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BETOOG_TEST_URL", "https://example.org/")
    said = "site_url: !ENV [NONE_OF_IT, BETOOG_TEST_URL, 'x']\ndocs_dir: !ENV [NONE_OF_IT, text]\n"
    found = _known(tmp_path, said)
    assert (found.site_url, found.pages.name) == ("https://example.org/", "text")


def test_one_configuration_takes_over_from_another(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(
        "docs_dir: text\nvalidation: {links: {anchors: warn}}\nnav:\n  - about.md\n", "utf-8"
    )
    found = _known(tmp_path, "INHERIT: base.yml\nvalidation: {links: {not_found: info}}\n")
    assert found.pages.name == "text"
    assert found.stops("links", "anchors")
    assert not found.stops("links", "not_found")
    assert found.navigation is not None
    ((target, path, span, unfit),) = found.navigation
    assert (target, path, span, unfit) == ("about.md", "base.yml", (4, 5, 13), "")


@pytest.mark.parametrize(
    ("nav", "entries"),
    [
        ("[]", None),
        ("", None),
        ("[a.md, {B: b.md}, {C: [c.md, {D: d.md}]}]", ["a.md", "b.md", "c.md", "d.md"]),
        ("{A: a.md}", ["!", "a.md"]),
        ("a.md", ["!"]),
        ("[5]", ["!"]),
        ("[A: ]", ["!"]),
        ("[[a.md]]", ["!", "a.md"]),
        ("[{A: a.md, B: b.md}]", ["!", "a.md", "b.md"]),
        ("[{A: {B: b.md}}]", ["!", "b.md"]),
        ('""', ["!"]),
    ],
)
def test_entries_of_a_navigation(tmp_path: Path, nav: str, entries: list[str] | None) -> None:
    found = _known(tmp_path, f"nav: {nav}\n").navigation
    assert (None if found is None else ["!" if e.unfit else e.target for e in found]) == entries


@pytest.mark.parametrize(
    "text",
    [
        "INHERIT: other.yml\n",
        "'INHERIT': other.yml\n",
        '"INHERIT" : "./other.yml"  # above\n',
        "{site_name: x, INHERIT: other.yml}\n",
        "a: &a x\nb: *a\nINHERIT: >-\n  other.yml\n",
    ],
)
def test_what_is_taken_over_from_is_known_however_it_is_written(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert parent_of(tmp_path / "mkdocs.yml") == tmp_path / "other.yml"


@pytest.mark.parametrize(
    "text", ["", "5", "a: [", "INHERIT: [a]", "# INHERIT: a.yml\n", "[" * 9_000]
)
def test_of_what_names_no_other_there_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert parent_of(tmp_path / "mkdocs.yml") is None
    assert parent_of(tmp_path / "nowhere.yml") is None


@pytest.mark.parametrize(
    ("text", "folder"),
    [
        ("site_name: x\n", "_site"),
        ("site_dir: public\n", "public"),
        ("site_dir: ./public/\n", "public"),
        ("site_dir: ../beside\n", "../beside"),
        ("site_dir: >-\n  public\n  ation\n", "public ation"),
        ("INHERIT: other.yml\n", "from-other"),
        ("INHERIT: other.yml\nsite_dir: own\n", "own"),
        ("markdown_extensions: [{x: !!python/name:os.getcwd }]\nsite_dir: public\n", "public"),
        ("site_dir: [a]\n", "_site"),
        ("site_dir:\n", "_site"),
        ("site_dir: !ENV HOME\n", "_site"),
        ("site_dir: [\n", "_site"),
        ("INHERIT: mkdocs.yml\n", "_site"),
    ],
)
def test_a_site_is_put_where_the_configuration_says(tmp_path: Path, text: str, folder: str) -> None:
    (tmp_path / "other.yml").write_text("site_dir: from-other\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert site_folder(tmp_path).resolve() == (tmp_path / folder).resolve()


def test_without_a_configuration_a_site_is_put_beside_the_records(tmp_path: Path) -> None:
    assert site_folder(tmp_path) == tmp_path / "_site"
