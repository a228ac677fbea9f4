"""The roots of sources."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from graph.records import Source, SourceType, root_of
from graph.records.roots import way_back

NAMES = ("a", "b", "c", "d", "e")
originals = st.dictionaries(
    st.sampled_from(NAMES), st.none() | st.sampled_from([*NAMES, "nowhere"])
)


def _sources(originals: Mapping[str, str | None]) -> dict[str, Source]:
    return {
        name: Source(id=name, type=SourceType.REPORT, title=name, original=original)
        for name, original in originals.items()
    }


def test_an_original_is_followed_to_the_first() -> None:
    sources = _sources({"a": "b", "b": "c", "c": None, "d": "nowhere"})
    assert [root_of(sources, each) for each in sources] == ["c", "c", "c", "nowhere"]


def test_all_of_a_circle_and_what_leads_to_it_have_one_root() -> None:
    sources = _sources({"a": "d", "d": "b", "b": "c", "c": "d", "e": "e"})
    assert [root_of(sources, each) for each in sources] == ["b", "b", "b", "b", "e"]


def test_the_way_back_names_every_source_between() -> None:
    sources = _sources({"a": "b", "b": "c", "c": None, "d": "nowhere", "e": "e"})
    assert [way_back(sources, each) for each in sources] == [
        ("a", "b", "c"),
        ("b", "c"),
        ("c",),
        ("d", "nowhere"),
        ("e",),
    ]


@given(originals)
def test_a_source_and_its_original_share_a_root_which_is_its_own(
    originals: Mapping[str, str | None],
) -> None:
    sources = _sources(originals)
    for name, source in sources.items():
        root = root_of(sources, name)
        assert root_of(sources, root) == root
        if source.original is not None:
            assert root_of(sources, source.original) == root
