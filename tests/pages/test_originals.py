"""What comes along can be shown, and only that."""

import pytest

from graph.errors import AnswerError
from graph.pages.bundled import TEMPLATES
from graph.pages.originals import original_text, originals


def test_all_that_can_be_replaced_is_named_and_shown() -> None:
    names = originals()
    assert {"templates/home.html", "languages/en.yaml", "site/method.md"} <= set(names)
    assert "site/assets/css/betoog.css" in names
    home = (TEMPLATES / "home.html").read_text("utf-8")
    assert original_text("templates/home.html") == home
    assert original_text("languages/nl.yaml").startswith("name: Nederlands")


@pytest.mark.parametrize("name", ["templates/hom.html", "../pyproject.toml", "/etc/passwd", ""])
def test_nothing_else_is(name: str) -> None:
    with pytest.raises(AnswerError, match="comes with betoog"):
        original_text(name)
    with pytest.raises(AnswerError, match=r"did you mean templates/home\.html"):
        original_text("templates/hom.html")
