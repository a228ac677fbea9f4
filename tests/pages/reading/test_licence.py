import pytest

from graph.pages.reading.licence import licence


@pytest.mark.parametrize(
    ("text", "name", "url"),
    [
        ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.nl"),
        ("CC-BY-NC-SA-3.0", "CC BY-NC-SA 3.0",
         "https://creativecommons.org/licenses/by-nc-sa/3.0/deed.nl"),
        ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"),
        ("OGL-UK-3.0", "OGL-UK-3.0", "https://spdx.org/licenses/OGL-UK-3.0.html"),
        ("https://example.org/terms/", "example.org/terms", "https://example.org/terms/"),
        ("Public domain", "Public domain", None),
        ("javascript:alert(1)", "javascript:alert(1)", None),
    ],
)  # fmt: skip
def test_a_licence_leads_to_where_it_can_be_read(text: str, name: str, url: str | None) -> None:
    assert licence(text, "nl") == (name, url)
