"""Files of a site in batches."""

from graph.pages.batches import Batch, batches
from graph.pages.listed import Place


def _listed(run: int, *files: tuple[int, str]) -> list[tuple[Place, str]]:
    return [(Place(run, at), file) for at, file in files]


def test_a_batch_knows_where_its_first_and_last_file_stand_in_the_list() -> None:
    listed = _listed(0, (0, "a"), (1, "b"), (3, "d"), (4, "e"), (7, "h"))
    assert list(batches(listed, size=2)) == [
        Batch(0, 0, 1, ("a", "b")),
        Batch(0, 3, 4, ("d", "e")),
        Batch(0, 7, 7, ("h",)),
    ]


def test_no_batch_is_of_two_runs() -> None:
    listed = [*_listed(0, (5, "a")), *_listed(2, (0, "b"), (1, "c"))]
    assert list(batches(listed, size=3)) == [Batch(0, 5, 5, ("a",)), Batch(2, 0, 1, ("b", "c"))]


def test_files_with_many_others_between_them_are_scattered() -> None:
    near, far = _listed(0, (10, "a"), (11, "b"), (14, "c")), _listed(0, (10, "a"), (14, "b"))
    assert [each.scattered for each in (*batches(near), *batches(far))] == [False, True]


def test_of_no_files_there_is_no_batch() -> None:
    assert list(batches([])) == []
