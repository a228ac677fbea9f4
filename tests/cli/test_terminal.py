"""Answers as text for programs: what rich lays out, without its work where there is none."""

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from graph.answers.printed import indented
from graph.cli import main
from graph.cli.terminal import text_document
from tests.small import lay_out


def _table(words: str) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_row(Text(words), Text("x"))
    return table


_WORDS = st.text(
    st.one_of(
        st.characters(codec="utf-8"), st.sampled_from("a b\n\t\r\x0b\x1b\x85\u2028\u00a0漢é🚲  ")
    ),
    max_size=30,
)
_PIECES = st.one_of(
    _WORDS.map(lambda words: Text(words, "bold")),
    _WORDS.map(Text),
    _WORDS.map(_table),
    st.integers(2_000, 21_000).map(lambda size: Text("word " * (size // 5))),
)
_TEXTS = st.recursive(
    _PIECES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda each: Group(*each)),
        st.tuples(inner, st.integers(0, 9)).map(lambda each: indented(*each)),
        st.tuples(inner, st.integers(0, 2)).map(lambda each: Padding(each[0], each[1])),
    ),
    max_leaves=8,
)


@given(_TEXTS)
def test_a_text_stands_as_rich_lays_it_out(text: RenderableType) -> None:
    wide = Console(highlight=False, width=10_000, color_system=None)
    with wide.capture() as captured:
        wide.print(text)
    laid_out = "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())
    assert text_document(text) == laid_out


SENTENCE = "Die Straße → “ist” besser ✓"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["export", "yaml"], SENTENCE),
        (["export", "csv"], SENTENCE),
        (["export", "bibtex"], "@"),
        (["original", "languages/en.yaml"], "from −1 to 1"),
    ],
)
@pytest.mark.parametrize("encoding", ["iso-8859-1", "ascii"])
def test_a_file_on_standard_output_keeps_the_letters_that_a_terminal_does_not_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], part: str, encoding: str
) -> None:
    root = lay_out(tmp_path)
    file = root / "claims" / "paths" / "ours.md"
    file.write_text(f"---\nclaim: {{en: {SENTENCE}}}\nkind: causal\n---\n", "utf-8")
    out = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(out, encoding=encoding))
    assert main(["--root", str(root), *words]) == 0
    assert part in out.getvalue().decode("utf-8")
