"""What is read is noted by whoever reads it, and by whoever uses what was made of it."""

from threading import Thread

from graph.base.reads import Read, RememberedBy, note, note_all, noting, remembered

APPLE: Read = ("fruit", "apple")
PEAR: Read = ("fruit", "pear")


class Basket:
    worked = 0

    @remembered
    def content(self) -> str:
        """What is in it."""
        self.worked += 1
        note(APPLE)
        return "an apple"

    @remembered
    def weave(self) -> str:
        """How it is woven, for which nothing is read."""
        self.worked += 1
        return "tightly"


def test_what_is_read_is_noted_while_somebody_notes_it() -> None:
    note(APPLE)
    with noting() as reads:
        note(PEAR)
    note(APPLE)
    assert reads == {PEAR}


def test_what_is_noted_within_is_no_part_of_what_is_noted_around_it() -> None:
    with noting() as around:
        note(APPLE)
        with noting() as within:
            note(PEAR)
    assert (around, within) == ({APPLE}, {PEAR})


def test_who_uses_what_was_worked_out_before_has_read_what_it_was_made_of() -> None:
    basket = Basket()
    assert basket.content == "an apple"
    with noting() as reads:
        assert basket.content == "an apple"
    assert reads == {APPLE}
    assert basket.worked == 1


def test_what_nothing_was_read_for_is_worked_out_once_and_noted_by_nobody() -> None:
    basket = Basket()
    with noting() as reads:
        assert [basket.weave, basket.weave] == ["tightly"] * 2
    assert reads == set()
    assert basket.worked == 1


def test_work_for_each_is_done_once_and_noted_by_all() -> None:
    done: list[str] = []

    def work(about: str, fruit: str) -> str:
        done.append(fruit)
        note(("fruit", fruit))
        return f"{about} {fruit}"

    kept = RememberedBy[str]()
    assert [kept.of(work, "an", "apple"), kept.of(work, "an", "apple")] == ["an apple"] * 2
    with noting() as reads:
        kept.of(work, "an", "apple")
        kept.of(work, "a", "pear")
    assert done == ["apple", "pear"]
    assert reads == {APPLE, PEAR}


def test_what_broke_off_is_worked_out_again() -> None:
    tried: list[int] = []

    def work(_about: None) -> int:
        tried.append(1)
        if len(tried) == 1:
            raise ValueError
        return len(tried)

    kept = RememberedBy[int]()
    with noting() as reads:
        try:
            kept.of(work, None)
        except ValueError:
            note(PEAR)
    assert kept.of(work, None) == 2
    assert reads == {PEAR}


def test_threads_note_for_themselves() -> None:
    def elsewhere() -> None:
        note(APPLE)
        with noting():
            note_all({APPLE})

    with noting() as reads:
        other = Thread(target=elsewhere)
        other.start()
        other.join()
        note(PEAR)
    assert reads == {PEAR}


def test_no_more_than_so_many_are_kept_at_a_time() -> None:
    done: list[str] = []
    kept = RememberedBy[None](most=2)
    for fruit in ("apple", "pear", "apple", "plum", "plum", "apple"):
        kept.of(lambda _, each: done.append(each), "", fruit)
    assert done == ["apple", "pear", "plum", "apple"]
