"""The search index of one site is the same, byte for byte, whenever it is made."""

from pathlib import Path

import pytest

from graph.pages.index_order import in_order
from graph.pages.search_index import make_search_index

VALUES = ("one", "two", "three", "four", "five", "six")


def _site(folder: Path) -> Path:
    for number, value in enumerate(VALUES):
        facets = "".join(
            f'<span data-pagefind-filter="{name}[data-key]" data-key="{value}"></span>'
            for name in ("role", "side", "theme")
        )
        for language in ("en", "nl"):
            page = folder / language / str(number) / "index.html"
            page.parent.mkdir(parents=True)
            page.write_text(
                f'<html lang="{language}"><title>{value}</title>'
                f"<body><main data-pagefind-body>{facets}<p>Word {value}</p></main></body></html>",
                "utf-8",
            )
    return folder


@pytest.mark.process
def test_two_indexes_of_one_site_are_the_same(tmp_path: Path) -> None:
    made = [_site(tmp_path / name) for name in ("one", "other")]
    for site in made:
        make_search_index(site)
    one, other = (
        {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in (site / "pagefind").rglob("*")
            if path.is_file()
        }
        for site in made
    )
    assert one == other
    assert sum(path.endswith(".pf_filter") for path in one) == 6
    # What the list of a language names is there.
    assert len([path for path in one if path.endswith(".pf_meta")]) == 2


def test_where_there_is_no_index_there_is_nothing_to_bring_in_order(tmp_path: Path) -> None:
    in_order(tmp_path)
    assert not list(tmp_path.iterdir())
