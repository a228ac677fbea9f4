from pathlib import Path

import pytest

from graph.words.chosen_languages import chosen_languages, site_interface


@pytest.mark.parametrize(
    ("configuration", "codes"),
    [
        ("plugins:\n  - betoog: {languages: [de, en]}\n", ("de", "en")),
        ("plugins:\n  - search\n  - betoog:\n      languages: [nl]\n", ("nl",)),
        ("plugins:\n  betoog: {languages: [nl]}\n", ("nl",)),
        ("site_url: !ENV [A, '']\nx: !!python/name:a.b\nplugins: [betoog: {languages: [de]}]\n",
         ("de",)),
        ("plugins:\n  - betoog\n", ()),
        ("plugins: betoog\n", ()),
        ("plugins:\n  - betoog: {languages: de}\n", ()),
        ("plugins:\n  - betoog: {languages: [de, {}]}\n", ()),
        ("plugins:\n  - betoog: {languages: [../x]}\n", ()),
        ("plugins: [betoog: {languages: [de]}\n", ()),
        ("", ()),
        ("- a\n", ()),
        ("\0", ()),
    ],
)  # fmt: skip
def test_the_languages_of_a_site_are_read_from_its_configuration(
    tmp_path: Path, configuration: str, codes: tuple[str, ...]
) -> None:
    assert chosen_languages(tmp_path) == ()
    (tmp_path / "mkdocs.yml").write_text(configuration, "utf-8")
    assert chosen_languages(tmp_path) == codes


def test_a_site_has_these_and_no_others(tmp_path: Path) -> None:
    assert site_interface(tmp_path, ("en", "nl")).codes == ("en", "nl")
    (tmp_path / "mkdocs.yml").write_text("plugins: [betoog: {languages: [de]}]\n", "utf-8")
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages/fr.yaml").write_text("site: {}\n", "utf-8")
    assert site_interface(tmp_path, ("en", "nl")).codes == ("de",)
    assert site_interface(tmp_path, ("en", "nl")).notes == ()
