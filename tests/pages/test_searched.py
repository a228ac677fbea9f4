"""What is searched of a page is cut out of it, and nothing else."""

import pytest

from graph.pages.searched import language_of, searched

PAGE = """<!doctype html>
<html lang="nl" data-base="../"><head><title>Title</title></head>
<body><nav><a href="/">Home</a></nav>
<h1>Heading</h1>
<div class="prose" data-pagefind-body>One <div>two <span data-pagefind-filter="a[data-b]" data-b="c"></span></div> three</div>
<p>What is not searched, <code>data-pagefind-body</code> said in it.</p>
<meta data-pagefind-meta="day[content]" content="today"><p>And this.</p>
<B data-pagefind-meta="standing">Bold</B><br data-pagefind-body>
</body></html>
"""  # noqa: E501 (as it stands in a page)


def test_what_is_marked_is_left_with_the_title_and_the_first_heading() -> None:
    found = searched(PAGE.encode())
    assert found is not None
    assert found.decode().splitlines() == [
        "<!doctype html>",
        '<html lang="nl" data-base="../">',
        "<title>Title</title>",
        "<h1>Heading</h1>",
        (
            '<div class="prose" data-pagefind-body>One <div>two '
            '<span data-pagefind-filter="a[data-b]" data-b="c"></span></div> three</div>'
        ),
        '<meta data-pagefind-meta="day[content]" content="today">',
        '<B data-pagefind-meta="standing">Bold</B>',
        "<br data-pagefind-body>",
        "</html>",
    ]


@pytest.mark.parametrize("page", ["", "<html lang=nl><h1>A page</h1></html>"])
def test_a_page_that_marks_nothing_is_not_searched(page: str) -> None:
    assert searched(page.encode()) is None


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("<nav>", '<nav><img src="a.png">'),
        "<main data-pagefind-body>No root</main>",
    ],
)
def test_a_page_of_another_make_is_left_whole(page: str) -> None:
    assert searched(page.encode()) == page.encode()


def test_an_element_that_is_never_closed_goes_to_the_end_of_the_page() -> None:
    found = searched(b'<html lang="en"><p data-pagefind-body>One <p>two')
    assert found == b'<!doctype html>\n<html lang="en">\n<p data-pagefind-body>One <p>two\n</html>'


@pytest.mark.parametrize(
    ("page", "language"),
    [(PAGE, "nl"), ("<html class=a lang=pt-BR>", "pt-br"), ("<html>", ""), ("<p lang=en>", "")],
)
def test_a_page_says_its_language(page: str, language: str) -> None:
    assert language_of(page.encode()) == language
