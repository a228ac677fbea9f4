"""The table of grades of sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records import Grades, Level, Quality
from tests.store.records import units

qualities = st.builds(
    Quality,
    level=st.sampled_from(Level),
    peer_reviewed=st.booleans(),
    interested=st.booleans(),
)
tables = st.builds(
    Grades.model_validate,
    st.fixed_dictionaries(
        {info.alias or name: units for name, info in Grades.model_fields.items()}
    ),
)


@pytest.mark.parametrize(
    ("quality", "grade"),
    [
        (Quality(level=Level.PRIMARY), 0.9),
        (Quality(level=Level.COPY), 0.85),
        (Quality(level=Level.SECONDARY), 0.75),
        (Quality(level=Level.SECONDARY, peer_reviewed=True), 0.9),
        (Quality(level=Level.PRIMARY, interested=True), 0.75),
        (Quality(level=Level.COPY, interested=True), 0.7),
        (None, 0.7),
    ],
)
def test_the_usual_grade_of_a_source_follows_from_its_quality(
    quality: Quality | None, grade: float
) -> None:
    assert Grades().of(quality) == grade


@given(table=tables, quality=st.none() | qualities)
def test_a_grade_lies_between_zero_and_one(table: Grades, quality: Quality | None) -> None:
    assert 0 <= table.of(quality) <= 1


@given(table=tables, quality=qualities)
def test_interest_never_raises_a_grade_and_review_never_lowers_one(
    table: Grades, quality: Quality
) -> None:
    interested = quality.model_copy(update={"interested": True})
    reviewed = quality.model_copy(update={"peer_reviewed": True})
    assert table.of(interested) <= table.of(quality) <= table.of(reviewed)
