import pytest

from graph.pages.build_date import build_date_unfit
from tests.strict_build import lay_out_small_project, strict_build


@pytest.mark.parametrize("said", ["0", "1735689600", "-1", " 7 ", "253402300799"])
def test_seconds_since_the_epoch_are_a_date(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    assert build_date_unfit() == ""


def test_without_one_the_build_has_the_date_of_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert build_date_unfit() == ""


UNFIT = ["", "abc", "1.5", "2025-01-01", "99999999999999", "-99999999999999", "9" * 5_000, "1e9"]


@pytest.mark.parametrize("said", UNFIT)
def test_what_is_no_date_is_told_with_the_variable(
    said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    unfit = build_date_unfit()
    assert unfit.startswith(f"the environment has SOURCE_DATE_EPOCH={said[:40]}")
    assert len(unfit) < 250


@pytest.mark.process
@pytest.mark.parametrize("said", ["abc", "99999999999999"])
def test_no_record_is_blamed_for_it(
    said: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    status, told = strict_build(lay_out_small_project(tmp_path_factory.mktemp("project")))
    assert (status, f"SOURCE_DATE_EPOCH={said}" in told) == (1, True)
    assert "B101" not in told
