import re
from pathlib import Path

from graph.base import KnowledgeBase
from graph.pages.directions import with_directions
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.words.interface import read_interface
from tests.conftest import ROOT
from tests.small import lay_out

ARABIC = """\
name: العربية
site: {name: حجة}
"""


def test_a_page_runs_in_the_direction_of_its_language_and_so_do_texts_in_others() -> None:
    page = '<html lang="ar" class="x"><p>… <span lang="en">Trams</span> <a hreflang="ar">…</a></p>'
    assert with_directions(page) == (
        '<html lang="ar" dir="rtl" class="x"><p>… <span lang="en" dir="ltr">Trams</span> '
        '<a hreflang="ar">…</a></p>'
    )


def test_a_text_to_the_left_runs_so_within_a_page_to_the_right() -> None:
    page = '<html lang="en"><q lang="he">…</q><p lang="nl">…</p>'
    assert with_directions(page) == (
        '<html lang="en" dir="ltr"><q lang="he" dir="rtl">…</q><p lang="nl" dir="ltr">…</p>'
    )


def test_where_all_run_to_the_right_nothing_is_said() -> None:
    page = '<html lang="en"><q lang="nl">…</q>'
    assert with_directions(page) is page


def test_what_is_text_is_no_element() -> None:
    page = '<html lang="en"><p>&lt;q lang=&quot;ar&quot;&gt; lang=&#34;ar&#34;</p>'
    assert with_directions(page) is page


def test_a_site_in_arabic_runs_to_the_left(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    (root / "languages").mkdir()
    (root / "languages" / "ar.yaml").write_text(ARABIC, "utf-8")
    settings = Settings((ROOT / "templates",), interface=read_interface(root, ("en", "nl")))
    site = Site(KnowledgeBase.load(root), settings)

    pages = {each.file: each for each in site.pages()}
    claim = pages["ar/claims/cycling-keeps-fit/index.html"].render()

    assert '<html lang="ar" dir="rtl"' in claim
    # English words stand in for those that it lacks, and run their own way.
    assert " data-borrows>" in claim
    assert " data-borrows" not in pages["claims/cycling-keeps-fit/index.html"].render()
    assert 'lang="en" dir="ltr">Cycling keeps people fit.</h1>' in claim


def test_styles_leave_the_same_at_both_sides_or_name_where_reading_begins() -> None:
    size = r"([^;{}\s]+)"
    shorthand = re.compile(rf"(?:padding|margin): *{size} {size} {size} {size} *[;}}]")
    for path in sorted((ROOT / "site/assets/css").glob("*.css")):
        for found in shorthand.finditer(path.read_text("utf-8")):
            assert found[2] == found[4], f"{path.name}: {found[0]}"
