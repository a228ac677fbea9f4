"""Pieces of pages that are filled in once."""

import pytest
from markupsafe import Markup

from graph.base.reads import note, noting
from graph.pages import fragments
from graph.pages.fragments import once


class _Macro:
    """Counts how often it is filled in."""

    def __init__(self) -> None:
        self.filled = 0

    def __call__(self, *asked: object, **named: object) -> Markup:
        self.filled += 1
        note(("said", str(asked[0])))
        return Markup("<b>{}</b>").format(f"{asked}{named}")


def test_a_piece_is_filled_in_once_for_each_of_what_it_is_asked_for() -> None:
    macro = _Macro()
    piece = once(macro)
    assert piece("a", short=True) == _Macro()("a", short=True)
    for asked in ("a", "b", "a", "b"):
        assert piece(asked) == _Macro()(asked)
    assert macro.filled == 3


def test_who_is_given_a_piece_later_has_read_what_it_was_made_of() -> None:
    piece = once(_Macro())
    piece("a")
    with noting() as reads:
        piece("a")
    assert reads == {("said", "a")}


def test_what_has_no_hash_is_filled_in_every_time() -> None:
    macro = _Macro()
    piece = once(macro)
    assert piece(["a"]) == piece(["a"])
    assert macro.filled == 2


def test_no_more_than_so_many_pieces_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fragments, "MOST", 2)
    macro = _Macro()
    piece = once(macro)
    for asked in ("a", "b", "c", "c", "a"):
        piece(asked)
    assert macro.filled == 4
