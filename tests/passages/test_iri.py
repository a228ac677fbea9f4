import pytest

from graph.passages.iri import as_uri, has_credentials, host_of


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/één", "https://example.org/%C3%A9%C3%A9n"),
        ("https://example.org/a%20é?q=ß#ñ", "https://example.org/a%20%C3%A9?q=%C3%9F#%C3%B1"),
        ("https://bücher.example:8080/", "https://xn--bcher-kva.example:8080/"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
        ("https://例え.example/道", "https://xn--r8jz45g.example/%E9%81%93"),
        ("https://xn--bcher-kva.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("http://127.0.0.1:1/a b", "http://127.0.0.1:1/a b"),
    ],
)
def test_an_address_is_asked_for_in_ascii(written: str, asked: str) -> None:
    assert as_uri(written) == asked
    assert as_uri(asked) == asked


@pytest.mark.parametrize(
    "url", ["https://a..ü/", "https://é\u202e.example/", f"https://{'ü' * 99}.x"]
)
def test_a_host_that_cannot_be_asked_for_has_no_form_in_ascii(url: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        as_uri(url)


@pytest.mark.parametrize(
    ("url", "holds"),
    [
        ("https://name:word@example.org/", True),
        ("https://name@example.org", True),
        ("https://@example.org/", True),
        ("https://example.org@10.0.0.1/", True),
        ("https://a@b@example.org/", True),
        ("https://example.org/@name", False),
        ("https://example.org?to=a@example.org", False),
        ("https://example.org#a@b", False),
        ("https://[", False),
    ],
)
def test_a_user_name_stands_before_the_host(url: str, holds: bool) -> None:
    assert has_credentials(url) is holds


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/a?b", "example.org"),
        ("http://EXAMPLE.org:8080", "example.org"),
        ("https://jane@www2.example.org/", "www2.example.org"),
        ("https://bücher.example/ü", "bücher.example"),
        ("http://[::1]/", "::1"),
        ("http://[broken", "http://[broken"),
        ("https:///a", "https:///a"),
    ],
)
def test_a_reader_is_told_the_host(url: str, host: str) -> None:
    assert host_of(url) == host
