"""The table of kinds of record."""

import pytest

from graph.records import Claim, ClaimLink, LocalizedText, Passage
from graph.records.kinds import RECORD_KINDS, SHARED_FOLDERS, model_in
from graph.store import read_file


@pytest.mark.parametrize("name", RECORD_KINDS)
def test_a_file_at_its_place_is_of_its_kind(name: str) -> None:
    file, _ = read_file(RECORD_KINDS[name].path("an-id"), "---\n---\n")
    assert file is not None
    assert file.kind == name


@pytest.mark.parametrize("name", RECORD_KINDS)
def test_placeholders_stand_in_for_words_and_for_no_argument(name: str) -> None:
    kind = RECORD_KINDS[name]
    id_ = {} if kind.single else {"id": "x"}
    record = kind.model.model_validate({**id_, **kind.placeholder}, by_alias=True)
    assert kind.single or isinstance(getattr(record, kind.title), str | LocalizedText)


@pytest.mark.parametrize("folder", SHARED_FOLDERS)
def test_a_shared_folder_holds_no_claims(folder: str) -> None:
    assert read_file(f"claims/{folder}/some-claim.md", "---\n---\n")[0] is None


def test_the_model_in_a_field_is_found_through_lists_and_choices() -> None:
    fields = {name: info.annotation for name, info in Claim.model_fields.items()}
    assert model_in(fields["passages"]) is Passage
    assert model_in(fields["supports"]) is ClaimLink
    assert model_in(fields["label"]) is LocalizedText
    assert model_in(fields["raises"]) is None
