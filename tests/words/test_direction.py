import pytest

from graph.words.direction import direction


@pytest.mark.parametrize(
    "code", ["ar", "he", "fa", "ur", "yi", "dv", "ckb", "ps", "az-Arab", "pa-PK", "AR-eg", "syr"]
)
def test_it_runs_to_the_left_where_the_script_does(code: str) -> None:
    assert direction(code) == "rtl"


@pytest.mark.parametrize(
    "code", ["en", "nl", "de", "az", "pa", "ar-Latn", "ku", "zh-Hant", "und", "gos", "xx", "ms"]
)
def test_it_runs_to_the_right_where_nothing_says_otherwise(code: str) -> None:
    assert direction(code) == "ltr"
