"""Templates are compiled once, and again when their texts or what compiles them have changed."""

import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from graph.pages import compiled_templates
from graph.pages.compiled_templates import CompiledHere, CompiledTemplates
from graph.pages.filling_in import Filling


class _Counting(Filling):
    """Counts how many templates are compiled."""

    compiled = 0

    def _generate(self, *asked: object, **named: object) -> str:
        type(self).compiled += 1
        return super()._generate(*asked, **named)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the program's templates, beside one of its modules."""
    monkeypatch.setattr(compiled_templates, "TEMPLATES", tmp_path / "templates")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(_Counting, "compiled", 0)
    (tmp_path / "templates").mkdir()
    (tmp_path / "__pycache__").mkdir()
    return tmp_path / "templates"


def environment(folder: Path, kept: CompiledTemplates | None = None) -> Environment:
    """As a process that has just begun has it, unless it is given what one has kept."""
    kept = kept or CompiledTemplates(folder.parent / "module.py")
    return _Counting(loader=FileSystemLoader(folder), bytecode_cache=kept)


def filled(folder: Path, kept: CompiledTemplates | None = None) -> str:
    return environment(folder, kept).get_template("page.html").render(name="x")


def there(folder: Path) -> list[Path]:
    return sorted((folder.parent / "__pycache__").iterdir())


def test_another_process_finds_a_template_of_the_program_compiled(folder: Path) -> None:
    (folder / "page.html").write_text("<b>{{ name }}</b>", "utf-8")
    assert [filled(folder) for _ in range(3)] == ["<b>x</b>"] * 3
    assert _Counting.compiled == 1


def test_a_text_that_changed_is_compiled_again_in_the_place_of_the_other(folder: Path) -> None:
    kept = CompiledTemplates(folder.parent / "module.py")
    for text in ("one {{ name }}", "two {{ name }}"):
        (folder / "page.html").write_text(text, "utf-8")
        assert [filled(folder, kept), filled(folder)] == [text.replace("{{ name }}", "x")] * 2
    assert _Counting.compiled == 2
    assert len(there(folder)) == 1


def test_what_is_kept_and_no_code_is_passed_over(folder: Path) -> None:
    (folder / "page.html").write_text("{{ name }}", "utf-8")
    filled(folder)
    (file,) = there(folder)
    for content in (b"", b"nothing", file.read_bytes()[:40]):
        file.write_bytes(content)
        assert filled(folder) == "x"
    assert _Counting.compiled == 4


def test_templates_of_a_knowledge_base_are_kept_by_the_process_alone(
    folder: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "page.html").write_text("{{ name }}", "utf-8")
    kept = CompiledTemplates(tmp_path / "module.py")
    assert filled(own, kept) == filled(own, kept) == "x"
    assert _Counting.compiled == 1
    assert not there(folder)


def test_nothing_is_kept_where_python_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "page.html").write_text("{{ name }}", "utf-8")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert filled(folder) == "x"
    assert not there(folder)


def test_a_place_where_nothing_can_be_written_is_no_obstacle(folder: Path) -> None:
    (folder / "page.html").write_text("{{ name }}", "utf-8")
    (folder.parent / "__pycache__").rmdir()
    assert filled(folder) == "x"


def test_what_others_make_for_every_build_compiles_a_template_once_as_long_as_all_is_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CompiledHere, "_kept", {})

    def shown(text: str, **how: Any) -> tuple[str, int]:
        (folder / "page.html").write_text(text, "utf-8")
        made = _Counting(loader=FileSystemLoader(folder), autoescape=how.pop("autoescape", True))
        made.filters.update(how)
        made.bytecode_cache = CompiledHere(made)
        return made.get_template("page.html").render(name="<x>"), _Counting.compiled

    assert shown("{{ name }}") == ("&lt;x&gt;", 1)
    assert shown("{{ name }}") == ("&lt;x&gt;", 1)
    assert shown("{{ name }}", autoescape=False) == ("<x>", 2)
    assert shown("{{ name }}", autoescape=False) == ("<x>", 2)
    constant = "{{ 'a'|said }}"
    assert shown(constant, said=str.upper) == ("A", 3)
    assert shown(constant, said=str.upper) == ("A", 3)
    assert shown(constant, said=str.title) == ("A", 4)
    assert not there(folder)
