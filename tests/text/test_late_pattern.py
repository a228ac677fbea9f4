import re

import pytest

from graph.text.late_pattern import late_pattern


def test_it_finds_what_the_pattern_finds() -> None:
    late, plain = late_pattern(r"(?P<sign>[a-c])+"), re.compile(r"(?P<sign>[a-c])+")
    for text in ("", "xyz", "abcx", "xcab a"):
        assert late.findall(text) == plain.findall(text)
        assert late.sub("-", text) == plain.sub("-", text)
        assert (late.match(text) is None) == (plain.match(text) is None)
    assert late.groupindex == plain.groupindex


def test_nothing_is_compiled_to_know_how_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    plainly = re.compile

    def noted(pattern: str) -> re.Pattern[str]:
        compiled.append(pattern)
        return plainly(pattern)

    monkeypatch.setattr(re, "compile", noted)
    late = late_pattern("a|b")
    assert late.pattern == "a|b"
    assert compiled == []
    assert late.match("b")
    assert late.search("xa")
    assert compiled == ["a|b"]
