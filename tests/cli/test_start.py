"""What a command loads to begin with."""

import subprocess
import sys

import pytest

from graph.cli.link import LINKS, RELATED
from graph.records.claim import RELATIONS
from graph.records.link_types import LinkType


@pytest.mark.process
def test_help_loads_neither_records_nor_what_lays_out_answers() -> None:
    code = (
        "import sys, graph.cli; graph.cli.main(['check', '--help']);"
        "slow = {'graph.records', 'yaml', 'rich', 'networkx', 'babel'};"
        "print(sorted(slow & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_links_are_given_by_the_words_that_records_have_for_them() -> None:
    assert tuple(LinkType) == LINKS
    assert RELATED == RELATIONS
