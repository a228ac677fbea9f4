"""Text as LaTeX."""

from hypothesis import given
from hypothesis import strategies as st

from graph.exchange.latex import latex, verbatim


def test_signs_that_latex_joins_stay_apart() -> None:
    assert latex("1 -- 2 --- ''x'' ,,y") == "1 -{}- 2 -{}-{}- '{}'x'{}' ,{},y"


@given(st.text(st.sampled_from("\\{}$^~_&%#a")))
def test_braces_are_in_balance_in_any_text_and_any_address(text: str) -> None:
    for written in (latex(text), verbatim(text)):
        assert written.count("{") == written.count("}")
    assert verbatim(text).count("{") == 0
