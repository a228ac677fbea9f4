"""What a claim is called where there is little room."""

import pytest

from graph.records import Claim


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Bells ring.", "Bells ring."),
        ("Bells are heard by those who have clocks", "Bells are heard by those who have clocks"),
        ("Bells are heard by those who have clocks.", "Bells are heard by those who have…"),
        (
            "A bell or a sundial tells us, they say, the time.",
            "A bell or a sundial tells us, they say…",
        ),
        (f"In {'x' * 50}", f"In {'x' * 36}…"),
        ("钟" * 41, f"{'钟' * 39}…"),
    ],
)
def test_without_a_label_a_claim_is_called_by_its_first_whole_words(
    sentence: str, label: str
) -> None:
    claim = Claim.model_validate({"id": "bells", "claim": {"en": sentence}, "kind": "fact"})
    assert claim.label_in("en") == label
    assert len(label) <= 40
