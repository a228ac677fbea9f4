import pytest

from graph.base.worked_out import WorkedOut


def test_each_value_is_worked_out_once_when_it_is_asked_for() -> None:
    asked: list[str] = []

    def work(key: str) -> str:
        asked.append(key)
        return key.upper()

    found = WorkedOut(("a", "b"), work)
    assert (list(found), len(found), asked) == (["a", "b"], 2, [])
    assert (found["b"], found.get("b"), found.get("c")) == ("B", "B", None)
    assert asked == ["b"]
    with pytest.raises(KeyError):
        found["c"]
