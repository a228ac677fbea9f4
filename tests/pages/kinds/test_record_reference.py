from graph.pages.kinds.record_reference import RecordPart, record_forms
from graph.records import Claim, Debate, Source, Speaker
from graph.words.language import BUNDLED, language


def _part(kind: str, name: str) -> RecordPart:
    form = next(each for each in record_forms() if each.kind == kind)
    return next(part for part in form.parts if part.name == name)


def test_every_field_of_every_record_is_told_by_its_name_in_the_file() -> None:
    for kind, model in (("claim", Claim), ("debate", Debate), ("source", Source)):
        told = {entry.name for entry in _part(kind, kind).fields}
        assert told == {
            field.alias or name for name, field in model.model_fields.items() if name != "id"
        }
    assert {entry.name for entry in _part("speaker", "speaker").fields} == (
        set(Speaker.model_fields) - {"id"}
    )


def test_every_field_says_what_it_is_for() -> None:
    for form in record_forms():
        for part in form.parts:
            assert part.meaning, part.anchor
            assert bool(part.fields) != bool(part.values), part.anchor
            for entry in part.fields:
                assert entry.meaning, f"{part.anchor}: {entry.name}"


def test_what_a_field_holds_has_a_word_in_every_language() -> None:
    words = {
        entry.type.word for form in record_forms() for part in form.parts for entry in part.fields
    }
    for code in BUNDLED:
        for word in words:
            assert language(code).t(f"records.type.{word}")


def test_a_field_that_consists_of_fields_leads_to_them() -> None:
    anchors = {part.anchor for form in record_forms() for part in form.parts}
    for form in record_forms():
        for part in form.parts:
            for entry in part.fields:
                assert not entry.type.part or entry.type.part in anchors


def test_lists_defaults_and_what_is_required_are_told() -> None:
    fields = {entry.name: entry for entry in _part("claim", "claim").fields}
    assert fields["supports"].type.many
    assert fields["supports"].type.part == "claim-claim-link"
    assert fields["claim"].required
    assert not fields["speaker"].required
    assert fields["base_score"].default == ""
    assert fields["implicit"].default == "false"
    assert fields["stance"].default == "endorses"
    assert fields["speaker"].default == ""
    assert fields["aliases"].type.word == "id"
    assert _part("claim", "kind").values[0] == "fact"
