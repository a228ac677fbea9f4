"""Claims, links and passages as a page shows them."""

from collections.abc import Callable

from graph.pages.views.consequences import rejection
from graph.pages.views.reader import Reader
from graph.pages.views.upkeep import upkeep
from graph.pages.views.weak_spots import weak_spots
from graph.semantics import reject

Read = Callable[[str], Reader]


def test_a_missing_translation_shows_the_other_language_and_says_so(read: Read) -> None:
    claim = read("nl").claim("cost")
    assert claim.untranslated
    assert claim.said == '<span lang="en">Paths cost too much.</span>'
    assert not read("en").claim("cost").untranslated


def test_words_of_records_cannot_become_markup(read: Read) -> None:
    assert read("en").claim("top").said == "We should build &lt;paths&gt; &amp; more."


def test_an_annotation_runs_no_script(read: Read) -> None:
    html = read("en").claim("top").annotation
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert "<em>this</em>" in html


def test_the_breadcrumb_leads_from_the_thesis_down(read: Read) -> None:
    crumbs = read("en").claim("cheap").breadcrumb
    assert [(word, claim.id) for word, claim in crumbs] == [("", "top"), ("undercuts", "cheap")]


def test_a_question_is_reached_through_what_raises_it(read: Read) -> None:
    crumbs = read("en").claim("rain").breadcrumb
    assert [(word, claim.id) for word, claim in crumbs] == [("", "top"), ("raised-by", "rain")]


def test_objections_are_labelled_by_the_replies_they_got(read: Read) -> None:
    top = read("en").claim("top")
    assert [view.label for view in top.objections] == ["replied"]
    assert top.open_objections == 0


def test_a_passage_shows_its_words_and_links_into_the_source(read: Read) -> None:
    passage = read("en").claim("fit").passages[0]
    assert passage.place == "Paragraph 2"
    assert "<q lang=" in passage.stretch
    assert "fiddle &amp; bow" in passage.stretch
    assert passage.url == "https://example.org/essay#:~:text=fit%20as%20a,fiddle%20%26%20bow"


def test_a_source_is_cited_in_the_reader_s_language(read: Read) -> None:
    english = read("en").claim("fit").passages[0].cited
    dutch = read("nl").claim("fit").passages[0].cited
    assert "Doe, J. (2020)" in english
    assert "On &lt;paths&gt;" in english
    assert '<a href="https://example.org/essay" rel="external">' in english
    assert "3 February 2021" in english
    assert "3 februari 2021" in dutch


def test_rejecting_lists_what_the_semantics_say_changes(read: Read) -> None:
    reader = read("en")
    claim = reader.claim("fit")
    kb = reader.kb
    expected = [each.id for each in reject(kb.assessment, ["fit"]) if each.id != "fit"]
    found = rejection(claim)
    assert [row.claim.id for row in (*found.turned, *found.shifted)] == expected == ["top"]


def test_weak_spots_name_what_invites_work(read: Read) -> None:
    weak = weak_spots(read("nl"))
    assert [view.id for view in weak.implicit] == ["care"]
    assert [view.id for view in weak.questions] == ["rain"]
    work = upkeep(read("nl"))
    assert [view.id for view in work.untranslated] == ["cost"]
    assert [view.id for view in work.unverified] == ["fit"]
    assert {
        view.claim.id for view in (*weak.against_thesis, *weak.against_critics, *weak.elsewhere)
    } == {"cheap"}
