"""The live records have no faults."""

from graph.base import KnowledgeBase
from graph.check import Severity, check


def test_the_committed_records_have_no_error_and_no_warning(live: KnowledgeBase) -> None:
    assert [each for each in check(live) if each.severity is not Severity.HINT] == []
