"""Files of a site in batches."""

from graph.pages.batches import Batch, batches


def test_a_batch_begins_where_its_first_file_stands_in_the_list() -> None:
    listed = [(0, "a"), (1, "b"), (3, "d"), (4, "e"), (7, "h")]
    assert list(batches(listed, size=2)) == [
        Batch(0, ("a", "b")),
        Batch(3, ("d", "e")),
        Batch(7, ("h",)),
    ]


def test_of_no_files_there_is_no_batch() -> None:
    assert list(batches([])) == []
